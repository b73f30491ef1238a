package classify

import (
	"slices"

	"lectern/reader/classify/internal/linear"
)

// overheard keeps the hashes of a page's words.
type overheard struct {
	own, near [][]uint32
	value     []float32
}

func (t *overheard) listen(_ *block, k *tokens) {
	k.near()
	t.own = append(t.own, slices.Concat(k.words[:min(len(k.words), ownWords)], k.more))
	t.near = append(t.near, slices.Clone(k.seen))
	t.value = append(t.value, k.value())
}

// hash writes the page's rows for the linear models: what head.hear sums up.
func (t *overheard) hash(pg *page, out *[3]linear.Rows) {
	names := make([][]uint32, len(pg.nodes))
	for e := range names {
		names[e] = nameTokens(&pg.d.Elements[e], nil)
	}
	var path []uint32
	for i := range pg.blocks {
		if pg.html {
			path = pathTokens(pg.d, pg.d.Blocks[i].Element, pg.d.Blocks[i].Kind, path)
			for _, h := range path {
				out[0].Add(h, structureValue)
			}
			for n, e := 0, pg.d.Blocks[i].Element; e >= 0 && n < outermost; n, e = n+1, pg.nodes[e].parent {
				for _, h := range names[e] {
					if n < len(ringOf) {
						out[0].Add(mix(h, ringOf[n]), structureValue)
					}
					out[0].Add(mix(h, asAnyRing), structureValue)
				}
			}
		}
		out[0].End()
		for _, h := range t.own[i] {
			out[1].Add(h, t.value[i])
		}
		out[1].End()
		pg.eachNeighbour(i, func(j, role int) {
			for _, h := range t.near[j] {
				out[2].Add(mix(h, uint32(role)), 1/root(len(t.near[j]))) //nolint:gosec // five roles
			}
		})
		out[2].End()
	}
}

// overhear takes in the words of texts that are no pages of the course.
func (c *course) overhear(r *Rules, asides []Sample) {
	for k := range asides {
		s, t := &asides[k], &overheard{}
		l := &lesson{page: r.read(s.Doc, t.listen), fold: s.Fold}
		t.hash(l.page, &c.hashed)
		c.weigh(l, s)
	}
}
