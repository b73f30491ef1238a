package classify_test

import (
	"testing"

	"lectern/reader/doc"
)

// head adds a heading to a container.
func (p *page) head(parent, level int, s string) int {
	i := p.add(parent, s)
	p.d.Blocks[i].Kind, p.d.Blocks[i].Level = doc.Heading, level
	return i
}

func TestHeadingGoesWithItsBox(t *testing.T) {
	p, story := site("")
	at := p.add(story, first, second)
	box := p.in(story, "aside", "newsletter-signup")
	head := p.head(box, 3, "The Sunday Ferry")
	p.add(box, "One letter a week, delivered to your inbox. Sign up for our free newsletter.", "You can unsubscribe at any time.")
	rest := p.add(story, third)
	p.foot()
	d := p.classify()
	kept(t, d, at, at+1, rest)
	removed(t, d, head, doc.Newsletter)
}

func TestHeadingGoesWithItsSection(t *testing.T) {
	p, story := site("")
	at := p.add(story, first, second)
	inner := p.head(story, 2, "What the engineers found")
	rest := p.add(story, third)
	head := p.head(story, 2, "The Sunday Ferry")
	p.add(p.in(story, "div", "newsletter-signup"), "Sign up for our free newsletter.", "You can unsubscribe at any time.")
	p.foot()
	d := p.classify()
	kept(t, d, at, at+1, inner, rest)
	if d.Blocks[head].Verdict.Kept {
		t.Error("the heading of a removed section is kept")
	}
}

// An advertisement below a heading does not take it, nor does a byline in a box
// of its own, nor do subheadings that follow at once.
func TestHeadingOfWhatIsKeptStays(t *testing.T) {
	p, story := site("")
	top := p.in(story, "div", "top")
	title := p.head(top, 1, "The long way round by Frankfurt")
	p.add(p.in(top, "div", "byline"), "By Anna Weber")
	p.add(story, first)
	head := p.head(story, 2, "What the engineers found")
	p.add(p.in(story, "div", "ad"), "Advertisement")
	sub := p.head(story, 3, "The third pillar")
	p.add(p.in(story, "div", "ad"), "Advertisement")
	p.add(story, second, third)
	p.foot()
	kept(t, p.classify(), title, head, sub)
}
