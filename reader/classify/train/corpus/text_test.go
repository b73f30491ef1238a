package corpus

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"lectern/reader/classify/train/prompts"
	"lectern/reader/doc"
)

func stock(t *testing.T, split prompts.Split) *Stock {
	t.Helper()
	s, err := NewStock(split)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// site is a page of a few paragraphs with a menu and a foot.
func site() *Sample {
	var b strings.Builder
	b.WriteString("<title>Ferry slips out</title><nav><ul><li><a href=/>Home</a><li><a href=/n>News</a><li><a href=/s>Sport</a></ul></nav><article>")
	for p := range strings.SplitSeq(gold, "\n") {
		b.WriteString("<p>" + p + "</p>")
	}
	b.WriteString("<table><tr><td>Ferries<td>3<tr><td>Boats<td>14</table></article><footer>All rights reserved by the Harbour Mail</footer>")
	p := Page{ID: "1", Source: NameWCXB, Type: "article", HTML: b.String(), Gold: Gold{Text: gold}}
	return p.Sample()
}

func TestTextIsReproducible(t *testing.T) {
	st, s := stock(t, prompts.Train), site()
	different := 0
	for v := range uint64(20) {
		a, b := s.Text(v, nil, st), s.Text(v, nil, st)
		if joined(a) != joined(b) {
			t.Errorf("variant %d differs from itself", v)
		}
		if joined(a) != joined(s.Text(v+1, nil, st)) {
			different++
		}
		if len(a.Labels) != len(a.Doc.Blocks) || a.Fold != s.Fold || a.Weight != s.Weight {
			t.Errorf("variant %d: %d labels of %d blocks, fold %d, weight %v", v, len(a.Labels), len(a.Doc.Blocks), a.Fold, a.Weight)
		}
	}
	if different < 15 {
		t.Errorf("only %d of 20 variants differ from the next", different)
	}
}

// Texts are made by several goroutines, also in languages that no prompt is in.
func TestTextsAtOnce(t *testing.T) {
	st := stock(t, prompts.Train)
	var wg sync.WaitGroup
	for _, language := range [...]string{"is", "cy", "km", "yo"} {
		s := site()
		s.Language = language
		want := joined(s.Text(1, nil, st))
		wg.Go(func() {
			if got := joined(s.Text(1, nil, st)); got != want {
				t.Errorf("%s: %q, beside others %q", language, want, got)
			}
		})
	}
	wg.Wait()
}

func joined(s *Sample) string {
	var b strings.Builder
	for _, l := range s.Lines {
		b.WriteString(l.Text + "\n")
	}
	return b.String()
}

// TestTextKeepsLabels finds the article's words under its label and those of
// menu and foot under the other, however the text is written.
func TestTextKeepsLabels(t *testing.T) {
	st, s := stock(t, prompts.Train), site()
	for v := range uint64(200) {
		x := s.Text(v, nil, st)
		if len(x.Doc.Blocks) == 0 {
			t.Fatalf("variant %d is empty", v)
		}
		for i := range x.Doc.Blocks {
			text := x.Doc.Blocks[i].Text
			switch {
			case strings.Contains(text, "ferry left") && x.Labels[i] != Article, strings.Contains(text, "Harbour Mail") && x.Labels[i] != Clutter:
				t.Errorf("variant %d: %q has label %d", v, text, x.Labels[i])
			}
		}
	}
}

func TestTextWithAnotherPagesClutter(t *testing.T) {
	page := Page{ID: "2", Source: NameTextDev, Lines: []Line{
		{Text: "Bread and salt", Label: Clutter}, {Text: "The baker of Hollin sells no bread on Mondays.", Label: Article}, {Text: "Write to the baker", Label: Clutter},
	}}
	found := false
	for v := range uint64(20) {
		text := joined(site().Text(v, page.Sample(), stock(t, prompts.Train)))
		if strings.Contains(text, "baker of Hollin") {
			t.Errorf("variant %d has the other page's article", v)
		}
		found = found || strings.Contains(text, "Bread and salt") && strings.Contains(text, "Write to the baker")
	}
	if !found {
		t.Error("no variant has the other page's clutter")
	}
}

func TestWrap(t *testing.T) {
	for _, l := range wrap(strings.Repeat("The ferry left at noon, überall Boote. ", 9), 40) {
		if n := len([]rune(l)); n > 40 || n < 25 {
			t.Errorf("%d runes: %q", n, l)
		}
	}
	if got := wrap("  ", 40); len(got) != 0 {
		t.Errorf("%q", got)
	}
}

func TestHan(t *testing.T) {
	a, b := han("The ferry left at noon, he said. Nobody knew."), han("The ferry left.")
	if strings.ContainsAny(a, " .,abcdefghijklmnopqrstuvwxyz") || !strings.HasSuffix(a, "。") || !strings.Contains(a, "、") {
		t.Errorf("%q", a)
	}
	if a[:3] != b[:3] { // a character takes three bytes
		t.Errorf("the same word is written in two ways: %q, %q", a, b)
	}
}

// TestStocksAreApart: what is measured with is not what measured models learn from.
func TestStocksAreApart(t *testing.T) {
	train, valid := stock(t, prompts.Train), stock(t, prompts.Valid)
	if len(train.prompts) < 100 || len(valid.prompts) < 50 || len(train.talk) < 20 || len(valid.talk) < 10 {
		t.Fatalf("%d, %d, %d, %d texts", len(train.prompts), len(valid.prompts), len(train.talk), len(valid.talk))
	}
	for _, p := range train.prompts {
		if p.Split != prompts.Train {
			t.Errorf("%s %s %s is not to be learnt from", p.Language, p.Publisher, p.Style)
		}
	}
}

// TestTextsAreOfOneFold: what is put into the articles of one fold is put into
// those of no other, whoever published it.
func TestTextsAreOfOneFold(t *testing.T) {
	train := stock(t, prompts.Train)
	fold, n := map[string]int{}, 0
	for k := range Folds {
		for _, p := range train.beside(&Sample{Fold: k}).prompts {
			n++
			key := p.Language + " " + p.Publisher
			if other, ok := fold[key]; ok && other != k {
				t.Errorf("%s stands in folds %d and %d", key, other, k)
			}
			fold[key] = k
		}
	}
	if n != len(train.prompts) {
		t.Errorf("%d texts in folds, %d in all", n, len(train.prompts))
	}
}

// Without its prompt, a text is the article again, with no wider gap where that stood.
func TestWithout(t *testing.T) {
	st, s := stock(t, prompts.Valid), site()
	for v := range uint64(30) {
		x, put := st.Prompted(s, v)
		y, left := x.Without(put)
		want := make([]string, 0, len(x.Lines))
		for i, l := range x.Lines {
			if !put[i] && l.Text != "" {
				want = append(want, l.Text)
			}
		}
		got := strings.Split(strings.TrimSpace(joined(y)), "\n")
		if strings.Contains(joined(y), "\n\n\n") || !slices.Equal(slices.DeleteFunc(got, func(l string) bool { return l == "" }), want) {
			t.Fatalf("variant %d: %q, want %q", v, joined(y), want)
		}
		for k, i := range left {
			if y.Lines[k] != x.Lines[i] {
				t.Fatalf("variant %d: line %d is %v, and was %v", v, k, y.Lines[k], x.Lines[i])
			}
		}
	}
}

func TestPrompted(t *testing.T) {
	st, s := stock(t, prompts.Valid), site()
	for v := range uint64(30) {
		x, put := st.Prompted(s, v)
		n := 0
		for i, l := range x.Lines {
			switch {
			case put[i] && l.Label != Clutter, !put[i] && l.Label == Clutter:
				t.Errorf("variant %d, line %d: put in %v, label %d: %q", v, i, put[i], l.Label, l.Text)
			case put[i]:
				n++
			}
		}
		if n == 0 {
			t.Errorf("variant %d has no prompt", v)
		}
		y, put := st.Talked(s, v)
		for i, l := range y.Lines {
			if put[i] && l.Label != Article {
				t.Errorf("variant %d: a passage has label %d", v, l.Label)
			}
		}
	}
	for _, x := range st.Talks() {
		if len(x.Doc.Blocks) == 0 || x.Labels[0] != Article {
			t.Errorf("%s: %d blocks", x.ID, len(x.Doc.Blocks))
		}
	}
}

// TestDoubt: within articles of the older collection, lines that only the gold
// text speaks against are left open.
func TestDoubt(t *testing.T) {
	ls := []Line{
		{Text: "Home", Label: Clutter}, {Text: "The baker of Hollin sells no bread on Mondays.", Label: Article}, {Text: "Rye", Label: Clutter},
		{Text: "Log in", Label: Clutter, Tag: "login"}, {Text: "On Tuesdays he sells twice as much as before.", Label: Article}, {Text: "Contact", Label: Clutter},
	}
	for source, want := range map[string]string{NameTextDragnet: "caucac", NameTextDev: "caccac"} {
		p := Page{ID: "3", Source: source, Lines: ls}
		s := p.Sample()
		got := make([]byte, 0, len(ls))
		for _, l := range s.Labels {
			got = append(got, "uac"[l])
		}
		if string(got) != want {
			t.Errorf("%s: labels %s, want %s", source, got, want)
		}
		if s.Lines[2].Label != Clutter {
			t.Errorf("%s: the line that is scored has label %d", source, s.Lines[2].Label)
		}
	}
}

// TestOffered: the article or a piece of it and a prompt, and nothing else.
func TestOffered(t *testing.T) {
	st := stock(t, prompts.Train)
	ls := make([]Line, 30)
	for i := range ls {
		ls[i] = Line{Text: "The baker of Hollin sells no bread on day " + strings.Repeat("x", i), Label: []Label{Article, Clutter}[i%2]}
	}
	p := Page{ID: "4", Source: NameTextDev, Lines: ls}
	s := p.Sample()
	for v := range uint64(50) {
		whole := v%2 == 0
		x := st.Offered(s, v, whole)
		article, clutter, own := 0, 0, 0
		for _, l := range x.Lines {
			if l.Label == Article && l.Tag != Talk {
				own++
			}
		}
		if whole && own < len(ls)/2 {
			t.Errorf("variant %d: %d lines of %d", v, own, len(ls)/2)
		}
		for i, l := range x.Labels {
			baker := strings.Contains(x.Doc.Blocks[i].Text, "baker of Hollin")
			switch {
			case l == Article:
				article++
			case baker:
				t.Errorf("variant %d: a line of the article has label %d: %q", v, l, x.Doc.Blocks[i].Text)
			case l == Clutter:
				clutter++
			}
		}
		if article == 0 || clutter == 0 || x.Fold != s.Fold {
			t.Errorf("variant %d: %d blocks of article, %d of clutter, fold %d", v, article, clutter, x.Fold)
		}
	}
}

// TestReasons: clutter has the reason of its tag; what belongs to the article has
// none, whatever it is tagged.
func TestReasons(t *testing.T) {
	p := Page{ID: "4", Source: NameTextDev, Lines: []Line{
		{Text: "The baker of Hollin sells no bread on Mondays.", Label: Article},
		{Text: "Log in", Label: Clutter, Tag: "login"},
		{Text: "Our plans, billed by the month", Label: Clutter, Tag: "plan"},
		{Text: "Contact", Label: Clutter},
		{Text: "He asks for a subscription of two loaves.", Label: Article, Tag: Talk},
	}}
	want := []doc.Reason{doc.None, doc.Account, doc.Subscription, doc.None, doc.None}
	if got := p.Sample().Reasons(); !slices.Equal(got, want) {
		t.Errorf("reasons %v, want %v", got, want)
	}
}
