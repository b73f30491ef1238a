package name

import (
	"maps"
	"math"
	"math/rand/v2"
	"slices"
)

// Example is a sentence and the right labels of its words.
type Example struct {
	Words   []string
	Labels  []Label
	Allowed []uint16 // bits of the labels each word may have where that is in doubt; nil where it is not
	Cased   Casings  // of the document the sentence stands in
	Weight  float32  // how much it counts
}

// Settings say how to learn.
type Settings struct {
	Rounds  int     // passes over the examples
	Settled int     // the first of the rounds whose weights are averaged
	Rate    float64 // size of the first steps
	Dropped float64 // share of observations that a round does not see, so that no weight leans on one alone
	Lasso   float64 // pull of all weights towards 0, which most of them reach
	Rare    int     // features seen less often are left out
	Seed    uint64  // of the order of the examples
	Report  func(round int, loss float64)
}

// row is the weights of one feature: for each label but Outside, which has 0.
type row [states]float32

// Weights are those of a model as they are learned.
type Weights struct {
	base  *Model
	index map[feature]int32
	rows  []row
	trans [labels][labels]float32
}

// Learn finds the weights with which the labels allowed by the examples are
// most probable, by steps that shrink as AdaGrad's do (Duchi, Hazan and Singer,
// "Adaptive Subgradient Methods", 2011), one size for the weights of a feature.
// The same examples and settings give the same weights.
func Learn(examples []Example, s Settings) *Weights {
	w := &Weights{base: &Model{names: Load().names}}
	w.number(examples, s.Rare)
	l := &learner{
		Weights: w, Settings: s, random: rand.New(rand.NewPCG(s.Seed, s.Seed)), //nolint:gosec // repeatable on purpose
		paces: make([]float32, len(w.rows)), pulled: make([]int32, len(w.rows)), transPace: 1,
	}
	for i := range l.paces {
		l.paces[i] = 1
	}
	lessons := make([]lesson, len(examples))
	for i := range examples {
		lessons[i] = w.lesson(&examples[i])
	}
	l.run(lessons)
	return w
}

// number gives every feature that is not rare a row.
func (w *Weights) number(examples []Example, rare int) {
	counts := map[feature]int32{}
	for i := range examples {
		o := w.base.observer(examples[i].Words, examples[i].Cased)
		for k := range o.words {
			for _, f := range o.observe(k) {
				counts[f]++
			}
		}
	}
	maps.DeleteFunc(counts, func(_ feature, n int32) bool { return int(n) < rare })
	w.index = counts
	for i, f := range slices.Sorted(maps.Keys(counts)) {
		w.index[f] = int32(i)
	}
	w.rows = make([]row, len(counts))
}

// lesson is an example as the learner reads it: the rows of all words, where
// those of each word end, and the bits of the labels each may have.
type lesson struct {
	rows, ends []int32
	allowed    []uint16
	weight     float32
}

func (w *Weights) lesson(e *Example) lesson {
	n := len(e.Words)
	s := lesson{ends: make([]int32, n), allowed: make([]uint16, n), weight: e.Weight}
	o := w.base.observer(e.Words, e.Cased)
	for i := range n {
		for _, f := range o.observe(i) {
			if r, ok := w.index[f]; ok {
				s.rows = append(s.rows, r)
			}
		}
		s.ends[i] = int32(len(s.rows)) //nolint:gosec // sentences are short
		s.allowed[i] = 1 << e.Labels[i]
		if e.Allowed != nil {
			s.allowed[i] = e.Allowed[i]
		}
		switch {
		case !o.near(i):
			s.allowed[i] = 1 << Outside
		case i > 0 && s.allowed[i-1] == 1<<Outside:
			s.allowed[i] = begun(s.allowed[i])
		}
	}
	return s
}

// begun makes labels that would go on with a name begin one.
func begun(allowed uint16) uint16 {
	for k := range labels {
		if k.continues() && allowed&(1<<k) != 0 {
			allowed = allowed&^(1<<k) | 1<<(k-1)
		}
	}
	return allowed
}

// learner is weights in training.
type learner struct {
	*Weights
	Settings

	random    *rand.Rand
	paces     []float32 // sums of the squares of each row's gradients
	transPace float32
	pulled    []int32 // the step at which each row was last pulled towards 0
	step      int32
}

func (l *learner) run(lessons []lesson) {
	order := make([]int, len(lessons))
	for i := range order {
		order[i] = i
	}
	sums := make([]row, len(l.rows))
	var steps [labels][labels]float32
	share := 1 / float32(l.Rounds-l.Settled)
	for round := range l.Rounds {
		l.random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		loss := 0.0
		for _, i := range order {
			loss += l.learn(&lessons[i])
		}
		l.Report(round, loss)
		if round < l.Settled {
			continue
		}
		for r := range sums {
			l.pull(int32(r))
			for k, x := range l.rows[r] {
				sums[r][k] += share * x
			}
		}
		for a := range steps {
			for b := range steps[a] {
				steps[a][b] += share * l.trans[a][b]
			}
		}
	}
	l.rows, l.trans = sums, steps
}

// pull moves a row's weights towards 0 as far as it was to go in the steps
// since it was last seen (Tsuruoka, Tsujii and Ananiadou, "Stochastic Gradient
// Descent Training for L1-regularized Log-linear Models", 2009).
func (l *learner) pull(r int32) {
	missed := l.step - l.pulled[r]
	l.pulled[r] = l.step
	by := float32(l.Lasso * l.Rate / math.Sqrt(float64(l.paces[r])) * float64(missed))
	w := &l.rows[r]
	for k, x := range w {
		switch {
		case x > by:
			w[k] = x - by
		case x < -by:
			w[k] = x + by
		default:
			w[k] = 0
		}
	}
}

// thin returns the lesson without a random share of its observations.
func (l *learner) thin(s *lesson) *lesson {
	out := &lesson{rows: make([]int32, 0, len(s.rows)), ends: make([]int32, len(s.ends)), allowed: s.allowed, weight: s.weight}
	limit := uint32(l.Dropped * math.MaxUint32)
	from := int32(0)
	for i, end := range s.ends {
		for _, r := range s.rows[from:end] {
			if l.random.Uint32() >= limit {
				out.rows = append(out.rows, r)
			}
		}
		from, out.ends[i] = end, int32(len(out.rows)) //nolint:gosec // shorter than s
	}
	return out
}

// negligible is the loss from which on a sentence teaches nothing.
const negligible = 1e-3

// learn takes one step towards the labels of a lesson and returns its loss.
func (l *learner) learn(full *lesson) float64 {
	l.step++
	s := l.thin(full)
	for _, r := range s.rows {
		l.pull(r)
	}
	scores := l.score(s)
	t := exponents(&l.trans)
	free, right := newLattice(len(scores)), newLattice(len(scores))
	all, allowed := free.sum(scores, nil, t), right.sum(scores, s.allowed, t)
	loss := all - allowed
	if loss < negligible || math.IsInf(allowed, 0) || math.IsNaN(loss) {
		return 0
	}
	from := int32(0)
	for i, end := range s.ends {
		l.move(s.rows[from:end], i, free, right, s.weight)
		from = end
	}
	var steps [labels][labels]float64
	right.addSteps(&steps, t, float64(s.weight))
	free.addSteps(&steps, t, -float64(s.weight))
	l.moveSteps(&steps)
	return loss
}

func (w *Weights) score(s *lesson) [][labels]float32 {
	scores := make([][labels]float32, len(s.ends))
	from := int32(0)
	for i, end := range s.ends {
		if end == from {
			scores[i] = nameless
			continue
		}
		for _, r := range s.rows[from:end] {
			for k, x := range w.rows[r] {
				scores[i][k+1] += x
			}
		}
		from = end
	}
	return scores
}

// move changes the weights of word i.
func (l *learner) move(rows []int32, i int, free, right *lattice, weight float32) {
	const least = 1e-7 // a gradient's square below which nothing moves
	var g row
	norm := float32(0)
	for k := range g {
		label := Label(k + 1)
		g[k] = weight * float32(right.probability(i, label)-free.probability(i, label))
		norm += g[k] * g[k]
	}
	if norm < least {
		return
	}
	for _, r := range rows {
		l.paces[r] += norm
		by := float32(l.Rate / math.Sqrt(float64(l.paces[r])))
		w := &l.rows[r]
		for k := range w {
			w[k] += by * g[k]
		}
	}
}

func (l *learner) moveSteps(steps *[labels][labels]float64) {
	for _, s := range steps {
		for _, x := range s {
			l.transPace += float32(x * x)
		}
	}
	by := l.Rate / math.Sqrt(float64(l.transPace))
	for a := range steps {
		for b := range steps[a] {
			l.trans[a][b] += float32(by * steps[a][b])
		}
	}
}

// Label labels an example with the weights as they are.
func (w *Weights) Label(e *Example) []Label {
	s := w.lesson(e)
	return best(w.score(&s), &w.trans)
}
