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
	pg.topics.look(pg.d.Blocks[i].Text, t)
	return t
}

// look looks up the phrases in s, the text of a block, and nothing else; see scan.
func (sc *scanner) look(s string, t *text) {
	*t = text{}
	sc.low, sc.start = sc.low[:0], sc.start[:0]
	in, alone := false, false
	for _, r := range s {
		word := isWord(r)
		if word {
			each := unspaced(r)
			if !in || alone || each {
				sc.begin()
			}
			alone = each
		}
		in = word || in && (r == '\'' || r == '’')
		sc.keep(r)
	}
	sc.low = append(sc.low, ' ', ' ', ' ')
	sc.phrases(t)
}

// memo is what was found out about the reason of a block, and what it rested on:
// most strictnesses say the same of most blocks.
type memo struct {
	voted   bool
	by      rule
	offered bool
	reason  doc.Reason

	told  bool
	why   because
	facts []string
}

// because is what the evidence for a removal rests on.
type because struct {
	by      rule
	offered bool
	reason  doc.Reason
	other   int
	row     int
	place   string
}
