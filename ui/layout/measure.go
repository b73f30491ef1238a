package layout

import (
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// measure knows how many cells text takes on the terminal. It asks the library
// that Bubble Tea's renderer asks, because a row that the two see differently
// is a row torn apart on the screen.
type measure struct {
	method ansi.Method

	// plain says that the letters isPlainLetter knows take one cell each, as
	// they do unless the environment asks for East Asian widths.
	plain bool
}

func newMeasure(graphemes bool) measure {
	m := measure{method: ansi.WcWidth}
	if graphemes {
		m.method = ansi.GraphemeWidth
	}
	m.plain = m.method.StringWidth("я") == 1
	return m
}

// Prepare has the table of widths built, which takes 2 ms that the first layout
// then need not take. It may run beside anything.
func Prepare() { _ = newMeasure(false) }

// cluster returns the first grapheme cluster of s, which is not empty: its
// length in bytes and its width in cells.
func (m measure) cluster(s string) (size, width int) {
	if c := s[0]; c >= ' ' && c < 0x7f && (len(s) == 1 || s[1] < utf8.RuneSelf) {
		return 1, 1
	}
	c, w := ansi.FirstGraphemeCluster(s, m.method)
	return max(len(c), 1), w
}

// width returns the width of s in cells.
func (m measure) width(s string) int {
	w := 0
	for s != "" {
		n, cw := m.cluster(s)
		w += cw
		s = s[n:]
	}
	return w
}

// cut returns as much of s as fits into width cells, with an ellipsis when
// that is not all.
func (m measure) cut(s string, width int) string {
	return m.method.Truncate(s, width, "…")
}
