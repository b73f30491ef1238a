package align

import (
	"regexp"
	"strings"
)

var (
	signed = word(`^(by|written by|posted by|von|por)\s+\S+(\s\S+){0,4}$`)
	year   = regexp.MustCompile(`\b(19|20)\d\d\b`)
	dated  = word(`\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d{1,2}[./-]\d{1,2})`)
)

// Lengths in bytes.
const (
	bylineMost = 90
	dateMost   = 60
	nameRoom   = 30 // what a line may have beside the author's name
)

// Byline reports whether a line names the author or the date of a story, which
// a reader shows apart from its text. The author may be "".
func Byline(line, author string) bool {
	low := strings.ToLower(line)
	switch {
	case len(line) > bylineMost:
		return false
	case author != "" && strings.Contains(low, strings.ToLower(author)) && len(line) < len(author)+nameRoom:
		return true
	case signed.MatchString(low):
		return true
	}
	return len(line) < dateMost && year.MatchString(low) && dated.MatchString(low)
}
