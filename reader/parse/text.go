package parse

import (
	"strings"

	"lectern/reader/doc"
)

// Text reads plain text.
func Text(source string) *doc.Document {
	return &doc.Document{Format: doc.Text, Blocks: textBlocks(source, 0)}
}

// textBlocks makes blocks of lines, of which the first has number from.
func textBlocks(source string, from int) []doc.Block {
	var blocks []doc.Block
	for i, line := range strings.Split(source, "\n") {
		if t := words(line); t != "" {
			blocks = append(blocks, doc.Block{Text: t, First: from + i, Last: from + i, Element: -1})
		}
	}
	return blocks
}
