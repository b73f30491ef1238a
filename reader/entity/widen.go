package entity

import (
	"slices"

	"lectern/reader/doc"
)

// mounts begin the name of a place; realms do, with "of".
var (
	mounts = words("mt mount lake fort cape lough loch sub-saharan")
	realms = words("port province governorate gulf strait bay isle emirate state republic")
)

// widen takes in the parts of a name that the model left out: "Mount" before a
// place, "bin Zayed" after a person, the rest of a ministry's fields.
func (s *sentence) widen() {
	for k := range s.mentions {
		m := &s.mentions[k]
		for m.to+1 < len(s.words) && hinges[s.words[m.to]] && capital(s.words[m.to+1]) {
			m.to += 2
		}
		switch m.kind {
		case doc.Place:
			s.widenPlace(m)
		case doc.Person:
			s.widenPerson(m)
		case doc.Organization:
			s.widenMinistry(m)
		default:
		}
	}
	s.unnest()
}

// hinges stand within Spanish, Portuguese, French and Italian names.
var hinges = words("de del do da dos das di du della sin")

func (s *sentence) widenPlace(m *mention) {
	switch {
	case m.from == 0:
	case mounts[title(s.words[m.from-1])] && (capital(s.words[m.from-1]) || s.words[m.from-1] == "sub-Saharan"):
		m.from--
	case m.from > 1 && s.words[m.from-1] == "of" && realms[fold(s.words[m.from-2])] && capital(s.words[m.from-2]):
		m.from -= 2
	}
}

// links are the small words within a person's name that are no words of English.
var links = words("dos das da di van von der den ter ten du della bin ibn ul")

func (s *sentence) widenPerson(m *mention) {
	if m.from > 0 && links[s.words[m.from-1]] {
		m.from--
	}
	for m.to+1 < len(s.words) && (s.words[m.to] == "bin" || s.words[m.to] == "ibn") && capital(s.words[m.to+1]) {
		m.to += 2
	}
}

// widenMinistry takes in the fields a ministry has besides its first: "Ministry
// of Gender, Labour and Social Development".
func (s *sentence) widenMinistry(m *mention) {
	switch fold(s.words[m.from]) {
	case "ministry", "department", "secretariat":
	default:
		return
	}
	if m.from+1 >= len(s.words) || s.words[m.from+1] != "of" && s.words[m.from+1] != "for" {
		return
	}
	at, last := m.to, false
	for at+1 < len(s.words) && !last {
		switch s.words[at] {
		case ",":
		case "and", "&":
			last = true
		default:
			return
		}
		end := s.run(at + 1)
		if end == at+1 {
			return
		}
		at = end
	}
	if last {
		m.to = at
	}
}

// unnest takes away the mentions that lie within another, which has grown.
func (s *sentence) unnest() {
	slices.SortStableFunc(s.mentions, func(a, b mention) int {
		if a.from != b.from {
			return a.from - b.from
		}
		return b.to - a.to
	})
	out := s.mentions[:0]
	for _, m := range s.mentions {
		if n := len(out) - 1; n >= 0 && m.from < out[n].to {
			continue
		}
		out = append(out, m)
	}
	s.mentions = out
}
