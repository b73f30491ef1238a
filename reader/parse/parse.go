// Package parse turns the text of a source into the blocks of a document:
// HTML through x/net/html, Markdown through goldmark, plain text by the look
// of its lines.
//
// Every word a visitor of the source would see is in exactly one block, in
// source order. Parsing never fails: what cannot be understood is text, and
// empty input has no blocks. All parsers run in time linear in their input.
package parse

import "lectern/reader/doc"

// Parse reads text in the format; doc.Auto asks Detect. The base is the
// address relative links are resolved against, "" without one.
func Parse(f doc.Format, text, base string) *doc.Document {
	if f == doc.Auto {
		f = Detect(text, "", base)
	}
	switch f {
	case doc.HTML:
		return HTML(text, base)
	case doc.Markdown:
		return Markdown(text, base)
	default:
		d := Text(text)
		d.Address = doc.CleanURL(nil, base)
		return d
	}
}
