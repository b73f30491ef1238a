package classify

import (
	"math"
	"slices"

	"lectern/reader/doc"
)

// Options say what is wanted beside the verdicts. The zero value is right for
// most.
type Options struct {
	Strictness doc.Strictness
	Dial       bool // sets Document.Dial
	Explain    bool // sets Verdict.Signs
}

// With returns a cleaner that shares the tables of r and has the options.
func (r *Rules) With(o Options) *Rules {
	out := *r
	out.options = o
	return &out
}

// leaning is what each strictness adds to the odds that a block belongs to the
// article, as a logarithm, the laxest first.
var leaning = [...]float64{2, 1, 0, -1, -2}

// outcome is what one strictness makes of a page.
type outcome struct {
	verdicts []doc.Verdict
	cutoff   doc.Cutoff
	notes    []string
}

// outcomes are those of every strictness; nil of those nobody asked for.
type outcomes [len(leaning)]*outcome

func (o *outcomes) at(s doc.Strictness) *outcome { return o[s-doc.Lenient] }

// settleAll decides the page at each strictness from one to another. Normal is
// decided by itself. Every step away from it starts from the step before: a
// stricter one keeps nothing that the one before removed, a laxer one removes
// nothing that the one before kept.
func (pg *page) settleAll(from, to doc.Strictness) *outcomes {
	const normal = doc.Normal - doc.Lenient
	var all outcomes
	all[normal] = pg.settle(doc.Normal, nil)
	for k := normal + 1; k <= to-doc.Lenient; k++ {
		all[k] = pg.settle(doc.Lenient+k, all[k-1])
	}
	for k := normal - 1; k >= from-doc.Lenient; k-- {
		all[k] = pg.settle(doc.Lenient+k, all[k+1])
	}
	return &all
}

// settle decides the page at a strictness. Before is the outcome of the next
// one towards normal, nil at normal.
func (pg *page) settle(s doc.Strictness, before *outcome) *outcome {
	by := leaning[s-doc.Lenient]
	pg.reset(by)
	pg.decide()
	pg.bind(s, before)
	pg.name()
	pg.brake()
	if pg.bind(s, before) {
		pg.name()
	}
	pg.judgeEnd()
	return &outcome{pg.verdicts(by), pg.d.Cutoff, pg.d.Notes}
}

// reset forgets what was decided and adds to the odds that the model gave.
func (pg *page) reset(leaning float64) {
	pg.d.Cutoff, pg.d.Notes, pg.leaning = doc.Cutoff{}, nil, leaning
	for i := range pg.blocks {
		b := &pg.blocks[i]
		b.keep, b.by, b.reason, b.facts, b.offered, b.other, b.row = false, byModel, doc.None, nil, false, 0, 0
		b.p = b.prior
		if leaning != 0 {
			b.p = lean(b.prior, leaning)
		}
	}
}

// lean adds to the odds of a probability.
func lean(p, by float64) float64 {
	odds := p / (1 - p) * math.Exp(by)
	if math.IsInf(odds, 1) {
		return 1
	}
	return odds / (1 + odds)
}

// bind takes over what the step before it, towards normal, settles about the
// strictness s, and reports whether anything changed.
func (pg *page) bind(s doc.Strictness, before *outcome) (changed bool) {
	if before == nil {
		return false
	}
	for i := range pg.blocks {
		b, kept := &pg.blocks[i], before.verdicts[i].Kept
		if kept != (s < doc.Normal) || b.keep == kept {
			continue
		}
		b.keep, b.by, changed = kept, byModel, true
	}
	return changed
}

// write puts the outcome into the document.
func (o *outcome) write(d *doc.Document) {
	d.Cutoff, d.Notes = o.cutoff, o.notes
	for i := range d.Blocks {
		d.Blocks[i].Verdict = o.verdicts[i]
	}
}

// dial settles a document, of which it is given a copy, at every strictness. It
// considers it anew: what was found out about the blocks takes much more room
// than the document, and is not kept for a dial that few people turn.
func (r *Rules) dial(d doc.Document) *doc.Dial {
	return r.consider(&d).settleAll(doc.Lenient, doc.Strict).dial()
}

// dial returns the outcomes as far as they differ.
func (o *outcomes) dial() *doc.Dial {
	dl := &doc.Dial{}
	for i := range o[0].verdicts {
		v := &o[0].verdicts[i]
		if slices.ContainsFunc(o[1:], func(other *outcome) bool { return !sameVerdict(v, &other.verdicts[i]) }) {
			dl.Blocks = append(dl.Blocks, i)
		}
	}
	for k, from := range o {
		to := &dl.Settings[k]
		to.Cutoff, to.Notes = from.cutoff, from.notes
		to.Verdicts = make([]doc.Verdict, len(dl.Blocks))
		for n, i := range dl.Blocks {
			to.Verdicts[n] = from.verdicts[i]
		}
	}
	return dl
}

func sameVerdict(a, b *doc.Verdict) bool {
	return a.Kept == b.Kept && a.Reason == b.Reason && a.Score == b.Score &&
		slices.Equal(a.Evidence, b.Evidence) && slices.Equal(a.Signs, b.Signs)
}
