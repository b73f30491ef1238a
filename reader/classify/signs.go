package classify

import (
	"cmp"
	"math"
	"slices"

	"lectern/reader/doc"
)

// maxSigns is how many signs a verdict gives at most; faint ones, below
// leastSign, it leaves out.
const (
	maxSigns  = 7
	leastSign = .15
)

// modelSigns returns what counted for and against each block in the model, by
// what moved the odds furthest.
func (pg *page) modelSigns() [][]doc.Sign {
	weighed := pg.weigh()
	out := make([][]doc.Sign, len(weighed))
	for i := range weighed {
		for a, by := range weighed[i] {
			if math.Abs(by) < leastSign {
				continue
			}
			if fact := pg.fact(i, aspect(a), by < 0); fact != "" {
				out[i] = append(out[i], doc.Sign{Fact: fact, Weight: by})
			}
		}
		out[i] = foremost(out[i])
	}
	return out
}

// foremost sorts signs by what they weigh and drops the lightest.
func foremost(signs []doc.Sign) []doc.Sign {
	slices.SortStableFunc(signs, func(a, b doc.Sign) int { return cmp.Compare(math.Abs(b.Weight), math.Abs(a.Weight)) })
	return slices.Clip(signs[:min(len(signs), maxSigns)])
}

// signs returns what counted in the verdict of block i: what counted in the
// model, and what overruled it.
func (pg *page) signs(i int, leaning float64) []doc.Sign {
	b := &pg.blocks[i]
	fact, by := pg.ruling(i, leaning), b.odds()-logit(b.prior)
	if fact == "" || b.keep != (by > 0) {
		return pg.modelled[i] // the model by itself is as sure of it
	}
	return foremost(append(slices.Clone(pg.modelled[i]), doc.Sign{Fact: fact, Weight: by}))
}

// odds returns those of the verdict that the block belongs to the article, as a
// logarithm.
func (b *block) odds() float64 {
	if s := b.sure(); b.keep {
		return logit(s)
	}
	return -logit(b.sure())
}

// logit returns the odds of a probability, as a logarithm.
func logit(p float64) float64 {
	const edge = 1e-6
	p = max(edge, min(p, 1-edge))
	return math.Log(p / (1 - p))
}

// ruling returns what decided about block i other than the model, "" if the
// model did.
func (pg *page) ruling(i int, leaning float64) string {
	b := &pg.blocks[i]
	switch b.by {
	case byModel:
		return pg.doubt(i, leaning)
	case byFollowing:
		if b.keep {
			return "goes with the paragraphs around it"
		}
		return "goes with what was removed around it"
	case byCopy, byHidden:
		if !b.keep {
			return pg.sameness(i)
		}
	case byPrompt:
		if b.braces {
			return "a template that was not filled in"
		}
		return "asks for something: “" + b.said[b.anchor] + "”"
	case byPlea:
		return asksFact
	case byOffer:
		return "in a list of offers that follows a prompt"
	case byRestraint:
		return "the page shows too little other clutter"
	case byTable:
		return "a row of a table of figures within the story"
	case byAbsence:
		return "nothing on the page reads like an article"
	case byBrake:
		return "one sign alone may not take so much of the text"
	}
	return ""
}

// doubt returns what decided about block i where the model by itself leaves it
// open.
func (pg *page) doubt(i int, leaning float64) string {
	b := &pg.blocks[i]
	switch {
	case b.keep == (b.prior >= .5):
		return ""
	case b.keep && leaning > 0 || !b.keep && leaning < 0:
		return "the strictness that is set"
	case b.keep:
		return "doubt counts for it where it stands"
	}
	return "doubt counts against it where it stands"
}
