package parse

import (
	"strings"

	"lectern/reader/doc"
)

// Text reads plain text. A line is a block, unless the text is wrapped by
// hand: then the lines of a paragraph are one. Lists, quotations, code,
// headings and rules are recognised where the lines leave no doubt.
//
// Every line that is not blank belongs to exactly one block, and a block's
// text is the words of its lines, less the marks of lists and quotations. A
// line of nothing but characters that doc.Clean drops is blank.
func Text(source string) *doc.Document {
	d := &doc.Document{Format: doc.Text, Blocks: textBlocks(source, 0)}
	if len(d.Blocks) > 1 && d.Blocks[0].Kind == doc.Heading {
		d.Title = d.Blocks[0].Text
	}
	d.Byline, d.Published = masthead(d.Blocks)
	mailHead(d)
	return d
}

// mailHead takes title and byline from the head of an e-mail.
func mailHead(d *doc.Document) {
	const most = 12
	var from, subject string
	for i := range min(len(d.Blocks), most) {
		key, value, _ := strings.Cut(d.Blocks[i].Text, ": ")
		switch {
		case strings.EqualFold(key, "From"):
			from, _, _ = strings.Cut(value, " <")
		case strings.EqualFold(key, "Subject"):
			subject = value
		}
	}
	if from == "" || subject == "" {
		return
	}
	d.Title, d.Byline = subject, personName(strings.Trim(from, "\""))
}

// textBlocks makes blocks of lines, of which the first has the number from.
func textBlocks(source string, from int) []doc.Block {
	t := scanText(source)
	t.confirmLists()
	t.confirmQuotes()
	t.width = wrapWidth(t.lines)
	t.build()
	markHeadings(t.blocks)
	for i := range t.blocks {
		t.blocks[i].First += from
		t.blocks[i].Last += from
	}
	return t.blocks
}

// mastheadBlocks is how many blocks before the first paragraph, and after it,
// may tell who wrote a text and when.
const (
	mastheadBlocks = 60
	mastheadAfter  = 2
	proseRunes     = 160 // a block this long is a paragraph
)

// masthead returns the byline and the date of a text, if lines near its start
// consist of them, and of no other.
func masthead(blocks []doc.Block) (by, published string) {
	stop := min(len(blocks), mastheadBlocks)
	for i := range stop {
		if len(blocks[i].Text) >= proseRunes {
			stop = min(stop, i+1+mastheadAfter)
			break
		}
	}
	names, dates := map[string]bool{}, map[string]bool{}
	for i := range stop {
		if len(blocks[i].Text) > maxGuess {
			continue
		}
		for _, part := range splitMast(blocks[i].Text) {
			if n := bylineIn(part); n != "" {
				by, names[n] = n, true
			}
			if p := onlyDate(part); p != "" {
				published, dates[p] = p, true
			}
		}
	}
	if len(names) != 1 {
		by = ""
	}
	if len(dates) != 1 {
		published = ""
	}
	return by, published
}

// splitMast takes a line such as "By Jane Doe | 3 March 2026" apart.
func splitMast(s string) []string {
	for _, sep := range [...]string{bar, " · ", " • ", " — ", " – ", hyphen} {
		s = strings.ReplaceAll(s, sep, "\n")
	}
	return strings.Split(s, "\n")
}

// dateWords are words that stand with a date of publication.
const dateWords = "published updated posted on date am pm gmt utc est edt ist the at " +
	"mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday"

// onlyDate returns the date of a line that has nothing else in it.
func onlyDate(s string) string {
	p := dateOf(s)
	if p == "" {
		return ""
	}
	for w := range wordSet(s) {
		if monthOf(w) == 0 && !hasToken(dateWords, w) && strings.Trim(w, "0123456789thsrdn年月日년월일") != "" {
			return ""
		}
	}
	return p
}
