package layout

import (
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// piece is a stretch of text that is not broken: bytes [start, text), followed
// by the spaces [text, end), which vanish when the line is broken behind them.
type piece struct {
	start, text, end int
	width, space     int // cells of the text and of the spaces
}

// breaker cuts a text into pieces. Most text is words of plain letters between
// spaces, which a few comparisons settle; the stretches between such words go
// through the full rules.
type breaker struct {
	piece // the current one

	s     string
	m     measure
	limit int // end of the stretch that is under the full rules
	asked int // how far into the stretch the full rules have been asked
	state int // of the full rules
}

// next goes on to the next piece, and reports whether there is one.
func (b *breaker) next() bool {
	at := b.end
	if at == len(b.s) {
		return false
	}
	b.piece = piece{start: at, text: at, end: at}
	if at >= b.limit {
		if b.quick() || b.plain() {
			return true
		}
		b.limit, b.asked, b.state = b.stretch(), at, -1
	}
	b.full()
	return true
}

// quick takes the commonest of pieces, ASCII letters and one space between
// them and the next word.
func (b *breaker) quick() bool {
	s := b.s
	i := skipLetters(s, b.start)
	if i == b.start || i+1 >= len(s) || s[i] != ' ' || !isAlnum(s[i+1]) {
		return false
	}
	b.text, b.end, b.width, b.space = i, i+1, i-b.start, 1
	return true
}

// stretch returns where the stretch that starts at b.start ends: at the next place
// where a line may be broken for certain, whatever stands around it. That is
// between two ideographs, or behind a plain character and spaces.
func (b *breaker) stretch() int {
	s := b.s
	_, n := utf8.DecodeRuneInString(s[b.start:])
	for i := b.start + n; i < len(s); i++ {
		switch c := s[i]; {
		case c == ' ' && s[i-1] != ' ':
			j := skipSpaces(s, i)
			if j < len(s) && endsPlainly(s[:i]) && begins(s, j, s[i-1]) {
				return j
			}
			i = j - 1
		case c >= 0xe3 && s[i-1] >= utf8.RuneSelf && isIdeographAt(s, i):
			if r, _ := utf8.DecodeLastRuneInString(s[:i]); isIdeograph(r) {
				return i
			}
		}
	}
	return len(s)
}

func isIdeographAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return isIdeograph(r)
}

// endsPlainly reports whether s ends in a character that does not open.
func endsPlainly(s string) bool {
	if c := s[len(s)-1]; c < utf8.RuneSelf {
		return c != '(' && c != '[' && c != '{'
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return r == '’' || r == '”' || isPlainLetter(r) || isIdeograph(r) || trails(r)
}

// full takes the next piece by the rules of UAX #14, kept out of grapheme
// clusters, with the exceptions of glued.
func (b *breaker) full() {
	b.piece = piece{start: b.start, text: b.start, end: b.start}
	for {
		segment, _, _, state := uniseg.FirstLineSegmentInString(b.s[b.asked:b.limit], b.state)
		b.asked += len(segment)
		b.state = state
		for b.end < b.asked {
			b.add()
		}
		if b.asked >= b.limit || b.end == b.asked && !b.glued() {
			return
		}
	}
}

// add puts the next cluster into the piece.
func (b *breaker) add() {
	n, w := b.m.cluster(b.s[b.end:])
	c := b.s[b.end : b.end+n]
	b.end += n
	if c == " " || c == "\u3000" {
		b.space += w
		return
	}
	b.width += b.space + w
	b.space = 0
	b.text = b.end
}

// glued reports whether the piece is kept together with what follows although
// the rules let them part: a guillemet set off by a space stays with its
// quotation, a dash between words with the word before it, a hyphen that begins
// a word with the word (LB 20a of Unicode 16), and a space always stands behind
// a word (LB 7, which uniseg forgets after an emoji with a skin tone).
func (b *breaker) glued() bool {
	text, rest := b.s[b.start:b.text], b.s[b.end:]
	switch {
	case rest[0] == ' ':
		return true
	case text == "«", text == "(«":
		return b.space > 0
	case text == "-", text == "\u2010":
		return b.space == 0
	case b.space == 0:
		return strings.HasPrefix(rest, "—")
	}
	after, ok := strings.CutPrefix(rest, "»")
	return ok && (after == "" || strings.IndexByte(" .,;:!?)", after[0]) >= 0)
}
