package name

import (
	"encoding/binary"
	"math"
	"math/rand/v2"
)

// Example is a sentence and the right labels of its words.
type Example struct {
	Words  []string
	Labels []Label
	Cased  Casings // of the document the sentence stands in
}

// Learn trains a model's weights on the examples and returns the bytes Load
// reads. The same examples, rounds and seed give the same bytes.
func Learn(examples []Example, rounds int, seed uint64, report func(round, mistakes int)) []byte {
	l := &learner{
		base:    Load(),
		weights: make([][labels]float32, rows),
		sums:    make([][labels]float32, rows),
	}
	seen := make([][][]int32, len(examples))
	for i, e := range examples {
		seen[i] = l.observe(e)
	}
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	random := rand.New(rand.NewPCG(seed, seed)) //nolint:gosec // repeatable on purpose
	for round := range rounds {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		mistakes := 0
		for _, i := range order {
			mistakes += l.learn(thin(seen[i], random), examples[i].Labels)
		}
		report(round, mistakes)
	}
	return l.pack()
}

// learner is a perceptron in training. The average of the weights over all
// steps is weights − sums/steps, which costs nothing where nothing changes.
type learner struct {
	base           *Model
	weights, sums  [][labels]float32
	trans, transum [labels][labels]float32
	steps          float32
}

// observe returns the rows of each word of the sentence.
func (l *learner) observe(e Example) [][]int32 {
	o := newObserver(l.base.read(e.Words, e.Cased), Shouts(e.Words))
	out := make([][]int32, len(e.Words))
	for i := range e.Words {
		features := o.observe(i)
		out[i] = make([]int32, len(features))
		for k, f := range features {
			out[i][k] = int32(f.row()) //nolint:gosec // below rows
		}
	}
	return out
}

// dropped is the share of observations that a round does not see, so that no
// weight leans on one observation alone ("dropout").
const dropped = 0.15

// thin returns the rows without a random share of them.
func thin(seen [][]int32, random *rand.Rand) [][]int32 {
	out := make([][]int32, len(seen))
	for i, fs := range seen {
		out[i] = make([]int32, 0, len(fs))
		for _, f := range fs {
			if random.Float64() >= dropped {
				out[i] = append(out[i], f)
			}
		}
	}
	return out
}

// learn labels a sentence, corrects the weights and returns how many labels
// were wrong.
func (l *learner) learn(seen [][]int32, right []Label) int {
	const fine = 64 // scores are rounded to this part for the search
	var trans [labels][labels]int32
	for i := range trans {
		for j := range trans[i] {
			trans[i][j] = int32(l.trans[i][j] * fine)
		}
	}
	scores := make([][labels]int32, len(seen))
	for i, fs := range seen {
		var sum [labels]float32
		for _, f := range fs {
			row := &l.weights[f]
			for k := range sum {
				sum[k] += row[k]
			}
		}
		for k := range sum {
			scores[i][k] = int32(sum[k] * fine)
		}
	}
	l.steps++
	return l.correct(seen, right, best(scores, &trans))
}

func (l *learner) correct(seen [][]int32, right, got []Label) int {
	mistakes := 0
	r, g := Outside, Outside
	for i := range seen {
		if right[i] != got[i] {
			mistakes++
			for _, f := range seen[i] {
				l.weights[f][right[i]]++
				l.weights[f][got[i]]--
				l.sums[f][right[i]] += l.steps
				l.sums[f][got[i]] -= l.steps
			}
		}
		if r != g || right[i] != got[i] {
			l.trans[r][right[i]]++
			l.trans[g][got[i]]--
			l.transum[r][right[i]] += l.steps
			l.transum[g][got[i]] -= l.steps
		}
		r, g = right[i], got[i]
	}
	return mistakes
}

// pack averages the weights, takes Outside's from the rest and rounds them to
// bytes. The scale lets all but the largest few in ten thousand fit.
func (l *learner) pack() []byte {
	average := make([][labels]float32, rows)
	var squares, count float64
	for f := range average {
		for k := range average[f] {
			average[f][k] = l.weights[f][k] - l.sums[f][k]/l.steps
		}
		outside := average[f][Outside]
		for k := range average[f] {
			average[f][k] -= outside
			if average[f][k] != 0 {
				squares += float64(average[f][k] * average[f][k])
				count++
			}
		}
	}
	const deviations = 6
	scale := math.MaxInt8 / (deviations * math.Sqrt(squares/max(count, 1)))
	out := make([]byte, 0, modelBytes)
	for i := range l.trans {
		for j := range l.trans[i] {
			v := float64(l.trans[i][j]-l.transum[i][j]/l.steps) * scale
			n := int16(math.Round(max(math.MinInt16, min(math.MaxInt16, v))))
			out = binary.LittleEndian.AppendUint16(out, uint16(n)) //nolint:gosec // the bits
		}
	}
	for f := range average {
		for _, w := range average[f][1:] {
			v := math.Round(max(math.MinInt8, min(math.MaxInt8, float64(w)*scale)))
			out = append(out, byte(int8(v))) //nolint:gosec // the bits
		}
	}
	return out
}
