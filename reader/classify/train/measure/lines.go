package measure

import (
	"unicode/utf8"

	"lectern/reader/classify/train/align"
	"lectern/reader/classify/train/corpus"
)

// nearLines is how many lines after the last of the article count as near it,
// less one.
const nearLines = 12

// Lines collects decisions on labelled lines.
type Lines struct {
	pages, exact        int
	kept, lost          float64 // lines of articles
	removed, left       float64 // lines of clutter
	near, nearRemoved   int
	prompts, promptsOff int
	tags                map[string]*Tagged
	f1                  float64 // of the pages, by characters
}

// Tagged counts clutter lines of one tag.
type Tagged struct{ Lines, Removed int }

// LineTotal is what Lines makes of its pages.
type LineTotal struct {
	Pages            int
	Article, Clutter Score              // over all lines
	Exact            float64            // share of pages without a wrong line
	PageF1           float64            // mean F1 of the article's characters
	Near             float64            // share of prompts near the article removed
	Prompts          float64            // share of all prompts removed
	Tags             map[string]*Tagged // by tag
}

// prompt reports whether a line is one that no reader wants: it asks for
// consent, an address, a login, money.
func prompt(l corpus.Line) bool {
	return l.Label == corpus.Clutter && align.Asks(l.Tag)
}

// Add scores the decisions on a page's lines; keep has one for each.
func (ls *Lines) Add(lines []corpus.Line, keep []bool) {
	from, to := zone(lines)
	ls.pages++
	var right, wrong, missed float64 // characters
	exact := true
	for i, l := range lines {
		n := float64(utf8.RuneCountInString(l.Text))
		switch {
		case l.Label == corpus.Unsure:
			continue
		case l.Label == corpus.Article && keep[i]:
			ls.kept++
			right += n
		case l.Label == corpus.Article:
			ls.lost++
			missed += n
			exact = false
		case keep[i]:
			ls.left++
			wrong += n
			exact = false
		default:
			ls.removed++
		}
		if l.Label == corpus.Clutter && l.Tag != "" {
			ls.tag(l, keep[i], from <= i && i < to)
		}
	}
	ls.f1 += score(right, wrong, missed).F1
	if exact {
		ls.exact++
	}
}

func (ls *Lines) tag(l corpus.Line, kept, near bool) {
	if ls.tags == nil {
		ls.tags = map[string]*Tagged{}
	}
	t := ls.tags[l.Tag]
	if t == nil {
		t = &Tagged{}
		ls.tags[l.Tag] = t
	}
	off := 0
	if !kept {
		off = 1
	}
	t.Lines++
	t.Removed += off
	if !prompt(l) {
		return
	}
	ls.prompts++
	ls.promptsOff += off
	if near {
		ls.near++
		ls.nearRemoved += off
	}
}

// zone returns the lines [from, to) that are near the article.
func zone(lines []corpus.Line) (from, to int) {
	from = -1
	for i, l := range lines {
		if l.Label == corpus.Article {
			to = i + nearLines
			if from < 0 {
				from = i
			}
		}
	}
	return max(0, from), to
}

// Total sums up.
func (ls *Lines) Total() LineTotal {
	n := float64(max(1, ls.pages))
	return LineTotal{
		Pages:   ls.pages,
		Article: score(ls.kept, ls.left, ls.lost),
		Clutter: score(ls.removed, ls.lost, ls.left),
		Exact:   float64(ls.exact) / n,
		PageF1:  ls.f1 / n,
		Near:    float64(ls.nearRemoved) / float64(max(1, ls.near)),
		Prompts: float64(ls.promptsOff) / float64(max(1, ls.prompts)),
		Tags:    ls.tags,
	}
}
