package corpus

import (
	"math/rand/v2"
	"slices"

	"lectern/reader/classify/train/prompts"
	"lectern/reader/doc"
)

// Names that publishers give to the boxes of their prompts. Most say nothing:
// what is in such a box must be told by its words.
var boxNames = []string{
	"", "", "", "", "box", "inner", "wrapper", "module", "block", "row", "text", "content", "css-1x2y3z",
	"promo", "cta", "newsletter-signup", "subscribe", "paywall", "inline-promo",
}

var (
	boxTags  = []string{"div", "div", "div", "section", "aside", "ul"}
	lineTags = []string{"p", "p", "div", "span"}
)

// Posted returns a page with a prompt in a box of its own in, before or behind
// its article, and often with a passage that speaks of what prompts speak of
// between its paragraphs; the page itself where it has no article to speak of.
func (s *Stock) Posted(of *Sample, variant uint64) *Sample {
	const least = 5
	var own []int // blocks of the article that can be seen
	for i, l := range of.Labels {
		if l == Article && !of.Doc.Blocks[i].Hidden && of.Doc.Blocks[i].Element >= 0 {
			own = append(own, i)
		}
	}
	if len(own) < least {
		return of
	}
	rng := generator(of.ID, variant)
	s = s.beside(of)
	t, d := *of, *of.Doc
	t.Doc = &d
	d.Blocks, d.Elements = slices.Clone(d.Blocks), slices.Clone(d.Elements)
	t.Labels, t.Tags = slices.Clone(of.Labels), slices.Clone(of.Tags)
	at, beside := own[len(own)-1]+1, own[len(own)-1]
	switch pick(rng, wheres) {
	case prompts.Head:
		beside = own[rng.IntN(3)]
		at = beside
	case prompts.Middle:
		beside = own[1+rng.IntN(len(own)-1)]
		at = beside
	case prompts.Tail:
	}
	t.post(at, t.box(beside, rng), s.offer(english, rng), rng)
	if talk := s.in(english).talk; chance(rng, .3) && len(talk) > 0 {
		k := own[1+rng.IntN(len(own)/2)]
		if up := d.Elements[d.Blocks[k].Element].Parent; k < at && up >= 0 {
			t.post(k, up, lines(pick(rng, talk), Article), rng)
		}
	}
	return &t
}

// box puts a container around the place of block i, beside its own.
func (s *Sample) box(i int, rng *rand.Rand) int {
	d := s.Doc
	up := d.Elements[d.Blocks[i].Element].Parent
	if up >= 0 && chance(rng, .25) {
		up = d.Elements[up].Parent
	}
	d.Elements = append(d.Elements, doc.Element{Parent: up, Tag: pick(rng, boxTags), Class: pick(rng, boxNames), Nth: 1})
	return len(d.Elements) - 1
}

// post puts lines before block at, each in an element of its own in a container.
func (s *Sample) post(at, container int, add []piece, rng *rand.Rand) {
	d, tag, headed := s.Doc, pick(rng, lineTags), chance(rng, .4)
	if d.Elements[container].Tag == "ul" {
		tag = "li"
	}
	blocks := make([]doc.Block, len(add))
	labels, tags := make([]Label, len(add)), make([]string, len(add))
	for i, p := range add {
		d.Elements = append(d.Elements, doc.Element{Parent: container, Tag: tag, Nth: i + 1})
		blocks[i] = doc.Block{Text: p.Text, First: -1, Last: -1, Element: len(d.Elements) - 1}
		switch {
		case i == 0 && headed:
			blocks[i].Kind, blocks[i].Level = doc.Heading, 2+rng.IntN(3)
		case tag == "li":
			blocks[i].Kind, blocks[i].Level, blocks[i].Marker = doc.ListItem, 1, "•"
		}
		labels[i], tags[i] = p.Label, p.Tag
	}
	d.Blocks = slices.Insert(d.Blocks, at, blocks...)
	s.Labels = slices.Insert(s.Labels, at, labels...)
	s.Tags = slices.Insert(s.Tags, at, tags...)
}
