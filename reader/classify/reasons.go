package classify

import (
	"strings"

	"lectern/reader/doc"
)

// Every removal gets the reason for which most speaks. Each sign votes for a
// reason with a weight; weights order the signs, they are not probabilities.

// catReasons says which reason a container's category speaks for.
var catReasons = [...]struct {
	cat    category
	reason doc.Reason
	weight float64
}{
	{catNewsletter, doc.Newsletter, 3}, {catSubscription, doc.Subscription, 3}, {catConsent, doc.Consent, 3},
	{catComments, doc.Comments, 3}, {catSocial, doc.Social, 2.5}, {catRelated, doc.Related, 2.5},
	{catAd, doc.Advertising, 2.5}, {catAuthor, doc.AuthorBox, 2.2}, {catNav, doc.Navigation, 2.2},
	{catAccount, doc.Account, 2}, {catLegal, doc.Legal, 2.5}, {catTags, doc.Metadata, 2}, {catMeta, doc.Metadata, 1.8},
	{catPlayer, doc.Player, 1.6}, {catCTA, doc.Advertising, 1.6}, {catFooter, doc.Navigation, 1.4},
	{catHeader, doc.Navigation, 1.2}, {catSidebar, doc.Related, 1.2}, {catProduct, doc.Advertising, 1}, {catCard, doc.Related, .8},
	{catSignature, doc.AuthorBox, 1},
}

// tagReasons says which reason an element speaks for.
var tagReasons = [...]struct {
	tag    role
	reason doc.Reason
	weight float64
}{
	{tagNav, doc.Navigation, 2.6}, {tagFooter, doc.Navigation, 1.4}, {tagHeader, doc.Navigation, 1},
	{tagAside, doc.Related, 1}, {tagButton, doc.Navigation, 1.2}, {tagForm, doc.Account, .6},
}

// speaking is, for every reason, the names and elements that speak for it.
var speaking = func() (of [doc.Unclear + 1]struct {
	names    category
	elements role
}) {
	for _, c := range catReasons {
		of[c.reason].names |= c.cat
	}
	for _, t := range tagReasons {
		of[t.reason].elements |= t.tag
	}
	return of
}()

// voice is how much a phrase of each strength weighs.
var voice = [...]float64{none: 0, weak: 1, fair: 2.6, strong: 4, whole: 4.5}

// enough is the least weight that names a reason by itself; telling is that of
// words from which on the place counts for little, for hearsay of its weight.
const (
	enough  = 1.2
	telling = 2
	hearsay = .35
)

// ballot counts the votes for the reasons of one block.
type ballot [doc.Unclear + 1]float64

// name gives every removed block its reason and evidence.
func (pg *page) name() {
	if pg.offerNear == nil {
		pg.offerNear = pg.nearOffers()
	}
	for i := range pg.blocks {
		b := &pg.blocks[i]
		if b.keep {
			continue
		}
		if m := &b.memo; !m.voted || m.by != b.by || m.offered != b.offered {
			m.voted, m.by, m.offered, m.reason = true, b.by, b.offered, pg.vote(i)
		}
		b.reason = b.memo.reason
	}
	pg.inherit()
	pg.level()
	first, last := pg.bounds()
	for i := range pg.blocks {
		b := &pg.blocks[i]
		if b.keep {
			continue
		}
		why := because{b.by, b.offered, b.reason, b.other, b.row, position(i, first, last)}
		if m := &b.memo; !m.told || m.why != why {
			m.told, m.why, m.facts = true, why, pg.evidence(i, why.place)
		}
		b.facts = b.memo.facts
	}
}

// nearOffers tells for each block whether a phrase of subscriptions or a price
// with a billing period stands within twelve blocks.
func (pg *page) nearOffers() []bool {
	const reach = 12
	out := make([]bool, len(pg.blocks))
	for i := range pg.blocks {
		if b := &pg.blocks[i]; b.size < promptSize && (b.perTime || b.hits[doc.Subscription] >= fair) {
			for j := max(0, i-reach); j < min(len(out), i+reach+1); j++ {
				out[j] = true
			}
		}
	}
	return out
}

// vote returns the reason of block i by its own signs, Unclear without enough.
// What a block says of itself counts for more than where it stands: a link to
// log in is one in a menu too.
func (pg *page) vote(i int) doc.Reason {
	b := &pg.blocks[i]
	switch b.by {
	case byCopy:
		return doc.Duplicate
	case byHidden:
		return doc.Concealed
	default:
	}
	var own, place ballot
	place.links(b)
	if e := pg.d.Blocks[i].Element; e >= 0 {
		place.names(&pg.nodes[e])
	}
	about := pg.topicsOf(i)
	own.words(b)
	if place[doc.Comments] == 0 || b.anchor != doc.None || b.last != endStop { // readers speak of everything
		own.topics(about)
	}
	pg.figures(i, &own)
	pg.hear(i, &own)
	if !pg.html && b.asks >= askLeast && own[own.best()] < telling {
		own.asks(pg, i)
	}
	if b.offered {
		own[pg.offerOf(i)] += 3
	}
	if pg.dateline(i) {
		own[doc.Metadata] += 2
	}
	share := 1.0
	if own[own.best()] >= telling {
		share = hearsay
	}
	for r := range own {
		own[r] += share * place[r]
	}
	best := own.best()
	if own[best] < enough {
		return doc.Unclear
	}
	if b.said[best] == "" {
		b.said[best] = about.said[best]
	}
	return best
}

// offerOf returns what an offer is of that block i is a line of: a newsletter if
// a box for one begins right above, a subscription else.
func (pg *page) offerOf(i int) doc.Reason {
	const reach = 3 // lines
	if b := &pg.blocks[i]; b.money || b.perTime || b.span || b.hits[doc.Subscription] >= fair {
		return doc.Subscription
	}
	for j := i - 1; j >= max(0, i-reach); j-- {
		switch b := &pg.blocks[j]; {
		case b.hits[doc.Newsletter] >= fair && !b.wall: // one subscribes to newsletters too
			return doc.Newsletter
		case b.anchor == doc.Subscription:
			return doc.Subscription
		}
	}
	return doc.Subscription
}

// best returns the reason with the most votes.
func (v *ballot) best() doc.Reason {
	best := doc.Unclear
	for r := range v {
		if v[r] > v[best] {
			best = doc.Reason(r)
		}
	}
	return best
}

// figures counts prices.
func (pg *page) figures(i int, v *ballot) {
	b := &pg.blocks[i]
	if !b.money && !b.perTime && !b.span {
		return
	}
	switch {
	case pg.offerNear[i]:
		v[doc.Subscription] += 2.4
	case b.perTime:
		v[doc.Subscription] += 2.8
	case b.money && b.words <= 2:
		v[doc.Advertising] += 2.4 // a price and nothing else
	case b.size < 40:
		v[doc.Advertising]++
	}
}

// ranks are added to the reasons that a line's words give, so that of several
// the one is named that asks for most: a line with a link to log in and one to
// subscribe is about the reader's account.
var ranks = map[doc.Reason]float64{doc.Consent: .4, doc.Newsletter: .3, doc.Account: .2, doc.Subscription: .1, doc.Related: 1.1}

// topics counts the words that tell what the block is about.
func (v *ballot) topics(t *text) {
	for r, s := range t.hits {
		if s != none {
			v[r] += voice[s] + ranks[doc.Reason(r)]
		}
	}
}

func (v *ballot) words(b *block) {
	for r, s := range b.hits {
		if doc.Reason(r) == period || b.size > 400 && s < strong {
			continue
		}
		v[r] += voice[s]
	}
	if b.hits[doc.Newsletter] >= fair && !b.wall {
		v[doc.Newsletter] += v[doc.Subscription] / 2
	}
	if b.braces {
		v[doc.Template] += 2
	}
}

// hear lets the neighbours decide between the reasons that a phrase of two
// meanings gives: "Sign up" is for whatever stands above it.
func (pg *page) hear(i int, v *ballot) {
	for j := max(0, i-3); j < i; j++ {
		if r := pg.blocks[j].anchor; r != doc.None && v[r] > 0 {
			v[r] += .5
		}
	}
}

func (v *ballot) links(b *block) {
	if b.linked < .6 {
		return
	}
	if b.size < 28 {
		v[doc.Navigation] += 1.3
	} else {
		v[doc.Related] += 1.5
	}
}

func (v *ballot) names(n *node) {
	for _, c := range catReasons {
		switch {
		case n.own&c.cat != 0:
			v[c.reason] += c.weight
		case n.all&c.cat != 0:
			v[c.reason] += .8 * c.weight
		}
	}
	for _, t := range tagReasons {
		if n.above&t.tag != 0 {
			v[t.reason] += t.weight
		}
	}
}

// dateline reports whether block i is a date, a time or the author's name and
// nothing else.
func (pg *page) dateline(i int) bool {
	b := &pg.blocks[i]
	if b.size == 0 || b.size > 45 || b.last == endStop {
		return false
	}
	if b.digits >= 2 && (b.year || b.clock) && b.words <= 8 && !b.money && b.hits[doc.Legal] == none {
		return true
	}
	by := pg.d.Byline
	return len(by) > 3 && len(pg.d.Blocks[i].Text) < len(by)+20 && strings.Contains(pg.d.Blocks[i].Text, by)
}
