package parse

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"lectern/reader/doc"
)

// checkLines reports what is wrong with how the lines of a text were given to
// blocks: each that is not blank to exactly one, in order.
func checkLines(tb testing.TB, source string, blocks []doc.Block, from int) {
	tb.Helper()
	lines := strings.Split(source, "\n")
	owner := make([]int, len(lines))
	last := -1
	for i := range blocks {
		b := &blocks[i]
		if b.First < 0 && b.Last < 0 {
			continue
		}
		if b.First <= last || b.Last < b.First || b.Last >= len(lines) {
			tb.Fatalf("block %d %q has lines %d to %d after line %d of %d", i, b.Text, b.First, b.Last, last, len(lines))
		}
		last = b.Last
		for l := b.First; l <= b.Last; l++ {
			owner[l]++
		}
	}
	for i, l := range lines {
		if i >= from && strings.TrimSpace(doc.Clean(l)) != "" && owner[i] != 1 {
			tb.Fatalf("line %d %q belongs to %d blocks", i, l, owner[i])
		}
	}
}

// checkWords reports a block of plain text whose words are not those of its
// lines, less the marks of quotations and lists.
func checkWords(tb testing.TB, source string, blocks []doc.Block) {
	tb.Helper()
	lines := strings.Split(source, "\n")
	for i := range blocks {
		b := &blocks[i]
		var want []string
		for l := b.First; l <= b.Last; l++ {
			want = append(want, strings.FieldsFunc(doc.Clean(strings.ReplaceAll(lines[l], "\t", " ")), unicode.IsSpace)...)
		}
		got := strings.FieldsFunc(b.Text, unicode.IsSpace)
		switch {
		case b.Kind == doc.Rule:
			if rest := strings.Trim(strings.Join(want, ""), "-=_*~#—–─═━>"); rest != "" {
				tb.Fatalf("a rule hides %q", rest)
			}
			continue
		case b.Quotes > 0:
			got = strings.Fields(strings.ReplaceAll(strings.Join(got, " "), ">", ""))
			want = strings.Fields(strings.ReplaceAll(strings.Join(want, " "), ">", ""))
		}
		if b.Kind == doc.ListItem && b.Marker != "" && len(want) > 0 && len([]rune(want[0])) <= 4 {
			want = want[1:]
		}
		if strings.Join(got, " ") != strings.Join(want, " ") {
			tb.Fatalf("block %d at lines %d to %d\ngot  %q\nwant %q", i, b.First, b.Last, got, want)
		}
	}
}

func TestEveryLineOfCrawledTexts(t *testing.T) {
	if testing.Short() {
		t.Skip("reads thousands of pages")
	}
	texts, lines, joined, lists, heads := 0, 0, 0, 0, 0
	for _, file := range []string{"text-dev.jsonl.gz", "more/text-dragnet.jsonl.gz"} {
		eachRow(t, filepath.Join(shared(t), "data", file), func(p page) {
			ls := make([]string, 0, len(p.Lines))
			for _, l := range p.Lines {
				ls = append(ls, l.Text)
			}
			source := strings.Join(ls, "\n")
			d := Text(source)
			checkLines(t, source, d.Blocks, 0)
			checkWords(t, source, d.Blocks)
			texts++
			lines += len(ls)
			for i := range d.Blocks {
				b := &d.Blocks[i]
				joined += b.Last - b.First
				if b.Kind == doc.ListItem {
					lists++
				}
				if b.Kind == doc.Heading {
					heads++
				}
			}
		})
	}
	// These lines are whole blocks of their pages: next to none may be joined.
	if joined*1000 > lines {
		t.Errorf("%d of %d lines were taken for the rest of a wrapped one", joined, lines)
	}
	t.Logf("%d texts, %d lines, %d joined, %d list items, %d headings", texts, lines, joined, lists, heads)
}

func TestText(t *testing.T) {
	prose := strings.TrimSpace(strings.Repeat("The river rose again in the night and nobody was surprised. ", 4))
	for _, c := range []struct{ name, text, want string }{
		{"a line is a paragraph", "One line.\nAnother line.", "paragraph lines 0-0: One line.\nparagraph lines 1-1: Another line.\n"},
		{"blank lines", "\n \none\n\u3000\n\ntwo\n", "paragraph lines 2-2: one\nparagraph lines 5-5: two\n"},
		{"white space", "  a \t b\u2003c  \r", "paragraph lines 0-0: a b c\n"},
		{
			"wrapped by hand", "It was the sort of morning on which nothing could\nhappen, and so nobody was ready when it did; the\nclerk was asleep, and the mayor had gone to see a\nman about a boat.\n\nThe bell rang twice.",
			"paragraph lines 0-3: It was the sort of morning on which nothing could happen, and so nobody was ready when it did; the clerk was asleep, and the mayor had gone to see a man about a boat.\nparagraph lines 5-5: The bell rang twice.\n",
		},
		{"a menu", "Home\nAbout us\nContact\nNewsletter and more\nSports", "paragraph lines 0-0: Home\nparagraph lines 1-1: About us\nparagraph lines 2-2: Contact\nparagraph lines 3-3: Newsletter and more\nparagraph lines 4-4: Sports\n"},
		{"headlines of one length", "Council votes to close the last open market\nHarbour to be dredged after nine long years\nTeachers strike over the length of the break\nSchool roof leaks on the day of the inspector", "paragraph lines 0-0: Council votes to close the last open market\nparagraph lines 1-1: Harbour to be dredged after nine long years\nparagraph lines 2-2: Teachers strike over the length of the break\nparagraph lines 3-3: School roof leaks on the day of the inspector\n"},
		{
			"lines without spaces between words", "ตลาดน้ำกลับมาเปิดอีกครั้ง\nเช้าวันอาทิตย์ เรือกว่าสี่สิบลำกลับมาขายผลไม้ที่คลองสายเดิม หลังจากปิดไปสิบสองปี\nป้าสมศรี วัย 67 ปี ขายส้มโอสามร้อยลูกหมดก่อนเก้าโมง\n\"ฉันไม่คิดว่าจะได้เห็นภาพนี้อีก\" เธอกล่าว\nเทศบาลวางแผนให้เปิดตลาดทุกเสาร์อาทิตย์ ตั้งแต่ห้าโมงเช้าถึงสิบโมง\nบทความนี้สำหรับสมาชิกเท่านั้น",
			"paragraph lines 0-0: ตลาดน้ำกลับมาเปิดอีกครั้ง\nparagraph lines 1-1: เช้าวันอาทิตย์ เรือกว่าสี่สิบลำกลับมาขายผลไม้ที่คลองสายเดิม หลังจากปิดไปสิบสองปี\nparagraph lines 2-2: ป้าสมศรี วัย 67 ปี ขายส้มโอสามร้อยลูกหมดก่อนเก้าโมง\nparagraph lines 3-3: \"ฉันไม่คิดว่าจะได้เห็นภาพนี้อีก\" เธอกล่าว\nparagraph lines 4-4: เทศบาลวางแผนให้เปิดตลาดทุกเสาร์อาทิตย์ ตั้งแต่ห้าโมงเช้าถึงสิบโมง\nparagraph lines 5-5: บทความนี้สำหรับสมาชิกเท่านั้น\n",
		},
		{
			"wrapped without spaces between words", "เมื่อวานนี้ฝนตกหนักตั้งแต่เช้าจนถึงเย็น ชาวบ้านริมคลอง\nต้องยกของขึ้นที่สูงเพราะน้ำเข้าบ้านแล้วหลายหลัง ครูใหญ่จึงสั่ง\nปิดโรงเรียนสองวันและเปิดอาคารให้เป็นที่พักของคนที่ไม่มีที่ไป\nส่วนเด็กๆ ช่วยกันแจกข้าวและน้ำดื่ม\n\nน้ำลดแล้ว",
			"paragraph lines 0-3: เมื่อวานนี้ฝนตกหนักตั้งแต่เช้าจนถึงเย็น ชาวบ้านริมคลอง ต้องยกของขึ้นที่สูงเพราะน้ำเข้าบ้านแล้วหลายหลัง ครูใหญ่จึงสั่ง ปิดโรงเรียนสองวันและเปิดอาคารให้เป็นที่พักของคนที่ไม่มีที่ไป ส่วนเด็กๆ ช่วยกันแจกข้าวและน้ำดื่ม\nparagraph lines 5-5: น้ำลดแล้ว\n",
		},
		{
			"wrapped where vowels stand above letters", "नदी के किनारे बसे इस छोटे से कस्बे में पिछले हफ्ते से बिजली नहीं है और लोग\nशाम होते ही मोमबत्तियाँ जला लेते हैं। दुकानदारों का कहना है कि बर्फ\nपिघल गई और दूध दो दिन से ज्यादा नहीं टिकता, इसलिए वे सुबह ही सारा\nमाल बेच देते हैं। बिजली विभाग के अधिकारी ने बताया कि मरम्मत का काम\nअगले सोमवार तक पूरा हो जाएगा, बशर्ते कि बारिश न हो और सड़क खुली\nरहे।\n\nसब ठीक है।",
			"paragraph lines 0-5: नदी के किनारे बसे इस छोटे से कस्बे में पिछले हफ्ते से बिजली नहीं है और लोग शाम होते ही मोमबत्तियाँ जला लेते हैं। दुकानदारों का कहना है कि बर्फ पिघल गई और दूध दो दिन से ज्यादा नहीं टिकता, इसलिए वे सुबह ही सारा माल बेच देते हैं। बिजली विभाग के अधिकारी ने बताया कि मरम्मत का काम अगले सोमवार तक पूरा हो जाएगा, बशर्ते कि बारिश न हो और सड़क खुली रहे।\nparagraph lines 7-7: सब ठीक है।\n",
		},
		{"verse", "Before.\n\nThe sea is grey,\nthe boat is late,\nand so are we.\n\nAfter.", "paragraph lines 0-0: Before.\nparagraph lines 2-2: The sea is grey,\nparagraph tight lines 3-3: the boat is late,\nparagraph tight lines 4-4: and so are we.\nparagraph lines 6-6: After.\n"},
		{"bullets", "• a\n• b\n  ◦ c\n• d", "list item 1 [•] lines 0-0: a\nlist item 1 [•] lines 1-1: b\nlist item 2 [◦] lines 2-2: c\nlist item 1 [•] lines 3-3: d\n"},
		{"dashes in company", "- a\n- b\n\n- c", "list item 1 [•] lines 0-0: a\nlist item 1 [•] lines 1-1: b\nlist item 1 [•] lines 3-3: c\n"},
		{"a dash alone", "- Mark Twain", "paragraph lines 0-0: - Mark Twain\n"},
		{"a star that refers", "Price *\n\n* Without batteries", "paragraph lines 0-0: Price *\nparagraph lines 2-2: * Without batteries\n"},
		{"numbers that count", "1. a\n2. b\n3. c", "list item 1 [1.] lines 0-0: a\nlist item 1 [2.] lines 1-1: b\nlist item 1 [3.] lines 2-2: c\n"},
		{"a date is not a list", "27. Mai 2013\nEs regnet.", "paragraph lines 0-0: 27. Mai 2013\nparagraph lines 1-1: Es regnet.\n"},
		{"mail", "> One may ask\n> why.\n>\n>> Because.", "quote quoted 1 lines 0-0: One may ask\nquote quoted 1 lines 1-2: why.\nquote quoted 2 lines 3-3: Because.\n"},
		{"an arrow is not a quotation", "> Read more\nText.", "paragraph lines 0-0: > Read more\nparagraph lines 1-1: Text.\n"},
		{"rules", "a\n\n* * *\n\nbee\n----------", "paragraph lines 0-0: a\nrule lines 2-2\nheading 2 lines 4-4: bee\nrule lines 5-5\n"},
		{"code", "Run this:\n\n    x = [1, 2]\n      y(x);\n\nDone.", "paragraph lines 0-0: Run this:\ncode lines 2-3: x = [1, 2]⏎  y(x);\nparagraph lines 5-5: Done.\n"},
		{"a letter set in", "Dear all,\n\n    this is not code, it is only set in.\n\nYours", "paragraph lines 0-0: Dear all,\nparagraph lines 2-2: this is not code, it is only set in.\nparagraph lines 4-4: Yours\n"},
		{"headings", "High water\n" + prose + "\nWhat comes next\n" + prose, "heading 1 lines 0-0: High water\nparagraph lines 1-1: " + prose + "\nheading 2 lines 2-2: What comes next\nparagraph lines 3-3: " + prose + "\n"},
		{"labels are not headings", "Log in\nSubscribe\n" + prose + "\nRead more:\nShare\n" + prose, "paragraph lines 0-0: Log in\nparagraph lines 1-1: Subscribe\nparagraph lines 2-2: " + prose + "\nparagraph lines 3-3: Read more:\nparagraph lines 4-4: Share\nparagraph lines 5-5: " + prose + "\n"},
		{"controls", "a\x1b[31mb\x00\u202ec", "paragraph lines 0-0: a␛[31mb␀c\n"},
		{"nothing", "", ""},
		{"nothing but space", " \n\t\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := Text(c.text)
			checkDocument(t, d)
			checkLines(t, c.text, d.Blocks, 0)
			checkWords(t, c.text, d.Blocks)
			if diff := cmp.Diff(c.want, sketchLines(d)); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

func TestMasthead(t *testing.T) {
	prose := strings.Repeat("The river rose again in the night and nobody was surprised. ", 4)
	for _, c := range []struct{ name, text, title, byline, published string }{
		{"headline, byline, date", "High water\nBy Jane Doe\n27 May 2013\n" + prose, "High water", "Jane Doe", "2013-05-27"},
		{"on one line", "High water\n\nBy Jane Doe | Published on Monday, 27 May 2013\n\n" + prose, "High water", "Jane Doe", "2013-05-27"},
		{"none", prose + "\n" + prose, "", "", ""},
		{"two dates", "27 May 2013\n28 May 2013\n" + prose, "", "", ""},
		{"a date in a sentence", "It was 27 May 2013 when it broke.\n" + prose, "", "", ""},
		{"two names", "By Jane Doe\nBy John Roe\n" + prose, "", "", ""},
		{"after the story", prose + "\n" + prose + "\n" + prose + "\n" + prose + "\nBy Jane Doe", "", "", ""},
		{"a first line that is a sentence", "The river rose.\n" + prose, "", "", ""},
		{"a menu", "Home\nNews\nSport\n" + prose, "", "", ""},
		{"mail", "From: Jane Doe <jane@d.example>\nSubject: High water\n\n" + prose, "High water", "Jane Doe", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := Text(c.text)
			if d.Title != c.title || d.Byline != c.byline || d.Published != c.published {
				t.Errorf("%q by %q of %q, want %q by %q of %q", d.Title, d.Byline, d.Published, c.title, c.byline, c.published)
			}
		})
	}
}
