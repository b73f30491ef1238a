package parse

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// facts are the places in a page where it speaks of itself.
type facts struct {
	scripts []*html.Node // JSON-LD
}

// unseen notes an element that makes no block.
func (f *facts) unseen(n *html.Node) {
	if n.DataAtom == atom.Script && attr(n, "type") == "application/ld+json" {
		f.scripts = append(f.scripts, n)
	}
}
