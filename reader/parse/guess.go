package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/reader/doc"
)

// Where a byline and a date stand that only people are told: in short blocks
// this near the title.
const (
	guessBefore = 6
	guessAfter  = 12
	maxGuess    = 100 // bytes of such a block
)

// guess fills in byline and date from the blocks around the title, if the
// page does not tell them to machines.
func guess(d *doc.Document) {
	at := -1
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Kind == doc.Heading && !b.Hidden && (same(b.Text, d.Title) || at < 0 && b.Level == 1) {
			if at = i; same(b.Text, d.Title) {
				break
			}
		}
	}
	if at < 0 {
		return
	}
	near := d.Blocks[max(0, at-guessBefore):min(len(d.Blocks), at+guessAfter)]
	for i := range near {
		b := &near[i]
		if b.Hidden || len(b.Text) > maxGuess || b.Kind == doc.Heading || b.Kind == doc.Image || b.Kind == doc.Table {
			continue
		}
		if d.Byline == "" {
			d.Byline = bylineIn(b.Text)
		}
		if d.Published == "" {
			d.Published = wordyDate(b.Text)
		}
	}
}

// bylineIn returns the names of a line that begins with "By" or its like and
// goes on with nothing but names, "" for other lines.
func bylineIn(line string) string {
	rest := unprefixed(line)
	if rest == strings.TrimSpace(line) {
		return ""
	}
	b := byline([]string{rest})
	for n := range strings.SplitSeq(b, ", ") {
		if !strictName(n) {
			return ""
		}
	}
	return b
}

// strictName reports whether s looks like the name of a person: two to five
// words with capitals, particles apart, or a few Han or kana.
func strictName(s string) bool {
	n := 0
	for w := range strings.FieldsSeq(s) {
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
			return utf8.RuneCountInString(s) <= 12
		case unicode.IsUpper(r):
			n++
		case hasToken("de da di del della dos du la le van von der den ten bin al ben ibn y e zu", w):
		default:
			return false
		}
	}
	return n >= 2 && n <= 5
}
