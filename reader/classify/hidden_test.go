package classify_test

import (
	"testing"

	"lectern/reader/doc"
)

// A text that fades in or lies behind a tab is a part of the article.
func TestHiddenPartsOfAnArticleStay(t *testing.T) {
	p, story := site("")
	at := p.add(story, first)
	hid := p.add(p.in(story, "div", "tab"), second, third)
	p.d.Blocks[hid].Hidden, p.d.Blocks[hid+1].Hidden = true, true
	p.foot()
	d := p.classify()
	kept(t, d, at, hid, hid+1)
	if d.Cutoff.Cut {
		t.Errorf("cut off: %q", d.Cutoff.Evidence)
	}
}

// Hidden copies of visible text, and what the page would not show in an
// article either, stay hidden.
func TestHiddenClutterGoes(t *testing.T) {
	p, story := site("")
	at := p.add(story, first, second, third)
	again := p.add(p.in(story, "div", "tab"), second)
	box := p.add(p.in(0, "div", "newsletter-signup"), "Sign up for our newsletter", "Enter your email")
	for _, i := range []int{again, box, box + 1} {
		p.d.Blocks[i].Hidden = true
	}
	d := p.classify()
	kept(t, d, at, at+1, at+2)
	removed(t, d, again, doc.Duplicate)
	for _, i := range []int{box, box + 1} {
		if d.Blocks[i].Verdict.Kept {
			t.Errorf("kept %q", d.Blocks[i].Text)
		}
	}
}

// What a page hides behind a wall stays hidden.
func TestHiddenTextStaysBehindWalls(t *testing.T) {
	no := false
	for name, c := range map[string]struct {
		last, prompt string
		free         *bool
		hidden       bool // the prompt too
	}{
		"a prompt that speaks of more": {first, "Subscribe to read the full story", nil, false},
		"a prompt yet to be shown":     {first, "Subscribe to read the full story", nil, true},
		"an ellipsis and a prompt":     {"The repair may not even begin before the engineers have agreed, and they have not, says the mayor, who…", "Subscribe now", nil, false},
		"the page says so":             {first, "More from the river", &no, false},
	} {
		t.Run(name, func(t *testing.T) {
			p, story := site("")
			p.d.Meta.Free = c.free
			at := p.add(story, c.last)
			prompt := p.add(p.in(story, "div", "subscribe"), c.prompt)
			p.d.Blocks[prompt].Hidden = c.hidden
			hid := p.add(p.in(story, "div", ""), second, third)
			p.d.Blocks[hid].Hidden, p.d.Blocks[hid+1].Hidden = true, true
			p.foot()
			d := p.classify()
			kept(t, d, at)
			removed(t, d, hid, doc.Concealed)
			removed(t, d, hid+1, doc.Concealed)
		})
	}
}
