package entity

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/reader/doc"
)

// things are abbreviations and words with a capital that name nobody and
// nothing: what everyone has, or an office.
var things = words(`sms lng gdp ceo cfo cto vat tv id pin dna rna hiv aids faq atm gps lgbt lgbtq phd ngo ngos ppe led usb url
	suv suvs ev evs pdf pr hr ipo ipos covid covid-19 coronavirus wi-fi wifi kindergarten kingdom republic god lord
	chargé synod the`)

// offices come before what they are held for: "Minister of Foreign Affairs".
var offices = words("minister ministers secretary undersecretary minister-designate ex-minister")

// drop takes away what is written like a name and is none.
func (s *sentence) drop() {
	s.mentions = slices.DeleteFunc(s.mentions, func(m mention) bool {
		if m.formal {
			return false
		}
		if m.to-m.from == 1 && things[fold(s.words[m.from])] {
			return true
		}
		of := m.from > 1 && (s.words[m.from-1] == "of" || s.words[m.from-1] == "for")
		return of && m.kind == doc.Organization && offices[fold(s.words[m.from-2])]
	})
}

// explained returns the abbreviations that stand in brackets after the common
// words they are short for: "liquefied natural gas (LNG)".
func (st *story) explained() map[string]bool {
	common := map[string]bool{}
	for i := range st.sentences {
		s := &st.sentences[i]
		for k := 2; k+2 < len(s.words); k++ {
			if s.words[k] != "(" || s.words[k+2] != ")" || !abbreviates(s.words[k+1]) {
				continue
			}
			short := s.words[k+1]
			if n := utf8.RuneCountInString(short); n <= k && spells(s.words[k-n:k], short) {
				common[short] = true
			}
		}
	}
	return common
}

// spells reports whether words in lower case begin with the letters of an
// abbreviation.
func spells(words []string, short string) bool {
	i := 0
	for _, r := range short {
		first, _ := utf8.DecodeRuneInString(words[i])
		if !unicode.IsLower(first) || unicode.ToUpper(first) != unicode.ToUpper(r) {
			return false
		}
		i++
	}
	return true
}

// unexplain takes away the abbreviations of common words.
func (st *story) unexplain() {
	common := st.explained()
	if len(common) == 0 {
		return
	}
	for i := range st.sentences {
		s := &st.sentences[i]
		s.mentions = slices.DeleteFunc(s.mentions, func(m mention) bool {
			return m.to-m.from == 1 && common[strings.TrimSuffix(s.words[m.from], "s")]
		})
	}
}
