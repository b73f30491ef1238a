package lessons

import (
	"slices"
	"testing"

	"lectern/reader/classify/train/prompts"
	"lectern/reader/classify/train/stories"
)

// TestMeasuredKnowNothingHeldOut: what is measured with has not been learnt by
// the models that are measured; nothing is kept from the one that ships.
func TestMeasuredKnowNothingHeldOut(t *testing.T) {
	ps, ss := Measured.splits()
	for _, p := range ps {
		if !p.Learnt() {
			t.Errorf("prompts of split %q are learnt from", p)
		}
	}
	if slices.Contains(ss, stories.Valid) || slices.Contains(ss, stories.Last) {
		t.Errorf("stories of splits %q are learnt from", ss)
	}
	ps, ss = Shipped.splits()
	if slices.Contains(ps, prompts.Next) {
		t.Error("the model that ships learns from what it is to be measured with")
	}
	for _, p := range []prompts.Split{prompts.Train, prompts.Bare, prompts.Valid, prompts.Fresh, prompts.Last} {
		if !slices.Contains(ps, p) {
			t.Errorf("prompts of split %q are kept from the model that ships", p)
		}
	}
	for _, s := range []stories.Split{stories.Train, stories.Valid, stories.Last} {
		if !slices.Contains(ss, s) {
			t.Errorf("stories of split %q are kept from the model that ships", s)
		}
	}
}
