package pattern

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/reader/entity/token"
)

// scan is one text being searched.
type scan struct {
	*lexicon

	text    string
	tokens  []token.Token
	lowers  []string // each token in lower case, its abbreviating period cut
	entries []entry  // what the lexicon has for each token
	exacts  []entry
	pounds  bool // the text has a pound sign: "pounds" are money
}

func newScan(l *lexicon, text string, tokens []token.Token) *scan {
	s := &scan{
		lexicon: l, text: text, tokens: tokens,
		lowers:  make([]string, len(tokens)),
		entries: make([]entry, len(tokens)),
		exacts:  make([]entry, len(tokens)),
		pounds:  strings.Contains(text, "£"),
	}
	for i, t := range tokens {
		raw := t.Text(text)
		s.lowers[i] = key(raw)
		s.entries[i] = l.lower[s.lowers[i]]
		s.exacts[i] = l.exact[raw]
		if n := len(raw) - 1; n > 0 && raw[n] == '.' && s.exacts[i].classes == 0 {
			s.exacts[i] = l.exact[raw[:n]]
		}
	}
	return s
}

// key is the form in which a word stands in a lexicon: lower case, typewriter
// apostrophe, no period at the end of an abbreviation.
func key(w string) string {
	k := strings.ToLower(w)
	if rest, ok := strings.CutPrefix(w, "İ"); ok {
		k = "i" + strings.ToLower(rest)
	}
	if n := len(k) - 1; n > 0 && k[n] == '.' && strings.IndexByte(k, '.') == n {
		k = k[:n]
	}
	return strings.ReplaceAll(k, "’", "'")
}

// keyParts returns the keys of an entry's tokens.
func keyParts(w string) []string {
	if strings.HasSuffix(w, "'") { // "d'": a token only before its word
		return []string{w}
	}
	tokens := token.Split(w)
	parts := make([]string, len(tokens))
	for i, t := range tokens {
		parts[i] = t.Text(w)
		if len(tokens) > 1 {
			parts[i] = key(parts[i])
		}
	}
	return parts
}

// is returns the index after the longest entry of one of the classes that
// begins at token i, or 0.
func (s *scan) is(i int, c class) int {
	if i < 0 || i >= len(s.tokens) {
		return 0
	}
	if n := s.phrase(i, s.lower, s.entries[i], c); n > 0 {
		return n
	}
	return s.phrase(i, s.exact, s.exacts[i], c)
}

func (s *scan) phrase(i int, words map[string]entry, e entry, c class) int {
	if e.longest > 1 {
		key, end := s.lowers[i], 0
		for j := i + 1; j < len(s.tokens) && j < i+int(e.longest); j++ {
			key += " " + s.lowers[j]
			if words[key].classes&c != 0 {
				end = j + 1
			}
		}
		if end > 0 {
			return end
		}
	}
	if e.classes&c == 0 || s.capitals&e.classes&c != 0 && !s.capital(i) {
		return 0
	}
	return i + 1
}

func (s *scan) has(i int, c class) bool { return s.is(i, c) > 0 }

// raw returns the token's text, "" outside the text.
func (s *scan) raw(i int) string {
	if i < 0 || i >= len(s.tokens) {
		return ""
	}
	return s.tokens[i].Text(s.text)
}

func (s *scan) kind(i int) token.Kind {
	if i < 0 || i >= len(s.tokens) {
		return token.Mark
	}
	return s.tokens[i].Kind
}

func (s *scan) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(s.raw(i))
	return unicode.IsUpper(r)
}

// touches reports whether nothing stands between token i and the one before.
func (s *scan) touches(i int) bool {
	return i > 0 && i < len(s.tokens) && s.tokens[i-1].End == s.tokens[i].Start
}

// spaced reports whether one space of any width stands before token i.
func (s *scan) spaced(i int) bool {
	if i <= 0 || i >= len(s.tokens) {
		return false
	}
	gap := s.text[s.tokens[i-1].End:s.tokens[i].Start]
	return utf8.RuneCountInString(gap) == 1
}

// dash reports whether token i is a hyphen or a dash.
func (s *scan) dash(i int) bool {
	switch s.raw(i) {
	case "-", "–", "—", "‐", "‑", "−":
		return true
	}
	return false
}

// the reports whether token i is the English article.
func (s *scan) the(i int) bool { return strings.EqualFold(s.raw(i), "the") }

// oneOf reports whether w is one of the marks.
func oneOf(w, marks string) bool { return w != "" && strings.Contains(marks, w) }

// begins reports whether a sentence may begin at token i.
func (s *scan) begins(i int) bool {
	return i == 0 || s.kind(i-1) == token.Mark && oneOf(s.raw(i-1), ".?!:“\"‘•")
}

// noun reports whether a word follows at i that the number before it counts or
// describes.
func (s *scan) noun(i int) bool {
	if s.kind(i) != token.Word || s.capital(i) || s.raw(i)[0] == '\'' {
		return false
	}
	return !s.has(i, goes|cue|strong|to|of|filler)
}
