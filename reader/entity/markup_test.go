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

// The files in testdata hold texts with their entities marked by hand:
// "[John Kerry|person] spoke", or "[Kerry|person|John Kerry] left" where the
// display name is another than what stands there; "[12%]" in a file of one
// kind. A line is a block, a blank line ends a document, a line that begins
// with # is a remark. "de: " at the head of a document is its language.

// marking is one entity as marked by hand.
type marking struct {
	doc.Entity

	display string // its name in the index, "" for what stands there
}

// markedText is a document marked by hand.
type markedText struct {
	language string
	texts    []string
	want     []marking
}

// readMarked returns the documents of a file in testdata. Entities without a
// kind are of the kind usual.
func readMarked(t testing.TB, name string, usual doc.EntityKind) []markedText {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	var docs []markedText
	fresh := true
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "#"):
			continue
		case line == "":
			fresh = true
			continue
		case fresh:
			docs = append(docs, markedText{language: "en"})
			fresh = false
			if code, rest, ok := strings.Cut(line, ": "); ok && len(code) == 2 {
				docs[len(docs)-1].language, line = code, rest
			}
		}
		if err := docs[len(docs)-1].add(line, usual); err != nil {
			t.Fatalf("%s: %v: %s", name, err, line)
		}
	}
	return docs
}

// readSentences returns the documents of a file in which every line is one.
func readSentences(t testing.TB, name string, usual doc.EntityKind) []markedText {
	t.Helper()
	var docs []markedText
	for _, m := range readMarked(t, name, usual) {
		for i := range m.texts {
			docs = append(docs, m.only(i))
		}
	}
	return docs
}

// only returns one block of a document, which may state its own language.
func (m *markedText) only(block int) markedText {
	one := markedText{language: m.language, texts: m.texts[block : block+1]}
	shift := 0
	if code, rest, ok := strings.Cut(one.texts[0], ": "); ok && len(code) == 2 {
		one.language, one.texts, shift = code, []string{rest}, len(code)+len(": ")
	}
	for _, w := range m.want {
		if w.Block == block {
			w.Block, w.Start, w.End = 0, w.Start-shift, w.End-shift
			one.want = append(one.want, w)
		}
	}
	return one
}

// add reads one block.
func (m *markedText) add(line string, usual doc.EntityKind) error {
	var text strings.Builder
	for {
		before, rest, ok := strings.Cut(line, "[")
		text.WriteString(before)
		if !ok {
			break
		}
		inside, after, ok := strings.Cut(rest, "]")
		parts := strings.Split(inside, "|")
		if !ok || len(parts) > 3 {
			return fmt.Errorf("no entity: %s", inside)
		}
		w := marking{Entity: doc.Entity{Block: len(m.texts), Start: text.Len(), Kind: usual}}
		text.WriteString(parts[0])
		w.End = text.Len()
		if len(parts) > 1 {
			kind := slices.IndexFunc(everyKind, func(k doc.EntityKind) bool { return k.String() == parts[1] })
			if kind < 0 {
				return fmt.Errorf("no kind: %s", parts[1])
			}
			w.Kind = everyKind[kind]
		}
		if len(parts) > 2 {
			w.display = parts[2]
		}
		m.want = append(m.want, w)
		line = after
	}
	m.texts = append(m.texts, text.String())
	return nil
}

// everyKind are the kinds of entity.
var everyKind = []doc.EntityKind{
	doc.Person, doc.Organization, doc.Place, doc.Other, doc.Date, doc.Money, doc.Percent, doc.Quantity,
}
