package paint

import (
	"bufio"
	"io"
	"slices"

	"lectern/reader/doc"
	"lectern/styles"
	"lectern/ui/layout"
)

// Page writes the whole article, laid out and styled as the reader shows it,
// names and figures highlighted, one row a line. It lays out as it goes, so
// that a long article needs no more memory than a short one.
func Page(w io.Writer, d *doc.Document, width int, t *styles.Theme) error {
	const chunk = 64 // blocks
	o := layout.Options{Width: width}
	out := bufio.NewWriter(w)
	write := func(ls []layout.Line) {
		for _, l := range ls {
			// bufio keeps the first error and Flush tells it.
			_, _ = out.WriteString(Row(d, l, entities(d, l.Block), t))
			_ = out.WriteByte('\n')
		}
	}
	write(layout.Head(d, o))
	for from := 0; from < len(d.Blocks); from += chunk {
		write(layout.Blocks(d, from, from+chunk, o))
	}
	write(layout.Tail(d, o))
	return out.Flush()
}

// entities returns the document's entities in the block as highlights.
func entities(d *doc.Document, block int) []Highlight {
	es := d.Entities
	i, _ := slices.BinarySearchFunc(es, block, func(e doc.Entity, b int) int { return e.Block - b })
	var hl []Highlight
	for ; i < len(es) && es[i].Block == block; i++ {
		hl = append(hl, Highlight{es[i].Start, es[i].End, styles.Entity(es[i].Kind)})
	}
	return hl
}
