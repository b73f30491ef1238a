package tui

import (
	"errors"
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"lectern/reader/doc"
	"lectern/reader/load"
)

// openedMsg brings the document that was asked for, or why there is none and
// perhaps what there was instead.
type openedMsg struct {
	origin *doc.Document
	doc    *doc.Document // the same at the strictness that the person has set
	words  []int         // number of words of each removed block
	err    error
}

// progressMsg says how much of the source has come. Next waits for more.
type progressMsg struct {
	at   load.Progress
	next tea.Cmd
}

// slowMsg says that opening takes long enough for a page that says so.
type slowMsg struct{}

// tagMsg asks for the entities, after the first words are on the screen.
type tagMsg struct{ serial int }

// taggedMsg brings the entities of the document.
type taggedMsg struct {
	serial int
	found  doc.Findings
}

// savedMsg says where a copy was saved, or why it was not.
type savedMsg struct {
	path string
	err  error
}

// browsedMsg says whether the browser could be started.
type browsedMsg struct{ err error }

const (
	slowTime = 150 * time.Millisecond // before it a page that says "opening" would only flicker
	tagTime  = 10 * time.Millisecond  // a frame at 120 a second, and some
)

// openCommand opens the source and reports its progress.
func (m *model) openCommand() tea.Cmd {
	open, dial := m.open, m.dial
	news := make(chan load.Progress, 1)
	done := make(chan struct{})
	report := func(p load.Progress) {
		select {
		case <-news: // what nobody has seen yet is out of date
		default:
		}
		select {
		case news <- p:
		default:
		}
	}
	return tea.Batch(guarded(func() tea.Msg {
		defer close(done)
		d, err := open(report)
		if err == nil && d == nil {
			err = errors.New("nothing came")
		}
		if d == nil {
			return openedMsg{err: err}
		}
		at := d
		if dial.turned {
			at = d.At(dial.to)
		}
		return openedMsg{origin: d, doc: at, words: countRemoved(at), err: err}
	}), listen(news, done))
}

// listen waits for news of the progress until opening is done.
func listen(news <-chan load.Progress, done <-chan struct{}) tea.Cmd {
	var wait tea.Cmd
	wait = func() tea.Msg {
		select {
		case p := <-news:
			return progressMsg{p, wait}
		case <-done:
			return nil
		}
	}
	return wait
}

// countRemoved returns the number of words of each block that was removed.
func countRemoved(d *doc.Document) []int {
	words := make([]int, len(d.Blocks))
	for _, i := range d.Removed() {
		words[i] = doc.CountWords(d.Blocks[i].Text)
	}
	return words
}

// tagSoon asks for the entities of what is shown now, in a moment.
func (m *model) tagSoon() tea.Cmd {
	if m.tag == nil {
		return nil
	}
	m.tagSerial++
	serial := m.tagSerial
	return m.later(tagTime, tagMsg{serial})
}

// tagNow finds the entities of what is shown, one document at a time.
func (m *model) tagNow(msg tagMsg) tea.Cmd {
	if msg.serial != m.tagSerial {
		return nil
	}
	if m.tagging {
		m.tagAgain = true
		return nil
	}
	m.tagging = true
	tag, d, serial := m.tag, m.shown, m.tagSerial
	return guarded(func() tea.Msg { return taggedMsg{serial, tag(d)} })
}

// saveCommand saves a copy of what is shown.
func (m *model) saveCommand() tea.Cmd {
	save, d := m.save, m.shown
	return guarded(func() tea.Msg {
		path, err := save(d)
		return savedMsg{path, err}
	})
}

// browseCommand opens the source in the browser.
func (m *model) browseCommand(address string) tea.Cmd {
	browse := m.browse
	return guarded(func() tea.Msg { return browsedMsg{browse(address)} })
}

// sentence returns an error in words for people: what failed, and what to do.
func sentence(err error) (what, hint string) {
	if f, ok := errors.AsType[*doc.Fault](err); ok {
		return doc.Clean(f.What), doc.Clean(f.Hint)
	}
	return doc.Clean(err.Error()), ""
}

// advice returns an error as one sentence: what failed, and what to do.
func advice(err error) string {
	what, hint := sentence(err)
	if hint == "" {
		return what
	}
	return what + "; " + hint
}

// size returns a number of bytes in words.
func size(n int64) string {
	switch {
	case n < 1000:
		return fmt.Sprintf("%d bytes", n)
	case n < 1000*1000:
		return fmt.Sprintf("%.0f kB", float64(n)/1000)
	}
	return fmt.Sprintf("%.1f MB", float64(n)/1e6)
}
