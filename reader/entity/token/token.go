// Package token cuts text into words, numbers and marks, with their places in
// bytes, and finds where sentences end.
//
// The cut is fine: a number and the unit glued to it are two tokens, so are
// the parts of a hyphenated word, a possessive "'s" and its owner, a currency
// sign and its sum. Join puts hyphenated words together again for readers that
// want names whole.
package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind is what a token is made of.
type Kind uint8

// The kinds of token.
const (
	Word     Kind = iota // letters, with the period of an abbreviation
	Number               // digits with their separators: 94,000 · 1.2 · 1’000 · ½
	Currency             // one currency sign
	Mark                 // one rune of punctuation, or another sign
	Address              // a web or mail address, a @handle
)

// Token is the bytes [Start, End) of a text.
type Token struct {
	Start, End int
	Kind       Kind
}

// Text returns the token's bytes in the text it was cut from.
func (t Token) Text(text string) string { return text[t.Start:t.End] }

// Split cuts text into tokens. Tokens never overlap, are never empty, start
// and end on rune boundaries and leave out white space only.
func Split(text string) []Token {
	s := splitter{text: text, tokens: make([]Token, 0, len(text)/5+4)}
	for s.at < len(text) {
		s.next()
	}
	return s.tokens
}

type splitter struct {
	text   string
	at     int
	tokens []Token
	seen   int // up to here the text was searched for an address
}

func (s *splitter) add(end int, k Kind) {
	s.tokens = append(s.tokens, Token{s.at, end, k})
	s.at = end
}

// next reads one token, or skips one rune of white space.
func (s *splitter) next() {
	r, n := utf8.DecodeRuneInString(s.text[s.at:])
	switch {
	case unicode.IsSpace(r):
		s.at += n
	case s.startsWord() && s.address():
	case isDigit(r):
		s.add(s.numberEnd(), Number)
	case unicode.Is(unicode.No, r):
		s.add(s.at+n, Number)
	case unicode.Is(unicode.Sc, r):
		s.add(s.at+n, Currency)
	case stands(r):
		s.add(s.at+n, Word)
	case unicode.IsLetter(r):
		s.word()
	case (r == '\'' || r == '’') && s.possessive() > 0:
		s.add(s.at+s.possessive(), Word)
	default:
		s.add(s.at+n, Mark)
	}
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' || r > 0x7f && unicode.IsDigit(r) }

// stands reports whether r is written without spaces around words, so that
// every rune is a token of its own.
func stands(r rune) bool {
	return r >= 0x2e80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// startsWord reports whether the current rune does not continue the token
// before it.
func (s *splitter) startsWord() bool {
	n := len(s.tokens)
	return n == 0 || s.tokens[n-1].End < s.at || s.tokens[n-1].Kind == Mark
}

// address reads a web or mail address, or a handle, if one starts here.
func (s *splitter) address() bool {
	rest := s.text[s.at:]
	if c := rest[0]; s.at < s.seen || c != '@' && !isAlnum(c) {
		return false
	}
	if rest[0] == '@' {
		return s.handle(rest)
	}
	end := strings.IndexFunc(rest, func(r rune) bool { return r <= ' ' || r >= 0x7f || strings.ContainsRune(`"<>()[]{}|\`, r) })
	if end < 0 {
		end = len(rest)
	}
	run := strings.TrimRight(rest[:end], ".,;:!?'*_")
	web := strings.Contains(run, "://") || len(run) > 4 && strings.EqualFold(run[:4], "www.")
	user, host, at := strings.Cut(run, "@")
	mail := at && user != "" && strings.Contains(host, ".") && !strings.Contains(host, "@")
	if !web && !mail {
		s.seen = s.at + end // not again for every part of it
		return false
	}
	s.add(s.at+len(run), Address)
	return true
}

// handle reads "@name".
func (s *splitter) handle(rest string) bool {
	end := 1
	for end < len(rest) && (isAlnum(rest[end]) || rest[end] == '_') {
		end++
	}
	if end == 1 {
		return false
	}
	s.add(s.at+end, Address)
	return true
}

func isAlnum(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// numberEnd returns where the digits from s.at end, separators between digits
// included.
func (s *splitter) numberEnd() int {
	i := s.at
	for i < len(s.text) {
		r, n := utf8.DecodeRuneInString(s.text[i:])
		if isDigit(r) {
			i += n
			continue
		}
		if r != '.' && r != ',' && r != '\'' && r != '’' {
			break
		}
		after, _ := utf8.DecodeRuneInString(s.text[i+n:])
		if !isDigit(after) {
			break
		}
		i += n
	}
	return i
}

// word reads a word: letters, marks and digits, apostrophes between letters,
// and the periods of initials and abbreviations.
func (s *splitter) word() {
	if end := s.initials(); end > s.at {
		s.add(end, Word)
		return
	}
	end := s.letters(s.at)
	if cut := s.moneyCode(end); cut > 0 {
		s.add(cut, Word)
		return
	}
	for end < len(s.text) {
		r, n := utf8.DecodeRuneInString(s.text[end:])
		if r != '\'' && r != '’' || s.possessiveAt(end) > 0 {
			break
		}
		more := s.letters(end + n)
		if more == end+n {
			break
		}
		if elisions[strings.ToLower(s.text[s.at:end])] && !unicode.IsUpper(s.first()) {
			end += n
			break
		}
		end = more
	}
	if end < len(s.text) && s.text[end] == '.' && abbreviations[s.text[s.at:end]] != 0 {
		end++
	}
	s.add(end, Word)
}

func (s *splitter) first() rune {
	r, _ := utf8.DecodeRuneInString(s.text[s.at:])
	return r
}

// letters returns where the run of letters, marks and digits from i ends.
func (s *splitter) letters(i int) int {
	for i < len(s.text) {
		if c := s.text[i]; c < utf8.RuneSelf {
			if !isAlnum(c) {
				break
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s.text[i:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && r != 0x200c && r != 0x200d || stands(r) {
			break
		}
		i += n
	}
	return i
}

// maxInitials is how many letters with periods are one word at most.
const maxInitials = 12

// initials returns the end of a run such as "U.S." or "J." that starts here,
// or s.at without one. Lower-case runs need two letters: "e.g.", "p.m.".
func (s *splitter) initials() int {
	i, count, upper := s.at, 0, false
	for i < len(s.text) && count < maxInitials {
		r, n := utf8.DecodeRuneInString(s.text[i:])
		if !unicode.IsLetter(r) || i+n >= len(s.text) || s.text[i+n] != '.' {
			break
		}
		if count == 0 {
			upper = unicode.IsUpper(r)
		}
		i += n + 1
		count++
	}
	more := s.letters(i)
	switch {
	case count == 0 || !upper && (count == 1 || more > i):
		return s.at
	case count > 1 && more == i+1: // "U.S.A"
		return more
	}
	return i
}

// moneyCode returns where a code such as "Rs" or "QR" ends that is glued to
// its sum ("Rs500", "QR6,120"), or 0. The sum needs two digits, so that "R2"
// and "A4" stay whole.
func (s *splitter) moneyCode(end int) int {
	i := s.at
	for i < end && !isDigit(rune(s.text[i])) {
		i++
	}
	if i == end || !gluedCodes[s.text[s.at:i]] {
		return 0
	}
	digits := i
	for digits < end && isDigit(rune(s.text[digits])) {
		digits++
	}
	fraction := digits+1 < len(s.text) && (s.text[digits] == '.' || s.text[digits] == ',') && isDigit(rune(s.text[digits+1]))
	if digits-i < 2 && !fraction && digits == end {
		return 0
	}
	return i
}

// possessive returns the length of a possessive "'s" at the current place.
func (s *splitter) possessive() int { return s.possessiveAt(s.at) }

func (s *splitter) possessiveAt(i int) int {
	if i == 0 {
		return 0
	}
	if before, _ := utf8.DecodeLastRuneInString(s.text[:i]); !unicode.IsLetter(before) && !isDigit(before) && before != '.' {
		return 0
	}
	_, n := utf8.DecodeRuneInString(s.text[i:])
	if i+n >= len(s.text) || s.text[i+n]|0x20 != 's' {
		return 0
	}
	if s.letters(i+n) != i+n+1 {
		return 0
	}
	return n + 1
}
