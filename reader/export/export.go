// Package export writes documents as files that other programs read: Markdown
// with front matter, plain text, HTML that needs nothing else, and JSON. It
// names the files and puts them in place without ever overwriting one.
//
// Everything is built from the document's own blocks and spans; markup of the
// source never comes through. What a person restored or removed is honoured by
// passing the document that doc.Document.With returns.
package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"time"

	"lectern/reader/doc"
)

// Format is a kind of file that documents are written as.
type Format string

// The formats.
const (
	Markdown Format = "markdown"
	Text     Format = "text"
	HTML     Format = "html"
	JSON     Format = "json"
)

// Formats returns every format, in the order in which help lists them.
func Formats() []Format { return []Format{Markdown, Text, HTML, JSON} }

// ParseFormat returns the format that a person means by a name: the format's
// own, or the ending of its files.
func ParseFormat(name string) (Format, error) {
	for _, f := range Formats() {
		if name = strings.ToLower(name); name == string(f) || "."+name == f.Extension() {
			return f, nil
		}
	}
	return "", fmt.Errorf("unknown format %q; there are markdown (md), text (txt), html and json", doc.Clean(name))
}

// Extension returns the ending of the format's files, with its dot.
func (f Format) Extension() string {
	switch f {
	case Markdown:
		return ".md"
	case Text:
		return ".txt"
	default:
		return "." + string(f)
	}
}

// Write writes the article: the blocks kept, with what is known of it. Errors
// are those of w.
func Write(w io.Writer, d *doc.Document, f Format) error {
	return writeCopy(w, d, f, time.Time{})
}

// writeCopy is Write for a copy saved at a time, which is zero for none.
func writeCopy(w io.Writer, d *doc.Document, f Format, saved time.Time) error {
	out := bufio.NewWriter(w)
	var err error
	switch f {
	case Markdown:
		err = writeMarkdown(out, d, saved)
	case Text:
		writeText(out, d)
	case HTML:
		err = writeHTML(out, d, saved)
	case JSON:
		err = NewEncoder(out, nil).Encode(NewRecord(d, nil))
	default:
		err = fmt.Errorf("unknown format %q", string(f))
	}
	if err != nil {
		return err
	}
	return out.Flush()
}

// article returns the blocks kept that have something to show, without a
// heading at their start that says the title again: every format has the title
// before the blocks.
func article(d *doc.Document) []*doc.Block {
	var blocks []*doc.Block
	for _, i := range d.Kept() {
		b := &d.Blocks[i]
		if isEmpty(b) || len(blocks) == 0 && b.Kind == doc.Heading && d.Title != "" && sameText(b.Text, d.Title) {
			continue
		}
		blocks = append(blocks, b)
	}
	return blocks
}

// isEmpty reports whether nothing of a block would be seen.
func isEmpty(b *doc.Block) bool {
	if b.Kind == doc.Rule || b.Kind == doc.Image && b.Target != "" {
		return false
	}
	return strings.TrimSpace(b.Text) == ""
}

// sameText compares two texts as readers do, without regard to case and space.
func sameText(a, b string) bool {
	return strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " "))
}

// sourceOf returns where the document came from, in the words most useful
// later: its address, or the path of a file, or "".
func sourceOf(d *doc.Document) string {
	for _, s := range [...]string{d.Address, d.Canonical, d.Source} {
		if s != "" && s != "-" {
			return s
		}
	}
	return ""
}

// quotesOf returns how many quotations a block stands in.
func quotesOf(b *doc.Block) int {
	if b.Kind == doc.Quote {
		return min(max(b.Quotes, 1), maxDepth)
	}
	return min(max(b.Quotes, 0), maxDepth)
}

// maxDepth is how many lists or quotations are written inside one another.
// Nobody reads deeper ones, and a hostile page must not make a line of a
// thousand indents out of every word.
const maxDepth = 16

// isLine reports whether a block is a paragraph of whatever sort, so that a
// tight one may follow it after a mere line break.
func isLine(b *doc.Block) bool {
	switch b.Kind {
	case doc.Paragraph, doc.ListItem, doc.Quote, doc.Caption:
		return true
	default:
		return false
	}
}

// follows reports whether b goes on in the paragraph of the block before it,
// which is nil at the start.
func follows(previous, b *doc.Block) bool {
	return b.Tight && previous != nil && isLine(previous) && isLine(b) && b.Marker == "" && quotesOf(previous) == quotesOf(b)
}
