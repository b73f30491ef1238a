// Package pattern finds what has a form rather than a name: dates, sums of
// money, percentages and measures. The forms are the same everywhere, the
// words come from a lexicon for each language: English, German, French,
// Spanish, Italian, Portuguese, Dutch, Swedish, Danish, Norwegian, Polish,
// Czech, Finnish, Turkish and Russian. Chinese, Japanese and Korean dates need
// no words.
//
// A date is a place in the calendar: a day, a month, a year, a weekday, a
// season or a holiday. What is counted from now ("today", "two weeks ago",
// "next week") is none. A span of time ("three months") is a quantity.
package pattern

import (
	"lectern/reader/doc"
	"lectern/reader/entity/token"
)

// Match is a date, a sum, a percentage or a quantity at bytes [Start, End).
type Match struct {
	Start, End int
	Kind       doc.EntityKind
	// Weak says that the match is a bare year, month, weekday or holiday, which
	// can be part of a name: "Expo 2020".
	Weak bool
}

// Finder finds patterns. It is safe for use by several goroutines.
type Finder struct{ lexicons lexicons }

// Find returns the matches in text, in order and without overlap. language is
// a code such as "en" or "pt-BR"; for one that is not known the English words
// are used. tokens are those of token.Split.
func (f *Finder) Find(language, text string, tokens []token.Token) []Match {
	s := newScan(f.lexicons.of(language), text, tokens)
	var found []Match
	for i := 0; i < len(tokens); {
		m, next := s.match(i)
		if next <= i {
			i++
			continue
		}
		found = append(found, m)
		i = next
	}
	return found
}

// match returns the longest match that begins at token i and the token after it.
func (s *scan) match(i int) (Match, int) {
	m, next := Match{}, i
	if s.tokens[i].Kind == token.Address {
		return m, next
	}
	start := i
	try := func(end int, kind doc.EntityKind, weak bool) {
		if end > next {
			m = Match{s.tokens[start].Start, s.tokens[end-1].End, kind, weak}
			next = end
		}
	}
	end, weak := s.date(i)
	try(end, doc.Date, weak)
	try(s.money(i), doc.Money, false)
	try(s.percent(i), doc.Percent, false)
	try(s.quantity(i), doc.Quantity, false)
	return m, next
}
