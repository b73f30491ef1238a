package conv

import (
	"encoding/binary"
	"errors"
	"io"
	"math"
)

// Write writes the network in the form that Read reads.
func (n *Net) Write(w io.Writer) error {
	var b []byte
	put := func(of []float32) {
		for _, x := range of {
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(x))
		}
	}
	for f := range n.scale.edges {
		b = append(b, byte(len(n.scale.edges[f]))) //nolint:gosec // steps are few
		put(n.scale.edges[f])
		put(n.scale.values[f])
	}
	for i := range n.all {
		put(n.all[i][:])
	}
	_, err := w.Write(b)
	return err
}

var errShort = errors.New("a network ends too early")

// Read reads a network over width features, and returns what follows it.
func Read(b []byte, width int) (*Net, []byte, error) {
	get := func(into []float32) bool {
		if len(b) < 4*len(into) {
			return false
		}
		for i := range into {
			into[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
		}
		b = b[4*len(into):]
		return true
	}
	n := &Net{layers: over(width)}
	for range width {
		if len(b) == 0 {
			return nil, nil, errShort
		}
		edges := make([]float32, b[0])
		values := make([]float32, len(edges)+1)
		b = b[1:]
		if !get(edges) || !get(values) {
			return nil, nil, errShort
		}
		n.scale.edges, n.scale.values = append(n.scale.edges, edges), append(n.scale.values, values)
	}
	for i := range n.all {
		if !get(n.all[i][:]) {
			return nil, nil, errShort
		}
	}
	return n, b, nil
}
