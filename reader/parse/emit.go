package parse

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/net/html"

	"lectern/reader/doc"
)

// flush makes a block of the text collected.
func (w *walker) flush() {
	if w.flow.word && (!w.cx.hidden || articleLike(w.flow.text)) {
		b := doc.Block{Kind: w.cx.kind, Element: w.innermost(), Tight: w.inFlow && w.breaks == 1}
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

// add appends a block, or lays it by until the text around it has ended.
func (w *walker) add(b doc.Block) {
	b.First, b.Last, b.Quotes, b.Hidden = -1, -1, w.cx.quotes, w.cx.hidden
	if w.cx.hidden && w.spare.flow.word || !w.cx.hidden && w.flow.word {
		w.later = append(w.later, b)
		return
	}
	w.d.Blocks = append(w.d.Blocks, b)
}

// articleBytes is how long a hidden text must be to be taken for part of a
// story, in bytes; menus, labels and error messages are shorter.
const articleBytes = 120

// articleLike reports whether a text that the page hides reads like part of
// an article: long, and with the end of a sentence in it.
func articleLike(text []byte) bool {
	return len(text) >= articleBytes && bytes.ContainsAny(text, ".!?。！？؟।…")
}

// finish drops the hidden blocks that the page also shows.
func (w *walker) finish() {
	hidden := false
	for i := range w.d.Blocks {
		hidden = hidden || w.d.Blocks[i].Hidden
	}
	if !hidden {
		return
	}
	shown := make(map[string]bool, len(w.d.Blocks))
	for i := range w.d.Blocks {
		if b := &w.d.Blocks[i]; !b.Hidden {
			shown[b.Text] = true
		}
	}
	kept := w.d.Blocks[:0]
	for _, b := range w.d.Blocks {
		if b.Hidden && shown[b.Text] {
			continue
		}
		if b.Hidden {
			shown[b.Text] = true
		}
		kept = append(kept, b)
	}
	w.d.Blocks = kept
}

// conceal reads an element that the page does not show. Its text forms blocks
// of its own, without touching the text around it.
func (w *walker) conceal(n *html.Node) {
	if w.cx.hidden {
		w.enter(n)
		w.block(n)
		w.leave()
		return
	}
	old, marker := w.cx, w.marker
	w.stream, w.spare = w.spare, w.stream
	w.flow.reset()
	w.flow.open = w.flow.open[:0]
	w.inFlow, w.breaks = false, 0
	w.cx.hidden, w.cx.cell, w.cx.phrasing = true, false, false
	w.enter(n)
	w.block(n)
	w.leave()
	w.stream, w.spare = w.spare, w.stream
	w.cx, w.marker = old, marker
}

// textBytes counts the bytes of text below n that are not white space, and
// stops at limit.
func (w *walker) textBytes(n *html.Node, limit int) int {
	total := 0
	for c := n.FirstChild; c != nil && total < limit && w.scan > 0; c = c.NextSibling {
		w.scan--
		switch c.Type {
		case html.TextNode:
			for i := 0; i < len(c.Data) && total < limit; i++ {
				if !asciiSpace(c.Data[i]) && utf8.RuneStart(c.Data[i]) {
					total++
				}
			}
		case html.ElementNode:
			if p := partOf(c.DataAtom); p != unseen && p != replaced {
				total += w.textBytes(c, limit-total)
			}
		default:
		}
	}
	return total
}
