package parse

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/reader/doc"
)

// lineKind is what a line of text looks like on its own.
type lineKind uint8

const (
	blank lineKind = iota
	plainLine
	bulletLine   // begins like an item of a list
	numberedLine // begins like an item of a numbered list
	ruleLine
)

// textLine is a line of plain text.
type textLine struct {
	raw    string
	kind   lineKind
	quotes int    // how many ">" it begins with
	indent int    // columns of white space before the text, after the quotes
	mark   string // the mark of a list item
	number int    // of a numbered item
	text   string // the words, without mark and quotes
	width  int    // spaces that the text and what stands before it take
	listed bool   // the mark is that of a list
}

// textSource is a plain text on its way into blocks.
type textSource struct {
	lines   []textLine
	width   int  // at which the text is wrapped by hand, 0 if it is not
	airy    bool // blank lines stand between its paragraphs
	notCode int  // lines before this are known not to be code
	lead    int  // the first of the lines without words that the next block takes, -1 without
	blocks  []doc.Block
}

// bulletMarks begin items of lists. The others of these are common as dashes
// or asterisks and need company.
const (
	bulletMarks = "•◦▪‣●○■□·∙⁃"
	dashMarks   = "-*+–"
)

func scanText(source string) *textSource {
	t := &textSource{lines: make([]textLine, 0, strings.Count(source, "\n")+1), lead: -1}
	margin := -1
	for raw := range strings.SplitSeq(source, "\n") {
		l := scanLine(raw)
		if l.kind != blank && l.quotes == 0 && (margin < 0 || l.indent < margin) {
			margin = l.indent
		}
		t.lines = append(t.lines, l)
	}
	// A text that is set in as a whole is set in nowhere.
	for i := range t.lines {
		l := &t.lines[i]
		if l.quotes == 0 && margin > 0 {
			l.indent -= margin
			l.width -= margin
		}
		t.airy = t.airy || l.kind == blank && i > 0 && i+1 < len(t.lines)
	}
	return t
}

// scanLine looks at a line on its own.
func scanLine(raw string) textLine {
	l := textLine{raw: raw}
	s, depth := cutQuotes(raw)
	l.quotes = depth
	for s != "" {
		r, n := utf8.DecodeRuneInString(s)
		if !unicode.IsSpace(r) {
			break
		}
		l.indent++
		if r == '\t' {
			l.indent = (l.indent + 3) / 4 * 4
		}
		s = s[n:]
	}
	l.text = fold(doc.Clean(s))
	l.width = l.indent + spaces(l.text)
	switch {
	case l.text == "" && depth == 0:
		l.kind = blank
	case l.text == "":
		l.kind = plainLine // a ">" alone
	case isRule(l.text):
		l.kind = ruleLine
	default:
		l.kind = plainLine
		l.scanMark()
	}
	return l
}

// cutQuotes takes the ">" of quoted mail off a line.
func cutQuotes(s string) (rest string, depth int) {
	rest = s
	for {
		t := strings.TrimLeft(rest, " ")
		if len(rest)-len(t) > 1 || !strings.HasPrefix(t, ">") || depth == maxNesting {
			return rest, depth
		}
		rest = strings.TrimPrefix(t[1:], " ")
		depth++
	}
}

// scanMark looks for the mark of a list item.
func (l *textLine) scanMark() {
	first, rest, ok := strings.Cut(l.text, " ")
	if !ok || len(first) > 4 {
		return
	}
	if r, n := utf8.DecodeRuneInString(first); n == len(first) && strings.ContainsRune(bulletMarks+dashMarks, r) {
		l.kind, l.mark = bulletLine, first
		l.listed = strings.ContainsRune(bulletMarks, r)
	} else if n, err := strconv.Atoi(strings.TrimRight(first, ".)")); err == nil && n >= 0 && len(first) > len(strconv.Itoa(n)) {
		l.kind, l.mark, l.number = numberedLine, first, n
	}
	if l.listed {
		l.text = rest
	}
}

// isRule reports whether a line is a line drawn with characters.
func isRule(s string) bool {
	mark, n := rune(0), 0
	for _, r := range s {
		switch {
		case r == ' ':
			continue
		case mark == 0 && strings.ContainsRune("-=_*~#—–─═━", r):
			mark = r
		case r != mark:
			return false
		}
		n++
	}
	return n >= 3
}

// fold makes every run of white space a single space and trims the ends.
func fold(s string) string {
	s = strings.TrimFunc(s, unicode.IsSpace)
	folded := true
	for i := 0; i+1 < len(s) && folded; i++ {
		folded = s[i] != ' ' || s[i+1] != ' '
	}
	if folded {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for i := range len(s) {
		if s[i] != ' ' || s[i-1] != ' ' {
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

// confirmLists decides which marks are those of lists: bullets that have
// company, and numbers that count.
func (t *textSource) confirmLists() {
	var open []int // the candidates that a further item may follow, by indent
	for i := range t.lines {
		l := &t.lines[i]
		switch l.kind {
		case bulletLine, numberedLine:
		case plainLine:
			open = t.interrupted(open, i)
			continue
		default:
			continue
		}
		for len(open) > 0 && t.lines[open[len(open)-1]].indent > l.indent {
			open = open[:len(open)-1]
		}
		if len(open) > 0 {
			last := open[len(open)-1]
			if t.company(last, i) {
				t.list(last)
				t.list(i)
			}
			if t.lines[last].indent == l.indent {
				open = open[:len(open)-1]
			}
		}
		open = append(open, i)
	}
}

// interrupted returns the candidates that may still be followed after line i,
// which is text: numbered ones, those it continues, and those it stands in.
func (t *textSource) interrupted(open []int, i int) []int {
	for len(open) > 0 {
		last := open[len(open)-1]
		if l := &t.lines[last]; l.kind == numberedLine || last == i-1 || t.lines[i].indent > l.indent {
			break
		}
		open = open[:len(open)-1]
	}
	return open
}

// company reports whether two candidates are items of the same list, or of
// one within the other.
func (t *textSource) company(p, i int) bool {
	a, b := &t.lines[p], &t.lines[i]
	switch {
	case a.quotes != b.quotes:
		return false
	case b.indent > a.indent:
		return b.kind == bulletLine || b.number == 1
	case a.kind != b.kind:
		return false
	case a.kind == numberedLine:
		return b.number == a.number+1 && lastByte(a.mark) == lastByte(b.mark)
	}
	return a.mark == b.mark
}

func lastByte(s string) byte { return s[len(s)-1] }

// list makes a line an item of a list.
func (t *textSource) list(i int) {
	if l := &t.lines[i]; !l.listed {
		l.listed = true
		_, l.text, _ = strings.Cut(l.text, " ")
	}
}

// quotedRunes is how long a line with a ">" must be to be a quotation without
// company. Shorter ones point somewhere.
const quotedRunes = 80

// confirmQuotes gives the ">" back to lines that only begin with one: those
// that are neither long nor one of several.
func (t *textSource) confirmQuotes() {
	for from := 0; from < len(t.lines); {
		to, texts, long := from, 0, false
		for to < len(t.lines) && t.lines[to].quotes > 0 {
			if t.lines[to].text != "" {
				texts++
			}
			long = long || t.lines[to].width >= quotedRunes
			to++
		}
		for i := from; i < to && texts < 2 && !long; i++ {
			text := fold(doc.Clean(t.lines[i].raw))
			t.lines[i] = textLine{raw: t.lines[i].raw, kind: plainLine, text: text, width: spaces(text)}
		}
		from = to + 1
	}
}
