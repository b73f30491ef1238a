package entity

import (
	"slices"
	"strings"

	"lectern/reader/doc"
)

// rows makes the names of a list of one kind: in "in Yuli, Jhuosi and Hualien"
// what most and the surest of them are, the others are too.
func (s *sentence) rows() {
	slices.SortFunc(s.mentions, func(a, b mention) int { return a.from - b.from })
	for from := 0; from < len(s.mentions); {
		to := from + 1
		for to < len(s.mentions) && s.listed(s.mentions[to-1].to, s.mentions[to].from) {
			to++
		}
		if to-from >= minRow {
			level(s.mentions[from:to])
		}
		from = to
	}
}

// minRow is how many names make a list.
const minRow = 3

// listed reports whether only what joins the names of a list stands in [from,
// to): a comma, "and", figures in brackets.
func (s *sentence) listed(from, to int) bool {
	if from >= to {
		return false
	}
	inside := false
	for _, w := range s.words[from:to] {
		switch {
		case w == "(":
			inside = true
		case w == ")":
			inside = false
		case inside, w == ",", w == ";", w == "and", w == "or", w == "&":
		case strings.Trim(w, "0123456789.%+-") == "":
		default:
			return false
		}
	}
	return true
}

// level gives the names of a list the kind that speaks loudest.
func level(row []mention) {
	var votes [4]float32
	sum := float32(0)
	for _, m := range row {
		votes[m.kind] += m.sure
		sum += m.sure
	}
	best := doc.Person
	for k := range votes {
		if votes[k] > votes[best] {
			best = doc.EntityKind(k)
		}
	}
	if votes[best] < most*sum {
		return
	}
	for i := range row {
		if m := &row[i]; m.kind != best && m.sure < unsure {
			m.kind = best
		}
	}
}

const (
	most   = 0.6 // share of a list that settles its kind
	unsure = 0.8 // a surer name keeps its own
)
