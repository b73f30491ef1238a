package classify

import (
	"embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/reader/doc"
)

// The phrase tables: a file per reason, a line per language, phrases between
// bars. Marks before a phrase: "=" it must be the whole block (digits and
// punctuation aside), "^" it must start the block, "!" it says that there is
// more to read for those who pay, "+" it names an offer without making it, "~"
// it is a topic word that proves nothing alone; "*" at the end allows any
// ending.
//
//go:embed words/*.txt
var wordFiles embed.FS

// period is the table of billing periods: not a reason, but kept like one.
const period = doc.Unclear

// tables names the file of each reason.
var tables = [...]struct {
	reason doc.Reason
	file   string
}{
	{doc.Subscription, "subscription"}, {doc.Account, "account"}, {doc.Newsletter, "newsletter"},
	{doc.Consent, "consent"}, {doc.Advertising, "advertising"}, {doc.Navigation, "navigation"},
	{doc.Related, "related"}, {doc.Social, "social"}, {doc.Comments, "comments"},
	{doc.AuthorBox, "author"}, {doc.Player, "player"}, {doc.Metadata, "metadata"},
	{doc.Legal, "legal"}, {period, "period"},
}

// strength is how much a phrase proves.
type strength uint8

const (
	none   strength = iota
	weak            // a word of the topic
	fair            // a phrase that describes an offer, as stories do too
	strong          // a phrase that prompts or labels
	whole           // a phrase that is all the block says
)

// Where a phrase must stand.
const (
	anywhere = iota
	atStart
	allOf
)

type phrase struct {
	text     string
	group    uint8 // the reason, or the container category
	strength strength
	place    uint8
	open     bool  // any ending will do
	wall     bool  // says that there is more to read for those who pay
	next     int32 // index of the next phrase with the same first bytes, -1 for none
}

// lexicon finds phrases in lower-case text by the hash of their first three
// bytes.
type lexicon struct {
	phrases []phrase
	heads   [1 << hashBits]int32 // index+1 of the first phrase, 0 for none
}

const hashBits = 13

func hash3(a, b, c byte) uint32 {
	return (uint32(a) | uint32(b)<<8 | uint32(c)<<16) * 2654435761 >> (32 - hashBits)
}

// newLexicon reads the embedded tables.
func newLexicon() *lexicon {
	l := &lexicon{phrases: make([]phrase, 0, 6000)}
	for _, t := range tables {
		for _, list := range embedded("words/" + t.file + ".txt") {
			for p := range strings.SplitSeq(list[1], " | ") {
				l.add(uint8(t.reason), p)
			}
		}
	}
	return l
}

// embedded returns the lines "key: value" of an embedded table.
func embedded(name string) [][2]string {
	b, err := wordFiles.ReadFile(name)
	if err != nil {
		panic(err) // embedded at build time: cannot be missing
	}
	var lines [][2]string
	for line := range strings.Lines(string(b)) {
		if key, list, ok := strings.Cut(line, ": "); ok && line[0] != '#' {
			lines = append(lines, [2]string{key, strings.TrimSpace(list)})
		}
	}
	return lines
}

// add adds one phrase with its marks.
func (l *lexicon) add(group uint8, text string) {
	p := phrase{group: group, strength: strong}
	switch text[0] {
	case '=':
		p.place, p.strength, text = allOf, whole, text[1:]
	case '^':
		p.place, text = atStart, text[1:]
	case '!':
		p.wall, text = true, text[1:]
	case '+':
		p.strength, text = fair, text[1:]
	case '~':
		p.strength, text = weak, text[1:]
	}
	p.text, p.open = strings.CutSuffix(text, "*")
	last, _ := utf8.DecodeLastRuneInString(p.text)
	p.open = p.open || unspaced(last) || !isWord(last)
	if len(p.text) < 3 && p.place != allOf {
		p.place = anywhere
	}
	h := hash3(at(p.text, 0), at(p.text, 1), at(p.text, 2))
	p.next = l.heads[h] - 1
	l.phrases = append(l.phrases, p)
	l.heads[h] = int32(len(l.phrases)) //nolint:gosec // a few thousand phrases
}

func at(s string, i int) byte {
	if i < len(s) {
		return s[i]
	}
	return ' '
}

// match calls found for every phrase that starts at byte i of low, which must
// be the start of a word. low ends with two spaces of padding.
func (l *lexicon) match(low []byte, i int, found func(p *phrase, end int)) {
	for n := l.heads[hash3(low[i], low[i+1], low[i+2])] - 1; n >= 0; n = l.phrases[n].next {
		p := &l.phrases[n]
		end := i + len(p.text)
		if end > len(low) || string(low[i:end]) != p.text {
			continue
		}
		if !p.open && end < len(low) {
			if r, _ := utf8.DecodeRune(low[end:]); isWord(r) {
				continue
			}
		}
		found(p, end)
	}
}

// isWord reports whether r is part of a word.
func isWord(r rune) bool {
	if r < 0x80 {
		return r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z'
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)
}

// unspaced reports whether r belongs to a script that writes no spaces between
// words, or glues endings to them.
func unspaced(r rune) bool {
	switch {
	case r < 0x0e00:
		return false
	case r <= 0x0eff, r >= 0x1780 && r <= 0x17ff: // Thai, Lao, Khmer
		return true
	}
	return r >= 0x3040 && r <= 0x9fff || r >= 0xac00 && r <= 0xd7af || r >= 0xf900 && r <= 0xfaff
}
