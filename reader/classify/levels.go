package classify

// elements tells which elements stand around the block: 2 for its own, 1 for
// any further out.
func (pg *page) elements(i int, v vector) vector {
	var own, all role
	if e := pg.d.Blocks[i].Element; e >= 0 {
		own, all = pg.nodes[e].tags, pg.nodes[e].above
	}
	return bitSet(v, uint32(own), uint32(all), roles)
}

// called tells what the containers' names say.
func (pg *page) called(i int, v vector) vector {
	var own, all category
	if e := pg.d.Blocks[i].Element; e >= 0 {
		own, all = pg.nodes[e].own, pg.nodes[e].all
	}
	return bitSet(v, uint32(own), uint32(all), categories)
}

func bitSet(v vector, own, all uint32, n int) vector {
	for k := range n {
		v = append(v, float32(own>>k&1+all>>k&1))
	}
	return v
}

// levels is how many containers are measured, from the innermost with more than
// one block outwards, each holding more blocks than the one before.
const levels = 7

// levelWidth is how many measures each has.
const levelWidth = 9

// missing fills the place of measures that do not apply.
var missing [levels*levelWidth + 3]float32

func (pg *page) containers(i int, v vector) vector {
	e := pg.d.Blocks[i].Element
	if e < 0 {
		return append(v, missing[:levels*levelWidth+3]...)
	}
	depth := pg.nodes[e].depth
	n := pg.nodes[e].outer
	lone := depth - pg.nodes[n].depth
	for l := range levels {
		if n < 0 {
			v = append(v, missing[:(levels-l)*levelWidth]...)
			break
		}
		v = pg.layer(n, i, v)
		n = pg.nodes[n].wider
	}
	return append(v, float32(depth), float32(lone), float32(pg.nodes[e].children))
}

func (pg *page) layer(e, i int, v vector) vector {
	n := &pg.nodes[e]
	return append(v, ratio(n.prose, pg.proses), ratio(n.linked, n.size), magnitude(n.size), magnitude(n.blocks), ratio(n.hits, n.blocks),
		float32(n.same), ratio(i-n.first, n.last-n.first), ratio(n.prose, n.size), ratio(n.prose, n.prose+int(pg.sv.rivals[e])))
}

const lookWidth = 6

// alikes measures the blocks whose containers are called alike.
func (pg *page) alikes(i int, v vector) vector {
	if !pg.html {
		return append(v, missing[:2*lookWidth]...)
	}
	for k := range pg.sv.looks {
		l := &pg.sv.looks[k][pg.sv.look[k][i]]
		v = append(v, float32(l.blocks), ratio(l.size, l.blocks), ratio(l.linked, l.size), ratio(l.proses, l.blocks), ratio(l.hits, l.blocks),
			ratio(int(l.last-l.first), len(pg.blocks)))
	}
	return v
}

// covers tells how the block lies to the containers that hold most of the prose.
func (pg *page) covers(i int, v vector) vector {
	const width = 5
	e := pg.d.Blocks[i].Element
	for k, c := range pg.cover {
		if e < 0 || c < 0 {
			v = append(v, missing[:width]...)
			continue
		}
		n, near := &pg.nodes[c], int(pg.sv.near[k][e])
		where, gap := 0, 0
		if i < n.first {
			where, gap = 1, n.first-i
		} else if i > n.last {
			where, gap = 2, i-n.last
		}
		v = append(v, float32(n.depth-near), float32(pg.nodes[e].depth-near), float32(where), float32(gap), ratio(i-n.first, n.last-n.first))
	}
	return v
}
