package export

import (
	"strings"

	"lectern/reader/doc"
)

// bounds are the bytes of a table's text that a cell takes up.
type bounds struct{ start, end int }

// cellsOf returns the cells of a table by row, white space at their ends apart,
// and how many columns the widest row has. Rows without words are left out.
func cellsOf(b *doc.Block) (rows [][]bounds, columns int) {
	at := 0
	for row := range strings.SplitSeq(b.Text, "\n") {
		if strings.TrimSpace(row) != "" {
			var cells []bounds
			start := at
			for c := range strings.SplitSeq(row, "\t") {
				trimmed := strings.TrimLeft(c, " ")
				from := start + len(c) - len(trimmed)
				cells = append(cells, bounds{from, from + len(strings.TrimRight(trimmed, " "))})
				start += len(c) + 1
			}
			for len(cells) > 1 && cells[len(cells)-1].start == cells[len(cells)-1].end {
				cells = cells[:len(cells)-1]
			}
			rows = append(rows, cells)
			columns = max(columns, len(cells))
		}
		at += len(row) + 1
	}
	return rows, columns
}

// table writes a table as GitHub does. Its first row is always a heading there,
// so one without a heading gets an empty one.
func (w *markdownWriter) table(b *doc.Block) {
	rows, columns := cellsOf(b)
	if !b.Header {
		rows = append([][]bounds{nil}, rows...)
	}
	for i, row := range rows {
		if i > 0 {
			w.put("\n")
		}
		w.put(w.start())
		for _, c := range row {
			w.put("| ", inlineMarkdown(b.Text, b.Spans, c.start, c.end, cell), " ")
		}
		if i > 0 {
			w.put("|")
			continue
		}
		w.put(strings.Repeat("|  ", columns-len(row)), "|\n", w.start(), strings.Repeat("| --- ", columns), "|")
	}
}
