package classify

import (
	"cmp"

	"lectern/reader/doc"
)

// survey is what is worked out once for a page before its blocks are measured.
type survey struct {
	upTo    []sums  // of the blocks before each block
	heading []int32 // the last heading before each block, -1 for none
	section []int32 // letters from that heading to the next
	look    [2][]int32
	looks   [2][]likeness // blocks whose containers are called alike
	rivals  []int32       // by node: the largest other child of its parent, in letters
	near    [3][]int32    // by node: depth of the innermost container that it shares with each of page.cover
	title   wordSet
	summary wordSet
	topic   []uint8 // by hash of a word: in how many paragraphs it stands
	prose   int     // blocks that read like paragraphs
	links   int
	hidden  int
	top     int // the first heading of rank 1 or with the title, -1 for none
	said    saidType
	address [addressMeasures]float32
}

// sums are added up over blocks.
type sums struct{ size, prose, linked, hits, proses, linky, headings, stops, titles, digits, items int32 }

// likeness sums up the blocks whose containers are called alike.
type likeness struct{ blocks, size, linked, proses, hits, first, last int32 }

// saidType is what the page calls itself.
type saidType uint8

const (
	saidNothing saidType = iota
	saidArticle
	saidProduct
	saidForum
	saidWebsite
	saidOther
)

// wordSet is a small set of words; a word that is not in it may seem so.
type wordSet struct {
	bits [8]uint64
	n    int
}

func (s *wordSet) add(h uint32) {
	h = mix(h, 1)
	if i, b := h>>6&7, uint64(1)<<(h&63); s.bits[i]&b == 0 {
		s.bits[i] |= b
		s.n++
	}
}

func (s *wordSet) has(h uint32) bool {
	h = mix(h, 1)
	return s.bits[h>>6&7]&(1<<(h&63)) != 0
}

// topicBits is how many bits of a hash find a word's count.
const topicBits = 12

// survey works out what the measures need.
func (pg *page) survey() {
	s := &pg.sv
	n := len(pg.blocks)
	s.upTo, s.heading, s.section = make([]sums, n+1), make([]int32, n), make([]int32, n)
	s.top = -1
	last := int32(-1)
	for i := range pg.blocks {
		b, src := &pg.blocks[i], &pg.d.Blocks[i]
		to := s.upTo[i]
		to.size += int32(b.size) //nolint:gosec // letters of a page
		to.linked += int32(b.linked * float64(b.size))
		if b.prose {
			to.prose += int32(b.size) //nolint:gosec // as above
			to.proses++
		}
		if b.anchor != doc.None {
			to.hits++
		}
		if b.linked > .6 {
			to.linky++
		}
		b.tally(src, &to)
		s.heading[i] = last
		if src.Kind == doc.Heading {
			to.headings++
			last = int32(i)
			if s.top < 0 && (src.Level == 1 || b.title) {
				s.top = i
			}
		}
		s.upTo[i+1] = to
		s.links += b.links
		if src.Hidden {
			s.hidden++
		}
	}
	s.prose = int(s.upTo[n].proses)
	pg.sections()
	s.said = saysType(pg.d.Meta.Type)
	s.address = tell(cmp.Or(pg.d.Address, pg.d.Canonical))
	if pg.html {
		pg.alike()
		pg.meet()
		pg.compete()
	}
}

// sections measures what stands below each heading.
func (pg *page) sections() {
	s := &pg.sv
	end := len(pg.blocks)
	for i := len(pg.blocks) - 1; i >= 0; i-- {
		if h := s.heading[i]; h >= 0 {
			s.section[i] = s.upTo[end].size - s.upTo[h+1].size
		}
		if pg.d.Blocks[i].Kind == doc.Heading {
			end = i
		}
	}
}

// alike sums blocks up by what their containers are called: the innermost and
// its parent, and by the element names of all around.
func (pg *page) alike() {
	s := &pg.sv
	path := make([]uint32, len(pg.nodes))
	own := make([]uint32, len(pg.nodes))
	for e := range pg.d.Elements {
		el := &pg.d.Elements[e]
		tag := hashOf(el.Tag)
		own[e], path[e] = mix(tag, hashOf(el.Class)), tag
		if el.Parent >= 0 {
			path[e] = mix(path[el.Parent], tag)
		}
	}
	var at [2]map[uint32]int32
	for k := range at {
		at[k] = make(map[uint32]int32, 64)
		s.look[k] = make([]int32, len(pg.blocks))
		s.looks[k] = s.looks[k][:0]
	}
	for i := range pg.blocks {
		e := pg.d.Blocks[i].Element
		var keys [2]uint32
		if e >= 0 {
			keys = [2]uint32{own[e], path[e]}
			if up := pg.nodes[e].parent; up >= 0 {
				keys[0] = mix(own[e], own[up])
			}
		}
		for k, key := range keys {
			j, ok := at[k][key]
			if !ok {
				j = int32(len(s.looks[k])) //nolint:gosec // letters of a page
				at[k][key] = j
				s.looks[k] = append(s.looks[k], likeness{first: int32(i)})
			}
			s.look[k][i] = j
			s.looks[k][j].add(&pg.blocks[i], i)
		}
	}
}

func (l *likeness) add(b *block, i int) {
	l.blocks++
	l.size += int32(b.size) //nolint:gosec // blocks of a page
	l.linked += int32(b.linked * float64(b.size))
	if b.prose {
		l.proses++
	}
	if b.anchor != doc.None {
		l.hits++
	}
	l.last = int32(i) //nolint:gosec // a page is not that deep
}

// meet finds for every container how deep the innermost one is that it shares
// with the containers which hold most of the prose.
func (pg *page) meet() {
	for k, c := range pg.cover {
		near := make([]int32, len(pg.nodes))
		on := make([]bool, len(pg.nodes))
		for e := c; e >= 0; e = pg.nodes[e].parent {
			on[e] = true
		}
		for e := range pg.nodes {
			switch {
			case on[e]:
				near[e] = int32(pg.nodes[e].depth) //nolint:gosec // letters of a page
			case pg.nodes[e].parent >= 0:
				near[e] = near[pg.nodes[e].parent]
			}
		}
		pg.sv.near[k] = near
	}
}

// compete finds for every container the largest of its siblings.
func (pg *page) compete() {
	first, second := make([]int32, len(pg.nodes)), make([]int32, len(pg.nodes))
	for e := range pg.nodes {
		up, size := pg.nodes[e].parent, int32(pg.nodes[e].prose) //nolint:gosec // as above
		switch {
		case up < 0:
		case size > first[up]:
			first[up], second[up] = size, first[up]
		case size > second[up]:
			second[up] = size
		}
	}
	pg.sv.rivals = make([]int32, len(pg.nodes))
	for e := range pg.nodes {
		up := pg.nodes[e].parent
		if up < 0 {
			continue
		}
		pg.sv.rivals[e] = first[up]
		if int32(pg.nodes[e].prose) == first[up] { //nolint:gosec // letters of a page
			pg.sv.rivals[e] = second[up]
		}
	}
}

// tally counts what kind of line the block is.
func (b *block) tally(src *doc.Block, to *sums) {
	if b.last == endStop || b.last == endQuestion || b.last == endEllipsis {
		to.stops++
	}
	if b.words > 1 && 10*b.upper >= 7*b.words {
		to.titles++
	}
	if b.digits > 0 {
		to.digits++
	}
	if src.Kind == doc.ListItem {
		to.items++
	}
}
