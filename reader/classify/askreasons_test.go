package classify

import (
	"slices"
	"testing"

	"lectern/reader/doc"
)

// TestWordsSayWhyAPromptIsOne: a line without a phrase of the tables has the reason
// that its words and those of the prompt around it speak for, not those of a story's
// line beside it.
func TestWordsSayWhyAPromptIsOne(t *testing.T) {
	why := func(r doc.Reason, odds float32) (w [len(askReasons)]float32) {
		for k := range w {
			w[k] = -2
		}
		w[slices.Index(askReasons[:], r)] = odds
		return w
	}
	for name, c := range map[string]struct {
		own, beside [len(askReasons)]float32
		asks        float64 // of the line beside
		want        doc.Reason
		apart       bool // a blank line parts them
	}{
		"by itself":               {why(doc.Consent, 2), why(doc.Newsletter, 1), .9, doc.Consent, false},
		"with the line beside":    {why(doc.Newsletter, 0), why(doc.Newsletter, 2), .9, doc.Newsletter, false},
		"not with a story's":      {why(doc.Newsletter, 0), why(doc.Newsletter, 2), .01, doc.Unclear, false},
		"in doubt":                {why(doc.Social, -1.5), why(doc.Account, 0), .9, doc.Unclear, false},
		"not beyond a blank line": {why(doc.Newsletter, 0), why(doc.Newsletter, 2), .9, doc.Unclear, true},
	} {
		pg := weighedText(nil, "The bell rang twice.", "Row with us", "Ropes and lamps", "Rain fell.")
		for i := 2; c.apart && i < len(pg.blocks); i++ {
			pg.d.Blocks[i].First++
			pg.d.Blocks[i].Last++
		}
		pg.lineUp()
		pg.blocks[1].asks, pg.blocks[1].why = .9, c.own
		pg.blocks[2].asks, pg.blocks[2].why = c.asks, c.beside
		pg.blocks[1].plead()
		pg.name()
		if got := pg.blocks[1].reason; got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
