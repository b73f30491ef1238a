package classify

import "math"

// weigh returns for every block how much each aspect of it moved the odds that
// the model gave. It goes through the model again, and leaves the page as it was.
func (pg *page) weigh() []weighing {
	restore := pg.save()
	defer restore()
	h := pg.head
	h.hear(pg)
	out := make([]weighing, len(pg.blocks))
	given := make([]float64, len(pg.blocks)) // paragraphs of a text may have been lifted
	for i := range pg.blocks {
		given[i] = pg.blocks[i].logit
	}
	all := make([]vector, len(pg.blocks))
	first, second := pg.aspects(families[:]), pg.aspects(secondFamilies[:])
	for i := range pg.blocks {
		all[i] = pg.measure(families[:], i, nil)
		h.first.Explain(all[i], func(feature int, by float32) { out[i].add(first, feature, by) })
		pg.blocks[i].put(h.first.Score(all[i]))
	}
	pg.believe()
	for i := range pg.blocks {
		if pg.surelyNot(i) {
			out[i][ofPage] += given[i] - pg.blocks[i].logit
			continue
		}
		var added weighing
		own := 0.0
		all[i] = pg.measure(secondFamilies[:], i, all[i])
		h.second.Explain(all[i], func(feature int, by float32) {
			switch {
			case feature == len(first):
				own += float64(by)
			case feature < len(first):
				added.add(first, feature, by)
			default:
				added.add(second, feature-len(first), by)
			}
		})
		out[i].pass(own, &added)
		out[i][ofPage] += given[i] - float64(h.second.Score(all[i]))
	}
	return out
}

// add counts what a feature weighs; -1 stands for what is true of every page.
func (w *weighing) add(table []aspect, feature int, by float32) {
	a := ofPage
	if feature >= 0 {
		a = table[feature]
	}
	w[a] += float64(by)
}

// aspects returns what each measure of the families looks at.
func (pg *page) aspects(of []family) []aspect {
	var out []aspect
	var v vector
	for _, f := range of {
		v = f.add(pg, 0, v[:0])
		for range v {
			out = append(out, f.aspect)
		}
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
