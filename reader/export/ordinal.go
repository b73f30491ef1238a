package export

import (
	"strconv"
	"strings"
)

// ordinal returns the number of an ordered list's item and the style that its
// marker is written in, as HTML names styles: '1', 'a', 'A', 'i' or 'I'. The
// style is 0 for bullets. A letter may be a Roman number: last, the number of
// the item before (0 without one), decides.
func ordinal(marker string, last int) (n int, style byte) {
	s := strings.TrimRight(marker, ".)")
	if n, err := strconv.Atoi(s); err == nil {
		return n, '1'
	}
	if s == marker { // a word is no number
		return 0, 0
	}
	letters, isLetters := alphabetic(s)
	roman, isRoman := romanNumber(s)
	base := byte('a')
	if s != "" && s[0] < 'a' {
		base = 'A'
	}
	switch {
	case isRoman && (!isLetters || roman == last+1 || len(s) > 1 && letters != last+1):
		return roman, base + 'i' - 'a'
	case isLetters:
		return letters, base
	default:
		return 0, 0
	}
}

// alphabetic reads a number written in letters: a is 1, z 26, aa 27.
func alphabetic(s string) (n int, ok bool) {
	const longest = 4
	if s == "" || len(s) > longest {
		return 0, false
	}
	for i := range len(s) {
		c := s[i] | 0x20
		if c < 'a' || c > 'z' || s[i]&0x20 != s[0]&0x20 {
			return 0, false
		}
		n = n*26 + int(c-'a') + 1
	}
	return n, true
}

// romanNumber reads a Roman number in small or capital letters.
func romanNumber(s string) (n int, ok bool) {
	const longest = 15 // MMMDCCCLXXXVIII
	if s == "" || len(s) > longest || s != strings.ToLower(s) && s != strings.ToUpper(s) {
		return 0, false
	}
	values := [...]int{1, 5, 10, 50, 100, 500, 1000}
	last := 0
	for i := len(s) - 1; i >= 0; i-- {
		digit := strings.IndexByte("ivxlcdm", s[i]|0x20)
		if digit < 0 {
			return 0, false
		}
		v := values[digit]
		if v < last {
			n -= v
		} else {
			n, last = n+v, v
		}
	}
	return n, n > 0
}
