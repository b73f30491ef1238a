package entity

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/reader/doc"
	"lectern/reader/entity/gazetteer"
)

// agencies are the news and picture agencies that datelines and credits name,
// by their keys.
var agencies = func() map[string]bool {
	m := map[string]bool{}
	for a := range strings.SplitSeq(`afp,ap,reuters,epa,upi,xinhua,tass,itar-tass,interfax,ria novosti,dpa,efe,ansa,pti,ians,ani,
app,uni,kyodo,kyodo news,jiji,jiji press,yonhap,bernama,antara,aap,pa,cp,ips,gna,nan,pap,ctk,mti,stt,ntb,tt,ritzau,belga,anp,lusa,
anadolu,aa,irna,isna,mehr,sana,wam,petra,mena,spa,kuna,cnn,bbc,bbc news,npr,getty,getty images,shutterstock,alamy,pixabay,unsplash,
flickr,nasa,esa,associated press,the associated press,agence france-presse,andina,telam,zuma press,bloomberg,ap photo,un photo,
pool,zuma,istock,imago,xinhua news agency,cna,vna,sabc,rfe,rfi,dw,voa`, ",") {
		m[strings.TrimSpace(a)] = true
	}
	return m
}()

// Words of a dateline's date, and what may stand between its parts.
var datewords = words(`january february march april may june july august september october november december jan feb mar apr jun
	jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday`)

// maxPlace is how many words a dateline's place has at most, maxDateline how
// many tokens a dateline has.
const (
	maxPlace    = 4 // and of a person's name in a credit
	maxDateline = 18
)

// dateline marks the places and the agency of "PARIS, May 27 (AFP) —" at the
// head of a block.
func (s *sentence) dateline(known *gazetteer.Gazetteer) {
	to := s.run(0)
	if to == 0 || to == len(s.words) {
		return
	}
	l := line{sentence: s, known: known}
	first := mention{from: 0, to: to, kind: doc.Place, formal: true}
	l.loud = s.loud(first)
	l.sure = l.loud && l.place(first)
	l.found = append(l.found, first)
	for at := to; at < min(len(s.words), maxDateline); {
		if w := s.words[at]; dashed(w) || w == ":" && l.loud {
			if l.sure && at+2 < len(s.words) {
				s.replace(l.found)
			}
			return
		}
		next := l.step(at)
		if next == at {
			return
		}
		at = next
	}
	if l.loud && (l.found[len(l.found)-1].kind == doc.Organization || l.dated(to)) {
		s.replace(l.found)
	}
}

// line is a dateline being read.
type line struct {
	*sentence

	known *gazetteer.Gazetteer
	found []mention
	loud  bool // the first place is in capitals
	sure  bool // it is a dateline if a dash follows
}

// step reads the part at a word and returns the index after it, the same index
// if what stands there is no part of a dateline.
func (l *line) step(at int) int {
	switch w := l.words[at]; {
	case w == "(" && l.closes(at) > at+1:
		end := l.closes(at)
		if l.agency(at+1, end) {
			l.found = append(l.found, mention{from: at + 1, to: end, kind: doc.Organization, formal: true})
			l.sure = true
		}
		return end + 1
	case w == "," || w == "/" || w == "|" || w == ".":
		return at + 1
	case l.figure(at):
		l.sure = l.sure || l.loud
		return at + 1
	}
	end := l.run(at)
	if end > at {
		m := mention{from: at, to: end, kind: doc.Place, formal: true}
		if l.agency(at, end) {
			m.kind = doc.Organization
			l.sure = true
		}
		l.sure = l.sure || l.loud && l.place(m)
		l.found = append(l.found, m)
	}
	return end
}

// place reports whether a place is known by the name.
func (l *line) place(m mention) bool { return l.known.Kinds(l.hash(m))&elsewhere != 0 }

// dated reports whether the sentence ends with a date in figures after its
// first words: "LONDON 1996-08-30".
func (l *line) dated(to int) bool {
	return len(l.found) == 1 && len(l.words) == to+1 && strings.Count(l.words[to], "-") == 2
}

// run returns the index after the words with capitals at i, a few at most; i
// without any. Dates and dashes end it.
func (s *sentence) run(i int) int {
	at := i
	for at < len(s.words) && at-i < maxPlace && (capital(s.words[at]) || at > i && particles[s.words[at]]) && !datewords[title(fold(s.words[at]))] {
		at++
	}
	for at > i && particles[s.words[at-1]] {
		at--
	}
	return at
}

// particles are the small words within a person's name, or a place's.
var particles = words("de da do dos das del della di du la le van der den von bin ibn al of e y")

// figure reports whether the word at i belongs to a date.
func (s *sentence) figure(i int) bool {
	w := s.words[i]
	return datewords[title(fold(w))] || '0' <= w[0] && w[0] <= '9'
}

// loud reports whether a mention is written in capitals.
func (s *sentence) loud(m mention) bool {
	for _, w := range s.words[m.from:m.to] {
		if strings.ToUpper(w) != w && w != "de" {
			return false
		}
	}
	r, _ := utf8.DecodeRuneInString(s.words[m.from])
	return unicode.IsUpper(r) && utf8.RuneCountInString(s.words[m.from]) > 2
}

// closes returns the index of the bracket that closes the one at i within a
// few words, 0 without one.
func (s *sentence) closes(i int) int {
	for at := i + 1; at < len(s.words) && at <= i+maxPlace+1; at++ {
		if s.words[at] == ")" {
			return at
		}
	}
	return 0
}

// agency reports whether the words [from, to) are a news agency.
func (s *sentence) agency(from, to int) bool {
	return from < to && agencies[strings.Join(lowered(s.words[from:to]), " ")]
}

func lowered(ws []string) []string {
	out := make([]string, len(ws))
	for i, w := range ws {
		out[i] = fold(w)
	}
	return out
}

func dashed(w string) bool { return w == "-" || w == "–" || w == "—" || w == "--" }

// replace puts mentions in the place of all that they touch.
func (s *sentence) replace(by []mention) {
	for _, m := range by {
		s.mentions = slices.DeleteFunc(s.mentions, func(o mention) bool { return o.from < m.to && m.from < o.to })
		m.sure = 1
		s.mentions = append(s.mentions, m)
	}
}
