package classify

import (
	"math"
	"slices"
)

// weigh returns for every block how much each aspect of it moved the odds that
// the model gave. It goes through the model again, and leaves the page as it was.
func (r *Rules) weigh(pg *page) []weighing {
	restore := pg.save()
	defer restore()
	pg.clearBeliefs()
	w, m := r.weights, pg.medium()
	out := make([]weighing, len(pg.blocks))
	v := make(vector, 0, 160)
	for i := range pg.blocks {
		pg.features(i, &v)
		for _, f := range v {
			out[i][groupAspects[groupOf(offsets[:], f)]] += float64(w.first[m][f])
		}
		b := &pg.blocks[i]
		b.logit = sum(w.first[m], v)
		b.p = sigmoid(b.logit)
	}
	pg.believe()
	for i := range pg.blocks {
		pg.features2(i, &v)
		var second weighing
		own := 0.0
		for _, f := range v {
			switch by := float64(w.second[m][f]); groupOf(offsets2[:], f) {
			case hOwn, hOwnSize, hOwnKind, hOwnHit:
				own += by
			case hCopy:
				second[ofCopies] += by
			case hPage:
				second[ofPage] += by
			default:
				second[ofCompany] += by
			}
		}
		out[i].pass(own, &second)
	}
	return out
}

// pass makes of the weights of one pass those of the next, which gives the
// verdict of the one before as a whole the weight own and adds weights of its own.
func (w *weighing) pass(own float64, added *weighing) {
	const least, most = .2, 1.5
	total := 0.0
	for _, by := range w {
		total += by
	}
	share := least
	if math.Abs(total) > least {
		share = max(least, min(own/total, most))
	}
	for a := range w {
		w[a] = share*w[a] + added[a]
	}
	w[ofPage] += own - share*total
}

// groupOf returns the family that a feature belongs to.
func groupOf(offsets []int, feature int32) group {
	i, exact := slices.BinarySearch(offsets, int(feature))
	if !exact {
		i--
	}
	return group(i) //nolint:gosec // fewer than a hundred families
}
