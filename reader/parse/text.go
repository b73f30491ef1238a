package parse

import (
	"strings"

	"lectern/reader/doc"
)

// Text reads plain text.
func Text(text string) *doc.Document {
	d := &doc.Document{Format: doc.Text}
	for i, line := range strings.Split(text, "\n") {
		if t := words(line); t != "" {
			d.Blocks = append(d.Blocks, doc.Block{Text: t, First: i, Last: i, Element: -1})
		}
	}
	return d
}
