package parse

import "lectern/reader/doc"

// flush makes a block of the text collected.
func (w *walker) flush() {
	if w.flow.word {
		b := doc.Block{Kind: w.cx.kind, Element: w.innermost(), Tight: w.inFlow && w.breaks == 1 || w.defines()}
		b.Text, b.Spans = w.flow.take()
		switch b.Kind {
		case doc.Heading:
			b.Level = w.cx.level
		case doc.ListItem:
			b.Level = w.cx.depth
			b.Marker, w.marker = w.marker, ""
		case doc.Paragraph:
			if w.cx.quotes > 0 {
				b.Kind = doc.Quote
			}
		default:
		}
		w.add(b)
		w.inFlow, w.breaks = true, 0
	}
	w.flow.reset()
	w.tail = w.tail[:0]
	if !w.cx.hidden && len(w.later) > 0 {
		w.d.Blocks = append(w.d.Blocks, w.later...)
		w.later = w.later[:0]
		w.inFlow = false
	}
}

// defines reports whether the text collected is the first of a <dd> under its
// <dt>.
func (w *walker) defines() bool {
	return w.cx.kind == doc.ListItem && w.marker == "" && w.term == len(w.d.Blocks)
}

// add appends a block, or lays it by until the text around it has ended.
func (w *walker) add(b doc.Block) {
	b.First, b.Last, b.Quotes, b.Hidden = -1, -1, w.cx.quotes, w.cx.hidden && b.Kind != doc.Image
	if w.flow.word || w.cx.hidden && w.spare.flow.word {
		w.later = append(w.later, b)
		return
	}
	w.d.Blocks = append(w.d.Blocks, b)
}
