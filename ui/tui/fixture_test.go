package tui

import (
	"fmt"
	"strings"

	"lectern/reader/doc"
)

// builder makes documents for tests, block by block.
type builder struct{ doc doc.Document }

func (b *builder) add(kind doc.Kind, text string) *doc.Block {
	b.doc.Blocks = append(b.doc.Blocks, doc.Block{
		Kind: kind, Text: text, First: -1, Last: -1, Element: -1, Verdict: doc.Verdict{Kept: true, Score: 0.97},
	})
	return &b.doc.Blocks[len(b.doc.Blocks)-1]
}

func (b *builder) para(text string) { b.add(doc.Paragraph, text) }

func (b *builder) heading(level int, text string) { b.add(doc.Heading, text).Level = level }

func (b *builder) removed(reason doc.Reason, score float64, text string, evidence ...string) {
	b.add(doc.Paragraph, text).Verdict = doc.Verdict{Reason: reason, Score: score, Evidence: evidence}
}

// ferry is an article with a bit of everything, and with what surrounds
// articles on the web.
func ferry() *doc.Document {
	b := &builder{doc.Document{
		Title: "The ferry that came back", Byline: "Nora Velling", Site: "The Harbour Post", Published: "2025-03-14",
		Language: "en", Source: "ferry.html", Address: "https://harbour.example/ferry", Format: doc.HTML,
	}}
	b.removed(doc.Navigation, 0.99, "Home · News · Tides · Weather · Contact", "5 of 5 words are links")
	b.para("For eleven years nobody crossed the sound by boat. The bridge was quicker, the pier had lost its planks, and the last captain had sold his house and moved inland to grow plums.")
	b.para("Then, on a Tuesday in March, Ida Brandt walked into the council hall with a model ship under her arm and asked for the timetable back.")
	b.removed(doc.Newsletter, 0.94, "Get our evening letter with the tides and the news, every day at six.", "asks for an e-mail address", "class: letter-box")
	b.heading(2, "What a crossing costs")
	b.para("A crossing takes nine minutes. The council counts 340 passengers a day, most of them pupils of the school in Osterby, and pays 12 percent of the fare.")
	item := func(text string) {
		i := b.add(doc.ListItem, text)
		i.Level, i.Marker = 1, "•"
	}
	item("Adults pay €2.40, and nothing after nine in the evening.")
	item("Bicycles travel free.")
	item("Dogs pay what their owners think they are worth, which in practice is a joke and a biscuit.")
	b.removed(doc.Advertising, 0.91, "Advertisement", "the word stands alone")
	b.add(doc.Quote, "“A bridge takes you over the water. A ferry takes you to it.”").Quotes = 1
	b.heading(2, "The planks")
	b.para("The pier was the harder part. Oak of the old width is no longer cut, so the harbour works ordered larch, and Brandt planed the first forty planks by hand while the children watched.")
	code := b.add(doc.Code, "07:10  Osterby\n07:19  Westerby\n07:30  Osterby")
	code.Language = "text"
	b.removed(doc.Related, 0.88, "Read also: Why the lighthouse is painted green", "leads to another story", "11 of 11 words are links")
	b.para("On the first morning the fog was so thick that the pupils could not see the other shore. They took the boat anyway. It came back for them at one.")
	b.para("“I counted them in and I counted them out,” says Brandt. “That is the whole of the job, and nobody had done it for eleven years.”")
	b.removed(doc.Subscription, 0.98, "You have read your three free stories this month.", "a limit of free stories")
	b.removed(doc.Subscription, 0.97, "€7 a month, cancel at any time. Read every story, on every device, and support the people who count the boats in and out.", "price with a billing period", "follows a limit of free stories")
	b.removed(doc.Account, 0.96, "Already a reader? Log in.", "asks to log in")
	b.removed(doc.Legal, 0.99, "© 2025 The Harbour Post", "copyright sign", "after the last paragraph")
	return &b.doc
}

// dialFerry is the ferry story with the verdicts of every strictness: a laxer
// one keeps the link to another story, stricter ones remove what the crossing
// costs, and the strictest the quotation too.
func dialFerry() *doc.Document {
	d := ferry()
	const dogs, quotation, related = 8, 10, 14
	dial := &doc.Dial{Blocks: []int{dogs, quotation, related}}
	gone := doc.Verdict{Reason: doc.Unclear, Score: 0.55, Evidence: []string{"between paragraphs"}}
	stays := doc.Verdict{Kept: true, Score: 0.6}
	for _, s := range doc.Strictnesses() {
		v := []doc.Verdict{d.Blocks[dogs].Verdict, d.Blocks[quotation].Verdict, d.Blocks[related].Verdict}
		if s < doc.Normal {
			v[2] = stays
		}
		if s > doc.Normal {
			v[0] = gone
		}
		if s == doc.Strict {
			v[1] = gone
		}
		dial.Setting(s).Verdicts = v
	}
	d.Dial = func() *doc.Dial { return dial }
	return d
}

// cutFerry is the ferry story of a page that ends before its story does.
func cutFerry() *doc.Document {
	d := ferry()
	d.Blocks = append(d.Blocks[:6:6], d.Blocks[len(d.Blocks)-4:]...)
	d.Cutoff = doc.Cutoff{Cut: true, Evidence: []string{"You have read your three free stories this month."}}
	d.Notes = []string{"The rule for navigation would have taken 62 % of the text and was not used on this page."}
	return d
}

// book is a long document: chapters, each a heading and paragraphs. Every
// paragraph says which it is.
func book(chapters, paragraphs int) *doc.Document {
	b := &builder{doc.Document{Title: "A long book", Source: "book.txt", Format: doc.Text}}
	for c := 1; c <= chapters; c++ {
		b.heading(1, fmt.Sprintf("Chapter %d", c))
		for p := 1; p <= paragraphs; p++ {
			b.para(fmt.Sprintf("Paragraph %d of chapter %d. ", p, c) + strings.Repeat("The river goes on and the boats go with it. ", 5))
		}
	}
	return &b.doc
}

// ferryEntities marks a few names of the ferry story.
func ferryEntities(d *doc.Document) doc.Findings {
	var es []doc.Entity
	for i := range d.Blocks {
		if !d.Blocks[i].Verdict.Kept {
			continue
		}
		for name, kind := range map[string]doc.EntityKind{"Ida Brandt": doc.Person, "Osterby": doc.Place, "€2.40": doc.Money} {
			if at := strings.Index(d.Blocks[i].Text, name); at >= 0 {
				es = append(es, doc.Entity{Block: i, Start: at, End: at + len(name), Kind: kind})
			}
		}
	}
	return doc.Findings{Entities: es, Language: "en", Names: true}
}
