package classify

import "lectern/reader/doc"

// coarse is the size of a block in five steps.
func (b *block) coarse() int { return bucket(b.size, 12, 40, 100, 240) }

func (b *block) linky() int { return part(b.linked, .01, .2, .5, .8, .97) }

// features lists what speaks for and against block i.
func (pg *page) features(i int, v *vector) {
	*v = (*v)[:0]
	v.on(gBias, 0)
	pg.ownFeatures(i, v)
	pg.wordFeatures(i, v)
	pg.placeFeatures(i, v)
	pg.neighbourFeatures(i, v)
	pg.windowFeatures(i, v)
	if e := pg.d.Blocks[i].Element; e >= 0 {
		pg.nodeFeatures(i, e, v)
		pg.coverFeatures(i, e, v)
	}
}

func (pg *page) ownFeatures(i int, v *vector) {
	b, src := &pg.blocks[i], &pg.d.Blocks[i]
	c := b.coarse()
	v.on(gSize, bucket(b.size, 1, 4, 8, 12, 18, 25, 35, 50, 70, 100, 140, 200, 280, 400, 700))
	v.on(gSizeEnd, c*int(endings)+int(b.last))
	v.on(gSizeLink, c*6+b.linky())
	if b.upper+b.lowers > 0 {
		v.on(gSizeCaps, c*5+bucket(10*b.upper/max(1, b.words), 1, 3, 5, 8))
	}
	v.on(gSizeDigits, c*4+bucket(100*b.digits/max(1, b.digits+b.size), 1, 10, 35))
	v.on(gSizeKind, c*9+int(src.Kind))
	if b.lower {
		v.on(gSizeUpper, c*2)
	}
	if src.Quotes > 0 {
		v.on(gSizeUpper, c*2+1)
	}
	v.on(gCommas, bucket(b.commas, 1, 2, 3, 5, 8))
	v.on(gEnds, bucket(b.ends, 1, 2, 3, 5, 8))
	if src.Hidden {
		v.on(gHidden, bucket(b.size, 40, 100, 240))
	}
	if src.Kind == doc.ListItem {
		v.on(gList, bucket(src.Level, 2, 3)+3*bucket(b.size, 60))
	}
}

func (pg *page) wordFeatures(i int, v *vector) {
	b := &pg.blocks[i]
	for r, s := range b.hits {
		switch {
		case s == none:
		case s == weak:
			v.on(gWeak, r)
		case s == fair:
			v.on(gFair, r)
		case b.size > 160:
			v.on(gStrongLong, r)
		case s == strong:
			v.on(gStrong, r)
		default:
			v.on(gWhole, r)
		}
	}
	short := 0
	if b.size > 40 {
		short = 5
	}
	for n, set := range [...]bool{b.money, b.perTime, b.span, b.money && b.size < 6, b.clock} {
		if set {
			v.on(gMoney, n+short)
		}
	}
	for n, set := range [...]bool{b.braces, b.year && b.size < 40, b.mail, b.bars > 0 && b.size < 60, b.bars > 2} {
		if set {
			v.on(gMarks, n+short)
		}
	}
}

func (pg *page) placeFeatures(i int, v *vector) {
	b := &pg.blocks[i]
	v.on(gPlace, 12*pg.before[i]/max(1, pg.size))
	if pg.first >= 0 {
		v.on(gFromFirst, bucket(i-pg.first, -40, -15, -6, -3, -1, 0, 1, 3, 8, 20, 60))
		v.on(gPastLast, bucket(i-pg.last, -60, -20, -8, -3, -1, 0, 1, 2, 4, 10, 30))
	}
	if b.copies > 1 || b.copyOf >= 0 {
		k := bucket(b.size, 20, 60, 160)
		if b.copyOf >= 0 {
			k += 4
		}
		v.on(gCopies, k)
	}
	if b.title {
		v.on(gTitle, bucket(int(pg.d.Blocks[i].Kind), 1, 2))
	}
}

func (pg *page) neighbourFeatures(i int, v *vector) {
	at := func(j int) *block {
		if j < 0 || j >= len(pg.blocks) {
			return nil
		}
		return &pg.blocks[j]
	}
	shape := func(g group, b *block) {
		if b != nil {
			v.on(g, b.coarse()*6+b.linky())
		}
	}
	prev, next := at(i-1), at(i+1)
	shape(gPrev1, prev)
	shape(gPrev2, at(i-2))
	shape(gNext1, next)
	shape(gNext2, at(i+2))
	k := bucket(pg.blocks[i].size, 40, 160)
	if prev != nil {
		v.on(gPrevHit, int(prev.anchor))
		v.on(gPrevKind, k*9+int(pg.d.Blocks[i-1].Kind))
	}
	if next != nil {
		v.on(gNextHit, int(next.anchor))
		v.on(gNextKind, k*9+int(pg.d.Blocks[i+1].Kind))
	}
}

// windowFeatures looks at the blocks around: three to each side, ten to each
// side.
func (pg *page) windowFeatures(i int, v *vector) {
	c := pg.blocks[i].coarse()
	prose, hits, linked := 0, 0, 0
	far := 0
	for j := max(0, i-10); j < min(len(pg.blocks), i+11); j++ {
		b := &pg.blocks[j]
		near := j >= i-3 && j <= i+3
		if j == i {
			continue
		}
		if b.prose {
			far += b.size
		}
		if !near {
			continue
		}
		if b.prose {
			prose += b.size
		}
		if b.anchor != doc.None {
			hits++
		}
		if b.linked > .6 {
			linked++
		}
	}
	v.on(gNearProse, c*8+bucket(prose, 1, 100, 200, 400, 700, 1200, 2000))
	v.on(gFarProse, c*8+bucket(far, 1, 200, 500, 1000, 2000, 4000, 8000))
	v.on(gNearHits, c*6+bucket(hits, 1, 2, 3, 4, 5))
	v.on(gNearLinks, c*6+bucket(linked, 1, 2, 3, 4, 5))
	v.on(gPageProse, c*8+bucket(pg.proses, 1, 300, 800, 1600, 3200, 6400, 12800))
}

// levels are the families of the containers one, two, three and four steps out.
var levels = [4]struct{ share, links, size, hits, same group }{
	{gShare1, gLinks1, gSize1, gHits1, gSame1},
	{gShare2, gLinks2, gSize2, gHits2, gSame2},
	{gShare3, gLinks3, gSize3, groupCount, gSame3},
	{gShare4, gLinks4, groupCount, groupCount, groupCount},
}

func (pg *page) nodeFeatures(i, e int, v *vector) {
	n := &pg.nodes[e]
	v.bits(gTag0, uint32(n.tags))
	v.bits(gTagAny, uint32(n.above))
	v.bits(gCat0, uint32(n.own))
	v.bits(gCatAny, uint32(n.all))
	v.on(gDepth, n.depth/2)
	short := bucket(pg.blocks[i].size, 100)
	for t := range roles {
		if n.above&(1<<t) != 0 {
			v.on(gAnyTagSize, 2*t+short)
		}
	}
	if n.parent >= 0 {
		v.bits(gTag1, uint32(pg.nodes[n.parent].tags))
		v.bits(gCat1, uint32(pg.nodes[n.parent].own))
		if up := pg.nodes[n.parent].parent; up >= 0 {
			v.bits(gCat2, uint32(pg.nodes[up].own))
		}
	}
	n = &pg.nodes[n.outer]
	k := bucket(pg.blocks[i].size, 40, 160)
	for _, l := range levels {
		pg.levelFeatures(n, k, l.share, l.links, v)
		if l.size < groupCount {
			v.on(l.size, bucket(n.size, 30, 80, 200, 500, 1200, 3000, 8000))
		}
		if l.hits < groupCount {
			v.on(l.hits, k*5+bucket(100*n.hits/max(1, n.blocks), 1, 10, 25, 50))
		}
		if l.same < groupCount && n.same > 1 {
			v.on(l.same, 6*bucket(n.same, 3, 5, 8, 15, 30)+bucket(n.size, 20, 60, 150, 400, 1000))
		}
		if n.parent < 0 {
			return
		}
		n = &pg.nodes[n.parent]
	}
}

func (pg *page) levelFeatures(n *node, k int, share, links group, v *vector) {
	v.on(share, bucket(100*n.prose/max(1, pg.proses), 1, 5, 15, 30, 50, 75, 90))
	v.on(links, k*6+bucket(100*n.linked/max(1, n.size), 3, 10, 25, 50, 80))
}

// coverFeatures tells how the block lies to the containers that hold most of
// the prose.
func (pg *page) coverFeatures(i, e int, v *vector) {
	in := 0
	for k, c := range pg.cover {
		if c >= 0 && pg.within(e, c) {
			in |= 1 << k
		}
	}
	v.on(gCover, in)
	v.on(gCoverSize, in*5+pg.blocks[i].coarse())
	where := 0
	if c := pg.cover[1]; c >= 0 {
		if i < pg.nodes[c].first {
			where = 1
		} else if i > pg.nodes[c].last {
			where = 2
		}
	}
	v.on(gCoverWhere, where*8+bucket(pg.blocks[i].size, 8, 20, 40, 80, 160, 320, 640))
}

// within reports whether container e is c or lies in it.
func (pg *page) within(e, c int) bool {
	for e > c {
		e = pg.nodes[e].parent
	}
	return e == c
}
