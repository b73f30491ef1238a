package classify

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"lectern/reader/doc"
)

// An offer in plain text is a run of lines, of which some say what it is and
// others could stand anywhere: a price, a name, a button. Those that surely are
// offers pull the doubtful ones beside them.

// How likely a line is at most that pulls, that is pulled, that is pulled since
// it speaks of offers itself, that is pulled as the name of the offer below, and
// that is pulled though it is a sentence, of so many letters at least.
const (
	pullSure     = .4
	pullPlain    = .75
	pullOffer    = .7
	pullTitle    = .9
	pullSentence = .6
	sentenceSize = 20
)

// How many letters a headline has at least, and how likely a prompt it is at most.
const (
	openingSize = 20
	openingAsks = .2
)

// pull removes doubtful lines beside those that surely offer something. It may
// pass over one line that it leaves, and over those that are removed.
func (pg *page) pull() {
	const most = 1 // lines left
	left := most + 1
	opening := pg.opening()
	past := func(i, before int) { // before is the line that it comes from
		b := &pg.blocks[i]
		switch {
		case !b.keep && (left <= most || pg.sells(i)):
			left = 0
		case left > most || i == 0 || i == opening:
		case b.size >= promptSize || pg.spared(i):
			left = most + 1
		case !pg.mayGo(i), pg.sentence(i) && b.p >= pullSentence:
			left++
		case b.p < pullPlain, b.p < pullOffer && pg.pulls(i), b.p < pullTitle && before > i && pg.sells(before) && pg.entitles(i):
			b.set(false, byOffer)
			left = 0
		default:
			left++
		}
	}
	for i := range slices.Backward(pg.blocks) {
		past(i, i+1)
	}
	left = most + 1
	for i := range pg.blocks {
		past(i, i-1)
	}
}

// opening returns the first line that is kept, the headline, if the story follows
// straight on; -1 if not. Above it there often is a way to log in.
func (pg *page) opening() int {
	i, _ := pg.bounds()
	if i < 0 || i+1 == len(pg.blocks) || pg.blocks[i].size < openingSize || pg.blocks[i].asks >= openingAsks || !pg.blocks[i+1].keep || pg.blocks[i+1].p < surelyStory {
		return -1
	}
	return i
}

// sells reports whether block i was removed and surely offers something.
func (pg *page) sells(i int) bool {
	b := &pg.blocks[i]
	return !b.keep && b.p < pullSure && pg.pulls(i)
}

// pulls reports whether block i is short and speaks of what is offered.
func (pg *page) pulls(i int) bool {
	b := &pg.blocks[i]
	return b.size < promptSize && (b.ideas != 0 || b.offerish() || pg.prompt(i))
}

// sentence reports whether block i closes like a sentence and is no label.
func (pg *page) sentence(i int) bool {
	b := &pg.blocks[i]
	closed := b.size >= sentenceSize && (b.last == endStop || b.last == endQuestion)
	return (closed || b.size >= voicedSize && stopless(pg.d.Blocks[i].Text)) && b.anchor == doc.None
}

// stopless reports whether a text closes in a script whose sentences have no stops:
// a space after them is all there is.
func stopless(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.In(r, unicode.Thai, unicode.Lao)
}

// entitles reports whether block i reads like a title and follows a paragraph of
// the story.
func (pg *page) entitles(i int) bool {
	const most = 60 // letters
	b := &pg.blocks[i]
	return b.size < most && b.last != endStop && b.last != endQuestion && i > 0 && pg.told(i-1)
}
