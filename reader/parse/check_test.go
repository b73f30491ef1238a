package parse

import (
	"strings"
	"testing"
	"unicode/utf8"

	"lectern/reader/doc"
)

// checkDocument reports what no input may do to a document: strings that are
// not clean, spans that do not fit their text, elements that do not exist.
func checkDocument(tb testing.TB, d *doc.Document) {
	tb.Helper()
	for name, s := range map[string]string{
		"title": d.Title, "byline": d.Byline, "site": d.Site, "published": d.Published, "language": d.Language,
		"description": d.Description, "type": d.Meta.Type, "body": d.Meta.ArticleBody,
	} {
		if doc.Clean(s) != s {
			tb.Fatalf("%s is not clean: %q", name, s)
		}
	}
	for name, s := range map[string]string{"address": d.Address, "canonical": d.Canonical} {
		if doc.CleanURL(nil, s) != s {
			tb.Fatalf("%s is not a clean address: %q", name, s)
		}
	}
	for i := range d.Elements {
		checkElement(tb, d, i)
	}
	for i := range d.Blocks {
		checkBlock(tb, d, i)
	}
}

func checkElement(tb testing.TB, d *doc.Document, i int) {
	tb.Helper()
	e := &d.Elements[i]
	if e.Parent < -1 || e.Parent >= i || e.Nth < 1 || e.Tag == "" {
		tb.Fatalf("element %d: %+v", i, *e)
	}
	for _, s := range []string{e.Tag, e.ID, e.Class, e.Role, e.Label, e.Itemprop, e.Itemtype} {
		if doc.Clean(s) != s {
			tb.Fatalf("element %d is not clean: %q", i, s)
		}
	}
}

func checkBlock(tb testing.TB, d *doc.Document, i int) {
	tb.Helper()
	b := &d.Blocks[i]
	clean := func(s string) bool { return doc.Clean(s) == s }
	switch b.Kind {
	case doc.Code:
		clean = func(s string) bool { return doc.CleanLines(s) == s }
	case doc.Table:
		clean = func(s string) bool {
			cells := strings.NewReplacer("\t", "", "\n", "").Replace(s)
			return doc.Clean(cells) == cells
		}
	default:
	}
	if !clean(b.Text) || doc.Clean(b.Marker) != b.Marker || doc.Clean(b.Language) != b.Language {
		tb.Fatalf("block %d is not clean: %+v", i, *b)
	}
	if b.Text != strings.TrimSpace(b.Text) && b.Kind != doc.Code && b.Kind != doc.Table {
		tb.Fatalf("block %d has white space at its ends: %q", i, b.Text)
	}
	if b.Text == "" && b.Kind != doc.Rule && b.Kind != doc.Image {
		tb.Fatalf("block %d, a %v, is empty", i, b.Kind)
	}
	if b.Target != "" && doc.CleanURL(nil, b.Target) != b.Target {
		tb.Fatalf("block %d has the target %q", i, b.Target)
	}
	if b.Element < -1 || b.Element >= len(d.Elements) || (b.Level > 0) != (b.Kind == doc.Heading || b.Kind == doc.ListItem) {
		tb.Fatalf("block %d: %+v", i, *b)
	}
	last := 0
	for _, s := range b.Spans {
		if s.Start < last || s.Start >= s.End || s.End > len(b.Text) || !boundary(b.Text, s.Start) || !boundary(b.Text, s.End) {
			tb.Fatalf("block %d %q has the span %+v", i, b.Text, s)
		}
		if s.Target != "" && doc.CleanURL(nil, s.Target) != s.Target {
			tb.Fatalf("block %d has the target %q", i, s.Target)
		}
		last = s.Start
	}
}

// boundary reports whether a rune begins at byte i of s, or s ends there.
func boundary(s string, i int) bool { return i == len(s) || utf8.RuneStart(s[i]) }
