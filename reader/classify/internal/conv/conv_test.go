package conv

import (
	"bytes"
	"math"
	"math/rand/v2"
	"testing"

	"lectern/reader/classify/internal/tree"
)

// tide is pages of lines with a number each. The answer for a line is whether the
// numbers two lines before and one line after are on the same side of zero: nothing
// that the line itself could tell.
func tide(pages, lines int) (t *tree.Table, of []Stretch, y, w []float32) {
	rng := rand.New(rand.NewPCG(4, 2)) //nolint:gosec // must be the same on every run
	t = &tree.Table{Width: 2}
	for range pages {
		at := len(y)
		for range lines {
			t.Data = append(t.Data, rng.Float32()-.5, rng.Float32())
			y, w = append(y, 0), append(w, 0)
		}
		for i := at + 2; i+1 < len(y); i++ {
			w[i] = 1
			if t.Row(i - 2)[0]*t.Row(i + 1)[0] > 0 {
				y[i] = 1
			}
		}
		of = append(of, Stretch{at, len(y)})
	}
	return t, of, y, w
}

var quick = Options{Epochs: 12, Rate: .01, Decay: .001, Batch: 100, Seed: 5}

func TestFitLearnsFromTheLinesAround(t *testing.T) {
	table, of, y, w := tide(120, 40)
	n := Fit(table, of[:100], y, w, quick)
	wrong, all := 0, 0
	for _, s := range of[100:] {
		for i, odds := range n.Score(s.To-s.From, func(i int) []float32 { return table.Row(s.From + i) }) {
			if w[s.From+i] == 0 {
				continue
			}
			all++
			if (odds > 0) != (y[s.From+i] > .5) {
				wrong++
			}
		}
	}
	if wrong*12 > all {
		t.Errorf("%d of %d unseen lines answered wrongly", wrong, all)
	}
}

// TestSlopes: what a page says of every weight is what a small change of it
// changes the loss by.
func TestSlopes(t *testing.T) {
	table, of, y, w := tide(1, 30)
	f := &fitter{net: &Net{over(table.Width), scaleOf(table, of)}, table: table, y: y, w: w, rng: rand.New(rand.NewPCG(1, 1)), //nolint:gosec // as above
		slope: over(table.Width)}
	f.begin()
	loss := func() float64 {
		s := 0.0
		for i, odds := range f.net.Score(30, table.Row) {
			p := 1 / (1 + math.Exp(-float64(odds)))
			s -= float64(w[i]) * (float64(y[i])*math.Log(p) + float64(1-y[i])*math.Log(1-p))
		}
		return s
	}
	f.learn(of[0])
	const by = 2e-4 // small, for the layers bend
	for i := 0; i < len(f.net.all)-1; i += 5 {
		c := &f.net.all[i][i%channels]
		was := *c
		*c = was + by
		above := loss()
		*c = was - by
		below := loss()
		*c = was
		if got, want := float64(f.slope.all[i][i%channels]), (above-below)/(2*by); math.Abs(got-want) > .03+.05*math.Abs(want) {
			t.Errorf("weight %d: slope %.4f, want %.4f", i, got, want)
		}
	}
}

func TestFitIsTheSameOnEveryRun(t *testing.T) {
	table, of, y, w := tide(10, 30)
	o := quick
	o.Drop, o.DropChannel = .2, .1
	var a, b bytes.Buffer
	for _, out := range []*bytes.Buffer{&a, &b} {
		if err := Fit(table, of, y, w, o).Write(out); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two fits differ")
	}
}

// TestAnswersDependOnNothingBeyondReach, so that a stretch of a page can be
// answered for by itself.
func TestAnswersDependOnNothingBeyondReach(t *testing.T) {
	table, of, y, w := tide(4, 80)
	n := Fit(table, of, y, w, quick)
	all := n.Score(80, table.Row)
	part := n.Score(80-20, func(i int) []float32 { return table.Row(20 + i) })
	for i := Reach; i < len(part); i++ {
		if part[i] != all[20+i] {
			t.Fatalf("line %d: %v in a part, %v on the whole page", 20+i, part[i], all[20+i])
		}
	}
}

func TestReadWhatWasWritten(t *testing.T) {
	table, of, y, w := tide(3, 30)
	n := Fit(table, of, y, w, quick)
	var b bytes.Buffer
	if err := n.Write(&b); err != nil {
		t.Fatal(err)
	}
	got, rest, err := Read(append(b.Bytes(), 7), table.Width)
	if err != nil || len(rest) != 1 {
		t.Fatalf("%d bytes left, %v", len(rest), err)
	}
	want := n.Score(30, table.Row)
	for i, odds := range got.Score(30, table.Row) {
		if odds != want[i] {
			t.Fatalf("line %d: %v when read, %v before", i, odds, want[i])
		}
	}
	for n := range b.Len() {
		if _, _, err := Read(b.Bytes()[:n], table.Width); err == nil {
			t.Fatalf("%d of %d bytes were read as a network", n, b.Len())
		}
	}
}

// TestScaleIsEven: a measure says where a value stands, not how large it is.
func TestScaleIsEven(t *testing.T) {
	table := &tree.Table{Width: 1}
	for i := range 1000 {
		table.Data = append(table.Data, float32(math.Exp(float64(i)/50)))
	}
	s := scaleOf(table, []Stretch{{0, 1000}})
	x := make([]float32, 1)
	at := func(v float32) float32 { s.put(x, []float32{v}); return x[0] }
	if low, middle, high := at(0), at(table.Data[500]), at(1e30); low > -1.5 || middle < -.1 || middle > .1 || high < 1.5 {
		t.Errorf("least %v, middle %v, most %v", low, middle, high)
	}
}
