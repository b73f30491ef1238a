package classify

import "lectern/reader/doc"

// rule is what decided about a block.
type rule uint8

const (
	byModel     rule = iota // the probability
	byFollowing             // what stands around it: images, captions, rules
	byCopy                  // the same text or the title stands elsewhere
	byHidden                // the page hides it
	byPrompt                // a prompt in it
	byOffer                 // an offer around it
	byRestraint             // too little speaks against it
)

// cuts is the probability from which on a block is kept.
var cuts = [media]float64{storyPage: .5, postsPage: .4, thinPage: .4, text1: .5}

// decide settles for every block whether it is kept.
func (pg *page) decide() {
	cut := cuts[pg.medium()]
	for i := range pg.blocks {
		b := &pg.blocks[i]
		b.keep, b.by = b.p >= cut, byModel
	}
	if pg.html {
		pg.walls()
	} else {
		pg.spans()
		pg.labels()
		pg.offers()
	}
	pg.restrain()
	pg.copies()
	pg.follow()
}

// follow settles blocks without words of their own: they go with their
// neighbours.
func (pg *page) follow() {
	all := pg.allKept()
	for i := range pg.blocks {
		b, src := &pg.blocks[i], &pg.d.Blocks[i]
		switch {
		case src.Hidden:
			b.set(false, byHidden)
		case src.Kind == doc.Image || src.Kind == doc.Rule || b.words == 0:
			b.set(all || pg.among(i), byFollowing)
		case src.Kind == doc.Caption && b.p > .15 && i > 0 && pg.d.Blocks[i-1].Kind == doc.Image:
			b.set(pg.blocks[i-1].keep, byFollowing)
		}
	}
}

// set decides about the block.
func (b *block) set(keep bool, by rule) {
	if b.keep != keep {
		b.keep, b.by = keep, by
	}
}

// among reports whether kept blocks with words stand close before and after
// block i.
func (pg *page) among(i int) bool {
	const reach = 4
	before, after := false, false
	for j, n := i-1, 0; j >= 0 && n < reach; j-- {
		if pg.wordless(j) {
			continue
		}
		n++
		before = before || pg.blocks[j].keep
	}
	for j, n := i+1, 0; j < len(pg.blocks) && n < reach; j++ {
		if pg.wordless(j) {
			continue
		}
		n++
		after = after || pg.blocks[j].keep
	}
	return before && after || after && i <= pg.first
}

func (pg *page) wordless(j int) bool {
	k := pg.d.Blocks[j].Kind
	return k == doc.Image || k == doc.Rule || k == doc.Caption || pg.blocks[j].words == 0 || pg.d.Blocks[j].Hidden
}

// allKept reports whether every block with words is kept.
func (pg *page) allKept() bool {
	for i := range pg.blocks {
		if !pg.blocks[i].keep && !pg.wordless(i) {
			return false
		}
	}
	return true
}
