package entity

import (
	"strings"
	"unicode/utf8"

	"lectern/reader/doc"
)

// christen gives every mention the display name of what it stands for. Of two
// people with one last name, the one named in full last is meant.
func (st *story) christen(c *cast) {
	latest := map[string]*alias{} // by last name, and by every name where no last name is the same
	for i := range st.sentences {
		s := &st.sentences[i]
		for k := range s.mentions {
			m := &s.mentions[k]
			a := c.subject(s, *m, latest)
			if a == nil {
				m.name = quieted(st.slice(s, *m), m.kind)
				continue
			}
			m.name = a.text
			if m.found {
				m.sure = a.sure
			}
			if !a.quiet {
				m.name = quieted(a.text, m.kind)
			}
			if m.kind == doc.Person && len(a.words) > 1 {
				remember(latest, a)
			}
		}
	}
	st.trust()
}

// trust makes the document as sure of one mention of a name as of another: a
// reader would wonder why the same name is marked here and not there. The
// middle between the mean and the best does better on news than either.
func (st *story) trust() {
	type subject struct {
		name string
		kind doc.EntityKind
	}
	type sureness struct{ sum, most, n float32 }
	all := map[subject]sureness{}
	for i := range st.sentences {
		for _, m := range st.sentences[i].mentions {
			k := subject{m.name, m.kind}
			t := all[k]
			all[k] = sureness{t.sum + m.sure, max(t.most, m.sure), t.n + 1}
		}
	}
	for i := range st.sentences {
		for k := range st.sentences[i].mentions {
			m := &st.sentences[i].mentions[k]
			t := all[subject{m.name, m.kind}]
			m.sure = (t.sum/t.n + t.most) / 2
		}
	}
}

// remember notes that a person was named in full.
func remember(latest map[string]*alias, a *alias) {
	ws := stripped(a.words, generations)
	for i, w := range ws {
		if utf8.RuneCountInString(w) < 2 {
			continue
		}
		k := plainKey(w)
		if old := latest[k]; i == len(ws)-1 || old == nil || plainKey(old.words[len(old.words)-1]) != k {
			latest[k] = a
		}
	}
}

// subject returns the fullest spelling of what a mention stands for, nil if it
// stands for itself.
func (c *cast) subject(s *sentence, m mention, latest map[string]*alias) *alias {
	ws := s.words[m.from:m.to]
	k := keyOf(ws)
	if len(ws) == 1 && m.kind == doc.Person {
		for _, of := range []map[string]*alias{latest, c.tails, c.parts} {
			if a := of[k]; a != nil {
				return a.root()
			}
		}
	}
	if h := c.heads[fold(ws[0])]; len(ws) == 1 && m.kind == doc.Organization && h != nil {
		return h.root()
	}
	if a := c.byKey[k]; a != nil {
		if a.root().kind() != m.kind {
			return nil // two things have one name, and this is the other
		}
		return a.root()
	}
	switch {
	case m.kind == doc.Person:
		if a := c.tails[k]; a != nil {
			return a.root()
		}
	case c.initials[k] != nil && abbreviates(ws[0]):
		return c.initials[k].root()
	case m.kind == doc.Organization && c.short[k] != nil:
		return c.short[k].root()
	}
	return nil
}

// quieted returns a name that is only found in capitals as it is written
// elsewhere: "Khartoum" of "KHARTOUM".
func quieted(name string, kind doc.EntityKind) string {
	if kind > doc.Place || strings.ToUpper(name) != name || kind == doc.Organization {
		return name
	}
	ws := strings.Fields(name)
	for i, w := range ws {
		if utf8.RuneCountInString(w) > 3 || len(ws) > 1 && !strings.Contains(w, ".") {
			_, n := utf8.DecodeRuneInString(w)
			ws[i] = w[:n] + strings.ToLower(w[n:])
		}
	}
	return strings.Join(ws, " ")
}
