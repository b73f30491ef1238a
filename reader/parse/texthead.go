package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/reader/doc"
)

// maxHeading is how long a heading in plain text may be, in runes and words.
const (
	maxHeading      = 90
	maxHeadingWords = 16
)

// markHeadings makes headings of short lines that stand before prose, after
// prose or at the start. The first block of a text is its title.
func markHeadings(blocks []doc.Block) {
	for i := range blocks {
		b := &blocks[i]
		if b.Kind != doc.Paragraph || b.Tight || i+1 == len(blocks) || !headlike(b.Text) || b.First != b.Last {
			continue
		}
		if blocks[i+1].Kind == doc.Rule && blocks[i+1].First == b.Last+1 {
			b.Kind, b.Level = doc.Heading, 2
			continue
		}
		after := i + 1
		for i == 0 && after < len(blocks) && after < 4 && mastLine(blocks[after].Text) {
			after++
		}
		if after >= len(blocks) || !prose(&blocks[after]) {
			continue
		}
		switch {
		case i == 0:
			b.Kind, b.Level = doc.Heading, 1
		case prose(&blocks[i-1]) || blocks[i-1].Kind == doc.Rule || blocks[i-1].Kind == doc.ListItem:
			b.Kind, b.Level = doc.Heading, 2
		}
	}
}

// mastLine reports whether a line tells who wrote a text or when.
func mastLine(s string) bool {
	for _, p := range splitMast(s) {
		if len(s) <= maxGuess && (bylineIn(p) != "" || onlyDate(p) != "") {
			return true
		}
	}
	return false
}

// prose reports whether a block is a paragraph of some length that ends like
// a sentence.
func prose(b *doc.Block) bool {
	if b.Kind != doc.Paragraph || len(b.Text) < proseRunes {
		return false
	}
	end, _ := utf8.DecodeLastRuneInString(strings.TrimRight(b.Text, "\"'”’»)]"))
	return strings.ContainsRune(".!?。！？؟।…:", end)
}

// headlike reports whether a line looks like a headline: short, beginning like
// a sentence but not ending like one.
func headlike(s string) bool {
	if n := utf8.RuneCountInString(s); n < 3 || n > maxHeading || strings.Count(s, " ") >= maxHeadingWords {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"'“‘«([¿¡"))
	last, _ := utf8.DecodeLastRuneInString(s)
	if unicode.IsLower(first) || !unicode.IsLetter(first) && !unicode.IsDigit(first) || strings.ContainsRune(".,;:…。、→›»|", last) {
		return false
	}
	return strings.IndexFunc(s, unicode.IsLetter) >= 0 && bylineIn(s) == "" && dateOf(s) == ""
}
