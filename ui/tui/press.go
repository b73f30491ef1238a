package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// press acts on a key: first those that always work, then those of what is
// open on the screen.
func (m *model) press(k tea.KeyPressMsg) tea.Cmd {
	keys := &m.keys
	switch {
	case key.Matches(k, keys.interrupt):
		return tea.Interrupt
	case key.Matches(k, keys.redraw):
		return tea.ClearScreen
	case key.Matches(k, keys.suspend):
		return tea.Suspend
	case m.page == reading && m.search.typing:
		return m.pressPrompt(k)
	case m.help.open:
		return m.pressHelp(k)
	case key.Matches(k, keys.quit):
		return tea.Quit
	case key.Matches(k, keys.help):
		m.help = help{open: true}
		return nil
	}
	switch m.page {
	case failed:
		return m.pressFailed(k)
	case reading:
		return m.pressReading(k)
	case opening:
	}
	return nil
}

// pressFailed acts on a key while the page stands that says why the document
// could not be opened.
func (m *model) pressFailed(k tea.KeyPressMsg) tea.Cmd {
	keys := &m.keys
	switch {
	case m.instead.doc != nil && key.Matches(k, keys.instead), m.onlyClutter() && key.Matches(k, keys.removed):
		return m.showInstead()
	case key.Matches(k, keys.retry):
		return m.start()
	}
	return nil
}

// pressPrompt acts on a key while a search is typed.
func (m *model) pressPrompt(k tea.KeyPressMsg) tea.Cmd {
	switch k.String() {
	case enter, "ctrl+j": // which Enter is, when it is typed before the reader has begun
		m.search.typing = false
		if m.search.query != "" {
			m.search.last = m.search.query
			return nil
		}
		m.search.query = m.search.last
		return m.look()
	case "esc", twoEscapes, "ctrl+g":
		m.search.clear()
		m.article.seek(m.search.origin)
		return nil
	}
	if m.search.query == "" && k.String() == "backspace" {
		m.search.clear()
		return nil
	}
	if m.search.edit(k) {
		return m.look()
	}
	return nil
}

// pressHelp acts on a key while the help page is open.
func (m *model) pressHelp(k tea.KeyPressMsg) tea.Cmd {
	keys := &m.keys
	rows := len(helpRows(m.keys, m.helpWidth(), m.pen()))
	height := m.bodyHeight()
	switch {
	case key.Matches(k, keys.help, keys.escape, keys.quit):
		m.help.open = false
	default:
		m.help.scroll(m.rows(k, height, rows), rows, height)
	}
	return nil
}

// rows returns by how many rows the key scrolls a page of the height, 0 if it
// does not. All stands for the way to either end.
func (m *model) rows(k tea.KeyPressMsg, height, all int) int {
	keys := &m.keys
	switch {
	case key.Matches(k, keys.down):
		return 1
	case key.Matches(k, keys.up):
		return -1
	case key.Matches(k, keys.halfDown):
		return max(1, height/2)
	case key.Matches(k, keys.halfUp):
		return -max(1, height/2)
	case key.Matches(k, keys.pageDown):
		return max(1, height-2)
	case key.Matches(k, keys.pageUp):
		return -max(1, height-2)
	case key.Matches(k, keys.home):
		return -all
	case key.Matches(k, keys.end):
		return all
	}
	return 0
}

// pressReading acts on a key while a document is read.
func (m *model) pressReading(k tea.KeyPressMsg) tea.Cmd {
	if m.picked >= 0 {
		if cmd, done := m.pressPicked(k); done {
			return cmd
		}
	}
	if m.panel.open && m.panel.focused {
		if cmd, done := m.pressPanel(k); done {
			return cmd
		}
	}
	keys := &m.keys
	switch {
	case key.Matches(k, keys.home):
		m.article.home()
	case key.Matches(k, keys.end):
		m.article.bottom()
	case key.Matches(k, keys.nextHeading):
		return m.heading(true)
	case key.Matches(k, keys.prevHeading):
		return m.heading(false)
	case key.Matches(k, keys.search):
		m.panel.focused = false
		m.search.open(m.article.place())
	case key.Matches(k, keys.next):
		return m.nextMatch(true)
	case key.Matches(k, keys.previous):
		return m.nextMatch(false)
	case key.Matches(k, keys.escape):
		m.escape()
	default:
		if n := m.rows(k, m.frame.pageHeight, 0); n != 0 {
			m.article.scroll(n)
			return nil
		}
		return m.pressCommand(k)
	}
	return nil
}

// pressCommand acts on the keys that do something to the document.
func (m *model) pressCommand(k tea.KeyPressMsg) tea.Cmd {
	keys := &m.keys
	switch {
	case key.Matches(k, keys.removed):
		m.toggleRemoved()
	case key.Matches(k, keys.focus):
		if !m.panel.open {
			m.toggleRemoved()
			return nil
		}
		m.panel.focused = !m.panel.focused
	case key.Matches(k, keys.ghost):
		return m.setGhost(!m.article.options.Ghost)
	case key.Matches(k, keys.pick):
		m.pick()
	case key.Matches(k, keys.undo):
		return m.undo()
	case key.Matches(k, keys.laxer):
		return m.turn(-1)
	case key.Matches(k, keys.stricter):
		return m.turn(1)
	case key.Matches(k, keys.entities):
		m.entities = !m.entities
		switch {
		case m.entities && m.nameless:
			return m.say("Dates and sums are marked; names in English texts only.")
		case m.entities:
			return m.say("Names, dates and sums are marked.")
		}
		return m.say("Names, dates and sums are not marked.")
	case key.Matches(k, keys.save):
		return m.saveCommand()
	case key.Matches(k, keys.browse):
		return m.goBrowse()
	case key.Matches(k, keys.reload):
		return m.start()
	}
	return nil
}

// pressPanel acts on a key while the panel has the focus; not done are keys it
// does not know.
func (m *model) pressPanel(k tea.KeyPressMsg) (cmd tea.Cmd, done bool) {
	keys, p := &m.keys, &m.panel
	switch {
	case key.Matches(k, keys.toggle):
		blocks, keep := p.toggled(false)
		return m.choose(blocks, keep), true
	case key.Matches(k, keys.reason):
		blocks, keep := p.toggled(true)
		return m.choose(blocks, keep), true
	case key.Matches(k, keys.show):
		return m.showSelected(), true
	case key.Matches(k, keys.fold):
		p.fold(true)
	case key.Matches(k, keys.unfold):
		p.fold(false)
	case key.Matches(k, keys.previewDown):
		p.preview.scroll(1)
	case key.Matches(k, keys.previewUp):
		p.preview.scroll(-1)
	case key.Matches(k, keys.escape):
		m.toggleRemoved()
	default:
		n := m.rows(k, p.height, len(p.rows))
		if n == 0 {
			return nil, false
		}
		p.move(n)
	}
	return nil, true
}

// showSelected shows the selected block in its place in the article, or folds
// the selected reason.
func (m *model) showSelected() tea.Cmd {
	at := m.panel.selected()
	if at.block < 0 {
		if m.panel.cursor < len(m.panel.rows) {
			m.panel.fold(!m.panel.isFolded(m.panel.rows[m.panel.cursor].group))
		}
		return nil
	}
	var cmd tea.Cmd
	if !m.article.shown(at.block) {
		cmd = m.setGhost(true)
	}
	m.article.seek(place{anchorAt(at.block), m.frame.pageHeight / 3})
	return cmd
}

// toggleRemoved opens the panel and gives it the focus; when it has the focus
// already, it closes it.
func (m *model) toggleRemoved() {
	if m.panel.open && m.panel.focused {
		m.panel.open, m.panel.focused = false, false
	} else {
		m.panel.open, m.panel.focused = true, true
	}
	m.arrange()
}

// escape closes what was opened last.
func (m *model) escape() {
	switch {
	case m.search.active():
		m.search.clear()
	case m.panel.open:
		m.panel.open, m.panel.focused = false, false
		m.arrange()
	default:
		m.notice.text = ""
	}
}

// heading goes to the next heading, or to the one before.
func (m *model) heading(forward bool) tea.Cmd {
	if !m.article.heading(forward) {
		return m.say("No heading follows.")
	}
	return nil
}
