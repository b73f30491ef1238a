package export

import (
	"slices"
	"strings"
	"unicode"
)

// tidy moves white space out of markup, which Markdown cannot have at its
// ends, drops what then holds nothing, and joins what then touches.
func tidy(text string, tokens []token) []token {
	if len(tokens) < 2 && (len(tokens) == 0 || tokens[0].what == words) {
		return tokens
	}
	t := tidier{text: text}
	for _, k := range tokens {
		switch k.what {
		case words, code:
			t.piece(k)
		case begin:
			t.begin(k)
		case end:
			t.end(k)
		}
	}
	return t.out
}

type tidier struct {
	text string
	out  []token
}

// piece adds text, the white space at its ends apart.
func (t *tidier) piece(k token) {
	s := t.text[k.start:k.end]
	from := k.start + len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
	to := max(from, k.start+len(strings.TrimRightFunc(s, unicode.IsSpace)))
	t.space(k.start, from)
	if from < to {
		t.out = append(t.out, token{what: k.what, start: from, end: to})
	}
	t.space(to, k.end)
}

// space adds white space, before the markup that has just begun.
func (t *tidier) space(from, to int) {
	if from == to {
		return
	}
	i := len(t.out)
	for i > 0 && t.out[i-1].what == begin {
		i--
	}
	t.out = slices.Insert(t.out, i, token{what: words, start: from, end: to})
}

func (t *tidier) begin(k token) {
	if i := len(t.out) - 1; i >= 0 && t.out[i].what == end && t.out[i].mark == k.mark && t.out[i].target == k.target {
		t.out = t.out[:i]
		return
	}
	t.out = append(t.out, k)
}

// end ends markup before the white space that came last.
func (t *tidier) end(k token) {
	i := len(t.out)
	for i > 0 && t.out[i-1].what == words && strings.TrimSpace(t.text[t.out[i-1].start:t.out[i-1].end]) == "" {
		i--
	}
	if i > 0 && t.out[i-1].what == begin {
		t.out = slices.Delete(t.out, i-1, i)
		return
	}
	t.out = slices.Insert(t.out, i, k)
}
