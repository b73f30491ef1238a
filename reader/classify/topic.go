package classify

// wordList keeps the words of all blocks.
type wordList struct {
	hashes []uint32
	ends   []int
}

func (l *wordList) add(words []uint32) {
	l.hashes = append(l.hashes, words[:min(len(words), ownWords)]...)
	l.ends = append(l.ends, len(l.hashes))
}

func (l *wordList) of(i int) []uint32 {
	from := 0
	if i > 0 {
		from = l.ends[i-1]
	}
	return l.hashes[from:l.ends[i]]
}

// set makes a set of the words of s.
func (sc *scanner) set(s string, into *wordSet) {
	var t text
	sc.scan(s, &t)
	for _, w := range sc.tokens(&t).words {
		into.add(w)
	}
}

// compare measures how much of every block the title, the summary and the
// page's paragraphs say too.
func (pg *page) compare(words *wordList) {
	pg.sv.topic = make([]uint8, 1<<topicBits)
	slot := func(w uint32) *uint8 { return &pg.sv.topic[w*2654435769>>(32-topicBits)] }
	for i := range pg.blocks {
		if !pg.blocks[i].prose {
			continue
		}
		for _, w := range words.of(i) {
			if n := slot(w); *n < 255 {
				*n++
			}
		}
	}
	for i := range pg.blocks {
		b := &pg.blocks[i]
		own := uint8(1)
		if b.prose {
			own = 2
		}
		title, summary, topic, n := 0, 0, 0, 0
		for _, w := range words.of(i) {
			n++
			if pg.sv.title.has(w) {
				title++
			}
			if pg.sv.summary.has(w) {
				summary++
			}
			if *slot(w) >= own {
				topic++
			}
		}
		b.likeTitle, b.likeSummary, b.onTopic = ratio(title, n), ratio(summary, n), ratio(topic, n)
	}
}
