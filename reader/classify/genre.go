package classify

import (
	"lectern/reader/classify/internal/tree"
	"lectern/reader/doc"
)

// What a page is as a whole decides how sure a block must be: around a story
// stands much that reads like one, while the parts of a list, a product's page
// or a forum are short and doubtful one by one.

// Kind is what a page as a whole is.
type Kind uint8

// The kinds of page.
const (
	Story Kind = iota
	Forum
	Product
	Collection
	Listing
	Documentation
	Service
	kindsOfPage
)

// genre lists what tells kinds of pages apart, the first pass included.
func (pg *page) genre(v vector) vector {
	n, h := len(pg.blocks), &pg.belief
	v = pg.overall(0, v)
	v = pg.addressed(0, v)
	v = pg.outcome(0, v)
	var kinds [doc.Rule + 1]int
	var cats [categories]int
	var tags [roles]int
	money, likely, size, dated, asking, mailed := 0, 0, 0, 0, 0, 0
	var structure, own float32
	for i := range pg.blocks {
		b, src := &pg.blocks[i], &pg.d.Blocks[i]
		kinds[src.Kind]++
		if b.money {
			money++
		}
		if b.size < labelSize && (b.clock || b.year) {
			dated++
		}
		if b.last == endQuestion {
			asking++
		}
		if b.mail {
			mailed++
		}
		if b.likely() {
			likely++
			size += b.size
		}
		structure += b.structure * float32(b.p)
		own += b.own * float32(b.p)
		if e := src.Element; e >= 0 && b.p >= .5 {
			countBits(cats[:], uint32(pg.nodes[e].all))
			countBits(tags[:], uint32(pg.nodes[e].above))
		}
	}
	for _, counts := range [...][]int{kinds[:], cats[:], tags[:]} {
		for _, c := range counts {
			v = append(v, ratio(c, n))
		}
	}
	mass := float32(1 + h.mass[n])
	v = append(v, ratio(dated, n), float32(dated), ratio(asking, n), ratio(mailed, n), float32(money))
	v = pg.repeats(v)
	v = append(v, ratio(money, n), float32(likely), ratio(size, likely), ratio(size, pg.size), structure/mass, own/mass, float32(mass))
	for _, c := range pg.cover {
		if c < 0 {
			v = append(v, -1, -1, -1)
			continue
		}
		nd := &pg.nodes[c]
		v = append(v, float32(nd.depth), ratio(nd.prose, nd.size), ratio(nd.last-nd.first, n))
	}
	return v
}

// repeats measures the containers of which there are several in a row: posts,
// cards, rows.
func (pg *page) repeats(v vector) vector {
	const several = 3
	var kinds, prose, all, most, largest int
	for e := range pg.nodes {
		n := &pg.nodes[e]
		if n.same < several || n.blocks == 0 {
			continue
		}
		all++
		prose += n.prose
		most = max(most, n.same*min(n.blocks, several))
		largest = max(largest, n.prose)
		if n.order == 0 {
			kinds++
		}
	}
	return append(v, float32(kinds), float32(all), ratio(prose, pg.proses), float32(most), float32(largest), ratio(largest, pg.proses))
}

func countBits(counts []int, set uint32) {
	for k := 0; set != 0; k, set = k+1, set>>1 {
		counts[k] += int(set & 1)
	}
}

// Limits of the probability from which on a block is kept.
const (
	storyCut = .6
	leastCut = .25
	mostCut  = .6
	fewest   = 150 // words; a story is hardly shorter
	cutStep  = .05
	textCut  = .5

	storyOdds = .5 // log-odds from which on a page is taken for a story
)

// kindly works out how likely the page is of each kind, once the first pass is
// done.
func (pg *page) kindly(genres []*tree.Forest, v vector) {
	for k, f := range genres {
		pg.ofKind[k] = f.Score(v)
	}
}

// kindSays is what the page is as a whole.
func (pg *page) kindSays(_ int, v vector) vector { return append(v, pg.ofKind[:]...) }

// settleCut chooses the probability from which on blocks of the page are kept.
func (pg *page) settleCut() {
	switch {
	case !pg.html:
		pg.limit = textCut
	case pg.ofKind[Story] > storyOdds && pg.wordsFrom(storyCut) >= fewest:
		pg.limit = storyCut
	default:
		pg.limit = pg.bestCut()
	}
}

// wordsFrom counts the words of blocks from a probability on.
func (pg *page) wordsFrom(cut float64) int {
	n := 0
	for i := range pg.blocks {
		if b := &pg.blocks[i]; b.p >= cut {
			n += b.words
		}
	}
	return n
}

// bestCut returns the cut that promises the best agreement of words with the
// article (the expected F1), as the probabilities have it.
func (pg *page) bestCut() float64 {
	var all float64
	for i := range pg.blocks {
		b := &pg.blocks[i]
		all += b.p * float64(b.words)
	}
	best, cut := -1.0, storyCut
	for c := leastCut; c <= mostCut; c += cutStep {
		var right, kept float64
		for i := range pg.blocks {
			if b := &pg.blocks[i]; b.p >= c {
				right += b.p * float64(b.words)
				kept += float64(b.words)
			}
		}
		if f := 2 * right / (kept + all + 1); f > best {
			best, cut = f, c
		}
	}
	return cut
}
