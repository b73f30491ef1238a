package tree

import (
	"math"
	"slices"
)

// draw chooses the cases and the features of a tree. A case's chance grows with
// its derivative, and counts for as many as it stands for.
func (g *grower) draw(rows []int32, score []float32) {
	g.cases, g.grad, g.hess = g.cases[:0], g.grad[:0], g.hess[:0]
	for _, r := range rows {
		p := float32(1 / (1 + math.Exp(-float64(score[r]))))
		d := (p - g.y[r]) * g.w[r]
		chance := min(1, max(leastChance, max(d, -d)*g.keen))
		if chance < 1 && g.rng.Float32() >= chance {
			continue
		}
		g.cases, g.grad, g.hess = append(g.cases, r), append(g.grad, d/chance), append(g.hess, max(p*(1-p), 1e-6)*g.w[r]/chance)
	}
	var all float64
	for k := range g.grad {
		all += math.Abs(float64(g.grad[k]))
	}
	g.keen = float32(g.o.Rows * float64(len(rows)) / (all + 1))
	g.columns = g.columns[:0]
	for c := range g.b.columns {
		if len(g.b.edges[c]) > 0 && g.rng.Float64() < g.o.Columns {
			g.columns = append(g.columns, c)
		}
	}
	g.gather()
}

// gather copies the steps of the cases drawn together: a histogram is summed up
// case by case, and reads them in one go.
func (g *grower) gather() {
	n := len(g.columns)
	g.steps = slices.Grow(g.steps[:0], n*len(g.cases))[:n*len(g.cases)]
	g.at = slices.Grow(g.at[:0], len(g.cases))[:len(g.cases)]
	for c, f := range g.columns {
		column := g.b.columns[f]
		for k, r := range g.cases {
			g.steps[k*n+c] = column[r]
		}
	}
	for k := range g.at {
		g.at[k] = int32(k * n) //nolint:gosec // bytes of one tree
	}
}

// histogram sums the derivatives of a leaf's cases up by feature and bin.
func (g *grower) histogram(l *growing) []pair {
	h := g.blank()
	n, most := len(g.columns), g.b.most
	for k := l.from; k < l.to; k++ {
		grad, hess, rest := g.grad[k], g.hess[k], h
		for _, step := range g.steps[g.at[k]:][:n] {
			p := &rest[step]
			p.grad += grad
			p.hess += hess
			rest = rest[most:]
		}
	}
	return h
}

// blank returns an empty histogram.
func (g *grower) blank() []pair {
	n := len(g.columns) * g.b.most
	if k := len(g.free) - 1; k >= 0 && cap(g.free[k]) >= n {
		h := g.free[k][:n]
		g.free = g.free[:k]
		clear(h)
		return h
	}
	return make([]pair, n, len(g.b.columns)*g.b.most)
}
