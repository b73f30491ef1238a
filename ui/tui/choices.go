package tui

import (
	"maps"

	"lectern/reader/doc"
)

// choices are the person's own verdicts on the document, and the way back.
type choices struct {
	now  doc.Choices
	past []step
}

// step is one act of choosing: what held before it and what it did, in words.
type step struct {
	before doc.Choices
	did    string
}

// set keeps or removes blocks. Did says so in words, for the day it is undone.
func (c *choices) set(base *doc.Document, blocks []int, keep bool, did string) {
	c.past = append(c.past, step{c.now, did})
	now := doc.Choices{}
	maps.Copy(now, c.now)
	for _, b := range blocks {
		if base.Blocks[b].Verdict.Kept == keep {
			delete(now, b)
		} else {
			now[b] = keep
		}
	}
	c.now = now
}

// undo takes the last act back and returns what it had done; false if there
// was none.
func (c *choices) undo() (did string, ok bool) {
	if len(c.past) == 0 {
		return "", false
	}
	last := c.past[len(c.past)-1]
	c.past = c.past[:len(c.past)-1]
	c.now = last.before
	return last.did, true
}

// carry moves the choices to a document loaded anew: each goes to the blocks
// that have the same text as before. What was done cannot be undone any more.
func (c *choices) carry(from, to *doc.Document) {
	texts := make(map[string]bool, len(c.now))
	for b, keep := range c.now {
		texts[from.Blocks[b].Text] = keep
	}
	c.now, c.past = nil, nil
	for i := range to.Blocks {
		b := &to.Blocks[i]
		if keep, ok := texts[b.Text]; ok {
			if c.now == nil {
				c.now = doc.Choices{}
			}
			c.now[i] = keep
		}
	}
}
