// Package layout lays the blocks of a document into rows of a given width.
// Every row knows the bytes of the text it shows, so that whatever is painted
// over the text, searched in it or clicked on it works with offsets into the
// document and never with styled text.
//
// Lines are broken where Unicode allows it (UAX #14) and never inside a
// grapheme cluster; widths are those of the renderer that draws the rows.
package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/reader/doc"
)

// LineKind is what a row of the page shows.
type LineKind uint8

// The kinds of row.
const (
	Body      LineKind = iota // text of a block
	Gap                       // nothing but the quote bars that go on
	Title                     // the title of the document
	Meta                      // byline, site, date, reading time
	Notice                    // the text ends here on the source too
	Label                     // why the removed blocks below were removed; or, First, an image without words
	TableRule                 // the rule under a table's head or between its rows
	Separator                 // a thematic break
)

// Line is one row of the page, at most Options.Width cells wide unless a
// single grapheme cluster is wider. Blank columns at the end are left out.
type Line struct {
	Kind  LineKind
	First bool // first row of its block

	// Block is an index into Document.Blocks; -1 for the head and the tail of
	// the page.
	Block int

	// Start and End are the byte range of the block's Text on this row, spaces
	// at the break left out. With Cells it is the hull of theirs. Rows without
	// text have the place of the text that follows.
	Start, End int

	// Cells are the pieces of a table's text on this row, from left to right;
	// nil for rows that show [Start, End).
	Cells []Cell

	// Prefix stands before the text and is not part of it: indent, list marker,
	// quote bars.
	Prefix string

	// Text is the row's own text for kinds other than Body.
	Text string
}

// Cell is a piece of a table's text, bytes [Start, End), that starts Column
// cells right of the row's Prefix and is Width cells wide.
type Cell struct{ Start, End, Column, Width int }

// Options say how to lay out.
type Options struct {
	Width     int  // cells; less than 1 means 1
	Ghost     bool // lay removed blocks in their place too
	Graphemes bool // the terminal measures by grapheme cluster (mode 2027), not by wcwidth
}

// Blocks returns the rows of the shown blocks in [from, to), the gaps before
// them included. The rows of consecutive ranges, put together, equal those of
// one call over the whole.
func Blocks(d *doc.Document, from, to int, o Options) []Line {
	p := newPage(d, o)
	from, to = max(from, 0), min(to, len(d.Blocks))
	p.reserve(from, to)
	prev := from - 1
	for prev >= 0 && !p.shown(prev) {
		prev--
	}
	for i := from; i < to; i++ {
		if p.shown(i) {
			p.gap(prev, i)
			p.block(i)
			prev = i
		}
	}
	return p.lines
}

// page gathers the rows of a document.
type page struct {
	doc   *doc.Document
	ghost bool
	width int
	m     measure
	lines []Line
}

func newPage(d *doc.Document, o Options) *page {
	return &page{doc: d, ghost: o.Ghost, width: max(o.Width, 1), m: newMeasure(o.Graphemes)}
}

// reserve makes room for the rows of the blocks, about as many as there will be.
func (p *page) reserve(from, to int) {
	n := 0
	for i := from; i < to; i++ {
		if p.shown(i) {
			n += 3 + len(p.doc.Blocks[i].Text)/p.width
		}
	}
	p.lines = make([]Line, 0, n)
}

// shown reports whether the block has rows on the page.
func (p *page) shown(i int) bool {
	b := &p.doc.Blocks[i]
	if !b.Verdict.Kept && !p.ghost {
		return false
	}
	return b.Kind == doc.Image || b.Kind == doc.Rule || strings.TrimSpace(b.Text) != ""
}

// gap adds the rows between the block and the one shown before it, -1 if there
// is none. Removed blocks begin with the reason of their removal, once for each
// run of the same reason.
func (p *page) gap(prev, i int) {
	b := &p.doc.Blocks[i]
	before := (*doc.Block)(nil)
	if prev >= 0 {
		before = &p.doc.Blocks[prev]
	}
	labelled := !b.Verdict.Kept &&
		(before == nil || before.Verdict.Kept || before.Verdict.Reason != b.Verdict.Reason)
	n := gapRows(before, b, prev == i-1)
	if labelled {
		n = 1
	}
	prefix := ""
	if before != nil {
		prefix = p.bars(min(quotes(before), quotes(b)), p.width/2)
	}
	for range n {
		p.lines = append(p.lines, Line{Kind: Gap, Block: i, Prefix: prefix})
	}
	if labelled {
		text := "— " + b.Verdict.Reason.String() + " —"
		p.lines = append(p.lines, Line{Kind: Label, Block: i, Text: p.m.cut(text, p.width)})
	}
}

// gapRows returns how many rows stand between two blocks shown one after the
// other; adjacent says that no other block stands between them in the source.
func gapRows(before, b *doc.Block, adjacent bool) int {
	switch {
	case before == nil:
		return 1
	case b.Tight && adjacent:
		return 0
	case b.Kind == doc.ListItem && before.Kind == doc.ListItem && isNextItem(before, b):
		return 0
	case b.Kind == doc.Caption && (before.Kind == doc.Image || before.Kind == doc.Table || before.Kind == doc.Caption):
		return 0
	case b.Kind == doc.Heading && b.Level <= 2 && before.Kind != doc.Heading:
		return 2
	}
	return 1
}

// isNextItem reports whether b, a list item like the one before it, stands in
// the same list or one inside or around it, and neither is an item of several
// paragraphs.
func isNextItem(before, b *doc.Block) bool {
	return b.Marker != "" && before.Marker != "" && quotes(b) == quotes(before) &&
		(b.Level != before.Level || isNumber(b.Marker) == isNumber(before.Marker))
}

// isNumber reports whether the mark of a list item counts: "3.", "b)".
func isNumber(marker string) bool {
	r, _ := utf8.DecodeRuneInString(marker)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// block adds the rows of the block.
func (p *page) block(i int) {
	b := &p.doc.Blocks[i]
	switch b.Kind {
	case doc.Code:
		p.code(i)
	case doc.Table:
		p.table(i)
	case doc.Rule:
		if b.Text == "" {
			p.separator(i)
			return
		}
		p.flow(i, p.margin(i))
	case doc.Image:
		if strings.TrimSpace(b.Text) == "" {
			text := p.m.cut(imageMark+"image", p.width)
			p.lines = append(p.lines, Line{Kind: Label, First: true, Block: i, Text: text})
			return
		}
		p.flow(i, p.margin(i))
	case doc.Paragraph, doc.Heading, doc.ListItem, doc.Quote, doc.Caption:
		p.flow(i, p.margin(i))
	}
}

// flow adds the rows of a block of running text.
func (p *page) flow(i int, m margin) {
	prefix, first := m.first, true
	p.m.wrap(p.doc.Blocks[i].Text, p.width-m.width, func(start, end int) {
		p.lines = append(p.lines, Line{First: first, Block: i, Start: start, End: end, Prefix: prefix})
		prefix, first = m.rest, false
	})
}

// code adds the rows of a block of code. Its lines are not wrapped at words:
// what does not fit goes on in the next row behind a mark, and nothing is lost.
func (p *page) code(i int) {
	text := p.doc.Blocks[i].Text
	m := p.margin(i)
	first := true
	for at := 0; at <= len(text); {
		end := len(text)
		if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
			end = at + n
		}
		prefix := m.first
		p.m.chop(text[at:end], p.width-m.width, func(from, to int) {
			p.lines = append(p.lines, Line{First: first, Block: i, Start: at + from, End: at + to, Prefix: prefix})
			prefix, first = m.rest, false
		})
		at = end + 1
	}
}

// separator adds the row of a thematic break, in the middle of the page.
func (p *page) separator(i int) {
	const stars = "* * *"
	p.lines = append(p.lines, Line{
		Kind: Separator, First: true, Block: i,
		Prefix: spaces(max(p.width-len(stars), 0) / 2), Text: p.m.cut(stars, p.width),
	})
}
