package layout

import (
	"slices"
	"sort"
	"strings"

	"lectern/reader/doc"
)

const (
	columnGap   = 2  // cells between two columns
	longWord    = 16 // cells from which on a word may be broken so that its column fits
	maxColumns  = 64
	tableRule   = "─"
	labelSuffix = ": "
)

// rng is a byte range of a block's text.
type rng struct{ start, end int }

// grid is a table's cells as ranges of its text.
type grid struct {
	rows    [][]rng
	columns int
}

// newGrid finds the cells of a table's text: rows end with "\n", cells are
// separated by "\t".
func newGrid(text string) grid {
	g := grid{rows: make([][]rng, 0, strings.Count(text, "\n")+1)}
	cells := make([]rng, 0, cap(g.rows)+strings.Count(text, "\t"))
	start, first := 0, 0
	for i := 0; i <= len(text); i++ {
		if i < len(text) && text[i] != '\t' && text[i] != '\n' {
			continue
		}
		cells = append(cells, rng{start, i})
		start = i + 1
		if i == len(text) || text[i] == '\n' {
			row := cells[first:len(cells):len(cells)]
			g.rows = append(g.rows, row)
			g.columns = max(g.columns, len(row))
			first = len(cells)
		}
	}
	return g
}

// column is how a column of a table is set.
type column struct {
	at, width int
	right     bool // figures stand at the right edge
}

// table adds the rows of a table: in columns where the page is wide enough for
// them, else one cell below the other.
func (p *page) table(i int) {
	b := &p.doc.Blocks[i]
	g := newGrid(b.Text)
	m := p.margin(i)
	columns, natural := p.columns(g, b, p.width-m.width)
	if columns == nil {
		p.stack(i, g, m)
		return
	}
	t := tableSetter{page: p, block: i, grid: g, columns: columns, prefix: m.first, ruled: !natural}
	for r := range g.rows {
		t.row(r)
	}
}

// columns returns the columns of the table in width cells, or nil if they do
// not fit; natural says that no cell needs wrapping. No column is narrower than
// its longest word, within reason.
func (p *page) columns(g grid, b *doc.Block, width int) (cs []column, natural bool) {
	room := width - columnGap*(g.columns-1)
	if g.columns > maxColumns || room < g.columns {
		return nil, false
	}
	least := slices.Repeat([]int{1}, g.columns) // a column without text has a cell too
	most := slices.Clone(least)
	for _, row := range g.rows {
		for c, cell := range row {
			word, all := p.m.extent(b.Text[cell.start:cell.end])
			least[c] = max(least[c], min(word, longWord))
			most[c] = max(most[c], all)
		}
	}
	if sum(least) > room {
		return nil, false
	}
	widths := share(least, most, room)
	cs = make([]column, g.columns)
	at := 0
	for c, w := range widths {
		cs[c] = column{at: at, width: w, right: isFigures(g, b, c)}
		at += w + columnGap
	}
	return cs, sum(most) <= room
}

// extent returns the width of the longest word of s and of all of it, in cells.
func (m measure) extent(s string) (word, all int) {
	b := breaker{s: s, m: m}
	for b.next() {
		word = max(word, b.width)
		all += b.width + b.space
	}
	return word, all
}

func sum(ns []int) int {
	n := 0
	for _, k := range ns {
		n += k
	}
	return n
}

// share divides the room among columns that each take from least to most cells:
// the widest are lowered to a common level. The least of all fit.
func share(least, most []int, room int) []int {
	widths := make([]int, len(most))
	at := func(level int) int {
		for c := range widths {
			widths[c] = max(least[c], min(most[c], level))
		}
		return sum(widths)
	}
	level := sort.Search(room, func(level int) bool { return at(level+1) > room })
	left := room - at(level) // cells that do not divide evenly
	for c := range widths {
		if left > 0 && widths[c] < most[c] {
			widths[c]++
			left--
		}
	}
	return widths
}

// isFigures reports whether every cell of the column is a figure, its heading
// left out.
func isFigures(g grid, b *doc.Block, c int) bool {
	some := false
	for r, row := range g.rows {
		if r == 0 && b.Header || c >= len(row) || row[c].start == row[c].end {
			continue
		}
		if !isFigure(b.Text[row[c].start:row[c].end]) {
			return false
		}
		some = true
	}
	return some
}

// isFigure reports whether s is digits and what is written with them.
func isFigure(s string) bool {
	return strings.ContainsAny(s, "0123456789") &&
		strings.IndexFunc(s, func(r rune) bool {
			return !strings.ContainsRune("0123456789.,:+-−–/%‰$€£¥₹ \u00a0\u202f", r)
		}) < 0
}

// tableSetter adds the rows of a table set in columns.
type tableSetter struct {
	page    *page
	block   int
	grid    grid
	columns []column
	prefix  string
	ruled   bool // cells take several rows, so that rules must part the table's rows
	rule    string
}

// row adds one row of the table, and the rule above it.
func (t *tableSetter) row(r int) {
	p, b := t.page, &t.page.doc.Blocks[t.block]
	row := t.grid.rows[r]
	if r == 1 && b.Header || r > 0 && t.ruled {
		p.lines = append(p.lines, Line{Kind: TableRule, Block: t.block, Start: row[0].start, End: row[0].start, Prefix: t.prefix, Text: t.ruleText()})
	}
	first := len(p.lines)
	for c, cell := range row {
		col := t.columns[c]
		at := first
		p.m.wrap(b.Text[cell.start:cell.end], col.width, func(start, end int) {
			if at == len(p.lines) {
				p.lines = append(p.lines, Line{First: r == 0 && at == first, Block: t.block, Prefix: t.prefix})
			}
			if start < end {
				p.lines[at].put(t.cell(cell.start+start, cell.start+end, col))
			}
			at++
		})
	}
	for i := first; i < len(p.lines); i++ {
		if l := &p.lines[i]; l.Cells == nil {
			l.Start, l.End = row[0].start, row[0].start
		}
	}
}

// cell returns the piece of text as it stands in the column.
func (t *tableSetter) cell(start, end int, col column) Cell {
	w := t.page.m.width(t.page.doc.Blocks[t.block].Text[start:end])
	at := col.at
	if col.right {
		at += max(col.width-w, 0)
	}
	return Cell{Start: start, End: end, Column: at, Width: w}
}

// put adds a cell to the row.
func (l *Line) put(c Cell) {
	if l.Cells == nil {
		l.Start, l.End = c.Start, c.End
	}
	l.Start, l.End = min(l.Start, c.Start), max(l.End, c.End)
	l.Cells = append(l.Cells, c)
}

// ruleText returns the rule under all columns.
func (t *tableSetter) ruleText() string {
	if t.rule != "" {
		return t.rule
	}
	w := t.page.m.width(tableRule)
	var s strings.Builder
	for c, col := range t.columns {
		if c > 0 {
			s.WriteString(spaces(columnGap + (t.columns[c-1].width % w)))
		}
		s.WriteString(strings.Repeat(tableRule, col.width/w))
	}
	t.rule = s.String()
	return t.rule
}

// stack adds the rows of a table that is too wide for the page: its cells one
// below the other, each behind the heading of its column, the table's rows
// parted by rules.
func (p *page) stack(i int, g grid, m margin) {
	b := &p.doc.Blocks[i]
	width := p.width - m.width
	rule := strings.Repeat(tableRule, max(min(width/p.m.width(tableRule), 3), 1))
	first := true
	for r, row := range g.rows {
		ruled := first
		for c, cell := range row {
			if cell.start == cell.end {
				continue
			}
			if !ruled {
				p.lines = append(p.lines, Line{
					Kind: TableRule, Block: i, Start: cell.start, End: cell.start, Prefix: m.first, Text: rule,
				})
				ruled = true
			}
			label := ""
			if b.Header && r > 0 && c < len(g.rows[0]) {
				label = p.label(b.Text[g.rows[0][c].start:g.rows[0][c].end], width/2)
			}
			prefix, w := m.first+label, width-p.m.width(label)
			p.m.wrap(b.Text[cell.start:cell.end], w, func(start, end int) {
				p.lines = append(p.lines, Line{
					First: first, Block: i, Start: cell.start + start, End: cell.start + end, Prefix: prefix,
				})
				prefix, first = m.first+spaces(width-w), false
			})
		}
	}
}

// label returns a column's heading as it stands before a cell, at most cells
// wide.
func (p *page) label(heading string, cells int) string {
	room := cells - len(labelSuffix)
	if heading == "" || room < 1 {
		return ""
	}
	return p.m.cut(heading, room) + labelSuffix
}
