package linear

import (
	"bytes"
	"math/rand/v2"
	"testing"
)

// cases have twenty features of a thousand each; those below a hundred speak
// for yes.
func cases(n int) (r *Rows, y, w []float32) {
	rng := rand.New(rand.NewPCG(5, 6)) //nolint:gosec // must be the same on every run
	r = &Rows{}
	for range n {
		yes := 0
		for range 20 {
			h := rng.Uint32N(1000)
			if h < 100 {
				yes++
			}
			r.Add(h*77777, 1)
		}
		r.End()
		y, w = append(y, 0), append(w, 1)
		if yes > 2 {
			y[len(y)-1] = 1
		}
	}
	return r, y, w
}

func upTo(n int) []int32 {
	rows := make([]int32, n)
	for i := range rows {
		rows[i] = int32(i)
	}
	return rows
}

var options = Options{Bits: 17, Epochs: 6, Rate: .2, Seed: 1}

func TestFitLearns(t *testing.T) {
	r, y, w := cases(6000)
	m := Fit(r, upTo(5000), y, w, options)
	wrong := 0
	for i := 5000; i < r.Len(); i++ {
		if (m.Score(r, int32(i)) > 0) != (y[i] > .5) {
			wrong++
		}
	}
	if wrong > 150 {
		t.Errorf("%d of 1000 unseen cases answered wrongly", wrong)
	}
	var sum float32
	for _, h := range []uint32{1, 50, 99} {
		sum += m.Weight(h * 77777)
	}
	if sum <= 0 || m.Weight(500*77777) >= sum/3 {
		t.Errorf("weights %v for what speaks for yes, %v for what does not", sum/3, m.Weight(500*77777))
	}
}

func TestModelReadsAsWritten(t *testing.T) {
	r, y, w := cases(500)
	var a, b bytes.Buffer
	for _, out := range []*bytes.Buffer{&a, &b} {
		if err := Fit(r, upTo(500), y, w, options).Write(out); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two runs on the same cases differ")
	}
	m := Fit(r, upTo(500), y, w, options)
	got, rest, err := Read(append(a.Bytes(), 'x'))
	if err != nil || string(rest) != "x" {
		t.Fatalf("error %v, rest %q", err, rest)
	}
	for i := range int32(100) {
		if got.Score(r, i) != m.Score(r, i) {
			t.Fatalf("case %d is answered differently", i)
		}
	}
	if _, _, err := Read(a.Bytes()[:a.Len()-1]); err == nil {
		t.Error("a model that ends too early was accepted")
	}
}
