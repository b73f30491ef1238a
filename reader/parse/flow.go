package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/reader/doc"
)

// flow collects the text of one block and the inline markup over it. White
// space is folded as it comes in; what stands at the ends is never written.
type flow struct {
	text  []byte
	spans []doc.Span
	space bool // white space is due before the next word
	open  []openSpan
	word  bool // the text has something else than separators
}

// openSpan is inline markup whose end has not come yet. It outlives a block:
// a link around two paragraphs is a link in both.
type openSpan struct {
	kind   doc.SpanKind
	target string
	at     int // its span in flow.spans, -1 until text comes
}

// fieldEnd is what stands between the cells and rows of a table.
const fieldEnd = "\t\n"

// asciiSpace reports whether c is white space as HTML has it.
func asciiSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'
}

// write adds text as it stands in the source. It passes doc.Clean here.
func (f *flow) write(s string) {
	if !plain(s) {
		s = doc.Clean(s)
	}
	for i := 0; i < len(s); {
		if asciiSpace(s[i]) {
			f.space = true
			i++
			continue
		}
		start := i
		for i < len(s) && !asciiSpace(s[i]) {
			i++
		}
		f.put(s[start:i])
	}
}

// plain reports whether s needs no cleaning but the folding of white space.
func plain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= 0x7f || c < 0x20 && !asciiSpace(c) {
			return false
		}
	}
	return true
}

// put adds a word, or part of one, that has no ASCII white space.
func (f *flow) put(word string) {
	switch start := len(f.text) == 0 || strings.IndexByte(fieldEnd, f.text[len(f.text)-1]) >= 0; {
	case start:
		word = strings.TrimLeftFunc(word, unicode.IsSpace)
	case f.space:
		f.text = append(f.text, ' ')
	}
	f.space = false
	if word == "" {
		return
	}
	f.word = true
	for i := len(f.open) - 1; i >= 0 && f.open[i].at < 0; i-- {
		if i == 0 || f.open[i-1].at >= 0 {
			f.begin(i)
		}
	}
	f.text = append(f.text, word...)
}

// begin starts the spans from the i-th open one on where the text now ends.
func (f *flow) begin(i int) {
	for ; i < len(f.open); i++ {
		o := &f.open[i]
		o.at = len(f.spans)
		f.spans = append(f.spans, doc.Span{Start: len(f.text), Kind: o.kind, Target: o.target})
	}
}

// push opens inline markup.
func (f *flow) push(k doc.SpanKind, target string) {
	f.open = append(f.open, openSpan{kind: k, target: target, at: -1})
}

// pop ends the markup opened last.
func (f *flow) pop() {
	o := f.open[len(f.open)-1]
	f.open = f.open[:len(f.open)-1]
	if o.at >= 0 {
		f.spans[o.at].End = len(f.text)
	}
}

// has reports whether markup of that kind is open.
func (f *flow) has(k doc.SpanKind) bool {
	for i := range f.open {
		if f.open[i].kind == k {
			return true
		}
	}
	return false
}

// take returns the text and its spans and starts anew; markup that is still
// open goes on in what comes next.
func (f *flow) take() (string, []doc.Span) {
	for i := range f.open {
		if at := f.open[i].at; at >= 0 {
			f.spans[at].End = len(f.text)
		}
	}
	end := len(f.text)
	for end > 0 {
		r, n := utf8.DecodeLastRune(f.text[:end])
		if !unicode.IsSpace(r) {
			break
		}
		end -= n
	}
	text := string(f.text[:end])
	var spans []doc.Span
	if len(f.spans) > 0 {
		spans = make([]doc.Span, 0, len(f.spans))
		for _, s := range f.spans {
			s.End = min(s.End, end)
			if s.Start < s.End {
				spans = append(spans, s)
			}
		}
	}
	f.reset()
	return text, spans
}

// reset drops the text collected so far.
func (f *flow) reset() {
	f.text, f.spans, f.space, f.word = f.text[:0], f.spans[:0], false, false
	for i := range f.open {
		f.open[i].at = -1
	}
}
