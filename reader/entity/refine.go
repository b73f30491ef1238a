package entity

import (
	"slices"
	"strings"

	"lectern/reader/doc"
	"lectern/reader/entity/gazetteer"
)

// titles stand before a person's name and are no part of it.
var titles = words(`mr mrs ms miss mx dr prof professor president vice-president minister ministers premier gen general
	col colonel lt lieutenant capt captain maj major sgt sergeant sen senator rep representative gov governor judge judges
	justice king queen prince princess sheikh shaikh sheikha sultan emir emperor empress tsar pope bishop archbishop
	cardinal father sister brother rabbi chancellor secretary ambassador mayor chairman chairwoman chair ceo legislator
	congressman congresswoman councillor sir lord lady dame rev reverend inspector detective officer constable
	commissioner coach adm admiral brigadier marshal commander deputy foreign prime speaker sheriff attorney shri smt
	señor señora monsieur madame herr frau director brig mla mp mps dgp lg pm crown highnesses royal their dean legislator judges imam ayatollah majesty highness excellency
	his her ruler`)

// honorifics are the titles that only people have and that need no other proof.
var honorifics = words("mr mrs ms miss mx dr prof professor sir dame sen rep gen col lt capt sgt monsieur madame señor señora")

// organisations are last words of an organisation's name, places those of a place's.
var (
	organisations = words(`inc corp corporation co company ltd limited llc llp plc gmbh ag bv nv sa spa university college
		institute ministry department party association federation foundation committee commission council agency authority
		union bank bureau board club society alliance coalition congress senate parliament army navy airlines airways
		motors pharmaceuticals newspaper news times herald gazette tribune holdings group technologies industries`)
	works = words(`festival cup championship championships prize award awards act treaty pact charter accord accords agreement
		constitution olympics war month championships oscars declaration bill marathon derby`)
	places = words(`street avenue boulevard road square river lake mountain mountains valley island islands bay peninsula
		desert airport harbour harbor strait sea ocean province district county region gulf coast beach forest glacier
		village canyon hills`)
)

// callings stand right before the name of an organisation: "the newspaper
// Clarín", "shares of Fiat".
var callings = words(`newspaper daily weekly brokerage bank company firm airline distributor lobby charity agency operator union
	carrier retailer supplier maker manufacturer carmaker publisher broadcaster network watchdog regulator consultancy insurer
	lender startup conglomerate subsidiary ngo automaker chipmaker brewer utility bookmaker pollster supermarket`)

func words(s string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		m[w] = true
	}
	return m
}

// refine puts right what the form of a name says more surely than the model:
// titles before it, its last word, the people of a country.
func (s *sentence) refine(known *gazetteer.Gazetteer) {
	for k := range s.mentions {
		m := &s.mentions[k]
		s.undash(m)
		s.untitle(m)
		s.unpost(m)
		s.undate(m)
		if m.to-m.from > 1 && (s.words[m.from] == "the" || s.words[m.from] == "The" && s.common(m.from+1, m.to)) {
			m.from++
		}
		m.kind = byForm(s, *m, known)
	}
	s.mentions = slices.DeleteFunc(s.mentions, s.entitled)
	s.widen()
	s.honour()
	s.bracketed()
	s.partners()
}

// partners makes one name of two that are joined by "&", and gives an
// organisation the first part of its name: "Anti-Corruption Commission".
func (s *sentence) partners() {
	slices.SortFunc(s.mentions, func(a, b mention) int { return a.from - b.from })
	out := s.mentions[:0]
	for _, m := range s.mentions {
		n := len(out) - 1
		switch {
		case n >= 0 && m.from < out[n].to:
			continue
		case n >= 0 && out[n].to+1 == m.from && s.words[out[n].to] == "&":
			out[n].to, out[n].kind = m.to, doc.Organization
			continue
		case m.kind == doc.Organization && m.from > 2 && s.words[m.from-1] == "-" && s.words[m.from-2] == "Anti":
			m.from -= 2
			if n >= 0 && out[n].to > m.from {
				out = out[:n]
			}
		}
		out = append(out, m)
	}
	s.mentions = out
	for k := range s.mentions {
		m := &s.mentions[k]
		if m.to+1 < len(s.words) && s.words[m.to] == "&" && capital(s.words[m.to+1]) && s.free(m.to, m.to+2) {
			m.to += 2
			m.kind = doc.Organization
		}
	}
}

// common reports whether a name of the words [from, to) is made of common words,
// so that an article before it is no part of it: "The Bank of Ghana", but not
// "The Hague" nor "The Guardian".
func (s *sentence) common(from, to int) bool {
	first, last := fold(s.words[from]), title(s.words[to-1])
	return heads[first] || heads[last] || organisations[last] || to-from > maxPaper
}

// maxPaper is how many words beside its article the name of a newspaper or a
// city has at most.
const maxPaper = 3

// entitled reports whether a mention is nothing but titles: "His Majesty".
func (s *sentence) entitled(m mention) bool {
	for _, w := range s.words[m.from:m.to] {
		if !titles[title(w)] {
			return false
		}
	}
	return m.kind == doc.Person || m.to-m.from > 1
}

// title returns a word as the lists of titles have it.
func title(w string) string { return strings.ToLower(strings.TrimSuffix(w, ".")) }

// undash ends a name before a dash, which parts sentences and not names.
func (s *sentence) undash(m *mention) {
	for i := m.from + 1; i < m.to; i++ {
		if w := s.words[i]; (w == "–" || w == "—" || w == "--") && s.tokens[i-1].End < s.tokens[i].Start {
			m.to = i
		}
	}
}

// holders are what someone is in the organisation or for the place before the
// word.
var holders = words("speaker legislator mp mla ruler spokesman spokeswoman spokesperson chairman chairwoman amir emir")

// chiefs head what is named after them: "Director General of Civil Defence".
var chiefs = words("director director-general general secretary secretary-general commissioner minister head chairman")

// unpost cuts off what someone is at the end of a name, or what a name is at
// its beginning: "National Assembly Speaker", "NGO Justicia".
func (s *sentence) unpost(m *mention) {
	at := m.from
	for at < m.to && chiefs[fold(s.words[at])] {
		at++
	}
	switch {
	case m.kind == doc.Person:
	case at > m.from && at+1 < m.to && (s.words[at] == "of" || s.words[at] == "for"):
		m.from = at + 1
	case m.to-m.from > 1 && s.words[m.from] == "NGO":
		m.from++
	}
	for m.kind != doc.Person && m.to-m.from > 1 && holders[fold(s.words[m.to-1])] {
		m.to--
	}
}

// untitle cuts leading titles off a person's name.
func (s *sentence) untitle(m *mention) {
	if m.kind != doc.Person && (m.to-m.from < 2 || !honorifics[title(s.words[m.from])]) {
		return
	}
	for m.to-m.from > 1 && titles[title(s.words[m.from])] {
		m.from++
	}
}

// days are the words for a day of the week, dayNames those that make a name
// with one: "Good Friday", "Super Tuesday", "Sheffield Wednesday".
var (
	days     = words("monday tuesday wednesday thursday friday saturday sunday")
	dayNames = words("black good bloody super ash holy palm easter cyber sheffield maundy giving whit shrove the of")
)

// undate cuts off a year before a name ("in 2021 Telefónica") and a weekday
// after it ("The Congress Monday said").
func (s *sentence) undate(m *mention) {
	if m.to-m.from < 2 {
		return
	}
	if m.from > 0 && len(s.words[m.from]) == 4 && strings.Trim(s.words[m.from], "0123456789") == "" {
		switch fold(s.words[m.from-1]) {
		case "in", "since", "until", "by":
			m.from++
		}
	}
	if last := m.to - 1; last > m.from && days[fold(s.words[last])] && !dayNames[fold(s.words[last-1])] {
		m.to--
	}
}

// byForm returns the kind that a name's own words and the word before it prove,
// or the kind it has.
func byForm(s *sentence, m mention, known *gazetteer.Gazetteer) doc.EntityKind {
	is := known.Kinds(s.hash(m))
	several := m.to-m.from > 1
	switch {
	case is&gazetteer.Demonym != 0 && is&gazetteer.Country == 0, !several && peoples(s.words[m.from], known):
		return doc.Other
	case several && is&gazetteer.Country != 0:
		return doc.Place
	case several && organisations[title(s.words[m.to-1])], s.company(m):
		return doc.Organization
	}
	if kind, ok := byLast(m, title(s.words[m.to-1])); several && ok {
		return kind
	}
	if m.from > 0 && honorifics[title(s.words[m.from-1])] && capital(s.words[m.from-1]) {
		return doc.Person
	}
	return m.kind
}

// company reports whether a name is one of a company, by its end ("Oy") or by
// what stands before it: "the brokerage", "shares of".
func (s *sentence) company(m mention) bool {
	if last := title(s.words[m.to-1]); m.to-m.from > 1 && legal[last] && last != "as" {
		return true
	}
	if m.from > 0 && callings[s.words[m.from-1]] {
		return true
	}
	before := m.from > 1 && (s.words[m.from-1] == "of" || s.words[m.from-1] == "in")
	return before && fold(s.words[m.from-2]) == "shares"
}

// byLast returns the kind that the last of a name's words proves.
func byLast(m mention, last string) (doc.EntityKind, bool) {
	switch {
	case works[last]:
		return doc.Other, true
	case m.kind == doc.Person && places[last]:
		return doc.Place, true
	}
	return m.kind, false
}

// peoples reports whether a word names several peoples: "Arab-Israeli".
func peoples(w string, known *gazetteer.Gazetteer) bool {
	if !strings.Contains(w, "-") {
		return false
	}
	for part := range strings.SplitSeq(w, "-") {
		if known.Kinds(gazetteer.HashWord(part))&gazetteer.Demonym == 0 {
			return false
		}
	}
	return true
}

// hash returns the gazetteer's hash of a name.
func (s *sentence) hash(m mention) gazetteer.Hash {
	return hashOf(s.words[m.from:m.to])
}

// honour marks the capitals after an honorific that the model left out.
func (s *sentence) honour() {
	for i := 0; i+1 < len(s.words); i++ {
		if !honorifics[title(s.words[i])] || !capital(s.words[i]) || !s.free(i, i+2) || s.shouts {
			continue
		}
		to := i + 1
		for to < len(s.words) && to < i+4 && capital(s.words[to]) && s.free(to, to+1) && !titles[title(s.words[to])] {
			to++
		}
		if to > i+1 {
			s.mentions = append(s.mentions, mention{from: i + 1, to: to, kind: doc.Person, sure: 1})
		}
	}
	slices.SortFunc(s.mentions, func(a, b mention) int { return a.from - b.from })
}

// bracketed gives the abbreviation in brackets after a name the name's kind:
// "Inland Fisheries Agency (IFA)".
func (s *sentence) bracketed() {
	for k := range s.mentions {
		m := s.mentions[k]
		if m.to-m.from < 2 || m.to+2 >= len(s.words) || s.words[m.to] != "(" || s.words[m.to+2] != ")" {
			continue
		}
		short := s.words[m.to+1]
		if !capital(short) || short[0] != s.words[m.from][0] {
			continue
		}
		at := slices.IndexFunc(s.mentions, func(o mention) bool { return o.from == m.to+1 })
		if at >= 0 {
			s.mentions[at].kind = m.kind
		} else {
			s.mentions = append(s.mentions, mention{from: m.to + 1, to: m.to + 2, kind: m.kind, sure: m.sure})
		}
	}
}
