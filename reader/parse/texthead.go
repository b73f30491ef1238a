package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/reader/doc"
)

// maxHeading is how long a heading in plain text may be, in runes and words.
const (
	maxHeading      = 90
	maxHeadingWords = 16
)

// markHeadings makes headings of the lines that look like it.
func markHeadings(blocks []doc.Block) {
	for i := range blocks {
		if level := headingLevel(blocks, i); level > 0 {
			blocks[i].Kind, blocks[i].Level = doc.Heading, level
		}
	}
}

// headingLevel returns the rank of a block that is a heading, 0 for others:
// it is underlined, or it is a short line before prose, and after prose or at
// the start of a chapter. The first block of a text is its title.
func headingLevel(blocks []doc.Block, i int) int {
	b := &blocks[i]
	if b.Kind != doc.Paragraph || b.Tight || i+1 == len(blocks) || b.First != b.Last {
		return 0
	}
	if underlined(blocks, i) {
		return 2
	}
	if !headlike(b.Text) {
		return 0
	}
	if i == 0 {
		if prose(&blocks[afterMasthead(blocks)]) {
			return 1
		}
		return 0
	}
	before := &blocks[i-1]
	if prose(&blocks[i+1]) && (prose(before) || before.Kind == doc.Rule || before.Kind == doc.ListItem || chapter(b.Text)) {
		return 2
	}
	return 0
}

// underlined reports whether a rule stands right below a block, and nothing
// right above it.
func underlined(blocks []doc.Block, i int) bool {
	b, below := &blocks[i], &blocks[i+1]
	return below.Kind == doc.Rule && below.First == b.Last+1 && utf8.RuneCountInString(b.Text) <= maxHeading &&
		(i == 0 || blocks[i-1].Last < b.First-1)
}

// afterMasthead returns the index of the first block after the first that is
// neither byline nor date nor the heading of a chapter.
func afterMasthead(blocks []doc.Block) int {
	const most = 4
	i := 1
	for i+1 < len(blocks) && i < most && (mastLine(blocks[i].Text) || chapter(blocks[i].Text)) {
		i++
	}
	return i
}

// chapter reports whether a line is the heading of a chapter, as books have it.
func chapter(s string) bool {
	word, rest, ok := strings.Cut(strings.ToLower(s), " ")
	return ok && headlike(s) && rest != "" && hasToken("chapter part book section kapitel teil chapitre partie capítulo capitolo", word)
}

// mastLine reports whether a line tells who wrote a text or when.
func mastLine(s string) bool {
	for _, p := range splitMast(s) {
		if len(s) <= maxGuess && (bylineIn(p) != "" || onlyDate(p) != "") {
			return true
		}
	}
	return false
}

// prose reports whether a block is a paragraph of some length that ends like
// a sentence.
func prose(b *doc.Block) bool {
	if b.Kind != doc.Paragraph || len(b.Text) < proseRunes {
		return false
	}
	end, _ := utf8.DecodeLastRuneInString(strings.TrimRight(b.Text, "\"'”’»)]"))
	return strings.ContainsRune(".!?。！？؟।…:", end)
}

// headlike reports whether a line looks like a headline: short, beginning like
// a sentence but not ending like one.
func headlike(s string) bool {
	if n := utf8.RuneCountInString(s); n < 3 || n > maxHeading || strings.Count(s, " ") >= maxHeadingWords {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"'“‘«([¿¡"))
	last, _ := utf8.DecodeLastRuneInString(s)
	if unicode.IsLower(first) || !unicode.IsLetter(first) && !unicode.IsDigit(first) || strings.ContainsRune(".,;:…。、→›»|", last) {
		return false
	}
	return strings.IndexFunc(s, unicode.IsLetter) >= 0 && bylineIn(s) == "" && dateOf(s) == ""
}
