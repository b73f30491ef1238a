package classify

import (
	"fmt"
	"slices"
	"strings"

	"lectern/reader/doc"
)

// asksFact says that a block was taken for a prompt by its words and neighbours.
const asksFact = "worded like what readers are asked"

// maxFacts is how many facts a verdict gives at most.
const maxFacts = 3

// evidence lists what a person can check about the removal of block i, the
// most telling first.
func (pg *page) evidence(i int, place string) []string {
	b := &pg.blocks[i]
	var facts []string
	add := func(s string) {
		if s != "" && len(facts) < maxFacts {
			facts = append(facts, s)
		}
	}
	add(pg.sameness(i))
	if s := b.said[b.reason]; s != "" && b.reason != period {
		add("says “" + s + "”")
	} else if b.by == byPlea || b.asks >= askLeast && slices.Contains(askReasons[:], b.reason) {
		add(asksFact)
	}
	add(b.moneyFact())
	if b.offered && b.reason == doc.Subscription {
		add("in a list of offers that follows a prompt")
	}
	if b.braces {
		add("a template that was not filled in")
	}
	add(pg.nameFact(i))
	add(b.linkFact(&pg.d.Blocks[i]))
	if pg.dateline(i) {
		add("a date or a name beside the story")
	}
	if b.other > 0 && b.by != byCopy {
		add("stands with: " + b.reason.String())
	}
	if b.row > 0 {
		add(fmt.Sprintf("one of %d lines in a row without a sentence", b.row))
	}
	add(place)
	return facts
}

func (pg *page) sameness(i int) string {
	b := &pg.blocks[i]
	switch {
	case b.by == byHidden:
		return "hidden by the page"
	case b.by != byCopy:
		return ""
	case b.other > 0:
		return "the same text stands elsewhere on the page"
	case pg.credits(i):
		return "is the byline shown above"
	case pg.dated(i):
		return "is the date shown above"
	}
	return "is the title shown above"
}

func (b *block) moneyFact() string {
	if b.reason != doc.Subscription && b.reason != doc.Advertising {
		return ""
	}
	switch {
	case b.perTime:
		return "price with a billing period"
	case b.money:
		return "price"
	case b.span:
		return "length of a subscription"
	}
	return ""
}

func (b *block) linkFact(src *doc.Block) string {
	if b.linked < .5 {
		return ""
	}
	if b.linked >= 1 {
		return "nothing but a link"
	}
	n := 0
	for _, s := range src.Spans {
		if s.Kind == doc.Link && s.Start >= 0 && s.End <= len(src.Text) && s.Start <= s.End {
			n += doc.CountWords(src.Text[s.Start:s.End])
		}
	}
	all := doc.CountWords(src.Text)
	switch {
	case all == 0:
		return ""
	case n >= all:
		return "nothing but a link"
	}
	return fmt.Sprintf("%d of %d words are links", n, all)
}

// nameFact names the container that speaks for the reason: its class, its id
// or its element.
func (pg *page) nameFact(i int) string {
	r, e := pg.blocks[i].reason, pg.d.Blocks[i].Element
	if e < 0 || pg.nodes[e].all&speaking[r].names == 0 && pg.nodes[e].above&speaking[r].elements == 0 {
		return ""
	}
	for ; e >= 0; e = pg.d.Elements[e].Parent {
		n, el := &pg.nodes[e], &pg.d.Elements[e]
		for _, c := range catReasons {
			if c.reason != r || n.own&c.cat == 0 {
				continue
			}
			if el.Class != "" {
				return "class: " + firstWords(el.Class)
			}
			if el.ID != "" {
				return "id: " + firstWords(el.ID)
			}
		}
		for _, t := range tagReasons {
			if t.reason == r && n.tags&t.tag != 0 {
				return "inside " + el.Tag
			}
		}
	}
	return ""
}

// firstWords shortens a class attribute to what fits on a line.
func firstWords(s string) string {
	f := strings.Fields(s)
	if len(f) > 2 {
		f = f[:2]
	}
	return strings.Join(f, " ")
}

// position tells where block i stands to the article, whose outermost kept
// blocks are given, both -1 without any.
func position(i, first, last int) string {
	switch {
	case first < 0:
		return "no article on the page"
	case i < first:
		return "before the first paragraph"
	case i > last:
		return "after the last paragraph"
	}
	return "between paragraphs"
}

// bounds returns the first and the last kept block, -1 without any.
func (pg *page) bounds() (first, last int) {
	first, last = -1, -1
	for i := range pg.blocks {
		if !pg.blocks[i].keep {
			continue
		}
		if first < 0 {
			first = i
		}
		last = i
	}
	return first, last
}
