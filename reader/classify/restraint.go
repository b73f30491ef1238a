package classify

import "lectern/reader/doc"

// What speaks for clutter on a page at all. Below few, nothing is removed but
// plain prompts; a poem, a recipe or a conversation has short lines too.
const few = 3

// bareAsks is how likely a prompt a line of a text at least is that goes with an
// offer beside it, or as one of a doubtful run, where nothing but prompts could be
// clutter: stories have lists of their own.
const bareAsks = .03

// mayGo reports whether block i may go for what stands beside it.
func (pg *page) mayGo(i int) bool { return !pg.bare || pg.blocks[i].asks >= bareAsks }

// quoted reports whether block i opens like speech.
func (pg *page) quoted(i int) bool {
	return pg.blocks[i].first == '"' || opensQuote(pg.d.Blocks[i].Text)
}

// spared reports whether block i stays whatever stands beside it: it is a
// paragraph by its form, or speech, or speaks like the story.
func (pg *page) spared(i int) bool { return pg.told(i) || pg.quoted(i) || pg.voiced(i) }

// rare is how many blocks a sign of clutter stands among at least where it is
// the story's own: a book of a thousand paragraphs says "Sign in" somewhere.
const rare = 200

// restrain keeps what the model would remove on a page that shows no other
// sign of clutter.
func (pg *page) restrain() {
	frameless := !pg.html && !pg.framed()
	pg.bare = (frameless || pg.fewSigns()) && !pg.crowded()
	if !pg.bare {
		return
	}
	var strays []bool
	if !pg.html && (!frameless || !pg.silent()) {
		strays = pg.strays()
	}
	for i := range pg.blocks {
		b := &pg.blocks[i]
		if i < len(strays) && strays[i] {
			continue
		}
		if b.by == byPrompt || b.by == byOffer || b.by == byPlea || wall(b.anchor) && !pg.spoken(i) && pg.plain(i) {
			continue
		}
		if pg.html && pg.sign(i) { // what the page itself calls a menu needs no company
			continue
		}
		b.set(true, byRestraint)
	}
}

// fewSigns reports whether the page has hardly a sign of clutter.
func (pg *page) fewSigns() bool {
	signs := 0
	for i := range pg.blocks {
		if pg.sign(i) {
			signs++
		}
	}
	return signs < few || signs*rare <= len(pg.blocks)
}

// In a text without other signs of clutter a run of doubtful lines goes if it is
// less likely than this on the whole: such as stand before the first or after
// the last paragraph of the story, such as stand between, and what either gains
// where a good part of the lines speak of offers. The first line is its headline,
// nearly always.
const (
	strayOutside = .45
	strayInside  = .15
	strayOffer   = .3
	strayFirst   = .1
	strayHardly  = .3 // how likely a line is at most that need not even resemble a prompt
	offersPart   = 3  // one of so many
)

// strays finds those lines of a text; nil where they would be the greater part
// of it (half of the letters, a third where they are most of the lines), or a
// line or two of a book.
func (pg *page) strays() []bool {
	first, last := pg.core()
	out := make([]bool, len(pg.blocks))
	lines, letters := 0, 0
	for from := 0; from < len(pg.blocks); from++ {
		to, sum, offers := from, 0.0, 0
		for ; to < len(pg.blocks) && pg.blocks[to].p < textCut; to++ {
			sum += pg.blocks[to].p
			letters += pg.blocks[to].size
			if pg.blocks[to].ideas != 0 {
				offers++
			}
		}
		for i := from; i < to; i++ {
			limit := strayInside
			if i < first || i > last {
				limit = strayOutside
			}
			if offersPart*offers >= to-from {
				limit += strayOffer
			}
			out[i] = sum < limit*float64(to-from) && !pg.spared(i) && (i > 0 || pg.blocks[i].p < strayFirst) && (pg.mayGo(i) || pg.blocks[i].p < strayHardly)
		}
		lines += to - from
		from = to
	}
	if 2*letters > pg.size || 2*lines > len(pg.blocks) && 3*letters > pg.size || lines*rare < len(pg.blocks) {
		return nil
	}
	return out
}

// silent reports whether no line of the page resembles a prompt: around such a story
// there is nothing to look for.
func (pg *page) silent() bool {
	const odds = .2
	for i := range pg.blocks {
		if pg.blocks[i].asks >= odds {
			return false
		}
	}
	return true
}

// crowd is how many short unlikely lines around paragraphs make a page whose
// words no table knows a page with clutter all the same.
const crowd = 15

// crowded reports whether many short lines that the model takes for clutter
// stand before the first and after the last paragraph.
func (pg *page) crowded() bool {
	n := 0
	for i := range pg.blocks {
		if b := &pg.blocks[i]; (i < pg.first || i > pg.last) && b.size < 40 && b.p < .2 {
			n++
		}
	}
	return n >= crowd
}

// framePitch is how much the words of a line speak for a story and against prompts
// at least, as log-odds, that is no prompt though the lines around it may be.
const framePitch = 2.5

// framed reports whether anything but prompts stands before the first or after the
// last paragraph of a text that the model does not take for the story's. A page
// has a frame of menus; where there is none, the signs between are the story's
// own lists.
func (pg *page) framed() bool {
	first, last := pg.paragraphs()
	if first < 0 {
		return true
	}
	for i := range pg.blocks {
		b := &pg.blocks[i]
		menu := b.asks < asksAmong || b.asks < asksSurely && b.pitch >= framePitch
		if (i < first || i > last) && b.words > 0 && b.p < textCut && menu {
			return true
		}
	}
	return false
}

// sign reports whether block i is a sign of clutter: a prompt or a label, a
// template, links and nothing else, or a container that is not for stories.
func (pg *page) sign(i int) bool {
	b := &pg.blocks[i]
	if b.size > 200 || b.words == 0 {
		return false
	}
	if b.braces || b.anchor != doc.None && !pg.spoken(i) && pg.plain(i) || b.linked > .9 && b.links > 1 {
		return true
	}
	e := pg.d.Blocks[i].Element
	return e >= 0 && pg.nodes[e].clutter()
}

// spoken reports whether block i reads like a line of a story though a phrase
// of the tables stands in it: one word with a full stop, a quotation, a long
// sentence.
func (pg *page) spoken(i int) bool {
	b := &pg.blocks[i]
	switch {
	case b.wall:
		return false
	case b.first == '"' || b.first == 0xe2 && b.last != endSign && opensQuote(pg.d.Blocks[i].Text):
		return true
	case b.hits[b.anchor] == whole:
		return b.last == endStop || b.last == endQuestion || b.last == endComma
	}
	return b.size > 60 && b.last == endStop && b.p >= .5
}

// opensQuote reports whether s starts with a quotation mark or a dash, as
// speech does.
func opensQuote(s string) bool {
	for _, q := range [...]string{"“", "‘", "„", "—", "–", "”"} {
		if len(s) >= len(q) && s[:len(q)] == q {
			return true
		}
	}
	return false
}
