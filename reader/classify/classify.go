// Package classify tells the article from what surrounds it: it gives every
// block of a document a verdict, with the reason, what a person can check, and
// how sure it is of itself, and says whether the source itself ends before its
// story does.
//
// It works in steps. A scan reads every block once (scan.go, money.go), looks up
// phrases (phrases.go, words/) and hashes words (tokens.go); containers are
// summed up and their names read (nodes.go, names.go, page.go, survey.go). A
// model learnt from labelled pages makes probabilities of that (model.go), with a
// head for pages, one for bare text in English and one for that in all other
// languages (language.go):
// linear models over hashed names, words and neighbours' words say their part,
// which stands with some two hundred measures (features.go, levels.go, lines.go)
// before boosted trees; small forests tell what kind of page it is (genre.go,
// address.go); a second forest sees that and what the first made of everything
// around (second.go, echoes.go, likewise.go); others tell prompts from what an
// article says (pleas.go). Rules decide what a probability cannot: how sure to be on
// what kind of page (genre.go), copies and titles (copies.go), prompts and the
// offers that follow them (offers.go, pull.go, outliers.go), and when to keep all
// (restraint.go). Then every removal gets its reason (reasons.go, evidence.go),
// the brake looks for a rule that did too much (brake.go), and the end of the
// story is judged (cutoff.go). All that follows the probabilities is done once for
// each strictness that is asked for (strictness.go).
//
// fit.go and the files beside it fit the model, reader/classify/train makes model.bin of it.
//
// In doubt it keeps.
package classify

import (
	"hash/maphash"
	"sync"

	"lectern/reader/doc"
)

// Rules is the cleaner. It holds tables only and may be used by several
// goroutines at once.
type Rules struct {
	phrases, classes, topics *lexicon

	ideas *ideas

	model   *Model
	seed    maphash.Seed
	options Options
}

// New returns a cleaner with the tables of this package.
func New() *Rules { return NewWith(newModel()) }

// NewWith returns a cleaner with the tables of this package and another model.
func NewWith(m *Model) *Rules {
	r := tablesOnly()
	r.model = m
	return r
}

// tablesOnly returns a cleaner without a model.
func tablesOnly() *Rules {
	return &Rules{phrases: newLexicon(), classes: newClassLexicon(), topics: newTopics(), ideas: newIdeas(), seed: maphash.MakeSeed()}
}

// Classify sets the verdict of every block of the document, its Cutoff and its
// Notes. It keeps nothing only where nothing reads like an article.
func (r *Rules) Classify(d *doc.Document) {
	d.Cutoff, d.Notes, d.Strictness, d.Dial = doc.Cutoff{}, nil, r.options.Strictness, nil
	if len(d.Blocks) == 0 {
		return
	}
	r.consider(d).settleAll(d.Strictness, d.Strictness).at(d.Strictness).write(d)
	if r.options.Dial {
		d.Dial = sync.OnceValue(func() *doc.Dial { return r.dial(*d) })
	}
}

// consider reads a document and gives every block of it its probability.
func (r *Rules) consider(d *doc.Document) *page {
	pg := r.judge(d)
	for i := range pg.blocks {
		pg.blocks[i].prior = pg.blocks[i].p
	}
	if r.options.Explain {
		pg.modelled = pg.modelSigns()
	}
	return pg
}

// judge reads a document and lets the head of the model that is for it say how
// likely each block belongs to the article.
func (r *Rules) judge(d *doc.Document) *page {
	h := r.model.of(d)
	pg := r.read(d, h.listen)
	pg.head = h
	h.score(pg)
	return pg
}

// verdicts returns what was decided.
func (pg *page) verdicts(leaning float64) []doc.Verdict {
	out := make([]doc.Verdict, len(pg.blocks))
	for i := range pg.blocks {
		b := &pg.blocks[i]
		out[i] = doc.Verdict{Kept: b.keep, Score: b.sure()}
		if !b.keep {
			out[i].Reason, out[i].Evidence = b.reason, b.facts
		}
		if pg.modelled != nil {
			out[i].Signs = pg.signs(i, leaning)
		}
	}
	return out
}

// sure returns how sure the verdict is of itself.
func (b *block) sure() float64 {
	p := b.prior
	if !b.keep {
		p = 1 - p
	}
	switch b.by {
	case byModel, byFollowing:
	case byCopy, byHidden:
		p = max(p, .9)
	case byPrompt, byOffer:
		p = max(p, .8)
	case byPlea:
		p = max(p, b.asks)
	case byRestraint, byTable, byBrake, byAbsence:
		p = max(p, .6)
	}
	return min(max(p, .5), .99)
}
