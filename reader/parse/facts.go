package parse

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// facts are the places in a page where it speaks of itself, noted as the walk
// passes them. What belongs in the head may stand in the body: an image in
// <noscript> is enough to end the head.
type facts struct {
	scripts []*html.Node // JSON-LD
	props   []*html.Node // microdata that metadata is made of
	bylines []*html.Node // elements that a page calls byline or author
	times   []*html.Node // <time>
	metas   []*html.Node // <meta>
	titles  []*html.Node // <title>
	links   []*html.Node // <link>
}

// maxFacts bounds each list of facts, maxMetas that of <meta>, of which pages
// have many. What a page says of itself stands early.
const (
	maxFacts = 64
	maxMetas = 512
)

// unseen notes an element that makes no block.
func (f *facts) unseen(n *html.Node) {
	switch n.DataAtom {
	case atom.Script:
		if strings.EqualFold(strings.TrimSpace(attr(n, "type")), "application/ld+json") {
			note(&f.scripts, n)
		}
	case atom.Meta:
		if len(f.metas) < maxMetas {
			f.metas = append(f.metas, n)
		}
	case atom.Title:
		note(&f.titles, n)
	case atom.Link:
		if hasAttr(n, "rel") && hasAttr(n, "href") && !hasToken(attr(n, "rel"), "stylesheet") {
			note(&f.links, n)
		}
	case atom.Head:
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			f.unseen(c)
		}
	default:
	}
}

// below notes the elements below n that make no blocks.
func (f *facts) below(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if partOf(c.DataAtom) == unseen {
			f.unseen(c)
			continue
		}
		f.below(c)
	}
}

// seen notes an element by one of its attributes.
func (f *facts) seen(n *html.Node, a *html.Attribute) {
	switch a.Key {
	case attrClass:
		if authorly(a.Val) {
			note(&f.bylines, n)
		}
	case "rel":
		if hasToken(a.Val, keyAuthor) {
			note(&f.bylines, n)
		}
	case attrItemprop:
		switch a.Val {
		case keyAuthor, "datePublished", "creator":
			note(&f.props, n)
		}
	case "datetime":
		if n.DataAtom == atom.Time {
			note(&f.times, n)
		}
	}
}

func note(list *[]*html.Node, n *html.Node) {
	if len(*list) < maxFacts {
		*list = append(*list, n)
	}
}

// authorly reports whether a class attribute has a class of bylines.
func authorly(class string) bool {
	if !strings.Contains(class, "uthor") && !strings.Contains(class, "yline") {
		return class == "fn" || strings.HasSuffix(class, " fn")
	}
	class = strings.ToLower(class)
	for _, not := range [...]string{"bio", "box", "image", "avatar", "comment", "photo", "social", "desc", "more", "related", "about"} {
		if strings.Contains(class, not) {
			return false
		}
	}
	return true
}

// hasToken reports whether a space-separated list has a word, in any case.
func hasToken(list, word string) bool {
	for t := range strings.FieldsSeq(list) {
		if strings.EqualFold(t, word) {
			return true
		}
	}
	return false
}

// maxFact bounds the text of a fact, in bytes.
const maxFact = 512

// textOf returns the words below a node, with a space for every element that
// is not in the line.
func textOf(n *html.Node) string {
	var b strings.Builder
	appendText(&b, n)
	return words(b.String())
}

func appendText(b *strings.Builder, n *html.Node) {
	for c := n.FirstChild; c != nil && b.Len() < maxFact; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			b.WriteString(c.Data)
		case html.ElementNode:
			p := partOf(c.DataAtom)
			if p == unseen || p == replaced || c.Namespace == svg {
				continue
			}
			if p != inline && p != anchor && p != mark {
				b.WriteByte(' ')
			}
			appendText(b, c)
		default:
		}
	}
}
