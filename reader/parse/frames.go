package parse

import (
	"slices"

	"golang.org/x/net/html"

	"lectern/reader/doc"
)

// frame is an open element.
type frame struct {
	node    *html.Node
	nth     int        // position among the siblings of its name
	element int        // index in Document.Elements, -1 until a block needs it
	counts  []tagCount // how many children it has had, by name
}

type tagCount struct {
	tag string
	n   int
}

// maxCounts is how many names of children are numbered; pages have a handful.
const maxCounts = 32

// enter opens an element.
func (w *walker) enter(n *html.Node) {
	nth := 1
	if len(w.frames) > 0 {
		nth = w.frames[len(w.frames)-1].count(n.Data)
	}
	if len(w.frames) < cap(w.frames) {
		w.frames = w.frames[:len(w.frames)+1]
	} else {
		w.frames = append(w.frames, frame{})
	}
	f := &w.frames[len(w.frames)-1]
	f.node, f.nth, f.element, f.counts = n, nth, -1, f.counts[:0]
}

// count numbers a further child of that name.
func (f *frame) count(tag string) int {
	for i := range f.counts {
		if f.counts[i].tag == tag {
			f.counts[i].n++
			return f.counts[i].n
		}
	}
	if len(f.counts) < maxCounts {
		f.counts = append(f.counts, tagCount{tag, 1})
	}
	return 1
}

// leave closes the innermost element.
func (w *walker) leave() {
	last := len(w.frames) - 1
	if w.flow.word && w.dip == last+1 {
		f := w.frames[last]
		f.counts = nil
		w.tail = append(w.tail, f)
		w.dip = last
	}
	w.frames = w.frames[:last]
}

// ensure gives the outermost n open elements their places in the document and
// returns the index of the last of them.
func (w *walker) ensure(n int) int {
	from := n
	for from > 0 && w.frames[from-1].element < 0 {
		from--
	}
	parent := -1
	if from > 0 {
		parent = w.frames[from-1].element
	}
	for i := from; i < n; i++ {
		parent = w.place(w.frames[i], parent)
		w.frames[i].element = parent
	}
	return parent
}

// innermost returns the innermost element that holds all of the text collected.
func (w *walker) innermost() int {
	e := w.ensure(w.dip)
	for _, f := range slices.Backward(w.tail) {
		if f.element < 0 {
			f.element = w.place(f, e)
		}
		e = f.element
	}
	return e
}

// place adds an element to the document.
func (w *walker) place(f frame, parent int) int {
	e := doc.Element{Parent: parent, Tag: doc.Clean(f.node.Data), Nth: f.nth}
	for i := range f.node.Attr {
		a := &f.node.Attr[i]
		switch a.Key {
		case "id":
			e.ID = doc.Clean(a.Val)
		case attrClass:
			e.Class = doc.Clean(a.Val)
		case "role":
			e.Role = doc.Clean(a.Val)
		case "aria-label":
			e.Label = doc.Clean(a.Val)
		case attrItemprop:
			e.Itemprop = doc.Clean(a.Val)
		case "itemtype":
			e.Itemtype = doc.Clean(a.Val)
		}
	}
	w.d.Elements = append(w.d.Elements, e)
	return len(w.d.Elements) - 1
}
