package parse

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lectern/reader/doc"
)

// metadata fills in what a page says of itself.
func metadata(d *doc.Document, root *html.Node, _ *walker) {
	head := headOf(root)
	if head == nil {
		return
	}
	if head.Parent != nil {
		d.Language = words(attr(head.Parent, "lang"))
	}
	for n := head.FirstChild; n != nil; n = n.NextSibling {
		if n.DataAtom == atom.Title && n.FirstChild != nil && d.Title == "" {
			d.Title = words(n.FirstChild.Data)
		}
	}
}
