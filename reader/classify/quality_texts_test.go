package classify_test

import (
	"fmt"
	"strings"
	"testing"

	"lectern/reader/classify"
	"lectern/reader/classify/train/corpus"
	"lectern/reader/classify/train/lessons"
	"lectern/reader/classify/train/measure"
	"lectern/reader/classify/train/prompts"
	"lectern/reader/classify/train/stories"
)

// texts scores what is put into texts: prompts, which must go, and passages that
// speak of what prompts speak of, which must stay. Neither was learnt from.
type texts struct {
	stock   *corpus.Stock
	put     map[tongue]*measure.Spliced // prompts in articles of their own language
	fresh   *corpus.Stock
	anew    map[tongue]*measure.Spliced // the same, of prompts as publishers commonly put them
	any     measure.Spliced             // prompts of all languages in English articles
	talked  measure.Spliced             // passages in English articles and by themselves
	stories map[tongue]*measure.Lines   // short pages as they were written
	full    map[tongue]*measure.Lines   // those of the size of real ones
	told    lessons.Set
	talks   lessons.Set
	unread  measure.Spliced // passages that no model has learnt from
}

// tongue says how well the model knows a language.
type tongue string

const (
	english tongue = "English"
	learnt  tongue = "learnt"
	unheard tongue = "unheard"
)

// unlearnt are the languages that no text is in that the models of folds learn
// from.
var unlearnt = map[string]bool{"bn": true, "da": true, "el": true, "hu": true, "th": true, "vi": true}

func tongueOf(language string) tongue {
	switch {
	case language == "" || language == "en":
		return english
	case unlearnt[language]:
		return unheard
	}
	return learnt
}

func newTexts(t *testing.T) texts {
	t.Helper()
	stock, err := corpus.NewStock(prompts.Valid)
	if err != nil {
		t.Fatal(err)
	}
	fresh, err := corpus.NewStock(prompts.Fresh)
	if err != nil {
		t.Fatal(err)
	}
	told, err := corpus.Stories(stories.Valid)
	if err != nil {
		t.Fatal(err)
	}
	x := texts{stock: stock, put: map[tongue]*measure.Spliced{}, fresh: fresh, anew: map[tongue]*measure.Spliced{}, stories: map[tongue]*measure.Lines{},
		full: map[tongue]*measure.Lines{}, told: told, talks: stock.Talks()}
	for _, k := range [...]tongue{english, learnt, unheard} {
		x.put[k], x.anew[k] = &measure.Spliced{}, &measure.Spliced{}
		x.stories[k], x.full[k] = &measure.Lines{}, &measure.Lines{}
	}
	return x
}

// add cleans a text into which lines were put, and without them.
func add(c *classify.Rules, into *measure.Spliced, s *corpus.Sample, put []bool) {
	if s == nil {
		return
	}
	c.Classify(s.Doc)
	own, left := s.Without(put)
	c.Classify(own.Doc)
	alone := make([]bool, len(s.Lines))
	for k, keep := range measure.Kept(own.Doc, len(own.Lines)) {
		alone[left[k]] = keep
	}
	into.Add(s.Lines, put, measure.Kept(s.Doc, len(s.Lines)), alone)
}

// fold scores English articles that the cleaner knows nothing of.
func (x *texts) fold(c *classify.Rules, articles lessons.Set) {
	const variant = 9
	for _, s := range articles {
		made, put := x.stock.Prompted(s, variant)
		add(c, x.put[english], made, put)
		made, put = x.fresh.Prompted(s, variant)
		add(c, x.anew[english], made, put)
		made, put = x.stock.PromptedInAny(s, variant)
		add(c, &x.any, made, put)
		made, put = x.stock.Talked(s, variant)
		add(c, &x.talked, made, put)
	}
}

// abroad scores the stories in many languages of a fold. No model of a fold
// learns from any of them; the model that ships does.
func (x *texts) abroad(c *classify.Rules, of func(lessons.Set) lessons.Set) {
	const variants = 4
	all := of(x.told)
	clean(c, all)
	for _, s := range all {
		k := tongueOf(s.Language)
		as := x.stories[k]
		if s.Full {
			as = x.full[k]
		}
		as.Add(s.Lines, measure.Kept(s.Doc, len(s.Lines)))
		for v := range uint64(variants) {
			made, put := x.stock.Prompted(s, v)
			add(c, x.put[k], made, put)
			made, put = x.fresh.Prompted(s, v)
			add(c, x.anew[k], made, put)
		}
	}
	for _, s := range of(x.talks) {
		x.talk(c, &x.talked, s)
	}
}

// next scores what the model that ships has not learnt from either.
func (x *texts) next(t *testing.T, c *classify.Rules) {
	t.Helper()
	stock, err := corpus.NewStock(prompts.Next)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range stock.Talks() {
		x.talk(c, &x.unread, s)
	}
}

// talk scores a passage by itself, of which all must stay.
func (*texts) talk(c *classify.Rules, into *measure.Spliced, s *corpus.Sample) {
	put := make([]bool, len(s.Lines))
	for i := range put {
		put[i] = true
	}
	add(c, into, s, put)
}

// rows writes the rows of the table.
func (x *texts) rows(row func(what, peer, must, goal, format string, a ...any)) {
	x.row(row, "prompts", x.put)
	x.row(row, "common prompts", x.anew)
	removed, kept, still := x.any.Shares()
	row("prompts of any language put into English articles", "none", "", "", "%.3f / %.4f, %.4f", removed, kept, still)
	row("passages about subscriptions etc.: lines wrongly removed", "none", "0", "0", "%d of %d", x.talked.Passage-x.talked.Spared, x.talked.Passage)
	for _, k := range [...]tongue{learnt, unheard} {
		for _, of := range [...]struct {
			what string
			ls   *measure.Lines
		}{{"short pages", x.stories[k]}, {"pages of full size", x.full[k]}} {
			s := of.ls.Total()
			row(fmt.Sprintf("%s in languages %s, lines: article F1 / clutter F1 / exact", of.what, k), "", "", "", "%.4f / %.4f / %.3f of %d", s.Article.F1, s.Clutter.F1, s.Exact, s.Pages)
		}
	}
	row("passages by themselves, unseen by the model that ships: wrongly removed", "none", "0", "0", "%d of %d", x.unread.Passage-x.unread.Spared, x.unread.Passage)
}

// row writes the row of a set of prompts, by language.
func (*texts) row(row func(what, peer, must, goal, format string, a ...any), what string, put map[tongue]*measure.Spliced) {
	var all measure.Spliced
	apart := make([]string, 0, 3)
	for _, k := range [...]tongue{english, learnt, unheard} {
		all.Join(put[k])
		removed, kept, still := put[k].Shares()
		apart = append(apart, fmt.Sprintf("%s %.3f / %.4f, %.4f", k, removed, kept, still))
	}
	removed, kept, still := all.Shares()
	row(what+" put into articles of their language removed / lines kept, of those kept without", "none", ".96 / .99", ".985 / .997", "%.3f / %.4f, %.4f (%s)",
		removed, kept, still, strings.Join(apart, ", "))
}
