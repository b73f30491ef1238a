package classify

import (
	"slices"

	"lectern/reader/doc"
)

// What a text's paragraphs must come to: where the model is less sure of most of
// them, in a language that it has seldom read, it is the model that is wrong.
const (
	steadyCount = 3  // paragraphs from which on there is a measure
	steadyOdds  = .8 // what the middle one is lifted to
	steadySize  = 120
)

// steady lifts the paragraphs of a text whose language the model does not know
// well, all by the same odds.
func (pg *page) steady() {
	var odds []float64
	for i := range pg.blocks {
		if pg.told(i) {
			odds = append(odds, pg.blocks[i].logit)
		}
	}
	if len(odds) < steadyCount {
		return
	}
	slices.Sort(odds)
	lift := logit(steadyOdds) - odds[len(odds)/2]
	for i := range pg.blocks {
		if lift > 0 && pg.told(i) {
			pg.blocks[i].put(float32(pg.blocks[i].logit + lift))
		}
	}
}

// How much the words of a sentence must speak for the story, against all that
// surrounds stories and against prompts alone, where prompts around it speak
// against it: log-odds, letters, lines to each side, and how likely one of these
// is a prompt at least.
const (
	voicedOwn    = 1.3
	voicedPitch  = 2
	voicedSize   = 40
	voicedReach  = 2
	voicedPrompt = .5
)

// voiced reports whether block i of a text is a sentence that reads like the
// story's and stands beside a prompt. Between a box and a wall the trees see
// little but these.
func (pg *page) voiced(i int) bool {
	b := &pg.blocks[i]
	if pg.html || b.p < cutSpeech || b.own < voicedOwn || b.pitch < voicedPitch || b.size < voicedSize || !pg.sentence(i) || b.ideas != 0 || b.offerish() {
		return false
	}
	for j := max(0, i-voicedReach); j < min(len(pg.blocks), i+voicedReach+1); j++ {
		if pg.blocks[j].asks >= voicedPrompt {
			return true
		}
	}
	return false
}

// told reports whether block i is a paragraph by its form, and speaks of nothing
// that is offered.
func (pg *page) told(i int) bool {
	b := &pg.blocks[i]
	return b.size >= steadySize && b.ends > 0 && b.prose && b.anchor == doc.None && !b.offerish() && !b.wall
}
