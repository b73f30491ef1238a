package entity

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/reader/doc"
	"lectern/reader/entity/gazetteer"
)

// agree makes the names of the document agree with one another: what is the
// same is of one kind and has one name.
func (st *story) agree(known *gazetteer.Gazetteer) {
	st.forget()
	st.unexplain()
	c := st.cast(known)
	for i := range st.sentences {
		s := &st.sentences[i]
		if s.shouts {
			s.mentions = slices.DeleteFunc(s.mentions, func(m mention) bool { return !m.formal && !s.proven(m, known) })
		}
		for k := range s.mentions {
			m := &s.mentions[k]
			m.kind = c.kind(s.words[m.from:m.to], m.kind, known)
		}
		st.recognise(s, c)
		slices.SortFunc(s.mentions, func(a, b mention) int { return a.from - b.from })
	}
	st.christen(c)
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
// are common words elsewhere in the document, and cuts such a word off longer
// names.
func (st *story) forget() {
	for i := range st.sentences {
		s := &st.sentences[i]
		for k := range s.mentions {
			m := &s.mentions[k]
			if w := s.words[m.from]; m.from == 0 && m.to > 1 && !m.formal && !s.shouts && st.cased.Lower(w) && !st.cased.Capital(w) &&
				capital(s.words[1]) {
				m.from++
			}
		}
		s.mentions = slices.DeleteFunc(s.mentions, func(m mention) bool {
			w := s.words[m.from]
			return m.from == 0 && m.to == 1 && st.cased.Lower(w) && !st.cased.Capital(w)
		})
	}
}

// kind returns what a name is taken for in the whole document.
func (c *cast) kind(words []string, own doc.EntityKind, known *gazetteer.Gazetteer) doc.EntityKind {
	if k := plainKey(words[0]); len(words) == 1 && (c.tails[k] != nil || c.parts[k] != nil) && c.short[k] == nil &&
		(own != doc.Place || known.Kinds(gazetteer.HashWord(words[0]))&elsewhere == 0) {
		return doc.Person
	}
	if a := c.aliases[strings.Join(words, " ")]; a != nil {
		return a.root().kind()
	}
	if a := c.byKey[keyOf(words)]; a != nil {
		return a.root().kind()
	}
	return own
}

// recognise marks names of the cast that the model did not see in a sentence.
// Where capitals mean nothing, case is ignored.
func (st *story) recognise(s *sentence, c *cast) {
	for i := 0; i < len(s.words); i++ {
		if !s.free(i, i+1) || !s.shouts && !capital(s.words[i]) && !articled(s.words[i]) {
			continue
		}
		to, kind := c.match(s, i)
		if to == i+1 && st.cased.Lower(s.words[i]) && (s.shouts || i == 0) {
			continue
		}
		if to == i {
			to, kind = c.called(s, i)
		}
		if to > i && s.free(i, to) {
			s.mentions = append(s.mentions, mention{from: i, to: to, kind: kind, found: true})
			i = to - 1
		}
	}
}

// match returns the end and kind of the longest name of the cast at word i.
func (c *cast) match(s *sentence, i int) (int, doc.EntityKind) {
	end, kind := i, doc.Other
	for _, a := range c.first[fold(s.words[i])] {
		to := i + len(a.words)
		if to <= end || to > len(s.words) {
			continue
		}
		same := func(a, b string) bool { return a == b || s.shouts && fold(a) == fold(b) }
		if slices.EqualFunc(a.words, s.words[i:to], same) {
			end, kind = to, a.root().kind()
		}
	}
	if end > i {
		return end, kind
	}
	for to := min(i+maxTail, len(s.words)); to > i+1; to-- {
		if c.tails[keyOf(s.words[i:to])] != nil && capital(s.words[to-1]) {
			return to, doc.Person
		}
	}
	w := s.words[i]
	if c.tails[plainKey(w)] != nil && (s.shouts || w != strings.ToUpper(w)) {
		return i + 1, doc.Person
	}
	if a := c.initials[plainKey(w)]; a != nil && abbreviates(w) {
		return i + 1, a.root().kind()
	}
	if a := c.short[plainKey(w)]; a != nil && !s.shouts {
		return i + 1, doc.Organization
	}
	return i, kind
}

// called recognises an organisation called for short: "the Commission".
func (c *cast) called(s *sentence, i int) (int, doc.EntityKind) {
	if s.shouts || i == 0 || fold(s.words[i-1]) != "the" || c.heads[fold(s.words[i])] == nil {
		return i, doc.Other
	}
	if i+1 < len(s.words) && (capital(s.words[i+1]) || fold(s.words[i+1]) == "of" || fold(s.words[i+1]) == "for") {
		return i, doc.Other
	}
	return i + 1, doc.Organization
}

// maxTail is how many words a last name has at most.
const maxTail = 4

// articled reports whether a word is a name that begins with an Arabic
// article: "al-Najjar".
func articled(w string) bool {
	head, tail, ok := strings.Cut(w, "-")
	return ok && len(head) == 2 && (head[1] == 'l' || head == "as" || head == "ad") && capital(tail)
}

func fold(w string) string { return strings.ToLower(w) }

func capital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}
