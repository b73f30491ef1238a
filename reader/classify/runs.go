package classify

import "lectern/reader/doc"

// What stands in one run of removed blocks often belongs together: a heading
// says what the list below it is.

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
