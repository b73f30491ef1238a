// Package stories holds whole pages, line by line, to train and to measure the
// classifier of text with: stories in many languages, of many kinds, with the
// menus, boxes and footers that stand around them.
//
// Every page is written for lectern; publishers, people and most places are
// invented. The files stand in texts/, one a language. A record begins with a
// header line and ends at a blank line:
//
//	# kind=report publisher=Deichpost split=train lang=de
//	- Startseite
//	+ Fähre läuft wieder nach Plan
//	? Von Marike Holm, 3. November 2025
//
// Every line is one block of the page: "+" belongs to the article, "-" is
// clutter, "?" is what people would disagree about. What is to measure with is
// marked split=valid: some languages as a whole, and in every other language
// some publishers. More in those languages is marked split=last: only the model
// that ships learns from it. Pages marked size=full are as long as real ones, and
// have all that stands around a story there.
package stories

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

//go:embed texts/*.txt
var files embed.FS

// Story is one page.
type Story struct {
	Language  string // as in the lang attribute: "de"
	Kind      string // what it is: "report", "recipe", "interview", …
	Publisher string // invented, without spaces
	Split     Split
	Full      bool // it has the size and the frame of real pages
	Lines     []Line
}

// Line is one block of a page.
type Line struct {
	Text string
	Part Part
}

// Part is what a line is to the page.
type Part byte

// The parts, as they are marked.
const (
	Article  Part = '+'
	Clutter  Part = '-'
	Disputed Part = '?'
)

// Split says what a story may be used for.
type Split string

// Train stories may be learnt from. Valid ones are to measure with; the model that
// ships learns from them, too, and from Last ones.
const (
	Train Split = "train"
	Valid Split = "valid"
	Last  Split = "last"
)

// Load returns all stories, always in the same order. The error names the file
// and the line of a record that cannot be read.
func Load() ([]Story, error) {
	names, err := fs.Glob(files, "texts/*.txt")
	if err != nil {
		return nil, fmt.Errorf("list the stories: %w", err)
	}
	var all []Story
	for _, name := range names {
		text, err := files.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
		some, err := parse(string(text))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all = append(all, some...)
	}
	return all, nil
}

// headerMark begins the header of a record.
const headerMark = "# kind="

// parse reads the records of one file.
func parse(text string) ([]Story, error) {
	var all []Story
	inside := false
	for i, line := range strings.Split(text, "\n") {
		var err error
		switch {
		case line == "":
			inside = false
		case strings.HasPrefix(line, headerMark):
			var s Story
			s, err = header(line)
			all = append(all, s)
			inside = true
		case !inside:
			err = fmt.Errorf("a line outside of a record: %q", line)
		default:
			s := &all[len(all)-1]
			var l Line
			l, err = own(line)
			s.Lines = append(s.Lines, l)
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
	}
	return all, nil
}

// header reads a record's first line.
func header(line string) (Story, error) {
	var s Story
	for field := range strings.FieldsSeq(strings.TrimPrefix(line, "#")) {
		key, value, _ := strings.Cut(field, "=")
		switch key {
		case "kind":
			s.Kind = value
		case "publisher":
			s.Publisher = value
		case "lang":
			s.Language = value
		case "size":
			s.Full = value == "full"
		case "split":
			s.Split = Split(value)
		default:
			return s, fmt.Errorf("unknown field %q", key)
		}
	}
	switch {
	case !slices.Contains([]Split{Train, Valid, Last}, s.Split):
		return s, fmt.Errorf("unknown split %q", s.Split)
	case s.Kind == "" || s.Publisher == "" || s.Language == "":
		return s, fmt.Errorf("kind, publisher or language is missing: %q", line)
	}
	return s, nil
}

// own reads a line with its mark.
func own(line string) (Line, error) {
	if len(line) < 3 || line[1] != ' ' {
		return Line{}, fmt.Errorf("a line without a mark: %q", line)
	}
	switch p := Part(line[0]); p {
	case Article, Clutter, Disputed:
		return Line{Text: line[2:], Part: p}, nil
	}
	return Line{}, fmt.Errorf("unknown mark: %q", line)
}
