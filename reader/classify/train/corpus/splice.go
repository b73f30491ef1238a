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
// What is put into an article to learn from is in its own language: were
// prompts in German put into English articles, German words would be learnt as
// words of clutter. What is put into invented writing stands for the languages
// that no article is in.
//
// Texts to learn from are put only into articles of their own fold: a text that
// stood in all folds would be known by heart to models of any four of them, and
// later stages would learn to trust words that no new page has.
type Stock struct {
	shelf // in all languages

	tongues map[string]*shelf
	folds   []*Stock // the texts of each fold; nil for those to measure with
}

// shelf is the texts in some language.
type shelf struct{ prompts, talk []prompts.Prompt }

// english is the language of the collections.
const english = "en"

// NewStock returns the texts of some splits: of those to learn from, or of those
// to measure with.
func NewStock(splits ...prompts.Split) (*Stock, error) {
	offers, err := prompts.Load()
	if err != nil {
		return nil, err
	}
	talk, err := prompts.Negatives()
	if err != nil {
		return nil, err
	}
	s := &Stock{tongues: map[string]*shelf{}}
	if slices.ContainsFunc(splits, prompts.Split.Learnt) {
		for range Folds {
			s.folds = append(s.folds, &Stock{tongues: map[string]*shelf{}})
		}
	}
	for _, p := range offers {
		if slices.Contains(splits, p.Split) {
			s.keep(&p, func(f *shelf) { f.prompts = append(f.prompts, p) })
		}
	}
	for _, p := range talk {
		if slices.Contains(splits, p.Split) {
			s.keep(&p, func(f *shelf) { f.talk = append(f.talk, p) })
		}
	}
	return s, nil
}

// keep puts a text on all shelves it belongs on.
func (s *Stock) keep(p *prompts.Prompt, on func(*shelf)) {
	if s.tongues[p.Language] == nil {
		s.tongues[p.Language] = &shelf{}
	}
	on(&s.shelf)
	on(s.tongues[p.Language])
	if s.folds != nil {
		s.folds[foldOf(p)].keep(p, on)
	}
}

// foldOf returns the fold of a text: that of its publisher, and of a passage,
// which has none, its own.
func foldOf(p *prompts.Prompt) int {
	key := p.Language + " " + p.Publisher
	if p.Lines[0].Reason == doc.None {
		key += " " + p.Lines[0].Text
	}
	return Fold("", key)
}

// beside returns the texts that may be put into the sample.
func (s *Stock) beside(of *Sample) *Stock {
	if s.folds == nil {
		return s
	}
	return s.folds[of.Fold]
}

// in returns the texts in a language, English ones for "". It may be asked from
// several goroutines at once.
func (s *Stock) in(language string) *shelf {
	if language == "" {
		language = english
	}
	if f := s.tongues[language]; f != nil {
		return f
	}
	return &shelf{}
}

// add puts prompts and passages into a text.
func (s *Stock) add(ps []piece, language string, rng *rand.Rand) []piece {
	if talk := s.in(language).talk; chance(rng, .2) && len(talk) > 0 {
		ps = insert(ps, lines(pick(rng, talk), Article), prompts.Middle, rng)
	}
	for chance(rng, .45) {
		ps = insert(ps, s.offer(language, rng), pick(rng, wheres), rng)
	}
	return ps
}

// offer returns a prompt, whole or in part, in a language. English ones, which
// stand for all languages without, are often in invented writing.
func (s *Stock) offer(language string, rng *rand.Rand) []piece {
	from, invented := s.in(language).prompts, .4
	switch {
	case len(from) == 0:
		from, invented = s.in(english).prompts, 1
	case language != "" && language != english:
		invented = 0
	}
	ps := lines(pick(rng, from).Cut(pick(rng, parts), rng), Clutter)
	if chance(rng, invented) {
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

// reasonOf are the reasons that go with tags.
var reasonOf = map[string]doc.Reason{
	align.Paywall: doc.Subscription, align.Plan: doc.Subscription, align.Login: doc.Account, align.Newsletter: doc.Newsletter,
	align.Cookie: doc.Consent, align.Ad: doc.Advertising, align.Share: doc.Social, align.Related: doc.Related,
}

// Reasons returns why each block is clutter, None where it is none or nobody knows.
func (s *Sample) Reasons() []doc.Reason {
	out := make([]doc.Reason, len(s.Tags))
	for i, tag := range s.Tags {
		if s.Labels[i] == Clutter {
			out[i] = reasonOf[tag]
		}
	}
	return out
}

// Talk is the tag of lines of passages that speak of what prompts speak of.
const Talk = "talk"

// lines makes pieces of a text.
func lines(p prompts.Prompt, label Label) []piece {
	out := make([]piece, len(p.Lines))
	for i, l := range p.Lines {
		out[i] = piece{Line: Line{l.Text, label, tagOf[l.Reason]}, put: true}
		if label == Article {
			out[i].Tag = Talk
		}
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

// Prompted returns the lines of the sample's article with a prompt in its
// language among them, whole or in part, and no other clutter. The lines put in
// are marked. A nil sample means that the page has no article to speak of, or
// that there is no such prompt.
func (s *Stock) Prompted(of *Sample, variant uint64) (t *Sample, put []bool) {
	return among(of, s.beside(of).in(of.Language).prompts, variant)
}

// PromptedInAny is Prompted with a prompt in any language.
func (s *Stock) PromptedInAny(of *Sample, variant uint64) (t *Sample, put []bool) {
	return among(of, s.beside(of).prompts, variant)
}

func among(of *Sample, some []prompts.Prompt, variant uint64) (t *Sample, put []bool) {
	if len(some) == 0 {
		return nil, nil
	}
	rng := generator(of.ID, variant)
	p := pick(rng, some).Cut(pick(rng, parts), rng)
	return own(of, lines(p, Clutter), pick(rng, wheres), rng)
}

// Talked is Prompted with a passage that speaks of what prompts speak of. Its
// lines are marked too, and belong to the article.
func (s *Stock) Talked(of *Sample, variant uint64) (t *Sample, put []bool) {
	rng, talk := generator(of.ID, variant), s.beside(of).in(of.Language).talk
	if len(talk) == 0 {
		return nil, nil
	}
	return own(of, lines(pick(rng, talk), Article), prompts.Middle, rng)
}

// Offered returns some lines of the sample's article, or all, with a prompt among
// them, and often with a passage that speaks of what prompts speak of:
// what there is to learn where nothing else on a page is clutter. Nil means that
// the page has no article to speak of.
func (s *Stock) Offered(of *Sample, variant uint64, whole bool) *Sample {
	const least, most = 4, 20
	rng := generator(of.ID, variant)
	s = s.beside(of)
	ps := slices.DeleteFunc(of.pieces(), func(p piece) bool { return p.Label != Article })
	if len(ps) < least {
		return nil
	}
	n := min(len(ps), least+rng.IntN(most))
	if whole {
		n = len(ps)
	}
	from := rng.IntN(len(ps) - n + 1)
	ps = ps[from : from+n : from+n]
	if talk := s.in(of.Language).talk; chance(rng, .45) && len(talk) > 0 {
		ps = insert(ps, lines(pick(rng, talk), Article), pick(rng, wheres), rng)
	}
	ps = insert(ps, s.offer(of.Language, rng), pick(rng, wheres), rng)
	language := of.Language
	if of.IsEnglish() && chance(rng, .3) {
		encipher(ps, rng)
		language = invented
	}
	t := writeText(ps, rng)
	t.of(of)
	t.Language = language
	return t
}

// Talks returns each passage as a text of its own.
func (s *Stock) Talks() []*Sample { return alone(s.talk, Article) }

// Pleas returns each prompt and each passage as a text of its own.
func (s *Stock) Pleas() []*Sample { return append(alone(s.prompts, Clutter), s.Talks()...) }

func alone(texts []prompts.Prompt, label Label) []*Sample {
	out := make([]*Sample, len(texts))
	for i, p := range texts {
		ps := lines(p, label)
		t := &Sample{ID: p.Language + " " + p.Style, Type: "article", Language: p.Language, Fold: foldOf(&texts[i]), Weight: 1, Lines: make([]Line, len(ps))}
		for k := range ps {
			t.Lines[k] = ps[k].Line
		}
		t.read()
		out[i] = t
	}
	return out
}

// Without returns the text as it is without the lines that are marked, and which of
// its lines are left.
func (s *Sample) Without(put []bool) (t *Sample, left []int) {
	t = &Sample{}
	t.of(s)
	for i, l := range s.Lines {
		if n := len(t.Lines); put[i] || n > 0 && l.Text == "" && t.Lines[n-1].Text == "" {
			continue
		}
		t.Lines, left = append(t.Lines, l), append(left, i)
	}
	t.read()
	return t, left
}

func own(of *Sample, add []piece, where prompts.Where, rng *rand.Rand) (t *Sample, put []bool) {
	const least = 3
	ps := slices.DeleteFunc(of.pieces(), func(p piece) bool { return p.Label != Article })
	if len(ps) < least {
		return nil, nil
	}
	ps = insert(ps, add, where, rng)
	apart := chance(rng, .5)
	t = &Sample{}
	t.of(of)
	for i := range ps {
		if apart && i > 0 {
			t.Lines, put = append(t.Lines, Line{}), append(put, false)
		}
		t.Lines, put = append(t.Lines, ps[i].Line), append(put, ps[i].put)
	}
	t.read()
	return t, put
}
