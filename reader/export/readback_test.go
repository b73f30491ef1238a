package export

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	goldhtml "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"

	"lectern/reader/doc"
)

// seen is a block as another program shows it.
type seen struct {
	tag   string // of the element: p, h1 … h6, li, pre, th, td, img, hr, figcaption, dt, dd
	text  string
	marks string // each character that is not white space, with the markup over it
}

func (s seen) String() string { return fmt.Sprintf("%s %q %s", s.tag, s.text, s.marks) }

// markupOf names the markup that elements make.
var markupOf = map[string]string{"em": "e", "strong": "s", "del": "k", "s": "k", "code": "c", "sup": "^", "sub": ",", "mark": "m"}

// blockTags are the elements that start a block.
var blockTags = []string{"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "pre", "th", "td", "figcaption", "dt", "dd"}

// pageReader lists the blocks of a page.
type pageReader struct {
	out   []seen
	tags  []string // the open block elements
	marks []string // the open markup
	box   bool     // a task's box came last; some programs set it off by a space
}

// readPage returns the blocks below a node.
func readPage(n *html.Node) []seen {
	var r pageReader
	r.children(n)
	return r.out
}

func (r *pageReader) children(n *html.Node) {
	for c := range n.ChildNodes() {
		switch {
		case c.Type == html.TextNode:
			r.text(c.Data)
		case c.Type != html.ElementNode:
		case c.Data == "br":
			r.out = append(r.out, seen{tag: r.tags[len(r.tags)-1] + "+"})
		case c.Data == "input":
			r.box = true
		case c.Data == "hr":
			r.out = append(r.out, seen{tag: "hr"})
		case c.Data == "img":
			target := attrOf(c, "src") + attrOf(c, "data-src")
			r.out = append(r.out, seen{tag: "img", text: attrOf(c, "alt"), marks: target})
		case slices.Contains(blockTags, c.Data):
			r.tags = append(r.tags, c.Data)
			r.out = append(r.out, seen{tag: c.Data})
			r.children(c)
			r.tags = r.tags[:len(r.tags)-1]
		case c.Data == "a":
			r.marked(c, "<"+attrOf(c, "href")+">")
		case markupOf[c.Data] != "" && (c.Data != "code" || n.Data != "pre"):
			r.marked(c, markupOf[c.Data])
		default:
			r.children(c)
		}
	}
}

func (r *pageReader) marked(n *html.Node, mark string) {
	r.marks = append(r.marks, mark)
	r.children(n)
	r.marks = r.marks[:len(r.marks)-1]
}

func (r *pageReader) text(s string) {
	if len(r.tags) == 0 {
		return // line ends between blocks
	}
	b := &r.out[len(r.out)-1]
	if b.tag == "img" || b.tag == "hr" {
		return
	}
	if r.box {
		r.box, s = false, strings.TrimPrefix(s, " ")
	}
	if strings.HasSuffix(b.tag, "+") && b.text == "" {
		s = strings.TrimPrefix(s, "\n")
	}
	b.text += s
	for _, c := range s {
		if !unicode.IsSpace(c) {
			b.marks += string(c) + strings.Join(sorted(r.marks), "")
		}
	}
}

func sorted(ss []string) []string {
	ss = slices.Clone(ss)
	slices.Sort(ss)
	return slices.Compact(ss)
}

func attrOf(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// markdownReader is GitHub's Markdown, which makes links of bare addresses and
// takes elements of HTML as they are.
var markdownReader = goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(goldhtml.WithUnsafe()))

// readMarkdown returns the blocks that a Markdown program shows.
func readMarkdown(tb testing.TB, body string) []seen {
	tb.Helper()
	var b bytes.Buffer
	if err := markdownReader.Convert([]byte(body), &b); err != nil {
		tb.Fatal(err)
	}
	root, err := html.Parse(&b)
	if err != nil {
		tb.Fatal(err)
	}
	return readPage(root)
}

// bodyOf returns a Markdown file without its front matter.
func bodyOf(tb testing.TB, file string) string {
	tb.Helper()
	_, body, ok := strings.Cut(strings.TrimPrefix(file, "---\n"), "\n---\n")
	if !ok {
		tb.Fatalf("no front matter in %q", file)
	}
	return body
}

// marksOf lists the characters of text[from:to] with the markup that the spans
// put over them.
func marksOf(b *doc.Block, from, to int) string {
	names := map[doc.SpanKind]string{
		doc.Emphasis: "e", doc.Strong: "s", doc.Strike: "k", doc.InlineCode: "c", doc.Superscript: "^", doc.Subscript: ",", doc.Marked: "m",
	}
	spans := slices.Clone(b.Spans)
	slices.SortStableFunc(spans, func(a, b doc.Span) int { return a.Start - b.Start })
	var out strings.Builder
	for i, c := range b.Text[from:to] {
		if unicode.IsSpace(c) {
			continue
		}
		var marks []string
		linked := false
		for _, s := range spans {
			if s.Start > from+i || s.End <= from+i {
				continue
			}
			switch {
			case s.Kind != doc.Link:
				marks = append(marks, names[s.Kind])
			case !linked && s.Target != "":
				marks = append(marks, "<"+s.Target+">")
				linked = true
			}
		}
		out.WriteString(string(c) + strings.Join(sorted(marks), ""))
	}
	return out.String()
}

// pieces are what random texts are made of: words, and everything that Markdown
// or HTML might read as something else.
var pieces = strings.Fields("word a X Z 7 é ß 日本 한 ש م “ ” ‘ — … € → 😀 · * ** *** _ __ a_b ` `` ``` [ ] ]( )[ ( ) ! ![ <b> </p> < > << & &amp; &#65; &x " +
	"# ## #tag 1. 2) 12345678. - -- --- + = == : :- | || ~ ~~ ~~~ \\ \\\\ \\* ^ { } {#id} $ % \" ' / // http://a.example/b_c*d?e=f&g " +
	"https://x www.b.example/x_y me@c.example @d <https://e.example> <!-- --> ]]> {{x}} [x] [^1] http:// www. %% NaN null")

// randomText returns a text of up to n pieces, with spaces where they fall, at
// the ends too if asked.
func randomText(r *rand.Rand, n int, ends bool) string {
	var b strings.Builder
	for range 1 + r.IntN(n) {
		b.WriteString(pieces[r.IntN(len(pieces))])
		switch r.IntN(8) {
		case 0, 1, 2:
			b.WriteByte(' ')
		case 3:
			b.WriteString("  ")
		case 4:
			b.WriteString("\u00a0")
		}
	}
	s := doc.Clean(b.String())
	if !ends || r.IntN(4) > 0 {
		s = strings.TrimSpace(s)
	}
	return s
}

var targets = []string{"https://a.example/b", "http://b.example/c_(d)?e=f&amp;g=1*2", "mailto:me@c.example", "", "https://d.example/x~y"}

var spanKinds = []doc.SpanKind{
	doc.Link, doc.Emphasis, doc.Strong, doc.InlineCode, doc.Strike, doc.Superscript, doc.Subscript, doc.Marked,
}

var blockKinds = []doc.Kind{
	doc.Paragraph, doc.Heading, doc.ListItem, doc.Quote, doc.Code, doc.Table, doc.Image, doc.Caption, doc.Rule,
}

// randomSpans returns up to n spans over a text, which cross as they like.
func randomSpans(r *rand.Rand, text string, n int) []doc.Span {
	at := make([]int, 0, len(text)+1)
	for i := range text {
		at = append(at, i)
	}
	at = append(at, len(text))
	count := r.IntN(n + 1)
	spans := make([]doc.Span, 0, count)
	for range count {
		s := doc.Span{Start: at[r.IntN(len(at))], End: at[r.IntN(len(at))], Kind: spanKinds[r.IntN(len(spanKinds))]}
		if s.Start > s.End {
			s.Start, s.End = s.End, s.Start
		}
		if s.Kind == doc.Link {
			s.Target = targets[r.IntN(len(targets))]
		}
		spans = append(spans, s)
	}
	slices.SortStableFunc(spans, func(a, b doc.Span) int { return a.Start - b.Start })
	return spans
}

// randomBlock returns a block of a random kind, kept.
func randomBlock(r *rand.Rand) doc.Block {
	b := doc.Block{Kind: blockKinds[r.IntN(len(blockKinds))], First: -1, Last: -1, Element: -1, Verdict: doc.Verdict{Kept: true}}
	b.Quotes = max(0, r.IntN(8)-5)
	b.Text = randomText(r, 8, false)
	switch b.Kind {
	case doc.Heading:
		b.Level = 1 + r.IntN(6)
	case doc.ListItem:
		b.Level = 1 + r.IntN(4)
		b.Marker = []string{"•", "◦", "1.", "2.", "3.", "7.", "b.", "iv.", "-1.", "☑", "☐", "", "1234567890."}[r.IntN(13)]
	case doc.Code:
		b.Text = doc.CleanLines(randomText(r, 6, true) + "\n\n    " + randomText(r, 6, true) + "\n````\n~~~")
		b.Language = []string{"", "go", "c++", "a b`c"}[r.IntN(4)]
		return b
	case doc.Table:
		b.Text = randomTable(r)
		b.Header = r.IntN(2) == 0
	case doc.Image:
		b.Target = targets[r.IntN(2)]
		return b
	case doc.Rule:
		b.Text = ""
		return b
	case doc.Quote:
		b.Quotes++
	default:
	}
	b.Spans = randomSpans(r, b.Text, 4)
	b.Tight = r.IntN(4) == 0 && isLine(&b)
	return b
}

func randomTable(r *rand.Rand) string {
	rows := make([]string, 1+r.IntN(3))
	for i := range rows {
		cells := make([]string, 1+r.IntN(3))
		for k := range cells {
			cells[k] = randomText(r, 4, false)
		}
		rows[i] = strings.Join(cells, "\t")
	}
	return strings.Join(rows, "\n")
}

// randomDocument returns a document whose every string is hostile and clean.
func randomDocument(seed uint64) *doc.Document {
	r := rand.New(rand.NewPCG(seed, 1)) //nolint:gosec // a test must repeat itself
	d := &doc.Document{Format: doc.HTML}
	for range 1 + r.IntN(8) {
		d.Blocks = append(d.Blocks, randomBlock(r))
	}
	if r.IntN(4) > 0 {
		d.Title = randomText(r, 6, true)
	}
	return d
}
