package entity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/reader/doc"
	"lectern/reader/entity/name"
	"lectern/reader/entity/token"
)

// story is the sentences of a document with the names in them.
type story struct {
	texts     []string
	sentences []sentence
	cased     name.Casings
}

// sentence is one sentence of a block.
type sentence struct {
	block    int
	tokens   []token.Token
	words    []string
	heads    bool // it is the first of its block
	shouts   bool // its capitals mean nothing: a headline, a line in capitals
	mentions []mention
}

// mention is a name at the words [from, to) of a sentence.
type mention struct {
	from, to int
	kind     doc.EntityKind
	name     string // what it is called in an index
	sure     float32
	found    bool // not by the model, but since it is named elsewhere
	formal   bool // what stands around it proves it: a dateline, a byline
}

func newStory(texts []string, tokens [][]token.Token) *story {
	st := &story{texts: texts, cased: name.Casings{}}
	for i, text := range texts {
		joined, _ := token.Join(text, tokens[i])
		from := 0
		for _, to := range token.Sentences(text, joined) {
			s := sentence{block: i, tokens: joined[from:to], words: make([]string, to-from)}
			for k, t := range s.tokens {
				s.words[k] = t.Text(text)
			}
			s.heads = from == 0
			s.shouts = (name.Shouts(s.words) || s.heads && to == len(joined) && label(s.words)) && !listed(s.words)
			if !s.shouts {
				st.cased.Add(s.words)
			}
			st.sentences = append(st.sentences, s)
			from = to
		}
	}
	return st
}

// label reports whether a whole block is a few words that all have capitals,
// such as a button or the name of a plan.
func label(words []string) bool {
	for i, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		part := w == "&" || w == "-" || i > 0 && words[i-1] == "-"
		if !unicode.IsUpper(r) && !unicode.IsDigit(r) && !part {
			return false
		}
	}
	return len(words) <= maxLabel
}

// listed reports whether a line is a list of names, which have their capitals
// by right: "Offices: New York, London, Singapore".
func listed(words []string) bool {
	marks, rest, capitals := 0, 0, 0
	for _, w := range words {
		switch w {
		case ",", ";", "/", "(", ":", "|", "–":
			marks++
		case ")", ".":
		default:
			rest++
			if strings.ToUpper(w) == w && len(w) > maxLabel {
				capitals++
			}
		}
	}
	return marks > 1 && rest <= maxListed*(marks+1) && capitals == 0
}

// maxListed is how many words stand between two marks of a list on average.
const maxListed = 3

// maxLabel is how many words a label has at most.
const maxLabel = 6

// mentions turns the labels of a sentence's words into names.
// Each is as sure as the least sure of its words.
func mentions(labels []name.Label, sure []float32) []mention {
	var out []mention
	for i, l := range labels {
		switch {
		case l.Begins():
			out = append(out, mention{from: i, to: i + 1, kind: kinds[l/2], sure: sure[i]})
		case l != name.Outside:
			m := &out[len(out)-1]
			m.to, m.sure = i+1, min(m.sure, sure[i])
		}
	}
	return out
}

// kinds are the entity kinds of the labels, two labels each.
var kinds = [...]doc.EntityKind{doc.Person, doc.Organization, doc.Place, doc.Other}

// slice returns a mention as it stands in its block, spaces folded.
func (st *story) slice(s *sentence, m mention) string {
	return oneSpace(st.texts[s.block][s.tokens[m.from].Start:s.tokens[m.to-1].End])
}

// oneSpace folds white space.
func oneSpace(s string) string { return strings.Join(strings.Fields(s), " ") }

// free reports whether no mention has a word in [from, to).
func (s *sentence) free(from, to int) bool {
	for _, m := range s.mentions {
		if m.from < to && from < m.to {
			return false
		}
	}
	return true
}

// entities returns the mentions as byte ranges, in order.
func (st *story) entities() []doc.Entity {
	var out []doc.Entity
	for i := range st.sentences {
		s := &st.sentences[i]
		for _, m := range s.mentions {
			out = append(out, doc.Entity{
				Block: s.block, Start: s.tokens[m.from].Start, End: s.tokens[m.to-1].End, Kind: m.kind, Name: m.name,
				Doubtful: m.sure < name.Sure,
			})
		}
	}
	return out
}
