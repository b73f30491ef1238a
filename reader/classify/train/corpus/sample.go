package corpus

import (
	"strings"

	"lectern/reader/classify/train/align"
	"lectern/reader/doc"
	"lectern/reader/parse"
)

// Least share of the gold text that must be found on a page for its labels to
// be learnt from.
const leastCover = 0.8

// longGold is the length in bytes from which on a gold text may have been cut.
const longGold = 49000

// unfit are pages whose gold text is empty or much shorter than the article.
var unfit = map[string]bool{
	"4893": true, "4677": true, "4912": true, "0339": true, "4694": true, "2498": true, "1708": true,
}

// Sample parses and labels the page. Its weight is 1, or 0 if nothing may be
// learnt from it. Several goroutines may call it at once.
func (p *Page) Sample() *Sample {
	s := &Sample{
		ID: p.ID, Source: p.Source, Type: p.Type, Address: p.Address, Fold: p.Fold(),
		Weight: 1, Gold: p.Gold, Lines: p.Lines,
	}
	if p.Source == NameL3S || p.Source == NameTextL3S || p.Source == NameWCXB && unfit[p.ID] {
		s.Weight = 0
	}
	if p.Lines != nil {
		s.read()
		s.doubt()
		return s
	}
	s.Doc = parse.HTML(p.HTML, p.Address)
	s.label(p)
	return s
}

// doubt makes clutter between the first and the last line of an article of the
// older collection unsure where nothing but the gold text speaks against it:
// there, gold texts are paragraphs, and lists and headings are often left out.
func (s *Sample) doubt() {
	if s.Source != NameTextDragnet {
		return
	}
	first, last := s.span()
	for i := first + 1; i < last; i++ {
		if s.Labels[i] == Clutter && s.Tags[i] == "" {
			s.Labels[i] = Unsure
		}
	}
}

// common returns the label of lines that became one block: Unsure if one is an
// article's and another clutter. The tag is the first there is.
func common(ls []Line) (label Label, tag string) {
	for _, l := range ls {
		if tag == "" {
			tag = l.Tag
		}
		switch {
		case label == Unsure:
			label = l.Label
		case l.Label != Unsure && l.Label != label:
			return Unsure, ""
		}
	}
	if label != Clutter && (label != Article || tag != Talk) {
		tag = ""
	}
	return label, tag
}

// label labels the blocks of an HTML page by the gold text.
func (s *Sample) label(p *Page) {
	texts := make([]string, len(s.Doc.Blocks))
	for i := range s.Doc.Blocks {
		if b := &s.Doc.Blocks[i]; b.Kind != doc.Image { // the gold texts have no pictures
			texts[i] = b.Text
		}
	}
	var covered float64
	s.Labels, covered = align.Lines(texts, p.Gold.Text, p.Title)
	if covered < leastCover || len(p.Gold.Text) > longGold {
		s.Weight = 0
	}
	s.preferVisible(texts)
	s.Tags = make([]string, len(texts))
	first, last := s.span()
	for i, label := range s.Labels {
		if label != Clutter {
			continue
		}
		tag := align.Tag(texts, i)
		if (tag == "" || tag == align.Price) && s.disputed(p, texts[i], i, first, last) {
			s.Labels[i] = Unsure
			continue
		}
		s.Tags[i] = tag
	}
}

// span returns the first and the last block of the article, -1 without one.
func (s *Sample) span() (first, last int) {
	first, last = -1, -1
	for i, l := range s.Labels {
		if l == Article {
			last = i
			if first < 0 {
				first = i
			}
		}
	}
	return first, last
}

// disputed reports whether gold texts are at odds over what block i is:
// captions, credits, tables and code within the story, bylines and dates.
func (s *Sample) disputed(p *Page, text string, i, first, last int) bool {
	kind := s.Doc.Blocks[i].Kind
	inside := first < i && i < last
	return kind == doc.Caption ||
		inside && (kind == doc.Table || kind == doc.Code || align.Credit(text)) ||
		i < last && align.Byline(text, p.Author)
}

// copyWords is the least number of words of a block that is told to be said
// twice.
const copyWords = 6

// preferVisible gives the label of an article to the visible one of two blocks
// that say the same, wherever only the hidden one was matched; of several that
// can be seen, none but the one matched is clutter for sure.
func (s *Sample) preferVisible(texts []string) {
	seen := map[string][]int{}
	for i, t := range texts {
		if words := align.Tokens(t); len(words) >= copyWords {
			key := strings.Join(words, " ")
			seen[key] = append(seen[key], i)
		}
	}
	for _, copies := range seen {
		if len(copies) > 1 {
			s.prefer(copies)
		}
	}
}

func (s *Sample) prefer(copies []int) {
	shown, article := -1, false
	for _, i := range copies {
		article = article || s.Labels[i] == Article
		if !s.Doc.Blocks[i].Hidden && (shown < 0 || s.Labels[i] == Article && s.Labels[shown] != Article) {
			shown = i
		}
	}
	if !article || shown < 0 {
		return
	}
	s.Labels[shown] = Article
	for _, i := range copies {
		if s.Doc.Blocks[i].Hidden {
			s.Labels[i] = Clutter
		}
	}
}
