package prompts

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"lectern/reader/doc"
)

func seeded(seed uint64) *rand.Rand {
	return rand.New(rand.NewPCG(seed, seed)) //nolint:gosec // tests are to be repeatable
}

// numbered returns n lines, each unlike all others.
func numbered(n int, name string) []string {
	lines := make([]string, n)
	for i := range lines {
		lines[i] = name + " " + strconv.Itoa(i)
	}
	return lines
}

func promptOf(texts []string) Prompt {
	p := Prompt{Language: "en", Style: "trial", Publisher: "A", Split: Train}
	for _, s := range texts {
		p.Lines = append(p.Lines, Line{Text: s, Reason: doc.Subscription})
	}
	return p
}

// isPart reports whether all of part stands in whole, in the same order.
func isPart(part, whole []string) bool {
	found := 0
	for _, s := range whole {
		if found < len(part) && part[found] == s {
			found++
		}
	}
	return found == len(part)
}

// TestSplice tries every place and part on articles and prompts of many
// lengths: nothing of the article is lost or moved, and only lines of the
// prompt are put in.
func TestSplice(t *testing.T) {
	rng := seeded(1)
	for round := range 4000 {
		article := numbered(rng.IntN(9), "story")
		texts := numbered(1+rng.IntN(7), "offer")
		where := []Where{Tail, Head, Middle}[rng.IntN(3)]
		part := []Part{Whole, Opening, Ending, Run, Some}[rng.IntN(5)]
		out, from, to := Splice(article, promptOf(texts), where, part, rng)

		if len(out) != len(article)+to-from {
			t.Fatalf("round %d: %d lines and %d put in make %d", round, len(article), to-from, len(out))
		}
		if rest := slices.Concat(out[:from], out[to:]); !slices.Equal(rest, article) {
			t.Fatalf("round %d: article became %q", round, rest)
		}
		if in := out[from:to]; len(in) == 0 || !isPart(in, texts) || part == Whole && len(in) != len(texts) {
			t.Fatalf("round %d: part %d of %q is %q", round, part, texts, in)
		}
		checkPlace(t, where, len(article), from)
	}
}

func checkPlace(t *testing.T, where Where, n, from int) {
	t.Helper()
	switch where {
	case Tail:
		if from != n {
			t.Errorf("at the tail, %d of %d lines stand before", from, n)
		}
	case Head:
		if from > headLines || n > 0 && from == n {
			t.Errorf("at the head, %d of %d lines stand before", from, n)
		}
	case Middle:
		if n > 1 && (from == 0 || from == n) {
			t.Errorf("in the middle, %d of %d lines stand before", from, n)
		}
	}
}

func TestSpliceRepeats(t *testing.T) {
	article, p := numbered(12, "story"), promptOf(numbered(9, "offer"))
	for _, where := range []Where{Tail, Head, Middle} {
		for _, part := range []Part{Whole, Opening, Ending, Run, Some} {
			a, from, to := Splice(article, p, where, part, seeded(7))
			b, from2, to2 := Splice(article, p, where, part, seeded(7))
			if !slices.Equal(a, b) || from != from2 || to != to2 {
				t.Errorf("place %d, part %d: two results of one seed", where, part)
			}
		}
	}
}

// TestCut wants the parts to be proper ones, from the right end, and all of
// them to come about.
func TestCut(t *testing.T) {
	p := promptOf(numbered(5, "offer"))
	first, last := p.Lines[0], p.Lines[4]
	rng := seeded(3)
	for _, part := range []Part{Opening, Ending, Run, Some} {
		lengths := map[int]bool{}
		for range 500 {
			c := p.Cut(part, rng).Lines
			lengths[len(c)] = true
			if part == Opening && c[0] != first || part == Ending && c[len(c)-1] != last {
				t.Fatalf("part %d is %v", part, c)
			}
		}
		for n := 1; n < 5; n++ {
			if !lengths[n] {
				t.Errorf("part %d never has %d lines", part, n)
			}
		}
		if lengths[5] && part != Some {
			t.Errorf("part %d is the whole", part)
		}
	}
	if len(p.Lines) != 5 || p.Lines[0] != first || p.Lines[4] != last {
		t.Errorf("the prompt itself became %v", p.Lines)
	}
}

func TestCutLeavesOneLine(t *testing.T) {
	p := promptOf([]string{"Subscribe"})
	rng := seeded(5)
	for _, part := range []Part{Whole, Opening, Ending, Run, Some} {
		if c := p.Cut(part, rng); len(c.Lines) != 1 {
			t.Errorf("part %d has %d lines", part, len(c.Lines))
		}
	}
}
