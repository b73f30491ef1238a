package classify

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"lectern/reader/classify/internal/linear"
	"lectern/reader/doc"
)

// toldWords is how many words of a block are named among the signs.
const toldWords = 3

// wording tells which words of block i speak for its being article or clutter:
// a phrase of the tables, or those that weigh most in the model.
func (pg *page) wording(i int, against bool) string {
	if said := pg.blocks[i].phrase(); said != "" && against {
		return "says “" + said + "”"
	}
	told := pg.telling(i, against)
	switch {
	case len(told) > 0:
		return "its words “" + strings.Join(told, "”, “") + "”"
	case against:
		return "worded like what surrounds articles"
	}
	return "worded like an article"
}

// phrase returns the strongest phrase of the tables in the block, "" without.
func (b *block) phrase() string {
	best, said := none, ""
	for r, s := range b.hits {
		if s > best && doc.Reason(r) != period {
			best, said = s, b.said[r]
		}
	}
	return said
}

// weighed is a word with what it weighs in the model of words.
type weighed struct {
	word string
	by   float32
}

// telling returns the words of block i that weigh most for or against it.
func (pg *page) telling(i int, against bool) []string {
	var t text
	pg.topics.scan(pg.d.Blocks[i].Text, &t)
	var side []weighed
	for _, w := range pg.topics.weighed(pg.head.own) {
		known := func(o weighed) bool { return o.word == w.word }
		if against == (w.by < 0) && utf8.RuneCountInString(w.word) > 1 && !slices.ContainsFunc(side, known) {
			side = append(side, w)
		}
	}
	slices.SortStableFunc(side, func(a, b weighed) int {
		if against {
			a, b = b, a
		}
		return cmp.Compare(b.by, a.by)
	})
	side = side[:min(len(side), toldWords)]
	out := make([]string, 0, len(side))
	for _, w := range side {
		out = append(out, w.word)
	}
	return out
}

// weighed returns the words of the block just scanned, each with what it weighs
// by itself, by its beginning and with the word before it.
func (sc *scanner) weighed(m *linear.Model) []weighed {
	starts := sc.start[:min(len(sc.start), ownWords)]
	out := make([]weighed, 0, len(starts))
	var last uint32
	for n, start := range starts {
		end := len(sc.low)
		if n+1 < len(sc.start) {
			end = sc.start[n+1]
		}
		word, head := sc.word(start, end)
		by := m.Weight(word)
		if head != word {
			by += m.Weight(mix(head, asBeginning))
		}
		if n > 0 {
			by += m.Weight(mix(mix(last, word), asPair))
		}
		last = word
		out = append(out, weighed{strings.TrimFunc(string(sc.low[start:end]), func(r rune) bool { return !isWord(r) }), by})
	}
	return out
}
