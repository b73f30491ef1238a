package classify

import (
	"testing"

	"lectern/reader/doc"
)

// asking is a page of lines that are prompts as likely as said.
func asking(asks ...float64) *page {
	pg := &page{d: &doc.Document{Format: doc.Text, Blocks: make([]doc.Block, len(asks))}, blocks: make([]block, len(asks)), before: make([]int, len(asks)+1)}
	for i, a := range asks {
		pg.blocks[i].asks, pg.blocks[i].size, pg.blocks[i].words = a, 30, 6
		pg.d.Blocks[i].Text = "lines of some words"
	}
	return pg
}

func TestChorusKnowsRunsOfLikelyPrompts(t *testing.T) {
	l := asking(.01, .3, .9, .25, .01, .7).chorus()
	if l.runs != 2 {
		t.Errorf("%d runs, want 2", l.runs)
	}
	for i, want := range [...]struct{ from, to, before, at int32 }{{0, 1, -1, 2}, {1, 4, -1, 2}, {1, 4, -1, 2}, {1, 4, 2, 5}, {4, 5, 2, 5}, {5, 6, 2, 5}} {
		if l.from[i] != want.from || l.to[i] != want.to || l.before[i] != want.before || l.at[i] != want.at {
			t.Errorf("line %d: run [%d, %d), sure ones at %d and %d; want %+v", i, l.from[i], l.to[i], l.before[i], l.at[i], want)
		}
	}
}

func TestLinesAlikeAreMeasuredWithoutTheLineItself(t *testing.T) {
	if got := others(1.5, 3, .9); got < .299 || got > .301 {
		t.Errorf("mean of the others %v, want .3", got)
	}
	if got := others(.9, 1, .9); got != -1 {
		t.Errorf("mean of no others %v, want -1", got)
	}
}

// TestPleas: a line that is surely a prompt goes with likely ones beside it, over
// one that is none, but neither alone nor over two, and speech stays; the dial
// moves how sure it must be.
func TestPleas(t *testing.T) {
	texts := []string{"The bell rang twice.", "We pass the hat around each spring", "Coffee for the night desk", "The bell rang again.", "It takes a minute", "“Give what you can,” she said.", "Rain fell on the yard."}
	for name, c := range map[string]struct {
		asks    [7]float64
		leaning float64
		gone    string
	}{
		"a run":         {[7]float64{0, .8, .15, 0, .15, 0, 0}, 0, "124"},
		"backwards":     {[7]float64{0, .15, 0, 0, .8, 0, 0}, 0, "4"},
		"over one":      {[7]float64{0, .15, .15, 0, .8, 0, 0}, 0, "124"},
		"nothing sure":  {[7]float64{0, .4, .4, .4, .1, 0, 0}, 0, ""},
		"speech":        {[7]float64{0, 0, 0, 0, .8, .9, 0}, 0, "4"},
		"a strict dial": {[7]float64{0, .5, 0, 0, 0, 0, 0}, -1, "1"},
		"a lax dial":    {[7]float64{0, .7, 0, 0, 0, 0, 0}, 1, ""},
		"surely told":   {[7]float64{0, .8, .15, 0, 0, .15, .15}, 0, "12"},
	} {
		pg := weighedText(map[int]float64{1: .7, 2: .7, 3: .7, 4: .7}, texts...)
		pg.leaning = c.leaning
		for i := range pg.blocks {
			pg.blocks[i].asks = c.asks[i]
		}
		pg.pleas()
		var gone []byte
		for i := range pg.blocks {
			if !pg.blocks[i].keep {
				gone = append(gone, byte('0'+i))
			}
		}
		if string(gone) != c.gone {
			t.Errorf("%s: lines %q are gone, want %q", name, gone, c.gone)
		}
	}
}

// TestPleasOutlastRestraint: where nothing else on a page is clutter, what the
// model would remove stays, but not a prompt.
func TestPleasOutlastRestraint(t *testing.T) {
	pg := weighedText(map[int]float64{1: .1, 3: .1}, "The bell rang twice.", "We pass the hat around each spring", "The bell rang again.", "Rain fell on the yard.")
	pg.blocks[1].asks = .9
	pg.limit = textCut
	pg.decide()
	if pg.blocks[1].keep || !pg.blocks[3].keep {
		t.Errorf("the prompt kept %v, the line of the story kept %v", pg.blocks[1].keep, pg.blocks[3].keep)
	}
}
