package entity

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"lectern/reader/entity/gazetteer"
)

// unmarked are letters that are not a letter with a mark to Unicode, but are
// to those who leave marks out.
var unmarked = strings.NewReplacer("ø", "o", "ł", "l", "đ", "d", "ð", "d", "ı", "i", "ß", "ss", "æ", "ae", "œ", "oe", "þ", "th",
	".", "", "'", "", "’", "")

// plainKey returns what is the same in all spellings of a word: "erdogan" of
// "Erdoğan", "us" of "U.S.", "assad" of "al-Assad".
func plainKey(w string) string {
	if articled(w) || len(w) > 3 && articled(strings.ToLower(w[:3])+w[3:]) {
		w = w[len("al-"):]
	}
	w = strings.ToLower(w)
	if !strings.ContainsFunc(w, func(r rune) bool { return r >= utf8.RuneSelf || r == '.' || r == '\'' }) {
		return w
	}
	bare := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(w))
	if bare = unmarked.Replace(bare); bare == "" {
		return w
	}
	return bare
}

// keyOf returns the key of several words.
func keyOf(words []string) string {
	keys := make([]string, len(words))
	for i, w := range words {
		keys[i] = plainKey(w)
	}
	return strings.Join(keys, " ")
}

// Words that stand at the end of names and say nothing of who is meant.
var (
	generations = words("jr sr ii iii iv")
	legal       = words(`inc corp corporation co company ltd limited llc llp plc gmbh ag bv nv sa spa ab as oy oyj kg pty pte
		berhad bhd tbk pjsc sarl srl`)
)

// loose are words that follow the name proper of a company.
var loose = words(`holdings holding group motors motor airlines airways industries technologies bank shipping textiles mills
	pharmaceuticals energy media steel foods international partners capital systems electronics cocoa sons brothers & and`)

// heads are what an organisation is called for short: "the Commission".
var heads = words(`commission council committee ministry university court assembly party bank authority agency senate
	board department institute association federation office congress foundation league club parliament union`)

// stripped returns the words of a name without those of the list at its end.
func stripped(ws []string, list map[string]bool) []string {
	for len(ws) > 1 && (list[title(fold(ws[len(ws)-1]))] || ws[len(ws)-1] == "," || ws[len(ws)-1] == ".") {
		ws = ws[:len(ws)-1]
	}
	return ws
}

// head returns the word by which an organisation is called for short, "" if
// there is none: the first of "Bank of Ghana", the last of "European Commission".
func head(ws []string) string {
	first := 0
	if plainKey(ws[0]) == "the" {
		first = 1
	}
	if len(ws)-first < 2 {
		return ""
	}
	last := fold(ws[len(ws)-1])
	switch fold(ws[first+1]) {
	case "of", "for":
		last = fold(ws[first])
	}
	if heads[last] {
		return last
	}
	return ""
}

// shortens returns the abbreviations a name of several words can have: its
// capitals, the first letters of all words.
func shortens(ws []string) []string {
	var capitals, all strings.Builder
	for i, w := range ws {
		for part := range strings.SplitSeq(w, "-") {
			r, _ := utf8.DecodeRuneInString(part)
			if !unicode.IsLetter(r) || i == 0 && plainKey(w) == "the" {
				continue
			}
			all.WriteRune(unicode.ToUpper(r))
			if unicode.IsUpper(r) {
				capitals.WriteRune(r)
			}
		}
	}
	out := []string{plainKey(capitals.String())}
	if a := plainKey(all.String()); a != out[0] {
		out = append(out, a)
	}
	if b, ok := strings.CutSuffix(out[0], "a"); ok && b == "us" { // United States of America
		out = append(out, b)
	}
	return slices.DeleteFunc(out, func(s string) bool { return utf8.RuneCountInString(s) < 2 })
}

// abbreviates reports whether a word is written like an abbreviation.
func abbreviates(w string) bool {
	uppers, letters := 0, 0
	for _, r := range w {
		if unicode.IsLetter(r) {
			letters++
		}
		if unicode.IsUpper(r) {
			uppers++
		}
	}
	return letters > 1 && letters <= maxShort && uppers == letters
}

// maxShort is how many letters an abbreviation has at most.
const maxShort = 8

// elsewhere are the names of places and peoples, which name an organisation
// only together with its other words.
const elsewhere = gazetteer.Country | gazetteer.Demonym | gazetteer.City | gazetteer.Region
