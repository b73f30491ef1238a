package layout

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"lectern/reader/doc"
)

// Head returns the rows above the article: its title, then byline, site, date
// and reading time. A title that the article itself begins with is left to the
// article.
func Head(d *doc.Document, o Options) []Line {
	p := newPage(d, o)
	if d.Title != "" && !p.beginsWith(d.Title) {
		p.own(Title, "", d.Title)
	}
	var parts []string
	for _, s := range []string{d.Byline, d.Site, humanDate(d.Published), readingTime(d)} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	p.join(parts)
	return p.lines
}

// beginsWith reports whether the first block on the page is a heading of the
// text.
func (p *page) beginsWith(text string) bool {
	for i := range p.doc.Blocks {
		if p.shown(i) {
			b := &p.doc.Blocks[i]
			return b.Verdict.Kept && b.Kind == doc.Heading && strings.EqualFold(b.Text, text)
		}
	}
	return false
}

// Tail returns the rows below the article: where the source itself ends before
// the story does, a notice that says so, and how one can tell.
func Tail(d *doc.Document, o Options) []Line {
	if !d.Cutoff.Cut {
		return nil
	}
	p := newPage(d, o)
	p.lines = append(p.lines, Line{Kind: Gap, Block: -1})
	p.own(Notice, "", "The text ends here on the source too.")
	indent := spaces(min(2, p.width/4))
	for _, e := range d.Cutoff.Evidence {
		p.own(Meta, indent, e)
	}
	return p.lines
}

// own adds rows of the page's own text.
func (p *page) own(kind LineKind, prefix, text string) {
	first := true
	p.m.wrap(text, p.width-len(prefix), func(start, end int) {
		p.lines = append(p.lines, Line{Kind: kind, First: first, Block: -1, Prefix: prefix, Text: text[start:end]})
		first = false
	})
}

// join adds the parts as rows of metadata with dots between them; a row is
// broken between two parts where it can.
func (p *page) join(parts []string) {
	const dot = " · "
	row := ""
	for _, s := range parts {
		switch {
		case row == "":
			row = s
		case p.m.width(row)+p.m.width(dot)+p.m.width(s) <= p.width:
			row += dot + s
		default:
			p.own(Meta, "", row)
			row = s
		}
	}
	if row != "" {
		p.own(Meta, "", row)
	}
}

// humanDate returns a date YYYY-MM-DD as people write it, and anything else as
// it is.
func humanDate(s string) string {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return s
	}
	return t.Format("2 January 2006")
}

// readingTime returns how long the kept text takes to read, "" without any.
func readingTime(d *doc.Document) string {
	n := 0
	for i := range d.Blocks {
		if b := &d.Blocks[i]; b.Verdict.Kept && b.Kind != doc.Image {
			n += utf8.RuneCountInString(b.Text)
		}
	}
	if n == 0 {
		return ""
	}
	perMinute := readingSpeed(d.Language)
	return inTime((n+perMinute-1)/perMinute) + " read"
}

// inTime returns a number of minutes as people say it: hours from one hour on,
// and without the minutes where an hour more or less is all the same.
func inTime(minutes int) string {
	const hour, long = 60, 10 * 60
	switch {
	case minutes < hour:
		return strconv.Itoa(minutes) + " min"
	case minutes >= long:
		return strconv.Itoa((minutes+hour/2)/hour) + " h"
	case minutes%hour == 0:
		return strconv.Itoa(minutes/hour) + " h"
	}
	return strconv.Itoa(minutes/hour) + " h " + strconv.Itoa(minutes%hour) + " min"
}

// readingSpeed returns the characters people read in a minute, spaces counted,
// in the language of a BCP 47 tag; English stands for languages not measured.
func readingSpeed(tag string) int {
	language, _, _ := strings.Cut(strings.ToLower(tag), "-")
	if n, ok := charactersPerMinute[language]; ok {
		return n
	}
	return charactersPerMinute["en"]
}

// charactersPerMinute are the speeds that Trauzettel-Klosinski and Dietz
// measured, "Standardized Assessment of Reading Performance: The New
// International Reading Speed Texts IReST" (2012).
var charactersPerMinute = map[string]int{
	"ar": 612, "de": 920, "en": 987, "es": 1025, "fi": 1078, "fr": 998, "he": 833, "it": 950, "ja": 357,
	"nl": 978, "pl": 916, "pt": 913, "ru": 986, "sl": 885, "sv": 917, "tr": 1054, "zh": 255,
}
