package parse

import (
	"strings"

	"golang.org/x/net/html"

	"lectern/reader/doc"
)

// imagesSeen tells a picture from its copies: lazy loaders put one into
// <noscript> beside the one that a script fills in.
type imagesSeen struct {
	last int    // number of blocks when the last picture was met
	alt  string // its alternative text
	nojs bool   // it stood in <noscript>
	any  bool
}

// picture makes a block of an image, after the text it stands in.
func (w *walker) picture(n *html.Node) {
	w.flow.space = true
	if w.cx.cell || tiny(n) {
		return
	}
	if w.cx.hidden && !w.cx.nojs {
		return
	}
	b := doc.Block{Kind: doc.Image, Text: words(attr(n, "alt")), Target: w.source(n)}
	if b.Text == "" && b.Target == "" || strings.Contains(attr(n, "class"), "emoji") {
		return
	}
	s := &w.seen
	at := len(w.d.Blocks) + len(w.later)
	if s.any && s.last == at && s.nojs != w.cx.nojs && (s.alt == b.Text || s.alt == "" || b.Text == "") {
		return
	}
	b.Element = w.ensure(len(w.frames))
	if i := len(w.flow.open) - 1; b.Text != "" && w.flow.has(doc.Link) {
		for w.flow.open[i].kind != doc.Link {
			i--
		}
		b.Spans = []doc.Span{{Start: 0, End: len(b.Text), Kind: doc.Link, Target: w.flow.open[i].target}}
	}
	w.add(b)
	w.inFlow = false
	*s = imagesSeen{last: len(w.d.Blocks) + len(w.later), alt: b.Text, nojs: w.cx.nojs, any: true}
}

// source returns the address of an image, which lazy loaders keep elsewhere.
func (w *walker) source(n *html.Node) string {
	for _, key := range [...]string{"data-src", "data-original", "data-lazy-src", "data-srcset", "src", "srcset"} {
		v := strings.TrimSpace(attr(n, key))
		if strings.HasSuffix(key, "srcset") {
			v, _, _ = strings.Cut(v, " ")
		}
		if u := doc.CleanURL(w.base, v); strings.HasPrefix(u, "http") {
			return u
		}
	}
	return ""
}

// tiny reports whether an image is a counting pixel or a spacer.
func tiny(n *html.Node) bool {
	for i := range n.Attr {
		if a := &n.Attr[i]; a.Key == "width" || a.Key == "height" {
			switch strings.TrimSuffix(strings.TrimSpace(a.Val), "px") {
			case "0", "1", "2":
				return true
			}
		}
	}
	return false
}

// words cleans a string and folds its white space.
func words(s string) string {
	return strings.Join(strings.Fields(doc.Clean(s)), " ")
}
