// Package tree fits gradient-boosted decision trees for yes-or-no questions
// (logistic loss, histograms of binned features, leaf-wise growth: Friedman
// 2001, Ke et al. 2017) and answers with them. Fitting is the same bit for bit
// on every run and on any number of processors.
package tree

import (
	"encoding/binary"
	"errors"
	"io"
	"math"
)

// Forest is a sum of trees. It may be used by several goroutines at once.
type Forest struct {
	base  float32
	roots []int32
	nodes []node
	means []float32 // of the answers below each node
}

// node is a question, or an answer where feature is leaf. The nodes of a tree
// stand in preorder: who answers "not above" goes on with the next node.
type node struct {
	feature uint16
	above   uint16 // how many nodes further who answers "above" goes on
	value   float32
}

const leaf = math.MaxUint16

// Score returns the log-odds of yes for the features of one case.
func (f *Forest) Score(x []float32) float32 {
	s := f.base
	for _, i := range f.roots {
		n := &f.nodes[i]
		for n.feature != leaf {
			if x[n.feature] > n.value {
				i += int32(n.above)
			} else {
				i++
			}
			n = &f.nodes[i]
		}
		s += n.value
	}
	return s
}

// Explain calls add with what every question moved the log-odds by, from the
// mean answer above it to the one below, and with -1 and the mean over all
// cases (Saabas 2014). Together that is the score.
func (f *Forest) Explain(x []float32, add func(feature int, by float32)) {
	base := f.base
	for _, i := range f.roots {
		base += f.means[i]
		for n := f.nodes[i]; n.feature != leaf; n = f.nodes[i] {
			from := f.means[i]
			if x[n.feature] > n.value {
				i += int32(n.above)
			} else {
				i++
			}
			add(int(n.feature), f.means[i]-from)
		}
	}
	add(-1, base)
}

// Write writes the forest in the form that Read reads.
func (f *Forest) Write(w io.Writer) error {
	b := binary.LittleEndian.AppendUint32(nil, math.Float32bits(f.base))
	b = binary.LittleEndian.AppendUint32(b, uint32(len(f.roots))) //nolint:gosec // a few hundred
	b = binary.LittleEndian.AppendUint32(b, uint32(len(f.nodes))) //nolint:gosec // a few thousand
	for _, r := range f.roots {
		b = binary.LittleEndian.AppendUint32(b, uint32(r)) //nolint:gosec // never negative
	}
	for i, n := range f.nodes {
		b = binary.LittleEndian.AppendUint16(b, n.feature)
		b = binary.LittleEndian.AppendUint16(b, n.above)
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(n.value))
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(f.means[i]))
	}
	_, err := w.Write(b)
	return err
}

var errShort = errors.New("a forest of trees ends too early")

// Read reads a forest of which no tree asks for a feature beyond width, and
// returns what follows it.
func Read(b []byte, width int) (*Forest, []byte, error) {
	const head, size = 12, 12
	if len(b) < head {
		return nil, nil, errShort
	}
	u32 := func(i int) int { return int(binary.LittleEndian.Uint32(b[i:])) }
	f := &Forest{base: math.Float32frombits(binary.LittleEndian.Uint32(b)), roots: make([]int32, u32(4)), nodes: make([]node, u32(8)), means: make([]float32, u32(8))}
	if len(b) < head+4*len(f.roots)+size*len(f.nodes) {
		return nil, nil, errShort
	}
	b = b[head:]
	for i := range f.roots {
		f.roots[i] = int32(u32(4 * i)) //nolint:gosec // written from an int32
	}
	b = b[4*len(f.roots):]
	for i := range f.nodes {
		n := b[size*i:]
		f.means[i] = math.Float32frombits(binary.LittleEndian.Uint32(n[8:]))
		f.nodes[i] = node{binary.LittleEndian.Uint16(n), binary.LittleEndian.Uint16(n[2:]), math.Float32frombits(binary.LittleEndian.Uint32(n[4:]))}
		if q := f.nodes[i].feature; q != leaf && int(q) >= width {
			return nil, nil, errors.New("a tree asks for a feature that is not there")
		}
	}
	return f, b[size*len(f.nodes):], nil
}
