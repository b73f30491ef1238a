package entity

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/reader/doc"
	"lectern/reader/entity/gazetteer"
)

// cast is the names of a document: what each is taken for, by its spelling.
type cast struct {
	kinds    map[string]doc.EntityKind
	surnames map[string]bool           // last names of people named in full
	folded   map[string]bool           // the same in lower case
	initials map[string]doc.EntityKind // "EU" of the European Union
	first    map[string][]string       // spellings by their first word
}

// agree makes the names of the document agree with one another.
func (st *story) agree(known *gazetteer.Gazetteer) {
	st.forget()
	c := st.cast()
	for i := range st.sentences {
		s := &st.sentences[i]
		if s.shouts {
			s.mentions = slices.DeleteFunc(s.mentions, func(m mention) bool { return !s.proven(m, known) })
		}
		for k := range s.mentions {
			s.mentions[k].kind = c.kind(s.spelled(s.mentions[k]), s.mentions[k].kind)
		}
		st.recognise(s, c)
	}
}

// proven reports whether a name that stands where capitals mean nothing is
// known for what it is taken for: a country, or a first and a last name.
func (s *sentence) proven(m mention, known *gazetteer.Gazetteer) bool {
	switch m.kind {
	case doc.Person:
		first := known.Kinds(gazetteer.HashWord(s.words[m.from]))
		last := known.Kinds(gazetteer.HashWord(s.words[m.to-1]))
		return m.to-m.from > 1 && first&gazetteer.First != 0 && last&gazetteer.Last != 0
	case doc.Place:
		return known.Kinds(s.hash(m))&gazetteer.Country != 0
	default:
		return false
	}
}

// forget drops names of one word that stand only where a sentence begins and
// are common words elsewhere in the document.
func (st *story) forget() {
	for i := range st.sentences {
		s := &st.sentences[i]
		s.mentions = slices.DeleteFunc(s.mentions, func(m mention) bool {
			w := s.words[m.from]
			return m.from == 0 && m.to == 1 && st.cased.Lower(w) && !st.cased.Capital(w)
		})
	}
}

// cast collects the names of all sentences whose capitals mean something.
func (st *story) cast() *cast {
	votes := map[string]*[4]int{}
	var spellings []string
	for i := range st.sentences {
		s := &st.sentences[i]
		if s.shouts {
			continue
		}
		for _, m := range s.mentions {
			w := s.spelled(m)
			if votes[w] == nil {
				votes[w] = new([4]int)
				spellings = append(spellings, w)
			}
			votes[w][m.kind]++
		}
	}
	c := &cast{
		kinds: map[string]doc.EntityKind{}, surnames: map[string]bool{}, folded: map[string]bool{},
		initials: map[string]doc.EntityKind{}, first: map[string][]string{},
	}
	for _, w := range spellings {
		c.add(w, votes[w])
	}
	return c
}

func (c *cast) add(w string, votes *[4]int) {
	kind := doc.Person
	for k, n := range votes {
		if n > votes[kind] {
			kind = doc.EntityKind(k)
		}
	}
	c.kinds[w] = kind
	words := strings.Fields(w)
	if key := fold(words[0]); len(c.first[key]) < maxAlike {
		c.first[key] = append(c.first[key], w)
	}
	if len(words) < 2 {
		return
	}
	if kind == doc.Person {
		if last := words[len(words)-1]; utf8.RuneCountInString(last) > 2 && !strings.HasSuffix(last, ".") {
			c.surnames[last], c.folded[fold(last)] = true, true
		}
		return
	}
	if a := acronym(words); utf8.RuneCountInString(a) > 1 {
		if _, known := c.initials[a]; !known {
			c.initials[a] = kind
		}
	}
}

// maxAlike is how many names with the same first word are known again at most.
const maxAlike = 100

// acronym returns the capitals that begin a name's words.
func acronym(words []string) string {
	var b strings.Builder
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// kind returns what a name is taken for in the whole document.
func (c *cast) kind(w string, own doc.EntityKind) doc.EntityKind {
	if c.surnames[w] && own != doc.Place {
		return doc.Person
	}
	if k, ok := c.initials[strings.ReplaceAll(w, ".", "")]; ok && strings.ToUpper(w) == w {
		return k
	}
	if k, ok := c.kinds[w]; ok {
		return k
	}
	return own
}

// recognise marks names of the cast that the model did not see in a sentence.
// Where capitals mean nothing, case is ignored.
func (st *story) recognise(s *sentence, c *cast) {
	for i := 0; i < len(s.words); i++ {
		if !s.free(i, i+1) || !s.shouts && !capital(s.words[i]) {
			continue
		}
		to, kind := c.match(s, i)
		if to == i+1 && st.cased.Lower(s.words[i]) && (s.shouts || i == 0) {
			continue
		}
		if to > i && s.free(i, to) {
			s.mentions = append(s.mentions, mention{i, to, kind})
			i = to - 1
		}
	}
}

// match returns the end and kind of the longest name of the cast at word i.
func (c *cast) match(s *sentence, i int) (int, doc.EntityKind) {
	end, kind := i, doc.Other
	for _, w := range c.first[fold(s.words[i])] {
		words := strings.Fields(w)
		to := i + len(words)
		if to <= end || to > len(s.words) {
			continue
		}
		same := func(a, b string) bool { return a == b || s.shouts && fold(a) == fold(b) }
		if slices.EqualFunc(words, s.words[i:to], same) {
			end, kind = to, c.kinds[w]
		}
	}
	if end > i {
		return end, kind
	}
	if c.surnames[s.words[i]] || s.shouts && c.folded[fold(s.words[i])] {
		return i + 1, doc.Person
	}
	if k, ok := c.initials[strings.ReplaceAll(s.words[i], ".", "")]; ok {
		return i + 1, k
	}
	return i, kind
}

func fold(w string) string { return strings.ToLower(w) }

func capital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}
