package entity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/reader/doc"
	"lectern/reader/entity/gazetteer"
)

// cast is the names of a document: every spelling, what it is taken for, and
// the fuller spelling it stands for.
type cast struct {
	aliases  map[string]*alias
	order    []*alias            // as the document first has them
	first    map[string][]*alias // by their first word in lower case
	initials map[string]*alias   // "eu": the European Union
	short    map[string]*alias   // "brightwater": Brightwater Holdings Ltd
	heads    map[string]*alias   // "commission": the European Commission
	tails    map[string]*alias   // "kerry", "ortega ruiz": the first person so called
	parts    map[string]*alias   // "john": the first person with that among the names
	byKey    map[string]*alias   // the best spelling of those with the same key
}

// alias is one spelling of a name.
type alias struct {
	text  string // as it stands in the document
	words []string
	key   string
	votes [4]float32 // for each kind, how often and how surely it is taken for one
	sure  float32
	quiet bool   // seen where capitals mean something
	full  *alias // the fuller spelling, nil for none
}

// kind returns what most mentions of the name are taken for.
func (a *alias) kind() doc.EntityKind {
	kind := doc.Person
	for k, n := range a.votes {
		if n > a.votes[kind] {
			kind = doc.EntityKind(k)
		}
	}
	return kind
}

// root returns the fullest spelling of the name.
func (a *alias) root() *alias {
	for range maxFuller {
		if a.full == nil {
			break
		}
		a = a.full
	}
	return a
}

// maxFuller is how many spellings are each fuller than the one before at most.
const maxFuller = 4

// maxAlike is how many names with the same first word are known again at most.
const maxAlike = 100

// cast collects the names of all sentences whose capitals mean something.
func (st *story) cast(known *gazetteer.Gazetteer) *cast {
	c := &cast{
		aliases: map[string]*alias{}, first: map[string][]*alias{}, initials: map[string]*alias{}, short: map[string]*alias{},
		heads: map[string]*alias{}, tails: map[string]*alias{}, parts: map[string]*alias{}, byKey: map[string]*alias{},
	}
	for i := range st.sentences {
		s := &st.sentences[i]
		if s.shouts {
			continue
		}
		for _, m := range s.mentions {
			a := c.add(s.words[m.from:m.to], st.slice(s, m))
			a.votes[m.kind] += m.sure
			a.sure = max(a.sure, m.sure)
			a.quiet = true
		}
	}
	c.link(known)
	return c
}

// add returns the alias of a spelling, new if need be.
func (c *cast) add(words []string, text string) *alias {
	spelled := strings.Join(words, " ")
	if a := c.aliases[spelled]; a != nil {
		return a
	}
	a := &alias{text: text, words: words, key: keyOf(words)}
	c.aliases[spelled] = a
	c.order = append(c.order, a)
	if k := fold(words[0]); len(c.first[k]) < maxAlike {
		c.first[k] = append(c.first[k], a)
	}
	return a
}

// link finds the fuller spelling of every alias.
func (c *cast) link(known *gazetteer.Gazetteer) {
	for _, a := range c.order {
		c.alike(a)
	}
	for _, a := range c.order {
		if a.full == nil {
			c.enter(a, known)
		}
	}
	for _, a := range c.order {
		if a.full == nil {
			c.join(a, known)
		}
	}
}

// alike links spellings with the same key; the one with marks is the better:
// "São Paulo" before "Sao Paulo".
func (c *cast) alike(a *alias) {
	best := c.byKey[a.key]
	switch {
	case best == nil:
		c.byKey[a.key] = a
	case marked(a.text) > marked(best.text):
		a.take(best)
		best.full, c.byKey[a.key] = a, a
	default:
		best.take(a)
		a.full = best
	}
}

// marked returns how many letters of a name are beyond ASCII, less its periods.
func marked(s string) int {
	n := -strings.Count(s, ".")
	for _, r := range s {
		if r >= utf8.RuneSelf && unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// enter notes by which shorter names an alias may be called.
func (c *cast) enter(a *alias, known *gazetteer.Gazetteer) {
	if len(a.words) < 2 {
		return
	}
	kind := a.kind()
	if kind == doc.Person {
		c.enterPerson(a)
		return
	}
	for _, s := range shortens(a.words) {
		put(c.initials, s, a)
	}
	if kind != doc.Organization {
		return
	}
	if h := head(a.words); h != "" {
		put(c.heads, h, a)
	}
	core := stripped(a.words, legal)
	if len(core) > 1 && len(core) < len(a.words) {
		put(c.short, keyOf(core), a)
	}
	core = stripped(core, loose)
	if w := core[0]; len(core) == 1 && len(a.words) > 1 && capital(w) && known.Kinds(gazetteer.HashWord(w))&elsewhere == 0 {
		put(c.short, plainKey(w), a)
	}
}

// enterPerson notes the last names and first names of a person.
func (c *cast) enterPerson(a *alias) {
	ws := stripped(a.words, generations)
	for i := 1; i < len(ws); i++ {
		if w := ws[i]; utf8.RuneCountInString(w) > 1 && !strings.HasSuffix(w, ".") {
			put(c.tails, keyOf(ws[i:]), a)
		}
	}
	for _, w := range ws[:len(ws)-1] {
		if utf8.RuneCountInString(w) > 1 && capital(w) && !strings.HasSuffix(w, ".") {
			put(c.parts, plainKey(w), a)
		}
	}
	if len(ws) > 2 {
		put(c.parts, plainKey(ws[0])+" "+plainKey(ws[len(ws)-1]), a)
	}
}

func put(m map[string]*alias, key string, a *alias) {
	if m[key] == nil {
		m[key] = a
	}
}

// join links an alias to the fuller name it is short for.
func (c *cast) join(a *alias, known *gazetteer.Gazetteer) {
	var to *alias
	switch kind := a.kind(); {
	case len(a.words) == 1 && abbreviates(a.words[0]) && c.initials[a.key] != nil:
		to = c.initials[a.key]
	case c.short[a.key] != nil && (kind == doc.Organization || known.Kinds(hashOf(a.words))&elsewhere == 0):
		to = c.short[a.key]
	case len(a.words) > 1 && kind == doc.Person:
		if to = c.tails[a.key]; to == nil {
			to = c.parts[a.key]
		}
	}
	if to == nil || to.root() == a {
		return
	}
	a.full = to
	if to != c.short[a.key] { // whose kind is plain from its last words
		to.take(a)
	}
}

// take adds the votes of another spelling.
func (a *alias) take(o *alias) {
	for k, n := range o.votes {
		a.votes[k] += n
	}
}

func hashOf(ws []string) gazetteer.Hash {
	h := gazetteer.HashWord(ws[0])
	for _, w := range ws[1:] {
		h = h.Then(w)
	}
	return h
}
