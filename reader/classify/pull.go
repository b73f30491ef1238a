package classify

// An offer in plain text is a run of lines, of which some say what it is and
// others could stand anywhere: a price, a name, a button. Those that surely are
// offers pull the doubtful ones beside them.

// How likely a line is at most that pulls, that is pulled, that is pulled since
// it speaks of offers itself, and that is pulled as the name of the offer below.
const (
	pullSure  = .4
	pullPlain = .65
	pullOffer = .75
	pullTitle = .85
)

// pull removes doubtful lines beside those that surely offer something. It may
// pass over one line that it leaves, and over those that are removed.
func (pg *page) pull() {
	for i := range pg.blocks {
		if b := &pg.blocks[i]; b.keep || b.p >= pullSure || !pg.pulls(i) {
			continue
		}
		for _, step := range [...]int{-1, 1} {
			left := 0
			for j := i + step; j > 0 && j < len(pg.blocks) && left <= 1; j += step {
				o := &pg.blocks[j]
				switch {
				case !o.keep:
					left = 0
				case o.size >= promptSize || pg.told(j) || pg.quoted(j):
					left = 2
				case o.p < pullPlain, o.p < pullOffer && pg.pulls(j), o.p < pullTitle && j == i-1 && pg.entitles(j):
					o.set(false, byOffer)
				default:
					left++
				}
			}
		}
	}
}

// pulls reports whether block i is short and speaks of what is offered.
func (pg *page) pulls(i int) bool {
	b := &pg.blocks[i]
	return b.size < promptSize && (b.ideas != 0 || b.offerish() || pg.prompt(i))
}

// entitles reports whether block i reads like a title and follows a paragraph of
// the story.
func (pg *page) entitles(i int) bool {
	const most = 60 // letters
	b := &pg.blocks[i]
	return b.size < most && b.last != endStop && b.last != endQuestion && i > 0 && pg.told(i-1)
}
