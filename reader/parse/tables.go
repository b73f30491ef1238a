package parse

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lectern/reader/doc"
)

// table makes one block of a table that holds data and unwraps one that only
// lays out the page.
func (w *walker) table(n *html.Node) {
	if w.cx.cell || w.cx.hidden {
		w.block(n)
		return
	}
	g := grid{walker: w}
	g.table(n)
	if g.layout || g.rows < 2 || g.columns < 2 || 2*g.images > g.all {
		w.block(n)
		return
	}
	w.boundary()
	w.rowspans = w.rowspans[:0]
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.DataAtom == atom.Caption:
			w.endTable(g.header)
			w.element(c)
		case c.Type == html.ElementNode:
			w.cx.cell = true
			w.element(c)
			w.cx.cell = false
		}
	}
	w.endTable(g.header)
	w.boundary()
}

// endTable makes a block of the rows written so far.
func (w *walker) endTable(header bool) {
	if !w.flow.word {
		w.flow.reset()
		return
	}
	b := doc.Block{Kind: doc.Table, Header: header, Element: w.ensure(len(w.frames))}
	b.Text, b.Spans = w.flow.take()
	w.add(b)
}

// row writes a row of a data table as a line, and none if its cells are empty.
func (w *walker) row(n *html.Node) {
	f := &w.flow
	before := len(f.text)
	if before > 0 {
		f.text = append(f.text, '\n')
	}
	start := len(f.text)
	w.column = 0
	w.children(n)
	w.spanned()
	for len(f.text) > start && f.text[len(f.text)-1] == '\t' {
		f.text = f.text[:len(f.text)-1]
	}
	if len(f.text) == start {
		f.text = f.text[:before]
	}
	f.space = false
}

// cell writes a cell of a data table; a wide one is followed by empty ones, a
// high one has empty ones below.
func (w *walker) cell(n *html.Node) {
	f := &w.flow
	w.spanned()
	f.space = false
	w.children(n)
	f.space = false
	below := spanOf(n, "rowspan") - 1
	for range spanOf(n, "colspan") {
		f.text = append(f.text, '\t')
		for len(w.rowspans) <= w.column {
			w.rowspans = append(w.rowspans, 0)
		}
		w.rowspans[w.column] = below
		w.column++
	}
}

// spanned writes empty cells where higher ones reach down from the rows above.
func (w *walker) spanned() {
	for w.column < len(w.rowspans) && w.rowspans[w.column] > 0 {
		w.rowspans[w.column]--
		w.flow.text = append(w.flow.text, '\t')
		w.column++
	}
}

// maxSpan bounds how many columns or rows a cell may claim.
const maxSpan = 32

func spanOf(n *html.Node, key string) int {
	v, err := strconv.Atoi(attr(n, key))
	if err != nil {
		return 1
	}
	return max(1, min(v, maxSpan))
}

// grid looks a table over, to tell data from layout.
type grid struct {
	*walker

	rows, columns int
	layout        bool // holds something that a cell of data does not
	header        bool // the first row is a heading
	cells         int  // in the row being read
	heads         int  // of them headings
	blocks        int  // paragraphs and line breaks in the cell being read
	text          int  // bytes in it
	words         bool // the row has text
	all, images   int  // cells, and images in them
}

// Cells of data are short and hold one paragraph at most.
const (
	maxCellBytes  = 400
	maxCellBlocks = 2
)

func (g *grid) table(n *html.Node) {
	if r := attr(n, "role"); r == "presentation" || r == none {
		g.layout = true
		return
	}
	for c := n.FirstChild; c != nil && !g.layout; c = c.NextSibling {
		switch c.DataAtom {
		case atom.Thead, atom.Tbody, atom.Tfoot:
			for r := c.FirstChild; r != nil && !g.layout; r = r.NextSibling {
				if r.DataAtom == atom.Tr {
					g.row(r, c.DataAtom == atom.Thead)
				}
			}
		case atom.Tr:
			g.row(c, false)
		default:
		}
	}
}

func (g *grid) row(n *html.Node, head bool) {
	g.cells, g.heads, g.words = 0, 0, false
	for c := n.FirstChild; c != nil && !g.layout; c = c.NextSibling {
		if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
			continue
		}
		g.cells++
		if c.DataAtom == atom.Th {
			g.heads++
		}
		g.blocks, g.text = 0, 0
		g.content(c)
	}
	g.all += g.cells
	if !g.words {
		return
	}
	if g.rows == 0 {
		g.header = head || g.heads == g.cells
	}
	g.rows++
	g.columns = max(g.columns, g.cells)
}

// content looks at what is in a cell.
func (g *grid) content(n *html.Node) {
	for c := n.FirstChild; c != nil && !g.layout; c = c.NextSibling {
		g.scan--
		if c.Type == html.TextNode {
			t := len(strings.TrimSpace(c.Data))
			g.text += t
			g.words = g.words || t > 0
		}
		if c.Type == html.ElementNode {
			switch partOf(c.DataAtom) {
			case table, list, heading, preformatted, quotation, caption, details, ruler, field, replaced:
				g.layout = true
			case paragraph, lineBreak, container:
				g.blocks++
			case picture:
				g.images++
			case unseen:
				continue
			default:
			}
			g.content(c)
		}
		g.layout = g.layout || g.blocks > maxCellBlocks || g.text > maxCellBytes || g.scan <= 0
	}
}
