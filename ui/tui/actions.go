package tui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"lectern/reader/doc"
	"lectern/reader/load"
	"lectern/ui/layout"
)

// start opens the source, for the first time or anew.
func (m *model) start() tea.Cmd {
	if m.loading {
		return nil
	}
	m.loading, m.slow, m.progress, m.instead = true, false, load.Progress{Total: -1}, openedMsg{}
	cmds := []tea.Cmd{m.openCommand(), m.later(slowTime, slowMsg{})}
	switch m.page {
	case failed:
		m.page = opening
	case reading:
		cmds = append(cmds, m.say("Loading again "+ellipsis))
	case opening:
	}
	return tea.Batch(cmds...)
}

// opened shows the document, or why there is none.
func (m *model) opened(msg openedMsg) tea.Cmd {
	m.loading = false
	if msg.err != nil {
		if m.page == reading { // the text that is there is better than none
			return m.warn("Not loaded again: " + advice(msg.err))
		}
		m.page, m.err, m.instead = failed, msg.err, msg
		return nil
	}
	if m.origin != nil && msg.origin == m.origin {
		return m.say("The source has not changed.")
	}
	at, again := place{layout.Anchor{Block: -1}, 0}, m.page == reading
	if again {
		at = carried(m.article.place(), m.shown, msg.doc)
		m.choices.carry(m.base, msg.doc)
	}
	m.page, m.err = reading, nil
	m.origin, m.base, m.words, m.picked = msg.origin, msg.doc, msg.words, -1
	m.display(at, true)
	m.arrange()
	cmds := []tea.Cmd{m.tagSoon(), m.search.ask(m.shown, m.article.options.Ghost)}
	if m.dial.turned && m.base.Dial != nil && m.base.Strictness != m.dial.to { // turned while it was loading
		cmds = append(cmds, m.turnCommand())
	}
	if again {
		cmds = append(cmds, m.say("Loaded again."))
	}
	return tea.Batch(cmds...)
}

// showInstead shows what came in place of an article; where all of it is
// clutter, with the list of that.
func (m *model) showInstead() tea.Cmd {
	msg, clutter := m.instead, m.onlyClutter()
	msg.err, m.instead = nil, openedMsg{}
	cmd := m.opened(msg)
	if clutter && !m.panel.open {
		m.toggleRemoved()
	}
	return cmd
}

// onlyClutter reports whether what came in place of an article holds nothing
// but removed text.
func (m *model) onlyClutter() bool {
	d := m.instead.doc
	return d != nil && !slices.ContainsFunc(d.Kept(), func(i int) bool { return pickable(&d.Blocks[i]) })
}

// carried returns where the text that stood at the place is in a document
// loaded anew.
func carried(at place, from, to *doc.Document) place {
	if at.Block < 0 || at.Block >= len(from.Blocks) {
		return at
	}
	text := from.Blocks[at.Block].Text
	for distance := 0; distance <= len(to.Blocks); distance++ {
		for _, i := range [2]int{at.Block - distance, at.Block + distance} {
			if i >= 0 && i < len(to.Blocks) && to.Blocks[i].Text == text {
				at.Block = i
				return at
			}
		}
	}
	at.Block = min(at.Block, len(to.Blocks)-1)
	return at
}

// display shows the document with the person's choices applied. Fresh says that
// it is another than before, and not only its verdicts are.
func (m *model) display(at place, fresh bool) {
	m.shown = m.base.With(m.choices.now)
	m.article.set(m.shown, at)
	m.panel.set(m.base, m.choices.now, m.words, fresh)
}

// choose keeps or removes blocks.
func (m *model) choose(blocks []int, keep bool) tea.Cmd {
	if len(blocks) == 0 {
		return nil
	}
	did := "Brought back: "
	if !keep {
		did = "Removed: "
	}
	if len(blocks) == 1 {
		const cells = 32
		did += m.pen().cut(oneLine(&m.base.Blocks[blocks[0]], cells), cells)
	} else {
		did += count(len(blocks), "block", "blocks")
	}
	m.choices.set(m.base, blocks, keep, did)
	return m.chosen(did + "  (u undoes)")
}

// undo takes the last choice back.
func (m *model) undo() tea.Cmd {
	did, ok := m.choices.undo()
	if !ok {
		return m.say("Nothing to undo.")
	}
	return m.chosen("Undone. " + did)
}

// chosen shows the document after a choice, at the place where it was.
func (m *model) chosen(say string) tea.Cmd {
	entities := m.shown.Entities
	m.display(m.article.place(), false)
	m.mark(entities)
	m.arrange()
	return tea.Batch(m.say(say), m.tagSoon(), m.search.ask(m.shown, m.article.options.Ghost))
}

// tagged marks the entities found.
func (m *model) tagged(msg taggedMsg) tea.Cmd {
	m.tagging = false
	if msg.serial == m.tagSerial {
		m.mark(msg.found.Entities)
		m.nameless = !msg.found.Names
	}
	if !m.tagAgain {
		return nil
	}
	m.tagAgain = false
	return m.tagNow(tagMsg{m.tagSerial})
}

// mark gives the document shown its entities. Documents are never changed,
// since commands may be reading them.
func (m *model) mark(entities []doc.Entity) {
	d := *m.shown
	d.Entities = entities
	m.shown = &d
	m.article.doc = m.shown
}

// look searches for the query and goes to what is found.
func (m *model) look() tea.Cmd {
	if m.search.query == "" {
		m.article.seek(m.search.origin)
	}
	m.search.jump = true
	return m.search.ask(m.shown, m.article.options.Ghost)
}

// found goes to the first match after the place where the search began.
func (m *model) found(msg foundMsg) {
	at, moves := m.article.place(), m.search.jump || m.search.owed != 0
	here, ok := m.search.here()
	switch {
	case m.search.jump:
		at = m.search.origin
	case ok:
		at.Anchor = layout.Anchor{Block: here.block, Offset: here.start}
	}
	if !m.search.take(msg, at.Anchor) || !moves {
		return
	}
	m.search.jump = false
	if here, ok := m.search.here(); ok {
		m.article.reveal(layout.Anchor{Block: here.block, Offset: here.start})
	} else {
		m.article.seek(m.search.origin)
	}
}

// nextMatch goes to the next match, or to the one before.
func (m *model) nextMatch(forward bool) tea.Cmd {
	if !m.search.active() {
		if m.search.last == "" {
			return m.say("Nothing to search for: / begins a search.")
		}
		m.search.query, m.search.origin = m.search.last, m.article.place()
		return m.look()
	}
	wrapped := m.search.step(forward)
	if here, ok := m.search.here(); ok {
		m.article.reveal(layout.Anchor{Block: here.block, Offset: here.start})
	}
	switch {
	case wrapped && forward:
		return m.say(m.search.count() + ": the search began again at the top")
	case wrapped:
		return m.say(m.search.count() + ": the search began again at the end")
	}
	return nil
}

// saved says where the copy is.
func (m *model) saved(msg savedMsg) tea.Cmd {
	if msg.err != nil {
		return m.warn("Not saved: " + advice(msg.err))
	}
	cmd := m.say("Saved " + doc.Clean(msg.path))
	m.notice.path = true
	return cmd
}

// goBrowse opens the source in the browser.
func (m *model) goBrowse() tea.Cmd {
	address := m.shown.Address
	if address == "" {
		address = m.shown.Canonical
	}
	if address == "" {
		return m.say("This text has no address to open.")
	}
	return tea.Batch(m.say("Opening "+address), m.browseCommand(address))
}

// setGhost shows what was removed in its place, or no longer.
func (m *model) setGhost(on bool) tea.Cmd {
	m.article.setGhost(on)
	if m.picked >= 0 && !m.article.shown(m.picked) {
		m.picked = -1
	}
	say := "Removed text hidden."
	if on {
		say = fmt.Sprintf("Removed text shown in its place: %s.", amount(m.panel.blocks, m.panel.words))
	}
	return tea.Batch(m.say(say), m.search.ask(m.shown, on))
}
