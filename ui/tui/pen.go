package tui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"lectern/styles"
)

// pen writes the words that stand around the page: it knows the theme and how
// the terminal measures text. Its strings are clean text of one line.
type pen struct {
	theme  *styles.Theme
	method ansi.Method // wcwidth until the terminal confirms grapheme clusters
}

// ellipsis marks where text was cut to fit.
const ellipsis = "…"

// write returns s as the roles look, each laid over those before it.
func (p pen) write(s string, roles ...styles.Role) string {
	if s == "" {
		return ""
	}
	var b strings.Builder
	for _, r := range roles {
		b.WriteString(p.theme.Open(r))
	}
	if b.Len() == 0 {
		return s
	}
	b.WriteString(s)
	b.WriteString(styles.Reset)
	return b.String()
}

// width returns how many cells s takes, styled or not.
func (p pen) width(s string) int { return p.method.StringWidth(s) }

// cut returns s, plain or styled, cut to at most n cells.
func (p pen) cut(s string, n int) string {
	if n <= 0 {
		return ""
	}
	if len(s) <= n {
		return s
	}
	return p.method.Truncate(s, n, ellipsis)
}

// cutLeft is cut for text whose end matters most, such as a path.
func (p pen) cutLeft(s string, n int) string {
	if n <= 0 {
		return ""
	}
	if over := p.width(s) - n; over > 0 {
		return p.method.TruncateLeft(s, over+1, ellipsis)
	}
	return s
}

// fill returns s, plain or styled, as exactly n cells: cut, or padded with
// blanks that look as the roles do.
func (p pen) fill(s string, n int, roles ...styles.Role) string {
	s = p.cut(s, n)
	return s + p.write(blank(n-p.width(s)), roles...)
}

// row returns plain s as the roles look, as exactly n cells.
func (p pen) row(s string, n int, roles ...styles.Role) string {
	s = p.cut(s, n)
	return p.write(s+blank(n-p.width(s)), roles...)
}

// blanks are what blank cuts its strings from.
const blanks = "                                                                                                "

// blank returns n spaces, none if n is negative.
func blank(n int) string {
	switch {
	case n <= 0:
		return ""
	case n <= len(blanks):
		return blanks[:n]
	}
	return strings.Repeat(" ", n)
}
