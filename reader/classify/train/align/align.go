// Package align labels the lines of a page as article or clutter by the
// article's text as people marked it. It is how the training data was labelled:
// a line is matched to the gold text as a sequence of words; of all places where
// it could belong, a chain in order with the greatest total weight is chosen, so
// that a line counts once. A short line is believed only where it fills a line
// of the gold text or touches its matched neighbours.
package align

import (
	"slices"
	"strings"
)

// Label says what a line is.
type Label uint8

// Unsure is for lines that cannot be told: nothing is to be learnt from them,
// and they are not scored.
const (
	Unsure Label = iota
	Article
	Clutter
)

// Matching is judged by these.
const (
	long      = 5   // words; shorter lines need the support of a gold line or a neighbour
	high      = 0.8 // share of a line's words found from which on it is taken for matched
	low       = 0.35
	menuReach = 6  // lines from the next match within which a short one is no chance hit
	mostHits  = 60 // places looked at for a short line
	mostVotes = 40 // places looked at for three words of a long line
	diagonals = 6  // candidates tried for a long line
	leadWords = 6  // words of the least lead under a headline
	stretches = 12 // one word in so many may be put in or left out within a line
)

// place is where in the gold text a line may belong.
type place struct {
	start, end int // words [start, end)
	matched    int // words of the line found there
	whole      bool
	line       int
	weight     float64
}

// gold is a marked text, indexed.
type gold struct {
	words  []string
	bounds []bool // a line of the text starts or ends before word i
	one    map[string][]int
	three  map[[3]string][]int
}

func newGold(text string) *gold {
	g := &gold{one: map[string][]int{}, three: map[[3]string][]int{}}
	ends := []int{0}
	for line := range strings.SplitSeq(text, "\n") {
		if t := Tokens(line); len(t) > 0 {
			g.words = append(g.words, t...)
			ends = append(ends, len(g.words))
		}
	}
	g.bounds = make([]bool, len(g.words)+1)
	for _, e := range ends {
		g.bounds[e] = true
	}
	for i, w := range g.words {
		g.one[w] = append(g.one[w], i)
		if i+2 < len(g.words) {
			k := [3]string{w, g.words[i+1], g.words[i+2]}
			g.three[k] = append(g.three[k], i)
		}
	}
	return g
}

// candidates returns where in the gold text a line may belong.
func (g *gold) candidates(line []string) []place {
	if len(line) < long {
		return g.exact(line)
	}
	return g.rough(line)
}

// exact finds a short line word for word.
func (g *gold) exact(line []string) []place {
	var out []place
	for _, s := range g.one[line[0]] {
		e := s + len(line)
		if e <= len(g.words) && slices.Equal(g.words[s:e], line) {
			out = append(out, place{start: s, end: e, matched: len(line), whole: g.bounds[s] && g.bounds[e]})
			if len(out) == mostHits {
				break
			}
		}
	}
	return out
}

// rough finds a long line by the runs of three words it shares with the text.
func (g *gold) rough(line []string) []place {
	n := len(line)
	var out []place
	seen := map[[2]int]bool{}
	for _, d := range g.diagonals(line) {
		covered := make([]bool, n)
		from, to := len(g.words), 0
		for i := range n - 2 {
			s, ok := nearest(g.three[[3]string{line[i], line[i+1], line[i+2]}], i+d)
			if !ok || abs(s-i-d) > 3+n/stretches {
				continue
			}
			covered[i], covered[i+1], covered[i+2] = true, true, true
			from, to = min(from, s), max(to, s+3)
		}
		if seen[[2]int{from, to}] {
			continue
		}
		seen[[2]int{from, to}] = true
		matched := 0
		for _, c := range covered {
			if c {
				matched++
			}
		}
		out = append(out, place{start: from, end: to, matched: matched, whole: g.bounds[from] && g.bounds[to]})
	}
	return out
}

// diagonals returns the offsets between line and text that most of the line's
// runs of three words agree on, best first, in order of appearance among equals.
func (g *gold) diagonals(line []string) []int {
	votes := map[int]int{}
	var order []int
	for i := range len(line) - 2 {
		at := g.three[[3]string{line[i], line[i+1], line[i+2]}]
		for _, s := range at[:min(len(at), mostVotes)] {
			if votes[s-i] == 0 {
				order = append(order, s-i)
			}
			votes[s-i]++
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return votes[b] - votes[a] })
	least := max(1, 0.08*float64(len(line)))
	for k, d := range order {
		if k == diagonals || float64(votes[d]) < least {
			return order[:k]
		}
	}
	return order
}

// nearest returns the first of the ascending numbers that is closest to x.
func nearest(at []int, x int) (s int, ok bool) {
	if len(at) == 0 {
		return 0, false
	}
	k, _ := slices.BinarySearch(at, x)
	if k == len(at) || k > 0 && x-at[k-1] <= at[k]-x {
		k--
	}
	return at[k], true
}

func abs(x int) int { return max(x, -x) }

// Lines labels lines by the gold text. A line that is the title and not in the
// text is unsure, and so is what may be the lead below it. Covered is the share
// of the gold text's words that was found in lines of the article, in order.
func Lines(lines []string, text, title string) (labels []Label, covered float64) {
	g := newGold(text)
	a := aligner{gold: g, lines: make([][]string, len(lines)), title: Tokens(title)}
	for i, l := range lines {
		a.lines[i] = Tokens(l)
	}
	a.chain()
	labels = a.labels()
	n := 0
	for i, p := range a.matched {
		if p == nil || labels[i] != Article {
			continue
		}
		for w := p.start; w < p.end; w++ {
			if a.used[w] {
				n++
			}
		}
	}
	return labels, float64(n) / float64(max(1, len(g.words)))
}
