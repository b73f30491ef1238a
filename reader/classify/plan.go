package classify

import (
	"lectern/reader/classify/internal/conv"
	"lectern/reader/classify/internal/linear"
	"lectern/reader/classify/internal/tree"
)

// plan is how the stages of a head are fitted.
type plan struct {
	linear        [4]linear.Options // structure, own words, neighbours' words, own words against prompts
	first, second tree.Options
	genre         tree.Options
	asks, pleas   tree.Options
	among         conv.Options   // no epochs for none
	reasons       linear.Options // the same
	bins          int
	longest       int     // letters from which on a longer block counts for no more
	whole         float64 // power by which a page's size counts: 1 for every block alike, 0 for every page
}

// seed sets what decides the draws of chance.
func (p *plan) seed(seed uint64) {
	for k := range p.linear {
		p.linear[k].Seed = seed
	}
	for _, o := range [...]*tree.Options{&p.first, &p.second, &p.genre, &p.asks, &p.pleas} {
		o.Seed = seed
	}
}

// plans are those of pages with containers and of text, whose short lines count
// for as much as its paragraphs. Of three seeds for pages, that was taken which did best
// out of fold, by .002 of all pages' words.
func plans() [media]plan {
	trees := tree.Options{Trees: 200, Leaves: 31, Rate: .055, MinWeight: 5, L2: 1, Columns: .3, Rows: .25}
	html := plan{linear: [...]linear.Options{{Epochs: 5, Rate: .03, Bits: 17}, {Epochs: 5, Rate: .15, Bits: 18}, {Epochs: 4, Rate: .1, Bits: 18},
		{Epochs: 5, Rate: .15, Bits: 17}},
		first: trees, second: trees, bins: 64, longest: 600, whole: .5,
		genre: tree.Options{Trees: 60, Leaves: 8, Rate: .1, MinWeight: 3, L2: 1, Columns: .4, Rows: 1}}
	html.asks = tree.Options{Trees: 100, Leaves: 16, Rate: .08, MinWeight: 3, L2: 1, Columns: .3, Rows: .5}
	html.pleas = html.asks
	html.pleas.Rows = 1
	text := html
	text.linear = [...]linear.Options{{}, {Epochs: 8, Rate: .5, Bits: 19}, {Epochs: 5, Rate: .15, Bits: 19}, {Epochs: 8, Rate: .5, Bits: 18}}
	text.first.Rows = .2
	text.second = text.first
	text.longest, text.whole = 0, .75
	text.among = conv.Options{Epochs: 4, Rate: .002, Decay: .05, Drop: .2, DropChannel: .1, Batch: 300, Seed: 1}
	text.reasons = linear.Options{Epochs: 6, Rate: .3, Bits: 14, Seed: 1}
	html.seed(3)
	text.seed(1)
	return [...]plan{ofPages: html, ofEnglish: text, ofOthers: text}
}
