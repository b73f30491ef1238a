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

// nearOffers tells for each block whether a phrase of subscriptions stands
// within twelve blocks.
func (pg *page) nearOffers() []bool {
	const reach = 12
	out := make([]bool, len(pg.blocks))
	for i := range pg.blocks {
		if b := &pg.blocks[i]; b.size < promptSize && b.hits[doc.Subscription] >= fair {
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
	if b.offered {
		own[doc.Subscription] += 3
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
		v[doc.Subscription] += 1.6
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

// inherit gives removals without a reason of their own the reason of the
// nearest in the same run that has one. Lists are headed by what they are, so
// what stands above counts for more.
func (pg *page) inherit() {
	named := make([]doc.Reason, len(pg.blocks))
	for i := range pg.blocks {
		named[i] = pg.blocks[i].reason
	}
	for i := range pg.blocks {
		b := &pg.blocks[i]
		if b.keep || b.reason != doc.Unclear {
			continue
		}
		up, down := pg.nearest(named, i, -1), pg.nearest(named, i, 1)
		from := i + down
		if up > 0 && (down == 0 || up <= below*down) {
			from = i - up
		}
		if up > 0 || down > 0 {
			b.reason, b.other = named[from], from+1
		}
	}
	pg.menus()
}

// below is how many times nearer a reason must stand that is taken from below.
const below = 3

// carries is how many blocks further the reason of a block holds for those that
// have none: that of a label or a link for what stands beside it, that of a box
// for all of it.
func carries(r doc.Reason) int {
	switch r {
	case doc.Navigation, doc.Related, doc.Comments:
		return 24
	case doc.Subscription, doc.Consent:
		return 12
	case doc.Newsletter, doc.AuthorBox:
		return 4
	case doc.Account, doc.Social, doc.Player, doc.Advertising, doc.Legal:
		return 2
	case doc.Metadata:
		return 1
	default: // says nothing of the blocks beside
		return 0
	}
}

// menuRow is how many lines without sentences in a row make a list of links;
// menuSize is the size in letters from which on its entries are headlines.
const (
	menuRow  = 3
	menuSize = 28
)

// menus names the lines of lists that have no reason yet: short ones are ways
// around the site, longer ones other stories.
func (pg *page) menus() {
	start := 0
	for i := 0; i <= len(pg.blocks); i++ {
		if i < len(pg.blocks) && pg.entry(i) {
			continue
		}
		for j := start; j < i && i-start >= menuRow; j++ {
			if b := &pg.blocks[j]; b.reason == doc.Unclear {
				b.reason, b.row = doc.Navigation, i-start
				if b.size >= menuSize {
					b.reason = doc.Related
				}
			}
		}
		start = i + 1
	}
}

// entry reports whether block i was removed and can be an entry of a list.
func (pg *page) entry(i int) bool {
	b := &pg.blocks[i]
	return !b.keep && b.words > 0 && b.ends == 0 && b.size < labelSize
}

// level gives a line or two inside a table of offers the reason of what stands
// above and below: "Archives" and "Newsletters" are what a subscription includes
// there. What asks for an account or for consent still does.
func (pg *page) level() {
	const most = 2
	for i := range pg.blocks {
		if !pg.offer(i-1) || !pg.offer(i-2) {
			continue
		}
		end := i
		for end-i <= most && pg.stray(end) {
			end++
		}
		if end == i || end-i > most || !pg.offer(end) || !pg.offer(end+1) {
			continue
		}
		for j := i; j < end; j++ {
			pg.blocks[j].reason, pg.blocks[j].other = doc.Subscription, i
		}
	}
}

// offer reports whether there is a block i, in a table of offers, that was
// removed as one.
func (pg *page) offer(i int) bool {
	if i < 0 || i >= len(pg.blocks) {
		return false
	}
	b := &pg.blocks[i]
	return b.offered && !b.keep && b.reason == doc.Subscription
}

// stray reports whether there is a block i, in a table of offers, that was
// removed for a reason which it may have by the table's wording alone.
func (pg *page) stray(i int) bool {
	if i >= len(pg.blocks) {
		return false
	}
	b := &pg.blocks[i]
	return b.offered && !b.keep && carries(b.reason) > 0 &&
		b.reason != doc.Subscription && b.reason != doc.Account && b.reason != doc.Consent
}

// nearest returns how many blocks away in the run of removed blocks around i
// the next stands whose reason carries as far as i, 0 for none. From below, it
// carries less far.
func (pg *page) nearest(named []doc.Reason, i, step int) int {
	reach := carries(doc.Navigation)
	for n := 1; n <= reach; n++ {
		j := i + n*step
		if j < 0 || j >= len(named) || pg.blocks[j].keep {
			return 0
		}
		far := carries(named[j])
		if step > 0 {
			far = (far + below - 1) / below
		}
		if n <= far {
			return n
		}
	}
	return 0
}
