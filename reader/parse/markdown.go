package parse

import "lectern/reader/doc"

// Markdown reads a Markdown text.
func Markdown(text, base string) *doc.Document {
	d := Text(text)
	d.Format = doc.Markdown
	d.Address = doc.CleanURL(nil, base)
	return d
}
