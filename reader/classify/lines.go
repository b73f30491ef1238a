package classify

import "slices"

// What plain text has instead of containers: runs of paragraphs and of short
// lines, the stretch that holds most of the text, lines of one shape, and blank
// lines.

// lineup is worked out once for a text before its blocks are measured.
type lineup struct {
	run               []int32 // where the run of paragraphs, or of others, begins that the block is in
	end               []int32 // and where it ends
	stanza, stanzaEnd []int32 // the lines [from, to) around each block without a blank one between
	prev              []int32 // the last paragraph before each block, -1 for none
	next              []int32 // the first one after it, -1 for none
	median            int     // size of the paragraphs, in letters
	peaks             [len(peakCosts)]peak
	forms             tally // blocks by shape
	opens             tally // by first word
	closes            tally // by last word
	blanks            int   // blocks with a blank line before them
	shorts            int   // blocks that are no paragraphs
	small             int   // their letters
}

// tally counts by hash; a few may share a count.
type tally [512]uint16

func (t *tally) at(h uint32) *uint16 { return &t[mix(h, 3)%uint32(len(t))] }

// peak is the stretch of blocks whose values add up to most.
type peak struct {
	from, to int // [from, to)
	value    float32
	all      float32 // sum of the values above zero
}

// peakCosts are what a block costs a stretch, in letters; its own count for it
// up to peakMost.
var peakCosts = [...]float32{30, 60, 110}

const peakMost = 240

// lineUp works out the lineup of a text.
func (pg *page) lineUp() {
	n := len(pg.blocks)
	l := &pg.ln
	all := make([]int32, 6*n)
	l.run, l.end, l.prev, l.next, l.stanza, l.stanzaEnd = all[:n], all[n:2*n], all[2*n:3*n], all[3*n:4*n], all[4*n:5*n], all[5*n:]
	sizes := make([]int, 0, n)
	last := int32(-1)
	for i := range pg.blocks {
		b := &pg.blocks[i]
		l.run[i], l.prev[i] = int32(i), last
		if i > 0 && pg.blocks[i-1].prose == b.prose {
			l.run[i] = l.run[i-1]
		}
		if b.prose {
			last = int32(i)
			sizes = append(sizes, b.size)
		} else {
			l.shorts++
			l.small += b.size
		}
		l.stanza[i] = int32(i)
		if pg.gap(i) > 0 {
			l.blanks++
		} else if i > 0 {
			l.stanza[i] = l.stanza[i-1]
		}
		*l.forms.at(b.form)++
		*l.opens.at(b.opens)++
		*l.closes.at(b.closes)++
	}
	last = -1
	for i := n - 1; i >= 0; i-- {
		l.end[i], l.next[i] = int32(i+1), last //nolint:gosec // an index of blocks
		if i+1 < n && pg.blocks[i+1].prose == pg.blocks[i].prose {
			l.end[i] = l.end[i+1]
		}
		l.stanzaEnd[i] = int32(i + 1) //nolint:gosec // as above
		if i+1 < n && l.stanza[i+1] == l.stanza[i] {
			l.stanzaEnd[i] = l.stanzaEnd[i+1]
		}
		if pg.blocks[i].prose {
			last = int32(i) //nolint:gosec // an index of blocks
		}
	}
	if len(sizes) > 0 {
		slices.Sort(sizes)
		l.median = sizes[len(sizes)/2]
	}
	for k, cost := range peakCosts {
		l.peaks[k] = highest(n, func(i int) float32 { return min(float32(pg.blocks[i].size), peakMost) - cost })
	}
}

// gap returns how many blank lines stand before block i.
func (pg *page) gap(i int) int {
	if i == 0 || i >= len(pg.blocks) || pg.d.Blocks[i].First < 0 {
		return 0
	}
	return pg.d.Blocks[i].First - pg.d.Blocks[i-1].Last - 1
}

// highest finds the stretch of n blocks whose values add up to most (Kadane's
// algorithm).
func highest(n int, value func(i int) float32) peak {
	var best peak
	from, sum := 0, float32(0)
	for i := range n {
		v := value(i)
		best.all += max(0, v)
		if sum <= 0 {
			from, sum = i, 0
		}
		sum += v
		if sum > best.value {
			best.from, best.to, best.value = from, i+1, sum
		}
	}
	return best
}

// measure appends where block i is to the stretch, and how much of what could
// be in a stretch is in this one.
func (p *peak) measure(i int, v vector) vector {
	var where, share float32
	if i < p.from {
		where = -1
	} else if i >= p.to {
		where = 1
	}
	if p.all > 0 {
		share = p.value / p.all
	}
	return append(v, where, float32(i-p.from), float32(p.to-1-i), share)
}

const peakWidth = 4

// stretches tells where the block is to the stretches that hold most text.
func (pg *page) stretches(i int, v vector) vector {
	if pg.html {
		return append(v, missing[:peakWidth*len(peakCosts)]...)
	}
	for k := range pg.ln.peaks {
		v = pg.ln.peaks[k].measure(i, v)
	}
	return v
}

const runWidth = 22

// runs measures the run of lines that the block is in, and what it lies between.
func (pg *page) runs(i int, v vector) vector {
	if pg.html {
		return append(v, missing[:runWidth]...)
	}
	l := &pg.ln
	from, to := int(l.run[i]), int(l.end[i])
	a, z, n := &pg.sv.upTo[from], &pg.sv.upTo[to], int32(to-from) //nolint:gosec // a number of blocks
	v = append(v, float32(i-from), float32(to-1-i), float32(n), ratio(z.size-a.size, n), ratio(z.hits-a.hits, n), ratio(z.headings-a.headings, n),
		ratio(z.stops-a.stops, n), ratio(z.titles-a.titles, n), ratio(z.digits-a.digits, n), ratio(z.items-a.items, n))
	v = pg.bound(from-1, v)
	v = pg.bound(to, v)
	v = append(v, ratio(pg.blocks[i].size, l.median), float32(l.median), ratio(l.shorts, len(pg.blocks)), ratio(l.small, l.shorts))
	for _, j := range [...]int32{l.prev[i], l.next[i]} {
		if j < 0 {
			v = append(v, 0, 0)
			continue
		}
		v = append(v, float32(pg.blocks[j].size), float32(pg.blocks[j].last))
	}
	return v
}

// bound measures the run that block j is in.
func (pg *page) bound(j int, v vector) vector {
	if j < 0 || j >= len(pg.blocks) {
		return append(v, -1, -1)
	}
	from, to := pg.ln.run[j], pg.ln.end[j]
	return append(v, float32(to-from), float32(pg.sv.upTo[to].size-pg.sv.upTo[from].size))
}

const spacedWidth = 3

// spaced measures the blank lines around the block.
func (pg *page) spaced(i int, v vector) vector {
	if pg.html {
		return append(v, missing[:spacedWidth]...)
	}
	return append(v, float32(pg.gap(i)), float32(pg.gap(i+1)), ratio(pg.ln.blanks, len(pg.blocks)))
}

const (
	resemblance = 6
	aroundReach = 8 // blocks to each side
)

// resembling counts the blocks that look like this one, or open or close with
// the same word: on the page, and near.
func (pg *page) resembling(i int, v vector) vector {
	if pg.html {
		return append(v, missing[:resemblance]...)
	}
	b, l := &pg.blocks[i], &pg.ln
	form, opens, closes := -1, -1, -1 // the block itself is counted too
	for j := max(0, i-aroundReach); j < min(len(pg.blocks), i+aroundReach+1); j++ {
		o := &pg.blocks[j]
		if o.form == b.form {
			form++
		}
		if o.opens == b.opens {
			opens++
		}
		if o.closes == b.closes {
			closes++
		}
	}
	return append(v, float32(*l.forms.at(b.form)), float32(*l.opens.at(b.opens)), float32(*l.closes.at(b.closes)),
		float32(form), float32(opens), float32(closes))
}
