package export

import (
	"bufio"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"lectern/reader/doc"
)

// writeMarkdown writes the article as CommonMark with GitHub's tables and
// strikethrough, after front matter.
func writeMarkdown(out *bufio.Writer, d *doc.Document, saved time.Time) error {
	if err := writeFrontMatter(out, d, saved); err != nil {
		return err
	}
	w := markdownWriter{out: out}
	w.put("\n")
	if strings.TrimSpace(d.Title) != "" {
		w.block(&doc.Block{Kind: doc.Heading, Level: 1, Text: d.Title})
	}
	for _, b := range article(d) {
		w.block(b)
	}
	w.put("\n")
	return nil
}

// markdownWriter writes blocks one after the other, each without the end of its
// last line. Errors of a bufio.Writer stay in it until Flush, so none is looked
// at here.
type markdownWriter struct {
	out      *bufio.Writer
	previous *doc.Block
	quotes   int    // how many quotations the block being written stands in
	lists    []list // the open lists, outer before inner
}

// list is an open list of a Markdown file.
type list struct {
	level   int // as in doc.Block
	indent  int // where the text of its items starts, in columns
	ordered bool
	number  int  // of the last item
	other   bool // marked in the other of the two ways, to end the list before it
}

// put writes strings as they are.
func (w *markdownWriter) put(ss ...string) {
	for _, s := range ss {
		_, _ = w.out.WriteString(s)
	}
}

// block writes a block and what sets it apart from the one before.
func (w *markdownWriter) block(b *doc.Block) {
	if follows(w.previous, b) {
		w.put("\\\n", w.start(), markdownLine(b))
		w.previous = b
		return
	}
	quotes := quotesOf(b)
	if quotes != w.quotes || b.Kind != doc.ListItem {
		w.lists = w.lists[:0]
	}
	if b.Kind == doc.ListItem {
		w.item(b, quotes)
	} else {
		w.gap(quotes)
		w.other(b)
	}
	w.previous = b
}

// gap starts a block after an empty line, which stands in the quotations that
// both blocks are in.
func (w *markdownWriter) gap(quotes int) {
	if w.previous != nil {
		w.put("\n", strings.TrimRight(strings.Repeat("> ", min(w.quotes, quotes)), " "), "\n")
	}
	w.quotes = quotes
}

// start returns what every line of the block being written starts with.
func (w *markdownWriter) start() string {
	s := strings.Repeat("> ", w.quotes)
	if n := len(w.lists); n > 0 {
		s += strings.Repeat(" ", w.lists[n-1].indent)
	}
	return s
}

// markdownLine returns the text of a paragraph of whatever sort. Captions,
// which Markdown does not know, are emphasised.
func markdownLine(b *doc.Block) string {
	spans := b.Spans
	if b.Kind == doc.Caption {
		spans = append([]doc.Span{{Start: 0, End: len(b.Text), Kind: doc.Emphasis}}, spans...)
	}
	return inlineMarkdown(b.Text, spans, 0, len(b.Text), line)
}

// other writes all but list items.
func (w *markdownWriter) other(b *doc.Block) {
	switch b.Kind {
	case doc.Heading:
		w.put(w.start(), strings.Repeat("#", min(max(b.Level, 1), 6)), " ", inlineMarkdown(b.Text, b.Spans, 0, len(b.Text), title))
	case doc.Code:
		w.fence(b)
	case doc.Table:
		w.table(b)
	case doc.Image:
		w.put(w.start(), "![", inlineMarkdown(b.Text, nil, 0, len(b.Text), alt), "](", destination(doc.CleanURL(nil, b.Target)), ")")
	case doc.Rule:
		w.put(w.start(), "---")
	default:
		w.put(w.start(), markdownLine(b))
	}
}

// item writes a list item, or a further paragraph of one.
func (w *markdownWriter) item(b *doc.Block, quotes int) {
	var sibling *list
	for n := len(w.lists); n > 0 && (w.lists[n-1].level >= b.Level || n == maxDepth) && b.Marker != ""; n-- {
		sibling = &w.lists[n-1]
		w.lists = w.lists[:n-1]
	}
	if b.Marker == "" {
		for n := len(w.lists); n > 1 && w.lists[n-1].level > b.Level; n-- {
			w.lists = w.lists[:n-1]
		}
		w.gap(quotes)
		w.put(w.start(), markdownLine(b))
		return
	}
	l := list{level: b.Level}
	mark, goesOn := l.mark(b.Marker, sibling)
	nests := sibling == nil && len(w.lists) > 0 && (!l.ordered || l.number == 1)
	if w.previous != nil && w.previous.Kind == doc.ListItem && w.previous.Marker != "" && (goesOn || nests) {
		w.put("\n")
	} else {
		w.gap(quotes)
	}
	w.put(w.start(), mark, " ", checkbox(b.Marker), markdownLine(b))
	if n := len(w.lists); n > 0 {
		l.indent = w.lists[n-1].indent
	}
	l.indent += len(mark) + 1
	w.lists = append(w.lists, l)
}

// mark returns the mark of an item, and whether it goes on with the list of the
// sibling before it, which is nil for the first. Readers of Markdown number a
// list by its first item alone, so a number out of turn starts a new list.
func (l *list) mark(marker string, sibling *list) (mark string, goesOn bool) {
	last := 0
	if sibling != nil && sibling.ordered {
		last = sibling.number
	}
	n, style := ordinal(marker, last)
	l.number, l.ordered = n, style != 0 && n >= 0 && n <= maxListNumber
	if sibling != nil && sibling.ordered == l.ordered {
		goesOn = !l.ordered || n == sibling.number+1
		l.other = sibling.other
		if !goesOn {
			l.other = !l.other
		}
	}
	switch {
	case l.ordered && l.other:
		return strconv.Itoa(n) + ")", goesOn
	case l.ordered:
		return strconv.Itoa(n) + ".", goesOn
	case l.other:
		return "*", goesOn
	default:
		return "-", goesOn
	}
}

// maxListNumber is the greatest number that CommonMark takes for a list's.
const maxListNumber = 999_999_999

// checkbox returns a task's box as GitHub writes it.
func checkbox(marker string) string {
	switch marker {
	case "☑", "☒", "✓", "✔":
		return "[x] "
	case "☐":
		return "[ ] "
	default:
		return ""
	}
}

// fence writes code between fences longer than any run of backticks in it.
func (w *markdownWriter) fence(b *doc.Block) {
	n := 3
	for run := strings.IndexByte(b.Text, '`'); run >= 0; {
		rest := strings.TrimLeft(b.Text[run:], "`")
		n = max(n, len(b.Text)-run-len(rest)+1)
		next := strings.IndexByte(rest, '`')
		if next < 0 {
			break
		}
		run = len(b.Text) - len(rest) + next
	}
	fence := strings.Repeat("`", n)
	w.put(w.start(), fence, strings.Map(infoRune, b.Language), "\n")
	for l := range strings.SplitSeq(b.Text, "\n") {
		if l == "" {
			w.put(strings.TrimRight(w.start(), " "), "\n")
		} else {
			w.put(w.start(), l, "\n")
		}
	}
	w.put(w.start(), fence)
}

// infoRune keeps what the names of languages are made of.
func infoRune(r rune) rune {
	if r < utf8.RuneSelf && (isAlnum(r) || strings.ContainsRune("+-#._", r)) {
		return r
	}
	return -1
}
