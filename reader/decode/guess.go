package decode

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wlynxg/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// shiftJIS7 begins a stretch of Japanese in ISO-2022-JP, which has no bytes
// beyond ASCII.
const shiftJIS7 = "\x1b$"

// Limits of guessing: how many bytes of a source are looked at, by the detector
// and by the alphabets; how sure the detector must be; and the score from which
// the alphabets decide.
const (
	sampleSize  = 32 << 10
	letterCount = 8 << 10
	certain     = 0.5
	fits        = 0.6
)

// guess returns the encoding that body is most likely in, judged by its bytes,
// or nil if nothing is likely.
//
// The detector knows the charsets of East Asia and of other alphabets well,
// and the Latin ones hardly: it takes Polish for French. Text whose bytes
// beyond ASCII stand apart from each other, as accented letters do, is
// therefore judged by the alphabets of the languages; so is what the detector
// is not sure of.
func guess(body []byte) encoding.Encoding {
	s := excerpt(body)
	if high, paired := pairs(s); 2*paired >= high {
		if r := chardet.Detect(s); r.Confidence >= certain {
			if e := known(r.Charset); e != nil && plausible(s, e) {
				return e
			}
		}
	}
	return byAlphabet(s[:min(len(s), letterCount)])
}

// known returns the encoding a name of the detector stands for. Where it knows
// only the smaller of two charsets the larger one is meant.
func known(name string) encoding.Encoding {
	switch name = strings.ToLower(name); name {
	case "koi8-r":
		name = "koi8-u"
	case "cp949":
		name = "euc-kr"
	case "cp932":
		name = "shift_jis"
	case "us-ascii", "macintosh", "windows-1252", "iso-8859-1":
		return nil // for the alphabets to decide
	}
	if e := lookup(name); e != encoding.Replacement {
		return e
	}
	return nil
}

// excerpt returns the words of body that are not all ASCII, up to sampleSize
// bytes. White space is where no character of any charset can be split.
func excerpt(body []byte) []byte {
	var s []byte
	for len(body) > 0 && len(s) < sampleSize {
		end := bytes.IndexAny(body, " \t\r\n") + 1
		if end == 0 {
			end = len(body)
		}
		if word := body[:end]; telling(word) {
			s = append(s, word[:min(end, sampleSize-len(s))]...)
		}
		body = body[end:]
	}
	return s
}

// telling reports whether a word says anything of its charset.
func telling(word []byte) bool {
	return ascii(word) < len(word) || bytes.Contains(word, []byte(shiftJIS7))
}

// ascii returns how many bytes at the start of b are ASCII.
func ascii(b []byte) int {
	for i, c := range b {
		if c >= utf8.RuneSelf {
			return i
		}
	}
	return len(b)
}

// byAlphabet returns the charset in which the bytes of s beyond ASCII are
// letters of one language in sensible places, or nil.
func byAlphabet(s []byte) encoding.Encoding {
	var best encoding.Encoding
	most := fits
	for i := range languages {
		l := &languages[i]
		for _, c := range l.charsets {
			if score := l.score(s, c); score > most {
				best, most = c, score
			}
		}
	}
	return best
}

// score says how well s, read in charset c, is text in the language: 1 if all
// its bytes beyond ASCII are letters of the alphabet.
func (l *language) score(s []byte, c *charmap.Charmap) float64 {
	var points float64
	n := 0
	before, r := rune(0), c.DecodeByte(first(s))
	for i := range s {
		after := rune(0)
		if i+1 < len(s) {
			after = c.DecodeByte(s[i+1])
		}
		if s[i] >= utf8.RuneSelf {
			points += l.point(before, r, after)
			n++
		}
		before, r = r, after
	}
	return points / float64(max(n, 1))
}

func first(s []byte) byte {
	if len(s) == 0 {
		return 0
	}
	return s[0]
}

// point rates one character beyond ASCII between its neighbours.
func (l *language) point(before, r, after rune) float64 {
	inWord := unicode.IsLetter(before) && unicode.IsLetter(after)
	switch {
	case unicode.IsUpper(r) && unicode.IsLower(before):
		return -1
	case unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) && (plain(before) || plain(after)):
		return -1
	case strings.ContainsRune(l.letters, unicode.ToLower(r)):
		return 1
	case unicode.IsLetter(r):
		return 0
	case r == '’' || r == '\u00a0' || unicode.IsPunct(r) && !inWord:
		return 1
	case strings.ContainsRune(symbols, r) && !inWord:
		return 0.5
	}
	return -1
}

// plain reports whether r is a letter of ASCII.
func plain(r rune) bool { return r < utf8.RuneSelf && unicode.IsLetter(r) }
