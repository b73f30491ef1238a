package layout

import (
	"strings"
	"unicode/utf8"
)

// class is how a plain character takes part in line breaking.
type class uint8

const (
	other   class = iota // under the full rules
	letter               // never parted from its neighbours: letters, digits, and marks that cling to both sides
	closes               // not parted from what stands before it, nor from a letter behind it
	ends                 // not parted from what stands before it
	opens                // not parted from what stands behind it
	hyphen               // parted from a letter behind it
	money                // not parted from the sum behind it
	percent              // not parted from the figure before it
	blank
)

// classes sums up UAX #14's property of the ASCII characters: AL, NU, IS and QU
// cling to one another (LB 19, 23, 25, 28, 29), CP and EX to what is before
// them (LB 13), OP to what is behind it (LB 14).
var classes = func() (t [256]class) {
	for c := byte('0'); c <= 'z'; c++ {
		if c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' {
			t[c] = letter
		}
	}
	for _, c := range []byte(".,;:'\"#&*<=>@^_`~") {
		t[c] = letter
	}
	t[')'], t['!'], t['?'], t['('], t[' '] = closes, ends, ends, opens, blank
	t['-'], t['/'], t['$'], t['%'] = hyphen, hyphen, money, percent
	return t
}()

// classAt returns the class of the character at s[i] and its length in bytes.
// Characters that take one cell only where the environment does not ask for
// East Asian widths are plain only there.
func (b *breaker) classAt(i int) (class, int) {
	c := b.s[i]
	if c < utf8.RuneSelf {
		return classes[c], 1
	}
	r, n := utf8.DecodeRuneInString(b.s[i:])
	switch {
	case !b.m.plain:
		return other, n
	case isPlainLetter(r):
		return letter, n
	}
	switch r {
	case '’', '‘', '“', '”', '»', 0xa0, 0x202f:
		return letter, n
	case '«', '„':
		return opens, n
	case '…':
		return ends, n
	}
	return other, n
}

// plain takes the piece at b.start if a few comparisons can tell what it is and
// that a line may be broken behind it.
func (b *breaker) plain() bool {
	c := b.s[b.start]
	if c >= 0xe3 {
		return b.ideograph()
	}
	if c == 0xe2 && (strings.HasPrefix(b.s[b.start:], "– ") || strings.HasPrefix(b.s[b.start:], "— ")) {
		return b.dash()
	}
	return b.word()
}

// word takes a word, or a word's part up to a hyphen, of plain characters.
func (b *breaker) word() bool {
	s, i := b.s, b.start
	extra := 0 // bytes that take no cell of their own
	last := opens
	for i < len(s) {
		k, n := b.classAt(i)
		switch {
		case k == blank:
			return last != opens && b.finish(i, i-b.start-extra)
		case k == hyphen && last == letter && isAlnum(s[i-1]) && i+1 < len(s) && isLetter(s[i+1]):
			return b.part(i+1, i+1-b.start-extra)
		case k == other && last == letter && isAlnum(s[i-1]) && isIdeographAt(s, i):
			return b.part(i, i-b.start-extra)
		case !joins(last, k, s, i):
			return false
		case k == percent:
			k = ends
		}
		last = k
		i, extra = i+n, extra+n-1
		if k == letter {
			i = skipLetters(s, i)
		}
	}
	return last != opens && b.finish(i, i-b.start-extra)
}

// joins reports whether the character at s[i], of class k, is for certain not
// parted from the one before it, of class last; a word begins behind opens.
func joins(last, k class, s string, i int) bool {
	switch k {
	case letter:
		return last != ends || clings(s[i])
	case opens:
		return last == opens
	case closes, ends:
		return last != opens
	case money:
		return last == opens && i+1 < len(s) && isAlnum(s[i+1])
	case percent:
		return last == letter && isDigit(s[i-1])
	case other, hyphen, blank:
	}
	return false
}

// part makes the piece end at the byte, where a line may be broken without
// spaces.
func (b *breaker) part(end, width int) bool {
	b.text, b.end, b.width = end, end, width
	return true
}

// finish makes the text of the piece end at the byte, where spaces or the end
// of the text follow, if a line may be broken behind them.
func (b *breaker) finish(text, width int) bool {
	b.text, b.end, b.width = text, skipSpaces(b.s, text), width
	b.space = b.end - text
	return text > b.start && (b.end == len(b.s) || begins(b.s, b.end, b.s[text-1]))
}

// dash takes a dash and the spaces behind it.
func (b *breaker) dash() bool {
	const size = len("—")
	return b.m.plain && !strings.HasPrefix(b.s[skipSpaces(b.s, b.start+size):], "—") && b.finish(b.start+size, 1)
}

// ideograph takes one ideograph and the punctuation that clings to it.
func (b *breaker) ideograph() bool {
	s, i, cells := b.s, b.start, 0
	seen := false // the ideograph
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case seen && r == ' ':
			return b.finish(i, cells)
		case seen && (isIdeograph(r) || leadsIdeograph(r) || isAlnum(s[i])):
			return b.part(i, cells)
		case isIdeograph(r):
			seen = true
		case leadsIdeograph(r):
		case !seen || !trails(r):
			return false
		}
		i, cells = i+n, cells+2
	}
	return seen && b.finish(i, cells)
}

// begins reports whether a line may be broken before the character at s[i],
// which follows spaces, whatever comes next; before is the byte ahead of the
// spaces, the end of something that does not open (LB 13 to 18).
func begins(s string, i int, before byte) bool {
	switch c := s[i]; c {
	case '!', '?', ')', ']', '}', ',', '.', ':', ';', '/', '\n':
		return false
	case '(', '[', '{':
		return before != '"' && before != '\'' && before < utf8.RuneSelf
	default:
		if c < utf8.RuneSelf {
			return true
		}
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	switch r {
	case '–', '—', '‘', '’', '“', '”', '…':
		return true
	}
	return isPlainLetter(r) || isIdeograph(r)
}

// skipLetters returns the end of the run of ASCII letters that begins at i.
func skipLetters(s string, i int) int {
	for i < len(s) && classes[s[i]] == letter {
		i++
	}
	return i
}

func skipSpaces(s string, i int) int {
	for i < len(s) && s[i] == ' ' {
		i++
	}
	return i
}

// clings reports whether the ASCII mark is not parted from what stands before
// it, whatever that is (LB 13, 19).
func clings(c byte) bool { return strings.IndexByte(".,;:'\"", c) >= 0 }

func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isAlnum(c byte) bool  { return isDigit(c) || isLetter(c) }

// isPlainLetter reports whether r is a letter that breaks like an English one,
// takes one cell unless the environment asks for East Asian widths, and is a
// grapheme cluster unless a mark follows: Latin, Greek, Cyrillic, Arabic.
func isPlainLetter(r rune) bool {
	switch {
	case r < 0xc0, r == 0xd7, r == 0xf7:
		return false
	case r < 0x250, r >= 0x388 && r < 0x482, r >= 0x48a && r < 0x530, r >= 0x620 && r < 0x64b, r >= 0x1e00 && r < 0x1f00:
		return true
	}
	return false
}

// isIdeograph reports whether r is a character of two cells that lines may be
// broken before and behind: the common Han characters, full-size kana, Hangul
// syllables (ID, H2, H3).
func isIdeograph(r rune) bool {
	switch {
	case r >= 0x4e00 && r <= 0x9fff, r >= 0x3400 && r <= 0x4dbf, r >= 0xac00 && r <= 0xd7a3:
		return true
	case r >= 0x3041 && r <= 0x3096, r >= 0x30a1 && r <= 0x30fa:
		return !isSmallKana(r)
	}
	return false
}

// isSmallKana reports whether r is one of the small kana, which do not begin a
// line. Katakana stand 0x60 above hiragana.
func isSmallKana(r rune) bool {
	if r >= 0x30a1 && r <= 0x30f6 {
		r -= 0x60
	}
	switch r {
	case 'ぁ', 'ぃ', 'ぅ', 'ぇ', 'ぉ', 'っ', 'ゃ', 'ゅ', 'ょ', 'ゎ', 'ゕ', 'ゖ':
		return true
	}
	return false
}

// leadsIdeograph reports whether r is an opening mark of two cells (OP).
func leadsIdeograph(r rune) bool {
	switch r {
	case '「', '『', '（', '《', '〈', '【', '〔':
		return true
	}
	return false
}

// trails reports whether r, of two cells, is not parted from what stands before
// it: closing marks, ends of sentences, small kana (CL, EX, NS, CJ).
func trails(r rune) bool {
	switch r {
	case '」', '』', '）', '》', '〉', '】', '〕', '、', '。', '，', '．', '！', '？', '：', '；', '・', 'ー', '々', '〜':
		return true
	}
	return isSmallKana(r)
}
