package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"lectern/reader/doc"
)

// dial is the strictness that the person has set.
type dial struct {
	turned bool           // by the person: it holds for the document loaded anew too
	to     doc.Strictness // what it was turned to last
	serial int            // tells the last turn from those before
}

// turnedMsg brings the document at another strictness.
type turnedMsg struct {
	serial int
	doc    *doc.Document
	words  []int // number of words of each removed block
	change change
}

// change is what a turn of the dial does to the article.
type change struct{ removed, back, words int }

// turn makes the reader n steps stricter, or laxer if n is negative.
func (m *model) turn(n int) tea.Cmd {
	from := m.base.Strictness
	if m.dial.turned {
		from = m.dial.to
	}
	to := from.Turned(n)
	switch {
	case m.base.Dial == nil:
		return m.say("This text has one strictness only.")
	case to == from && n > 0:
		return m.say("Strictness " + to.String() + ": there is no stricter one.")
	case to == from:
		return m.say("Strictness " + to.String() + ": there is no laxer one.")
	}
	m.dial.turned, m.dial.to = true, to
	// The first turn considers the document anew: that takes a while for a long one.
	return tea.Batch(m.say("Strictness "+to.String()+" "+ellipsis), m.turnCommand())
}

// turnCommand brings the document to the strictness that the dial is set to.
func (m *model) turnCommand() tea.Cmd {
	m.dial.serial++
	serial, to, base, words, chosen := m.dial.serial, m.dial.to, m.base, m.words, m.choices.now
	return guarded(func() tea.Msg {
		d := base.At(to)
		msg := turnedMsg{serial: serial, doc: d, words: make([]int, len(words))}
		for i := range d.Blocks {
			now, was := &d.Blocks[i], base.Blocks[i].Verdict.Kept
			_, own := chosen[i]
			msg.words[i] = words[i]
			if now.Verdict.Kept == was {
				continue
			}
			n := max(words[i], doc.CountWords(now.Text))
			msg.words[i] = 0
			if !now.Verdict.Kept {
				msg.words[i] = n
			}
			if !own && pickable(now) {
				msg.change.count(now.Verdict.Kept, n)
			}
		}
		return msg
	})
}

func (c *change) count(back bool, words int) {
	if back {
		c.back++
	} else {
		c.removed++
	}
	c.words += words
}

// turned shows the document at its new strictness.
func (m *model) turned(msg turnedMsg) tea.Cmd {
	if msg.serial != m.dial.serial {
		return nil
	}
	m.base, m.words = msg.doc, msg.words
	cmd := m.chosen("Strictness " + m.base.Strictness.String() + ": " + msg.change.String())
	if m.picked >= 0 && !m.article.shown(m.picked) {
		m.picked = -1
	}
	return cmd
}

// String says what changes, in words.
func (c *change) String() string {
	switch {
	case c.removed > 0:
		return fmt.Sprintf("%s removed, %s.", count(c.removed, "block", "blocks"), count(c.words, "word", "words"))
	case c.back > 0:
		return fmt.Sprintf("%s brought back, %s.", count(c.back, "block", "blocks"), count(c.words, "word", "words"))
	}
	return "nothing changes."
}
