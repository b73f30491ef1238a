// Package linear fits and keeps logistic regressions over hashed features
// (Weinberger et al. 2009), fitted by AdaGrad (Duchi et al. 2011) and kept with
// one byte a weight. Fitting is the same bit for bit on every run.
package linear

import (
	"encoding/binary"
	"errors"
	"io"
	"math"
	"math/rand/v2"
)

// mostBits is how many bits of a hash find its weight at most.
const mostBits = 20

// Model is a table of weights. It may be used by several goroutines at once.
type Model struct {
	Bias    float32
	scale   float32
	shift   uint8  // of mostBits, how many do without
	weights []byte // each a signed number
}

// Weight returns the weight of a feature by its hash.
func (m *Model) Weight(hash uint32) float32 {
	return m.at(index(hash))
}

func (m *Model) at(i uint32) float32 {
	return float32(int8(m.weights[i>>m.shift])) * m.scale //nolint:gosec // the bits are what is meant
}

// index spreads a hash over the table (Fibonacci hashing).
func index(hash uint32) uint32 { return hash * 2654435769 >> (32 - mostBits) }

// Rows are the features of many cases: hashes, each with how much it counts.
type Rows struct {
	hashes []uint32
	values []float32
	ends   []int
}

// Add adds a feature to the case in hand.
func (r *Rows) Add(hash uint32, value float32) {
	r.hashes = append(r.hashes, index(hash))
	r.values = append(r.values, value)
}

// End closes the case in hand.
func (r *Rows) End() { r.ends = append(r.ends, len(r.hashes)) }

// Len returns the number of cases.
func (r *Rows) Len() int { return len(r.ends) }

func (r *Rows) span(i int32) (from, to int) {
	if i > 0 {
		from = r.ends[i-1]
	}
	return from, r.ends[i]
}

// Score returns the log-odds of yes of case i.
func (m *Model) Score(r *Rows, i int32) float32 {
	from, to := r.span(i)
	s := m.Bias
	for k := from; k < to; k++ {
		s += m.at(r.hashes[k]) * r.values[k]
	}
	return s
}

// Options say how a model is fitted.
type Options struct {
	Epochs int
	Rate   float64
	Bits   int // of a hash, to find its weight by: the more, the fewer words share one; 20 at most
	Seed   uint64
}

// settled is how close to its answer a case is from which nothing more is
// learnt: most cases are settled soon, and the rest is what takes learning.
const settled = .02

// Fit fits a model on the cases picked: y is 0 or 1 (or between), w the weight
// of each case.
func Fit(r *Rows, pick []int32, y, w []float32, o Options) *Model {
	rng := rand.New(rand.NewPCG(o.Seed, 11)) //nolint:gosec // must be the same on every run
	order := append([]int32(nil), pick...)
	weights, squares := make([]float32, 1<<o.Bits), make([]float32, 1<<o.Bits)
	shift := mostBits - o.Bits
	var bias, biasSquares float32
	rate := float32(o.Rate)
	for range o.Epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			from, to := r.span(i)
			hashes, values := r.hashes[from:to], r.values[from:to]
			s := bias
			for k, h := range hashes {
				s += weights[h>>shift] * values[k]
			}
			g := float32(1/(1+math.Exp(-float64(s)))) - y[i]
			if g < settled && g > -settled {
				continue
			}
			g *= w[i]
			biasSquares += g * g
			bias -= rate * g / (1 + root(biasSquares))
			for k, h := range hashes {
				h >>= shift
				d := g * values[k]
				squares[h] += d * d
				weights[h] -= rate * d / (.1 + root(squares[h]))
			}
		}
		rate *= .7
	}
	return pack(weights, bias, shift)
}

func root(x float32) float32 { return float32(math.Sqrt(float64(x))) }

// pack keeps the weights with a byte each.
func pack(weights []float32, bias float32, shift int) *Model {
	var most float32
	for _, w := range weights {
		most = max(most, w, -w)
	}
	m := &Model{Bias: bias, scale: most / math.MaxInt8, shift: uint8(shift), weights: make([]byte, len(weights))} //nolint:gosec // 20 at most
	if most == 0 {
		return m
	}
	for i, w := range weights {
		m.weights[i] = byte(int8(math.RoundToEven(float64(w / m.scale)))) //nolint:gosec // as in at
	}
	return m
}

// Write writes the model in the form that Read reads.
func (m *Model) Write(w io.Writer) error {
	b := binary.LittleEndian.AppendUint32(nil, math.Float32bits(m.Bias))
	b = binary.LittleEndian.AppendUint32(b, math.Float32bits(m.scale))
	b = append(b, m.shift)
	b = append(b, m.weights...)
	_, err := w.Write(b)
	return err
}

// Read reads a model and returns what follows it.
func Read(b []byte) (*Model, []byte, error) {
	const head = 9
	if len(b) < head || b[head-1] > mostBits || len(b)-head < 1<<(mostBits-b[head-1]) {
		return nil, nil, errors.New("a table of weights ends too early")
	}
	end := head + 1<<(mostBits-b[head-1])
	m := &Model{
		Bias:    math.Float32frombits(binary.LittleEndian.Uint32(b)),
		scale:   math.Float32frombits(binary.LittleEndian.Uint32(b[4:])),
		shift:   b[head-1],
		weights: b[head:end:end],
	}
	return m, b[end:], nil
}
