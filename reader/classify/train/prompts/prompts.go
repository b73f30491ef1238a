// Package prompts holds texts to train and to measure the classifier with:
// what publishers put beside a story to sell, ask, warn and announce, in many
// languages and manners, and passages of articles that merely speak of such
// things and must stay.
//
// Every text is written for lectern, and the publishers are invented. The
// files stand in texts/, one a language, and in negatives/. A record begins
// with a header line and ends at a blank line:
//
//	# style=trial publisher=Heidebote reason=subscription split=train lang=de
//	30 Tage gratis lesen
//	account| Schon Kunde? Anmelden
//
// Every line is one block of the page, and has the reason of the header unless
// it names its own before a bar. What is to measure with is marked
// split=valid (some styles and some languages as a whole, and in every other
// language some publishers) or split=fresh. More of those styles and languages is
// marked split=last: only the model that ships learns from them.
package prompts

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"lectern/reader/doc"
)

//go:embed texts/*.txt negatives/*.txt
var files embed.FS

// Prompt is one text as it stands on a page, line by line.
type Prompt struct {
	Language  string // as in the lang attribute: "de"
	Style     string // how it is built: "metering", "plan-table", …
	Publisher string // invented, without spaces
	Split     Split
	Lines     []Line
}

// Line is one block of a prompt.
type Line struct {
	Text   string
	Reason doc.Reason // why it is removed; None in passages that stay
}

// Split says what a text may be used for.
type Split string

// Train texts may be learnt from, Bare ones by the model of bare text alone:
// pages, which have containers, gain nothing from more of them. Valid ones are to
// measure with: they are of styles that no other is in, and harder. Fresh ones are
// to measure with too, and are as publishers commonly put it. The model of bare
// text that ships learns from these as well, and from Last ones; those that are
// measured do not. Next ones are not learnt from yet by any: until they are, they
// tell how well the model that ships does by what it has never seen.
const (
	Train Split = "train"
	Bare  Split = "bare"
	Valid Split = "valid"
	Fresh Split = "fresh"
	Last  Split = "last"
	Next  Split = "next"
)

// Learnt reports whether models that are measured may learn from a text.
func (s Split) Learnt() bool { return s == Train || s == Bare }

// Load returns all prompts, always in the same order. The error names the file
// and the line of a record that cannot be read.
func Load() ([]Prompt, error) { return readAll("texts") }

// Negatives returns the passages of articles that speak of subscriptions,
// prices, cookies, newsletters and gifts, in the form of prompts. All of their
// lines belong to an article.
func Negatives() ([]Prompt, error) { return readAll("negatives") }

func readAll(dir string) ([]Prompt, error) {
	names, err := fs.Glob(files, dir+"/*.txt")
	if err != nil {
		return nil, fmt.Errorf("list %s: %w", dir, err)
	}
	var all []Prompt
	for _, name := range names {
		text, err := files.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
		ps, err := parse(string(text))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all = append(all, ps...)
	}
	return all, nil
}

// headerMark begins the header of a record.
const headerMark = "# style="

// parse reads the records of one file.
func parse(text string) ([]Prompt, error) {
	var (
		ps     []Prompt
		common doc.Reason // of the record being read
		inside bool
	)
	for i, line := range strings.Split(text, "\n") {
		var err error
		switch {
		case line == "":
			inside = false
		case strings.HasPrefix(line, headerMark):
			var p Prompt
			p, common, err = header(line)
			ps = append(ps, p)
			inside = true
		case !inside:
			err = fmt.Errorf("a line outside of a record: %q", line)
		default:
			p := &ps[len(ps)-1]
			var l Line
			l, err = own(line, common)
			p.Lines = append(p.Lines, l)
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
	}
	return ps, nil
}

// header reads a record's first line.
func header(line string) (p Prompt, common doc.Reason, err error) {
	for field := range strings.FieldsSeq(strings.TrimPrefix(line, "#")) {
		key, value, _ := strings.Cut(field, "=")
		if value == "" {
			return p, common, fmt.Errorf("%q has no value", key)
		}
		switch key {
		case "style":
			p.Style = value
		case "publisher":
			p.Publisher = value
		case "lang":
			p.Language = value
		case "split":
			p.Split = Split(value)
		case "reason":
			if common, err = reasonOf(value); err != nil {
				return p, common, err
			}
		default:
			return p, common, fmt.Errorf("unknown field %q", key)
		}
	}
	if !slices.Contains([]Split{Train, Bare, Valid, Fresh, Last, Next}, p.Split) {
		return p, common, fmt.Errorf("unknown split %q", p.Split)
	}
	if p.Publisher == "" || p.Language == "" {
		return p, common, fmt.Errorf("publisher or language is missing: %q", line)
	}
	return p, common, nil
}

// own reads a line, which may name a reason of its own.
func own(line string, common doc.Reason) (Line, error) {
	name, rest, found := strings.Cut(line, "| ")
	if !found || strings.Trim(name, "abcdefghijklmnopqrstuvwxyz") != "" {
		return Line{Text: line, Reason: common}, nil
	}
	reason, err := reasonOf(name)
	return Line{Text: rest, Reason: reason}, err
}

// reasonOf finds a reason by the first word of its name; "none" is the one for
// what stays.
func reasonOf(name string) (doc.Reason, error) {
	if name == "none" {
		return doc.None, nil
	}
	for _, r := range doc.Reasons() {
		if first, _, _ := strings.Cut(r.String(), " "); first == name {
			return r, nil
		}
	}
	return doc.None, fmt.Errorf("unknown reason %q", name)
}
