package export

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"lectern/reader/doc"
)

// token is a piece of a block on its way out: a stretch of its text, or the
// place where markup starts or ends.
type token struct {
	what       what
	mark       doc.SpanKind // of begin and end
	target     string       // of a link
	start, end int          // bytes of the block's text; equal in begin and end
}

type what uint8

const (
	words what = iota
	code       // text of a code span, which holds no other markup
	begin
	end
)

// stretch is where one kind of markup holds.
type stretch struct {
	start, end int
	mark       doc.SpanKind
	target     string
	rank       int // of two over the same text, the one of lower rank is outer
}

// marks is how many kinds of span there are.
const marks = int(doc.Marked) + 1

// nest turns the spans over text[from:to], which may overlap as they like, into
// tokens whose begins and ends pair up like brackets. Spans of the same kind
// become one where they touch, links without a usable target are left out, code
// is innermost and links are cut last: what crosses a link is cut at its ends.
// It takes time linear in its output, once the spans are sorted.
func nest(text string, spans []doc.Span, from, to int) []token {
	layers, edges := layersOf(text, spans, from, to)
	if len(edges) == 0 {
		if from == to {
			return nil
		}
		return []token{{what: words, start: from, end: to}}
	}
	n := nesting{layers: layers}
	edges = append(edges, from, to)
	slices.Sort(edges)
	edges = slices.Compact(edges)
	for i, at := range edges {
		n.turn(at)
		if at < to {
			n.text(at, edges[i+1])
		}
	}
	return n.out
}

// layersOf sorts spans by kind, each kind's stretches in order and apart from
// one another, and returns all their ends.
func layersOf(text string, spans []doc.Span, from, to int) (layers [marks][]stretch, edges []int) {
	for i, s := range spans {
		x := stretch{start: max(s.Start, from), end: min(s.End, to), mark: s.Kind, rank: i}
		if x.start >= x.end || int(s.Kind) >= marks || !utf8.RuneStart(text[x.start]) ||
			x.end < len(text) && !utf8.RuneStart(text[x.end]) {
			continue
		}
		if s.Kind == doc.Link {
			if x.target = doc.CleanURL(nil, s.Target); x.target == "" {
				continue
			}
		}
		layers[s.Kind] = append(layers[s.Kind], x)
	}
	for k := range layers {
		layers[k] = apart(layers[k])
		for _, x := range layers[k] {
			edges = append(edges, x.start, x.end)
		}
	}
	return layers, edges
}

// apart joins stretches that touch, and cuts links short where another begins
// before they end.
func apart(xs []stretch) []stretch {
	if len(xs) < 2 {
		return xs
	}
	slices.SortStableFunc(xs, func(a, b stretch) int { return cmp.Compare(a.start, b.start) })
	out := xs[:1]
	for _, x := range xs[1:] {
		last := &out[len(out)-1]
		switch {
		case x.start <= last.end && x.target == last.target:
			last.end = max(last.end, x.end)
		case x.end > last.end:
			x.start = max(x.start, last.end)
			out = append(out, x)
		}
	}
	return out
}

// nesting walks along a text from edge to edge.
type nesting struct {
	layers [marks][]stretch // what is still to come or in force, by kind
	stack  []stretch        // what is in force, outer before inner; without code
	out    []token
}

// turn ends what ends at an edge and begins what begins there. Whatever stands
// inside of what ends, and does not end itself, is ended and begun again.
func (n *nesting) turn(at int) {
	var force []stretch
	linkEnd := 0 // the end of a link that begins here
	for k := range n.layers {
		for len(n.layers[k]) > 0 && n.layers[k][0].end <= at {
			n.layers[k] = n.layers[k][1:]
		}
		if l := n.layers[k]; doc.SpanKind(k) != doc.InlineCode && len(l) > 0 && l[0].start <= at {
			force = append(force, l[0])
			if doc.SpanKind(k) == doc.Link && l[0].start == at {
				linkEnd = l[0].end
			}
		}
	}
	stay := 0
	for stay < len(n.stack) && n.stack[stay].end > at && n.stack[stay].end >= linkEnd {
		stay++
	}
	for i := len(n.stack) - 1; i >= stay; i-- {
		n.out = append(n.out, token{what: end, mark: n.stack[i].mark, target: n.stack[i].target, start: at, end: at})
	}
	n.stack = n.stack[:stay]
	force = slices.DeleteFunc(force, func(x stretch) bool { return slices.Contains(n.stack, x) })
	slices.SortFunc(force, func(a, b stretch) int { return cmp.Or(cmp.Compare(b.end, a.end), cmp.Compare(a.rank, b.rank)) })
	for _, x := range force {
		n.out = append(n.out, token{what: begin, mark: x.mark, target: x.target, start: at, end: at})
	}
	n.stack = append(n.stack, force...)
}

// text adds the text between two edges, to the token before it if nothing
// stands between them.
func (n *nesting) text(from, to int) {
	t := token{what: words, start: from, end: to}
	if l := n.layers[doc.InlineCode]; len(l) > 0 && l[0].start <= from {
		t.what = code
	}
	if i := len(n.out) - 1; i >= 0 && n.out[i].what == t.what {
		n.out[i].end = to
		return
	}
	n.out = append(n.out, t)
}
