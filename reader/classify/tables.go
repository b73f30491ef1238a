package classify

import (
	"strings"
	"unicode/utf8"

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
	return b.digits > 0 && b.size < promptSize && !b.money && b.anchor == doc.None && b.ideas == 0 && fraction(pg.d.Blocks[i].Text)
}

// fraction reports whether a share ("12.5 %", "3%") or a number with a fraction
// of one or two digits ("0.25") stands in s, which dates and thousands are not.
func fraction(s string) bool {
	for i := 0; i < len(s); i++ {
		if !digit(s, i) {
			continue
		}
		end, marks, after := i, 0, 0
		for ; digit(s, end) || (s[end:] != "" && (s[end] == '.' || s[end] == ',' || s[end] == '/' || s[end] == ':') && digit(s, end+1)); end++ {
			after++
			if !digit(s, end) {
				marks, after = marks+1, 0
			}
		}
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s[end:], " \u00a0\u202f"))
		if r == '%' || r == '٪' || r == '％' || marks == 1 && after <= 2 && !strings.ContainsAny(s[i:end], "/:") {
			return true
		}
		i = end
	}
	return false
}

// digit reports whether byte i of s is one.
func digit(s string, i int) bool { return i < len(s) && s[i] >= '0' && s[i] <= '9' }
