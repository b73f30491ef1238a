package classify

import "lectern/reader/doc"

// Plain text has no containers: where a prompt ends and the story goes on must
// be read from the lines. These rules do that.

// Sizes in letters.
const (
	promptSize = 200 // a prompt is no longer
	labelSize  = 100 // a label with what it labels is no longer
	storySize  = 80  // a paragraph of a story is no shorter
	resumeSize = 140 // one paragraph of this size takes the story up again
	offerReach = 16  // blocks in which an offer follows its prompt
)

// story reports whether block i reads like a paragraph of a story.
func (pg *page) story(i int) bool {
	b := &pg.blocks[i]
	return (b.p >= .5 || b.p >= .3 && b.size >= 120) && b.size >= storySize && (b.last == endStop || b.last == endQuestion || b.last == endEllipsis || b.size > 300) &&
		(b.anchor == doc.None || b.size > promptSize) && !b.braces && !b.wall
}

// offerish reports whether block i speaks of what subscriptions are made of.
func (b *block) offerish() bool {
	return b.hits[doc.Subscription] >= fair || b.hits[doc.Subscription] == weak && b.size < resumeSize || b.hits[doc.Newsletter] >= fair || b.hits[doc.Account] >= fair ||
		b.hits[doc.Consent] >= fair || b.money && b.size < storySize || b.perTime || b.span || b.braces
}

// resumes reports whether the story goes on at block i: with a long paragraph,
// or with two.
func (pg *page) resumes(i int) bool {
	if !pg.story(i) || pg.blocks[i].offerish() {
		return false
	}
	if pg.blocks[i].size >= resumeSize {
		return true
	}
	return i+1 < len(pg.blocks) && pg.story(i+1) && !pg.blocks[i+1].offerish()
}

// prompt reports whether block i asks the reader for something.
func (pg *page) prompt(i int) bool {
	b := &pg.blocks[i]
	if b.size > promptSize || pg.spoken(i) {
		return false
	}
	return b.wall || b.braces || wall(b.anchor) && pg.plain(i)
}

// What a line's probability must reach between the first and the last paragraph
// of the story, and what outside: headings and lists of a story look like clutter
// line by line, and around it stands what reads like a story. Prompts must reach
// more than others wherever they are.
const (
	cutInside   = .25
	cutOutside  = .6
	cutSpeech   = .3  // what speech, and what speaks like the story, must reach anywhere
	cutHeadline = .05 // what a headline must reach
)

// manyIdeas is how much of what offers are about makes a short line a prompt.
const manyIdeas = 3

// spans keeps the likely lines of a text.
func (pg *page) spans() {
	first, last := pg.core()
	for i := range pg.blocks {
		b := &pg.blocks[i]
		cut := cutOutside
		asks := b.size < promptSize && (wall(b.anchor) && !pg.spoken(i) || b.ideas.count() >= manyIdeas)
		switch {
		case pg.headline(i):
			cut = cutHeadline
		case first <= i && i <= last && !asks:
			cut = cutInside
		case (pg.quoted(i) || pg.voiced(i)) && !asks:
			cut = cutSpeech
		}
		b.keep = b.p >= cut
	}
}

// headline reports whether block i opens the page and a paragraph follows it.
func (pg *page) headline(i int) bool {
	return i == 0 && len(pg.blocks) > 1 && pg.blocks[1].prose && pg.blocks[1].size >= steadySize && pg.blocks[1].ends > 0
}

// core returns the first and the last paragraph that the model takes for the
// story's, the ends of the page if there is none.
func (pg *page) core() (first, last int) {
	if first, last = pg.paragraphs(); first < 0 {
		return 0, len(pg.blocks) - 1
	}
	return first, last
}

// paragraphs is core with -1 where there is none.
func (pg *page) paragraphs() (first, last int) {
	first, last = -1, -1
	for i := range pg.blocks {
		if b := &pg.blocks[i]; b.p >= textCut && b.prose && b.size >= storySize {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	return first, last
}

// labels removes the short blocks that say what they are: "Advertisement",
// "Share", "Read also: …". The names of a site's sections are left to the model,
// for they serve as headings too, and so is what may be the story's:
// "Facebook" heads a part of a story about it. A link to another story is none of
// this one's, however much it speaks of it.
func (pg *page) labels() {
	for i := range pg.blocks {
		b := &pg.blocks[i]
		switch {
		case b.anchor == doc.None || b.anchor == doc.Navigation || b.size > labelSize || pg.spoken(i):
		case b.p >= likelyLabel && b.asks < asksSurely && b.anchor != doc.Related && b.anchor != doc.Advertising:
		case b.p < surelyLabel && (b.hits[b.anchor] == whole || pg.plain(i) && b.last != endStop):
			b.keep, b.by = false, byPrompt // unlikely ones, too, that little else speaks against
		}
	}
}

// plain reports whether the phrase that makes block i a prompt or a label is
// the greater part of it or opens it.
func (pg *page) plain(i int) bool {
	b := &pg.blocks[i]
	return b.wall || b.leads || 3*len(b.said[b.anchor]) >= len(pg.d.Blocks[i].Text)
}

// walls removes what a page puts in the way of a reader, wherever it stands.
func (pg *page) walls() {
	for i := range pg.blocks {
		switch b := &pg.blocks[i]; {
		case pg.prompt(i) && (b.wall && b.p < .95 || b.p < .85):
			b.set(false, byPrompt)
		case pg.pleads(i, asksSurely, storySurely):
			b.set(false, byPlea)
		}
	}
}

// How likely a line is at least that is no prompt whatever it says, and that no
// offer before it takes along: a story of short paragraphs may go on there.
const (
	surelyStory = .85
	likelyStory = .5
	surelyLabel = .9 // how likely one is at least that is no label whatever it says
	likelyLabel = .4 // how likely one is at most that is one for what it says
)

// offers removes prompts and what belongs to them.
func (pg *page) offers() {
	ends := pg.ends()
	for i := 0; i < len(pg.blocks); i++ {
		if !pg.prompt(i) || pg.blocks[i].p >= surelyStory {
			continue
		}
		end, last, facts := pg.extent(i, ends)
		if facts >= 3 {
			for j := i; j <= last; j++ {
				pg.blocks[j].offered = true
			}
		}
		tail := end == len(pg.blocks)
		if tail && pg.first >= 0 && pg.first < i || facts >= 3 && end-i > 3 {
			last = end - 1 // the story is over, or a whole table of offers stands here
			last = pg.spareHeading(last, end)
		}
		for j := i; j <= last; j++ {
			by, most := byOffer, likelyStory
			if pg.prompt(j) {
				by, most = byPrompt, surelyStory
			}
			if pg.blocks[j].p < most && !pg.voiced(j) {
				pg.blocks[j].keep, pg.blocks[j].by = false, by
			}
		}
		i = max(i, last)
	}
}

// ends tells for every block where the next paragraph of a story stands, the
// block itself included, and where the story next goes on for certain.
type ends struct{ story, resume []int }

func (pg *page) ends() ends {
	n := len(pg.blocks)
	e := ends{story: make([]int, n+1), resume: make([]int, n+1)}
	e.story[n], e.resume[n] = n, n
	for i := n - 1; i >= 0; i-- {
		e.story[i], e.resume[i] = e.story[i+1], e.resume[i+1]
		if pg.story(i) && !pg.blocks[i].offerish() {
			e.story[i] = i
		}
		if pg.resumes(i) {
			e.resume[i] = i
		}
	}
	return e
}

// extent returns where the story goes on after the prompt at i, the last block
// before that which is an offer itself, and how many are. A story goes on with
// any paragraph unless a list of offers has begun.
func (pg *page) extent(i int, e ends) (end, last, facts int) {
	last = i
	for j := i + 1; j < len(pg.blocks) && j-last <= offerReach; j++ {
		if j == e.resume[j] || facts < 2 && j == e.story[j] {
			return j, last, facts
		}
		if b := &pg.blocks[j]; b.size <= promptSize && (b.offerish() || pg.prompt(j)) && !pg.story(j) {
			last = j
			if b.money || b.perTime || b.span || b.hits[doc.Subscription] >= fair {
				facts++
			}
		}
	}
	from := min(last+1, len(pg.blocks))
	if facts < 2 {
		return e.story[from], last, facts
	}
	return e.resume[from], last, facts
}

// spareHeading leaves the heading of what follows to the story.
func (pg *page) spareHeading(last, end int) int {
	if end == len(pg.blocks) {
		return last
	}
	if b := &pg.blocks[last]; !b.offerish() && b.anchor == doc.None && b.size > 8 && b.size < 90 && b.p >= .3 && b.last != endSign {
		return last - 1
	}
	return last
}
