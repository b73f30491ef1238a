package align

import (
	"slices"
	"sort"
)

// aligner matches the lines of one page to one gold text.
type aligner struct {
	gold    *gold
	lines   [][]string
	title   []string
	matched []*place // by line, nil where there is none
	used    []bool   // words of the gold text that a line of the chain has
}

// step is the best chain that ends at a word of the gold text.
type step struct {
	end   int
	score float64
	last  *place
	prev  *step
}

// chain chooses the places of the lines: in order, spans not overlapping but
// for one word, greatest sum of weights.
func (a *aligner) chain() {
	front := []*step{{}} // ascending in both end and score
	for i, line := range a.lines {
		if len(line) == 0 {
			continue
		}
		var reached []*step
		for _, p := range a.weigh(i, line) {
			k := sort.Search(len(front), func(k int) bool { return front[k].end > p.start+1 }) - 1
			reached = append(reached, &step{p.end, front[k].score + p.weight, p, front[k]})
		}
		for _, s := range reached {
			front = insert(front, s)
		}
	}
	a.matched = make([]*place, len(a.lines))
	a.used = make([]bool, len(a.gold.words)+1)
	for s := front[len(front)-1]; s.last != nil; s = s.prev {
		a.matched[s.last.line] = s.last
		for w := s.last.start; w < s.last.end; w++ {
			a.used[w] = true
		}
	}
}

// insert puts a step into the front unless one that ends no later is as good,
// and drops those that it makes needless.
func insert(front []*step, s *step) []*step {
	k := sort.Search(len(front), func(k int) bool { return front[k].end > s.end }) - 1
	if s.score <= front[k].score {
		return front
	}
	j := k + 1
	if front[k].end == s.end {
		j = k
	}
	end := j
	for end < len(front) && front[end].score <= s.score {
		end++
	}
	return slices.Replace(front, j, end, s)
}

// weigh returns the places where line i may belong, with their weights: words
// found count by the share of the line they make up, words of the text left
// over count against.
func (a *aligner) weigh(i int, line []string) []*place {
	places := a.gold.candidates(line)
	out := make([]*place, 0, len(places))
	n := float64(len(line))
	for _, p := range places {
		m := float64(p.matched)
		switch {
		case m/n < low:
			continue
		case len(line) >= long:
			p.weight = m*(m/n) - 0.3*float64(max(0, p.end-p.start-p.matched))
		case p.whole:
			p.weight = 0.5 * m
		default:
			p.weight = 0.1 * m
		}
		if p.whole {
			p.weight += 0.5
		}
		p.line = i
		out = append(out, &p)
	}
	return out
}

// labels gives every line its label from the chain.
func (a *aligner) labels() []Label {
	var anchors, order []int
	for i, p := range a.matched {
		if p == nil {
			continue
		}
		order = append(order, i)
		if len(a.lines[i]) >= long || p.whole {
			anchors = append(anchors, i)
		}
	}
	first, last := 0, -1
	if len(anchors) > 0 {
		first, last = anchors[0], anchors[len(anchors)-1]
	}
	out := make([]Label, len(a.lines))
	for i, t := range a.lines {
		if len(t) == 0 { // punctuation only: follows its neighbours
			continue
		}
		switch inside := first < i && i < last; {
		case a.matched[i] == nil:
			out[i] = a.unmatched(t, inside)
		case len(t) < long && a.matched[i].whole:
			out[i] = sure(accompanied(anchors, i))
		case len(t) < long && !inside:
			out[i] = Clutter
		case len(t) < long:
			out[i] = sure(a.touches(order, i))
		default:
			out[i] = sure(float64(a.matched[i].matched)/float64(len(t)) >= high)
		}
	}
	a.headline(out)
	return out
}

// headline makes the title, which is shown apart from the body, and the lead
// below it unsure where the text has them not: gold texts have them or not.
func (a *aligner) headline(out []Label) {
	if len(a.title) == 0 {
		return
	}
	for i, t := range a.lines {
		if out[i] != Article && slices.Equal(t, a.title) {
			out[i] = Unsure
		}
		if i > 0 && out[i] == Clutter && slices.Equal(a.lines[i-1], a.title) && len(t) >= leadWords {
			out[i] = Unsure
		}
	}
}

// sure returns Article if so, else Unsure.
func sure(so bool) Label {
	if so {
		return Article
	}
	return Unsure
}

// unmatched labels a line that is not in the chain: it may stand out of order.
func (a *aligner) unmatched(t []string, inside bool) Label {
	g := a.gold
	if len(t) < long {
		for _, p := range g.exact(t) {
			if inside && p.whole {
				return Unsure
			}
		}
		return Clutter
	}
	var best *place
	for _, p := range g.rough(t) {
		if best == nil || p.matched > best.matched {
			best = &p
		}
	}
	if best == nil {
		return Clutter
	}
	switch cover := float64(best.matched) / float64(len(t)); {
	case cover >= high:
		n := 0
		for w := best.start; w < best.end; w++ {
			if a.used[w] {
				n++
			}
		}
		return sure(float64(n) <= 0.5*float64(best.end-best.start)) // else it is said again
	case cover >= low:
		return Unsure
	}
	return Clutter
}

// accompanied reports whether another anchor stands near line i, itself one.
func accompanied(anchors []int, i int) bool {
	k, _ := slices.BinarySearch(anchors, i)
	for _, x := range anchors[max(0, k-1):min(len(anchors), k+2)] {
		if x != i && abs(x-i) <= menuReach {
			return true
		}
	}
	return false
}

// touches reports whether the place of line i adjoins that of the matched line
// before or after it.
func (a *aligner) touches(order []int, i int) bool {
	k, _ := slices.BinarySearch(order, i)
	before, after := 0, len(a.gold.words)
	if k > 0 {
		before = a.matched[order[k-1]].end
	}
	if k+1 < len(order) {
		after = a.matched[order[k+1]].start
	}
	p := a.matched[i]
	return p.start-before <= 1 || after-p.end <= 1
}
