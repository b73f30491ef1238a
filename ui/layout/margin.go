package layout

import (
	"strings"

	"lectern/reader/doc"
)

// What stands before the text of a block.
const (
	barMark    = "│ " // for each quotation the block stands in
	imageMark  = "▧ "
	codeIndent = "  "
	codeMark   = "↪ " // before a row that goes on with a line of code
)

// itemLookback is how many blocks back the mark of a list item is looked for
// when a further paragraph of the item is indented. It is a limit on the work
// for a page made of nothing else.
const itemLookback = 64

// margin is what stands before the rows of a block.
type margin struct {
	first, rest string // before the first row and before the others
	width       int    // cells, of either
}

// margin returns the block's margin. It never takes more than half the page:
// on a narrow one, outer indents and bars go first.
func (p *page) margin(i int) margin {
	b := &p.doc.Blocks[i]
	room := p.width / 2
	first, rest := "", ""
	switch b.Kind {
	case doc.ListItem:
		first = p.marker(i, room)
		rest = spaces(p.m.width(first))
	case doc.Code:
		first, rest = codeIndent, codeMark
	case doc.Image:
		first, rest = imageMark, spaces(p.m.width(imageMark))
	case doc.Paragraph, doc.Heading, doc.Quote, doc.Table, doc.Caption, doc.Rule:
	}
	w := max(p.m.width(first), p.m.width(rest))
	if w > room {
		first, rest, w = "", "", 0
	}
	if b.Kind == doc.ListItem {
		indent := spaces(2 * min(max(b.Level-1, 0), (room-w)/2))
		first, rest, w = indent+first, indent+rest, w+len(indent)
	}
	bars := p.bars(quotes(b), room-w)
	return margin{bars + first, bars + rest, w + p.m.width(bars)}
}

// bars returns the bars of n quotations, as many as fit into the cells.
func (p *page) bars(n, cells int) string {
	if n == 0 {
		return ""
	}
	return strings.Repeat(barMark, min(n, cells/p.m.width(barMark)))
}

// quotes returns how many quotations the block stands in.
func quotes(b *doc.Block) int {
	if b.Kind == doc.Quote {
		return max(b.Quotes, 1)
	}
	return max(b.Quotes, 0)
}

// marker returns the list item's mark and the space behind it, at most cells
// wide, or as many blanks for a further paragraph of an item.
func (p *page) marker(i, cells int) string {
	b := &p.doc.Blocks[i]
	if b.Marker != "" {
		return p.m.method.Truncate(bullet(b), max(cells-1, 0), "") + " "
	}
	for j := i - 1; j >= max(i-itemLookback, 0); j-- {
		switch item := &p.doc.Blocks[j]; {
		case item.Kind != doc.ListItem || item.Level < b.Level:
			return "  "
		case item.Level == b.Level && item.Marker != "":
			return spaces(p.m.width(bullet(item)) + 1)
		}
	}
	return "  "
}

// bullet returns the item's own mark, varied by depth where it is the common one.
func bullet(b *doc.Block) string {
	if b.Marker == "•" && b.Level > 1 {
		if b.Level == 2 {
			return "◦"
		}
		return "‣"
	}
	return b.Marker
}

// spaces returns n spaces.
func spaces(n int) string {
	const many = "                                                                "
	if n <= len(many) {
		return many[:max(n, 0)]
	}
	return strings.Repeat(" ", n)
}
