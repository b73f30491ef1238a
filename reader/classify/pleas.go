package classify

import (
	"slices"

	"lectern/reader/classify/internal/conv"
	"lectern/reader/doc"
)

// A prompt is a run of lines, of which some are plainly one and others might be
// anybody's. What tells prompts from the article is asked of every line by
// itself; what it says of the lines around decides.

// audible reports, between the passes, whether block i is one that might be a
// line of a prompt: neither a paragraph nor of a menu.
func (pg *page) audible(i int) bool {
	const odds = -3
	b := &pg.blocks[i]
	return b.size < promptSize && b.words > 0 && !(pg.html && b.logit < odds)
}

// ask sets the probability that the block is a prompt from the log-odds that it
// is not.
func (b *block) ask(logit float32) { b.asks = sigmoid(-float64(logit)) }

// faint is how likely a prompt a line is at most that its neighbours are not asked
// about.
const faint = .02

// hark sets how likely each block is a prompt, given what each is by itself and
// what the second trees see of each. What the head's models say of the lines around
// is taken in the mean: they err in different lines.
func (pg *page) hark(h *head, measures func(i int) []float32) {
	l, among := pg.chorus(), pg.among(h.among, measures)
	asks := make([]float64, len(pg.blocks))
	var v vector
	for i := range pg.blocks {
		if asks[i] = pg.blocks[i].asks; asks[i] > faint {
			v = l.measure(pg, i, v[:0])
			odds := h.pleas.Score(v)
			if among != nil {
				odds = (odds + among[i]) / 2
			}
			asks[i] = sigmoid(-float64(odds))
		}
	}
	for i, a := range asks {
		pg.blocks[i].asks = a
	}
}

// among returns the log-odds that a line is the article's, for lines that may be
// prompts; nil without a network. Only stretches around such lines are looked at.
func (pg *page) among(net *conv.Net, measures func(i int) []float32) []float32 {
	if net == nil {
		return nil
	}
	out := make([]float32, len(pg.blocks))
	for i := 0; i < len(pg.blocks); i++ {
		if pg.blocks[i].asks <= faint {
			continue
		}
		last := i
		for j := i; j < len(pg.blocks) && j <= last+2*conv.Reach; j++ {
			if pg.blocks[j].asks > faint {
				last = j
			}
		}
		from, to := max(0, i-conv.Reach), min(len(pg.blocks), last+1+conv.Reach)
		answers := net.Score(to-from, func(k int) []float32 { return measures(from + k) })
		copy(out[i:last+1], answers[i-from:])
		i = last
	}
	return out
}

// How likely a line is a prompt at least that is removed for it, one whose words
// speak for the story, and one beside such lines, and how likely it is the story's at
// most. Beside such lines none goes whose words speak for the story by more than
// ownAmong, as log-odds.
const (
	asksSurely  = .4
	asksVoiced  = .6
	asksAmong   = .13
	storySurely = .99
	storyAmong  = .85
	ownAmong    = 2
)

// pleas removes the lines of a text that are prompts though no table knows their
// phrases, and with each those around it that may well be; one line that is not may
// stand between.
func (pg *page) pleas() {
	const most = 1 // lines between
	between := most + 1
	announced := pg.announced()
	hear := func(i int) {
		between++
		if announced[i] {
			return
		}
		if pg.begs(i) || between <= most+1 && pg.blocks[i].own < ownAmong && pg.pleads(i, asksAmong, storyAmong) {
			pg.blocks[i].plead()
			if !pg.blocks[i].label() {
				between = 0
			}
		}
	}
	for i := range pg.blocks {
		hear(i)
	}
	between = most + 1
	for i := range slices.Backward(pg.blocks) {
		hear(i)
	}
}

// label reports whether the block is a label such as "Advertisement" and no prompt:
// that says nothing of what stands beside it.
func (b *block) label() bool {
	return b.anchor != doc.None && !wall(b.anchor) && b.hits[b.anchor] == whole
}

// announced finds the lines of a text that a line of the story announces with a
// colon, up to the next paragraph or to what is a prompt beyond much doubt: what
// things cost, how to join.
func (pg *page) announced() []bool {
	const (
		colonAsks  = .1 // of the line with the colon, at most
		colonStory = .8 // and how likely it is the story's
		most       = .7 // of a line that is announced
	)
	out := make([]bool, len(pg.blocks))
	for i := 1; i < len(pg.blocks); i++ {
		b, up := &pg.blocks[i], &pg.blocks[i-1]
		announces := up.last == endColon && up.keep && up.asks < colonAsks && up.p > colonStory
		out[i] = (announces || out[i-1]) && b.size < promptSize && b.asks < most && !pg.told(i)
	}
	return out
}

// plead removes the block as a prompt, also from where too little else would
// speak for it.
func (b *block) plead() {
	if b.keep || b.by == byModel {
		b.keep, b.by = false, byPlea
	}
}

// begs reports whether block i is a prompt, whatever stands beside it.
func (pg *page) begs(i int) bool {
	asks := asksSurely
	if pg.blocks[i].own >= voicedOwn {
		asks = asksVoiced
	}
	return pg.pleads(i, asks, storySurely)
}

// pleads reports whether block i is more likely a prompt than asks, less likely
// the story's than story, and neither speech nor a paragraph or a headline by its
// form.
func (pg *page) pleads(i int, asks, story float64) bool {
	b := &pg.blocks[i]
	return b.asks > lean(asks, pg.leaning) && b.p < story && !pg.spared(i) && !pg.headline(i)
}

// pleaReach is how many lines to each side are looked at one by one.
const pleaReach = 3

// pleaLikely is how likely a line of a run of likely prompts is at least,
// pleaSure how likely one is that hardly is anything else.
const (
	pleaLikely = .2
	pleaSure   = .6
)

// chorus is what the lines of a page say of those around them.
type chorus struct {
	sum        []float64 // of probabilities before each block
	sure       []int     // sure prompts before each block
	from, to   []int32   // the run of likely prompts around each block
	before, at []int32   // the last sure one before each block, the next from it on; -1 for none
	runs       int       // of likely prompts
}

// chorus works it out.
func (pg *page) chorus() *chorus {
	n := len(pg.blocks)
	l := &chorus{sum: make([]float64, n+1), sure: make([]int, n+1), from: make([]int32, n), to: make([]int32, n), before: make([]int32, n), at: make([]int32, n)}
	last := int32(-1)
	for i := range pg.blocks {
		a := pg.blocks[i].asks
		l.sum[i+1], l.sure[i+1] = l.sum[i]+a, l.sure[i]
		l.from[i], l.before[i] = int32(i), last
		if a >= pleaSure {
			l.sure[i+1]++
			last = int32(i)
		}
		switch likely := a >= pleaLikely; {
		case likely && i > 0 && pg.blocks[i-1].asks >= pleaLikely:
			l.from[i] = l.from[i-1]
		case likely:
			l.runs++
		}
	}
	last = -1
	for i, b := range slices.Backward(pg.blocks) {
		l.to[i] = int32(i + 1) //nolint:gosec // an index of blocks
		if b.asks >= pleaLikely && i+1 < n && pg.blocks[i+1].asks >= pleaLikely {
			l.to[i] = l.to[i+1]
		}
		if b.asks >= pleaSure {
			last = int32(i) //nolint:gosec // as above
		}
		l.at[i] = last
	}
	return l
}

// measure appends what there is to know of block i.
func (l *chorus) measure(pg *page, i int, v vector) vector {
	b, n := &pg.blocks[i], len(pg.blocks)
	for k := -pleaReach; k <= pleaReach; k++ {
		if j := i + k; j >= 0 && j < n {
			v = append(v, float32(pg.blocks[j].asks), pg.blocks[j].pitch, float32(pg.blocks[j].size))
		} else {
			v = append(v, -1, 0, -1)
		}
	}
	for _, reach := range [...]int{2, 5, 12} {
		from, to := max(0, i-reach), min(n, i+reach+1)
		v = append(v, float32((l.sum[to]-l.sum[from]-b.asks)/float64(max(1, to-from-1))), float32(l.sure[to]-l.sure[from]))
	}
	from, to := int(l.from[i]), int(l.to[i])
	v = append(v, float32(to-from), float32(i-from), float32(to-1-i), float32((l.sum[to]-l.sum[from])/float64(to-from)), float32(l.sure[to]-l.sure[from]),
		float32(pg.before[to]-pg.before[from]))
	gap := func(j int32) float32 {
		if j < 0 {
			return far
		}
		return float32(max(i-int(j), int(j)-i))
	}
	return append(v, gap(l.before[i]), gap(l.at[i]), float32(l.sum[n]/float64(n)), float32(l.sure[n]), float32(l.runs), ratio(l.sure[n], n),
		float32(i), float32(n-i), float32(n), float32(i-pg.first), float32(pg.last-i),
		float32(b.words), float32(b.ends), float32(b.last), yes(b.prose), float32(b.anchor), b.ideas.count(), ratio(b.offers, b.words), yes(b.money), yes(b.perTime),
		yes(b.wall), ratio(b.upper, b.words), float32(b.first), b.onTopic, b.own, float32(pg.gap(i)), float32(pg.gap(i+1)), float32(b.linked))
}

// pleaWidth is how many measures that is.
func pleaWidth() int {
	pg := &page{d: &doc.Document{Blocks: make([]doc.Block, 1)}, blocks: make([]block, 1), before: make([]int, 2)}
	return len(pg.chorus().measure(pg, 0, nil))
}
