package layout_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lectern/reader/doc"
	"lectern/ui/layout"
	"lectern/ui/paint"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestGolden(t *testing.T) {
	for _, c := range []struct {
		name   string
		doc    *doc.Document
		widths []int
	}{
		{"mixed", mixed(), []int{40, 80, 120}},
		{"tables", tables(), []int{24, 40, 80}},
		{"scripts", scripts(), []int{20, 40, 80}},
		{"narrow", mixed(), []int{1, 7}},
	} {
		for _, width := range c.widths {
			name := fmt.Sprintf("%s-%d.txt", c.name, width)
			t.Run(name, func(t *testing.T) {
				path := filepath.Join("..", "..", "testdata", "layout", name)
				got := text(c.doc, layout.Options{Width: width, Ghost: true})
				if *update {
					if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(path)
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(string(want), got); diff != "" {
					t.Errorf("(-want +got)\n%s", diff)
				}
			})
		}
	}
}

// text returns the page as it stands on the screen.
func text(d *doc.Document, o layout.Options) string {
	var b strings.Builder
	for _, l := range slices.Concat(layout.Head(d, o), layout.Blocks(d, 0, len(d.Blocks), o), layout.Tail(d, o)) {
		b.WriteString(paint.Plain(d, l))
		b.WriteByte('\n')
	}
	return b.String()
}

func kept(bs ...doc.Block) []doc.Block {
	for i := range bs {
		bs[i].Verdict.Kept = bs[i].Verdict.Reason == doc.None
	}
	return bs
}

func removed(r doc.Reason, b doc.Block) doc.Block {
	b.Verdict.Reason = r
	return b
}

func item(level int, marker, s string) doc.Block {
	return doc.Block{Kind: doc.ListItem, Level: level, Marker: marker, Text: s}
}

// mixed has every kind of block.
func mixed() *doc.Document {
	return &doc.Document{
		Title: "The harbour that moved a town, and the town that moved it back", Byline: "Ida Moreau and Sam Okafor",
		Site: "The Coastal Review", Published: "2013-05-27", Language: "en",
		Cutoff: doc.Cutoff{Cut: true, Evidence: []string{"“Subscribe to read the full story”"}},
		Blocks: kept(
			removed(doc.Navigation, item(1, "•", "Home")),
			removed(doc.Navigation, item(1, "•", "World")),
			doc.Block{Kind: doc.Image, Text: "Cranes over the old quay at dawn, seen from the customs house"},
			doc.Block{Kind: doc.Caption, Text: "The quay in May. Photograph: the authors"},
			doc.Block{Text: "When the harbour silted up for the third time in forty years, the council of Port-Saint-Elne did what no council had done before: it asked everybody – fishermen, pilots, the widow who kept the lighthouse log – and then it did what they said."},
			removed(doc.Newsletter, doc.Block{Text: "Get the week’s best stories in your inbox every Friday. No spam, ever."}),
			removed(doc.Advertising, doc.Block{Text: "Advertisement"}),
			removed(doc.Advertising, doc.Block{Kind: doc.Image}),
			doc.Block{Kind: doc.Heading, Level: 2, Text: "What it cost"},
			doc.Block{Text: "The sums were never large; the quarrel was. The minutes list them:"},
			item(1, "•", "dredging, twice a year, at first with a borrowed ship and later with the town’s own;"),
			item(2, "•", "fuel"),
			item(2, "•", "wages for a crew of nine, of whom three had never been to sea before the spring"),
			item(3, "•", "and their boots"),
			item(1, "•", "a new mole."),
			item(1, "", "It was built of the stones of the old one."),
			item(1, "1.", "First things first"),
			item(1, "10.", "and the tenth, which is long enough that it must go on in another row of the page"),
			doc.Block{Kind: doc.Quote, Quotes: 1, Text: "We do not ask the sea for its opinion; we ask it for its timetable, and we write it down."},
			doc.Block{Kind: doc.Quote, Quotes: 2, Text: "That, at least, is what my grandmother used to tell the pilots."},
			doc.Block{Kind: doc.ListItem, Level: 1, Marker: "•", Quotes: 1, Text: "a list inside of a quotation"},
			doc.Block{Kind: doc.Heading, Level: 3, Text: "The tide table, as a program"},
			doc.Block{Kind: doc.Code, Text: "func tide(t time.Time) float64 {\n    const period = 12*time.Hour + 25*time.Minute // the moon's own, near enough for a harbour of this depth and width\n\n    return math.Sin(2 * math.Pi * float64(t.Unix()) / period.Seconds())\n}"},
			doc.Block{Kind: doc.Rule},
			doc.Block{Text: "Roses are red,"},
			doc.Block{Text: "the mole is grey;", Tight: true},
			doc.Block{Text: "the sea comes in", Tight: true},
			doc.Block{Text: "and goes away.", Tight: true},
			doc.Block{Kind: doc.Table, Header: true, Text: "Year\tShips\tRemarks\n1931\t1,204\tthe last year of the old mole\n1932\t87\tclosed from March on\n1933\t1,377\t"},
			doc.Block{Text: "See https://example.org/archive/port-saint-elne/minutes/1931/volume-12/page-0044.html?view=facsimile for the minutes."},
			removed(doc.Related, doc.Block{Kind: doc.Heading, Text: "Read also"}),
			removed(doc.Related, item(1, "•", "Ten lighthouses you can sleep in")),
			removed(doc.Legal, doc.Block{Text: "© The Coastal Review"}),
		),
	}
}

// tables has tables that fit, that must be shrunk and that must be stacked.
func tables() *doc.Document {
	return &doc.Document{Language: "en", Blocks: kept(
		doc.Block{Kind: doc.Table, Header: true, Text: "City\tPeople\tShare\nRome\t2,755,309\t4.7%\nMilan\t1,354,196\t2.3%\nNaples\t913,462\t1.6%"},
		doc.Block{Kind: doc.Table, Header: true, Text: "Plan\tWhat one gets for it\tPrice\nSmall\tThe paper on Saturdays, with the supplement, brought to the door before seven\t₹900\nLarge\tThe paper on all days of the week\t₹4,500"},
		doc.Block{Kind: doc.Caption, Text: "Prices of 2013"},
		doc.Block{Kind: doc.Table, Text: "no head\tbut\t\tfour columns\n\tof which\tone\n\n名前\t東京\tひらがな"},
		doc.Block{Kind: doc.Table, Header: true, Quotes: 1, Text: "A rather long heading\tB\tC\tD\tE\tF\tG\tH\nalpha beta gamma\tdelta epsilon\tzeta eta theta\tiota kappa\tlambda mu nu\txi omicron\tpi rho sigma\ttau upsilon"},
		doc.Block{Kind: doc.Table, Text: "one cell"},
	)}
}

// scripts has texts that do not break at spaces alone or do not take one cell a
// character.
func scripts() *doc.Document {
	return &doc.Document{Title: "文字と幅", Language: "ja", Blocks: kept(
		doc.Block{Text: "港が三度目に砂で埋まったとき、町は誰もしなかったことをした。「みなさんに聞きましょう」と町長は言った。そしてラジオで、ゆっくりと、はっきりと尋ねた。"},
		doc.Block{Text: "港口第三次淤塞的时候，市议会做了一件从未做过的事：他们询问了每一个人，然后照办（真的照办了）。预算是3500元，用Go语言写的程序计算了潮汐。"},
		doc.Block{Text: "항구가 세 번째로 막혔을 때 의회는 아무도 하지 않은 일을 했다. 모두에게 물었다."},
		doc.Block{Text: "เมื่อท่าเรือตื้นเขินเป็นครั้งที่สาม สภาเมืองได้ทำสิ่งที่ไม่เคยทำมาก่อน คือถามทุกคน"},
		doc.Block{Text: "عندما امتلأ الميناء بالرمال للمرة الثالثة، سأل المجلس الجميع: «ماذا نفعل؟» ثم فعل ما قالوا."},
		doc.Block{Text: "כשהנמל נסתם בפעם השלישית, שאלה המועצה את כולם – ועשתה כדבריהם."},
		doc.Block{Text: "जब बंदरगाह तीसरी बार भर गया, तो परिषद ने सबसे पूछा और फिर वही किया।"},
		doc.Block{Text: "Families 👨‍👩‍👧‍👦 and flags 🇫🇷🇩🇪🇯🇵, thumbs 👍🏽, hearts ❤️ and keys 1️⃣ 2️⃣ 3️⃣ take what they take."},
		doc.Block{Text: "Vie\u0302\u0323t Nam, Z\u0351\u036b\u0343a\u0363\u0369l\u0348\u035eg\u030f\u0319o\u034e\u031d, e\u0301te\u0301: marks stay on their letters."},
		doc.Block{Text: "Il a dit : « Jamais ! » Puis : « Peut-être ? » Et encore 10\u00a0000\u00a0€ de plus, mais pourquoi donc ?"},
		doc.Block{Text: "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"},
	)}
}
