package classify

import "math"

// What the first pass made of a text teaches something of the text itself:
// which words are those of the story, and from where to where it goes.

// echo is how often a word stands in what the first pass takes for the article
// and in the rest.
type echo struct{ in, out float32 }

// echoes are those of a page, by hash of the word.
type echoes struct {
	words []echo
	all   echo
	likes [2]peak // the stretch that the first pass likes best, by block and by letter
}

func (e *echoes) of(word uint32) *echo { return &e.words[word*2654435769>>(32-topicBits)] }

// hearken works out the echoes of a text.
func (pg *page) hearken() {
	const sure, unit = 4, 5
	e := &pg.echoes
	if e.words == nil {
		e.words = make([]echo, 1<<topicBits)
	}
	clear(e.words)
	e.all = echo{}
	for i := range pg.blocks {
		p := float32(pg.blocks[i].p)
		for _, w := range pg.words.of(i) {
			s := e.of(w)
			s.in += p
			s.out += 1 - p
			e.all.in += p
			e.all.out += 1 - p
		}
	}
	e.likes[0] = highest(len(pg.blocks), func(i int) float32 { return float32(max(-sure, min(pg.blocks[i].logit, sure))) })
	e.likes[1] = highest(len(pg.blocks), func(i int) float32 {
		b := &pg.blocks[i]
		return float32((b.p - .5) * float64(min(b.size, peakMost)+unit))
	})
}

const echoWidth = 4

// echoed measures whether the words of block i are those of the article or of
// the rest; what the block itself adds to their counts does not count.
func (pg *page) echoed(i int, v vector) vector {
	if pg.html {
		return append(v, missing[:echoWidth]...)
	}
	const smooth, common, rare = .3, 20, .5
	e, p := &pg.echoes, float32(pg.blocks[i].p)
	words := pg.words.of(i)
	prior := float64((e.all.in + common) / (e.all.out + common))
	var sum, most, least float64
	known := 0
	for _, w := range words {
		s := e.of(w)
		in, out := max(0, s.in-p), max(0, s.out-1+p)
		if in+out < rare {
			continue
		}
		known++
		x := math.Log((float64(in) + smooth*prior) / (float64(out) + smooth) / prior)
		sum += x
		most, least = max(most, x), min(least, x)
	}
	n := max(1, len(words))
	return append(v, float32(sum)/float32(n), ratio(known, n), float32(most), float32(least))
}

// liked tells where the block is to the stretches that the first pass likes best.
func (pg *page) liked(i int, v vector) vector {
	if pg.html {
		return append(v, missing[:peakWidth*len(pg.echoes.likes)]...)
	}
	for k := range pg.echoes.likes {
		v = pg.echoes.likes[k].measure(i, v)
	}
	return v
}
