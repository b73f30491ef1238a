package classify_test

import (
	"strings"
	"testing"

	"lectern/reader/classify"
)

// A book speaks of everything once; that does not make its short lines clutter.
func TestBookKeepsItsLastLine(t *testing.T) {
	var b strings.Builder
	for i := range 400 {
		for _, s := range []string{first, second, third} {
			b.WriteString(numbered(s, i) + "\n")
		}
		if i%100 == 50 {
			b.WriteString("Advertisement\n")
		}
	}
	b.WriteString("The end of the river\n")
	d := lines(b.String())
	classify.New().Classify(d)
	kept(t, d, len(d.Blocks)-1)
	if n := len(d.Removed()); n > 4 {
		t.Errorf("removed %d blocks", n)
	}
}

// Lines of a table of offers are what a subscription includes, whatever they
// are elsewhere.
func TestLinesOfOffersShareTheirReason(t *testing.T) {
	d := lines(strings.Join([]string{
		first, second, third,
		"You have reached your limit of free articles.", "Subscribe now for unlimited access.",
		"Smart Quarterly", "₹900", "3 Months", "₹300/Month",
		"Renews automatically, cancel anytime", "What is included in our digital subscription plans",
		"Exclusive premium stories online", "Over 30 premium stories daily",
		"Archives", "Everything we have printed since 1903",
		"Ad-free reading", "Premium access on all devices",
	}, "\n"))
	classify.New().Classify(d)
	for i := 3; i < len(d.Blocks); i++ {
		if v := d.Blocks[i].Verdict; v.Kept || v.Reason.String() != "subscription" {
			t.Errorf("%q: kept %v, reason %s %q", d.Blocks[i].Text, v.Kept, v.Reason, v.Evidence)
		}
	}
}

// Where no menus stand around a story, its lists are its own, whatever labels a
// page has put between the paragraphs.
func TestListsStayWithoutAFrame(t *testing.T) {
	names := []string{"Tent", "Rainfly", "Stakes", "Guylines", "kpp", "Headlamp", "Spare batteries", "Stove", "Fuel", "Lighter"}
	list := []string{first, "Advertisement", second, "Advertisement", third, "Share this article", "What to pack"}
	from := len(list)
	list = append(list, names...)
	list = append(list, numbered(first, 2), "Advertisement", numbered(third, 3))
	d := lines(strings.Join(list, "\n"))
	classify.New().Classify(d)
	for i := from; i < from+len(names); i++ {
		kept(t, d, i)
	}
	for _, i := range [...]int{1, 3, 5} {
		if d.Blocks[i].Verdict.Kept {
			t.Errorf("%q is kept", d.Blocks[i].Text)
		}
	}
}
