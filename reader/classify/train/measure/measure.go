// Package measure scores what the classifier makes of labelled pages, by the
// measures of the public benchmarks: agreement of words with the gold text,
// page by page, and agreement line by line.
package measure

import (
	"slices"
	"strings"

	"lectern/reader/classify/train/align"
	"lectern/reader/classify/train/corpus"
	"lectern/reader/doc"
)

// Score is precision, recall and their harmonic mean, each 0 … 1.
type Score struct{ P, R, F1 float64 }

func score(right, wrong, missed float64) Score {
	var s Score
	if right+wrong > 0 {
		s.P = right / (right + wrong)
	}
	if right+missed > 0 {
		s.R = right / (right + missed)
	}
	if s.P+s.R > 0 {
		s.F1 = 2 * s.P * s.R / (s.P + s.R)
	}
	return s
}

// Words compares two texts as multisets of words. Two texts without words agree.
func Words(text, gold string) Score {
	p, r := align.Words(text), align.Words(gold)
	switch {
	case len(r) == 0 && len(p) == 0:
		return Score{1, 1, 1}
	case len(r) == 0 || len(p) == 0:
		return Score{}
	}
	left := make(map[string]int, len(r))
	for _, w := range r {
		left[w]++
	}
	hit := 0
	for _, w := range p {
		if left[w] > 0 {
			left[w]--
			hit++
		}
	}
	return score(float64(hit), float64(len(p)-hit), float64(len(r)-hit))
}

// Pages collects scores of whole pages.
type Pages struct{ all []pageScore }

type pageScore struct {
	kind          string
	words         Score
	with, without float64 // -1: the page names no such passages
}

// Add scores the article found on a page of a kind.
func (p *Pages) Add(kind, text string, gold corpus.Gold) {
	low := align.Lower(text)
	s := pageScore{kind: kind, words: Words(text, gold.Text), with: share(low, gold.With), without: share(low, gold.Without)}
	if s.without >= 0 {
		s.without = 1 - s.without
	}
	p.all = append(p.all, s)
}

// share returns the share of the passages that stand in a text, -1 if there
// are none to look for.
func share(low string, passages []string) float64 {
	if len(passages) == 0 {
		return -1
	}
	n := 0
	for _, s := range passages {
		if strings.Contains(low, align.Lower(s)) {
			n++
		}
	}
	return float64(n) / float64(len(passages))
}

// PageTotal is the mean of the scores of pages.
type PageTotal struct {
	Pages   int
	Words   Score   // F1 is the mean of the pages' own, not made of P and R
	With    float64 // share of passages that belong to the article kept
	Without float64 // share of passages that do not removed
}

// Total averages over the pages of the kinds, over all without any. Passages
// are averaged over the pages that name some.
func (p *Pages) Total(kinds ...string) PageTotal {
	var t PageTotal
	var with, without int
	for _, s := range p.all {
		if len(kinds) > 0 && !slices.Contains(kinds, s.kind) {
			continue
		}
		t.Pages++
		t.Words.P += s.words.P
		t.Words.R += s.words.R
		t.Words.F1 += s.words.F1
		if s.with >= 0 {
			with++
			t.With += s.with
		}
		if s.without >= 0 {
			without++
			t.Without += s.without
		}
	}
	n := float64(max(1, t.Pages))
	t.Words.P /= n
	t.Words.R /= n
	t.Words.F1 /= n
	t.With /= float64(max(1, with))
	t.Without /= float64(max(1, without))
	return t
}

// Kept returns for every line of a text whether it is in a kept block of the
// document made of these lines.
func Kept(d *doc.Document, lines int) []bool {
	keep := make([]bool, lines)
	for i := range d.Blocks {
		b := &d.Blocks[i]
		for l := b.First; l <= b.Last && l < lines; l++ {
			keep[l] = b.Verdict.Kept
		}
	}
	return keep
}

// Found returns for every line of a page whether it stands in the text of the
// article found on it, in order.
func Found(lines []corpus.Line, text string) []bool {
	keep := make([]bool, len(lines))
	if text == "" {
		return keep
	}
	texts := make([]string, len(lines))
	for i, l := range lines {
		texts[i] = l.Text
	}
	labels, _ := align.Lines(texts, text, "")
	for i, l := range labels {
		keep[i] = l == corpus.Article
	}
	return keep
}
