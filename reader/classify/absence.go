package classify

import "lectern/reader/doc"

// How much text a page has at most, in letters and blocks, on which everything
// may be clutter.
const (
	absentSize   = 600
	absentBlocks = 40
)

// absent removes what is left of a small page on which nothing reads like a
// paragraph, something asks the reader for something, and nearly every line is
// about such things: there is no article here.
func (pg *page) absent() {
	lines, asking, about, left := 0, 0, 0, 0
	for i := range pg.blocks {
		b := &pg.blocks[i]
		if pg.wordless(i) {
			continue
		}
		lines++
		if b.keep {
			left += b.size
		}
		if b.keep && b.prose && b.anchor == doc.None || lines > absentBlocks || left > absentSize {
			return
		}
		if t := pg.topicsOf(i); pg.asks(i, t) {
			asking++
		} else if !pg.speaks(i, t) {
			continue
		}
		about++
	}
	if asking == 0 || about < lines && (asking < 2 || 3*about < 2*lines) {
		return
	}
	for i := range pg.blocks {
		pg.blocks[i].set(false, byAbsence)
	}
}

// asks reports whether block i, which t tells about, is about what stops a
// reader.
func (pg *page) asks(i int, t *text) bool {
	if pg.spoken(i) {
		return false
	}
	for _, r := range [...]doc.Reason{doc.Subscription, doc.Account, doc.Newsletter, doc.Consent} {
		if t.hits[r] >= strong || pg.blocks[i].hits[r] >= strong {
			return true
		}
	}
	return false
}

// speaks reports whether block i, which t tells about, is like other clutter.
func (pg *page) speaks(i int, t *text) bool {
	b := &pg.blocks[i]
	if b.anchor != doc.None || b.linked > .8 || b.braces || b.money {
		return true
	}
	for _, s := range t.hits {
		if s >= strong {
			return true
		}
	}
	return false
}
