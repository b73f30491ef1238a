package classify

import (
	"math/bits"
	"strings"
)

// What publishers offer is about the same few things in every language: to
// subscribe, a password, free, cookies. A line with several of them is an offer
// also where no page to learn from was in its language.

// ideaSet is a set of such things, a bit for each line of words/offers.txt.
type ideaSet uint32

// ideas finds the words for them.
type ideas struct {
	words lexicon
}

func newIdeas() *ideas {
	d := &ideas{}
	for k, line := range embedded("words/offers.txt") {
		for w := range strings.SplitSeq(line[1], " | ") {
			d.words.add(uint8(k), w) //nolint:gosec // a few dozen lines
		}
	}
	return d
}

// scan returns which ideas the block just scanned speaks of, and in how many
// words.
func (d *ideas) scan(sc *scanner) (found ideaSet, words int) {
	for _, i := range sc.start {
		here := ideaSet(0)
		d.words.match(sc.low, i, func(p *phrase, _ int) { here |= 1 << p.group })
		if here != 0 {
			found |= here
			words++
		}
	}
	return found, words
}

// count returns how many ideas there are.
func (s ideaSet) count() float32 { return float32(bits.OnesCount32(uint32(s))) }

// ideaCount is how many of the ideas are measured one by one: the first.
const ideaCount = 20

// ideaReach are how many blocks to each side are looked at together.
var ideaReach = [...]int{1, 3, 6}

const offeringWidth = 2 + ideaCount + 2*len(ideaReach)

// offering measures how much the block and those around it are about what is
// offered to readers.
func (pg *page) offering(i int, v vector) vector {
	if pg.html {
		return append(v, missing[:offeringWidth]...)
	}
	b := &pg.blocks[i]
	v = append(v, b.ideas.count(), ratio(b.offers, b.words))
	for k := range ideaCount {
		v = append(v, float32(b.ideas>>k&1))
	}
	for _, reach := range ideaReach {
		var all ideaSet
		words, offers := 0, 0
		for j := max(0, i-reach); j < min(len(pg.blocks), i+reach+1); j++ {
			if o := &pg.blocks[j]; j != i && o.size < promptSize {
				all |= o.ideas
				words += o.words
				offers += o.offers
			}
		}
		v = append(v, all.count(), ratio(offers, words))
	}
	return v
}
