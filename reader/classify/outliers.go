package classify

// A prompt in a text that has no other clutter is seldom beyond doubt, line by
// line: in a language or a style that was not learnt from, its lines are merely
// less likely than the story around them. Where nearly all lines are surely the
// story's, a run of lines that are not, and of which several speak of what is
// offered to readers, is none of it.
const (
	outlierSure  = .8  // how likely a line is at least that is surely the story's; those of a run are less
	outlierShare = .6  // of the lines of the text are
	outlierMean  = .65 // what a run does not reach on the whole
	outlierLines = 3   // how long it is at least
	outlierSpeak = 3   // one of so many lines speaks of offers
	outlierRuns  = 2   // more of them are the story's own tables,
	outlierPart  = .3  // and so is so much of the text
)

// outliers removes such runs from a text.
func (pg *page) outliers() {
	sure := 0
	for i := range pg.blocks {
		if pg.blocks[i].p >= outlierSure {
			sure++
		}
	}
	if float64(sure) < outlierShare*float64(len(pg.blocks)) {
		return
	}
	var found [][2]int
	lines := 0
	for from := 0; from < len(pg.blocks); from++ {
		to, sum, speak := from, 0.0, 0
		for ; to < len(pg.blocks) && pg.doubtful(to); to++ {
			sum += pg.blocks[to].p
			if pg.pulls(to) {
				speak++
			}
		}
		if n := to - from; n >= outlierLines && speak*outlierSpeak >= n && sum < outlierMean*float64(n) {
			found = append(found, [2]int{from, to})
			lines += n
		}
		from = to
	}
	if len(found) > outlierRuns || float64(lines) > outlierPart*float64(len(pg.blocks)) {
		return
	}
	for _, run := range found {
		for i := run[0]; i < run[1]; i++ {
			if pg.mayGo(i) {
				pg.blocks[i].set(false, byOffer)
			}
		}
	}
}

// doubtful reports whether block i is short and not surely the story's.
func (pg *page) doubtful(i int) bool {
	b := &pg.blocks[i]
	return b.size < promptSize && b.p < outlierSure && !pg.spared(i)
}
