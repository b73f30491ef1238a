package classify

import "lectern/reader/doc"

// copyWords is the least number of words of a block that is removed when the
// same text stands elsewhere too.
const copyWords = 6

// copies removes the title where it is repeated and what is said twice.
func (pg *page) copies() {
	pg.titles()
	for i := range pg.blocks {
		b := &pg.blocks[i]
		j := b.copyOf
		if j < 0 || b.words < copyWords || pg.d.Blocks[i].Kind == doc.Code || pg.d.Blocks[i].Kind == doc.Table {
			continue
		}
		first := &pg.blocks[j]
		switch {
		case !b.keep || !first.keep:
		case pg.d.Blocks[j].Hidden || !pg.d.Blocks[i].Hidden && b.p > first.p+.2:
			first.set(false, byCopy)
			first.other = i + 1
		default:
			b.set(false, byCopy)
			b.other = j + 1
		}
	}
}

// titles removes the blocks near the top that say what the title says, for it
// is shown above the article. Plain text has no other place for it.
func (pg *page) titles() {
	if pg.d.Format != doc.HTML {
		return
	}
	for i := range pg.blocks {
		b := &pg.blocks[i]
		if b.title && (pg.first < 0 || i <= pg.first || pg.d.Blocks[i].Kind == doc.Heading) {
			b.set(false, byCopy)
		}
	}
}
