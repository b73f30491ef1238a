package classify

import (
	"strings"

	"lectern/reader/doc"
)

// copyWords is the least number of words of a block that is removed when the
// same text stands elsewhere too.
const copyWords = 6

// copies removes the title where it is repeated and what is said twice. Of text
// it removes neither: a refrain is meant to be said again, and the model knows of
// copies.
func (pg *page) copies() {
	if !pg.html {
		return
	}
	pg.titles()
	for i := range pg.blocks {
		b := &pg.blocks[i]
		j := b.copyOf
		if j < 0 || !pg.needless(i, j) {
			continue
		}
		if pg.better(i, j) {
			first := &pg.blocks[j]
			first.set(false, byCopy)
			first.other = i + 1
			continue
		}
		b.set(false, byCopy)
		b.other = j + 1
	}
}

// needless reports whether of block i and its copy j before it one is enough.
func (pg *page) needless(i, j int) bool {
	b, src := &pg.blocks[i], &pg.d.Blocks[i]
	switch {
	case b.words < copyWords || src.Kind == doc.Code || src.Kind == doc.Table:
		return false
	case !b.keep || !pg.blocks[j].keep:
		return false
	case pg.kind == storyPage && src.Kind == doc.ListItem && !src.Hidden && !pg.d.Blocks[j].Hidden:
		return false // lists say the same thing again
	}
	return true
}

// better reports whether block i rather than its copy j before it is the one to
// keep: it can be seen, or stands in the article.
func (pg *page) better(i, j int) bool {
	if hidden := pg.d.Blocks[i].Hidden; hidden || pg.d.Blocks[j].Hidden {
		return !hidden
	}
	return pg.home(i) > pg.home(j)+.1
}

// home tells how much of what stands around block i is likely to be the
// article: of two copies the one in the article stays.
func (pg *page) home(i int) float64 { return pg.mean(i-4, i+5) }

// titles removes the blocks near the top that say what the title, the byline or the
// date says, for all are shown above the article.
func (pg *page) titles() {
	for i := range pg.blocks {
		b := &pg.blocks[i]
		if b.title && (pg.first < 0 || i <= pg.first || pg.d.Blocks[i].Kind == doc.Heading) {
			b.set(false, byCopy)
		}
		if pg.credits(i) || pg.dated(i) {
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

// dated reports whether block i, before the first paragraph of a story and not surely
// a part of it, says on which day it was published and nothing else but at what time,
// or for how long one reads.
func (pg *page) dated(i int) bool {
	const (
		surely = .9 // how likely a part of the story is
		years  = len("2006")
		words  = 5 // at most, of a day and a time
		digits = 5 // and at least
	)
	b, src, on := &pg.blocks[i], &pg.d.Blocks[i], pg.d.Published
	if pg.kind != storyPage || i >= pg.first || src.Kind == doc.Heading || len(on) < years || b.p >= surely {
		return false
	}
	return pg.dateline(i) && strings.Contains(src.Text, on[:years]) && (b.anchor == doc.Metadata || b.words <= words && b.digits >= digits)
}
