package tree

import "slices"

// Table holds the features of many cases, case after case.
type Table struct {
	Width int
	Data  []float32
}

// Row returns the features of case i.
func (t *Table) Row(i int) []float32 { return t.Data[i*t.Width : (i+1)*t.Width] }

// Rows returns the number of cases.
func (t *Table) Rows() int { return len(t.Data) / t.Width }

// Bins is a table with every feature cut into at most 256 steps.
type Bins struct {
	edges   [][]float32 // by feature: a value in bin k is above edge k-1 and not above edge k
	columns [][]uint8   // by feature and case
	most    int         // steps of a feature at most
}

// edgeSample is from how many cases the steps are taken at most.
const edgeSample = 50_000

// Cut cuts the first width features of the table into at most bins steps. Only
// the cases of rows are looked at to find where.
func Cut(t *Table, width int, rows []int32, bins int) *Bins {
	b := &Bins{most: bins}
	b.Extend(t, width, rows, bins)
	return b
}

// Extend cuts features up to width that were not cut yet.
func (b *Bins) Extend(t *Table, width int, rows []int32, bins int) {
	from, step := len(b.edges), max(1, len(rows)/edgeSample)
	values := make([]float32, 0, edgeSample+step)
	for f := from; f < width; f++ {
		values = values[:0]
		for i := 0; i < len(rows); i += step {
			values = append(values, t.Data[int(rows[i])*t.Width+f])
		}
		b.edges = append(b.edges, edges(values, bins))
		b.columns = append(b.columns, make([]uint8, t.Rows()))
	}
	for i := range t.Rows() {
		for k, x := range t.Row(i)[from:width] {
			b.columns[from+k][i] = bin(b.edges[from+k], x)
		}
	}
}

// edges returns at most bins-1 values between which the given ones are spread
// evenly; it sorts them.
func edges(values []float32, bins int) []float32 {
	slices.Sort(values)
	distinct := slices.Compact(slices.Clone(values))
	if len(distinct) <= bins {
		return distinct[:max(0, len(distinct)-1)]
	}
	out := make([]float32, 0, bins)
	for k := 1; k < bins; k++ {
		x := values[k*len(values)/bins]
		if (len(out) == 0 || x > out[len(out)-1]) && x < values[len(values)-1] {
			out = append(out, x)
		}
	}
	return out
}

// bin returns how many of the ascending edges x is above.
func bin(edges []float32, x float32) uint8 {
	lo, hi := 0, len(edges)
	for lo < hi {
		if mid := (lo + hi) / 2; x > edges[mid] {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return uint8(lo)
}
