package parse

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"lectern/reader/doc"
)

// marker turns goldmark's tree into blocks.
type marker struct {
	d     *doc.Document
	src   []byte
	base  *url.URL
	lines lineIndex
	spots []spot // the lines of each block

	flow        flow
	first, last int // source offsets of the text collected, first -1 without any
	images      []doc.Block
	heading     bool // in a heading or a table: a line break is a space
	tight       bool // the next block follows a line break

	quotes  int
	depth   int    // of lists
	outside int    // how many of those are outside the innermost quotation
	mark    string // of the list item that has not begun its text
}

// spot is the lines a block was read from, first > last if none are its own.
type spot struct{ first, last int }

func (m *marker) children(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		m.block(c)
	}
}

// block makes blocks of a block-level node.
func (m *marker) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		m.heading = true
		m.inlines(n)
		m.heading = false
		m.flush(doc.Block{Kind: doc.Heading, Level: n.Level}, n)
	case *ast.Paragraph, *ast.TextBlock:
		m.inlines(n)
		m.flush(m.paragraph(), n)
		m.tight = false
	case *ast.Blockquote:
		old := m.outside
		m.quotes++
		m.outside = m.depth
		m.children(n)
		m.quotes--
		m.outside = old
	case *ast.List:
		m.list(n)
	case *ast.CodeBlock:
		m.code(n, "")
	case *ast.FencedCodeBlock:
		m.code(n, string(n.Language(m.src)))
	case *ast.ThematicBreak:
		m.add(doc.Block{Kind: doc.Rule}, m.at(n), m.at(n))
	case *ast.HTMLBlock:
		m.html(n)
	case *ast.LinkReferenceDefinition:
	case *east.Table:
		m.table(n)
	case *east.FootnoteList:
		m.children(n)
	case *east.Footnote:
		m.footnote(n)
	default:
		m.children(n)
	}
}

// paragraph returns an empty block of the kind that text has here.
func (m *marker) paragraph() doc.Block {
	switch {
	case m.depth > m.outside:
		return doc.Block{Kind: doc.ListItem, Level: m.depth, Marker: m.mark}
	case m.quotes > 0:
		return doc.Block{Kind: doc.Quote}
	}
	return doc.Block{Kind: doc.Paragraph}
}

func (m *marker) list(l *ast.List) {
	m.depth++
	old := m.mark
	i := 0
	for c := l.FirstChild(); c != nil; c = c.NextSibling() {
		m.mark = bullets[min(m.depth-1, len(bullets)-1)]
		if l.IsOrdered() {
			m.mark = strconv.Itoa(l.Start+i) + string(l.Marker)
		}
		i++
		m.children(c)
	}
	m.mark = old
	m.depth--
}

// footnote makes a list item of a note, marked as its references are.
func (m *marker) footnote(n *east.Footnote) {
	quotes, depth, old := m.quotes, m.depth, m.mark
	m.quotes, m.depth = 0, 1
	m.mark = words(string(n.Ref)) + "."
	m.children(n)
	m.quotes, m.depth, m.mark = quotes, depth, old
}

// code makes a block of an indented or fenced code block.
func (m *marker) code(n ast.Node, language string) {
	var b strings.Builder
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		b.Write(s.Value(m.src))
	}
	t := trimLines(doc.CleanLines(b.String()))
	if strings.TrimSpace(t) == "" {
		return
	}
	last := m.lines.of(n.Lines().At(n.Lines().Len() - 1).Start)
	m.add(doc.Block{Kind: doc.Code, Text: t, Language: strings.ToLower(words(language))}, m.at(n), last)
}

// html makes blocks of raw HTML, as the parser of pages sees it.
func (m *marker) html(n *ast.HTMLBlock) {
	var b strings.Builder
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		b.Write(s.Value(m.src))
	}
	last := m.at(n) + n.Lines().Len() - 1
	if n.HasClosure() {
		b.Write(n.ClosureLine.Value(m.src))
		last = m.lines.of(n.ClosureLine.Start)
	}
	d := &doc.Document{}
	w := newWalker(d, m.base)
	w.children(tree(b.String()))
	w.boundary()
	for i, blk := range dedupe(d.Blocks) {
		blk.Element = -1
		blk.Quotes += m.quotes
		first := m.at(n)
		if i > 0 {
			first = last + 1
		}
		m.add(blk, first, last)
	}
}

// table makes one block of a table.
func (m *marker) table(n *east.Table) {
	m.heading = true
	header := false
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		if len(m.flow.text) > 0 {
			m.flow.text = append(m.flow.text, '\n')
		}
		m.row(row)
		header = header || m.flow.word && row == n.FirstChild()
		m.reach(row.Pos(), row.Pos())
	}
	m.heading = false
	m.flush(doc.Block{Kind: doc.Table, Header: header}, n)
}

func (m *marker) row(row ast.Node) {
	for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
		if cell != row.FirstChild() {
			m.flow.text = append(m.flow.text, '\t')
		}
		m.flow.space = false
		m.inlines(cell)
		m.flow.space = false
	}
	t := m.flow.text
	for len(t) > 0 && t[len(t)-1] == '\t' {
		t = t[:len(t)-1]
	}
	m.flow.text = t
}

// flush makes a block of the text collected and of the images in it.
func (m *marker) flush(b doc.Block, n ast.Node) {
	first, last := m.at(n), m.at(n)
	if m.first >= 0 {
		first, last = m.lines.of(m.first), m.lines.of(m.last)
	}
	if m.flow.word {
		b.Text, b.Spans = m.flow.take()
		b.Tight = m.tight
		if b.Kind == doc.ListItem {
			m.mark = ""
		}
		if b.Kind == doc.Heading || b.Kind == doc.Table {
			first = m.at(n)
		}
		m.add(b, first, max(first, last))
	}
	m.flow.reset()
	for i, img := range m.images {
		if i > 0 || b.Text != "" {
			first = last + 1
		}
		m.add(img, first, last)
	}
	m.images = m.images[:0]
	m.first, m.last = -1, -1
}

// add appends a block.
func (m *marker) add(b doc.Block, first, last int) {
	b.First, b.Last = -1, -1
	b.Element = -1
	if b.Quotes == 0 {
		b.Quotes = m.quotes
	}
	m.d.Blocks = append(m.d.Blocks, b)
	m.spots = append(m.spots, spot{first, last})
}

// at returns the line a node begins on.
func (m *marker) at(n ast.Node) int { return m.lines.of(max(0, n.Pos())) }
