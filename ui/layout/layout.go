// Package layout lays the blocks of a document into rows of a given width.
// Every row knows the bytes of the text it shows, so that whatever is painted
// over the text, searched in it or clicked on it works with offsets into the
// document and never with styled text.
package layout

import (
	"strings"

	"github.com/rivo/uniseg"

	"lectern/reader/doc"
)

// LineKind is what a row of the page shows.
type LineKind uint8

// The kinds of row.
const (
	Body      LineKind = iota // text of a block
	Gap                       // nothing
	Title                     // the title of the document
	Meta                      // byline, site, date, reading time
	Notice                    // the text ends here on the source too
	Label                     // why the removed blocks below were removed; or an image without words
	TableRule                 // the rule under a table's head
)

// Line is one row of the page, at most Options.Width cells wide.
type Line struct {
	Kind       LineKind
	Block      int    // index into Document.Blocks; -1 for the head and tail of the page
	Start, End int    // byte range of the block's Text on this row (Body without Cells)
	Cells      []Cell // a table row: pieces of the block's text at columns; nil otherwise
	Prefix     string // what stands before the text: indent, list marker, quote bars; not part of the text
	Text       string // the row's own text for kinds other than Body
	First      bool   // first row of its block
}

// Cell is a piece of a table's text, bytes [Start, End), that starts Column
// cells right of the row's Prefix.
type Cell struct{ Start, End, Column int }

// Options say how to lay out.
type Options struct {
	Width     int  // cells
	Ghost     bool // lay removed blocks in their place too
	Graphemes bool // the terminal measures by grapheme cluster (mode 2027), not by wcwidth
}

// Head returns the rows above the article: title, byline, site, date, reading
// time.
func Head(d *doc.Document, o Options) []Line {
	var ls []Line
	if d.Title != "" {
		ls = append(ls, Line{Kind: Title, Block: -1, Text: d.Title, First: true})
	}
	meta := strings.Trim(strings.Join([]string{d.Byline, d.Site, d.Published}, " · "), " ·")
	if meta != "" {
		ls = append(ls, Line{Kind: Meta, Block: -1, Text: meta, First: true})
	}
	return ls
}

// Tail returns the rows below the article: the notice that the text ends on
// the source too, when it does.
func Tail(d *doc.Document, o Options) []Line {
	if !d.Cutoff.Cut {
		return nil
	}
	return []Line{{Kind: Gap, Block: -1}, {Kind: Notice, Block: -1, Text: "The text ends here on the source too.", First: true}}
}

// Blocks returns the rows of the shown blocks in [from, to), gaps included.
// The rows of consecutive ranges, put together, equal those of one call over
// the whole.
func Blocks(d *doc.Document, from, to int, o Options) []Line {
	var ls []Line
	for i := from; i < to; i++ {
		b := &d.Blocks[i]
		if !b.Verdict.Kept && !o.Ghost {
			continue
		}
		ls = append(ls, Line{Kind: Gap, Block: i})
		ls = append(ls, rows(i, b.Text, max(o.Width, 1))...)
	}
	return ls
}

func rows(i int, text string, width int) []Line {
	var ls []Line
	start, used, state := 0, 0, -1
	for at := 0; at < len(text); {
		c, _, w, s := uniseg.FirstGraphemeClusterInString(text[at:], state)
		state = s
		if c == "\n" || used+w > width && used > 0 {
			ls = append(ls, Line{Block: i, Start: start, End: at, First: len(ls) == 0})
			start, used = at, 0
			if c == "\n" {
				start = at + 1
			}
		}
		used += w
		at += len(c)
	}
	return append(ls, Line{Block: i, Start: start, End: len(text), First: len(ls) == 0})
}

// Anchor is a place in the document that survives a new layout: a block and a
// byte offset into its text. Block is -1 for the head of the page.
type Anchor struct{ Block, Offset int }

// AnchorOf returns the place shown at row top of the rows.
func AnchorOf(lines []Line, top int) Anchor {
	if top < 0 || top >= len(lines) {
		return Anchor{Block: -1}
	}
	return Anchor{Block: lines[top].Block, Offset: lines[top].Start}
}

// Find returns the row that shows the place, or the nearest one before it.
func Find(lines []Line, a Anchor) int {
	at := 0
	for i, l := range lines {
		if l.Block < a.Block || l.Block == a.Block && l.Start <= a.Offset {
			at = i
		}
	}
	return at
}
