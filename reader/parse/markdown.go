package parse

import (
	"net/url"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"lectern/reader/doc"
)

// Markdown reads a Markdown text: CommonMark with GitHub's tables,
// strikethrough, task lists and bare addresses, footnotes, and YAML front
// matter. The base is the address relative links start from, "" without one.
//
// Every line that is not blank belongs to exactly one block, those of the
// front matter apart: they are the document's metadata. Lines that show
// nothing, such as fences and link definitions, belong to the block before.
//
// Input on which goldmark would take more than linear time is read as plain
// text.
func Markdown(source, base string) *doc.Document {
	d := &doc.Document{Format: doc.Markdown, Address: doc.CleanURL(nil, base)}
	body, skipped := frontMatter(d, source)
	if costly(body) {
		d.Blocks = textBlocks(body, skipped)
		return d
	}
	m := &marker{d: d, src: []byte(body), lines: newLineIndex(body), first: -1, last: -1}
	if d.Address != "" {
		m.base, _ = url.Parse(d.Address) // CleanURL has parsed it before
	}
	m.children(newMarkdownParser().Parse(text.NewReader(m.src)))
	if len(d.Blocks) == 0 { // nothing but marks
		d.Blocks = textBlocks(body, skipped)
		return d
	}
	assignLines(d.Blocks, m.spots, body)
	for i := range d.Blocks {
		if b := &d.Blocks[i]; b.First >= 0 {
			b.First += skipped
			b.Last += skipped
		}
		if b := &d.Blocks[i]; d.Title == "" && b.Kind == doc.Heading && b.Level == 1 {
			d.Title = b.Text
		}
	}
	return d
}

// newMarkdownParser returns goldmark's parser without its footnote
// transformer, which would move footnotes to the end and drop those that
// nothing refers to.
func newMarkdownParser() parser.Parser {
	return goldmark.New(
		goldmark.WithExtensions(extension.GFM),
		goldmark.WithParserOptions(
			parser.WithBlockParsers(util.Prioritized(extension.NewFootnoteBlockParser(), 999)),
			parser.WithInlineParsers(util.Prioritized(extension.NewFootnoteParser(), 101)),
		),
	).Parser()
}

// maxNesting is how deep quotes and lists may nest in Markdown.
const maxNesting = 64

// costly reports whether goldmark would take long over a text. It is linear
// but for unclosed emphasis and brackets, which it looks up again and again
// within a paragraph; footnotes, which it looks up in a list; nested
// containers; and tables, whose rows it fills up to the width of the first.
func costly(s string) bool {
	budget := 20_000_000 + 16*len(s)
	notes := strings.Count(s, "[^")
	cost := notes * notes
	marks, pipes, rows := 0, 0, 0
	for line := range strings.SplitSeq(s, "\n") {
		rest, depth := stripMarkers(line)
		if depth > maxNesting {
			return true
		}
		if depth > 0 || strings.TrimSpace(rest) == "" {
			cost += marks*marks + 50*pipes*rows
			marks, pipes, rows = 0, 0, 0
		}
		for i := range len(rest) {
			switch rest[i] {
			case '*', '_', '[', ']', '~', '<', '`':
				marks++
			case '|':
				pipes++
			}
		}
		rows++
		if cost > budget {
			return true
		}
	}
	return cost+marks*marks+50*pipes*rows > budget
}

// stripMarkers takes the marks of quotes, lists and headings off a line and
// returns how deep they nest it.
func stripMarkers(line string) (rest string, depth int) {
	rest = strings.TrimLeft(line, " \t")
	indent := len(line) - len(rest)
	for rest != "" {
		n := 0
		for n < len(rest) && n < 9 && rest[n] >= '0' && rest[n] <= '9' {
			n++
		}
		switch {
		case rest[0] == '>':
			n = 1
		case strings.IndexByte("-+*#", rest[0]) >= 0:
			n = 1
			if len(rest) > 1 && strings.IndexByte(" \t#", rest[1]) < 0 {
				return rest, depth
			}
		case n > 0 && n+1 < len(rest) && (rest[n] == '.' || rest[n] == ')') && rest[n+1] == ' ':
			n++
		default:
			return rest, depth
		}
		if depth == 0 {
			depth = indent / 2
		}
		depth++
		rest = strings.TrimLeft(rest[n:], " \t")
	}
	return rest, depth
}
