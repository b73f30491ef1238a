package classify

import (
	"strings"
	"testing"
)

// TestOffersSpareShortParagraphs: where the story goes on after a prompt in short
// paragraphs, those that are likely the story's stay; what is not goes with the
// prompt.
func TestOffersSpareShortParagraphs(t *testing.T) {
	paragraph := strings.Repeat("The ferry left the harbour in the rain and nobody waved. ", 3)
	pg := weighedText(map[int]float64{2: .1, 3: .1, 4: .7, 5: .3},
		paragraph, paragraph,
		"You have reached your limit of free articles.", "Subscribe now for unlimited access.",
		"The island has 84 people. The school has six pupils.", "The grocer comes back")
	pg.offers()
	for i, keep := range []bool{true, true, false, false, true, false} {
		if pg.blocks[i].keep != keep {
			t.Errorf("%q: kept %v, want %v", pg.d.Blocks[i].Text, pg.blocks[i].keep, keep)
		}
	}
}
