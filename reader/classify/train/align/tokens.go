package align

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// Tokens returns the words of a text as it is matched: compatibility forms
// folded, lower case, a currency sign being a word of its own. Marks are no
// part of a word, in the manner of the regular expression \w+.
func Tokens(s string) []string {
	return split(Lower(norm.NFKC.String(s)), "₹$€£¥")
}

// Words returns the lower-case words of a text, as \w+ finds them.
func Words(s string) []string { return split(Lower(s), "") }

// Lower maps to small letters by the full rules of Unicode where the simple
// ones differ: the Turkish dotted I, and sigma at the end of a word.
func Lower(s string) string {
	if strings.ContainsAny(s, "İΣ") {
		return cases.Lower(language.Und).String(s)
	}
	return strings.ToLower(s)
}

// split cuts a text into runs of word characters and single characters of
// alone.
func split(s, alone string) []string {
	words := make([]string, 0, len(s)/6+1)
	start := -1
	for i, r := range s {
		if wordRune(r) {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			words = append(words, s[start:i])
			start = -1
		}
		if r >= '$' && strings.ContainsRune(alone, r) {
			words = append(words, string(r))
		}
	}
	if start >= 0 {
		words = append(words, s[start:])
	}
	return words
}

func wordRune(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '_' || r >= 'A' && r <= 'Z' ||
		r >= 0x80 && (unicode.IsLetter(r) || unicode.IsNumber(r))
}
