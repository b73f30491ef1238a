package parse

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lectern/reader/doc"
)

// numbering is how an open list marks its items.
type numbering struct {
	style byte // '1', 'a', 'A', 'i', 'I', or 0 for bullets
	next  int
	step  int
}

// bullets mark the items of unordered lists by depth.
var bullets = [...]string{"•", "◦", "▪"}

// maxNumber bounds the numbers of lists, which pages may start anywhere.
const maxNumber = 1_000_000_000

// listPart makes blocks of lists and their items.
func (w *walker) listPart(n *html.Node, p part) {
	switch p {
	case list:
		w.boundary()
		w.lists = append(w.lists, numberingOf(n))
		w.cx.depth++
		w.block(n)
		w.lists = w.lists[:len(w.lists)-1]
	case item:
		w.item(n)
	case term:
		w.term = -1
		before := len(w.d.Blocks)
		w.boundary()
		w.flow.push(doc.Strong, "")
		w.children(n)
		w.flow.pop()
		w.boundary()
		if len(w.d.Blocks) > before {
			w.term = len(w.d.Blocks)
		}
	default:
		w.definition(n)
	}
}

// item makes blocks of a list item. Its marker goes to the first of them.
func (w *walker) item(n *html.Node) {
	w.boundary()
	old := w.marker
	w.cx.kind, w.cx.phrasing = doc.ListItem, false
	w.cx.depth = max(w.cx.depth, 1)
	w.marker = w.nextMarker(n)
	w.children(n)
	w.boundary()
	w.marker = old
}

// definition makes blocks of a <dd>: indented under its term, without a mark.
func (w *walker) definition(n *html.Node) {
	w.boundary()
	old := w.marker
	w.marker = ""
	w.cx.kind, w.cx.phrasing = doc.ListItem, false
	w.cx.depth++
	w.children(n)
	w.boundary()
	w.marker = old
}

func numberingOf(n *html.Node) numbering {
	if n.DataAtom != atom.Ol {
		return numbering{}
	}
	l := numbering{style: '1', next: 1, step: 1}
	if t := attr(n, "type"); len(t) == 1 && strings.IndexByte("1aAiI", t[0]) >= 0 {
		l.style = t[0]
	}
	if hasAttr(n, "reversed") {
		l.step, l.next = -1, 0
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom == atom.Li {
				l.next++
			}
		}
	}
	if v, err := strconv.Atoi(strings.TrimSpace(attr(n, "start"))); err == nil {
		l.next = clamp(v)
	}
	return l
}

// nextMarker returns the mark of the next item of the innermost list.
func (w *walker) nextMarker(n *html.Node) string {
	if len(w.lists) == 0 {
		return bullets[0]
	}
	l := &w.lists[len(w.lists)-1]
	if l.style == 0 {
		return bullets[min(w.cx.depth-1, len(bullets)-1)]
	}
	if v, err := strconv.Atoi(strings.TrimSpace(attr(n, "value"))); err == nil {
		l.next = clamp(v)
	}
	m := formatNumber(l.next, l.style) + "."
	l.next += l.step
	return m
}

func clamp(n int) int { return max(-maxNumber, min(n, maxNumber)) }

// formatNumber writes n in the style of an ordered list. Numbers that have no
// form in a style are written in digits, as browsers do.
func formatNumber(n int, style byte) string {
	switch style {
	case 'a', 'A':
		if n < 1 {
			break
		}
		var b []byte
		for ; n > 0; n = (n - 1) / 26 {
			b = append([]byte{style + byte((n-1)%26)}, b...)
		}
		return string(b)
	case 'i', 'I':
		if n < 1 || n > 3999 {
			break
		}
		s := roman(n)
		if style == 'i' {
			s = strings.ToLower(s)
		}
		return s
	}
	return strconv.Itoa(n)
}

func roman(n int) string {
	var b strings.Builder
	for _, d := range [...]struct {
		value int
		sign  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"},
		{10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= d.value; n -= d.value {
			b.WriteString(d.sign)
		}
	}
	return b.String()
}
