package conv

import (
	"math"
	"math/rand/v2"

	"lectern/reader/classify/internal/tree"
)

// Options say how a network is fitted.
type Options struct {
	Epochs      int
	Rate        float64 // at the beginning; it falls to nothing as half a cosine does
	Decay       float64 // how much of the rate each weight loses of itself
	Drop        float64 // share of the features that a page is learnt without
	DropChannel float64 // and of the channels
	Batch       int     // how many lines are learnt from at a time, at least
	Seed        uint64
}

// Stretch is the lines of a page: the cases [From, To) of a table.
type Stretch struct{ From, To int }

// Fit fits a network on the lines of the stretches: y is 0 or 1 (or between), w
// the weight of each case of the table, 0 for those that are only seen beside
// others.
func Fit(t *tree.Table, of []Stretch, y, w []float32, o Options) *Net {
	f := &fitter{net: &Net{over(t.Width), scaleOf(t, of)}, table: t, y: y, w: w, o: o, rng: rand.New(rand.NewPCG(o.Seed, 13)), //nolint:gosec // must be the same on every run
		slope: over(t.Width), mean: over(t.Width), square: over(t.Width)}
	f.begin()
	of = append([]Stretch(nil), of...)
	lines := 0
	for _, s := range of {
		lines += s.To - s.From
	}
	f.most = float64(lines) / float64(o.Batch) * float64(o.Epochs)
	for range o.Epochs {
		f.rng.Shuffle(len(of), func(i, j int) { of[i], of[j] = of[j], of[i] })
		lines = 0
		for _, s := range of {
			f.learn(s)
			if lines += s.To - s.From; lines >= o.Batch {
				f.step(lines)
				lines = 0
			}
		}
	}
	return f.net
}

// fitter is a network that is being fitted, by Adam (Kingma and Ba 2015) with
// weight decay apart (Loshchilov and Hutter 2019).
type fitter struct {
	net                 *Net
	table               *tree.Table
	y, w                []float32
	o                   Options
	rng                 *rand.Rand
	slope, mean, square layers // of the weights
	steps               int
	most                float64 // steps, expected
	trace               trace
	off                 []bool // features dropped
	back, spare         []channel
}

// begin sets the weights by chance.
func (f *fitter) begin() {
	set := func(of []channel, deviation float64) {
		for i := range of {
			for j := range of[i] {
				of[i][j] = float32(f.rng.NormFloat64() * deviation)
			}
		}
	}
	set(f.net.input, math.Sqrt(1/float64(f.table.Width)))
	const calm = .7 // the convolutions begin as small additions
	for k := range f.net.mixes {
		for _, l := range f.net.mixes[k].lines {
			set(l, calm*math.Sqrt(1/float64(3*channels)))
		}
	}
	for j := range f.net.out {
		f.net.out[j] = float32(f.rng.NormFloat64() * .1)
	}
}

// learn adds to the slopes what the lines of a page say.
func (f *fitter) learn(s Stretch) {
	lines, t := s.To-s.From, &f.trace
	kept := f.look(s)
	f.net.rest(t)
	f.back, f.spare = sized(f.back, lines), sized(f.spare, lines)
	for i := range lines {
		f.back[i] = channel{}
		if w := f.w[s.From+i]; w > 0 {
			d := w * (float32(1/(1+math.Exp(-float64(t.answers[i])))) - f.y[s.From+i])
			f.slope.last[0] += d
			f.slope.out.add(d, &t.layer[len(gaps)][i])
			f.back[i].add(d, f.net.out)
		}
	}
	for k := len(gaps) - 1; k >= 0; k-- {
		f.unmix(k)
	}
	for i := range lines {
		d := &f.back[i]
		if !d.where(&t.layer[0][i]) {
			continue
		}
		for j := range d {
			d[j] *= kept
		}
		f.slope.start.add(1, d)
		for c, v := range t.features[i*f.table.Width : (i+1)*f.table.Width] {
			f.slope.input[c].add(v, d)
		}
	}
}

// look makes the first layer of a page, without the features and channels that
// chance drops, and returns by how much the other channels count for more.
func (f *fitter) look(s Stretch) float32 {
	lines, width, t := s.To-s.From, f.table.Width, &f.trace
	t.features, t.layer[0], f.off = sized(t.features, lines*width), sized(t.layer[0], lines), sized(f.off, width+channels)
	for k := range f.off {
		share := f.o.Drop
		if k >= width {
			share = f.o.DropChannel
		}
		f.off[k] = f.rng.Float64() < share
	}
	more, kept := float32(1/(1-f.o.Drop)), float32(1/(1-f.o.DropChannel))
	for i := range lines {
		x := t.features[i*width : (i+1)*width]
		f.net.scale.put(x, f.table.Row(s.From+i))
		for c := range x {
			if x[c] *= more; f.off[c] {
				x[c] = 0
			}
		}
		h := &t.layer[0][i]
		f.net.first(h, x)
		for j := range h {
			if h[j] *= kept; f.off[width+j] {
				h[j] = 0
			}
		}
	}
	return kept
}

// unmix adds to the slopes of a convolution, and turns what its answers should
// change by into what those of the layer before should.
func (f *fitter) unmix(k int) {
	m, slope, from := &f.net.mixes[k], &f.slope.mixes[k], f.trace.layer[k]
	copy(f.spare, f.back)
	for i := range from {
		d := f.back[i]
		if !d.where(&f.trace.mixed[k][i]) {
			continue
		}
		slope.start.add(1, &d)
		for side := range m.lines {
			j := i + (side-1)*gaps[k]
			if j < 0 || j >= len(from) {
				continue
			}
			for c, v := range from[j] {
				f.spare[j][c] += d.dot(&m.lines[side][c])
				slope.lines[side][c].add(v, &d)
			}
		}
	}
	f.back, f.spare = f.spare, f.back
}

// step changes the weights by what so many lines have said.
func (f *fitter) step(lines int) {
	const first, second, tiny = .9, .999, 1e-6
	f.steps++
	ofMean, ofSquare := 1-math.Pow(first, float64(f.steps)), 1-math.Pow(second, float64(f.steps))
	rate := float32(f.o.Rate / 2 * (1 + math.Cos(math.Pi*min(1, float64(f.steps)/f.most))))
	for i := range f.net.all {
		w, d, m, s := &f.net.all[i], &f.slope.all[i], &f.mean.all[i], &f.square.all[i]
		for j := range w {
			g := d[j] / float32(lines)
			d[j] = 0
			m[j] = first*m[j] + (1-first)*g
			s[j] = second*s[j] + (1-second)*g*g
			w[j] -= rate * (m[j]/float32(ofMean)/(float32(math.Sqrt(float64(s[j])/ofSquare))+tiny) + float32(f.o.Decay)*w[j])
		}
	}
}
