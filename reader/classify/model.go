package classify

import (
	"math"

	"lectern/reader/classify/internal/conv"
	"lectern/reader/classify/internal/linear"
	"lectern/reader/classify/internal/tree"
	"lectern/reader/doc"
)

// Model is what was learnt from labelled pages: a head for each medium, and
// what tells texts in English from others.
type Model struct {
	heads   [media]func() *head
	english *linear.Model
}

// medium is what a head reads.
type medium int

const (
	ofPages   medium = iota // with containers
	ofEnglish               // bare text in English
	ofOthers                // bare text in other languages
	media
)

// head is the stages of one medium. Linear models over hashed names, words and
// neighbours' words feed the first trees; the second trees see what the first
// made of everything around. Pitch, asks, pleas and among tell the article from
// prompts alone: by words, by all that the second trees see, and by what that says
// of the lines around.
type head struct {
	structure, own, near, pitch *linear.Model
	first, second, asks, pleas  *tree.Forest
	genres                      []*tree.Forest  // whether the page as a whole is of each kind; none of text
	reasons                     []*linear.Model // why a prompt is one, by askReasons; none of pages
	among                       *conv.Net       // as pleas, from what the second trees see of all lines around; nil of pages
}

// of returns the head for a document.
func (m *Model) of(d *doc.Document) *head {
	switch {
	case d.Format == doc.HTML:
		return m.heads[ofPages]()
	case inEnglish(m.english, d) >= 0:
		return m.heads[ofEnglish]()
	}
	return m.heads[ofOthers]()
}

// heard is what the linear models say of a block.
type heard struct {
	structure, own, near, pitch float32
	as                          [viewpoints]float32      // of the block, as a neighbour
	why                         [len(askReasons)]float32 // why it is a prompt, if it is
}

// viewpoints are the places from which a neighbour is seen: two before, one before, one after,
// two after, and as the heading of a section.
const viewpoints = 5

// Weights of hashed features in the linear models.
const structureValue = .25

// listen takes in the text of block i.
func (h *head) listen(b *block, k *tokens) {
	value := k.value()
	b.own, b.pitch = h.own.Bias+k.sum(h.own)*value, h.pitch.Bias+k.sum(h.pitch)*value
	for r, m := range h.reasons {
		b.why[r] = k.sum(m) * value // words that nobody knows say nothing
	}
	k.near()
	for r := range b.as {
		var s float32
		for _, w := range k.seen {
			s += h.near.Weight(mix(w, uint32(r)))
		}
		b.as[r] = s / root(len(k.seen))
	}
}

func root(n int) float32 { return float32(math.Sqrt(float64(n))) }

// sum adds up what a model makes of the words of a block.
func (k *tokens) sum(m *linear.Model) float32 {
	var s float32
	for _, words := range [...][]uint32{k.words[:min(len(k.words), ownWords)], k.more} {
		for _, w := range words {
			s += m.Weight(w)
		}
	}
	return s
}

// value is how much each word of a block counts.
func (k *tokens) value() float32 {
	return 1 / root(min(len(k.words), ownWords)+len(k.more))
}

// near chooses the words by which a block is known to its neighbours.
func (k *tokens) near() {
	k.seen = append(k.seen[:0], k.words[:min(len(k.words), nearFirst)]...)
	if rest := len(k.words) - nearFirst; rest > 0 {
		k.seen = append(k.seen, k.words[len(k.words)-min(nearLast, rest):]...)
	}
	k.seen = append(k.seen, k.more[len(k.more)-1])
}

// hear sums up what the linear models say of every block.
func (h *head) hear(pg *page) {
	names := pg.nameSums(h.structure)
	var toks []uint32
	for i := range pg.blocks {
		b := &pg.blocks[i]
		b.near = h.near.Bias
		pg.eachNeighbour(i, func(j, r int) { b.near += pg.blocks[j].as[r] })
		if !pg.html {
			continue
		}
		e := pg.d.Blocks[i].Element
		toks = pathTokens(pg.d, e, pg.d.Blocks[i].Kind, toks)
		var s float32
		for _, t := range toks {
			s += h.structure.Weight(t)
		}
		for n := 0; e >= 0 && n < outermost; n++ {
			s += names[e].any
			if n < len(ringOf) {
				s += names[e].ring[ringOf[n]]
			}
			e = pg.nodes[e].parent
		}
		b.structure = h.structure.Bias + s*structureValue
	}
}

// eachNeighbour calls see for those beside block i and its heading.
func (pg *page) eachNeighbour(i int, see func(j, role int)) {
	for r, j := range [...]int{i - 2, i - 1, i + 1, i + 2, int(pg.sv.heading[i])} {
		if j >= 0 && j < len(pg.blocks) {
			see(j, r)
		}
	}
}

type nameSum struct {
	ring [rings]float32
	any  float32
}

func (pg *page) nameSums(m *linear.Model) []nameSum {
	out := make([]nameSum, len(pg.nodes))
	var toks []uint32
	for e := range out {
		if pg.nameless {
			break
		}
		toks = nameTokens(&pg.d.Elements[e], toks)
		for _, t := range toks {
			for r := range uint32(rings) {
				out[e].ring[r] += m.Weight(mix(t, r))
			}
			out[e].any += m.Weight(mix(t, asAnyRing))
		}
	}
	return out
}

// structureSays is what the names and elements around the block say by themselves.
func (pg *page) structureSays(i int, v vector) vector { return append(v, pg.blocks[i].structure) }

// wordsSay is what the block's own words say by themselves.
func (pg *page) wordsSay(i int, v vector) vector {
	return append(v, pg.blocks[i].own, pg.blocks[i].pitch)
}

// neighboursSay is what the words around the block say of it, and of themselves.
func (pg *page) neighboursSay(i int, v vector) vector {
	v = append(v, pg.blocks[i].near)
	at := len(v)
	v = append(v, missing[:2*viewpoints]...)
	pg.eachNeighbour(i, func(j, role int) { v[at+role], v[at+viewpoints+role] = pg.blocks[j].own, pg.blocks[j].pitch })
	return v
}

func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// score sets every block's probability: a first pass over what the blocks and
// their surroundings look like, a second over what the first made of them. It
// sets too how likely each is a prompt.
func (h *head) score(pg *page) {
	h.hear(pg)
	var all []float32 // the measures of the first pass, block by block
	v := make(vector, 0, 400)
	for i := range pg.blocks {
		v = pg.measure(families[:], i, v[:0])
		if all == nil {
			all = make([]float32, 0, len(pg.blocks)*len(v))
		}
		all = append(all, v...)
		pg.blocks[i].put(h.first.Score(v))
	}
	pg.believe()
	if pg.html {
		pg.kindly(h.genres, pg.genre(nil))
	}
	second := make([]float32, len(pg.blocks))
	for i := range pg.blocks {
		b := &pg.blocks[i]
		b.asks = 0
		if second[i] = float32(b.logit); pg.surelyNot(i) {
			continue
		}
		v = pg.measureAgain(all, i, v)
		second[i] = h.second.Score(v)
		if pg.audible(i) {
			b.ask(h.asks.Score(v))
		}
	}
	var again vector
	pg.hark(h, func(i int) []float32 {
		again = pg.measureAgain(all, i, again)
		return again
	})
	for i, s := range second {
		pg.blocks[i].put(s)
	}
	if !pg.html {
		pg.steady()
	}
	pg.settleCut()
}

// measureAgain returns all that the second pass sees of block i, in the place of v:
// what the first saw, which all has of every block, and what it made of the page.
func (pg *page) measureAgain(all []float32, i int, v vector) vector {
	width := len(all) / len(pg.blocks)
	v = append(v[:0], all[i*width:(i+1)*width]...)
	return pg.measure(secondFamilies[:], i, v)
}

// surelyNot reports, between the passes, whether block i is so unlikely that the
// second need not be asked, as are the menus and footers that are most of a page.
func (pg *page) surelyNot(i int) bool {
	const odds = -4
	return pg.html && pg.blocks[i].logit < odds
}

// put sets the probability from its log-odds.
func (b *block) put(logit float32) {
	b.logit = float64(logit)
	b.p = sigmoid(b.logit)
}
