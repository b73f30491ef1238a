package classify_test

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"lectern/reader/classify"
	"lectern/reader/classify/train/corpus"
	"lectern/reader/classify/train/lessons"
	"lectern/reader/classify/train/measure"
)

// TestQuality prints how well the classifier cleans pages of sites that it has
// never seen, beside the best of the open extractors:
//
//	go test ./reader/classify -run Quality -v -timeout 60m
//
// Every page of the collections is cleaned by a model that was fitted, in all
// its stages, on the pages of other registered domains alone, and that has not
// seen the written texts to measure with, from which the shipped one learns too.
// The five models are fitted on the way and kept in the user's cache, by the hash
// of model.bin: what was fitted by the same program on the same data need not be
// fitted again (go run ./reader/classify/train -folds DIR and LECTERN_FOLDS=DIR do
// the same). The pages of l3s are learnt from by no model, so the shipped one reads
// them.
func TestQuality(t *testing.T) {
	if run := testing.CoverMode(); run != "" || !strings.Contains(strings.Join(os.Args, " "), "Quality") {
		t.Skip("takes minutes; ask for it with -run Quality")
	}
	dir := filepath.Join(cmp.Or(os.Getenv("LECTERN_SHARED"), "../../../shared"), "data")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the shared data is not at hand: ", err)
	}
	m, err := lessons.Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	q := &quality{material: m, texts: newTexts(t), tagged: map[string]*[2]int{}, textOf: map[string]*corpus.Sample{}}
	for _, s := range m.TextDev {
		q.textOf[s.ID] = s
	}
	f := lessons.Folds{Dir: foldsDir(t), Material: m}
	for k := range classify.Folds {
		model, err := f.Model(k)
		if err != nil {
			t.Fatal(err)
		}
		q.fold(t, k, classify.NewWith(model))
	}
	q.unseen(t, dir)
	q.print(t)
}

// foldsDir is where the models without a fold are kept.
func foldsDir(t *testing.T) string {
	t.Helper()
	if dir := os.Getenv("LECTERN_FOLDS"); dir != "" {
		return dir
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return t.TempDir()
	}
	b, err := os.ReadFile("model.bin")
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(cache, "lectern", fmt.Sprintf("folds-%x", sha256.Sum256(b))[:22])
}

// quality collects the scores.
type quality struct {
	material          *lessons.Material
	textOf            map[string]*corpus.Sample // the labelled lines of a page
	pages, news       measure.Pages             // of WCXB and of l3s
	nowhere           measure.Pages             // of WCXB, where nothing tells the address
	lines             measure.Lines             // of pages read as HTML
	text, newsText    measure.Lines             // of pages read as text
	oldText           measure.Lines
	old               measure.Pages
	texts             texts
	tagged            map[string]*[2]int // by tag: removals, and those whose reason agrees
	removed, agreeing int
}

// fold scores the pages of a fold.
func (q *quality) fold(t *testing.T, k int, c *classify.Rules) {
	t.Helper()
	of := func(set lessons.Set) lessons.Set {
		return sift(set, func(s *corpus.Sample) bool { return s.Fold == k })
	}
	pages := of(q.material.WCXB)
	clean(c, pages)
	for _, s := range pages {
		text := s.Doc.Article()
		q.pages.Add(s.Type, text, s.Gold)
		if l := q.textOf[s.ID]; l != nil {
			q.lines.Add(l.Lines, measure.Found(l.Lines, text))
		}
	}
	for _, s := range pages {
		s.Doc.Address, s.Doc.Canonical = "", ""
	}
	clean(c, pages)
	for _, s := range pages {
		q.nowhere.Add(s.Type, s.Doc.Article(), s.Gold)
	}
	pages = of(q.material.Dragnet)
	clean(c, pages)
	for _, s := range pages {
		q.old.Add(s.Type, s.Doc.Article(), s.Gold)
	}
	for set, into := range map[*lessons.Set]*measure.Lines{&q.material.TextDev: &q.text, &q.material.TextDragnet: &q.oldText} {
		pages = of(*set)
		clean(c, pages)
		for _, s := range pages {
			into.Add(s.Lines, measure.Kept(s.Doc, len(s.Lines)))
		}
	}
	for _, s := range of(q.material.TextDev) {
		q.reasons(s)
	}
	q.texts.fold(c, of(q.material.TextDev))
	q.texts.abroad(c, of)
}

// reasons compares the reasons of removals with the tags of the lines.
func (q *quality) reasons(s *corpus.Sample) {
	for i := range s.Doc.Blocks {
		if v := s.Doc.Blocks[i].Verdict; !v.Kept && s.Labels[i] == corpus.Clutter && s.Tags[i] != "" {
			q.removed++
			if measure.Agrees(s.Tags[i], v.Reason) {
				q.agreeing++
			}
		}
	}
}

// unseen scores the pages that no model learns from.
func (q *quality) unseen(t *testing.T, dir string) {
	t.Helper()
	pages, err := lessons.Read(corpus.MeasureOnlyL3S(dir))
	if err != nil {
		t.Fatal(err)
	}
	texts, err := lessons.Read(corpus.MeasureOnlyTextL3S(dir))
	if err != nil {
		t.Fatal(err)
	}
	c := classify.New()
	clean(c, pages)
	clean(c, texts)
	for _, s := range pages {
		q.news.Add(s.Type, s.Doc.Article(), s.Gold)
	}
	q.texts.next(t, c)
	for _, s := range texts {
		q.newsText.Add(s.Lines, measure.Kept(s.Doc, len(s.Lines)))
	}
}

// print writes the table.
func (q *quality) print(t *testing.T) {
	t.Helper()
	article, all := q.pages.Total("article"), q.pages.Total()
	html, text, news := q.lines.Total(), q.text.Total(), q.newsText.Total()
	kinds := make([]string, 0, 6)
	for _, k := range [...]string{"forum", "documentation", "service", "listing", "collection", "product"} {
		kinds = append(kinds, fmt.Sprintf("%.3f", q.pages.Total(k).Words.F1))
	}
	row := func(what, peer, must, goal, format string, a ...any) {
		t.Logf("| %-62s | %-31s | %-31s | %-31s | %s |", what, peer, must, goal, fmt.Sprintf(format, a...))
	}
	row("out of fold, by domain", "best peer", "must", "goal", "lectern")
	row("article pages, word F1", ".937", ".962", ".970", "%.4f", article.Words.F1)
	row("all page types, word F1", ".812", ".880", ".900", "%.4f", all.Words.F1)
	row("article pages / all, without an address, word F1", "", "", "", "%.4f / %.4f", q.nowhere.Total("article").Words.F1, q.nowhere.Total().Words.F1)
	row("forum / documentation / service / listing / collection / product", ".66/.93/.77/.61/.57/.58", ".81/.935/.86/.74/.68/.63", "above each", "%s", strings.Join(kinds, " / "))
	row("with kept / without removed, article pages", ".86 / .95", ".90 / .96", ".92 / .97", "%.3f / %.3f", article.With, article.Without)
	row("HTML, lines: article F1 / clutter F1 / exact", ".94 / .965 / .29", ".957 / .973 / .37", ".965 / .98 / .45", "%.4f / %.4f / %.3f", html.Article.F1, html.Clutter.F1, html.Exact)
	row("text, lines: article F1 / clutter F1 / exact", "ten lines .849 / .917 / .16", ".937 / .962 / .22", ".95 / .97 / .30", "%.4f / %.4f / %.3f", text.Article.F1, text.Clutter.F1, text.Exact)
	row("subscription lines near the article removed, HTML / text", ".88 / none", ".94 / .91", ".97 / .95", "%.3f / %.3f", html.Near, text.Near)
	row("l3s, never trained on: word F1 from HTML", ".928", ".935", ".955", "%.4f", q.news.Total().Words.F1)
	row("text-l3s, never trained on: article line F1 / exact", "none (with the HTML .871 / .32)", ".86 / .25", ".92 / .40", "%.4f / %.3f", news.Article.F1, news.Exact)
	row("reason agrees with the tag", "none has it", ".85", ".92", "%.3f", float64(q.agreeing)/float64(max(1, q.removed)))
	q.texts.rows(row)
	row("dragnet: word F1; as text: article line F1 / clutter F1 / exact", ".886", "", "", "%.4f; %.4f / %.4f / %.3f", q.old.Total().Words.F1,
		q.oldText.Total().Article.F1, q.oldText.Total().Clutter.F1, q.oldText.Total().Exact)
	t.Logf("articles: P %.3f R %.3f; l3s: P %.3f R %.3f; text: P %.3f R %.3f; text-l3s: P %.3f R %.3f", article.Words.P, article.Words.R,
		q.news.Total().Words.P, q.news.Total().Words.R, text.Article.P, text.Article.R, news.Article.P, news.Article.R)
}

func sift(set lessons.Set, want func(*corpus.Sample) bool) lessons.Set {
	var out lessons.Set
	for _, s := range set {
		if want(s) {
			out = append(out, s)
		}
	}
	return out
}

// clean gives the documents their verdicts.
func clean(c *classify.Rules, set lessons.Set) {
	var wg sync.WaitGroup
	next := make(chan *corpus.Sample)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for s := range next {
				c.Classify(s.Doc)
			}
		})
	}
	for _, s := range set {
		next <- s
	}
	close(next)
	wg.Wait()
}
