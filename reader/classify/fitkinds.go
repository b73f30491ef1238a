package classify

import "lectern/reader/classify/internal/tree"

// fitGenres fits what tells the kinds of pages apart, without two folds.
func (c *course) fitGenres(a, b int) []*tree.Forest {
	if !c.pages[0].html {
		return nil
	}
	var rows []int32
	y, w := make([]float32, len(c.pages)), make([]float32, len(c.pages))
	for k, l := range c.pages {
		w[k] = l.weight
		if l.fold != a && l.fold != b && l.weight > 0 {
			rows = append(rows, int32(k))
		}
	}
	bins := tree.Cut(&c.genres, c.genres.Width, rows, c.plan.bins)
	out := make([]*tree.Forest, kindsOfPage)
	for kind := range kindsOfPage {
		for k, l := range c.pages {
			y[k] = yes(l.kind == kind)
		}
		out[kind] = tree.Fit(bins, rows, y, w, c.plan.genre)
	}
	return out
}

// characterize measures the pages of a fold as a whole, after the first pass.
func (c *course) characterize(fold int) {
	for k, l := range c.of(fold) {
		if l.html {
			l.genre(c.genres.Row(k)[:0])
		}
	}
}

// reconsider puts what the second pass sees of a fold into the table.
func (c *course) reconsider(fold int, genres []*tree.Forest) {
	for k, l := range c.of(fold) {
		l.kindly(genres, c.genres.Row(k))
		for i := range l.blocks {
			l.measure(secondFamilies[:], i, c.table.Row(l.at + i)[:c.first])
		}
	}
}
