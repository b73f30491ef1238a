package pattern

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lectern/reader/doc"
	"lectern/reader/entity/token"
)

// marked splits a sentence with its matches in brackets, "on [May 27], at
// noon", into the plain sentence and the matches.
func marked(s string) (text string, want []string) {
	for {
		before, rest, ok := strings.Cut(s, "[")
		text += before
		if !ok {
			return text, want
		}
		inside, after, _ := strings.Cut(rest, "]")
		text += inside
		want = append(want, inside)
		s = after
	}
}

// found returns what the finder takes for kind in the text.
func found(language, text string, kind doc.EntityKind) []string {
	var f Finder
	var got []string
	for _, m := range f.Find(language, text, token.Split(text)) {
		if m.Kind == kind {
			got = append(got, text[m.Start:m.End])
		}
	}
	return got
}

// check looks for one kind in lines of "language: sentence".
func check(t *testing.T, kind doc.EntityKind, lines string) {
	t.Helper()
	for line := range strings.Lines(lines) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		language, sentence, ok := strings.Cut(line, ": ")
		if !ok {
			t.Fatalf("no language: %s", line)
		}
		text, want := marked(sentence)
		if diff := cmp.Diff(want, found(language, text, kind)); diff != "" {
			t.Errorf("%s: %s\n(-want +got)\n%s", language, text, diff)
		}
	}
}

func TestDate(t *testing.T) {
	check(t, doc.Date, `
		en: The bridge opened on [May 27, 2013] in heavy rain.
		en: It closed again on [27 May 2013].
		en: The log says [2013-05-27] and nothing else.
		en: He signed it on [27/05/2013], she on [05/27/2013].
		en: The choir met [last June] and will meet [next Friday].
		en: They reopen on [Friday] after a week of repairs.
		en: Prices rose all through the [1990]s and fell in the early [2000]s.
		en: It was the sound of the [’90]s.
		en: The survey came out in [May 2013], the reply in [Sept. 2014].
		en: The harbour froze in [1947] and in [1963].
		en: Between [1939] and [1945] no boats sailed.
		en: The poet ([1871-1938]) never left the valley.
		en: The winter season of [2011-2012] was mild; [2008/09] was not.
		en: The fair runs [June 12 to 19] and again [August 3–5].
		en: They marched on [October 4 and 5].
		en: On [Tuesday March 8] the river rose.
		en: The boat left on [Sunday on the 9th of June].
		en: Her birthday is on the [3rd of March], his on [April 22nd].
		en: Sales fell in [Q3 2013] and in the [second quarter of 2014].
		en: The budget for [fiscal 2013] was late.
		en: The museum opens in [spring 2025].
		en: We saw her [last winter] in Riga.
		en: The council sits again in [November].
		en: Snow is expected by [Monday] or [Tuesday].
		en: The feast of [Easter 2013] was cold, [Christmas] colder.
		en: The market closes for [Eid al-Fitr].
		en: The temple was burnt in [480 BC].
		en: On [Nov 06] the gates were shut.
		en: By [2050] the coast will have moved.
		en: Only the [1st of April], never [May 2].
		en: The [2015] harvest was better than that of [2014].
		en: It has stood there since [June].
		en: He may come in [May], or march in [March].
		en: May I ask whether you may come?
		en: Theresa May said so, and April Jones agreed.
		en: They march on the capital as August company arrives.
		en: Today it rains, yesterday it snowed, tomorrow we shall see.
		en: She leaves next week and returns in two months.
		en: The hall seats 2000 people and cost 1500 dollars.
		en: Read page 1984 of the file, then Room 2013.
		en: Call 555-1990 or write to box 12.1990.4.
		en: It weighs 1900 kg and measures 2000 metres.
		en: More than 2000 people came to see 1,950 sheep.
		en: The fund paid $2013 for it.
		en: The score was 3-2 after 90 minutes.
		en: Version 2.10.2013.4 was never shipped.
		en: [March 4, 1902]–[July 19, 1977]
		en: From [January] to [March], then again in mid-[2014]...
		de: Am [27. Mai 2013] wurde die Brücke eröffnet.
		de: Sie kam am [Montag, dem 27. Mai], und ging im [August].
		de: Seit [1990] wohnt er hier, bis [27.05.2013] allein.
		de: Die Mode der [1990]er Jahre kehrt zurück.
		de: Zwischen 1200 und 1300 Menschen kamen.
		fr: Le pont a ouvert le [27 mai 2013], un [lundi].
		fr: Il est né le [1er août 1950] et parti en [juin].
		fr: Depuis [1998], les prix montent.
		fr: Tu marches vers le mur.
		es: El puente abrió el [27 de mayo de 2013].
		es: Llegó el [lunes 3 de junio] y se fue en [agosto].
		it: Il ponte aprì il [27 maggio 2013], un [lunedì].
		it: Nel [1990] la fabbrica chiuse.
		pt: A ponte abriu em [27 de maio de 2013], numa [segunda-feira].
		nl: De brug ging open op [27 mei 2013].
		nl: Vorige week regende het, op [vrijdag] niet.
		sv: Bron öppnade den [27 maj 2013].
		da: Broen åbnede den [27. maj 2013].
		nb: Broen åpnet [27. mai 2013], en [mandag].
		pl: Most otwarto [27 maja 2013] roku.
		cs: Most byl otevřen [27. května 2013].
		fi: Silta avattiin [27. toukokuuta 2013].
		tr: Köprü [27 Mayıs 2013] günü açıldı.
		ru: Мост открыли [27 мая 2013] года, в [пятницу].
		zh: 大桥于[2013年5月27日]通车。
		ja: 橋は[5月27日]に開通した。
		xx: Opened on [27 May 2013].
	`)
}

func TestMoney(t *testing.T) {
	check(t, doc.Money, `
		en: A year costs [₹3,450], a month [€300]/month.
		en: The firm made [$1.2bn] and lost [£3.5m].
		en: Aid of [US$ 7 million] came, then [US$18 million] more.
		en: The city spent [94 million euros] on it.
		en: A ticket is [£3.50], a child's [50 cents].
		en: The fee of [CHF 20] rose to [20 CHF].
		en: The dam cost [Rs 640 crore], the road [Rs. 35 lakh].
		en: He was fined [R45 500] by the town.
		en: Namibia pledged [N$9 million] and Hong Kong [HK$3.7 billion].
		en: The contract is worth [Dh4.6 billion], or [QR6,120,350].
		en: They spent [Tk 8 lakh] on posters.
		en: Damages of [11 trillion yen] ([US$73.4 billion]) were awarded.
		en: Output reached [31.5 trillion U.S. dollars].
		en: The flood took [tens of millions of dollars].
		en: She won [a million dollars] and lost [half a million pounds].
		en: Flights cost [3,500-4,000 baht].
		en: The range is [$5-10 million].
		en: He paid [five dollars] for it and [twenty-five euros] for the frame.
		en: Bring [100 Canadian dollars] or [500 Hong Kong dollars].
		en: A [$48 million] round closed on Friday.
		en: The bill came to [$4,200 million].
		en: The ticket was [¥1,200] and the tea [₩5,000].
		en: The state owes [USD 5 million] and [EUR 3bn].
		en: A [100-dollar] note lay on the floor.
		en: It sold for [A$1.5 million], not [C$2-million].
		en: The bus costs [€2.50] and the boat [€12].
		en: Rent is [250,000 shillings] a month.
		en: Rent is [KSh 25,000], paid early.
		en: She gave [R$ 40] to the driver.
		en: The stamp is [60p], the card [£2].
		en: He won 5 games and 12 medals.
		en: Some crowns are made of gold.
		en: The stone weighs 40 pounds.
		en: Article 27 grants 12 seats.
		en: The N1 road passes R2 and Q3.
		en: In 1998 roubles were worth nothing.
		de: Der Bau kostete [10 Mio. Euro] und [3,5 Milliarden Dollar].
		de: Das Heft kostet [12,50 €].
		de: Er zahlte [1.234,56 Euro].
		fr: Le musée a coûté [3 milliards d'euros].
		fr: Un café à [2,50 €], un livre à [10 000 francs].
		es: Gastaron [2 millones de dólares] y [mil millones de euros].
		it: La villa vale [5 milioni di euro].
		pt: A obra custou [R$ 3,5 bilhões].
		nl: Het kost [5 miljoen euro].
		sv: Biljetten kostar [5 000 kr] och [20 miljoner kronor].
		da: Prisen er [250 kroner].
		pl: Zapłacił [5 mln zł] i [100 złotych].
		cs: Stojí to [250 Kč] a [3 miliony korun].
		fi: Hinta on [5 miljoonaa euroa].
		tr: Fiyatı [250 lira] oldu.
		ru: Это стоит [500 рублей] или [3 млрд долларов].
	`)
}

// A language without words of its own has English ones, which are read once.
func TestUnknownLanguageReadsEnglishOnce(t *testing.T) {
	var ls lexicons
	if ls.of("tlh") != ls.of("") || ls.of("") != ls.of("en") {
		t.Error("the English words are read anew")
	}
}
