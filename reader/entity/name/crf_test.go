package name

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestSum compares the sums over all labellings with those of every labelling
// counted by itself.
func TestSum(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // repeatable on purpose
	const words = 4
	scores := make([][labels]float32, words)
	allowed := make([]uint16, words)
	for i := range scores {
		for k := range scores[i] {
			scores[i][k] = float32(random.NormFloat64())
		}
		allowed[i] = 1<<Outside | uint16(random.Uint32()&0x1ff)
	}
	var trans [labels][labels]float32
	for a := range trans {
		for b := range trans[a] {
			trans[a][b] = float32(random.NormFloat64())
		}
	}
	var total, place, steps float64
	top, topPath := math.Inf(-1), [words]Label{}
	var path [words]Label
	var walk func(i int, sum float64, permitted bool)
	walk = func(i int, sum float64, permitted bool) {
		if i == words {
			if sum > top {
				top, topPath = sum, path
			}
			if !permitted {
				return
			}
			total += math.Exp(sum)
			if path[1] == BeginPlace {
				place += math.Exp(sum)
			}
			for k := 1; k < words; k++ {
				if path[k-1] == BeginPlace && path[k] == InPlace {
					steps += math.Exp(sum)
				}
			}
			return
		}
		before := Outside
		if i > 0 {
			before = path[i-1]
		}
		for k := range labels {
			if k.follows(before) {
				path[i] = k
				walk(i+1, sum+float64(trans[before][k])+float64(scores[i][k]), permitted && allowed[i]&(1<<k) != 0)
			}
		}
	}
	walk(0, 0, true)
	l, tr := newLattice(words), exponents(&trans)
	near := func(what string, got, want float64) {
		t.Helper()
		if math.Abs(got-want) > 1e-4*max(1, math.Abs(want)) {
			t.Errorf("%s %g, want %g", what, got, want)
		}
	}
	near("logarithm of the sum", l.sum(scores, allowed, tr), math.Log(total))
	near("probability", l.probability(1, BeginPlace), place/total)
	var counts [labels][labels]float64
	l.addSteps(&counts, tr, 2)
	near("count of steps", counts[BeginPlace][InPlace], 2*steps/total)
	for i, k := range best(scores, &trans) {
		if k != topPath[i] {
			t.Fatalf("best labels differ at %d from %v", i, topPath)
		}
	}
	if got := l.sum(scores, []uint16{1 << InPlace, 1, 1, 1}, tr); !math.IsInf(got, -1) {
		t.Errorf("a name that goes on without a beginning has sum %g", got)
	}
}
