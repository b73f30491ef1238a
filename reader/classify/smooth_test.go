package classify

import "testing"

// TestSmooth: on a page that surely is a story a block that is as good as open
// goes with those around it; one that is not, and two such in a row, do not, nor
// does any on another kind of page.
func TestSmooth(t *testing.T) {
	for name, c := range map[string]struct {
		odds  map[int]float64
		story float32
		gone  string
	}{
		"as good as open":     {map[int]float64{2: .52}, 5, ""},
		"not the story's":     {map[int]float64{2: .3}, 5, "2"},
		"two in a row":        {map[int]float64{2: .4, 3: .4}, 5, "23"},
		"not surely a story":  {map[int]float64{2: .52}, 1, "2"},
		"open among clutter":  {map[int]float64{0: .1, 1: .1, 2: .66, 3: .1}, 5, "0123"},
		"likely among both":   {map[int]float64{0: .1, 1: .1, 2: .66}, 5, "01"},
		"clutter at the end":  {map[int]float64{3: .5, 4: .1}, 5, "34"},
		"all of it in doubt":  {map[int]float64{0: .5, 1: .5, 2: .5, 3: .5, 4: .5}, 5, "01234"},
		"nothing is in doubt": {nil, 5, ""},
	} {
		pg := weighedText(c.odds, "The bell rang.", "Nobody came.", "It rang again.", "Rain fell.", "The yard was empty.")
		pg.limit, pg.ofKind[Story] = storyCut, c.story
		for i := range pg.blocks {
			pg.blocks[i].keep = pg.blocks[i].p >= pg.limit
		}
		pg.smooth()
		if got := gone(pg); got != c.gone {
			t.Errorf("%s: blocks %q are gone, want %q", name, got, c.gone)
		}
	}
}
