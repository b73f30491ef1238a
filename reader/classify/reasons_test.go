package classify_test

import (
	"testing"

	"lectern/reader/classify"
	"lectern/reader/doc"
)

// What a line says of itself names the reason, in a menu and a footer too.
func TestReasonsFromWords(t *testing.T) {
	for _, c := range []struct {
		text   string
		reason doc.Reason
	}{
		{"Log in", doc.Account}, {"Anmelden", doc.Account}, {"Mot de passe oublié ?", doc.Account}, {"ログイン", doc.Account},
		{"Subscribe", doc.Subscription}, {"Digitalabo", doc.Subscription}, {"Prenumerera", doc.Subscription}, {"购读会员", doc.Subscription},
		{"Newsletters", doc.Newsletter}, {"Nyhetsbrev", doc.Newsletter}, {"Рассылка", doc.Newsletter}, {"Bültenimiz", doc.Newsletter},
		{"Cookie settings", doc.Consent}, {"Cookie-Einstellungen", doc.Consent}, {"Do not sell my information", doc.Consent},
		{"Advertise", doc.Advertising}, {"Facebook", doc.Social},
		{"Home", doc.Navigation}, {"Weather", doc.Navigation}, {"Sitemap", doc.Navigation},
	} {
		p := newPage("")
		p.links(p.in(0, "nav", "menu"), "Home", "News", c.text, "Sport", "Culture")
		p.add(p.in(p.in(0, "main", ""), "article", "story"), first, second, third)
		p.foot()
		d := p.classify()
		if v := d.Blocks[2].Verdict; v.Kept || v.Reason != c.reason {
			t.Errorf("%q in a menu: kept %v, reason %q %q; want %q", c.text, v.Kept, v.Reason, v.Evidence, c.reason)
		}
	}
}

func TestReasonsOfLines(t *testing.T) {
	d := lines(first + "\n" + second + "\n" + third + "\nRead more\nWeiterlesen\nLeia também\nHome\nNews\nAdvertisement\n")
	classify.New().Classify(d)
	for i := 3; i < 6; i++ {
		removed(t, d, i, doc.Related)
	}
}

// In a comment, a word tells what the reader speaks of, not what the block is.
func TestCommentsStayComments(t *testing.T) {
	p := newPage("")
	p.add(p.in(p.in(0, "main", ""), "article", "story"), first, second, third)
	at := p.add(p.in(p.in(0, "section", "comments"), "li", "comment"), "I like these subscriptions of theirs, they are cheap.")
	p.links(p.in(0, "div", "comments"), "Reply", "Report")
	p.foot()
	removed(t, p.classify(), at, doc.Comments)
}

// A price by itself is of what is sold there; among offers, of those.
func TestReasonsOfPrices(t *testing.T) {
	d := lines(first + "\n" + second + "\n" + third + "\nSubscribe now for unlimited access\n€9\n€90\nAdvertisement\n")
	classify.New().Classify(d)
	removed(t, d, 4, doc.Subscription)
	removed(t, d, 5, doc.Subscription)
}

// The entries of a menu are ways around the site, whatever single line of
// another kind stands among them; a table of offers stays one.
func TestReasonsOfRuns(t *testing.T) {
	menu := "Home\nNews\nSport\nLog in\nGardens\nKitchens\nFestivals\nClassic cars\nOld maps\n"
	d := lines(menu + "Crack closes the bridge over the Oder\n" + first + "\n" + second + "\n" + third + "\nAdvertisement\nSubscribe now\nDigital\n€9 a month\nPrint and digital\n€19 a month\nCancel anytime\n")
	classify.New().Classify(d)
	removed(t, d, 3, doc.Account)
	for _, i := range []int{7, 8} {
		removed(t, d, i, doc.Navigation)
	}
	for _, i := range []int{15, 17} {
		removed(t, d, i, doc.Subscription)
	}
}
