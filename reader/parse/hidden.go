package parse

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"lectern/reader/doc"
)

// What the page hides is left out, unless it reads like part of an article:
// some sites hide the story behind a prompt, and parts of many stories wait to be
// unfolded.
const (
	articleBytes = 80  // length of a paragraph that does; menus, labels and messages are shorter
	pieceBytes   = 40  // length of a piece of one, between links and emphasis
	storyLength  = 250 // bytes of such paragraphs that make a story, whose short paragraphs are kept too
)

// conceal reads an element that the page does not show. Its text forms blocks
// of its own, without touching the text around it.
func (w *walker) conceal(n *html.Node, p part) {
	if w.cx.hidden {
		w.enter(n)
		w.block(n)
		w.leave()
		return
	}
	w.cx.nojs = p == nojs
	whole := unfolds(n)
	if !w.cx.nojs && !whole && !readable(n) {
		w.facts.below(n)
		return
	}
	list := &w.d.Blocks
	if w.flow.word {
		list = &w.later
	}
	blocks, elements := len(*list), len(w.d.Elements)
	marker := w.marker
	w.stream, w.spare = w.spare, w.stream
	w.flow.reset()
	w.flow.open = w.flow.open[:0]
	w.inFlow, w.breaks = false, 0
	w.cx.hidden, w.cx.cell, w.cx.phrasing = true, false, false
	w.enter(n)
	w.block(n)
	w.leave()
	w.stream, w.spare = w.spare, w.stream
	w.marker = marker
	if !whole {
		*list = prune(*list, blocks)
	}
	if len(*list) == blocks {
		w.forget(elements)
	}
}

// unfolds reports whether n is a section that waits for a person to unfold it or to
// turn to it, as ARIA's patterns for accordions and tabs mark them: however short its
// paragraphs are, all belong together.
func unfolds(n *html.Node) bool {
	role := attr(n, "role")
	return strings.EqualFold(role, "region") || strings.EqualFold(role, "tabpanel")
}

// prune drops the hidden blocks from the given one on that do not read like
// an article, or none if together they are a story.
func prune(blocks []doc.Block, from int) []doc.Block {
	length := 0
	for i := from; i < len(blocks); i++ {
		if articleLike(blocks[i].Text) {
			length += len(blocks[i].Text)
		}
	}
	if length >= storyLength {
		return blocks
	}
	kept := blocks[:from]
	for _, b := range blocks[from:] {
		if b.Kind == doc.Image || articleLike(b.Text) {
			kept = append(kept, b)
		}
	}
	return kept
}

// forget takes back the elements from the given one on.
func (w *walker) forget(elements int) {
	w.d.Elements = w.d.Elements[:elements]
	for i := range w.frames {
		if w.frames[i].element >= elements {
			w.frames[i].element = -1
		}
	}
}

// articleLike reports whether a text that the page hides reads like part of
// an article: long, and with the end of a sentence in it.
func articleLike(text string) bool {
	return len(text) >= articleBytes && strings.ContainsAny(text, ".!?。！？؟।…")
}

// readable reports whether there is text below n that can be part of an article.
func readable(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			if len(c.Data) >= pieceBytes && len(strings.TrimSpace(c.Data)) >= pieceBytes {
				return true
			}
		case html.ElementNode:
			if p := partOf(c.DataAtom); p != unseen && p != replaced && readable(c) {
				return true
			}
		default:
		}
	}
	return false
}

// textRunes counts the characters of text below n that are not white space,
// and stops at limit.
func textRunes(n *html.Node, limit int) int {
	total := 0
	for c := n.FirstChild; c != nil && total < limit; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			for i := 0; i < len(c.Data) && total < limit; i++ {
				if !asciiSpace(c.Data[i]) && utf8.RuneStart(c.Data[i]) {
					total++
				}
			}
		case html.ElementNode:
			if p := partOf(c.DataAtom); p != unseen && p != replaced {
				total += textRunes(c, limit-total)
			}
		default:
		}
	}
	return total
}

// dedupe drops the hidden blocks that the page also shows, or has hidden
// twice.
func dedupe(blocks []doc.Block) []doc.Block {
	hidden := false
	for i := range blocks {
		hidden = hidden || blocks[i].Hidden
	}
	if !hidden {
		return blocks
	}
	known := make(map[string]bool, len(blocks))
	for i := range blocks {
		if b := &blocks[i]; !b.Hidden {
			known[b.Text] = true
		}
	}
	kept := blocks[:0]
	for _, b := range blocks {
		if b.Hidden {
			if known[b.Text] {
				continue
			}
			known[b.Text] = true
		}
		kept = append(kept, b)
	}
	return kept
}
