package doc

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tabStop is how many columns lie between tab stops, in runes.
const tabStop = 4

// Clean makes a string safe to show on one line of a terminal. It is the trust
// boundary: every string of a source passes it exactly once, after all entity
// decoding and before it enters a Document.
//
// Invalid UTF-8 is repaired first, so that stripping cannot splice a control
// code out of halves. ESC and the other C0 controls become their visible
// symbols (U+2400 …), C1 controls become U+FFFD, white space of every kind
// (newlines and tabs too) becomes a single space each, and characters that
// reorder or hide text (bidirectional overrides and isolates, zero-width
// spaces, soft hyphens, byte order marks, tags, noncharacters) are dropped.
//
// What a script needs to be read right stays: joiners, the variation selectors
// of emoji, those of ideographs where they follow one, and the direction marks
// of Hebrew and Arabic in a text that has letters of such a script.
//
// Clean is idempotent. A string that needs nothing is returned as it is.
func Clean(s string) string { return scrub(s, false) }

// CleanLines is Clean for text whose lines matter, such as code: line ends
// become "\n" and tabs are expanded to the next stop.
func CleanLines(s string) string {
	if strings.Contains(s, "\r") {
		s = strings.ReplaceAll(s, "\r\n", "\n")
		s = strings.ReplaceAll(s, "\r", "\n")
	}
	return scrub(s, true)
}

func scrub(s string, lines bool) string {
	i := asciiClean(s, lines)
	if i == len(s) {
		return s
	}
	if s[i] >= utf8.RuneSelf && isClean(s[i:], lines) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + len(s)/8)
	c := cleaner{text: s}
	column := 0
	for _, r := range s { // invalid bytes come out as U+FFFD
		switch {
		case lines && r == '\n':
			column = -1
			c.last = r
			b.WriteByte('\n')
		case lines && r == '\t':
			n := tabStop - column%tabStop
			c.last = ' '
			b.WriteString("    "[:n])
			column += n - 1
		default:
			r = c.rune(r)
			if r < 0 {
				continue
			}
			b.WriteRune(r)
		}
		column++
	}
	return b.String()
}

// asciiClean returns the index of the first byte that is not clean ASCII.
func asciiClean(s string, lines bool) int {
	for i := range len(s) {
		if c := s[i]; (c < 0x20 && (!lines || c != '\n')) || c >= 0x7f {
			return i
		}
	}
	return len(s)
}

func isClean(s string, lines bool) bool {
	c := cleaner{text: s}
	for i := 0; i < len(s); {
		if b := s[i]; b < utf8.RuneSelf {
			if (b < 0x20 && (!lines || b != '\n')) || b == 0x7f {
				return false
			}
			c.last = rune(b)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if ordinary(r) {
			c.last = r
		} else if r == utf8.RuneError && n == 1 || c.rune(r) != r {
			return false
		}
		i += n
	}
	return true
}

// cleaner decides what becomes of one rune after the other of a text.
type cleaner struct {
	text   string
	last   rune // the last rune that stayed
	looked bool // whether rtl is known
	rtl    bool // the text has letters of a right-to-left script
}

// rune returns what stands for r on a screen, -1 for nothing.
func (c *cleaner) rune(r rune) rune {
	switch {
	case r >= 0x20 && r < 0x7f || ordinary(r):
	case isDirectionMark(r):
		if !c.rightToLeft() {
			return -1
		}
	case r >= 0xe0100 && r <= 0xe01ef: // variation selectors 17 to 256
		if !unicode.Is(unicode.Han, c.last) {
			return -1
		}
	default:
		r = cleanRune(r)
	}
	if r >= 0 {
		c.last = r
	}
	return r
}

// ordinary reports whether r, beyond ASCII, is one of most of the letters that
// people write: a quick yes, its no means nothing.
func ordinary(r rune) bool { return r > 0xad && r < 0x61c || r >= 0x3041 && r < 0xe000 }

// isDirectionMark reports whether r is one of the marks that writers of Hebrew
// and Arabic set so that punctuation stands where it belongs.
func isDirectionMark(r rune) bool { return r == 0x200e || r == 0x200f || r == 0x61c }

// rightToLeft reports whether the text has a letter of a right-to-left script.
// Elsewhere direction marks can only mislead: they turn figures around.
func (c *cleaner) rightToLeft() bool {
	if !c.looked {
		c.looked = true
		c.rtl = strings.ContainsFunc(c.text, isRightToLeft)
	}
	return c.rtl
}

// isRightToLeft covers the blocks that Unicode sets aside for right-to-left
// scripts (UAX #9, table 4's defaults), letters only.
func isRightToLeft(r rune) bool {
	return (r >= 0x590 && r <= 0x8ff || r >= 0xfb1d && r <= 0xfdff || r >= 0xfe70 && r <= 0xfefc ||
		r >= 0x10800 && r <= 0x10fff || r >= 0x1e800 && r <= 0x1efff) && unicode.IsLetter(r)
}

// cleanRune returns what stands for r wherever it is, -1 for nothing.
func cleanRune(r rune) rune {
	switch {
	case r == '\n' || r == '\t' || r == '\r' || r == '\v' || r == '\f' || r == 0x85 || isOtherSpace(r):
		return ' '
	case r < 0x20:
		return 0x2400 + r
	case r == 0x7f:
		return 0x2421
	case r > 0x7f && r < 0xa0:
		return utf8.RuneError
	case conceals(r):
		return -1
	}
	return r
}

// isOtherSpace reports whether r is white space that means no more than a
// space. No-break and ideographic spaces (U+00A0, U+202F, U+3000) do.
func isOtherSpace(r rune) bool {
	return r == 0x1680 || r >= 0x2000 && r <= 0x200a || r == 0x2028 || r == 0x2029 || r == 0x205f
}

// conceals reports whether r reorders or hides text or is not a character.
func conceals(r rune) bool {
	switch {
	case r == 0xad, r == 0x180e, r == 0x200b, r == 0xfeff,
		r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x206f, r >= 0xfff9 && r <= 0xfffb,
		r >= 0xe0000 && r <= 0xe0fff, r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe:
		return true
	}
	return false
}
