package classify

// A story seldom breaks off for a block and goes on after it. Where a page surely
// is a story, the verdicts on all of its blocks are chosen together: those that the
// odds like best after a toll for every change from kept to removed and back
// (Viterbi 1967). On other kinds of page the article is in pieces.
const (
	smoothStory = 3   // how sure it is at least that the page is a story, as log-odds
	smoothToll  = .35 // log-odds; more makes more pages exact and the words of all less so
)

// smooth settles what the odds of the blocks by themselves leave in doubt.
func (pg *page) smooth() {
	if pg.ofKind[Story] < smoothStory {
		return
	}
	cut := logit(pg.limit)
	var best [2]float64 // the odds of the best verdicts so far, by whether the last is to keep
	from := make([][2]uint8, len(pg.blocks))
	for i := range pg.blocks {
		odds := 0.0 // either would do
		if !pg.wordless(i) {
			odds = logit(pg.blocks[i].p) - cut
		}
		was := best
		for keep := range best {
			from[i][keep] = uint8(keep)
			if changed := was[1-keep] - 2*smoothToll; changed > was[keep] {
				best[keep], from[i][keep] = changed, uint8(1-keep)
			}
		}
		best[1] += odds
		best[0] -= odds
	}
	keep := uint8(0)
	if best[1] >= best[0] {
		keep = 1
	}
	for i := len(from) - 1; i >= 0; i-- {
		if b := &pg.blocks[i]; !pg.wordless(i) {
			b.set(keep == 1, byFollowing)
		}
		keep = from[i][keep]
	}
}
