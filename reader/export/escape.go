package export

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/reader/doc"
)

// write puts the tokens together.
func (w *inliner) write() string {
	var b strings.Builder
	b.Grow(w.to - w.from + 16)
	for i := 0; i < len(w.tokens); i++ {
		t := w.tokens[i]
		switch t.what {
		case words:
			beforeLink := i+1 < len(w.tokens) && w.tokens[i+1].what == begin && w.tokens[i+1].mark == doc.Link
			w.words(&b, t.start, t.end, beforeLink)
		case code:
			w.code(&b, w.text[t.start:t.end])
		case begin:
			if w.isBare(i) {
				b.WriteString("<" + t.target + ">")
				i += 2
				continue
			}
			b.WriteString(w.signs[i])
		case end:
			b.WriteString(w.signs[i])
		}
	}
	return b.String()
}

// isBare reports whether token i begins a link whose text is its address.
func (w *inliner) isBare(i int) bool {
	t := w.tokens[i]
	return t.mark == doc.Link && strings.HasPrefix(t.target, "http") && w.tokens[i+1].what == words &&
		w.tokens[i+2].what == end && w.tokens[i+2].mark == doc.Link && w.text[w.tokens[i+1].start:w.tokens[i+1].end] == t.target
}

// words writes text with everything escaped that Markdown would read as markup.
func (w *inliner) words(b *strings.Builder, from, to int, beforeLink bool) {
	done := from
	for i := from; i < to; i++ {
		switch {
		case w.coded[i]:
			r, n := utf8.DecodeRuneInString(w.text[i:])
			b.WriteString(w.text[done:i])
			b.WriteString("&#" + strconv.Itoa(int(r)) + ";")
			done = i + n
		case w.text[i] < utf8.RuneSelf && (w.escapes(i, from, to) || beforeLink && i == to-1 && w.text[i] == '!'):
			b.WriteString(w.text[done:i])
			b.WriteByte('\\')
			done = i
		}
	}
	b.WriteString(w.text[done:to])
}

// escapes reports whether the ASCII character at i, in a piece of text between
// two signs, needs a backslash before it.
func (w *inliner) escapes(i, from, to int) bool {
	rest := w.text[i:w.to]
	switch rest[0] {
	case '\\', '`', '*', '[', ']', '~':
		return true
	case '_':
		return !w.inWord(i, from, to)
	case '<':
		return len(rest) > 1 && (isLetter(rest[1]) || strings.IndexByte("/?!", rest[1]) >= 0)
	case '&':
		return isEntity(rest)
	case '|':
		return w.place == cell || i == w.special
	case '{':
		return w.place == title // it may begin an attribute
	case '#':
		return w.isTag(i) || i == w.special
	case ':', '.', '@':
		return i == w.special || w.makesLink(i, from)
	default:
		return i == w.special
	}
}

// makesLink reports whether the colon, dot or @ at i is part of what programs
// take for an address and make a link of.
func (w *inliner) makesLink(i, from int) bool {
	rest := w.text[i+1 : w.to]
	before := byte(' ')
	if i > w.from {
		before = w.text[i-1]
	}
	switch w.text[i] {
	case ':':
		return strings.HasPrefix(rest, "//") && isLetter(before)
	case '.':
		return rest != "" && endsInWWW(w.text[from:i])
	default:
		return rest != "" && isAlphanumeric(rest[0]) && before != ' '
	}
}

// inWord reports whether the underscores at i stand between two letters, where
// they mean nothing.
func (w *inliner) inWord(i, from, to int) bool {
	left, right := i, i+1
	for left > from && w.text[left-1] == '_' {
		left--
	}
	for right < to && w.text[right] == '_' {
		right++
	}
	if left == from || right == to {
		return false
	}
	before, n := utf8.DecodeLastRuneInString(w.text[:left])
	after, _ := utf8.DecodeRuneInString(w.text[right:])
	return isAlnum(before) && isAlnum(after) && !w.coded[left-n] && !w.coded[right]
}

// isTag reports whether the # at i starts what note programs take for a tag.
func (w *inliner) isTag(i int) bool {
	before, _ := utf8.DecodeLastRuneInString(w.text[w.from:i])
	after, _ := utf8.DecodeRuneInString(w.text[i+1 : w.to])
	return unicode.IsLetter(after) && !isAlnum(before)
}

// code writes text as a code span, fenced by a run of backticks that it does
// not hold.
func (w *inliner) code(b *strings.Builder, s string) {
	var runs [4]bool // whether s holds runs of that length
	longest := 0
	for i := 0; i < len(s); i++ {
		n := 0
		for i+n < len(s) && s[i+n] == '`' {
			n++
		}
		if n < len(runs) {
			runs[n] = true
		}
		longest = max(longest, n)
		i += n
	}
	n := longest + 1
	for k := len(runs) - 1; k > 0; k-- {
		if !runs[k] {
			n = k
		}
	}
	pad := ""
	if s[0] == '`' || s[len(s)-1] == '`' {
		pad = " "
	}
	if w.place == cell {
		s = strings.ReplaceAll(s, "|", `\|`)
	}
	fence := strings.Repeat("`", n)
	b.WriteString(fence + pad + s + pad + fence)
}

// lineStart returns the offset of the character at the start of a line that
// would make it a heading, a list item, a quotation, a rule, a table or code,
// or -1 if there is none. What is escaped everywhere is no concern of its.
func lineStart(s string) int {
	trimmed := strings.TrimLeft(s, " ")
	at := len(s) - len(trimmed)
	if trimmed == "" {
		return -1
	}
	rest := trimmed[1:]
	switch c := trimmed[0]; c {
	case '#', '>', '=', '|':
		return at
	case '-', '+', ':':
		if rest == "" || rest[0] == c || strings.IndexByte(" -:|", rest[0]) >= 0 {
			return at
		}
	}
	digits := strings.TrimLeft(trimmed, "0123456789")
	n := len(trimmed) - len(digits)
	if n > 0 && n < 10 && digits != "" && (digits[0] == '.' || digits[0] == ')') && (len(digits) == 1 || digits[1] == ' ') {
		return at + n
	}
	return -1
}

// closingHashes returns the offset of the run of # that would end a heading
// and vanish, or -1.
func closingHashes(s string) int {
	s = strings.TrimRight(s, " ")
	rest := strings.TrimRight(s, "#")
	if len(rest) == len(s) || rest != "" && rest[len(rest)-1] != ' ' {
		return -1
	}
	return len(rest)
}

// maxEntity is longer than the name or number of any character reference.
const maxEntity = 40

// isEntity reports whether s starts with what looks like a character reference.
func isEntity(s string) bool {
	for i := 1; i < min(len(s), maxEntity); i++ {
		if s[i] == ';' {
			return i > 1
		}
		if !isAlphanumeric(s[i]) && (s[i] != '#' || i > 1) {
			return false
		}
	}
	return false
}

// endsInWWW reports whether s ends in a word "www", which followed by a dot
// makes a link in some programs.
func endsInWWW(s string) bool {
	n := len(s) - len("www")
	return n >= 0 && strings.EqualFold(s[n:], "www") && (n == 0 || !isAlphanumeric(s[n-1]))
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

func isAlphanumeric(c byte) bool { return isLetter(c) || c >= '0' && c <= '9' }

func isAlnum(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
