package entity

import (
	"slices"

	"lectern/reader/doc"
	"lectern/reader/entity/gazetteer"
)

// credits are the words before "by" or a colon that say who wrote or took what.
var credits = words(`by story text words written writing reporting report additional photo photos photograph photographs picture
	pictures image images credit video illustration illustrations edited editing translated posted courtesy copyright ©
	graphic graphics interview interviews source`)

// maxCredit is how many tokens a line has at most that is all credit.
const maxCredit = 24

// posts end what stands in a person's place but is none: "Our Correspondent".
var posts = words("correspondent correspondents reporter reporters writer staff desk bureau agencies")

// credit marks the people, agencies and places of a byline or a picture credit:
// "By Jane Roe in Rome", "Photo: Jane Roe/AFP".
func (s *sentence) credit(known *gazetteer.Gazetteer) {
	for i, w := range s.words {
		if w == "/" {
			s.slashed(i)
		}
	}
	from := s.lead()
	if from == 0 || len(s.words) > maxCredit {
		return
	}
	before := "by"
	for i := from; i < len(s.words); {
		end := s.run(i)
		if end == i {
			before = fold(s.words[i])
			if credits[before] {
				before = "by"
			}
			i++
			continue
		}
		if m := (mention{from: i, to: end, formal: true}); !s.settled(i, end) && s.credited(&m, before, known) {
			s.replace([]mention{m})
		}
		before = ""
		i = end
	}
}

// settled reports whether what the words [from, to) are is known by a slash.
func (s *sentence) settled(from, to int) bool {
	return slices.ContainsFunc(s.mentions, func(m mention) bool { return m.formal && m.from < to && from < m.to })
}

// lead returns the index after the words that begin a credit, 0 if the
// sentence begins otherwise: "By Monday the rain had come" is none.
func (s *sentence) lead() int {
	i := 0
	for i < len(s.words) && (s.words[i] == "(" || credits[fold(s.words[i])]) {
		i++
	}
	if i == 0 || i == len(s.words) {
		return 0
	}
	w := fold(s.words[i-1])
	switch {
	case s.words[i] == ":", w == "©":
		return i
	case w == "by":
		end := s.run(i)
		if end < i+2 || end < len(s.words) && !joins(fold(s.words[end])) {
			return 0
		}
		return i
	}
	return 0
}

// joins reports whether a word can follow the person a byline names.
func joins(w string) bool {
	switch w {
	case ",", "|", "and", "&", "in", "for", "/", ";", "on", ")", "-", "–", "—", "of", "at", "via":
		return true
	}
	return false
}

// credited decides what the capitals of a credit are, by the word before them.
func (s *sentence) credited(m *mention, before string, known *gazetteer.Gazetteer) bool {
	for m.to-m.from > 1 && titles[title(s.words[m.from])] {
		m.from++
	}
	is := known.Kinds(s.hash(*m))
	several := m.to-m.from > 1
	switch {
	case s.agency(m.from, m.to):
		m.kind = doc.Organization
	case before == "in", before == "at", is&(gazetteer.Country|gazetteer.City) != 0 && !introduces(before):
		m.kind = doc.Place
	case before == "for", before == "via", before == "/":
		m.kind = doc.Organization
	case several && organisations[fold(s.words[m.to-1])]:
		m.kind = doc.Organization
	case several && introduces(before):
		m.kind = doc.Person
		return !posts[fold(s.words[m.to-1])] && !titles[fold(s.words[m.to-1])]
	default:
		return false
	}
	return true
}

// introduces reports whether a person follows the word in a credit.
func introduces(w string) bool {
	switch w {
	case "by", "and", "&", ":", "©":
		return true
	}
	return false
}

// slashed marks a person and an agency with a slash between: "Jane Roe/AFP".
func (s *sentence) slashed(at int) {
	right := s.run(at + 1)
	left := at
	for left > 0 && at-left < maxPlace && capital(s.words[left-1]) {
		left--
	}
	for to := right; to > at+1; to-- { // "Reuters", and not the words that follow it
		if s.agency(at+1, to) {
			s.slash(left, at, at+1, to)
			return
		}
	}
	for from := left; from < at; from++ {
		if s.agency(from, at) {
			s.slash(at+1, right, from, at)
			return
		}
	}
}

// slash marks the person, if there is one, and the agency.
func (s *sentence) slash(from, to, agency, end int) {
	if last := fold(s.words[end-1]); end-agency > 1 && last == "photo" && s.words[agency] != "UN" {
		end-- // "AP Photo"
	}
	found := []mention{{from: agency, to: end, kind: doc.Organization, formal: true}}
	for to-from > 1 && (credits[fold(s.words[from])] || titles[title(s.words[from])]) {
		from++
	}
	if to-from > 1 && !s.agency(from, to) {
		found = append(found, mention{from: from, to: to, kind: doc.Person, formal: true})
	} else if s.agency(from, to) {
		found = append(found, mention{from: from, to: to, kind: doc.Organization, formal: true})
	}
	s.replace(found)
}
