package paint

import (
	"io"

	"lectern/reader/doc"
	"lectern/styles"
	"lectern/ui/layout"
)

// Page writes the whole article, laid out and styled as the reader shows it, the
// document's entities highlighted, one row a line. It lays out a few blocks at a
// time, and its work grows with the text alone, however long a block is and
// however many spans it has. Each row is one Write, so that a writer which
// translates escape codes never sees half of one.
func Page(w io.Writer, d *doc.Document, width int, t *styles.Theme) error {
	const chunk = 64 // blocks
	o := layout.Options{Width: width}
	p := pager{doc: d, theme: t, out: w, block: -1}
	p.write(layout.Head(d, o))
	for from := 0; from < len(d.Blocks); from += chunk {
		p.write(layout.Blocks(d, from, from+chunk, o))
	}
	p.write(layout.Tail(d, o))
	return p.err
}

// pager writes rows in the order of the text.
type pager struct {
	doc   *doc.Document
	theme *styles.Theme
	out   io.Writer
	err   error // the first that the writer returned

	block    int // that of the row before
	span     int // the block's spans before this one end above the row
	entities int // so do the document's entities before this one
}

// write writes the rows, none after an error.
func (p *pager) write(ls []layout.Line) {
	for i := 0; i < len(ls) && p.err == nil; i++ {
		l := &ls[i]
		row := painter{theme: p.theme}
		var hl []Highlight
		if l.Kind == layout.Body {
			p.advance(l)
			row.span = p.span
			hl = p.highlights(l)
		}
		row.row(p.doc, l, hl)
		row.out.WriteByte('\n')
		_, p.err = io.WriteString(p.out, row.out.String())
	}
}

// advance passes over the spans and entities that end above the row.
func (p *pager) advance(l *layout.Line) {
	if l.Block != p.block {
		p.block, p.span = l.Block, 0
	}
	spans := p.doc.Blocks[l.Block].Spans
	for p.span < len(spans) && spans[p.span].End <= l.Start {
		p.span++
	}
	es := p.doc.Entities
	for p.entities < len(es) && (es[p.entities].Block < l.Block || es[p.entities].Block == l.Block && es[p.entities].End <= l.Start) {
		p.entities++
	}
}

// highlights returns the entities on the row.
func (p *pager) highlights(l *layout.Line) []Highlight {
	var hl []Highlight
	for _, e := range p.doc.Entities[p.entities:] {
		if e.Block != l.Block || e.Start >= l.End {
			break
		}
		if !e.Doubtful {
			hl = append(hl, Highlight{e.Start, e.End, styles.Entity(e.Kind)})
		}
	}
	return hl
}
