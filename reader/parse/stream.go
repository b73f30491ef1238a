package parse

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// React sends a page in pieces. Where a piece is still to come stands
// <template id="B:1"> with a stand-in behind it, or <template id="P:1">; the
// piece follows at the end of the page, in <div hidden id="S:1">, and a script
// puts it in its place (react-dom/server, ReactDOMFizzInstructionSet).

// mostPieces is how many are put in their places; further ones are read
// where they stand. Pieces within pieces could nest without end.
const mostPieces = 64

// assemble puts the pieces of a page in their places. What has no place of its
// own is shown where it stands: a script will have moved it.
func assemble(root *html.Node, text string) {
	if !strings.Contains(text, `id="S:`) {
		return
	}
	var pieces []*html.Node
	places := map[string]*html.Node{}
	for n := range root.Descendants() {
		switch id := attr(n, "id"); {
		case n.DataAtom == atom.Div && strings.HasPrefix(id, "S:") && hasAttr(n, attrHidden):
			pieces = append(pieces, n)
		case n.DataAtom == atom.Template && n.Parent.DataAtom != atom.Head && (strings.HasPrefix(id, "B:") || strings.HasPrefix(id, "P:")):
			if places[id] == nil { // as document.getElementById
				places[id] = n
			}
		}
	}
	for i, piece := range pieces {
		piece.Attr = slices.DeleteFunc(piece.Attr, func(a html.Attribute) bool { return a.Key == attrHidden })
		number := attr(piece, "id")[len("S:"):]
		for _, kind := range [...]string{"B:", "P:"} {
			if place := places[kind+number]; i < mostPieces && within(place, root) && !within(place, piece) {
				settle(piece, place)
			}
		}
	}
}

// within reports whether a node stands below another.
func within(n, above *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == above {
			return true
		}
	}
	return false
}

// settle moves what is in a piece to its place, and hides the stand-in.
func settle(piece, place *html.Node) {
	up := place.Parent
	if strings.HasPrefix(attr(place, "id"), "B:") {
		hideStandIn(place)
	}
	for c := piece.FirstChild; c != nil; c = piece.FirstChild {
		piece.RemoveChild(c)
		up.InsertBefore(c, place)
	}
	up.RemoveChild(place)
}

// hideStandIn hides what stands behind a place, up to the comment that ends it:
// <!--/$-->, with others of the kind between.
func hideStandIn(place *html.Node) {
	var old []*html.Node
	open := 0
	for n := place.NextSibling; n != nil; n = n.NextSibling {
		if n.Type != html.CommentNode {
			old = append(old, n)
			continue
		}
		switch n.Data {
		case "/$":
			if open == 0 {
				for _, o := range old {
					hide(o)
				}
				return
			}
			open--
		case "$", "$?", "$!":
			open++
		}
	}
}

// hide hides an element or a text.
func hide(n *html.Node) {
	hidden := html.Attribute{Key: attrHidden}
	if n.Type == html.ElementNode {
		n.Attr = append(n.Attr, hidden)
		return
	}
	wrap := &html.Node{Type: html.ElementNode, Data: "span", DataAtom: atom.Span, Attr: []html.Attribute{hidden}}
	n.Parent.InsertBefore(wrap, n)
	n.Parent.RemoveChild(n)
	wrap.AppendChild(n)
}
