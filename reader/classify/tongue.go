package classify

import "math"

// Lines in another language than the story's are seldom of the story. Which
// language that is need not be known: letters follow one another in each in
// ways of its own.

// tongueBits is how many bits of a hash find the count of a pair of letters.
const tongueBits = 11

// pairs calls do with every pair of letters of a text, by hash; what is no
// letter counts as a gap.
func pairs(s string, do func(slot uint32)) {
	const gap = ' '
	last := uint32(gap)
	for i := range len(s) {
		c := uint32(s[i])
		switch {
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		case c < 'a' || c > 'z' && c < 0x80:
			c = gap
		}
		if c != gap || last != gap {
			do((last<<8 | c) * 2654435769 >> (32 - tongueBits))
		}
		last = c
	}
}

// tonguesLength is how many bytes of a block are looked at.
const tonguesLength = 400

// listenTongues measures how likely the letters of every block follow one another
// as they do in the paragraphs, in bits a pair, beside what is usual on the page.
func (pg *page) listenTongues() {
	const smooth = .4
	var counts [1 << tongueBits]float32
	all := float32(0)
	for i := range pg.blocks {
		if pg.blocks[i].prose {
			pairs(startOf(pg.d.Blocks[i].Text), func(k uint32) { counts[k]++; all++ })
		}
	}
	if all == 0 {
		return
	}
	var bits [1 << tongueBits]float32
	usual := float32(0)
	for k := range counts {
		c := counts[k]
		bits[k] = float32(math.Log2(float64((c + smooth) / (all + smooth*float32(len(counts))))))
		usual += c / all * bits[k]
	}
	for i := range pg.blocks {
		b := &pg.blocks[i]
		sum, n := float32(0), 0
		pairs(startOf(pg.d.Blocks[i].Text), func(k uint32) { sum += bits[k]; n++ })
		if n > 0 {
			b.tongue = sum/float32(n) - usual
		}
	}
}

func startOf(s string) string { return s[:min(len(s), tonguesLength)] }

const tongueWidth = 3

// tongues tells how much the block and its neighbours are of the page's language.
func (pg *page) tongues(i int, v vector) vector {
	if pg.html {
		return append(v, missing[:tongueWidth]...)
	}
	beside := func(from, to int) float32 {
		sum, n := float32(0), 0
		for j := max(0, from); j < min(len(pg.blocks), to); j++ {
			sum += pg.blocks[j].tongue
			n++
		}
		return sum / float32(max(1, n))
	}
	return append(v, pg.blocks[i].tongue, beside(i-1, i+2), beside(i-3, i+4))
}
