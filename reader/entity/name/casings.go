package name

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/reader/entity/gazetteer"
)

// casing is what the rest of the document says about how a word is written.
type casing uint8

const (
	seenLower   casing = 1 << iota // in lower case somewhere
	seenCapital                    // with a capital where no sentence begins
)

// about is what a document says of one word.
type about struct {
	cased    casing
	count    uint8
	contexts [maxContexts]context
	first    gazetteer.Hash // first word of the first longer name-like run that ends with the word
	last     gazetteer.Hash // last word of the first longer run that the word begins or stands in
}

// context is what stands around one mention of a word: the words beside it and
// those beside the whole run of capitals it is in.
type context struct{ before, after, runBefore, runAfter gazetteer.Hash }

const maxContexts = 4

// Casings collects what the sentences of a document say about its words: how
// they are written, what stands beside them, which initials they have.
type Casings struct {
	words    map[gazetteer.Hash]*about
	acronyms map[gazetteer.Hash]gazetteer.Hash // initials to the last word of the name
}

// Add takes note of a sentence's words. Sentences in which nearly all words
// have capitals say nothing and are left out.
func (c *Casings) Add(words []string) {
	if Shouts(words) {
		return
	}
	if c.words == nil {
		c.words, c.acronyms = map[gazetteer.Hash]*about{}, map[gazetteer.Hash]gazetteer.Hash{}
	}
	hashes := make([]gazetteer.Hash, len(words))
	capitals := make([]bool, len(words))
	for i, w := range words {
		hashes[i] = gazetteer.HashWord(w)
		r, _ := utf8.DecodeRuneInString(w)
		capitals[i] = unicode.IsUpper(r)
		switch {
		case unicode.IsLower(r):
			c.of(hashes[i]).cased |= seenLower
		case capitals[i] && i > 0 && !opener(words[i-1]):
			c.of(hashes[i]).cased |= seenCapital
		}
	}
	for i := 0; i < len(words); i++ {
		if !capitals[i] {
			continue
		}
		end := i
		for end+1 < len(words) && capitals[end+1] {
			end++
		}
		c.run(hashes, i, end)
		for k := i; k <= end; k++ {
			c.initials(words, hashes, capitals, k)
		}
		i = end
	}
}

func (c *Casings) of(h gazetteer.Hash) *about {
	a := c.words[h]
	if a == nil {
		a = &about{}
		c.words[h] = a
	}
	return a
}

func (c *Casings) run(hashes []gazetteer.Hash, from, to int) {
	at := func(i int) gazetteer.Hash {
		if i < 0 || i >= len(hashes) {
			return 0
		}
		return hashes[i]
	}
	for i := from; i <= to; i++ {
		a := c.of(hashes[i])
		if to > from {
			if i == to && a.first == 0 {
				a.first = hashes[from]
			}
			if i < to && a.last == 0 {
				a.last = hashes[to]
			}
		}
		k := context{at(i - 1), at(i + 1), at(from - 1), at(to + 1)}
		if int(a.count) == maxContexts {
			continue
		}
		if !slices.Contains(a.contexts[:a.count], k) {
			a.contexts[a.count] = k
			a.count++
		}
	}
}

// maxInitials is how many words a name has whose initials are noted.
const maxInitials = 7

// initials notes those of the words with capitals from index from on, over
// small words between them.
func (c *Casings) initials(words []string, hashes []gazetteer.Hash, capitals []bool, from int) {
	var letters strings.Builder
	n := 0
	for i := from; i < len(words) && n < maxInitials; i++ {
		switch {
		case capitals[i]:
			r, _ := utf8.DecodeRuneInString(words[i])
			letters.WriteRune(r)
			n++
		case !slices.Contains(joints, words[i]):
			return
		}
		if !capitals[i] || n < 2 {
			continue
		}
		h := gazetteer.HashWord(letters.String())
		if _, known := c.acronyms[h]; !known {
			c.acronyms[h] = hashes[i]
		}
	}
}

// joints are small words within names that initials leave out.
var joints = []string{"of", "for", "and", "the", "on", "in", "to", "de", "&"}

// Lower reports whether the document has the word in lower case.
func (c *Casings) Lower(w string) bool { return c.casing(gazetteer.HashWord(w))&seenLower != 0 }

// Capital reports whether the document has the word with a capital within a
// sentence.
func (c *Casings) Capital(w string) bool { return c.casing(gazetteer.HashWord(w))&seenCapital != 0 }

func (c *Casings) casing(h gazetteer.Hash) casing {
	if a := c.words[h]; a != nil {
		return a.cased
	}
	return 0
}
