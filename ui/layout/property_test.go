package layout

import (
	"cmp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"lectern/reader/doc"
	"lectern/ui/layout/layouttest"
)

func TestRandomDocuments(t *testing.T) {
	rnd := layouttest.Rand(3)
	for range 150 {
		data := layouttest.Bytes(rnd, rnd.IntN(400))
		o := Options{Width: 1 + rnd.IntN(200), Ghost: rnd.IntN(2) == 0, Graphemes: rnd.IntN(2) == 0}
		if rnd.IntN(3) == 0 {
			o.Width = 1 + rnd.IntN(20)
		}
		checkLayout(t, layouttest.Document(data), o)
		if t.Failed() {
			t.Fatalf("document of %q, %+v", data, o)
		}
	}
}

func FuzzLayout(f *testing.F) {
	f.Add([]byte("one two"), 40, true, false)
	f.Add([]byte{1, 2, 3, 5, 1, 200, 3, 210, 4, 5, 6, 7, 1, 0, 9, 8}, 1, true, true)
	rnd := layouttest.Rand(5)
	for w := range 20 {
		f.Add(layouttest.Bytes(rnd, 200), w*w, w%2 == 0, w%3 == 0)
	}
	f.Fuzz(func(t *testing.T, data []byte, width int, ghost, graphemes bool) {
		checkLayout(t, layouttest.Document(data), Options{Width: width % 250, Ghost: ghost, Graphemes: graphemes})
	})
}

// checkLayout tests what holds for every document and width.
func checkLayout(t *testing.T, d *doc.Document, o Options) {
	t.Helper()
	c := checker{T: t, d: d, o: o, m: newMeasure(o.Graphemes), width: max(o.Width, 1)}
	lines := Blocks(d, 0, len(d.Blocks), o)
	for i := 0; i < len(lines); {
		n := 1
		for i+n < len(lines) && lines[i+n].Block == lines[i].Block {
			n++
		}
		c.block(lines[i].Block, lines[i:i+n])
		i += n
	}
	if !slices.IsSortedFunc(lines, func(a, b Line) int { return cmp.Compare(a.Block, b.Block) }) {
		t.Error("blocks out of order")
	}
	for i := range d.Blocks {
		b := &d.Blocks[i]
		has := slices.ContainsFunc(lines, func(l Line) bool { return l.Block == i })
		wants := (b.Verdict.Kept || o.Ghost) && strings.TrimSpace(b.Text) != ""
		if wants && !has || !b.Verdict.Kept && !o.Ghost && has {
			t.Errorf("block %d (%s): shown is %v", i, b.Kind, has)
		}
	}
	for _, l := range slices.Concat(Head(d, o), Tail(d, o)) {
		c.fits(&l)
		if l.Block != -1 {
			t.Errorf("a row of the head or tail names block %d", l.Block)
		}
	}
	c.chunks(lines)
	c.anchors(lines)
}

type checker struct {
	*testing.T

	d     *doc.Document
	o     Options
	m     measure
	width int
}

// block tests the rows of one block, the gap before it included.
func (c *checker) block(i int, lines []Line) {
	c.Helper()
	b := &c.d.Blocks[i]
	covered := make([]bool, len(b.Text))
	at, firsts, prefix := 0, 0, -1
	for k := range lines {
		l := &lines[k]
		c.fits(l)
		if l.First {
			firsts++
		}
		if l.Kind != Body {
			continue
		}
		if b.Kind != doc.Table {
			if w := c.m.width(l.Prefix); prefix >= 0 && w != prefix {
				c.Errorf("block %d (%s): a prefix of %d cells after one of %d", i, b.Kind, w, prefix)
			} else {
				prefix = w
			}
			if l.Start < at {
				c.Errorf("block %d (%s): row starts at %d, the one before ends at %d", i, b.Kind, l.Start, at)
			}
			at = l.End
		}
		for _, r := range ranges(l) {
			c.clusters(b, r)
			for j := r.start; j < r.end; j++ {
				if covered[j] {
					c.Errorf("block %d (%s): byte %d is on two rows", i, b.Kind, j)
				}
				covered[j] = true
			}
		}
	}
	if firsts != 1 {
		c.Errorf("block %d (%s): %d first rows", i, b.Kind, firsts)
	}
	for j, r := range b.Text {
		if !covered[j] && !vanishes(b.Kind, r) && strings.TrimSpace(b.Text) != "" {
			c.Errorf("block %d (%s): byte %d, %q, is on no row", i, b.Kind, j, r)
		}
	}
}

// vanishes reports whether r may be on no row: space at a break, and what parts
// the lines of code and the cells of a table.
func vanishes(k doc.Kind, r rune) bool {
	switch k {
	case doc.Code:
		return r == '\n'
	case doc.Table:
		return strings.ContainsRune("\n\t \u3000", r)
	case doc.Paragraph, doc.Heading, doc.ListItem, doc.Quote, doc.Image, doc.Caption, doc.Rule:
	}
	return r == ' ' || r == '\u3000'
}

// ranges returns the pieces of text on the row.
func ranges(l *Line) []rng {
	if l.Cells == nil {
		return []rng{{l.Start, l.End}}
	}
	var rs []rng
	for _, c := range l.Cells {
		rs = append(rs, rng{c.Start, c.End})
	}
	return rs
}

// clusters tests that the range does not cut a grapheme cluster.
func (c *checker) clusters(b *doc.Block, r rng) {
	c.Helper()
	start := strings.LastIndexAny(b.Text[:r.start], "\n\t") + 1
	for at := start; at < r.end; {
		n, _ := c.m.cluster(b.Text[at:])
		if at < r.start && at+n > r.start || at+n > r.end {
			c.Errorf("%s: row %q cuts the cluster %q", b.Kind, b.Text[r.start:r.end], b.Text[at:at+n])
		}
		at += n
	}
}

// fits tests that the row is not wider than the page, unless it is one cluster.
func (c *checker) fits(l *Line) {
	c.Helper()
	prefix := c.m.width(l.Prefix)
	if l.Kind != Body {
		n, _ := c.m.cluster(l.Text + " ")
		if w := prefix + c.m.width(l.Text); w > c.width && n < len(l.Text) {
			c.Errorf("%d: %q takes %d cells of %d", l.Kind, l.Prefix+l.Text, w, c.width)
		}
		return
	}
	text := c.d.Blocks[l.Block].Text
	end := 0
	for _, cell := range l.Cells {
		if cell.Column < end || cell.Width != c.m.width(text[cell.Start:cell.End]) {
			c.Errorf("cell %q at column %d after one that ends at %d", text[cell.Start:cell.End], cell.Column, end)
		}
		end = cell.Column + cell.Width
		if n, _ := c.m.cluster(text[cell.Start:cell.End]); prefix+end > c.width && n < cell.End-cell.Start {
			c.Errorf("cell %q ends at column %d of %d", text[cell.Start:cell.End], prefix+end, c.width)
		}
	}
	if l.Cells != nil || l.Start == l.End {
		return
	}
	if n, _ := c.m.cluster(text[l.Start:l.End]); prefix+c.m.width(text[l.Start:l.End]) > c.width && visible(text[l.Start+n:l.End]) {
		c.Errorf("row %q is wider than %d", l.Prefix+text[l.Start:l.End], c.width)
	}
}

// visible reports whether s has a character of its own, not only marks without
// width.
func visible(s string) bool { return newMeasure(false).width(s) > 0 }

// chunks tests that rows laid out in parts are those laid out at once.
func (c *checker) chunks(lines []Line) {
	c.Helper()
	var parts []Line
	for from, step := 0, 1; from < len(c.d.Blocks); from, step = from+step, step%3+1 {
		parts = append(parts, Blocks(c.d, from, from+step, c.o)...)
	}
	if !slices.EqualFunc(lines, parts, func(a, b Line) bool {
		ac, bc := a.Cells, b.Cells
		a.Cells, b.Cells = nil, nil
		return slices.Equal(ac, bc) && equal(a, b)
	}) {
		c.Error("chunks differ from the whole")
	}
}

func equal(a, b Line) bool {
	return a.Kind == b.Kind && a.First == b.First && a.Block == b.Block && a.Start == b.Start && a.End == b.End &&
		a.Prefix == b.Prefix && a.Text == b.Text
}

// anchors tests that the place of a row leads back to the row.
func (c *checker) anchors(lines []Line) {
	c.Helper()
	page := slices.Concat(Head(c.d, c.o), lines, Tail(c.d, c.o))
	for i := range page {
		l := &page[i]
		got := Find(page, AnchorOf(page, i))
		if l.Kind == Body && (l.Start < l.End || c.d.Blocks[l.Block].Kind == doc.Code) && got != i {
			c.Errorf("row %d (block %d, %d to %d) is found at %d", i, l.Block, l.Start, l.End, got)
		}
		if l.Block >= 0 && page[got].Block != l.Block {
			c.Errorf("row %d of block %d is found in block %d", i, l.Block, page[got].Block)
		}
	}
}

// Every place of a text is found on the row that shows it, at any width.
func TestFindEveryByte(t *testing.T) {
	rnd := layouttest.Rand(7)
	for range 10 {
		d := layouttest.Document(layouttest.Bytes(rnd, 300))
		lines := Blocks(d, 0, len(d.Blocks), Options{Width: 5 + rnd.IntN(90), Ghost: true})
		for i := range d.Blocks {
			for at, r := range d.Blocks[i].Text {
				l := &lines[Find(lines, Anchor{i, at})]
				if l.Block == i && !l.shows(at) && !vanishes(d.Blocks[i].Kind, r) && l.Kind == Body {
					t.Fatalf("block %d, byte %d (%q): found on %+v", i, at, r, l)
				}
			}
		}
		if !utf8.ValidString(d.Title) {
			t.Fatal("an invalid title")
		}
	}
}
