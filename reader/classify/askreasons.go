package classify

import (
	"math"
	"slices"

	"lectern/reader/doc"
)

// Why a prompt is one its words say, also where no phrase of the tables is in it.

// askReasons are the reasons that prompts have.
var askReasons = [...]doc.Reason{doc.Subscription, doc.Account, doc.Newsletter, doc.Consent, doc.Advertising, doc.Social, doc.Related}

// How much the words of a line weigh when they say why it is a prompt, and how much
// those of a line beside it count; how likely each must be a prompt at least, and a
// reason the right one.
const (
	askWeight = 4
	askBeside = .2
	askLeast  = .3
	askDoubt  = .5
)

// asks lets the words of a prompt, and of the lines of it that stand beside, say
// why it is one. What they say does not hang on what the strictness removes.
func (v *ballot) asks(pg *page, i int) {
	const beside = 2
	var odds [len(askReasons)]float64
	for j := max(0, i-beside); j <= min(len(pg.blocks)-1, i+beside); j++ {
		b, share := &pg.blocks[j], 1.0
		if j != i {
			if b.asks < askLeast || pg.apart(i, j) {
				continue
			}
			share = askBeside
		}
		for k := range odds {
			odds[k] += share * float64(b.why[k])
		}
	}
	most, sum := slices.Max(odds[:]), 0.0
	for k := range odds {
		odds[k] = math.Exp(odds[k] - most)
		sum += odds[k]
	}
	for k, r := range askReasons {
		v[r] += askWeight * max(0, odds[k]/sum-askDoubt) / (1 - askDoubt)
	}
}

// apart reports whether a blank line stands between blocks i and j of a text though
// none does between i and another line beside it.
func (pg *page) apart(i, j int) bool {
	l := &pg.ln
	return !pg.html && l.stanza[i] != l.stanza[j] && l.stanzaEnd[i]-l.stanza[i] > 1
}
