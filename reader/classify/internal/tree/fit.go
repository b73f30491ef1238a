package tree

import (
	"math"
	"math/rand/v2"
)

// Options say how trees are grown.
type Options struct {
	Trees     int
	Leaves    int     // per tree, at most
	Rate      float64 // how much of each tree's answer counts
	MinWeight float64 // the least sum of second derivatives in a leaf
	L2        float64 // what is added to that sum when a leaf answers
	Columns   float64 // share of the features that a tree may ask for
	Rows      float64 // share of the cases that a tree is grown on, about; those far from their answer first
	Seed      uint64
}

// Fit grows a forest on the given cases: y is 0 or 1 (or between), w the weight
// of each case of the table.
func Fit(b *Bins, rows []int32, y, w []float32, o Options) *Forest {
	g := &grower{b: b, y: y, w: w, o: o, rng: rand.New(rand.NewPCG(o.Seed, 7))} //nolint:gosec // must be the same on every run
	g.grad, g.hess = make([]float32, 0, len(rows)), make([]float32, 0, len(rows))
	g.keen = 1
	f := &Forest{base: g.start(rows)}
	score := make([]float32, len(y))
	for _, r := range rows {
		score[r] = f.base
	}
	for range o.Trees {
		g.tree(f, rows, score)
	}
	return f
}

type grower struct {
	b          *Bins
	y, w       []float32
	o          Options
	rng        *rand.Rand
	cases      []int32   // of the tree in hand, leaf by leaf
	grad, hess []float32 // of cases, in their order
	spare      struct {
		cases, at  []int32
		grad, hess []float32
	}
	columns []int
	steps   []uint8 // of the cases drawn, case by case, a step for each of columns
	at      []int32 // by case in hand: where its steps start
	keen    float32 // how a case's chance to be drawn grows with its derivative
	free    [][]pair
}

// tiny keeps an answer finite where there is nothing to answer from.
const tiny = 1e-9

// leastChance is the least chance of a case to be drawn for a tree.
const leastChance = .03

// start returns the log-odds of all cases together.
func (g *grower) start(rows []int32) float32 {
	var yes, all float64
	for _, r := range rows {
		yes += float64(g.y[r] * g.w[r])
		all += float64(g.w[r])
	}
	return float32(math.Log((yes + .5) / (all - yes + .5)))
}

// growing is a leaf that may still be split.
type growing struct {
	from, to   int // in grower.cases
	grad, hess float64
	hist       []pair // by column of the tree and bin
	best       split
	node       int // its place in the tree's draft
}

type pair struct{ grad, hess float32 }

type split struct {
	gain    float64
	feature int
	bin     int
}

// draft is a tree while it grows.
type draft struct {
	feature, left, right int // feature -1 for a leaf
	value, mean          float32
	weight               float32
}

// tree grows one tree, adds it to the forest and its answers to the scores.
func (g *grower) tree(f *Forest, rows []int32, score []float32) {
	g.draw(rows, score)
	root := &growing{to: len(g.cases)}
	g.sum(root)
	root.hist = g.histogram(root)
	g.split(root)
	leaves, nodes := []*growing{root}, []draft{{feature: -1}}
	for len(leaves) < g.o.Leaves {
		at := 0
		for k, l := range leaves {
			if l.best.gain > leaves[at].best.gain {
				at = k
			}
		}
		l := leaves[at]
		if l.best.gain <= 0 {
			break
		}
		left, right := g.part(l)
		nodes[l.node] = draft{feature: l.best.feature, left: len(nodes), right: len(nodes) + 1, value: g.b.edges[l.best.feature][l.best.bin]}
		left.node, right.node = len(nodes), len(nodes)+1
		nodes = append(nodes, draft{feature: -1}, draft{feature: -1})
		leaves[at] = left
		leaves = append(leaves, right)
	}
	for _, l := range leaves {
		g.free = append(g.free, l.hist)
		n := &nodes[l.node]
		n.value = float32(-g.o.Rate * l.grad / (l.hess + g.o.L2 + tiny))
		n.mean, n.weight = n.value, float32(l.hess)
	}
	for k := len(nodes) - 1; k >= 0; k-- { // children stand after their parents
		if n := &nodes[k]; n.feature >= 0 {
			l, r := &nodes[n.left], &nodes[n.right]
			n.weight = l.weight + r.weight
			n.mean = (l.mean*l.weight + r.mean*r.weight) / n.weight
		}
	}
	g.answer(nodes, rows, score)
	f.roots = append(f.roots, int32(len(f.nodes))) //nolint:gosec // a few thousand nodes
	f.plant(nodes, 0)
}

func (g *grower) sum(l *growing) {
	l.grad, l.hess = 0, 0
	for k := l.from; k < l.to; k++ {
		l.grad += float64(g.grad[k])
		l.hess += float64(g.hess[k])
	}
}

// split finds the best question for a leaf.
func (g *grower) split(l *growing) {
	l.best = split{}
	whole := l.grad * l.grad / (l.hess + g.o.L2)
	for c, f := range g.columns {
		var grad, hess float64
		sums := l.hist[c*g.b.most : (c+1)*g.b.most]
		for k := range g.b.edges[f] {
			grad += float64(sums[k].grad)
			hess += float64(sums[k].hess)
			rest := l.hess - hess
			if hess < g.o.MinWeight {
				continue
			}
			if rest < g.o.MinWeight {
				break
			}
			gain := grad*grad/(hess+g.o.L2) + (l.grad-grad)*(l.grad-grad)/(rest+g.o.L2) - whole
			if gain > l.best.gain+1e-9 {
				l.best = split{gain, f, k}
			}
		}
	}
}

// part splits a leaf's cases by its best question, keeping their order.
func (g *grower) part(l *growing) (left, right *growing) {
	column, limit := g.b.columns[l.best.feature], uint8(l.best.bin) //nolint:gosec // at most 255
	s := &g.spare
	s.cases, s.at, s.grad, s.hess = s.cases[:0], s.at[:0], s.grad[:0], s.hess[:0]
	at := l.from
	for k := l.from; k < l.to; k++ {
		if r := g.cases[k]; column[r] > limit {
			s.cases, s.at, s.grad, s.hess = append(s.cases, r), append(s.at, g.at[k]), append(s.grad, g.grad[k]), append(s.hess, g.hess[k])
		} else {
			g.cases[at], g.at[at], g.grad[at], g.hess[at] = r, g.at[k], g.grad[k], g.hess[k]
			at++
		}
	}
	copy(g.cases[at:], s.cases)
	copy(g.at[at:], s.at)
	copy(g.grad[at:], s.grad)
	copy(g.hess[at:], s.hess)
	left, right = &growing{from: l.from, to: at}, &growing{from: at, to: l.to}
	g.sum(left)
	g.sum(right)
	small, large := left, right
	if right.to-right.from < left.to-left.from {
		small, large = right, left
	}
	small.hist, large.hist = g.histogram(small), l.hist
	for k, p := range small.hist {
		large.hist[k].grad -= p.grad
		large.hist[k].hess -= p.hess
	}
	l.hist = nil
	g.split(left)
	g.split(right)
	return left, right
}

// answer adds the tree's answers to the scores of all cases, those it was not
// grown on included.
func (g *grower) answer(nodes []draft, rows []int32, score []float32) {
	limits := make([]uint8, len(nodes))
	for k, n := range nodes {
		if n.feature >= 0 {
			limits[k] = bin(g.b.edges[n.feature], n.value)
		}
	}
	for _, r := range rows {
		k := 0
		for nodes[k].feature >= 0 {
			if g.b.columns[nodes[k].feature][r] > limits[k] {
				k = nodes[k].right
			} else {
				k = nodes[k].left
			}
		}
		score[r] += nodes[k].value
	}
}

// plant writes the draft from node k on in preorder and returns how many nodes
// that took.
func (f *Forest) plant(nodes []draft, k int) int {
	at, n := len(f.nodes), nodes[k]
	f.means = append(f.means, n.mean)
	if n.feature < 0 {
		f.nodes = append(f.nodes, node{feature: leaf, value: n.value})
		return 1
	}
	f.nodes = append(f.nodes, node{feature: uint16(n.feature), value: n.value}) //nolint:gosec // a few hundred features
	left := f.plant(nodes, n.left)
	f.nodes[at].above = uint16(left + 1) //nolint:gosec // a tree has a few dozen nodes
	return 1 + left + f.plant(nodes, n.right)
}
