package export

import (
	"bufio"
	"fmt"
	"strings"
	"time"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lectern/reader/doc"
)

// policy forbids a page to load or run anything, or to send it anywhere.
// Its own style sheet is all it needs.
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'none'; form-action 'none'; base-uri 'none'"

// style sets a page for reading, by day and by night.
const style = `
:root { color-scheme: light dark }
body { margin: 3rem auto; max-width: 38rem; padding: 0 1rem; font: 1.125rem/1.6 Charter, Georgia, serif; overflow-wrap: break-word }
header { margin-bottom: 2rem }
h1, h2, h3, h4, h5, h6, th { line-height: 1.25; text-align: start }
header p, footer, figcaption, figure { color: GrayText; font: 0.9rem/1.5 system-ui, sans-serif }
footer { margin-top: 3rem; border-top: 1px solid; padding-top: 1rem }
blockquote { margin: 1rem 0; border-inline-start: 3px solid GrayText; padding-inline-start: 1rem }
figure { margin: 1.5rem 0 }
figure > a::before { content: "\25A3\00A0" }
pre { overflow-x: auto; font-size: 0.85rem; line-height: 1.4 }
table { border-collapse: collapse; font-size: 0.95rem }
td, th { padding: 0.25rem 0.75rem 0.25rem 0; border-bottom: 1px solid GrayText; vertical-align: top }
`

// writeHTML writes the article as a page that needs nothing else.
func writeHTML(out *bufio.Writer, d *doc.Document, saved time.Time) error {
	p := newPage(d, d.Title)
	p.describe(d)
	p.header(d)
	main := p.section(element(atom.Article))
	blocks := article(d)
	for i, b := range blocks {
		var next *doc.Block
		if i+1 < len(blocks) {
			next = blocks[i+1]
		}
		main.block(b, next)
	}
	p.footer(d, saved)
	return p.render(out)
}

// page is an HTML file in the making.
type page struct {
	root, head, body *html.Node
}

// newPage returns a page with a head and nothing in its body, in the language
// and direction of a document. Without a name, browsers show the file's.
func newPage(d *doc.Document, name string) *page {
	p := &page{root: &html.Node{Type: html.DocumentNode}, head: element(atom.Head), body: element(atom.Body)}
	top := element(atom.Html)
	if d.Language != "" {
		setAttr(top, "lang", d.Language)
	}
	if isRightToLeft(d) {
		setAttr(top, "dir", "rtl")
	}
	p.root.AppendChild(&html.Node{Type: html.DoctypeNode, Data: "html"})
	p.root.AppendChild(top)
	top.AppendChild(p.head)
	top.AppendChild(p.body)
	addLine(p.head, element(atom.Meta, "charset", "utf-8"))
	p.meta("http-equiv", "Content-Security-Policy", policy)
	p.meta("name", "viewport", "width=device-width, initial-scale=1")
	p.meta("name", "referrer", "no-referrer")
	if name != "" {
		addLine(p.head, withText(element(atom.Title), name))
	}
	addLine(p.head, withText(element(atom.Style), style))
	return p
}

// describe says for machines what the page is a copy of.
func (p *page) describe(d *doc.Document) {
	p.meta("name", "generator", generator)
	p.meta("name", "author", d.Byline)
	p.meta("property", "og:title", d.Title)
	p.meta("property", "og:site_name", d.Site)
	p.meta("property", "article:published_time", d.Published)
	if d.Cutoff.Cut {
		for _, e := range d.Cutoff.Evidence {
			p.meta("name", "cutoff", e)
		}
	}
	if source := doc.CleanURL(nil, sourceOf(d)); strings.HasPrefix(source, "http") {
		addLine(p.head, element(atom.Link, "rel", "canonical", "href", source))
	}
}

// meta adds a <meta>, unless it has nothing to say.
func (p *page) meta(key, name, content string) {
	if content != "" {
		addLine(p.head, element(atom.Meta, key, name, "content", content))
	}
}

// addLine appends an element on a line of its own.
func addLine(to, n *html.Node) {
	to.AppendChild(textNode("\n"))
	to.AppendChild(n)
}

// section adds an element to the body and returns a writer of its content.
func (p *page) section(n *html.Node) *blockWriter {
	addLine(p.body, n)
	return &blockWriter{top: n}
}

// header adds the title, and who wrote what follows, where and when.
func (p *page) header(d *doc.Document) {
	h := element(atom.Header)
	if d.Title != "" {
		addLine(h, withText(element(atom.H1), d.Title))
	}
	if facts := about(d); len(facts) > 0 {
		addLine(h, withText(element(atom.P), strings.Join(facts, " · ")))
	}
	if h.FirstChild != nil {
		addLine(p.body, h)
	}
}

// footer adds where the article came from and whether it is whole. The time is
// zero for a copy that is not saved.
func (p *page) footer(d *doc.Document, saved time.Time) {
	f := element(atom.Footer)
	if d.Cutoff.Cut {
		addLine(f, withText(element(atom.P), "The text ends here on the source too."))
	}
	if source := sourceOf(d); source != "" {
		line := withText(element(atom.P), "Source: ")
		if target := doc.CleanURL(nil, source); target != "" {
			line.AppendChild(withText(element(atom.A, "href", target), source))
		} else {
			line.AppendChild(textNode(source))
		}
		addLine(f, line)
	}
	if !saved.IsZero() {
		addLine(f, withText(element(atom.P), "Saved by lectern on "+saved.Format(time.DateOnly)+"."))
	}
	if f.FirstChild != nil {
		addLine(p.body, f)
	}
}

// render writes the page.
func (p *page) render(out *bufio.Writer) error {
	if err := html.Render(out, p.root); err != nil {
		return fmt.Errorf("html: %w", err)
	}
	_, err := out.WriteString("\n")
	return err
}

// element returns an element with attributes, given as names and values.
func element(a atom.Atom, attributes ...string) *html.Node {
	n := &html.Node{Type: html.ElementNode, DataAtom: a, Data: a.String()}
	for i := 0; i+1 < len(attributes); i += 2 {
		setAttr(n, attributes[i], attributes[i+1])
	}
	return n
}

func setAttr(n *html.Node, key, value string) {
	n.Attr = append(n.Attr, html.Attribute{Key: key, Val: value})
}

func textNode(s string) *html.Node { return &html.Node{Type: html.TextNode, Data: s} }

func withText(n *html.Node, s string) *html.Node {
	n.AppendChild(textNode(s))
	return n
}

// directionLetters is how many letters of a text tell which way it is written.
const directionLetters = 1000

// isRightToLeft reports whether most of the article's first letters belong to
// scripts written from right to left.
func isRightToLeft(d *doc.Document) bool {
	n, rtl := 0, 0
	for _, i := range d.Kept() {
		for _, r := range d.Blocks[i].Text {
			if !unicode.IsLetter(r) {
				continue
			}
			n++
			if r >= 0x590 && unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Adlam) {
				rtl++
			}
			if n == directionLetters {
				return rtl > n/2
			}
		}
	}
	return rtl > n/2
}
