package classify

import (
	"math/rand/v2"
	"testing"

	"lectern/reader/classify/internal/conv"
	"lectern/reader/classify/internal/tree"
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

// gone lists the removed lines of a short text, a digit for each.
func gone(pg *page) string {
	var out []byte
	for i := range pg.blocks {
		if !pg.blocks[i].keep {
			out = append(out, byte('0'+i))
		}
	}
	return string(out)
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
		"a strict dial": {[7]float64{0, .4, 0, 0, 0, 0, 0}, -1, "1"},
		"a lax dial":    {[7]float64{0, .6, 0, 0, 0, 0, 0}, 1, ""},
		"surely told":   {[7]float64{0, .8, .15, 0, 0, .15, .15}, 0, "12"},
	} {
		pg := weighedText(map[int]float64{1: .7, 2: .7, 3: .7, 4: .7}, texts...)
		pg.leaning = c.leaning
		for i := range pg.blocks {
			pg.blocks[i].asks = c.asks[i]
		}
		pg.pleas()
		if got := gone(pg); got != c.gone {
			t.Errorf("%s: lines %q are gone, want %q", name, got, c.gone)
		}
	}
}

// TestPleasSpareWordsOfTheStory: a line whose words speak for the story must be more
// surely a prompt, and does not go for what stands beside it.
func TestPleasSpareWordsOfTheStory(t *testing.T) {
	for name, c := range map[string]struct {
		asks [3]float64
		own  [3]float32
		gone string
	}{
		"likely":                     {[3]float64{.5, 0, 0}, [3]float32{1, 0, 0}, "0"},
		"likely, in its words":       {[3]float64{.5, 0, 0}, [3]float32{1.5, 0, 0}, ""},
		"surely, in its words":       {[3]float64{.7, 0, 0}, [3]float32{1.5, 0, 0}, "0"},
		"beside one":                 {[3]float64{0, .9, .2}, [3]float32{0, 0, 1.5}, "12"},
		"beside one, in its words":   {[3]float64{0, .9, .2}, [3]float32{0, 0, 2.5}, "1"},
		"before one, in its words":   {[3]float64{.2, .9, 0}, [3]float32{2.5, 0, 0}, "1"},
		"a prompt in words like its": {[3]float64{.2, .9, .2}, [3]float32{0, 2.5, 0}, "012"},
	} {
		pg := weighedText(map[int]float64{0: .7, 1: .7, 2: .7}, "We pass the hat around each spring", "Coffee for the night desk", "It takes a minute")
		for i := range pg.blocks {
			pg.blocks[i].asks, pg.blocks[i].own = c.asks[i], c.own[i]
		}
		pg.pleas()
		if got := gone(pg); got != c.gone {
			t.Errorf("%s: lines %q are gone, want %q", name, got, c.gone)
		}
	}
}

// TestAnnouncedListsStay: a list that a line of the story ends in a colon for is the
// story's, but for what is a prompt beyond doubt.
func TestAnnouncedListsStay(t *testing.T) {
	pg := weighedText(nil, "Here is what the family pays:", "Film Harbour: 13 euros a month", "Little Meadow: 4 euros a month", "Join us from 2 euros a month", "That adds up.")
	for i, a := range []float64{.01, .6, .5, .95, .01} {
		pg.blocks[i].asks = a
	}
	pg.pleas()
	for i, want := range []bool{true, true, true, false, true} {
		if pg.blocks[i].keep != want {
			t.Errorf("%q: kept %v", pg.d.Blocks[i].Text, !want)
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

// TestStoriesHaveListsOfTheirOwn: where nothing but prompts is clutter, a doubtful
// line that is no prompt does not go with the offer beside it.
func TestStoriesHaveListsOfTheirOwn(t *testing.T) {
	lines := []string{"The bell rang twice.", "Subscribe now", "A month for 3 euros", "Ropes and lamps", "Rain fell on the yard."}
	for name, c := range map[string]struct {
		asks float64
		kept bool
	}{"no prompt": {.01, true}, "perhaps one": {.2, false}} {
		pg := weighedText(map[int]float64{1: .05, 2: .1, 3: .6}, lines...)
		pg.limit = textCut
		pg.blocks[1].asks, pg.blocks[2].asks, pg.blocks[3].asks = .9, .9, c.asks
		pg.decide()
		if pg.blocks[1].keep || pg.blocks[2].keep || pg.blocks[3].keep != c.kept {
			t.Errorf("%s: the prompt kept %v, %v, the line beside it %v, want %v", name, pg.blocks[1].keep, pg.blocks[2].keep, pg.blocks[3].keep, c.kept)
		}
	}
}

// TestLinesAroundAreAskedInStretches: what is said of a line that may be a prompt
// is what would be if all lines of the page were looked at, and others are not
// looked at.
func TestLinesAroundAreAskedInStretches(t *testing.T) {
	const lines = 120
	rng := rand.New(rand.NewPCG(1, 6)) //nolint:gosec // must be the same on every run
	table := &tree.Table{Width: 2}
	y, w := make([]float32, lines), make([]float32, lines)
	for i := range lines {
		table.Data = append(table.Data, rng.Float32(), rng.Float32())
		y[i], w[i] = yes(table.Row(i)[0] > .5), 1
	}
	net := conv.Fit(table, []conv.Stretch{{From: 0, To: lines}}, y, w, conv.Options{Epochs: 3, Rate: .01, Batch: 10, Seed: 1})
	asks := make([]float64, lines)
	for _, i := range []int{3, 5, 30, 59, 119} {
		asks[i] = .5
	}
	looked := 0
	got := asking(asks...).among(net, func(i int) []float32 { looked++; return table.Row(i) })
	for i, want := range net.Score(lines, table.Row) {
		if asks[i] > 0 && got[i] != want {
			t.Errorf("line %d: %v, want %v", i, got[i], want)
		}
	}
	if looked >= lines {
		t.Errorf("looked at %d lines", looked)
	}
}
