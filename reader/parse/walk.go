package parse

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lectern/reader/doc"
)

// walker turns the tree of a page into blocks in one pass.
type walker struct {
	stream // the block being collected

	d    *doc.Document
	base *url.URL
	cx   context

	spare  stream      // the visible one while hidden text is read
	frames []frame     // the open elements
	lists  []numbering // the open lists
	marker string      // of the list item that has not begun its text
	term   int         // index after the block made by the last <dt>, -1 without
	later  []doc.Block // what was met amid a text and follows it: images, hidden text
	seen   imagesSeen  // what tells a picture from its copy in <noscript>
	facts  facts       // what the page says of itself, met on the way
	scan   int         // how many more nodes may be looked at ahead of the walk

	rowspans []int // how far cells of the rows above reach down, by column
	column   int   // of the cell to be written
}

// stream is a run of text on its way into blocks, and where it stands.
type stream struct {
	flow   flow
	dip    int     // how many frames hold all of the text collected
	tail   []frame // the closed elements below those that hold it too, inner first
	inFlow bool    // a block has been made since the last boundary
	breaks int     // line breaks since then
}

// context is what the elements around a text make of it.
type context struct {
	kind     doc.Kind
	level    int  // rank of a heading
	rank     int  // of an element that is a heading by its role, 0 for others
	quotes   int  // depth of quotations
	depth    int  // depth of lists
	hidden   bool // not shown: kept only if it reads like an article
	phrasing bool // in a paragraph: stray buttons stay in the line
	cell     bool // in a data table: nothing ends the block
	nojs     bool // in <noscript>
	revealed bool // in text marked aria-hidden by mistake
}

func newWalker(d *doc.Document, base *url.URL) *walker {
	return &walker{d: d, base: base, term: -1, scan: maxScan}
}

// maxScan is how many nodes of a page may be looked at ahead of the walk, to
// tell data tables from layout. It keeps nested tables from costing more than
// time linear in the page.
const maxScan = 4_000_000

func (w *walker) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			w.text(c.Data)
		case html.ElementNode:
			w.element(c)
		default: // comments, doctypes
		}
	}
}

// text adds a text node to the block being collected.
func (w *walker) text(s string) {
	had := w.flow.word
	before := len(w.flow.text)
	w.flow.write(s)
	if len(w.flow.text) == before {
		return
	}
	if !had && !w.cx.cell {
		w.dip = len(w.frames)
	}
	w.tail = w.tail[:0]
}

func (w *walker) element(n *html.Node) {
	if n.Namespace != "" {
		w.foreign(n)
		return
	}
	p := partOf(n.DataAtom)
	if p == inline && n.DataAtom == 0 && strings.IndexByte(n.Data, '-') > 0 {
		p = loose
	}
	switch p {
	case unseen:
		w.facts.unseen(n)
		if n.DataAtom == atom.Template && hasAttr(n, "shadowrootmode") {
			w.children(n)
		}
		return
	case replaced:
		w.flow.space = true
		return
	case lineBreak:
		w.lineBreak()
		return
	default:
	}
	old := w.cx
	switch w.look(n, p) {
	case shown:
		w.enter(n)
		if w.cx.rank > 0 && (p == container || p == inline || p == paragraph) {
			w.heading(n, w.cx.rank)
		} else {
			w.visible(n, p)
		}
		w.leave()
	case concealed:
		w.conceal(n, p)
	case decorative:
	}
	w.cx = old
}

// visible makes blocks of an element that is shown. The caller restores the
// context.
func (w *walker) visible(n *html.Node, p part) {
	switch p {
	case inline:
		w.children(n)
	case anchor:
		w.anchor(n)
	case mark:
		w.mark(n)
	case paragraph:
		w.cx.phrasing = true
		w.block(n)
	case heading:
		w.heading(n, int(n.Data[1]-'0'))
	case loose:
		if !w.cx.phrasing {
			w.block(n)
			return
		}
		w.flow.space = true
		w.children(n)
		w.flow.space = true
	case quotation:
		w.boundary()
		w.cx.quotes++
		w.cx.kind = doc.Paragraph
		w.block(n)
	case caption:
		w.boundary()
		w.cx.kind = doc.Caption
		w.block(n)
	case list, item, term, details:
		w.listPart(n, p)
	case table:
		w.table(n)
	case picture:
		w.picture(n)
	case ruler:
		w.rule()
	case preformatted:
		w.preformatted(n)
	case field:
		w.field(n)
	default:
		w.contained(n, p)
	}
}

// contained makes blocks of a container, or a part of a data table.
func (w *walker) contained(n *html.Node, p part) {
	switch {
	case w.cx.cell && p == cell:
		w.cell(n)
	case w.cx.cell && n.DataAtom == atom.Tr:
		w.row(n)
	default:
		w.cx.nojs = w.cx.nojs || p == nojs
		w.block(n)
	}
}

// block makes blocks of what is in a container, apart from what is around it.
// A caller that changes the context ends the block before, which is not in it.
func (w *walker) block(n *html.Node) {
	w.boundary()
	w.children(n)
	w.boundary()
}

// boundary ends the block being collected, and the paragraph with it.
func (w *walker) boundary() {
	if w.cx.cell {
		w.flow.space = true
		return
	}
	w.flush()
	w.inFlow, w.breaks = false, 0
}

// lineBreak ends a line. Lines within a paragraph are blocks of their own, the
// second and following ones tight, unless the line was empty.
func (w *walker) lineBreak() {
	if w.cx.cell || w.cx.kind == doc.Heading {
		w.flow.space = true
		return
	}
	w.flush()
	if w.inFlow {
		w.breaks++
	}
}

func (w *walker) heading(n *html.Node, level int) {
	w.boundary()
	w.cx.kind, w.cx.level, w.cx.rank, w.cx.phrasing = doc.Heading, level, 0, true
	w.block(n)
}

func (w *walker) rule() {
	if w.cx.cell {
		return
	}
	w.boundary()
	if !w.cx.hidden {
		w.add(doc.Block{Kind: doc.Rule, Element: w.ensure(len(w.frames))})
	}
}

// anchor marks a link. An <a> without a target is text.
func (w *walker) anchor(n *html.Node) {
	if !hasAttr(n, "href") || w.flow.has(doc.Link) {
		w.children(n)
		return
	}
	w.flow.push(doc.Link, doc.CleanURL(w.base, attr(n, "href")))
	w.children(n)
	w.flow.pop()
}

// mark marks emphasis, code and the like.
func (w *walker) mark(n *html.Node) {
	k := markOf(n.DataAtom)
	if w.flow.has(k) {
		w.children(n)
		return
	}
	w.flow.push(k, "")
	w.children(n)
	w.flow.pop()
}

func markOf(a atom.Atom) doc.SpanKind {
	switch a {
	case atom.Strong, atom.B:
		return doc.Strong
	case atom.Code, atom.Kbd, atom.Samp, atom.Tt:
		return doc.InlineCode
	case atom.Del, atom.S, atom.Strike:
		return doc.Strike
	case atom.Sup:
		return doc.Superscript
	case atom.Sub:
		return doc.Subscript
	case atom.Mark:
		return doc.Marked
	default:
		return doc.Emphasis
	}
}

// foreign handles SVG, which has no text for readers, and MathML, which has.
func (w *walker) foreign(n *html.Node) {
	if n.Namespace == svg {
		w.flow.space = true
	}
	if spelled(n) {
		w.enter(n)
		w.children(n)
		w.leave()
	}
}

// spelled reports whether readers see the text of a foreign element: that of
// formulas, but for what annotates them.
func spelled(n *html.Node) bool {
	return n.Namespace != svg && n.Data != "annotation" && n.Data != "annotation-xml"
}

// field makes a block of what a form field shows.
func (w *walker) field(n *html.Node) {
	words := fieldWords(n)
	if words == "" {
		w.flow.space = true
		return
	}
	w.boundary()
	w.text(words)
	w.boundary()
}
