package parse

import (
	"strings"

	"lectern/reader/doc"
)

// Detect tells what a text is written in.
func Detect(text, mediaType, _ string) doc.Format {
	head := strings.ToLower(text[:min(len(text), 1024)])
	if strings.Contains(mediaType, "html") || strings.Contains(head, "<html") || strings.Contains(head, "<!doctype") {
		return doc.HTML
	}
	return doc.Text
}
