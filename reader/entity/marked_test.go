package entity

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lectern/reader/doc"
)

// tally counts entities: found by the tagger, marked by hand, and both alike.
type tally struct{ found, marked, both int }

func (n tally) plus(o tally) tally {
	return tally{n.found + o.found, n.marked + o.marked, n.both + o.both}
}

// scores returns precision, recall and F1 in percent.
func (n tally) scores() (precision, recall, f1 float64) {
	part := func(of int) float64 { return 100 * float64(n.both) / float64(max(of, 1)) }
	return part(n.found), part(n.marked), 200 * float64(n.both) / float64(max(n.found+n.marked, 1))
}

func (n tally) String() string {
	p, r, f := n.scores()
	return fmt.Sprintf("P %5.1f  R %5.1f  F1 %5.1f  (%d marked, %d found)", p, r, f, n.marked, n.found)
}

// compare tags documents and compares what is found with what was marked by
// hand, exact bytes and kind. What differs is logged.
func compare(t testing.TB, docs []markedText, kinds ...doc.EntityKind) (byKind map[doc.EntityKind]*tally, all tally) {
	t.Helper()
	tagger := New()
	byKind = map[doc.EntityKind]*tally{}
	for _, k := range kinds {
		byKind[k] = &tally{}
	}
	for _, m := range docs {
		got := map[doc.Entity]bool{}
		for _, e := range tagger.Tag(m.language, m.texts) {
			if n := byKind[e.Kind]; n != nil {
				n.found++
				got[place(e)] = true
			}
		}
		want := map[doc.Entity]bool{}
		for _, w := range m.want {
			n := byKind[w.Kind]
			if n == nil {
				continue
			}
			n.marked++
			want[w.Entity] = true
			if got[w.Entity] {
				n.both++
			}
		}
		logDifference(t, m.texts, got, want)
	}
	for _, n := range byKind {
		all = all.plus(*n)
	}
	return byKind, all
}

// place returns where and what an entity is, and nothing else of it.
func place(e doc.Entity) doc.Entity {
	return doc.Entity{Block: e.Block, Start: e.Start, End: e.End, Kind: e.Kind}
}

// logDifference logs what is only in one of two sets of entities.
func logDifference(t testing.TB, texts []string, got, want map[doc.Entity]bool) {
	t.Helper()
	var lines []string
	list := func(mark string, in, notIn map[doc.Entity]bool) {
		for e := range in {
			if !notIn[e] {
				text := texts[e.Block]
				from, to := max(0, e.Start-25), min(len(text), e.End+25)
				lines = append(lines, fmt.Sprintf("%03d %05d %s %s[%s|%s]%s", e.Block, e.Start, mark,
					text[from:e.Start], text[e.Start:e.End], e.Kind, text[e.End:to]))
			}
		}
	}
	list("+", got, want)
	list("-", want, got)
	slices.Sort(lines)
	for _, l := range lines {
		t.Log(l[10:])
	}
}

// floor fails if a figure is below the least that was reached before.
func floor(t *testing.T, what string, n tally, least float64) {
	t.Helper()
	t.Logf("%-14s %s", what, n)
	if _, _, f1 := n.scores(); f1 < least {
		t.Errorf("%s: F1 %.1f is below %.1f", what, f1, least)
	}
}

// TestArticles tags ten articles that were marked by hand before any tagger
// had seen them; only what the marks themselves had left out was added after.
func TestArticles(t *testing.T) {
	docs := articles(t, "articles")
	if len(docs) < 10 {
		t.Errorf("only %d articles", len(docs))
	}
	floors(t, docs, 90, 92)
}

// TestFresh tags six articles that were written and marked when the tagger was
// done, and from whose errors nothing was learnt.
func TestFresh(t *testing.T) {
	floors(t, articles(t, "fresh"), 85, 88)
}

// floors compares articles with their marks and fails below the F1 of people,
// organisations and places, and of all.
func floors(t *testing.T, docs []markedText, least, leastOfAll float64) {
	t.Helper()
	byKind, all := compare(t, docs, everyKind...)
	names := tally{}
	for _, k := range everyKind {
		floor(t, k.String(), *byKind[k], 0)
		if k <= doc.Place {
			names = names.plus(*byKind[k])
		}
	}
	floor(t, "names", names, least)
	floor(t, "all", all, leastOfAll)
}

// TestSentences tags sentences with percentages and quantities.
func TestSentences(t *testing.T) {
	for _, c := range []struct {
		file  string
		kind  doc.EntityKind
		least float64
	}{
		{"percent.txt", doc.Percent, 98},
		{"quantity.txt", doc.Quantity, 97},
	} {
		docs := readSentences(t, c.file, c.kind)
		if len(docs) < 200 {
			t.Errorf("%s has only %d sentences", c.file, len(docs))
		}
		_, all := compare(t, docs, c.kind)
		floor(t, c.kind.String(), all, c.least)
	}
}

// TestVariants tags stories in which names come back in other forms. Each form
// is to be found, and to be called by the name of what it stands for.
func TestVariants(t *testing.T) {
	docs := readMarked(t, "variants.txt", doc.Other)
	if len(docs) < 200 {
		t.Errorf("only %d stories", len(docs))
	}
	_, all := compare(t, docs, nameKinds...)
	floor(t, "variants", all, 94)
	floor(t, "display names", named(t, docs), 98)
}

// named counts the names with the right display name among those of the right
// place and kind.
func named(t testing.TB, docs []markedText) (n tally) {
	t.Helper()
	tagger := New()
	for _, m := range docs {
		got := map[doc.Entity]string{}
		for _, e := range tagger.Tag(m.language, m.texts) {
			got[place(e)] = e.Name
		}
		for _, w := range m.want {
			display := w.display
			if display == "" {
				display = m.texts[w.Block][w.Start:w.End]
			}
			is, found := got[w.Entity]
			if !found {
				continue
			}
			n = n.plus(tally{found: 1, marked: 1})
			if is == display {
				n.both++
			} else {
				t.Logf("%q is called %q: %s", display, is, m.texts[w.Block])
			}
		}
	}
	return n
}

// TestDatelines tags what stands around a story's sentences.
func TestDatelines(t *testing.T) {
	byKind, all := compare(t, readMarked(t, "datelines.txt", doc.Other), everyKind...)
	for _, k := range everyKind {
		floor(t, k.String(), *byKind[k], 0)
	}
	floor(t, "datelines", all, 96)
}

// articles returns the articles of a folder, marked by hand.
func articles(t testing.TB, folder string) []markedText {
	t.Helper()
	files, err := os.ReadDir(filepath.Join("testdata", folder))
	if err != nil {
		t.Fatal(err)
	}
	var docs []markedText
	for _, f := range files {
		of := readMarked(t, filepath.Join(folder, f.Name()), doc.Other)
		if len(of) != 1 {
			t.Fatalf("%s holds %d articles", f.Name(), len(of))
		}
		if n := doc.CountWords(strings.Join(of[0].texts, " ")); n < 250 {
			t.Errorf("%s has only %d words", f.Name(), n)
		}
		docs = append(docs, of...)
	}
	return docs
}
