package export

import (
	"strconv"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lectern/reader/doc"
)

// blockWriter adds blocks to an element of a page.
type blockWriter struct {
	top      *html.Node
	quotes   []*html.Node // the open <blockquote>s, outer before inner
	lists    []openList   // the open lists, outer before inner
	terms    *html.Node   // the open <dl>, or nil
	figure   *html.Node   // the <figure> of the image before, or nil
	text     *html.Node   // the element that the text before went to
	previous *doc.Block
}

// openList is a list that further items may go to.
type openList struct {
	level      int // as in doc.Block
	node, item *html.Node
	style      byte // as ordinal has it
	number     int  // of the last item
}

// block adds a block. The one after it, nil at the end, tells terms from
// paragraphs.
func (w *blockWriter) block(b, next *doc.Block) {
	if follows(w.previous, b) && w.text != nil && (b.Kind != doc.ListItem || w.previous.Kind == doc.ListItem) {
		w.text.AppendChild(element(atom.Br))
		inlineHTML(w.text, b, 0, len(b.Text))
		w.previous = b
		return
	}
	if quotes := quotesOf(b); quotes != len(w.quotes) {
		w.requote(quotes)
	}
	if b.Kind != doc.ListItem {
		w.lists = w.lists[:0]
	}
	figure := w.figure
	w.figure = nil
	switch b.Kind {
	case doc.ListItem:
		w.item(b)
	case doc.Caption:
		if figure == nil {
			figure = w.add(element(atom.Figure))
		}
		w.text = element(atom.Figcaption)
		figure.AppendChild(w.text)
		inlineHTML(w.text, b, 0, len(b.Text))
	case doc.Image:
		w.image(b)
	case doc.Code:
		w.code(b)
	case doc.Table:
		w.table(b)
	case doc.Rule:
		w.add(element(atom.Hr))
	case doc.Heading:
		w.fill(w.add(element(headings[min(max(b.Level, 1), len(headings))-1])), b)
	default:
		w.paragraph(b, next)
	}
	w.previous = b
}

var headings = [...]atom.Atom{atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6}

// requote opens and closes quotations until there are n.
func (w *blockWriter) requote(n int) {
	w.lists, w.terms = w.lists[:0], nil
	w.quotes = w.quotes[:min(n, len(w.quotes))]
	for len(w.quotes) < n {
		w.quotes = append(w.quotes, w.add(element(atom.Blockquote)))
	}
}

// add appends an element to the innermost quotation, on a line of its own, and
// returns it.
func (w *blockWriter) add(n *html.Node) *html.Node {
	to := w.top
	if len(w.quotes) > 0 {
		to = w.quotes[len(w.quotes)-1]
	}
	addLine(to, n)
	w.terms = nil
	return n
}

// fill puts the text of a block into an element.
func (w *blockWriter) fill(n *html.Node, b *doc.Block) {
	w.text = n
	inlineHTML(n, b, 0, len(b.Text))
}

// paragraph adds a paragraph, or a term if its definition follows.
func (w *blockWriter) paragraph(b, next *doc.Block) {
	if b.Kind != doc.Paragraph || next == nil || next.Kind != doc.ListItem || !follows(b, next) {
		w.fill(w.add(element(atom.P)), b)
		return
	}
	if w.terms == nil {
		w.terms = w.add(element(atom.Dl))
	}
	w.terms.AppendChild(w.textIn(atom.Dt, b))
}

// textIn returns an element with the text of a block.
func (w *blockWriter) textIn(a atom.Atom, b *doc.Block) *html.Node {
	n := element(a)
	w.fill(n, b)
	return n
}

// item adds a list item, a further paragraph of one, or a definition.
func (w *blockWriter) item(b *doc.Block) {
	if b.Marker == "" {
		w.further(b)
		return
	}
	last := 0
	var sibling *openList
	for n := len(w.lists); n > 0 && (w.lists[n-1].level >= b.Level || n == maxDepth); n-- {
		l := w.lists[n-1]
		sibling, last = &l, l.number
		w.lists = w.lists[:n-1]
	}
	n, style := ordinal(b.Marker, last)
	l := openList{level: b.Level, style: style, number: n}
	if sibling != nil && sibling.style == style {
		l.node = sibling.node
	} else {
		l.node = w.list(style)
		last = 0
	}
	l.item = element(atom.Li)
	if style != 0 && n != last+1 {
		setAttr(l.item, "value", strconv.Itoa(n))
	}
	if box := checkbox(b.Marker); box != "" {
		tick := element(atom.Input, "type", "checkbox", "disabled", "")
		if box == "[x] " {
			setAttr(tick, "checked", "")
		}
		l.item.AppendChild(tick)
	}
	addLine(l.node, l.item)
	w.fill(l.item, b)
	w.lists = append(w.lists, l)
}

// list opens a list in the item that is open, or apart.
func (w *blockWriter) list(style byte) *html.Node {
	n := element(atom.Ul)
	if style != 0 {
		n = element(atom.Ol)
		if style != '1' {
			setAttr(n, "type", string(style))
		}
	}
	if len(w.lists) > 0 {
		w.lists[len(w.lists)-1].item.AppendChild(n)
		return n
	}
	return w.add(n)
}

// further adds text without a marker to the item it belongs to, or as the
// definition of a term.
func (w *blockWriter) further(b *doc.Block) {
	for n := len(w.lists); n > 1 && w.lists[n-1].level > b.Level; n-- {
		w.lists = w.lists[:n-1]
	}
	if n := len(w.lists); n > 0 {
		w.lists[n-1].item.AppendChild(w.textIn(atom.P, b))
		return
	}
	if w.terms == nil {
		w.terms = w.add(element(atom.Dl))
	}
	w.terms.AppendChild(w.textIn(atom.Dd, b))
}

// image adds an image by its description and a link to it: a page that is kept
// must not tell its source whenever it is read. The address stands where pages
// put it that load their images late.
func (w *blockWriter) image(b *doc.Block) {
	picture := element(atom.Img, "alt", b.Text)
	w.figure = w.add(element(atom.Figure))
	if target := doc.CleanURL(nil, b.Target); target != "" {
		setAttr(picture, "data-src", target)
		link := element(atom.A, "href", target)
		link.AppendChild(picture)
		picture = link
	}
	w.figure.AppendChild(picture)
	w.text = nil
}

func (w *blockWriter) code(b *doc.Block) {
	c := withText(element(atom.Code), b.Text)
	if b.Language != "" {
		setAttr(c, "class", "language-"+b.Language)
	}
	w.add(element(atom.Pre)).AppendChild(c)
}

// table adds a table, with an empty column beside a single one: programs that
// read pages, lectern among them, take tables of one column for layout.
func (w *blockWriter) table(b *doc.Block) {
	rows, columns := cellsOf(b)
	columns = max(columns, 2)
	t := w.add(element(atom.Table))
	group, kind := element(atom.Tbody), atom.Td
	for i, row := range rows {
		if i == 0 && b.Header {
			group, kind = element(atom.Thead), atom.Th
		}
		if i == 1 && b.Header {
			group, kind = element(atom.Tbody), atom.Td
		}
		if group.Parent == nil {
			t.AppendChild(group)
		}
		r := element(atom.Tr)
		for k := range columns {
			c := element(kind)
			if k < len(row) {
				inlineHTML(c, b, row[k].start, row[k].end)
			}
			r.AppendChild(c)
		}
		addLine(group, r)
	}
}

// elements are what the kinds of span are in HTML.
var elements = [marks]atom.Atom{
	doc.Link: atom.A, doc.Emphasis: atom.Em, doc.Strong: atom.Strong, doc.Strike: atom.S,
	doc.Superscript: atom.Sup, doc.Subscript: atom.Sub, doc.Marked: atom.Mark,
}

// inlineHTML appends the bytes [from, to) of a block's text to an element.
func inlineHTML(n *html.Node, b *doc.Block, from, to int) {
	for _, t := range nest(b.Text, b.Spans, from, to) {
		switch t.what {
		case words:
			n.AppendChild(textNode(b.Text[t.start:t.end]))
		case code:
			n.AppendChild(withText(element(atom.Code), b.Text[t.start:t.end]))
		case begin:
			e := element(elements[t.mark])
			if t.mark == doc.Link {
				setAttr(e, "href", t.target)
			}
			n.AppendChild(e)
			n = e
		case end:
			n = n.Parent
		}
	}
}
