package classify_test

import (
	"testing"

	"lectern/reader/doc"
)

func TestBylineShownAboveIsNotShownAgain(t *testing.T) {
	p, story := site("")
	p.d.Byline = "Nora Velling"
	by := p.add(story, "By Nora Velling")
	at := p.add(story, first, second)
	later := p.add(story, "Nora Velling")
	p.add(story, third)
	p.foot()
	d := p.classify()
	kept(t, d, at, at+1)
	removed(t, d, by, doc.Duplicate)
	if v := d.Blocks[later].Verdict; !v.Kept && v.Reason == doc.Duplicate {
		t.Error("a name within the story is taken for the byline above it")
	}
}
