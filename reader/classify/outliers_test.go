package classify

import (
	"strings"
	"testing"

	"lectern/reader/doc"
)

// weighedText is a text with how likely the model takes each line for the story.
func weighedText(odds map[int]float64, lines ...string) *page {
	d := &doc.Document{Format: doc.Text}
	for i, l := range lines {
		d.Blocks = append(d.Blocks, doc.Block{Text: l, First: i, Last: i, Element: -1})
	}
	pg := tablesOnly().read(d, func(*block, *tokens) {})
	for i := range pg.blocks {
		pg.blocks[i].p, pg.blocks[i].keep = .95, true
		if p, ok := odds[i]; ok {
			pg.blocks[i].p = p
		}
	}
	return pg
}

// TestOutliers: a run of doubtful lines that speak of offers goes from a text
// that is sure otherwise; shorter runs, runs that speak of nothing of the kind,
// and those of a text that is full of them stay.
func TestOutliers(t *testing.T) {
	paragraph := strings.Repeat("The ferry left the harbour in the rain and nobody waved. ", 3)
	story := func(n int) []string {
		out := make([]string, n)
		for i := range out {
			out[i] = paragraph
		}
		return out
	}
	offer := []string{"A month for 3 euros", "Unlimited articles, cancel at any time", "The choir of the harbour"}
	table := []string{"Wood and nails", "Ropes", "Lamps"}
	low := func(at ...int) map[int]float64 {
		odds := map[int]float64{}
		for _, i := range at {
			odds[i] = .5
		}
		return odds
	}
	for name, c := range map[string]struct {
		lines []string
		odds  map[int]float64
		gone  int
	}{
		"offer":      {append(append(story(6), offer...), story(3)...), low(6, 7, 8), 3},
		"short":      {append(append(story(6), offer[:2]...), story(3)...), low(6, 7), 0},
		"no offer":   {append(append(story(6), table...), story(3)...), low(6, 7, 8), 0},
		"sure":       {append(append(story(6), offer...), story(3)...), nil, 0},
		"everywhere": {append(append(story(4), offer...), story(1)...), low(4, 5, 6), 0},
	} {
		pg := weighedText(c.odds, c.lines...)
		pg.outliers()
		gone := 0
		for i := range pg.blocks {
			if !pg.blocks[i].keep {
				gone++
			}
		}
		if gone != c.gone {
			t.Errorf("%s: %d lines removed, want %d", name, gone, c.gone)
		}
	}
}

// TestStrays: in a text without other clutter the names of sections that the
// model hardly takes for the story go though nothing about them is a prompt; a
// list that it merely doubts stays.
func TestStrays(t *testing.T) {
	paragraph := strings.Repeat("The ferry left the harbour in the rain and nobody waved. ", 3)
	for name, c := range map[string]struct {
		p    float64
		keep bool
	}{"menu": {.1, false}, "list": {.4, true}} {
		pg := weighedText(map[int]float64{3: c.p, 4: c.p, 5: c.p}, paragraph, paragraph, paragraph, "Culture", "Sport", "Weather")
		for i := range pg.blocks {
			pg.blocks[i].keep = pg.blocks[i].p > textCut
		}
		pg.restrain()
		for i := 3; i < len(pg.blocks); i++ {
			if pg.blocks[i].keep != c.keep {
				t.Errorf("%s: %q kept %v", name, pg.d.Blocks[i].Text, !c.keep)
			}
		}
	}
}

// TestPullSpares: a name beside a sure offer goes with it, a sentence that is as
// likely the story's stays, and so does a headline under a way to log in.
func TestPullSpares(t *testing.T) {
	const (
		name     = "The Harbour Letter and more"
		sentence = "The Harbour Letter sold well in spring."
	)
	paragraph := strings.Repeat("The ferry left the harbour in the rain and nobody waved. ", 3)
	for _, c := range []struct {
		what string
		text []string
		kept []bool
	}{
		{"a name", []string{paragraph, "Subscribe for 3 euros a month", name, paragraph}, []bool{true, false, false, true}},
		{"a sentence", []string{paragraph, "Subscribe for 3 euros a month", sentence, paragraph}, []bool{true, false, true, true}},
		{"a headline", []string{"Home", "Subscribe for 3 euros a month", name, paragraph}, []bool{false, false, true, true}},
	} {
		pg := weighedText(map[int]float64{1: .1, 2: .7}, c.text...)
		for i := range pg.blocks {
			pg.blocks[i].asks = .1
			pg.blocks[i].keep = c.text[i] == paragraph || i == 2
		}
		pg.pull()
		for i, want := range c.kept {
			if pg.blocks[i].keep != want {
				t.Errorf("%s: %q kept: %v", c.what, c.text[i], !want)
			}
		}
	}
}
