package classify_test

import (
	"strings"
	"testing"

	"lectern/reader/classify"
	"lectern/reader/parse"
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

// What heads a part of a story, or stands in its list of prices, stays though a
// page could have it for a label.
func TestNamesOfServicesStay(t *testing.T) {
	for _, names := range [][]string{
		{"2. YouTube", "3. Instagram"},
		{"Instagram $0.50 – $2.00", "TikTok $0.20 – $1.50"},
		{"Social Media"},
	} {
		list := make([]string, 2, 2+3*len(names))
		list[0], list[1] = "Where small shops find their customers", first
		for i, n := range names {
			list = append(list, n, numbered(third, i), numbered(second, i))
		}
		d := lines(strings.Join(list, "\n"))
		classify.New().Classify(d)
		for i := range names {
			kept(t, d, 2+3*i)
		}
	}
}

// A label in the midst of a story takes nothing along, nor do the names that head
// its parts.
func TestLabelTakesNothingAlong(t *testing.T) {
	d := parse.Text(strings.Join([]string{
		"Where small shops find their customers",
		"The bakery on the quay closed its website in March and has taken orders by message ever since, and it is not the only one in the harbour to have done so.",
		"1. Facebook",
		"Nearly every shop in the street has a page there, the chamber of trade says, though half of them have not written a word since the spring of last year.",
		"2. YouTube",
		"The boat builder films his saws. His longest film runs for four hours and has been watched eleven times, four of them by his mother, he says.",
		"Advertisement",
		"The baker is content. She sells what she bakes, and at noon the shutters come down on the quay.",
	}, "\n"))
	classify.New().Classify(d)
	for i := range d.Blocks {
		if want := i != 6; d.Blocks[i].Verdict.Kept != want {
			t.Errorf("%q: kept %v, want %v", d.Blocks[i].Text, !want, want)
		}
	}
}
