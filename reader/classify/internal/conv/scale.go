package conv

import (
	"math"
	"slices"
	"sort"

	"lectern/reader/classify/internal/tree"
)

// scale brings features of all kinds to one measure: where a value stands among
// those of the cases learnt from, as a normal deviate.
type scale struct {
	edges, values [][]float32 // by feature: a value above k edges becomes values[k]
}

// How a scale is made: into how many steps at most, from how many lines, and
// how far from the mean a value may be.
const (
	steps    = 24
	sampled  = 20_000
	furthest = 4
)

// scaleOf makes a scale of the lines of the stretches.
func scaleOf(t *tree.Table, of []Stretch) scale {
	lines := 0
	for _, s := range of {
		lines += s.To - s.From
	}
	step := max(1, lines/sampled)
	var rows []int
	for _, s := range of {
		for i := s.From; i < s.To; i++ {
			lines--
			if lines%step == 0 {
				rows = append(rows, i)
			}
		}
	}
	var out scale
	column := make([]float32, len(rows))
	for f := range t.Width {
		for k, i := range rows {
			column[k] = t.Row(i)[f]
		}
		edges, values := measure(column)
		out.edges, out.values = append(out.edges, edges), append(out.values, values)
	}
	return out
}

// measure makes the steps of a feature, and sorts its values.
func measure(column []float32) (edges, values []float32) {
	slices.Sort(column)
	n := len(column)
	for k := 1; k < steps && n > 0; k++ {
		if x := column[k*n/steps]; x > column[0] && (len(edges) == 0 || x > edges[len(edges)-1]) {
			edges = append(edges, x)
		}
	}
	deviates, shares := make([]float64, len(edges)+1), make([]float64, len(edges)+1)
	from, mean, square := 0, 0.0, 0.0
	for k := range deviates {
		to := n
		if k < len(edges) {
			to = sort.Search(n, func(i int) bool { return column[i] >= edges[k] })
		}
		shares[k] = float64(to-from) / float64(max(n, 1))
		deviates[k] = math.Sqrt2 * math.Erfinv(float64(from+to)/float64(max(n, 1))-1)
		mean += shares[k] * deviates[k]
		square += shares[k] * deviates[k] * deviates[k]
		from = to
	}
	spread := math.Sqrt(max(0, square-mean*mean)) + 1e-3
	values = make([]float32, len(deviates))
	for k, d := range deviates {
		values[k] = float32(max(-furthest, min((d-mean)/spread, furthest)))
	}
	return edges, values
}

// put puts the measures of features into x.
func (s *scale) put(x, features []float32) {
	for f, edges := range s.edges {
		v := features[f] //nolint:gosec // as many as there are edges
		lo, hi := 0, len(edges)
		for lo < hi {
			if mid := (lo + hi) / 2; v < edges[mid] {
				hi = mid
			} else {
				lo = mid + 1
			}
		}
		x[f] = s.values[f][lo]
	}
}
