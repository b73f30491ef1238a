package export

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/reader/doc"
)

// place is where inline Markdown stands, which decides what must be escaped.
type place uint8

const (
	line  place = iota // a line of its own, whose start could make it another sort of block
	title              // after the # of a heading
	cell               // in a table
	alt                // an image's alternative text
)

// inlineMarkdown returns text[from:to] with its spans as Markdown on one line,
// so that a reader of CommonMark with GitHub's extensions gets the same
// characters back, and the same markup over them but for white space.
func inlineMarkdown(text string, spans []doc.Span, from, to int, p place) string {
	if p == alt {
		spans = nil
	}
	w := inliner{text: text, from: from, to: to, place: p, special: -1}
	w.tokens = tidy(text, nest(text, spans, from, to))
	switch p {
	case line:
		w.special = from + lineStart(text[from:to])
	case title:
		w.special = from + closingHashes(text[from:to])
	default:
	}
	w.delimit()
	w.encodeEnds()
	w.splitMail()
	w.noTask()
	w.flank()
	return w.write()
}

// inliner writes one line of Markdown.
type inliner struct {
	text     string
	from, to int
	place    place
	special  int // the byte to escape because of where it stands in the line
	tokens   []token
	signs    []string     // what is written for each begin and end
	coded    map[int]bool // offsets of characters to be written as their numbers
}

// signs that begin and end markup. Markdown has none for the last three; all
// its readers take these elements of HTML, and losing them would make 10² 102.
var signs = [marks][2]string{
	doc.Link: {"[", "]("}, doc.Emphasis: {"*", "*"}, doc.Strong: {"**", "**"}, doc.Strike: {"~~", "~~"},
	doc.Superscript: {"<sup>", "</sup>"}, doc.Subscript: {"<sub>", "</sub>"}, doc.Marked: {"<mark>", "</mark>"},
}

// delimit chooses the signs of all markup. Emphasis is written with "_" beside
// another run of "*", which would run together with it.
func (w *inliner) delimit() {
	w.signs = make([]string, len(w.tokens))
	var open []int
	for i, t := range w.tokens {
		switch t.what {
		case begin:
			open = append(open, i)
			w.signs[i] = signs[t.mark][0]
		case end:
			b := open[len(open)-1]
			open = open[:len(open)-1]
			w.signs[i] = signs[t.mark][1]
			if t.mark == doc.Link {
				w.signs[i] += destination(t.target) + ")"
			}
			if t.mark == doc.Emphasis && (w.besideStars(b) || w.besideStars(i)) {
				w.signs[b], w.signs[i] = "_", "_"
			}
		default:
		}
	}
}

func (w *inliner) besideStars(i int) bool { return w.isStars(i-1) || w.isStars(i+1) }

func (w *inliner) isStars(i int) bool {
	return i >= 0 && i < len(w.tokens) && (w.tokens[i].what == begin || w.tokens[i].what == end) &&
		(w.tokens[i].mark == doc.Emphasis || w.tokens[i].mark == doc.Strong)
}

// destination returns a clean address as the target of a link. What looks like
// a character reference is written with one: readers differ over a backslash
// there.
func destination(target string) string {
	var b strings.Builder
	for i := range len(target) {
		switch c := target[i]; {
		case c == '&' && isEntity(target[i:]):
			b.WriteString("&amp;")
		case c == '(' || c == ')':
			b.WriteString("\\" + string(c))
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// encode has the character at an offset written as its number.
func (w *inliner) encode(at int) {
	if w.coded == nil {
		w.coded = map[int]bool{}
	}
	w.coded[at] = true
}

// encodeEnds keeps spaces at the ends of the line, which Markdown drops, and a
// backslash at its end apart from one that breaks the line.
func (w *inliner) encodeEnds() {
	if w.from == w.to {
		return
	}
	if w.text[w.from] == ' ' {
		w.encode(w.from)
	}
	if c := w.text[w.to-1]; c == ' ' || c == '\\' {
		w.encode(w.to - 1)
	}
}

// splitMail keeps programs that look for mail addresses before they look for
// code from finding one that starts in the text and ends in the code.
func (w *inliner) splitMail() {
	last := -1 // the last text
	for i, t := range w.tokens {
		if t.what == words {
			last = i
		}
		if t.what != code || last < 0 || !strings.Contains(w.text[t.start:t.end], "@") {
			continue
		}
		end := w.tokens[last].end
		if r, n := utf8.DecodeLastRuneInString(w.text[:end]); !unicode.IsSpace(r) {
			w.encode(end - n)
		}
	}
}

// noTask keeps a link called X at the start of an item from being read as the
// box of a task that is done.
func (w *inliner) noTask() {
	if w.place != line || len(w.tokens) < 2 || w.tokens[0].what != begin || w.tokens[0].mark != doc.Link {
		return
	}
	if t := w.tokens[1]; t.what == words && strings.EqualFold(w.text[t.start:t.end], "x") {
		w.encode(t.start)
	}
}

// flank makes sure that the signs of emphasis work where they stand. CommonMark
// has rules for what may be before and after them: in a**“b”**c they are mere
// stars. A neighbour written as its number ends or begins with punctuation and
// so lifts the ban. Encoding one may hinder a sign on its other side, hence the
// loop; it ends because every turn encodes a further character.
func (w *inliner) flank() {
	for changed := true; changed; {
		changed = false
		for i, t := range w.tokens {
			if t.mark != doc.Emphasis && t.mark != doc.Strong && t.mark != doc.Strike {
				continue
			}
			before, b := w.before(i)
			after, a := w.after(i)
			switch {
			case t.mark == doc.Strike && before == '~': // even escaped it counts as one more sign for some
				w.encode(b)
				changed = true
			case t.what == begin && (w.signs[i] == "_" || mayPunctuate(after)) && isWordlike(before):
				w.encode(b)
				changed = true
			case t.what == end && (w.signs[i] == "_" || mayPunctuate(before)) && isWordlike(after):
				w.encode(a)
				changed = true
			}
		}
	}
}

// before returns the character written before token i, and its offset if it is
// one of the text.
func (w *inliner) before(i int) (rune, int) {
	if i == 0 {
		return ' ', -1
	}
	t := w.tokens[i-1]
	if t.what != words {
		return '*', -1
	}
	r, n := utf8.DecodeLastRuneInString(w.text[:t.end])
	if w.coded[t.end-n] {
		return ';', -1
	}
	return r, t.end - n
}

// after is before for what follows.
func (w *inliner) after(i int) (rune, int) {
	if i == len(w.tokens)-1 {
		return ' ', -1
	}
	t := w.tokens[i+1]
	if t.what != words {
		return '*', -1
	}
	if w.coded[t.start] {
		return '&', -1
	}
	r, _ := utf8.DecodeRuneInString(w.text[t.start:])
	return r, t.start
}

// mayPunctuate reports whether some readers of Markdown count r as punctuation.
// They differ over symbols.
func mayPunctuate(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

// isWordlike reports whether some readers count r neither as punctuation nor as
// white space.
func isWordlike(r rune) bool {
	return !unicode.IsSpace(r) && !unicode.IsPunct(r) && (r >= utf8.RuneSelf || !unicode.IsSymbol(r))
}
