package classify_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lectern/reader/classify"
	"lectern/reader/doc"
)

// lines makes a document of plain text, one block a line.
func lines(s string) *doc.Document {
	d := &doc.Document{Format: doc.Text}
	for i, l := range strings.Split(s, "\n") {
		if l = doc.Clean(strings.TrimSpace(l)); l != "" {
			d.Blocks = append(d.Blocks, doc.Block{Text: l, First: i, Last: i, Element: -1})
		}
	}
	return d
}

// TestTexts compares every line of testdata/texts with the verdict beside it:
// "keep", or the reasons that fit.
func TestTexts(t *testing.T) {
	files, err := filepath.Glob("../../testdata/texts/*.want")
	if err != nil || len(files) < 20 {
		t.Fatalf("found %d texts, error %v", len(files), err)
	}
	c := classify.New()
	for _, want := range files {
		name := strings.TrimSuffix(want, ".want")
		t.Run(filepath.Base(name), func(t *testing.T) {
			d := lines(read(t, name+".txt"))
			c.Classify(d)
			verdicts := strings.Split(read(t, want), "\n")
			for i := range d.Blocks {
				b := &d.Blocks[i]
				compare(t, b, verdicts[b.First])
			}
			paywalled := !strings.Contains(name, "keep-") && !strings.Contains(name, "none-")
			if d.Cutoff.Cut != paywalled {
				t.Errorf("cut off = %v, %v", d.Cutoff.Cut, d.Cutoff.Evidence)
			}
		})
	}
}

func compare(t *testing.T, b *doc.Block, want string) {
	t.Helper()
	v := b.Verdict
	switch {
	case want == "keep" && !v.Kept:
		t.Errorf("line %d removed as %s (%.2f, %q), want it kept: %s", b.First+1, v.Reason, v.Score, v.Evidence, b.Text)
	case want == "keep":
	case v.Kept:
		t.Errorf("line %d kept (%.2f), want it removed as %s: %s", b.First+1, v.Score, want, b.Text)
	case !slices.Contains(strings.Split(want, "|"), v.Reason.String()):
		t.Errorf("line %d removed as %s %q, want %s: %s", b.First+1, v.Reason, v.Evidence, want, b.Text)
	case len(v.Evidence) == 0:
		t.Errorf("line %d removed without evidence: %s", b.First+1, b.Text)
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
