package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A text is wrapped by hand if its lines break where the next word would not
// have fitted. These bound what is taken for such a text.
const (
	minWrap       = 40  // narrowest and widest
	maxWrap       = 120 // line, in runes
	minPairs      = 3   // lines that must be looked at
	longLine      = 0.6 // share of the width that such a line fills; shorter ones end where they please
	minBroken     = 0.8 // share of them that end where the next word did not fit
	minGoesOn     = 0.3 // share of lines that go on in the middle of a sentence
	headlineRunes = 60  // lines up to this length may be verse, addresses, menus
	unspacedWord  = 8   // runes that a word of a script without spaces has, at most
)

// wrapWidth returns the width at which a text is wrapped by hand, 0 if it is
// not. The whole text is tried first, then its stretches between blank lines.
func wrapWidth(lines []textLine) int {
	if w := wrapped(lines); w > 0 {
		return w
	}
	width := 0
	for from := 0; from < len(lines); {
		to := from
		for to < len(lines) && lines[to].kind != blank {
			to++
		}
		if to-from > minPairs {
			width = max(width, wrapped(lines[from:to]))
		}
		from = to + 1
	}
	return width
}

// wrapped returns the width of the longest line if the lines are wrapped at
// that width, else 0.
func wrapped(lines []textLine) int {
	width := 0
	for i := range lines {
		if l := &lines[i]; l.kind != blank && strings.IndexByte(l.text, ' ') >= 0 {
			width = max(width, l.width)
		}
	}
	if width < minWrap || width > maxWrap {
		return 0
	}
	pairs, broken, goesOn := 0, 0, 0
	for i := 1; i < len(lines); i++ {
		a, b := &lines[i-1], &lines[i]
		if !flows(a, b) {
			continue
		}
		if float64(a.width) < longLine*float64(width) {
			continue
		}
		pairs++
		if overflows(a, b, width) {
			broken++
			if midSentence(a.text, b.text) {
				goesOn++
			}
		}
	}
	if pairs < minPairs || float64(broken) < minBroken*float64(pairs) || float64(goesOn) < minGoesOn*float64(broken) {
		return 0
	}
	return width
}

// flows reports whether b, the line below a, could go on with its paragraph.
func flows(a, b *textLine) bool {
	if a.kind == blank || a.kind == ruleLine || b.kind == blank || b.kind == ruleLine || b.listed ||
		a.quotes != b.quotes || a.text == "" || b.text == "" {
		return false
	}
	switch {
	case a.listed:
		return b.indent >= a.indent
	case b.indent == a.indent:
		return true
	}
	return a.indent > b.indent && a.indent-b.indent <= 8 // the first line of a paragraph set in
}

// overflows reports whether the first word of b would not have fitted on a.
func overflows(a, b *textLine, width int) bool {
	first, _, _ := strings.Cut(b.text, " ")
	w, word := a.width, spaces(first)
	if a.listed {
		w += spaces(a.mark) + 1
	}
	if word > unspacedWord && strings.ContainsFunc(first, unspaced) {
		word = unspacedWord
	}
	return w+1+word > width
}

// spaces returns how many spaces s takes in a line where every letter takes one:
// vowels and accents that stand above or below another take none.
func spaces(s string) int {
	n := 0
	for _, r := range s {
		if r < 0x300 || !unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
			n++
		}
	}
	return n
}

// unspaced reports whether r belongs to a script that sets no spaces between
// words: Thai, Lao, Burmese, Khmer, Chinese, Japanese.
func unspaced(r rune) bool {
	return r >= 0x0e00 && (r < 0x0f00 || unicode.In(r, unicode.Myanmar, unicode.Khmer, unicode.Hiragana, unicode.Katakana, unicode.Han))
}

// midSentence reports whether a sentence goes on from one line to the next:
// in a script with case, a small letter follows; in others, no end stands at
// the break.
func midSentence(a, b string) bool {
	r, _ := utf8.DecodeRuneInString(b)
	if unicode.IsLower(r) {
		return true
	}
	end, _ := utf8.DecodeLastRuneInString(a)
	return unicode.IsLetter(r) && !unicode.IsUpper(r) && !strings.ContainsRune(".!?。！？؟।…", end)
}
