package tree

import (
	"bytes"
	"math"
	"math/rand/v2"
	"testing"
)

// ring asks whether a point lies in a ring: no single question answers that.
func ring(n int) (t *Table, y, w []float32) {
	rng := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // must be the same on every run
	t = &Table{Width: 3}
	for range n {
		a, b := rng.Float32()*2-1, rng.Float32()*2-1
		t.Data = append(t.Data, a, rng.Float32(), b)
		r := math.Hypot(float64(a), float64(b))
		y = append(y, 0)
		if r > .4 && r < .8 {
			y[len(y)-1] = 1
		}
		w = append(w, 1)
	}
	return t, y, w
}

func upTo(n int32) []int32 {
	rows := make([]int32, 0, n)
	for i := range n {
		rows = append(rows, i)
	}
	return rows
}

func fitRing(t *Table, y, w []float32, rows []int32) *Forest {
	return Fit(Cut(t, t.Width, rows, 32), rows, y, w, Options{Trees: 40, Leaves: 15, Rate: .3, MinWeight: 1, L2: 1, Columns: .8, Rows: .6, Seed: 3})
}

func TestFitLearnsWhatNoSingleQuestionAnswers(t *testing.T) {
	table, y, w := ring(4000)
	f := fitRing(table, y, w, upTo(3000))
	wrong := 0
	for i := 3000; i < 4000; i++ {
		if (f.Score(table.Row(i)) > 0) != (y[i] > .5) {
			wrong++
		}
	}
	if wrong > 60 {
		t.Errorf("%d of 1000 unseen cases answered wrongly", wrong)
	}
}

func TestFitIsTheSameOnEveryRun(t *testing.T) {
	table, y, w := ring(1500)
	var a, b bytes.Buffer
	for _, out := range []*bytes.Buffer{&a, &b} {
		if err := fitRing(table, y, w, upTo(1500)).Write(out); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two runs on the same cases differ")
	}
}

func TestExplanationAddsUpToTheScore(t *testing.T) {
	table, y, w := ring(1500)
	f := fitRing(table, y, w, upTo(1500))
	var noise, rest float64
	for i := range 200 {
		var sum float32
		f.Explain(table.Row(i), func(feature int, by float32) {
			sum += by
			if feature == 1 {
				noise += math.Abs(float64(by))
			} else if feature >= 0 {
				rest += math.Abs(float64(by))
			}
		})
		if want := f.Score(table.Row(i)); math.Abs(float64(sum-want)) > 1e-3 {
			t.Fatalf("case %d: %v explained, score %v", i, sum, want)
		}
	}
	if noise > rest/5 {
		t.Errorf("a feature without meaning is given a share of %.2f", noise/(noise+rest))
	}
}

func TestForestReadsAsWritten(t *testing.T) {
	table, y, w := ring(1500)
	f := fitRing(table, y, w, upTo(1500))
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	whole := append(b.Bytes(), "rest"...)
	g, rest, err := Read(whole, table.Width)
	if err != nil || string(rest) != "rest" {
		t.Fatalf("error %v, rest %q", err, rest)
	}
	for i := range 100 {
		if f.Score(table.Row(i)) != g.Score(table.Row(i)) {
			t.Fatalf("case %d is answered differently", i)
		}
	}
	for n := range b.Len() {
		if _, _, err := Read(whole[:n], table.Width); err == nil {
			t.Fatalf("the first %d bytes of %d read without an error", n, b.Len())
		}
	}
	if _, _, err := Read(whole, table.Width-1); err == nil {
		t.Error("a question for a feature that is not there was accepted")
	}
}

func TestFitWithoutCases(t *testing.T) {
	f := Fit(Cut(&Table{Width: 1, Data: []float32{1, 2}}, 1, nil, 8), nil, []float32{0, 1}, []float32{1, 1}, Options{Trees: 2, Leaves: 4, Columns: 1, Rows: 1})
	if s := f.Score([]float32{1}); s != 0 {
		t.Errorf("score %v, want even odds", s)
	}
}
