package classify

import (
	"strings"

	"lectern/reader/doc"
)

// topicSize is the size of a block, in letters, up to which a word tells what it
// is about.
const topicSize = 200

// newTopics reads the table of words that tell what a removed line is about.
func newTopics() *lexicon {
	named := make(map[string]doc.Reason, len(tables))
	for _, r := range doc.Reasons() {
		named[r.String()] = r
	}
	l := &lexicon{}
	for _, line := range embedded("words/topics.txt") {
		reason, _, _ := strings.Cut(line[0], " ")
		for p := range strings.SplitSeq(line[1], " | ") {
			l.add(uint8(named[reason]), p)
		}
	}
	return l
}

// topicsOf looks up what block i is about.
func (pg *page) topicsOf(i int) *text {
	t := &pg.about
	if pg.blocks[i].size > topicSize {
		*t = text{}
		return t
	}
	pg.topics.scan(pg.d.Blocks[i].Text, t)
	return t
}
