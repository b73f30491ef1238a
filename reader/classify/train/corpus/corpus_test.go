package corpus

import (
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lectern/reader/doc"
)

func TestFold(t *testing.T) {
	for _, same := range [][]string{
		{"https://example.co.uk/a", "http://www.example.co.uk/b?c", "https://NEWS.example.co.uk:8080/"},
		{"https://one.github.io/x", "https://one.github.io/y"},
	} {
		for _, a := range same[1:] {
			if Fold(a, "1") != Fold(same[0], "2") {
				t.Errorf("%s and %s are in different folds", a, same[0])
			}
		}
	}
	n := [Folds]int{}
	for i := range 1000 {
		id := "dr" + strings.Repeat("x", i%7) + string(rune('a'+i%26)) + string(rune('a'+i/26%26))
		n[Fold("", id)]++
		if f := Fold("not an address", id); f != Fold("", id) {
			t.Errorf("%s: fold %d, then %d", id, Fold("", id), f)
		}
	}
	for f, c := range n {
		if c < 50 {
			t.Errorf("fold %d has %d of 1000 pages", f, c)
		}
	}
	// Weights that are committed depend on these never changing.
	for address, want := range map[string]int{"https://www.example.com/": 4, "https://harbour-mail.co.uk/a": 0} {
		if got := Fold(address, ""); got != want {
			t.Errorf("fold of %s is %d, was %d", address, got, want)
		}
	}
}

const gold = "The ferry left at noon with forty people aboard.\nIt came back at dusk without a scratch on it, the captain said.\nIt sails again on Monday, if the weather holds until then."

const page = `<!doctype html><title>Ferry slips out | Harbour Mail</title><body>
<nav><a href=/>Home</a> <a href=/n>News</a></nav>
<div style="display:none"><p>It sails again on Monday, if the weather holds until then.</p></div>
<article><h1>Ferry slips out</h1><p>By Ada Holm</p>
<p>The ferry left at noon with forty people aboard.</p>
<p>Subscribe to our newsletter</p>
<p>It came back at dusk without a scratch on it, the captain said.</p>
<img alt="The ferry left at noon with forty people aboard" src=f.png>
<p>It sails again on Monday, if the weather holds until then.</p></article>
<footer>All rights reserved by the Harbour Mail</footer>`

func TestSampleOfHTML(t *testing.T) {
	p := Page{ID: "1", Source: NameWCXB, Type: "article", Title: "Ferry slips out", Author: "Ada Holm", HTML: page, Gold: Gold{Text: gold}}
	s := p.Sample()
	if s.Weight != 1 {
		t.Errorf("weight %v", s.Weight)
	}
	for i := range s.Doc.Blocks {
		b := &s.Doc.Blocks[i]
		want := Clutter
		switch {
		case b.Kind == doc.Image || strings.HasPrefix(b.Text, "By ") || b.Text == "Ferry slips out":
			want = Unsure
		case !b.Hidden && strings.Contains(gold, b.Text):
			want = Article
		}
		if s.Labels[i] != want {
			t.Errorf("%q: label %d, want %d", b.Text, s.Labels[i], want)
		}
		if tag := s.Tags[i]; (tag == "newsletter") != strings.HasPrefix(b.Text, "Subscribe") {
			t.Errorf("%q: tag %q", b.Text, tag)
		}
	}
}

func TestSampleWithoutItsText(t *testing.T) {
	p := Page{ID: "1", Source: NameWCXB, HTML: page, Gold: Gold{Text: "Quite another story stands here."}}
	if w := p.Sample().Weight; w != 0 {
		t.Errorf("weight %v of a page that lacks the gold text", w)
	}
	p = Page{ID: "1708", Source: NameWCXB, HTML: page, Gold: Gold{Text: gold}}
	if w := p.Sample().Weight; w != 0 {
		t.Errorf("weight %v of a page that is unfit", w)
	}
}

// pack writes rows as the collections have them.
func pack(t *testing.T, name string, rows ...map[string]any) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o750); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	z := gzip.NewWriter(f)
	for _, r := range rows {
		if err := json.NewEncoder(z).Encode(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestReadText(t *testing.T) {
	dir := t.TempDir()
	line := func(text, label, tag string) map[string]string {
		return map[string]string{"text": text, "label": label, "tag": tag}
	}
	lines := []map[string]string{
		line("Log in", "clutter", "login"), line("The ferry left\nat noon.", "article", ""), line("* * *", "unsure", ""),
	}
	pack(t, filepath.Join(dir, "text-dev.jsonl.gz"), map[string]any{"id": "7", "url": "https://example.com/", "lines": lines},
		map[string]any{"id": "8", "url": "", "lines": lines[:1]})
	var ids []string
	for p, err := range TextDev(dir) {
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, p.ID)
		s := p.Sample()
		for i, want := range []Label{Clutter, Article, Unsure}[:len(p.Lines)] {
			if s.Labels[i] != want || s.Lines[i].Label != want {
				t.Errorf("page %s, line %d: %d and %d, want %d", p.ID, i, s.Labels[i], s.Lines[i].Label, want)
			}
		}
		if s.Tags[0] != "login" {
			t.Errorf("tag %q", s.Tags[0])
		}
	}
	if strings.Join(ids, " ") != "7 8" {
		t.Errorf("pages %q", ids)
	}
	for _, err := range Dragnet(dir) {
		if err == nil || !strings.Contains(err.Error(), "dragnet") {
			t.Errorf("a missing file gives %v", err)
		}
	}
}
