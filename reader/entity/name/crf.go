package name

import "math"

// The model is a linear-chain conditional random field (Lafferty, McCallum and
// Pereira, "Conditional Random Fields", 2001): the probability of a sentence's
// labels is e to the sum of their scores, over that of all labellings.

// transitions are the factors of one label after another, 0 where it may not
// stand. A sentence begins as after Outside.
type transitions [labels][labels]float64

func exponents(weights *[labels][labels]float32) *transitions {
	var t transitions
	for a := range labels {
		for b := range labels {
			if b.follows(a) {
				t[a][b] = math.Exp(float64(weights[a][b]))
			}
		}
	}
	return &t
}

// lattice is room for what the sums over all labellings of a sentence need.
type lattice struct {
	factors, forward, backward [][labels]float64
	scale                      []float64
}

func newLattice(words int) *lattice {
	return &lattice{
		factors: make([][labels]float64, words), forward: make([][labels]float64, words),
		backward: make([][labels]float64, words), scale: make([]float64, words),
	}
}

// sum goes forward and backward through a sentence whose words have the scores
// and, where allowed is given, only the labels in its bits. It returns the
// logarithm of the sum over all labellings, -Inf without any.
func (l *lattice) sum(scores [][labels]float32, allowed []uint16, t *transitions) float64 {
	total := l.exponents(scores, allowed)
	before := [labels]float64{Outside: 1}
	for i := range scores {
		sum := 0.0
		for b := range labels {
			f := l.factors[i][b]
			if f == 0 {
				l.forward[i][b] = 0
				continue
			}
			v := 0.0
			for a := range before {
				v += before[a] * t[a][b]
			}
			l.forward[i][b] = v * f
			sum += v * f
		}
		if sum == 0 {
			return math.Inf(-1)
		}
		for b := range labels {
			l.forward[i][b] /= sum
		}
		l.scale[i] = sum
		total += math.Log(sum)
		before = l.forward[i]
	}
	l.back(t)
	return total
}

// exponents fills in the words' factors and returns what was taken out of them
// to keep them at most 1.
func (l *lattice) exponents(scores [][labels]float32, allowed []uint16) float64 {
	total := 0.0
	for i := range scores {
		top := scores[i][0]
		for _, s := range scores[i][1:] {
			top = max(top, s)
		}
		total += float64(top)
		for k, s := range scores[i] {
			l.factors[i][k] = 0
			if len(allowed) == 0 || allowed[i]&(1<<k) != 0 {
				l.factors[i][k] = math.Exp(float64(s - top))
			}
		}
	}
	return total
}

func (l *lattice) back(t *transitions) {
	n := len(l.factors)
	for b := range labels {
		l.backward[n-1][b] = 1
	}
	for i := n - 2; i >= 0; i-- {
		next := l.ahead(i)
		for a := range labels {
			v := 0.0
			for b := range next {
				v += t[a][b] * next[b]
			}
			l.backward[i][a] = v
		}
	}
}

// ahead returns what the words after i contribute to the labels of word i+1.
func (l *lattice) ahead(i int) (next [labels]float64) {
	for b := range next {
		next[b] = l.factors[i+1][b] * l.backward[i+1][b] / l.scale[i+1]
	}
	return next
}

// probability returns that of label k at word i.
func (l *lattice) probability(i int, k Label) float64 { return l.forward[i][k] * l.backward[i][k] }

// addSteps adds by times the expected count of every step from label to label.
func (l *lattice) addSteps(counts *[labels][labels]float64, t *transitions, by float64) {
	for k := range labels {
		counts[Outside][k] += by * l.probability(0, k)
	}
	for i := range len(l.factors) - 1 {
		next := l.ahead(i)
		for a := range labels {
			f := by * l.forward[i][a]
			if f == 0 {
				continue
			}
			for b := range next {
				counts[a][b] += f * t[a][b] * next[b]
			}
		}
	}
}

// best returns the labels with the highest sum of scores and transitions
// (Viterbi's algorithm).
func best(scores [][labels]float32, trans *[labels][labels]float32) []Label {
	from := make([][labels]Label, len(scores))
	var sum [labels]float32
	for l := range labels {
		sum[l] = scores[0][l] + trans[Outside][l]
		if !l.follows(Outside) {
			sum[l] = impossible
		}
	}
	for i := 1; i < len(scores); i++ {
		var next [labels]float32
		for l := range labels {
			top, arg := float32(impossible), Outside
			for b := range labels {
				if v := sum[b] + trans[b][l]; v > top && l.follows(b) {
					top, arg = v, b
				}
			}
			next[l], from[i][l] = top+scores[i][l], arg
		}
		sum = next
	}
	last := Outside
	for l := range labels {
		if sum[l] > sum[last] {
			last = l
		}
	}
	path := make([]Label, len(scores))
	for i := len(scores) - 1; i >= 0; i-- {
		path[i] = last
		last = from[i][last]
	}
	return path
}

// impossible is below every sum; far is the score of a name's labels at words
// that are looked at no further.
const (
	impossible = -1e9
	far        = -1e4
)
