package classify

import (
	"fmt"
	"slices"

	"lectern/reader/doc"
)

// brakeShare is how much of the text one rule may remove unexamined.
const brakeShare = .4

// brake looks for a rule, a name or a word that removes what must not go by one
// sign alone: the longest block, or more than brakeShare of the text. What
// stands on several signs stays removed; the rest is restored, and a note says
// so.
func (pg *page) brake() {
	longest := pg.longest()
	var removed [doc.Unclear + 1]int
	total := 0
	for i := range pg.blocks {
		if pg.d.Blocks[i].Hidden {
			continue
		}
		total += pg.blocks[i].size
		if !pg.blocks[i].keep {
			removed[pg.blocks[i].reason] += pg.blocks[i].size
		}
	}
	restored := false
	var blind []float64 // scored when first needed, and once
	for reason, size := range removed {
		rs := doc.Reason(reason)
		all := longest >= 0 && !pg.blocks[longest].keep && pg.blocks[longest].reason == rs
		if size == 0 || !all && float64(size) <= brakeShare*float64(total) {
			continue
		}
		held := pg.held(rs)
		if len(held) == 0 {
			continue
		}
		if blind == nil {
			blind = pg.blind()
		}
		restored = pg.release(held, blind, rs) || restored
	}
	if restored {
		pg.follow()
		pg.name()
	}
}

// longest returns the longest visible block that is no copy, -1 without one.
func (pg *page) longest() int {
	best := -1
	for i := range pg.blocks {
		if b := &pg.blocks[i]; b.prose && b.copyOf < 0 && !pg.d.Blocks[i].Hidden && (best < 0 || b.size > pg.blocks[best].size) {
			best = i
		}
	}
	return best
}

// held returns the blocks removed for the reason that read like paragraphs and
// stand on no more than one kind of sign.
func (pg *page) held(reason doc.Reason) []int {
	var out []int
	for i := range pg.blocks {
		b := &pg.blocks[i]
		if b.keep || b.reason != reason || b.by == byCopy || !b.prose || pg.d.Blocks[i].Hidden || pg.kindsAgainst(i) > 1 {
			continue
		}
		if b.size > promptSize || b.anchor == doc.None && b.by == byModel {
			out = append(out, i)
		}
	}
	return out
}

// release keeps those of the blocks that would stay if the names of containers
// and the words of the tables were not looked at, for which blind has the
// probabilities, and reports whether there were any.
func (pg *page) release(held []int, blind []float64, reason doc.Reason) bool {
	n := 0
	for _, i := range held {
		if b := &pg.blocks[i]; blind[i] >= .5 {
			b.keep, b.by, b.p = true, byBrake, blind[i]
			n++
		}
	}
	if n > 0 {
		pg.d.Notes = append(pg.d.Notes, fmt.Sprintf(
			"The rule for “%s” would have removed much of the text on one sign alone; it was not applied to %s.", reason, plural(n)))
	}
	return n > 0
}

func plural(n int) string {
	if n == 1 {
		return "one block"
	}
	return fmt.Sprintf("%d blocks", n)
}

// kindsAgainst counts the kinds of sign that speak against block i: links, the
// elements around it, repetition, words, names.
func (pg *page) kindsAgainst(i int) int {
	b, n := &pg.blocks[i], 0
	if b.linked > .5 {
		n++
	}
	if b.anchor != doc.None || b.perTime {
		n++
	}
	e := pg.d.Blocks[i].Element
	if e < 0 {
		return n
	}
	nd := &pg.nodes[e]
	if nd.above&(tagNav|tagFooter|tagAside|tagForm) != 0 {
		n++
	}
	if nd.all&(catComments|catRelated|catNewsletter|catSubscription|catConsent|catAd|catFooter|catNav|catSidebar) != 0 {
		n++
	}
	for up := e; up >= 0; up = pg.nodes[up].parent {
		if pg.nodes[up].same >= 3 && pg.nodes[up].blocks > 1 {
			return n + 1
		}
	}
	return n
}

// blind scores the page without names of containers and words of the tables.
func (pg *page) blind() []float64 {
	restore := pg.save()
	defer restore()
	pg.nameless = true
	for i := range pg.blocks {
		b := &pg.blocks[i]
		b.anchor, b.wall = doc.None, false
		b.hits = [doc.Unclear + 1]strength{}
	}
	for i := range pg.nodes {
		n := &pg.nodes[i]
		n.own, n.all, n.hits = 0, 0, 0
	}
	pg.head.score(pg)
	out := make([]float64, len(pg.blocks))
	for i := range pg.blocks {
		out[i] = pg.blocks[i].p
	}
	return out
}

// save returns what brings the page back to how it is now.
func (pg *page) save() (restore func()) {
	blocks, nodes, belief, kind, limit := slices.Clone(pg.blocks), slices.Clone(pg.nodes), pg.belief, pg.ofKind, pg.limit
	return func() {
		copy(pg.blocks, blocks)
		copy(pg.nodes, nodes)
		pg.belief, pg.ofKind, pg.limit, pg.nameless = belief, kind, limit, false
	}
}
