package classify

import (
	"testing"

	"lectern/reader/doc"
)

// TestLanguageIsToldByLetters: what is in English goes to the head that knows
// English, all else to the other, be it in a language that nothing to learn from
// is in, or a few words long.
func TestLanguageIsToldByLetters(t *testing.T) {
	for _, c := range []struct {
		what, text string
		english    bool
	}{
		{"a sentence", "The ferry sails again on Thursday, the harbour master said, weather permitting.", true},
		{"one with names from elsewhere", "Mr Szczepański drove from Przemyśl to Rzeszów to hand over the keys himself.", true},
		{"short lines", "Kitchen floor\nTwo chairs\nA kettle that whistles when nobody listens", true},
		{"German", "Die Fähre fährt am Donnerstag wieder, sagte der Hafenmeister, wenn das Wetter hält.", false},
		{"Dutch", "De veerboot vaart donderdag weer, zei de havenmeester, als het weer meewerkt.", false},
		{"Icelandic, which no text is in", "Ferjan siglir aftur á fimmtudaginn, sagði hafnarstjórinn, ef veður leyfir.", false},
		{"Welsh, the same", "Bydd y fferi yn hwylio eto ddydd Iau, meddai meistr yr harbwr, os bydd y tywydd yn caniatáu.", false},
		{"Greek", "Το πλοίο θα ξαναφύγει την Πέμπτη, είπε ο λιμενάρχης, αν το επιτρέψει ο καιρός.", false},
		{"Khmer, the same", "សាឡាងនឹងចេញដំណើរម្តងទៀតនៅថ្ងៃព្រហស្បតិ៍។", false},
		{"Japanese", "木曜日には天気がよければ渡し船がまた出ると港長は話した。", false},
		{"a story with an English menu", "Home\nNews\nSport\nContact\nSubscribe\n" +
			"Der Dienstag begann mit Nebel, und wer über die Brücke wollte, wartete. Gegen zehn hob er sich, die Boote fuhren aus, " +
			"und am Kai standen die Leute mit ihren Kannen und fragten nach dem Preis der Krabben, der wieder gestiegen war.", false},
	} {
		m := New().model
		d := &doc.Document{Format: doc.Text, Blocks: []doc.Block{{Text: c.text, Element: -1}}}
		if got := inEnglish(m.english, d) >= 0; got != c.english {
			t.Errorf("%s: told to be in English: %v (%.2f)", c.what, got, inEnglish(m.english, d))
		}
		want := ofOthers
		if c.english {
			want = ofEnglish
		}
		if m.of(d) != m.heads[want]() {
			t.Errorf("%s: read by another head", c.what)
		}
	}
}

// TestLanguageOfNothing: a text without letters has a head too.
func TestLanguageOfNothing(t *testing.T) {
	m := New().model
	if m.of(&doc.Document{Format: doc.Text}) == nil {
		t.Error("no head")
	}
}
