package doc

import "unicode"

// CountWords returns the number of words in s. Scripts written without spaces
// count by the character (Han, Hiragana, Katakana) or are counted as one word
// per run of letters (Thai, Lao, Khmer).
func CountWords(s string) int {
	n, in := 0, false
	for _, r := range s {
		switch {
		case r < 0x80 && (r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'):
			if !in {
				n++
			}
			in = true
		case r < 0x80:
			in = in && (r == '\'' || r == '-' || r == '.' || r == ',')
		case countsAlone(r):
			n++
			in = false
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if !in {
				n++
			}
			in = true
		case unicode.IsMark(r) || r == '’' || r == 0x200d || r == 0x200c:
		default:
			in = false
		}
	}
	return n
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
