package classify

import (
	"slices"

	"lectern/reader/doc"
)

// The families of the second pass; see group.
const (
	hOwn group = iota
	hOwnSize
	hOwnKind
	hOwnHit
	hPrev1
	hPrev2
	hNext1
	hNext2
	hNear
	hFar
	hGap
	hNode1
	hNode2
	hNode3
	hNode4
	hPage
	hMass
	hCopy
	hSince
	group2Count
)

// steps is how many buckets a probability is cut into.
const steps = 10

var groups2 = [group2Count]struct {
	name string
	n    int
}{
	hOwn: {"own", 24}, hOwnSize: {"own,size", 5 * 12}, hOwnKind: {"own,kind", 9 * 6}, hOwnHit: {"own,hit", reasonsUsed * 4},
	hPrev1: {"prev 1", steps * 3}, hPrev2: {"prev 2", steps}, hNext1: {"next 1", steps * 3}, hNext2: {"next 2", steps},
	hNear: {"near", steps * 5}, hFar: {"far", steps * 5}, hGap: {"gap", 49 * 3},
	hNode1: {"node 1", steps * 3}, hNode2: {"node 2", steps * 3}, hNode3: {"node 3", steps * 3}, hNode4: {"node 4", steps * 3},
	hPage: {"page", steps * 4}, hMass: {"mass", steps * 4}, hCopy: {"copy", 4}, hSince: {"since", 8 * 5},
}

var offsets2 = func() (o [group2Count + 1]int) {
	for g := range groups2 {
		o[g+1] = o[g] + groups2[g].n
	}
	return o
}()

func (v *vector) on2(g group, bucket int) {
	bucket = max(0, min(bucket, groups2[g].n-1))
	*v = append(*v, int32(offsets2[g]+bucket)) //nolint:gosec // a few hundred features
}

// belief is what the first pass made of the page.
type belief struct {
	mass    []float64 // letters of the article before each block, expected
	letters []float64 // letters before each block
	before  []int     // blocks since the last likely paragraph, per block
	after   []int     // blocks until the next
	since   []int     // blocks since the last prompt to subscribe, register or the like
}

// likely reports whether the first pass takes the block for a paragraph of the
// article.
func (b *block) likely() bool { return b.p > .6 && b.size >= proseSize }

// far is where counting of distances stops, in blocks.
const far = 100

// believe prepares the second pass.
func (pg *page) believe() {
	n := len(pg.blocks)
	h := belief{make([]float64, n+1), make([]float64, n+1), make([]int, n), make([]int, n), make([]int, n)}
	gap, prompt := far, far
	for i := range pg.blocks {
		b := &pg.blocks[i]
		h.letters[i+1] = h.letters[i] + float64(b.size)
		h.mass[i+1] = h.mass[i] + b.p*float64(b.size)
		h.before[i], h.since[i] = gap, prompt
		gap, prompt = min(gap+1, far), min(prompt+1, far)
		if b.likely() {
			gap = 0
		}
		if b.size < 160 && wall(b.anchor) {
			prompt = 0
		}
		if e := pg.d.Blocks[i].Element; e >= 0 {
			pg.nodes[e].sum += b.p * float64(b.size+5)
			pg.nodes[e].weight += float64(b.size + 5)
		}
	}
	for i := n - 1; i >= 0; i-- {
		h.after[i] = gap
		gap = min(gap+1, far)
		if pg.blocks[i].likely() {
			gap = 0
		}
	}
	for _, n := range slices.Backward(pg.nodes) {
		if n.parent >= 0 {
			pg.nodes[n.parent].sum += n.sum
			pg.nodes[n.parent].weight += n.weight
		}
	}
	pg.belief = h
}

// wall reports whether the reason is one of those that stop a reader.
func wall(r doc.Reason) bool {
	return r == doc.Subscription || r == doc.Account || r == doc.Newsletter || r == doc.Consent
}

func step(p float64) int { return min(int(p*steps), steps-1) }

// mean returns the expected share of article in the blocks [from, to).
func (pg *page) mean(from, to int) float64 {
	from, to = max(from, 0), min(to, len(pg.blocks))
	h := &pg.belief
	return (h.mass[to] - h.mass[from] + .5) / (h.letters[to] - h.letters[from] + 2)
}

// features2 lists what the first pass says for and against block i.
func (pg *page) features2(i int, v *vector) {
	*v = (*v)[:0]
	b, h := &pg.blocks[i], &pg.belief
	c, k := b.coarse(), bucket(b.size, 40, 160)
	logit := part(b.logit, -8, -6.5, -5.5, -4.7, -4, -3.4, -2.8, -2.2, -1.7, -1.2, -.7, -.3, 0, .3, .7, 1.2, 1.7, 2.2, 2.8, 3.5, 4.3, 5.2, 6.5)
	v.on2(hOwn, logit)
	v.on2(hOwnSize, c*12+logit/2)
	v.on2(hOwnKind, int(pg.d.Blocks[i].Kind)*6+logit/4)
	v.on2(hOwnHit, int(b.anchor)*4+logit/6)
	p := func(j int) float64 {
		if j < 0 || j >= len(pg.blocks) {
			return 0
		}
		return pg.blocks[j].p
	}
	v.on2(hPrev1, k*steps+step(p(i-1)))
	v.on2(hPrev2, step(p(i-2)))
	v.on2(hNext1, k*steps+step(p(i+1)))
	v.on2(hNext2, step(p(i+2)))
	v.on2(hNear, c*steps+step(pg.mean(i-4, i+5)))
	v.on2(hFar, c*steps+step(pg.mean(i-14, i+15)))
	v.on2(hGap, 49*k+7*bucket(h.before[i], 1, 2, 4, 8, 20, far)+bucket(h.after[i], 1, 2, 4, 8, 20, far))
	v.on2(hPage, step(pg.mean(0, len(pg.blocks)))*4+bucket(c, 1, 3, 4))
	total := h.mass[len(pg.blocks)] + 1
	v.on2(hMass, step(h.mass[i]/total)*4+bucket(logit, 6, 12, 18))
	if b.copyOf >= 0 {
		v.on2(hCopy, bucket(int(10*p(b.copyOf)), 2, 5, 8))
	}
	if e := pg.d.Blocks[i].Element; e >= 0 {
		pg.nodeFeatures2(e, k, v)
	} else {
		v.on2(hSince, c*8+bucket(h.since[i], 1, 2, 3, 5, 8, 15, 30))
	}
}

func (pg *page) nodeFeatures2(e, k int, v *vector) {
	n := &pg.nodes[pg.nodes[e].outer]
	for _, g := range [...]group{hNode1, hNode2, hNode3, hNode4} {
		v.on2(g, k*steps+step(n.sum/(n.weight+1)))
		if n.parent < 0 {
			return
		}
		n = &pg.nodes[n.parent]
	}
}
