package export

import (
	"bufio"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"lectern/reader/doc"
)

// writeText writes the article as plain text: one line for a paragraph, however
// long, and an empty line between two.
func writeText(out *bufio.Writer, d *doc.Document) {
	w := textWriter{out: out}
	for _, s := range [...]string{d.Title, strings.Join(about(d), " · ")} {
		if s != "" {
			w.put(s, "\n")
			w.head = true
		}
	}
	for _, b := range article(d) {
		if b.Kind != doc.Image {
			w.block(b)
		}
	}
}

// about returns who wrote the document, where and when, as far as known.
func about(d *doc.Document) []string {
	var facts []string
	for _, s := range [...]string{d.Byline, d.Site, d.Published} {
		if s != "" {
			facts = append(facts, s)
		}
	}
	return facts
}

// textWriter writes blocks as plain text, each with the end of its last line.
type textWriter struct {
	out      *bufio.Writer
	head     bool // something stands above the first block
	previous *doc.Block
	indent   int // columns before the text of the list item being written
}

func (w *textWriter) put(ss ...string) {
	for _, s := range ss {
		_, _ = w.out.WriteString(s) // a bufio.Writer keeps its error for Flush
	}
}

// block writes a block and the empty line before it.
func (w *textWriter) block(b *doc.Block) {
	bars := strings.Repeat("> ", quotesOf(b))
	switch p := w.previous; {
	case p == nil:
		if w.head {
			w.put("\n")
		}
	case follows(p, b), p.Kind == doc.ListItem && b.Kind == doc.ListItem && b.Marker != "" && quotesOf(p) == quotesOf(b):
	default:
		w.put(strings.TrimRight(strings.Repeat("> ", min(quotesOf(p), quotesOf(b))), " "), "\n")
	}
	switch {
	case b.Kind != doc.ListItem:
		w.indent = 0
	case b.Marker != "":
		w.indent = 2 * (min(max(b.Level, 1), maxDepth) - 1)
	}
	start := bars + strings.Repeat(" ", w.indent)
	if b.Kind == doc.ListItem && b.Marker != "" {
		start += b.Marker + " "
		w.indent += displaywidth.String(b.Marker) + 1
	}
	switch b.Kind {
	case doc.Rule:
		w.put(start, "* * *\n")
	case doc.Table:
		w.table(b, start)
	default:
		for l := range strings.SplitSeq(b.Text, "\n") {
			w.put(strings.TrimRight(start+l, " "), "\n")
		}
	}
	w.previous = b
}

// maxPadding is how wide a column of a table is made, in cells. Wider cells
// push the rest of their row aside, or one long cell would blow up every row.
const maxPadding = 40

// table writes the cells of a table in columns two cells apart.
func (w *textWriter) table(b *doc.Block, start string) {
	rows, columns := cellsOf(b)
	widths := make([]int, columns)
	for _, row := range rows {
		for i, c := range row {
			widths[i] = max(widths[i], min(displaywidth.String(b.Text[c.start:c.end]), maxPadding))
		}
	}
	for i, row := range rows {
		texts := make([]string, columns)
		for k, c := range row {
			texts[k] = b.Text[c.start:c.end]
		}
		w.put(start, columnar(texts, widths), "\n")
		if i == 0 && b.Header && len(rows) > 1 {
			for k, n := range widths {
				texts[k] = strings.Repeat("-", n)
			}
			w.put(start, columnar(texts, widths), "\n")
		}
	}
}

// columnar sets one row of a table.
func columnar(texts []string, widths []int) string {
	var b strings.Builder
	for i, s := range texts {
		b.WriteString(s)
		b.WriteString(strings.Repeat(" ", max(widths[i]-displaywidth.String(s), 0)+2))
	}
	return strings.TrimRight(b.String(), " ")
}
