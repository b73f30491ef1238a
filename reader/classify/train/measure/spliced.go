package measure

import (
	"slices"

	"lectern/reader/classify/train/align"
	"lectern/reader/classify/train/corpus"
	"lectern/reader/doc"
)

// Spliced counts what became of lines put into articles, and of the articles'
// own.
type Spliced struct {
	Put, Removed    int // lines of clutter put in, and how many of them were removed
	Article, Kept   int // lines of the articles, and how many of them were kept
	Alone, Still    int // how many are kept where nothing is put in, and how many of these were
	Passage, Spared int // lines put in that belong to an article, and how many of them were kept
}

// Add counts the decisions on a page into which lines were put; put and keep
// have one entry for each line, and so has alone, which says what is kept where none
// are; nil where nobody knows.
func (s *Spliced) Add(lines []corpus.Line, put, keep, alone []bool) {
	for i, l := range lines {
		switch {
		case put[i] && l.Label == corpus.Clutter:
			s.Put++
			if !keep[i] {
				s.Removed++
			}
		case put[i] && l.Label == corpus.Article:
			s.Passage++
			if keep[i] {
				s.Spared++
			}
		case l.Label == corpus.Article:
			s.Article++
			if keep[i] {
				s.Kept++
			}
			if i < len(alone) && alone[i] {
				s.Alone++
				if keep[i] {
					s.Still++
				}
			}
		}
	}
}

// Join adds what another has counted.
func (s *Spliced) Join(o *Spliced) {
	s.Put += o.Put
	s.Removed += o.Removed
	s.Article += o.Article
	s.Kept += o.Kept
	s.Alone += o.Alone
	s.Still += o.Still
	s.Passage += o.Passage
	s.Spared += o.Spared
}

// Shares returns the share of lines put in that were removed, that of the articles'
// own lines that were kept, and that of those which are kept where nothing is put in.
func (s *Spliced) Shares() (removed, kept, still float64) {
	share := func(n, of int) float64 { return float64(n) / float64(max(1, of)) }
	return share(s.Removed, s.Put), share(s.Kept, s.Article), share(s.Still, s.Alone)
}

// reasons are those that agree with a tag. A tag is given by one word of a
// line, such as "subscribe" in an offer of a newsletter, hence more than one.
var reasons = map[string][]doc.Reason{
	align.Cookie:     {doc.Consent, doc.Legal},
	align.Newsletter: {doc.Newsletter},
	align.Login:      {doc.Account},
	align.Plan:       {doc.Subscription},
	align.Paywall:    {doc.Subscription},
	align.Price:      {doc.Subscription, doc.Advertising},
	align.Ad:         {doc.Advertising},
	align.Share:      {doc.Social},
	align.Related:    {doc.Related},
}

// Agrees reports whether a reason fits what a labelled line is about.
func Agrees(tag string, r doc.Reason) bool { return slices.Contains(reasons[tag], r) }
