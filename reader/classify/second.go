package classify

import (
	"math"
	"slices"

	"lectern/reader/doc"
)

// belief is what the first pass made of the page.
type belief struct {
	mass    []float64 // letters of the article before each block, expected
	sum     []float64 // blocks of the article before each block, expected
	letters []float64 // letters before each block
	before  []int     // blocks since the last likely paragraph, per block
	after   []int     // blocks until the next
	since   []int     // blocks since the last prompt to subscribe, register or the like
	likely  []int     // likely paragraphs before each block
	alike   [2][]mass // by look
	section []mass    // by heading
	outcome [2]float32
}

// mass is an expected amount of article in an amount of text.
type mass struct{ article, text float64 }

func (m *mass) add(b *block) {
	m.article += b.p * float64(b.size+5)
	m.text += float64(b.size + 5)
}

func (m *mass) share() float32 { return float32(m.article / (m.text + 1)) }

// likely reports whether the first pass takes the block for a paragraph of the
// article.
func (b *block) likely() bool { return b.p > .6 && b.size >= proseSize }

// far is where counting of distances stops, in blocks.
const far = 100

// believe prepares the second pass.
func (pg *page) believe() {
	n := len(pg.blocks)
	h := belief{mass: make([]float64, n+1), sum: make([]float64, n+1), letters: make([]float64, n+1), before: make([]int, n), after: make([]int, n),
		since: make([]int, n), likely: make([]int, n+1), section: make([]mass, n+1)}
	for k := range pg.sv.looks {
		h.alike[k] = make([]mass, len(pg.sv.looks[k]))
	}
	for e := range pg.nodes {
		pg.nodes[e].belief = mass{}
	}
	gap, prompt := far, far
	for i := range pg.blocks {
		b := &pg.blocks[i]
		h.letters[i+1] = h.letters[i] + float64(b.size)
		h.mass[i+1] = h.mass[i] + b.p*float64(b.size)
		h.sum[i+1] = h.sum[i] + b.p
		h.before[i], h.since[i] = gap, prompt
		gap, prompt = min(gap+1, far), min(prompt+1, far)
		h.likely[i+1] = h.likely[i]
		if b.likely() {
			gap = 0
			h.likely[i+1]++
		}
		if b.size < 160 && wall(b.anchor) {
			prompt = 0
		}
		if e := pg.d.Blocks[i].Element; e >= 0 {
			pg.nodes[e].belief.add(b)
		}
		for k, looks := range pg.sv.look {
			if looks != nil {
				h.alike[k][looks[i]].add(b)
			}
		}
		h.section[pg.sv.heading[i]+1].add(b)
	}
	for i := n - 1; i >= 0; i-- {
		h.after[i] = gap
		gap = min(gap+1, far)
		if pg.blocks[i].likely() {
			gap = 0
		}
	}
	for _, n := range slices.Backward(pg.nodes) {
		if n.parent >= 0 {
			up := &pg.nodes[n.parent].belief
			up.article += n.belief.article
			up.text += n.belief.text
		}
	}
	pg.belief = h
	pg.belief.outcome = [...]float32{float32(pg.mean(0, n)), float32(math.Log(h.mass[n] + 1))}
	if !pg.html {
		pg.hearken()
		pg.liken()
	}
}

// wall reports whether the reason is one of those that stop a reader.
func wall(r doc.Reason) bool {
	return r == doc.Subscription || r == doc.Account || r == doc.Newsletter || r == doc.Consent
}

// mean returns the expected share of article in the blocks [from, to).
func (pg *page) mean(from, to int) float64 {
	from, to = max(from, 0), min(to, len(pg.blocks))
	h := &pg.belief
	return (h.mass[to] - h.mass[from] + .5) / (h.letters[to] - h.letters[from] + 2)
}

// beliefReach is how many blocks to each side the second pass sees one by one.
const beliefReach = 4

// secondFamilies are what the second pass measures beside; see families.
var secondFamilies = [...]family{
	{ofPage, (*page).firstVerdict},
	{ofCompany, (*page).believed},
	{ofPage, (*page).outcome},
	{ofCopies, (*page).copyVerdict},
	{ofCompany, (*page).kin},
	{ofCompany, (*page).echoed},
	{ofPlace, (*page).liked},
	{ofPage, (*page).kindSays},
}

// firstVerdict is what the first pass made of the block itself.
func (pg *page) firstVerdict(i int, v vector) vector { return append(v, float32(pg.blocks[i].logit)) }

// believed is what the first pass made of the blocks around.
func (pg *page) believed(i int, v vector) vector {
	h, n := &pg.belief, len(pg.blocks)
	for k := -beliefReach; k <= beliefReach; k++ {
		switch j := i + k; {
		case k == 0:
		case j < 0 || j >= n:
			v = append(v, 0)
		default:
			v = append(v, float32(pg.blocks[j].p))
		}
	}
	for _, w := range [...][2]int{{-4, 5}, {-14, 15}, {-10, 0}, {1, 11}, {-30, 0}, {1, 31}} {
		v = append(v, float32(pg.mean(i+w[0], i+w[1])))
	}
	heading := float32(-1)
	if j := pg.sv.heading[i]; j >= 0 {
		heading = float32(pg.blocks[j].p)
	}
	return append(v, float32(h.before[i]), float32(h.after[i]), float32(h.since[i]), float32(h.likely[i]), float32(h.likely[n]-h.likely[i]),
		heading, h.section[pg.sv.heading[i]+1].share(), float32(h.mass[i]/(h.mass[n]+1)))
}

// outcome is what the first pass made of the page.
func (pg *page) outcome(_ int, v vector) vector {
	return append(v, pg.belief.outcome[:]...)
}

// copyVerdict is what the first pass made of an earlier block of the same text.
func (pg *page) copyVerdict(i int, v vector) vector {
	if j := pg.blocks[i].copyOf; j >= 0 {
		return append(v, float32(pg.blocks[j].p))
	}
	return append(v, -1)
}

// kin is what the first pass made of the containers and of blocks in containers
// called alike, or in text of lines alike.
func (pg *page) kin(i int, v vector) vector {
	if !pg.html {
		return pg.likewise(i, v)
	}
	e := pg.d.Blocks[i].Element
	if e < 0 {
		return append(v, missing[:levels+len(pg.belief.alike)]...)
	}
	for k := range pg.belief.alike {
		v = append(v, pg.belief.alike[k][pg.sv.look[k][i]].share())
	}
	e = pg.nodes[e].outer
	for range levels {
		if e < 0 {
			v = append(v, -1)
			continue
		}
		v = append(v, pg.nodes[e].belief.share())
		e = pg.nodes[e].wider
	}
	return v
}
