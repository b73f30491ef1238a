package reader_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lectern/reader"
	"lectern/reader/doc"
	"lectern/reader/parse"
)

// maxTurned is how many pages of each file of the shared data are read.
const maxTurned = 2

// TestStricterNeverKeepsMore turns every fixture, and some of the shared pages
// where they are at hand, through all strictnesses.
func TestStricterNeverKeepsMore(t *testing.T) {
	c := newCleaners()
	for _, dir := range []string{"pages", "texts", "hostile"} {
		files, err := filepath.Glob(filepath.Join("..", "testdata", dir, "*.*"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no fixtures in %s: %v", dir, err)
		}
		for _, name := range files {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			c.turns(t, name, parse.Detect(string(text), "", name), string(text), "")
		}
	}
}

func TestStricterNeverKeepsMoreOfCrawledPages(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(sharedDir(t), "data", "wcxb-dev", "*.jsonl.gz"))
	if len(files) == 0 {
		t.Skip("no crawled pages here")
	}
	c, most := newCleaners(), maxTurned
	if testing.Short() {
		most = 1
	}
	for _, name := range files {
		n := 0
		eachPage(t, name, func(id, address, source string) bool {
			n++
			d := c.turns(t, id, doc.HTML, source, address)
			c.turns(t, id+" as text", doc.Text, textOf(d), "")
			return n < most
		})
	}
}

// cleaners are a reader whose documents have a dial, and one for each strictness.
type cleaners struct {
	dial *reader.Reader
	at   map[doc.Strictness]*reader.Reader
}

func newCleaners() *cleaners {
	c := &cleaners{dial: reader.New(reader.Options{Dial: true}), at: map[doc.Strictness]*reader.Reader{}}
	for _, s := range doc.Strictnesses() {
		c.at[s] = reader.New(reader.Options{Strictness: s})
	}
	return c
}

// textOf returns the blocks of a document as lines.
func textOf(d *doc.Document) string {
	var s []byte
	for _, b := range d.Blocks {
		s = append(append(s, b.Text...), '\n')
	}
	return string(s)
}

// turns checks what every strictness makes of a source, and that turning the
// dial of one gives what opening the source at another does. It returns the
// document at normal.
func (c *cleaners) turns(t *testing.T, name string, f doc.Format, text, address string) *doc.Document {
	t.Helper()
	d := c.dial.Parse(f, text, address)
	if d.Dial == nil {
		return d // a copy of lectern's own: all of it is article
	}
	var before *doc.Document
	for _, s := range doc.Strictnesses() {
		at := d.At(s)
		own := c.at[s].Parse(f, text, address)
		if diff := cmp.Diff(own.Blocks, at.Blocks); diff != "" || !cmp.Equal(own.Cutoff, at.Cutoff) || !cmp.Equal(own.Notes, at.Notes) {
			t.Errorf("%s: opened at %s, and turned there:\n%s", name, s, diff)
		}
		for i := range at.Blocks {
			v := &at.Blocks[i].Verdict
			if before != nil && v.Kept && !before.Blocks[i].Verdict.Kept {
				t.Errorf("%s: %s keeps what %s removes: %q", name, s, before.Strictness, at.Blocks[i].Text)
			}
			if v.Kept != (v.Reason == doc.None) || !v.Kept && len(v.Evidence) == 0 {
				t.Errorf("%s: at %s %q is kept %v for %q, %q", name, s, at.Blocks[i].Text, v.Kept, v.Reason, v.Evidence)
			}
		}
		before = at
	}
	if strict := d.At(doc.Strict); !cmp.Equal(d.Blocks, strict.At(doc.Normal).Blocks) || slices.ContainsFunc(d.Dial().Blocks, func(i int) bool { return i >= len(d.Blocks) }) {
		t.Errorf("%s: turned to strict and back it is another document", name)
	}
	return d
}
