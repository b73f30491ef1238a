package parse

import (
	"strings"
	"unicode/utf8"

	"lectern/reader/doc"
)

// build makes the blocks.
func (t *textSource) build() {
	stack := []int(nil) // indents of the open lists
	for i := 0; i < len(t.lines); {
		l := &t.lines[i]
		switch {
		case l.kind == blank:
			i++
			continue
		case l.text == "": // a ">" alone
			t.extend(i)
			i++
			continue
		case l.kind == ruleLine:
			t.add(doc.Block{Kind: doc.Rule, First: i, Last: i, Quotes: l.quotes, Element: -1})
			stack = stack[:0]
			i++
			continue
		}
		if to := t.codeEnd(i); to > i {
			t.code(i, to)
			i = to
			continue
		}
		b := doc.Block{First: i, Last: i, Quotes: l.quotes, Element: -1}
		stack = place(&b, stack, l)
		to := i + 1
		for to < len(t.lines) && t.joins(to-1, to, i) {
			to++
		}
		t.fill(&b, i, to)
		b.Tight = !l.listed && t.tight(i)
		t.add(b)
		i = to
	}
}

// extend gives a line without words to the block before, if that is in the
// same quotation, else to the one after.
func (t *textSource) extend(i int) {
	switch last := len(t.blocks) - 1; {
	case last >= 0 && t.blocks[last].Quotes > 0 && t.lead < 0 && t.blocks[last].Last == i-1:
		t.blocks[last].Last = i
	case t.lead < 0:
		t.lead = i
	}
}

// add appends a block, with the lines without words before it.
func (t *textSource) add(b doc.Block) {
	if t.lead >= 0 {
		b.First, t.lead = t.lead, -1
	}
	t.blocks = append(t.blocks, b)
}

// place sets the kind of a block, and its depth in a list.
func place(b *doc.Block, stack []int, l *textLine) []int {
	switch {
	case l.listed:
		for len(stack) > 0 && l.indent < stack[len(stack)-1] {
			stack = stack[:len(stack)-1]
		}
		if len(stack) == 0 || l.indent > stack[len(stack)-1] {
			stack = append(stack, l.indent)
		}
		b.Kind, b.Level = doc.ListItem, len(stack)
		b.Marker = l.mark
		if l.kind == bulletLine {
			b.Marker = bullets[min(len(stack)-1, len(bullets)-1)]
		}
	case len(stack) > 0 && l.indent > stack[len(stack)-1]:
		b.Kind, b.Level = doc.ListItem, len(stack) // a further paragraph of the item
	default:
		stack = stack[:0]
		if l.quotes > 0 {
			b.Kind = doc.Quote
		}
	}
	return stack
}

// joins reports whether line i goes on with the paragraph of line i-1, which
// began at start.
func (t *textSource) joins(prev, i, start int) bool {
	a, b := &t.lines[prev], &t.lines[i]
	if t.width == 0 || !flows(a, b) || t.unwrapped(i) {
		return false
	}
	if prev > start && a.indent != b.indent {
		return false
	}
	return overflows(a, b, t.width)
}

// unwrapped reports whether a line is longer than the text is wrapped.
func (t *textSource) unwrapped(i int) bool {
	return t.lines[i].width > t.width+t.width/10 && strings.IndexByte(t.lines[i].text, ' ') >= 0
}

// fill sets the text of a block from its lines.
func (t *textSource) fill(b *doc.Block, from, to int) {
	b.Last = to - 1
	if to == from+1 {
		b.Text = t.lines[from].text
		return
	}
	var s strings.Builder
	for i := from; i < to; i++ {
		if i > from {
			s.WriteByte(' ')
		}
		s.WriteString(t.lines[i].text)
	}
	b.Text = s.String()
}

// tight reports whether a line is one of several short ones that stand
// together, as in verse and addresses, in a text that sets its paragraphs
// apart with blank lines.
func (t *textSource) tight(i int) bool {
	if i == 0 || t.lines[i-1].kind == blank || t.lines[i-1].kind == ruleLine || t.lines[i-1].quotes != t.lines[i].quotes {
		return false
	}
	return t.airy && t.short(i-1) && t.short(i) && (i+1 == len(t.lines) || t.lines[i+1].text == "" || t.short(i+1))
}

// short reports whether there is a line i, and it may be verse.
func (t *textSource) short(i int) bool {
	return i >= 0 && i < len(t.lines) && t.lines[i].text != "" && t.lines[i].width <= headlineRunes
}

// codeIndent is how far code is set in, in columns.
const codeIndent = 4

// codeEnd returns the line after a run of indented code that begins at i, or
// i if there is none: lines set in, apart from the rest, with the punctuation
// of programs.
func (t *textSource) codeEnd(i int) int {
	if t.lines[i].indent < codeIndent || t.lines[i].listed || i > 0 && t.lines[i-1].kind != blank || i < t.notCode {
		return i
	}
	end, signs, runes := i, 0, 0
	for j := i; j < len(t.lines); j++ {
		l := &t.lines[j]
		if l.kind == blank {
			continue
		}
		if l.indent < codeIndent || l.quotes != t.lines[i].quotes {
			break
		}
		end = j + 1
		for k := range len(l.text) {
			if strings.IndexByte("{}()[]<>=;|\\/$#_&%:\"'", l.text[k]) >= 0 {
				signs++
			}
		}
		runes += utf8.RuneCountInString(l.text)
	}
	if signs*8 < runes || end < len(t.lines) && t.lines[end].kind != blank {
		t.notCode = end
		return i
	}
	return end
}

// code makes a block of the lines [from, to).
func (t *textSource) code(from, to int) {
	raw := make([]string, 0, to-from)
	for i := from; i < to; i++ {
		s, _ := cutQuotes(t.lines[i].raw)
		raw = append(raw, s)
	}
	text := outdent(trimLines(doc.CleanLines(strings.Join(raw, "\n"))))
	t.add(doc.Block{Kind: doc.Code, Text: text, First: from, Last: to - 1, Quotes: t.lines[from].quotes, Element: -1})
}

// outdent takes the white space that all lines begin with off them.
func outdent(s string) string {
	ls := strings.Split(s, "\n")
	common := -1
	for _, l := range ls {
		if n := len(l) - len(strings.TrimLeft(l, " ")); l != "" && (common < 0 || n < common) {
			common = n
		}
	}
	for i := range ls {
		ls[i] = ls[i][min(max(common, 0), len(ls[i])):]
	}
	return strings.Join(ls, "\n")
}
