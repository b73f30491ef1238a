package prompts

import (
	"math/rand/v2"
	"slices"
)

// Where is the place of a prompt in an article.
type Where uint8

// A prompt stands after the last line, before the article or within its first
// three lines (title, byline, lead), or at any gap between two lines.
const (
	Tail Where = iota
	Head
	Middle
)

// Part is how much of a prompt is used. Whatever the part, its lines keep
// their order, and at least one is left.
type Part uint8

// All lines; the first few; the last few; a few in a row; some, with gaps. A
// prompt of one line is always used whole.
const (
	Whole Part = iota
	Opening
	Ending
	Run
	Some
)

// headLines is how many lines of an article may stand before a prompt at its
// head.
const headLines = 3

// Cut returns the prompt with only the lines of the part. The receiver and its
// lines are unchanged. The same state of the generator gives the same lines.
func (p Prompt) Cut(part Part, rng *rand.Rand) Prompt {
	cut, n := p, len(p.Lines)
	if n < 2 {
		return cut
	}
	switch part {
	case Whole:
	case Opening:
		cut.Lines = p.Lines[:1+rng.IntN(n-1)]
	case Ending:
		cut.Lines = p.Lines[1+rng.IntN(n-1):]
	case Run:
		length := 1 + rng.IntN(n-1)
		from := rng.IntN(n - length + 1)
		cut.Lines = p.Lines[from : from+length]
	case Some:
		cut.Lines = some(p.Lines, rng)
	}
	return cut
}

// some leaves each line out at even odds, but never all.
func some(lines []Line, rng *rand.Rand) []Line {
	left := make([]Line, 0, len(lines))
	for _, l := range lines {
		if rng.IntN(2) == 0 {
			left = append(left, l)
		}
	}
	if len(left) == 0 {
		left = append(left, lines[rng.IntN(len(lines))])
	}
	return left
}

// Splice puts a part of the prompt into the lines of an article and returns
// the longer list, in which the prompt is at [from, to). The given lines are
// unchanged. The same state of the generator gives the same result. Who needs
// the reasons of the lines put in calls Cut first, and then Splice with Whole.
func Splice(lines []string, p Prompt, where Where, part Part, rng *rand.Rand) (out []string, from, to int) {
	cut := p.Cut(part, rng)
	texts := make([]string, len(cut.Lines))
	for i, l := range cut.Lines {
		texts[i] = l.Text
	}
	from = place(len(lines), where, rng)
	return slices.Concat(lines[:from], texts, lines[from:]), from, from + len(texts)
}

// place returns how many of an article's n lines stand before a prompt.
func place(n int, where Where, rng *rand.Rand) int {
	switch {
	case where == Head && n > 0:
		return rng.IntN(min(headLines, n-1) + 1)
	case where == Middle && n > 1:
		return 1 + rng.IntN(n-1)
	}
	return n
}
