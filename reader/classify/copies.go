package classify

import (
	"strings"

	"lectern/reader/doc"
)

// copyWords is the least number of words of a block that is removed when the
// same text stands elsewhere too.
const copyWords = 6

// copyReach is how far apart two copies in plain text stand, in blocks, that
// both may be meant: a refrain, a sentence said again at the end.
const copyReach = 25

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
		case pg.kind == storyPage && pg.d.Blocks[i].Kind == doc.ListItem && !pg.d.Blocks[i].Hidden && !pg.d.Blocks[j].Hidden: // lists say the same thing again
		case !b.keep || !first.keep || !pg.html && i-j > copyReach && pg.home(i) > .6 && pg.home(j) > .6:
		case pg.d.Blocks[j].Hidden && !pg.d.Blocks[i].Hidden || !pg.d.Blocks[i].Hidden && pg.home(i) > pg.home(j)+.1:
			first.set(false, byCopy)
			first.other = i + 1
		default:
			b.set(false, byCopy)
			b.other = j + 1
		}
	}
}

// home tells how much of what stands around block i is likely to be the
// article: of two copies the one in the article stays.
func (pg *page) home(i int) float64 { return pg.mean(i-4, i+5) }

// titles removes the blocks near the top that say what the title or the byline
// says, for both are shown above the article. Plain text has no other place for
// them.
func (pg *page) titles() {
	if pg.d.Format != doc.HTML {
		return
	}
	for i := range pg.blocks {
		b := &pg.blocks[i]
		if b.title && (pg.first < 0 || i <= pg.first || pg.d.Blocks[i].Kind == doc.Heading) {
			b.set(false, byCopy)
		}
		if pg.credits(i) {
			b.set(false, byCopy)
		}
	}
}

// credits reports whether block i, before the first paragraph, says who wrote
// the article and nothing else but a word or two such as "by".
func (pg *page) credits(i int) bool {
	const words = len("written by ")
	name, text := pg.d.Byline, pg.d.Blocks[i].Text
	if name == "" || i >= pg.first || len(text) < len(name) || len(text) > len(name)+words {
		return false
	}
	return strings.HasSuffix(fold(text), fold(name))
}
