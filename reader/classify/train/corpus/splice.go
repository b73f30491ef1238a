package corpus

import (
	"math/rand/v2"
	"slices"

	"lectern/reader/classify/train/align"
	"lectern/reader/classify/train/prompts"
	"lectern/reader/doc"
)

// Stock is texts to put into articles: prompts, which are clutter, and passages
// that speak of what prompts speak of, which are not.
//
// The pages to learn from are in English, so only English texts are put into
// them: were those of other languages put there, their words would be learnt as
// words of clutter. What is put into invented writing stands for them.
type Stock struct {
	prompts, talk   []prompts.Prompt // in all languages
	english, spoken []prompts.Prompt // those in English
}

// NewStock returns the texts of a split: those to learn from, or those to
// measure with.
func NewStock(split prompts.Split) (*Stock, error) {
	offers, err := prompts.Load()
	if err != nil {
		return nil, err
	}
	talk, err := prompts.Negatives()
	if err != nil {
		return nil, err
	}
	other := func(p prompts.Prompt) bool { return p.Split != split }
	s := &Stock{prompts: slices.DeleteFunc(offers, other), talk: slices.DeleteFunc(talk, other)}
	foreign := func(p prompts.Prompt) bool { return p.Language != "en" }
	s.english = slices.DeleteFunc(slices.Clone(s.prompts), foreign)
	s.spoken = slices.DeleteFunc(slices.Clone(s.talk), foreign)
	return s, nil
}

// add puts prompts and passages into a text.
func (s *Stock) add(ps []piece, rng *rand.Rand) []piece {
	if chance(rng, .2) {
		ps = insert(ps, lines(pick(rng, s.spoken), Article), prompts.Middle, rng)
	}
	for chance(rng, .45) {
		ps = insert(ps, s.offer(rng), pick(rng, wheres), rng)
	}
	return ps
}

// offer returns a prompt, whole or in part, in English or in invented writing.
func (s *Stock) offer(rng *rand.Rand) []piece {
	ps := lines(pick(rng, s.english).Cut(pick(rng, parts), rng), Clutter)
	if chance(rng, .4) {
		encipher(ps, rng)
	}
	return ps
}

var (
	parts  = []prompts.Part{prompts.Whole, prompts.Whole, prompts.Whole, prompts.Opening, prompts.Ending, prompts.Run, prompts.Some}
	wheres = []prompts.Where{prompts.Tail, prompts.Tail, prompts.Middle, prompts.Middle, prompts.Head}
)

// tagOf are the tags that go with reasons.
var tagOf = map[doc.Reason]string{
	doc.Subscription: align.Paywall, doc.Account: align.Login, doc.Newsletter: align.Newsletter, doc.Consent: align.Cookie,
	doc.Advertising: align.Ad, doc.Social: align.Share, doc.Related: align.Related,
}

// lines makes pieces of a text.
func lines(p prompts.Prompt, label Label) []piece {
	out := make([]piece, len(p.Lines))
	for i, l := range p.Lines {
		out[i] = piece{Line: Line{l.Text, label, tagOf[l.Reason]}, put: true}
	}
	return out
}

// insert puts lines into an article: behind its last line, before its first or
// within its first three, or at any gap between two of its lines.
func insert(ps, add []piece, where prompts.Where, rng *rand.Rand) []piece {
	const head = 3
	from, to := extent(ps)
	var own []int // the article's lines
	for i := from; i < to; i++ {
		if ps[i].Label == Article {
			own = append(own, i)
		}
	}
	at := to
	switch {
	case where == prompts.Head && len(own) > 0:
		at = own[rng.IntN(min(head, len(own)-1)+1)]
	case where == prompts.Middle && len(own) > 1:
		at = own[1+rng.IntN(len(own)-1)]
	}
	return slices.Insert(slices.Clip(ps), at, add...)
}

// Prompted returns the lines of the sample's article with a prompt among them,
// whole or in part, and no other clutter. The lines put in are marked. A nil
// sample means that the page has no article to speak of.
func (s *Stock) Prompted(of *Sample, variant uint64) (t *Sample, put []bool) {
	rng := generator(of.ID, variant)
	p := pick(rng, s.prompts).Cut(pick(rng, parts), rng)
	return own(of, lines(p, Clutter), pick(rng, wheres), rng)
}

// Talked is Prompted with a passage that speaks of what prompts speak of. Its
// lines are marked too, and belong to the article.
func (s *Stock) Talked(of *Sample, variant uint64) (t *Sample, put []bool) {
	rng := generator(of.ID, variant)
	return own(of, lines(pick(rng, s.spoken), Article), prompts.Middle, rng)
}

// Offered returns some lines of the sample's article with a prompt among
// them, and often with a passage that speaks of what prompts speak of:
// what there is to learn where nothing else on a page is clutter. Nil means that
// the page has no article to speak of.
func (s *Stock) Offered(of *Sample, variant uint64) *Sample {
	const least, most = 4, 20
	rng := generator(of.ID, variant)
	ps := slices.DeleteFunc(of.pieces(), func(p piece) bool { return p.Label != Article })
	if len(ps) < least {
		return nil
	}
	n := min(len(ps), least+rng.IntN(most))
	from := rng.IntN(len(ps) - n + 1)
	ps = ps[from : from+n : from+n]
	if chance(rng, .3) {
		ps = insert(ps, lines(pick(rng, s.spoken), Article), pick(rng, wheres), rng)
	}
	ps = insert(ps, s.offer(rng), pick(rng, wheres), rng)
	if chance(rng, .3) {
		encipher(ps, rng)
	}
	t := writeText(ps, rng)
	t.ID, t.Source, t.Type, t.Address, t.Fold, t.Weight = of.ID, of.Source+"+", of.Type, of.Address, of.Fold, of.Weight
	return t
}

// Talks returns each passage as a text of its own.
func (s *Stock) Talks() []*Sample {
	out := make([]*Sample, len(s.talk))
	for i, p := range s.talk {
		ps := lines(p, Article)
		t := &Sample{ID: p.Language + " " + p.Style, Type: "article", Fold: i % Folds, Weight: 1, Lines: make([]Line, len(ps))}
		for k := range ps {
			t.Lines[k] = ps[k].Line
		}
		t.read()
		out[i] = t
	}
	return out
}

func own(of *Sample, add []piece, where prompts.Where, rng *rand.Rand) (t *Sample, put []bool) {
	const least = 3
	ps := slices.DeleteFunc(of.pieces(), func(p piece) bool { return p.Label != Article })
	if len(ps) < least {
		return nil, nil
	}
	ps = insert(ps, add, where, rng)
	apart := chance(rng, .5)
	t = &Sample{ID: of.ID, Source: of.Source, Type: of.Type, Address: of.Address, Fold: of.Fold}
	for i := range ps {
		if apart && i > 0 {
			t.Lines, put = append(t.Lines, Line{}), append(put, false)
		}
		t.Lines, put = append(t.Lines, ps[i].Line), append(put, ps[i].put)
	}
	t.read()
	return t, put
}
