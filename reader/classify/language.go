package classify

import (
	"lectern/reader/classify/internal/linear"
	"lectern/reader/doc"
)

// The collections to learn from are in English; pages in other languages are
// few, and written for the purpose. What is most likely on the one is not on the
// others, so that each has a head of its own. Which it is, letters tell.

// letterPairs counts the pairs of letters that the beginnings of a document's
// blocks are made of.
func letterPairs(d *doc.Document) (counts *[1 << tongueBits]float32, all float32) {
	const most = 1 << 16 // pairs; more do not make it surer
	counts = new([1 << tongueBits]float32)
	for i := range d.Blocks {
		if all > most {
			break
		}
		pairs(startOf(d.Blocks[i].Text), func(slot uint32) { counts[slot]++; all++ })
	}
	return counts, all
}

// inEnglish returns how likely a document is in English, as log-odds.
func inEnglish(m *linear.Model, d *doc.Document) float32 {
	counts, all := letterPairs(d)
	var s float32
	for slot, n := range counts {
		if n > 0 {
			s += n * m.Weight(uint32(slot))
		}
	}
	return m.Bias + s/root(max(1, int(all)))
}

// letters is the cases that the model of inEnglish is fitted on.
type letters struct {
	rows  linear.Rows
	folds []int
	y, w  []float32
}

// add adds a text.
func (l *letters) add(s *Sample) {
	counts, all := letterPairs(s.Doc)
	for slot, n := range counts {
		if n > 0 {
			l.rows.Add(uint32(slot), n/root(int(all)))
		}
	}
	l.rows.End()
	l.folds, l.y, l.w = append(l.folds, s.Fold), append(l.y, yes(s.English)), append(l.w, 1)
}

// fit fits the model without a fold.
func (l *letters) fit(but int) *linear.Model {
	var pick []int32
	for i, f := range l.folds {
		if f != but {
			pick = append(pick, int32(i))
		}
	}
	return linear.Fit(&l.rows, pick, l.y, l.w, linear.Options{Epochs: 6, Rate: .5, Bits: 12, Seed: 1})
}
