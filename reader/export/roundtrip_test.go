package export

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"lectern/reader/doc"
)

// wantMarkdown lists what a Markdown program should show of a document.
func wantMarkdown(d *doc.Document) []seen {
	var out []seen
	var previous *doc.Block
	if strings.TrimSpace(d.Title) != "" {
		previous = &doc.Block{Kind: doc.Heading, Level: 1, Text: d.Title}
		out = append(out, wantBlock(previous, nil)...)
	}
	for _, b := range article(d) {
		out = append(out, wantBlock(b, previous)...)
		previous = b
	}
	return out
}

func wantBlock(b, previous *doc.Block) []seen {
	s := seen{"p", b.Text, marksOf(b, 0, len(b.Text))}
	switch b.Kind {
	case doc.Heading:
		s.tag = fmt.Sprintf("h%d", b.Level)
	case doc.Code:
		s.tag, s.text = "pre", b.Text+"\n"
	case doc.Image:
		s.tag, s.marks = "img", b.Target
	case doc.Rule:
		s.tag = "hr"
	case doc.Table:
		return wantTable(b, 1)
	case doc.Caption:
		c := *b
		c.Spans = append([]doc.Span{{Start: 0, End: len(b.Text), Kind: doc.Emphasis}}, b.Spans...)
		s.marks = marksOf(&c, 0, len(b.Text))
	default:
	}
	if b.Kind == doc.ListItem && b.Marker != "" {
		s.tag = "li"
	}
	if follows(previous, b) {
		s.tag += "+"
	}
	return []seen{s}
}

// wantTable lists the cells of a table that has so many columns at least.
func wantTable(b *doc.Block, least int) []seen {
	rows, columns := cellsOf(b)
	columns = max(columns, least)
	if !b.Header {
		rows = append([][]bounds{nil}, rows...)
	}
	out := make([]seen, 0, columns*len(rows))
	for i, row := range rows {
		for k := range columns {
			s := seen{tag: "td"}
			if i == 0 {
				s.tag = "th"
			}
			if k < len(row) {
				s.text, s.marks = b.Text[row[k].start:row[k].end], marksOf(b, row[k].start, row[k].end)
			}
			out = append(out, s)
		}
	}
	return out
}

// alike compares what is shown with what should be. Which element a paragraph
// of a list item stands in depends on how far apart its items are written.
func alike(got, want []seen) (string, bool) {
	got = settled(got)
	want = settled(want)
	for i := range max(len(got), len(want)) {
		switch {
		case i >= len(got):
			return fmt.Sprintf("missing %v", want[i]), false
		case i >= len(want):
			return fmt.Sprintf("too much: %v", got[i]), false
		case got[i] != want[i]:
			return fmt.Sprintf("\n got %v\nwant %v", got[i], want[i]), false
		}
	}
	return "", true
}

// settled drops elements that only hold others, and calls items, terms and
// definitions paragraphs.
func settled(in []seen) []seen {
	var out []seen
	for i, s := range in {
		if s.tag != "pre" {
			s.text = strings.TrimRight(s.text, "\n") // line ends of the file
		}
		if s.text == "" && (s.tag == "li" || s.tag == "p" && i+1 < len(in) && in[i+1].tag == "img") {
			continue
		}
		if s.tag == "li" || s.tag == "dt" || s.tag == "dd" {
			s.tag = "p"
		}
		if strings.HasSuffix(s.tag, "+") {
			s.tag = "+" // stands in whatever the line before stands in
		}
		out = append(out, s)
	}
	return out
}

func markdownOf(tb testing.TB, d *doc.Document) string {
	tb.Helper()
	var b bytes.Buffer
	if err := Write(&b, d, Markdown); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

func TestMarkdownReadsBackTheSame(t *testing.T) {
	for seed := range uint64(2000) {
		d := randomDocument(seed)
		file := markdownOf(t, d)
		if diff, ok := alike(readMarkdown(t, bodyOf(t, file)), wantMarkdown(d)); !ok {
			t.Fatalf("document %d: %s\n%s", seed, diff, file)
		}
	}
}

// wantHTML lists what a browser should show of a document's article.
func wantHTML(d *doc.Document) []seen {
	var out []seen
	var previous *doc.Block
	for _, b := range article(d) {
		w := wantBlock(b, previous)
		if b.Kind == doc.ListItem && b.Marker == "" && previous != nil && previous.Kind != doc.ListItem {
			w[0].tag = "dd" // under its term
		}
		if b.Kind == doc.Table {
			w = wantTable(b, 2)
		}
		if b.Kind == doc.Table && !b.Header {
			w = slices.DeleteFunc(w, func(s seen) bool { return s.tag == "th" })
		}
		for i := range w {
			switch b.Kind {
			case doc.Caption:
				w[i].tag = strings.Replace(w[i].tag, "p", "figcaption", 1)
				w[i].marks = marksOf(b, 0, len(b.Text))
			case doc.Code:
				w[i].text = b.Text
			default:
			}
		}
		out = append(out, w...)
		previous = b
	}
	return out
}

func TestHTMLReadsBackTheSame(t *testing.T) {
	for seed := range uint64(2000) {
		d := randomDocument(seed)
		var b bytes.Buffer
		if err := Write(&b, d, HTML); err != nil {
			t.Fatal(err)
		}
		root, err := html.Parse(bytes.NewReader(b.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		if diff, ok := alike(readPage(find(root, "article")), wantHTML(d)); !ok {
			t.Fatalf("document %d: %s\n%s", seed, diff, b.String())
		}
	}
}

// find returns the first element of that name below n.
func find(n *html.Node, name string) *html.Node {
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && c.Data == name {
			return c
		}
	}
	return nil
}
