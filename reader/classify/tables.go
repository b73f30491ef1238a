package classify

import (
	"regexp"

	"lectern/reader/doc"
)

// tableRows is how many rows a table of figures has at least.
const tableRows = 8

// tables keeps the tables of figures that stand between the paragraphs of a text:
// rows in a row that all have a share or a number with a fraction, and no price.
// Lists that are none of the story's count or name what they lead to.
func (pg *page) tables() {
	first, last := pg.paragraphs()
	for from := max(0, first); from < last; from++ {
		to := from
		for to < last && pg.measured(to) {
			to++
		}
		for i := from; i < to && to-from >= tableRows; i++ {
			pg.blocks[i].set(true, byTable)
		}
		from = to
	}
}

// measured reports whether block i is short and has a share or a number with a
// fraction.
func (pg *page) measured(i int) bool {
	b := &pg.blocks[i]
	return b.digits > 0 && b.size < promptSize && !b.money && b.anchor == doc.None && b.ideas == 0 && fraction.MatchString(pg.d.Blocks[i].Text)
}

// fraction finds a share ("12.5 %", "3%") or a number with a fraction of one or two
// digits ("0.25"), which dates and thousands are not.
var fraction = regexp.MustCompile(`\d\s?[%٪％]|(?:^|[^\d.,/:])\d+[.,]\d{1,2}(?:[^\d.,/:]|$)`)
