package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"lectern/reader/doc"
	"lectern/ui/layout"
)

// pick begins to choose a paragraph of the article: the first on the screen.
func (m *model) pick() {
	m.panel.focused = false
	for _, l := range m.article.visible() {
		if l.Block >= 0 && l.First && pickable(&m.shown.Blocks[l.Block]) {
			m.picked = l.Block
			return
		}
	}
	for _, l := range m.article.visible() {
		if l.Block >= 0 && pickable(&m.shown.Blocks[l.Block]) {
			m.picked = l.Block
			return
		}
	}
}

// pickable reports whether there is something in the block to remove.
func pickable(b *doc.Block) bool { return b.Text != "" || b.Kind == doc.Image }

// pressPicked acts on a key while a paragraph is being chosen.
func (m *model) pressPicked(k tea.KeyPressMsg) (cmd tea.Cmd, done bool) {
	keys := &m.keys
	switch {
	case key.Matches(k, keys.down):
		m.movePick(1)
	case key.Matches(k, keys.up):
		m.movePick(-1)
	case key.Matches(k, keys.pick), k.String() == enter:
		block := m.picked
		keep := !m.shown.Blocks[block].Verdict.Kept
		if !keep && !m.article.options.Ghost {
			m.leavePick()
		}
		return m.choose([]int{block}, keep), true
	case key.Matches(k, keys.escape):
		m.picked = -1
	default:
		return nil, false
	}
	return nil, true
}

// movePick chooses the next shown block in the direction, if there is one.
func (m *model) movePick(step int) bool {
	for i := m.picked + step; i >= 0 && i < len(m.shown.Blocks); i += step {
		if m.article.shown(i) && pickable(&m.shown.Blocks[i]) {
			m.picked = i
			m.article.reveal(layout.Anchor{Block: i})
			return true
		}
	}
	return false
}

// leavePick chooses a neighbour of a block that is about to go.
func (m *model) leavePick() {
	if !m.movePick(1) && !m.movePick(-1) {
		m.picked = -1
	}
}

// pickDoes says what choosing the paragraph again does.
func (m *model) pickDoes() string {
	if m.shown.Blocks[m.picked].Verdict.Kept {
		return "remove"
	}
	return "bring back"
}

// anchorAt returns the beginning of a block.
func anchorAt(block int) layout.Anchor { return layout.Anchor{Block: block} }
