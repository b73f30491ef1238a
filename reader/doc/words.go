package doc

import (
	"unicode"
	"unicode/utf8"
)

// CountWords returns the number of words in s. Scripts written without spaces
// count by the character (Han, Hiragana, Katakana) or are counted as one word
// per run of letters (Thai, Lao, Khmer).
func CountWords(s string) int {
	n, in := 0, false
	for _, r := range s {
		switch roleOf(r) {
		case ofWord:
			if !in {
				n++
			}
			in = true
		case wordItself:
			n++
			in = false
		case withinWord:
		default:
			in = false
		}
	}
	return n
}

// role is what a character does for the words around it.
type role uint8

const (
	endOfWord  role = iota
	ofWord          // a letter or digit
	wordItself      // a word of its own
	withinWord      // stays in a word that it stands in, and begins none
)

func roleOf(r rune) role {
	switch {
	case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9':
		return ofWord
	case r == '\'', r == '-', r == '.', r == ',', r == '’', r == 0x200c, r == 0x200d:
		return withinWord
	case r < utf8.RuneSelf:
		return endOfWord
	case countsAlone(r):
		return wordItself
	case unicode.IsLetter(r), unicode.IsDigit(r):
		return ofWord
	case unicode.IsMark(r):
		return withinWord
	}
	return endOfWord
}

// countsAlone reports whether r is a word of its own: a character of Chinese
// or Japanese. The iteration mark, the zero and the marks of long vowels belong
// to no script in Unicode's tables but are written like any other character.
func countsAlone(r rune) bool {
	switch {
	case r < 0x2e80 || r >= 0xac00 && r < 0xd7a4: // before the first, and Hangul
		return false
	case r == 0x3005, r == 0x3007, r == 0x30fc, r == 0xff70:
		return true
	}
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}
