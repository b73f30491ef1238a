package entity

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"lectern/reader/doc"
)

// tagged returns the entities of the given kinds as "text/kind".
func tagged(t *testing.T, tagger *Tagger, language string, texts []string, kinds ...doc.EntityKind) []string {
	t.Helper()
	var got []string
	for _, e := range tagger.Tag(language, texts) {
		if slices.Contains(kinds, e.Kind) {
			got = append(got, texts[e.Block][e.Start:e.End]+"/"+e.Kind.String())
		}
	}
	return got
}

var nameKinds = []doc.EntityKind{doc.Person, doc.Organization, doc.Place, doc.Other}

func TestNames(t *testing.T) {
	tagger := New()
	for _, c := range []struct {
		text string
		want []string
	}{
		{"The treaty was signed in Lisbon on a rainy day.", []string{"Lisbon/place"}},
		{"Mr. Halvorsen thanked Anna Lindqvist for the letter.", []string{"Halvorsen/person", "Anna Lindqvist/person"}},
		{"President Maria Santos flew from Manila to Jakarta.", []string{"Maria Santos/person", "Manila/place", "Jakarta/place"}},
		{"He studied at the University of Oslo and lives in Norway.", []string{"University of Oslo/organization", "Norway/place"}},
		{"The Norwegian government and the European Union agreed.", []string{"Norwegian/other", "European Union/organization"}},
		{"The troops crossed the border between Chad and Sudan.", []string{"Chad/place", "Sudan/place"}},
		{"She works for Brightwater Holdings Ltd in Leeds.", []string{"Brightwater Holdings Ltd/organization", "Leeds/place"}},
		{"The Lisbon-based firm closed.", []string{"Lisbon/place"}},
		{"The people of El Salvador voted.", []string{"El Salvador/place"}},
		{"The rain fell all day and nobody came.", nil},
		{"Nobody knows what the old man said to the children.", nil},
		{"Write to anna@example.org or see https://example.org/Paris for more of it.", nil},
	} {
		if diff := cmp.Diff(c.want, tagged(t, tagger, "en", []string{c.text}, nameKinds...)); diff != "" {
			t.Errorf("%s\n(-want +got)\n%s", c.text, diff)
		}
	}
}

func TestAgreement(t *testing.T) {
	tagger := New()
	for _, c := range []struct {
		name  string
		texts []string
		want  string // must be among the entities of the last text
		not   string // must not begin any of them
	}{
		{
			"a last name is a person's when the full name is known",
			[]string{"The minister, Olga Petrenko, spoke in Kyiv.", "Petrenko said nothing about the road."},
			"Petrenko/person", "",
		},
		{
			"an abbreviation is of its name's kind",
			[]string{"The Inland Fisheries Agency (IFA) was founded by law.", "The boats belong to the IFA today."},
			"IFA/organization", "",
		},
		{
			"a common word at the start of a sentence is no name",
			[]string{"All day the hope of rain kept them there, and hope is cheap.", "Hope was not enough, he said."},
			"", "Hope",
		},
		{
			"a name in capitals is known from the story",
			[]string{"The ferry reached Reykjavik at noon with forty people on board.", "FERRY REACHES REYKJAVIK"},
			"REYKJAVIK/place", "FERRY",
		},
		{
			"a headline's other words are no names",
			[]string{"The ferry reached Reykjavik at noon with forty people on board.", "Great Ferry Finally Reaches Reykjavik"},
			"Reykjavik/place", "Great",
		},
		{
			"the name of a plan is no person",
			[]string{"We have to say that this is the price of it.", "Bright Basic"},
			"", "Bright",
		},
	} {
		var got []string
		for _, e := range tagger.Tag("en", c.texts) {
			if e.Block == len(c.texts)-1 {
				got = append(got, c.texts[e.Block][e.Start:e.End]+"/"+e.Kind.String())
			}
		}
		if c.want != "" && !slices.Contains(got, c.want) {
			t.Errorf("%s: %q has no %s", c.name, got, c.want)
		}
		if c.not != "" && slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, c.not) }) {
			t.Errorf("%s: %q has %s", c.name, got, c.not)
		}
	}
}

func TestSameNameSameKind(t *testing.T) {
	texts := []string{
		"The talks with Marovia broke down, and ships from Marovia turned back.",
		"Marovia said it would not pay. In Marovia the shops were shut.",
		"Nobody in Marovia had heard of the plan.",
	}
	got := tagged(t, New(), "en", texts, nameKinds...)
	if len(got) < 4 {
		t.Fatalf("found only %q", got)
	}
	for _, g := range got {
		if g != got[0] {
			t.Errorf("%s beside %s", g, got[0])
		}
	}
}

func TestOtherLanguages(t *testing.T) {
	tagger := New()
	for _, c := range []struct {
		language, text string
		want           []string
	}{
		{"de", "Der Minister sprach am 3. Mai 2020 mit der Zeitung über den Haushalt und die Schulden.", []string{"3. Mai 2020/date"}},
		{"", "Der Minister sprach am 3. Mai 2020 mit der Zeitung über den Haushalt und die Schulden.", []string{"3. Mai 2020/date"}},
		{"en", "Der Minister sprach am 3. Mai 2020 mit der Zeitung über den Haushalt und die Schulden.", []string{"3. Mai 2020/date"}},
		{"", "Le ministre a parlé le 3 mai 2020 avec les gens dans la rue et sur la place.", []string{"3 mai 2020/date"}},
		{"", "Cuesta 20 € en la tienda de la esquina y el libro es de los niños.", []string{"20 €/money"}},
		{"ru", "Министр сказал это 3 мая 2020 года, и не в первый раз.", []string{"3 мая 2020/date"}},
		{"", "Warszawa, Kraków, Gdańsk.", nil},
		{"", "", nil},
	} {
		if diff := cmp.Diff(c.want, tagged(t, tagger, c.language, []string{c.text}, append(nameKinds, doc.Date, doc.Money)...)); diff != "" {
			t.Errorf("%q: %s\n(-want +got)\n%s", c.language, c.text, diff)
		}
	}
}

func TestSettle(t *testing.T) {
	tagger := New()
	english := "The river rose in the night and the people of Lisbon left for the hills."
	for _, language := range []string{"", "en", "en-GB", "EN_us", "de"} {
		if got := tagged(t, tagger, language, []string{english}, doc.Place); !slices.Contains(got, "Lisbon/place") {
			t.Errorf("declared %q: %q", language, got)
		}
	}
}

// TestNamesNotLookedFor reads languages other than English, most of them
// without words of their own here, which pages often declare to be English.
func TestNamesNotLookedFor(t *testing.T) {
	tagger := New()
	for _, text := range []string{
		"A miniszter szerint a kormány jövőre sem emeli az adókat, de Budapesten sokan ezt nem hiszik el neki.",
		"Președintele a spus că guvernul va plăti pensiile la timp, dar la București oamenii nu mai cred asta.",
		"Presiden mengatakan bahwa pemerintah tidak akan menaikkan pajak tahun ini, tetapi warga Jakarta tidak percaya.",
		"Bộ trưởng nói rằng chính phủ sẽ không tăng thuế trong năm nay, nhưng người dân Hà Nội không tin điều đó.",
		"Ο υπουργός είπε ότι η κυβέρνηση δεν θα αυξήσει τους φόρους φέτος, αλλά στην Αθήνα κανείς δεν τον πιστεύει.",
		"部长说政府今年不会加税，但是北京的人们不相信他。",
		"قال الوزير إن الحكومة لن ترفع الضرائب هذا العام، لكن الناس في القاهرة لا يصدقونه.",
		"Der Minister sagte in Berlin, die Regierung werde die Steuern nicht erhöhen, aber niemand glaubt ihm das.",
	} {
		for _, declared := range []string{"", "en"} {
			if found := tagger.Find(declared, []string{text}); found.Names {
				t.Errorf("declared %q: names were looked for in %s", declared, text)
			}
		}
	}
	if found := tagger.Find("", []string{"The minister said in London that nobody would pay for it."}); !found.Names || found.Language != "en" {
		t.Errorf("names were not looked for in English: %+v", found)
	}
}

func TestNamesAroundDates(t *testing.T) {
	got := tagged(t, New(), "en", []string{"On Friday the fair of Lisbon opened; 12% of the stalls cost €40 or weighed 3 kg."},
		doc.Date, doc.Money, doc.Percent, doc.Quantity, doc.Place)
	want := []string{"Friday/date", "Lisbon/place", "12%/percent", "€40/money", "3 kg/quantity"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// sound fails if the entities break the promise of Tag.
func sound(t *testing.T, texts []string, entities []doc.Entity) {
	t.Helper()
	block, end := 0, 0
	for _, e := range entities {
		if e.Block != block {
			if e.Block < block || e.Block >= len(texts) {
				t.Fatalf("block %d after %d of %d", e.Block, block, len(texts))
			}
			block, end = e.Block, 0
		}
		text := texts[e.Block]
		if e.Start < end || e.End <= e.Start || e.End > len(text) {
			t.Fatalf("%+v after %d in %q", e, end, text)
		}
		end = e.End
		first, _ := utf8.DecodeRuneInString(text[e.Start:])
		last, _ := utf8.DecodeLastRuneInString(text[:e.End])
		if unicode.IsSpace(first) || unicode.IsSpace(last) {
			t.Fatalf("%q has space at an end", text[e.Start:e.End])
		}
		if !utf8.RuneStart(text[e.Start]) || e.End < len(text) && !utf8.RuneStart(text[e.End]) {
			t.Fatalf("%+v cuts a rune of %q", e, text)
		}
	}
}

func FuzzTag(f *testing.F) {
	for _, s := range []string{
		"", "The Ministry of Roads said on May 27, 2013 that it paid US$5.2 million.\nMr. Vale's plan failed.",
		"12% 5–10 km Rs500 crore €3/month 1990s Q3 2013", "Am 27. Mai 2013", "2013年5月27日", "’s 'S \u00a0U.S.",
		"(IFA) IFA Inland Fisheries Agency (IFA)", "MAY 27 1,2,3 - - $ % ° '90s", "- -5 °\n°", "a\u0301 L’ d’ ½½",
	} {
		f.Add("en", s)
		f.Add("", s)
	}
	tagger := New()
	f.Fuzz(func(t *testing.T, language, text string) {
		if !utf8.ValidString(text) {
			t.Skip("texts are cleaned before they are tagged")
		}
		texts := strings.Split(text, "\n")
		entities := tagger.Tag(language, texts)
		sound(t, texts, entities)
		if again := tagger.Tag(language, texts); !slices.Equal(entities, again) {
			t.Fatalf("two runs differ: %v and %v", entities, again)
		}
	})
}

// article returns some 630 words of English in nine blocks.
func article() []string {
	texts := make([]string, 0, 9)
	for i := range 8 {
		texts = append(texts, fmt.Sprintf("The council of Greenharbour voted on Monday to spend $%d million on the old "+
			"pier, which has been closed since 1998, when a storm in the North Sea tore away a third of its length. "+
			"Mayor Ellen Varga told reporters in London that the European Union would pay for 40 per cent of the work, "+
			"and that the rest would come from a fund set up by the Ministry of Transport after the last flood. ", i+2))
	}
	texts = append(texts, "Work on the pier of Greenharbour is to begin in the spring of 2027, said Varga, who has to find "+
		"a builder before then, and it may take three years in all.")
	return texts
}

// TestFollow takes a block away and brings it back.
func TestFollow(t *testing.T) {
	texts := article()
	tagger := New()
	find := tagger.Follow()
	for range 2 {
		for _, hidden := range []int{-1, 3, 0, -1} {
			some := slices.Clone(texts)
			if hidden >= 0 {
				some[hidden] = ""
			}
			if diff := cmp.Diff(tagger.Find("en", some), find("en", some)); diff != "" {
				t.Fatalf("without block %d (-want +got)\n%s", hidden, diff)
			}
		}
	}
	if got := find("de", []string{"Der Minister sprach am 3. Mai 2020 mit der Zeitung über den Haushalt und die Schulden der Stadt."}); got.Names {
		t.Errorf("names in German: %+v", got)
	}
	if diff := cmp.Diff(tagger.Find("en", texts), find("en", texts)); diff != "" {
		t.Error(diff)
	}
}

func BenchmarkFollow(b *testing.B) {
	texts := article()
	find := New().Follow()
	find("en", texts)
	for i := 0; b.Loop(); i++ {
		some := slices.Clone(texts)
		some[i%len(some)] = ""
		find("en", some)
	}
}

func BenchmarkTag(b *testing.B) {
	texts := article()
	tagger := New()
	tagger.Tag("en", texts)
	b.ReportMetric(float64(doc.CountWords(strings.Join(texts, " "))), "words")
	for b.Loop() {
		tagger.Tag("en", texts)
	}
}

func BenchmarkFirstTag(b *testing.B) {
	for b.Loop() {
		New().Tag("en", []string{"Rain fell on the town."})
	}
}

// TestHostile tags long inputs that would take minutes if any step looked at
// the rest of the text again for every token.
func TestHostile(t *testing.T) {
	tagger := New()
	n := 20_000
	if testing.Short() {
		n = 3_000
	}
	for _, s := range []string{
		"a", "A", "a-", "A-", "a.", "A.", "1 ", "111 ", "1,", "1 and ", "million ", "five ", "May ", "May 1, ", "'", "(",
		"Mr. Vale (V) ", "The hope of Vale ", "$ ", "1990-", "a@", "http:", "the ", "° ", "½", "E\u0301", "年", "! “",
		"hundreds of ", "Monday, ", "President ",
	} {
		texts := []string{strings.Repeat(s, n)}
		sound(t, texts, tagger.Tag("en", texts))
	}
	names := make([]string, 0, n)
	for i := range n / 10 {
		names = append(names, fmt.Sprintf("Anna Vale%c%c%c met Omar.", 'a'+i%26, 'a'+i/26%26, 'a'+i/676%26))
	}
	texts := []string{strings.Join(names, " "), strings.ToUpper(strings.Join(names, " "))}
	sound(t, texts, tagger.Tag("en", texts))
}
