package classify_test

import (
	"strings"
	"testing"

	"lectern/reader/classify"
	"lectern/reader/doc"
)

// A page of nothing but prompts is no article.
func TestOnlyClutter(t *testing.T) {
	for _, text := range []string{
		"Sign up for our newsletter\nEnter your email\nSubscribe for $9.99 a month\n© 2024 The Daily. All rights reserved.",
		"Home\nNews\nSubscribe for $9.99 a month\n© 2024 The Daily",
		"Choose your plan\nDigital\n$9.99 a month\nUnlimited access to every story\nPrint\n$19.99 a month\nAlready a subscriber? Log in\n© 2024 The Daily. All rights reserved.",
		"Abonnez-vous pour 9,99 € par mois\nSans engagement\nSe connecter\n© 2024 Le Quotidien",
		"Anmelden\nJetzt das Digitalabo testen\n9,90 € im Monat\nImpressum\nDatenschutz",
		"Cookie settings\nWe use cookies to make this site work.\nAccept all\nReject all",
	} {
		d := lines(text)
		classify.New().Classify(d)
		page := newPage("The Daily")
		page.add(page.in(0, "div", ""), strings.Split(text, "\n")...)
		for _, d := range []*doc.Document{d, page.classify()} {
			for _, i := range d.Kept() {
				t.Errorf("%s keeps %q of %q", d.Format, d.Blocks[i].Text, text)
			}
		}
	}
}

// Short texts stay, though a prompt stands below them or prices in them.
func TestShortTextsAreNotClutter(t *testing.T) {
	for _, text := range []string{
		"The rain came down\non the tin of the shed\nand nobody came\nSubscribe",
		"Apples $3\nBread $2.50\nMilk $1.20",
		"“Subscribe?” he said.\n“No.”\nThe door closed.",
	} {
		d := lines(text)
		classify.New().Classify(d)
		if len(d.Kept()) < 2 {
			t.Errorf("keeps %d blocks of %q", len(d.Kept()), text)
		}
	}
}
