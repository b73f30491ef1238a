package classify

import (
	"slices"

	"lectern/reader/doc"
)

// Where the end of a story is looked for, in blocks after the last one kept,
// and how long a text is that may be a mere beginning, in words.
const (
	wallReach  = 8
	shortStory = 250
)

// judgeEnd says whether the source ends before its story does.
func (pg *page) judgeEnd() {
	last := pg.lastKept()
	if last < 0 {
		return
	}
	c := &pg.d.Cutoff
	prompt, stop := pg.wallAfter(last), pg.stop(last)
	free := pg.d.Meta.Free
	words := 0
	for i := range pg.blocks {
		if pg.blocks[i].keep {
			words += pg.blocks[i].words
		}
	}
	switch {
	case stop >= 0:
		c.Cut = true
		c.Evidence = append(c.Evidence, clip(pg.d.Blocks[stop].Text))
	case free != nil && !*free && (words < shortStory || prompt >= 0):
		c.Cut = true
	}
	if !c.Cut {
		return
	}
	if pg.blocks[last].last == endEllipsis {
		c.Evidence = append(c.Evidence, "the last paragraph ends in an ellipsis")
	}
	if free != nil && !*free {
		c.Evidence = append(c.Evidence, "the page says that it is not free to read (isAccessibleForFree)")
	}
	if n := pg.hiddenWords(); n > 0 {
		pg.d.Notes = append(pg.d.Notes, "The page hides text that may be the rest of the story; it is listed under “hidden”.")
	}
}

// stop returns the prompt at which the story ends before it is told, -1 for
// none: one that speaks of more to read, or any after an ellipsis.
func (pg *page) stop(last int) int {
	prompt := pg.wallAfter(last)
	if prompt >= 0 && (pg.blocks[prompt].wall || pg.blocks[last].last == endEllipsis) {
		return prompt
	}
	return -1
}

// lastKept returns the last kept block with words, -1 for none.
func (pg *page) lastKept() int {
	for i, b := range slices.Backward(pg.blocks) {
		if b.keep && !pg.wordless(i) && pg.d.Blocks[i].Kind != doc.Heading {
			return i
		}
	}
	return -1
}

// wallAfter returns the first prompt that stops a reader close after block
// last: one that speaks of more to read, or else one that sells subscriptions;
// -1 for none.
func (pg *page) wallAfter(last int) int {
	found, n := -1, 0
	for i := last + 1; i < len(pg.blocks) && n < wallReach; i++ {
		b := &pg.blocks[i]
		if pg.wordless(i) || b.keep {
			continue
		}
		n++
		if b.size > promptSize {
			continue
		}
		if b.wall {
			return i
		}
		if found < 0 && b.anchor == doc.Subscription && n <= 3 {
			found = i
		}
	}
	return found
}

// hiddenWords counts the words of removed hidden blocks that read like
// paragraphs and are no copies.
func (pg *page) hiddenWords() int {
	n := 0
	for i := range pg.blocks {
		if b := &pg.blocks[i]; pg.d.Blocks[i].Hidden && !b.keep && b.size >= storySize && b.copyOf < 0 && b.copies == 1 {
			n += b.words
		}
	}
	return n
}

// clip shortens a prompt to what fits on a line.
func clip(s string) string {
	const most = 90
	n := 0
	for i := range s {
		n++
		if n > most {
			return s[:i] + "…"
		}
	}
	return s
}
