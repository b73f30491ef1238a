package classify

import "lectern/reader/doc"

// What a page is as a whole decides how sure a block must be: around a story
// stands much that reads like one, while the parts of a list, a product's page
// or a forum are short and doubtful one by one.

// genre lists what tells stories from other pages, the first pass included.
func (pg *page) genre(v vector) vector {
	n, h := len(pg.blocks), &pg.belief
	v = pg.overall(0, v)
	v = pg.outcome(0, v)
	var kinds [doc.Rule + 1]int
	var cats [categories]int
	var tags [roles]int
	money, likely, size := 0, 0, 0
	var structure, own float32
	for i := range pg.blocks {
		b, src := &pg.blocks[i], &pg.d.Blocks[i]
		kinds[src.Kind]++
		if b.money {
			money++
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
	cutStep  = .05
	textCut  = .5
)

// storyOdds returns the log-odds that the page is a story; text always is.
func (h *head) storyOdds(pg *page) float32 {
	if h.genre == nil {
		return 1
	}
	return h.genre.Score(pg.genre(nil))
}

// settleCut chooses the probability from which on blocks of the page are kept.
func (pg *page) settleCut(storyOdds float32) {
	switch {
	case !pg.html:
		pg.limit = textCut
	case storyOdds > 0:
		pg.limit = storyCut
	default:
		pg.limit = pg.bestCut()
	}
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
