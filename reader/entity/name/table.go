package name

import (
	"encoding/binary"
	"errors"
	"math"
	"math/bits"
	"slices"

	"lectern/reader/entity/gazetteer"
)

// A model's bytes are, little end first: the version; how much one step of a
// weight is, a float32; the weights of the transitions from each label to each,
// two bytes each; for each bucket how many bytes of entries it has; the
// entries. The upper half of a feature chooses the bucket. An entry is the lower
// half, two bytes; one byte that says which labels but Outside have a weight;
// and for each of those a signed byte.
const (
	version    = 2
	buckets    = 1 << 16
	headBytes  = 4 + 4 + 2*int(labels)*int(labels)
	entryBytes = 3 // without the weights
	states     = int(labels) - 1
)

// table is the weights of the features.
type table struct {
	starts  []uint32 // where each bucket's entries begin
	entries string
	step    float32
}

var errModel = errors.New("the model is not of this version of the program")

// Read returns the model that was packed into data. It fails if the data is of
// another version or cut off.
func Read(data string) (*Model, error) {
	if len(data) < headBytes+buckets || binary.LittleEndian.Uint32([]byte(data[:4])) != version {
		return nil, errModel
	}
	m := &Model{names: gazetteer.Load()}
	step := math.Float32frombits(binary.LittleEndian.Uint32([]byte(data[4:8])))
	for a := range labels {
		for b := range labels {
			at := 8 + 2*(int(a)*int(labels)+int(b))
			m.trans[a][b] = step * float32(int16(uint16(data[at])|uint16(data[at+1])<<8)) //nolint:gosec // the bits
		}
	}
	m.steps = exponents(&m.trans)
	m.weights = table{starts: make([]uint32, buckets+1), entries: data[headBytes+buckets:], step: step}
	at := uint32(0)
	for i := range buckets {
		at += uint32(data[headBytes+i])
		m.weights.starts[i+1] = at
	}
	if int(at) != len(m.weights.entries) {
		return nil, errModel
	}
	return m, nil
}

// score sets the scores of a word with the features.
func (t *table) score(features []feature, scores *[labels]float32) {
	var sum [labels]int32
	for _, f := range features {
		bucket := f >> 16
		row := t.entries[t.starts[bucket]:t.starts[bucket+1]]
		for len(row) > entryBytes {
			mask := row[2]
			n := entryBytes + bits.OnesCount8(mask)
			if row[0] != byte(f) || row[1] != byte(f>>8) { //nolint:gosec // the lower half
				row = row[n:]
				continue
			}
			for _, w := range []byte(row[entryBytes:n]) {
				sum[bits.TrailingZeros8(mask)+1] += int32(int8(w)) //nolint:gosec // the bits
				mask &= mask - 1
			}
			break
		}
	}
	for k, s := range sum {
		scores[k] = t.step * float32(s)
	}
}

// Pack returns the bytes of a model with the weights, rounded. Weights that
// round to nothing, and features without any other, are left out.
func (w *Weights) Pack() ([]byte, error) {
	step := w.step()
	out := binary.LittleEndian.AppendUint32(nil, version)
	out = binary.LittleEndian.AppendUint32(out, math.Float32bits(step))
	for a := range w.trans {
		for b := range w.trans[a] {
			n := math.Round(float64(w.trans[a][b] / step))
			out = binary.LittleEndian.AppendUint16(out, uint16(int16(max(math.MinInt16, min(math.MaxInt16, n))))) //nolint:gosec // the bits
		}
	}
	features := make([]feature, 0, len(w.rows))
	for f := range w.index {
		features = append(features, f)
	}
	slices.Sort(features)
	sizes := make([]byte, buckets)
	var entries []byte
	for _, f := range features {
		e := entry(f, &w.rows[w.index[f]], step)
		if len(e) == entryBytes {
			continue
		}
		if int(sizes[f>>16])+len(e) > math.MaxUint8 {
			return nil, errors.New("too many features share a bucket of the model")
		}
		sizes[f>>16] += byte(len(e)) //nolint:gosec // checked
		entries = append(entries, e...)
	}
	return append(append(out, sizes...), entries...), nil
}

// entry returns the bytes of a feature's weights.
func entry(f feature, weights *row, step float32) []byte {
	e := []byte{byte(f), byte(f >> 8), 0} //nolint:gosec // the lower half
	for k, w := range weights {
		n := math.Round(float64(w / step))
		if n == 0 {
			continue
		}
		e[2] |= 1 << k
		e = append(e, byte(int8(max(math.MinInt8, min(math.MaxInt8, n))))) //nolint:gosec // in range
	}
	return e
}

// step returns how much one step of a packed weight is: all but the largest of
// ten thousand weights fit a signed byte.
func (w *Weights) step() float32 {
	const beyond = 10_000
	var sizes []float32
	for i := range w.rows {
		for _, x := range w.rows[i] {
			if x != 0 {
				sizes = append(sizes, max(x, -x))
			}
		}
	}
	if len(sizes) == 0 {
		return 1
	}
	slices.Sort(sizes)
	return sizes[len(sizes)-1-len(sizes)/beyond] / math.MaxInt8
}
