package classify

import "lectern/reader/doc"

// rule is what decided about a block.
type rule uint8

const (
	byModel     rule = iota // the probability
	byFollowing             // what stands around it
	byCopy                  // the same text or the title stands elsewhere
	byHidden                // the page hides it
	byPrompt                // a prompt in it
	byOffer                 // an offer around it
	byPlea                  // the words and the neighbours of a prompt
	byRestraint             // too little speaks against it
	byTable                 // a row of a table of figures
	byBrake                 // one sign would have taken too much
	byAbsence               // there is no article on the page
)

// decide settles for every block whether it is kept.
func (pg *page) decide() {
	for i := range pg.blocks {
		b := &pg.blocks[i]
		b.keep, b.by = b.p >= pg.limit, byModel
	}
	if pg.html {
		pg.smooth()
		pg.walls()
	} else {
		pg.spans()
		pg.tables()
		pg.labels()
		pg.offers()
		pg.pleas()
	}
	pg.restrain()
	if !pg.html {
		pg.pull()
		pg.outliers()
	}
	pg.copies()
	pg.absent()
	pg.follow()
}

// follow settles blocks without words of their own, which go with their
// neighbours, hidden text, and headings of what was removed.
func (pg *page) follow() {
	all, shut := pg.allKept(), pg.walled()
	near := pg.neighbours()
	for i := range pg.blocks {
		b, src := &pg.blocks[i], &pg.d.Blocks[i]
		switch {
		case src.Hidden:
			b.set(!shut && b.keep && pg.reads(i), byHidden)
		case src.Kind == doc.Image || src.Kind == doc.Rule || b.words == 0:
			b.set(all || near.keep(i, pg.first), byFollowing)
		case src.Kind == doc.Caption && b.p > .15 && i > 0 && pg.d.Blocks[i-1].Kind == doc.Image:
			b.set(pg.blocks[i-1].keep, byFollowing)
		}
	}
	pg.behead()
}

// reads reports whether the hidden block i reads like a part of the article:
// accordions, tabs and texts that fade in are hidden until a script shows them.
func (pg *page) reads(i int) bool {
	b := &pg.blocks[i]
	return b.words > 0 && pg.d.Blocks[i].Kind != doc.Image && b.p >= pg.limit
}

// walled reports whether the page says that the rest is for those who pay, be it
// in a prompt that a script has yet to show. What such a page hides stays hidden:
// it is the publisher's to give.
func (pg *page) walled() bool {
	if free := pg.d.Meta.Free; free != nil && !*free {
		return true
	}
	for i := range pg.blocks {
		if pg.blocks[i].wall {
			return true
		}
	}
	last := pg.lastKept()
	return last >= 0 && pg.stop(last) >= 0
}

// set decides about the block.
func (b *block) set(keep bool, by rule) {
	if b.keep != keep {
		b.keep, b.by = keep, by
	}
}

// neighbours knows which blocks with words stand around each block.
type neighbours struct {
	kept  []int // kept ones among the first n blocks with words
	words []int // blocks with words before each block, itself excluded
}

func (pg *page) neighbours() neighbours {
	n := neighbours{kept: make([]int, 1, len(pg.blocks)+1), words: make([]int, len(pg.blocks))}
	for i := range pg.blocks {
		n.words[i] = len(n.kept) - 1
		if pg.wordless(i) {
			continue
		}
		k := n.kept[len(n.kept)-1]
		if pg.blocks[i].keep {
			k++
		}
		n.kept = append(n.kept, k)
	}
	return n
}

// keep reports whether kept blocks stand close before and after block i, which
// has no words; before the first paragraph one after it will do.
func (n *neighbours) keep(i, first int) bool {
	const reach = 4
	at := n.words[i]
	before := n.kept[at] > n.kept[max(0, at-reach)]
	after := n.kept[min(at+reach, len(n.kept)-1)] > n.kept[at]
	return after && (before || i <= first)
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
