package parse

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lectern/reader/doc"
)

// HTML reads a page or a fragment of one. The base is the page's address, ""
// if unknown; a <base> element overrules it.
func HTML(text, base string) *doc.Document {
	d := &doc.Document{Format: doc.HTML, Address: doc.CleanURL(nil, base)}
	if !utf8.ValidString(text) { // a tag may part the bytes of a character
		text = strings.ToValidUTF8(text, "\ufffd")
	}
	readHTML(d, text)
	for more := true; more && len(d.Blocks) == 0; {
		if text, more = unswallowed(text); more {
			*d = doc.Document{Format: d.Format, Address: d.Address}
			readHTML(d, text)
		}
	}
	return d
}

// readHTML makes blocks of a page and reads what it says of itself.
func readHTML(d *doc.Document, text string) {
	root := tree(text)
	assemble(root, text)
	w := newWalker(d, baseOf(root, d.Address))
	w.children(root)
	w.boundary()
	d.Blocks = dedupe(d.Blocks)
	metadata(d, root, w)
}

// baseOf returns the address that relative links start from: the first <base>
// with an address, itself relative to the page's own.
func baseOf(root *html.Node, address string) *url.URL {
	var page *url.URL
	if address != "" {
		page, _ = url.Parse(address) // CleanURL has parsed it before
	}
	head := headOf(root)
	if head == nil {
		return page
	}
	for n := head.FirstChild; n != nil; n = n.NextSibling {
		if n.DataAtom != atom.Base {
			continue
		}
		if href := doc.CleanURL(page, attr(n, "href")); href != "" && strings.HasPrefix(href, "http") {
			if u, err := url.Parse(href); err == nil {
				return u
			}
		}
	}
	return page
}

// headOf returns the <head> of a page, nil without one.
func headOf(root *html.Node) *html.Node {
	for n := root.FirstChild; n != nil; n = n.NextSibling {
		if n.DataAtom != atom.Html {
			continue
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom == atom.Head {
				return c
			}
		}
	}
	return nil
}

// attr returns the value of an attribute, "" without it.
func attr(n *html.Node, key string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return n.Attr[i].Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return true
		}
	}
	return false
}
