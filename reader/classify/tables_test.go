package classify

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestTablesOfFigures: the rows of a table of figures within a story stay however
// unlikely each is; lists of months, prices and what stands outside go.
func TestTablesOfFigures(t *testing.T) {
	paragraph := strings.Repeat("The ferry left the harbour in the rain and nobody waved. ", 3)
	rows := func(n int, row func(i int) string) []string {
		out := make([]string, n)
		for i := range out {
			out[i] = row(i)
		}
		return out
	}
	shares := func(i int) string { return fmt.Sprintf("%d/1/2031 +%d.%d%%", i+1, i, i) }
	for name, c := range map[string]struct {
		rows  []string
		above bool // the rows stand above the story
		kept  bool
	}{
		"shares":             {rows: rows(12, shares), kept: true},
		"fractions":          {rows: rows(12, func(i int) string { return fmt.Sprintf("Station %d  %d.7  %d.25", i, i, 40-i) }), kept: true},
		"fractions, German":  {rows: rows(12, func(i int) string { return fmt.Sprintf("Pegel %d: %d,75", i, i+1) }), kept: true},
		"a few":              {rows: rows(tableRows-1, shares)},
		"above the story":    {rows: rows(12, shares), above: true},
		"months with counts": {rows: rows(12, func(i int) string { return fmt.Sprintf("August 20%02d (%d)", i+10, 3*i) })},
		"dates":              {rows: rows(12, func(i int) string { return fmt.Sprintf("%d.3.2031 Talk", i+1) })},
		"thousands":          {rows: rows(12, func(i int) string { return fmt.Sprintf("%d,200 readers", i+1) })},
		"prices":             {rows: rows(12, func(i int) string { return fmt.Sprintf("Ticket %d $%d.50", i, i+1) })},
		"times":              {rows: rows(12, func(i int) string { return fmt.Sprintf("%d:15 Harbour", i+1) })},
	} {
		lines := slices.Concat([]string{paragraph}, c.rows, []string{paragraph})
		if c.above {
			lines = slices.Concat(c.rows, []string{paragraph, paragraph})
		}
		pg := weighedText(nil, lines...)
		for i := range pg.blocks {
			if pg.d.Blocks[i].Text != paragraph {
				pg.blocks[i].p = .02
			}
		}
		pg.spans()
		pg.tables()
		for i := range pg.blocks {
			if text := pg.d.Blocks[i].Text; text != paragraph && pg.blocks[i].keep != c.kept {
				t.Errorf("%s: %q kept: %v", name, text, !c.kept)
				break
			}
		}
	}
}
