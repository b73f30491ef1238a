package doc_test

import (
	"testing"

	"lectern/reader/doc"
)

func TestStrictnessNames(t *testing.T) {
	for _, s := range doc.Strictnesses() {
		if got, ok := doc.ParseStrictness(s.String()); !ok || got != s {
			t.Errorf("%s reads as %s, %v", s, got, ok)
		}
	}
	for _, name := range []string{"", "Strict", "very", "0"} {
		if s, ok := doc.ParseStrictness(name); ok {
			t.Errorf("%q reads as %s", name, s)
		}
	}
}

func TestTurned(t *testing.T) {
	for _, c := range []struct {
		from doc.Strictness
		n    int
		want doc.Strictness
	}{
		{doc.Normal, 1, doc.Firm}, {doc.Normal, -1, doc.Mild}, {doc.Strict, 1, doc.Strict}, {doc.Lenient, -1, doc.Lenient},
		{doc.Lenient, 4, doc.Strict}, {doc.Strict, -1000, doc.Lenient}, {doc.Lenient, 1000, doc.Strict},
	} {
		if got := c.from.Turned(c.n); got != c.want {
			t.Errorf("%s turned by %d is %s, want %s", c.from, c.n, got, c.want)
		}
	}
}

// dialled is a document of three blocks: one always kept, one removed from firm
// on, one always removed.
func dialled() *doc.Document {
	kept, gone := doc.Verdict{Kept: true}, doc.Verdict{Reason: doc.Related}
	dial := &doc.Dial{Blocks: []int{1}}
	d := &doc.Document{
		Blocks: []doc.Block{{Text: "a", Verdict: kept}, {Text: "b", Verdict: kept}, {Text: "c", Verdict: gone}},
		Dial:   func() *doc.Dial { return dial },
	}
	for _, s := range doc.Strictnesses() {
		to := dial.Setting(s)
		to.Verdicts = []doc.Verdict{kept}
		if s >= doc.Firm {
			to.Verdicts = []doc.Verdict{gone}
			to.Notes = []string{"of " + s.String()}
		}
	}
	return d
}

func TestAt(t *testing.T) {
	d := dialled()
	firm := d.At(doc.Firm)
	if got := firm.Article(); got != "a" || firm.Strictness != doc.Firm || len(firm.Notes) != 1 {
		t.Errorf("firm: %q, %s, %q", got, firm.Strictness, firm.Notes)
	}
	if got := firm.At(doc.Lenient).Article(); got != "a\n\nb" {
		t.Errorf("back at lenient: %q", got)
	}
	if got := d.Article(); got != "a\n\nb" || d.Strictness != doc.Normal {
		t.Errorf("the document itself has changed: %q, %s", got, d.Strictness)
	}
	if d.At(doc.Normal) != d {
		t.Error("a copy was made of a document that is at the setting")
	}
	plain := &doc.Document{Blocks: []doc.Block{{Text: "a"}}}
	if plain.At(doc.Strict) != plain {
		t.Error("a document without a dial was turned")
	}
}

func TestRemovedFrom(t *testing.T) {
	d := dialled()
	for i, want := range []struct {
		at doc.Strictness
		ok bool
	}{{doc.Strict, false}, {doc.Firm, true}, {doc.Lenient, true}} {
		if at, ok := d.RemovedFrom(i); at != want.at || ok != want.ok {
			t.Errorf("block %d: %s, %v; want %s, %v", i, at, ok, want.at, want.ok)
		}
	}
}
