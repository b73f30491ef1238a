package classify

import (
	"slices"
	"sync"

	"lectern/reader/classify/internal/conv"
	"lectern/reader/classify/internal/tree"
)

// fitPleas fits what tells prompts from the article: line by line, and with what
// that says of the lines around.
func (c *course) fitPleas(h *head, bins *tree.Bins, out int) {
	spread(Folds+1, func(k int) {
		switch {
		case k == Folds:
			h.asks = tree.Fit(bins, c.audible(out), c.y, c.voice, c.plan.asks)
		case k != out:
			c.plead(k, tree.Fit(bins, c.audible(out, k), c.y, c.voice, c.plan.asks))
		}
	})
	rows := c.audible(out)
	var wg sync.WaitGroup
	if c.plan.among.Epochs > 0 {
		wg.Go(func() { h.among = c.fitAmong(rows, out) })
	}
	h.pleas = tree.Fit(tree.Cut(&c.pleas, c.pleas.Width, rows, c.plan.bins), rows, c.y, c.voice, c.plan.pleas)
	wg.Wait()
}

// fitAmong fits the network that does so from whole pages, those of a fold left
// out; rows are those to learn from.
func (c *course) fitAmong(rows []int32, out int) *conv.Net {
	w := make([]float32, len(c.y))
	for _, r := range rows {
		w[r] = c.voice[r]
	}
	var pages []conv.Stretch
	for _, l := range c.pages {
		if to := l.at + len(l.blocks); l.fold != out && slices.ContainsFunc(w[l.at:to], func(x float32) bool { return x > 0 }) {
			pages = append(pages, conv.Stretch{From: l.at, To: to})
		}
	}
	return conv.Fit(&c.table, pages, c.y, w, c.plan.among)
}

// audible returns the rows of all folds but those left out that may be lines of
// prompts, and are either that or of articles.
func (c *course) audible(out ...int) []int32 {
	var rows []int32
	for _, l := range c.pages {
		if slices.Contains(out, l.fold) {
			continue
		}
		for i := range l.blocks {
			if r := l.at + i; c.voice[r] > 0 && l.audible(i) {
				rows = append(rows, int32(r)) //nolint:gosec // a few million rows
			}
		}
	}
	return rows
}

// plead puts what is made of the prompts of a fold by trees that do not know it
// into a table of its own.
func (c *course) plead(fold int, f *tree.Forest) {
	for _, l := range c.of(fold) {
		for i := range l.blocks {
			l.blocks[i].asks = 0
			if l.audible(i) {
				l.blocks[i].ask(f.Score(c.table.Row(l.at + i)))
			}
		}
		p := l.chorus()
		for i := range l.blocks {
			p.measure(l.page, i, c.pleas.Row(l.at + i)[:0])
		}
	}
}
