package name

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/reader/entity/gazetteer"
)

// A word is one token of a sentence with all that is asked of it more than once.
type word struct {
	text    string
	lower   gazetteer.Hash // of the word in lower case, digits folded
	exact   gazetteer.Hash
	shape   shape
	affixes [affixCount]gazetteer.Hash
	pattern gazetteer.Hash // of its capitals, small letters and digits
	known   gazetteer.Kinds
	phrase  uint16 // place in the longest known name it is part of, and that name's kinds
	cluster gazetteer.Clusters
	cased   casing
	full    gazetteer.Hash
	about   *about
	acronym gazetteer.Hash
}

// shape is how a word is written.
type shape uint8

const (
	lower    shape = iota
	initial        // "Kerry"
	upper          // "EU"
	mixed          // "McDonald", "iPhone"
	dotted         // "U.S.", "J."
	hyphened       // "Abdel-Rahman"
	single         // "A"
	number
	coded // "G20", "COVID-19"
	mark
	outside // before the first word, after the last
)

func shapeOf(s string) shape {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case unicode.IsDigit(r):
		return number
	case !unicode.IsLetter(r):
		return mark
	}
	uppers, lowers, digits, hyphens, dots := 0, 0, 0, 0, 0
	for _, c := range s {
		switch {
		case unicode.IsUpper(c):
			uppers++
		case unicode.IsLetter(c):
			lowers++
		case unicode.IsDigit(c):
			digits++
		case c == '-':
			hyphens++
		case c == '.':
			dots++
		}
	}
	switch {
	case uppers == 0:
		return lower
	case dots > 0 && lowers == 0:
		return dotted
	case digits > 0:
		return coded
	case n == len(s):
		return single
	case hyphens > 0:
		return hyphened
	case lowers == 0:
		return upper
	case unicode.IsUpper(r) && uppers == 1:
		return initial
	}
	return mixed
}

// capital reports whether words of the shape can begin a name.
func (s shape) capital() bool {
	return s == initial || s == upper || s == mixed || s == dotted || s == hyphened || s == single || s == coded
}

// openers are marks after which a capital may be that of a sentence.
const openers = `"“‘'«(:•-–—.?!`

// opener reports whether a capital after the mark may be that of a sentence.
func opener(w string) bool {
	return len(w) <= 3 && strings.Contains(openers, w)
}

// Shouts reports whether a sentence's capitals mean nothing: a headline in
// title case, a line in capitals.
func Shouts(words []string) bool {
	capitals, letters, uppers := 0, 0, 0
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsLetter(r) || len(w) < 4 && !unicode.IsUpper(r) {
			continue
		}
		letters++
		if unicode.IsUpper(r) {
			capitals++
			if len(w) > 3 && strings.ToUpper(w) == w {
				uppers++
			}
		}
	}
	switch {
	case letters < 3:
		return letters > 0 && uppers == letters
	case 2*uppers > letters:
		return true
	}
	last := words[len(words)-1]
	return letters >= 4 && 10*capitals >= 9*letters && last != "." && last != ","
}

// read fills in what the words of a sentence are.
func (m *Model) read(words []string, cased Casings) []word {
	ws := make([]word, len(words))
	for i, text := range words {
		w := &ws[i]
		w.text = text
		w.shape = shapeOf(text)
		w.exact = gazetteer.HashExact(text)
		w.cluster = m.names.Clusters(w.exact)
		if w.cluster.Fine == 0 && i == 0 && w.shape == initial {
			w.cluster = m.names.Clusters(gazetteer.HashExact(strings.ToLower(text)))
		}
		full := gazetteer.HashWord(text)
		w.lower = full
		w.full = full
		w.about = cased.words[full]
		if w.about != nil {
			w.cased = w.about.cased
		}
		if w.shape == number {
			w.lower = gazetteer.HashWord(foldDigits(text))
			continue
		}
		if w.shape == mark {
			continue
		}
		w.affixes = affixes(strings.ToLower(text), w.shape.capital())
		if w.shape.capital() {
			w.pattern = pattern(text)
			w.known = m.kinds(text, full)
			if w.shape == upper || w.shape == dotted {
				key := full
				if w.shape == dotted {
					key = gazetteer.HashWord(strings.ReplaceAll(text, ".", ""))
				}
				w.acronym = cased.acronyms[key]
			}
		}
	}
	m.phrases(ws)
	return ws
}

// kinds returns what a word is known to be, as it is or without its marks.
func (m *Model) kinds(text string, h gazetteer.Hash) gazetteer.Kinds {
	k := m.names.Kinds(h)
	if k == 0 && strings.ContainsFunc(text, func(r rune) bool { return r >= utf8.RuneSelf }) {
		return m.names.Kinds(gazetteer.HashWord(gazetteer.Plain(text)))
	}
	return k
}

func foldDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '0'
		}
		return r
	}, s)
}

// affixCount is how many affixes a word has: its first three runes, its last
// one to four, its first two and its first four.
const affixCount = 7

// affixes returns the hashes of a word's affixes; small words have no more than
// the first five.
func affixes(s string, capital bool) (a [affixCount]gazetteer.Hash) {
	const (
		shorter = 5
		longer  = 6
	)
	a[0] = prefix(s, 3)
	start := len(s)
	for i := 1; i < shorter; i++ {
		_, n := utf8.DecodeLastRuneInString(s[:start])
		start -= n
		a[i] = gazetteer.HashExact(s[start:])
	}
	if capital {
		a[shorter], a[longer] = prefix(s, 2), prefix(s, 4)
	}
	return a
}

// prefix returns the hash of the first n runes.
func prefix(s string, n int) gazetteer.Hash {
	end := 0
	for range n {
		_, size := utf8.DecodeRuneInString(s[end:])
		end += size
	}
	return gazetteer.HashExact(s[:end])
}

// pattern returns the hash of how a word is written, runs of more than two of a
// kind folded: "McDonald" is like "McKenzie".
func pattern(s string) gazetteer.Hash {
	var buf [12]byte
	b := buf[:0]
	for _, r := range s {
		c := byte('-')
		switch {
		case unicode.IsUpper(r):
			c = 'X'
		case unicode.IsLetter(r):
			c = 'x'
		case unicode.IsDigit(r):
			c = '0'
		case r == '.':
			c = '.'
		}
		if n := len(b); n == cap(b) || n >= 2 && b[n-1] == c && b[n-2] == c {
			continue
		}
		b = append(b, c)
	}
	return gazetteer.HashExact(string(b))
}

// maxPhrase is how many words a known name has at most.
const maxPhrase = 5

// phrases marks the longest known names of two words or more.
func (m *Model) phrases(ws []word) {
	for i := 0; i < len(ws); i++ {
		if !ws[i].shape.capital() {
			continue
		}
		h := gazetteer.HashWord(ws[i].text)
		best, kinds := 0, gazetteer.Kinds(0)
		for j := i + 1; j < len(ws) && j < i+maxPhrase; j++ {
			h = h.Then(ws[j].text)
			if k := m.names.Kinds(h); k != 0 && ws[j].shape != lower {
				best, kinds = j, k
			}
		}
		if best == 0 {
			continue
		}
		for j := i; j <= best; j++ {
			ws[j].phrase = uint16(kinds) | 1<<8
			if j > i {
				ws[j].phrase |= 1 << 9
			}
		}
		i = best
	}
}
