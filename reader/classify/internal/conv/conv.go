// Package conv fits and keeps small networks that answer a yes-or-no question
// about every line of a page from the features of the lines around it: a layer
// over the features of each line, then convolutions over lines with growing
// gaps (Yu and Koltun 2016), each added to what it is made of (He et al. 2016).
// Fitting is the same bit for bit on every run.
package conv

// channels is how many numbers a layer makes of each line.
const channels = 24

// gaps are how far apart the three lines stand that each convolution sees.
var gaps = [...]int{1, 2, 4, 8}

// Reach is on how many lines to each side an answer depends.
const Reach = 1 + 2 + 4 + 8

// Net is a fitted network. It may be used by several goroutines at once.
type Net struct {
	layers

	scale scale
}

// layers are weights, or what is kept of each weight while it is fitted.
type layers struct {
	all   []channel // those below
	input []channel // by feature
	start *channel  // added to it
	mixes [len(gaps)]mixing
	out   *channel
	last  *channel // its first number is added to the answer
}

// mixing is a convolution's weights, by which of three lines and by its channel.
type mixing struct {
	lines [3][]channel
	start *channel
}

// over returns layers over so many features, all zero.
func over(width int) layers {
	l := layers{all: make([]channel, width+1+len(gaps)*(3*channels+1)+2)}
	rest := l.all
	some := func(n int) []channel {
		out := rest[:n:n]
		rest = rest[n:]
		return out
	}
	l.input, l.start = some(width), &some(1)[0]
	for k := range l.mixes {
		for line := range l.mixes[k].lines {
			l.mixes[k].lines[line] = some(channels)
		}
		l.mixes[k].start = &some(1)[0]
	}
	l.out, l.last = &some(1)[0], &some(1)[0]
	return l
}

// trace is what the layers made of the lines of a stretch.
type trace struct {
	features []float32
	layer    [len(gaps) + 1][]channel // the first, and with each convolution added
	mixed    [len(gaps)][]channel     // each convolution by itself
	answers  []float32
}

// Score returns the log-odds of yes of n lines that stand in a row, of each of
// which row gives the features. An answer is what it would be among more lines if
// Reach of them stand to each side.
func (n *Net) Score(lines int, row func(i int) []float32) []float32 {
	var t trace
	x := make([]float32, len(n.input))
	t.layer[0] = make([]channel, lines)
	for i := range lines {
		n.scale.put(x, row(i))
		n.first(&t.layer[0][i], x)
	}
	n.rest(&t)
	return t.answers
}

// first makes of features what the first layer makes of them.
func (l *layers) first(to *channel, x []float32) {
	h := *l.start
	for f, v := range x {
		h.add(v, &l.input[f])
	}
	*to = *h.positive()
}

// rest goes on from the first layer.
func (l *layers) rest(t *trace) {
	lines := len(t.layer[0])
	for k, gap := range gaps {
		from := t.layer[k]
		t.mixed[k], t.layer[k+1] = sized(t.mixed[k], lines), sized(t.layer[k+1], lines)
		for i := range from {
			h := *l.mixes[k].start
			for side := range l.mixes[k].lines {
				if j := i + (side-1)*gap; j >= 0 && j < lines {
					for c, v := range from[j] {
						h.add(v, &l.mixes[k].lines[side][c])
					}
				}
			}
			t.mixed[k][i] = *h.positive()
			t.layer[k+1][i] = t.mixed[k][i]
			t.layer[k+1][i].add(1, &from[i])
		}
	}
	t.answers = sized(t.answers, lines)
	for i := range t.answers {
		t.answers[i] = l.last[0] + l.out.dot(&t.layer[len(gaps)][i])
	}
}

func sized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}
