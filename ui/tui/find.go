package tui

import (
	"context"
	"sort"
	"unicode"
	"unicode/utf8"

	"lectern/reader/doc"
)

// match is a place found by a search: bytes [start, end) of a block's text.
type match struct{ block, start, end int }

// pattern is what a search looks for. Case matters only if the query holds a
// capital letter. Blanks of every kind are alike, and so are the straight and
// the typographic forms of quotes and hyphens, since few keyboards have both.
type pattern struct {
	runes  []rune
	exact  bool                // case matters
	begins [utf8.RuneSelf]bool // the ASCII characters a match can begin with
}

func newPattern(query string) pattern {
	p := pattern{}
	for _, r := range query {
		p.exact = p.exact || unicode.IsUpper(r) || unicode.IsTitle(r)
	}
	for _, r := range query {
		p.runes = append(p.runes, p.fold(r))
	}
	for r := range p.begins {
		p.begins[r] = len(p.runes) > 0 && p.fold(rune(r)) == p.runes[0]
	}
	return p
}

// fold returns the character that stands for all those a search takes for r.
func (p pattern) fold(r rune) rune {
	if r < utf8.RuneSelf {
		switch {
		case r == '\n' || r == '\t':
			return ' '
		case !p.exact && r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		}
		return r
	}
	switch r {
	case '\u2018', '\u2019', '\u02bc':
		return '\''
	case '\u201c', '\u201d':
		return '"'
	case '\u2010', '\u2011':
		return '-'
	}
	if unicode.IsSpace(r) {
		return ' '
	}
	if p.exact {
		return r
	}
	// By way of the capital, so that the forms of one letter (ς and σ) meet.
	return unicode.ToLower(unicode.ToUpper(r))
}

// in appends the matches in the text of a block, which do not overlap.
func (p pattern) in(text string, block int, found []match) []match {
	if len(p.runes) == 0 {
		return found
	}
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf && !p.begins[c] {
			i++
			continue
		}
		if end := p.at(text, i); end > 0 {
			found = append(found, match{block, i, end})
			i = end
			continue
		}
		_, n := utf8.DecodeRuneInString(text[i:])
		i += n
	}
	return found
}

// at returns where the match that starts at byte i of the text ends, 0 if none
// does.
func (p pattern) at(text string, i int) int {
	for _, want := range p.runes {
		if i >= len(text) {
			return 0
		}
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:])
		}
		if p.fold(r) != want {
			return 0
		}
		i += n
	}
	if r, _ := utf8.DecodeRuneInString(text[i:]); unicode.Is(unicode.Mn, r) {
		return 0 // the last letter carries an accent that was not asked for
	}
	return i
}

// find returns the matches in the shown blocks of the document, in order, or
// nil when the context ends first.
func find(ctx context.Context, d *doc.Document, query string, ghost bool) []match {
	p := newPattern(query)
	var found []match
	for i := range d.Blocks {
		if ctx.Err() != nil {
			return nil
		}
		if b := &d.Blocks[i]; ghost || b.Verdict.Kept {
			found = p.in(b.Text, i, found)
		}
	}
	return found
}

// matchesIn returns the matches in the block.
func matchesIn(found []match, block int) []match {
	from := sort.Search(len(found), func(i int) bool { return found[i].block >= block })
	to := from + sort.Search(len(found)-from, func(i int) bool { return found[from+i].block > block })
	return found[from:to]
}
