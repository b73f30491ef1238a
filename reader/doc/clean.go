package doc

import (
	"net/url"
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
// Joiners stay: scripts and emoji need them.
//
// Clean is idempotent. A string that needs nothing is returned as it is.
func Clean(s string) string { return clean(s, false) }

// CleanLines is Clean for text whose lines matter, such as code: line ends
// become "\n" and tabs are expanded to the next stop.
func CleanLines(s string) string {
	if strings.Contains(s, "\r") {
		s = strings.ReplaceAll(s, "\r\n", "\n")
		s = strings.ReplaceAll(s, "\r", "\n")
	}
	return clean(s, true)
}

func clean(s string, lines bool) string {
	if isClean(s, lines) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + len(s)/8)
	column := 0
	for _, r := range s { // invalid bytes come out as U+FFFD
		switch {
		case lines && r == '\n':
			column = -1
			b.WriteByte('\n')
		case lines && r == '\t':
			n := tabStop - column%tabStop
			b.WriteString("    "[:n])
			column += n - 1
		default:
			r = cleanRune(r)
			if r < 0 {
				continue
			}
			b.WriteRune(r)
		}
		column++
	}
	return b.String()
}

// cleanRune returns what stands for r on a screen, -1 for nothing.
func cleanRune(r rune) rune {
	switch {
	case r >= 0x20 && r < 0x7f:
		return r
	case r == '\n' || r == '\t' || r == '\r' || r == '\v' || r == '\f' || r == 0x85 || r == 0x2028 || r == 0x2029:
		return ' '
	case r < 0x20:
		return 0x2400 + r
	case r == 0x7f:
		return 0x2421
	case r < 0xa0:
		return utf8.RuneError
	case unsafe(r):
		return -1
	case unicode.Is(unicode.Zs, r) && r != 0xa0 && r != 0x202f && r != 0x3000:
		return ' '
	}
	return r
}

// unsafe reports whether r reorders or hides text or is not a character.
func unsafe(r rune) bool {
	switch {
	case r < 0xad:
		return false
	case r == 0xad, r == 0x61c, r == 0x180e, r == 0x200b, r == 0x200e, r == 0x200f, r == 0xfeff,
		r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x206f, r >= 0xfff9 && r <= 0xfffb,
		r >= 0xe0000 && r <= 0xe0fff, r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe:
		return true
	}
	return false
}

func isClean(s string, lines bool) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 0x80 {
			return isCleanUTF8(s[i:], lines)
		} else if (c < 0x20 && (!lines || c != '\n')) || c == 0x7f {
			return false
		}
	}
	return true
}

func isCleanUTF8(s string, lines bool) bool {
	if !utf8.ValidString(s) {
		return false
	}
	for _, r := range s {
		if lines && r == '\n' {
			continue
		}
		if cleanRune(r) != r {
			return false
		}
	}
	return true
}

// CleanURL resolves a link target against a base address (which may be nil)
// and returns it if it is an absolute http, https or mailto address that fits
// on one line, else "".
func CleanURL(base *url.URL, target string) string {
	target = strings.TrimSpace(target)
	if target == "" || len(target) > maxURL {
		return ""
	}
	u, err := url.Parse(strings.Map(dropControl, target))
	if err != nil {
		return ""
	}
	if base != nil {
		u = base.ResolveReference(u)
	}
	switch u.Scheme {
	case "http", "https":
		if u.Host == "" {
			return ""
		}
	case "mailto":
	default:
		return ""
	}
	// String escapes what a path or query may not hold; a host or opaque part
	// may still carry something else.
	s := u.String()
	if Clean(s) != s || strings.ContainsRune(s, ' ') {
		return ""
	}
	return s
}

// maxURL is the longest link target kept, in bytes. Terminals drop OSC 8
// targets of more than about 2 KiB.
const maxURL = 2083

// dropControl is for strings.Map: browsers ignore tabs and newlines in addresses.
func dropControl(r rune) rune {
	if r < 0x20 || r == 0x7f {
		return -1
	}
	return r
}

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
		case r >= 0x3041 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
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
