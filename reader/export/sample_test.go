package export

import (
	"strings"

	"lectern/reader/doc"
)

// span marks the first occurrence of a word in a text.
func span(text, word string, k doc.SpanKind, target string) doc.Span {
	start := strings.Index(text, word)
	return doc.Span{Start: start, End: start + len(word), Kind: k, Target: target}
}

// sample returns an article of every kind of block, with some clutter.
func sample() *doc.Document {
	const lead = "The harbour of Østby froze over on 3 January, for the first time in forty years: boats lay still, “like teeth”, said the *Courier*."
	const second = "Water at −1.9 °C (that is 28.6 °F) needs only H2O and patience; see the log or run freeze --now."
	d := &doc.Document{
		Title: `The winter the harbour froze: "a quiet month"`, Byline: "Ada Lindqvist", Site: "The Østby Courier",
		Published: "2026-02-11", Language: "en-GB", Address: "https://courier.example/2026/harbour?a=1&b=2",
		Source: "https://courier.example/h", Format: doc.HTML,
		Cutoff: doc.Cutoff{Cut: true, Evidence: []string{"Subscribe to read the full story"}},
		Blocks: []doc.Block{
			{Kind: doc.Heading, Level: 1, Text: `The winter the harbour froze: "a quiet month"`},
			{Text: lead, Spans: []doc.Span{span(lead, "Østby", doc.Strong, ""), span(lead, "*Courier*", doc.Emphasis, "")}},
			{Text: "Share this story"},
			{Kind: doc.Image, Text: "Boats in the ice", Target: "https://courier.example/ice.jpg"},
			{Kind: doc.Caption, Text: "The inner basin at noon. Photo: O. Berg"},
			{Kind: doc.Heading, Level: 2, Text: "What it takes"},
			{Text: second, Spans: []doc.Span{
				span(second, "2", doc.Superscript, ""), span(second, "log", doc.Link, "https://courier.example/log_(2026)"),
				span(second, "freeze --now", doc.InlineCode, ""),
			}},
			{Kind: doc.ListItem, Level: 1, Marker: "•", Text: "still water"},
			{Kind: doc.ListItem, Level: 2, Marker: "◦", Text: "no wind"},
			{Kind: doc.ListItem, Level: 2, Marker: "◦", Text: "no ferries"},
			{Kind: doc.ListItem, Level: 1, Marker: "•", Text: "a long night"},
			{Kind: doc.ListItem, Level: 1, Text: "Fourteen hours, in January."},
			{Kind: doc.Rule},
			{Kind: doc.ListItem, Level: 1, Marker: "9.", Text: "ninth"},
			{Kind: doc.ListItem, Level: 1, Marker: "10.", Text: "tenth"},
			{Kind: doc.ListItem, Level: 1, Marker: "1.", Text: "first again"},
			{Kind: doc.Quote, Quotes: 1, Text: "We walked where we had rowed."},
			{Kind: doc.Quote, Quotes: 1, Text: "It sang at night.", Tight: true},
			{Kind: doc.Quote, Quotes: 2, Text: "It did."},
			{Kind: doc.Code, Language: "go", Text: "for t := range nights {\n\n    if t < -1.9 { // `ice`\n        freeze()\n    }\n}"},
			{Kind: doc.Table, Header: true, Text: "Day\tAir\tWater | note\n1 January\t−8\t0.3\n2 January\t−11\n三日\t−14\t−1.9"},
			{Text: "2026. It was not a year for <ferries> & timetables."},
			{Text: "# 1 on the list of nobody", Tight: true},
			{Text: "You have read 3 of 3 free articles."},
			{Text: "€4 a month"},
			{Text: "Subscribe to read the full story", Spans: []doc.Span{{Start: 0, End: 9, Kind: doc.Link, Target: "https://courier.example/plans"}}},
		},
		Entities: []doc.Entity{{Block: 1, Start: 15, End: 21, Kind: doc.Place, Name: "Østby"}},
	}
	for i := range d.Blocks {
		b := &d.Blocks[i]
		b.First, b.Last, b.Element = -1, -1, -1
		b.Verdict = doc.Verdict{Kept: true, Score: 0.9}
	}
	remove := func(i int, r doc.Reason, score float64, evidence ...string) {
		d.Blocks[i].Verdict = doc.Verdict{Reason: r, Score: score, Evidence: evidence}
	}
	remove(2, doc.Social, 0.97, "one of the words of share bars")
	remove(23, doc.Subscription, 0.99, "a limit of free articles")
	remove(24, doc.Subscription, 0.98765, "price with a billing period", "after the last paragraph")
	remove(25, doc.Subscription, 0.99, "call to subscribe")
	return d
}
