package paint

import (
	"io"
	"strings"
	"testing"

	"lectern/reader/doc"
	"lectern/styles"
	"lectern/ui/layout"
)

func BenchmarkRow(b *testing.B) {
	const words = "The ministers met again on Monday and nobody in the room had slept much but “we go on” one of them said "
	long := strings.Repeat(words, 2000)
	text := strings.Repeat(words, 2)
	spans := []doc.Span{
		{Start: 4, End: 13, Kind: doc.Link, Target: "https://example.org/ministers"},
		{Start: 27, End: 33, Kind: doc.Emphasis}, {Start: 50, End: 60, Kind: doc.Strong},
	}
	many := make([]doc.Span, 0, len(long)/10)
	for at := 0; at+8 < len(long); at += 10 {
		many = append(many, doc.Span{Start: at, End: at + 5, Kind: doc.Emphasis})
	}
	hl := []Highlight{{0, 13, styles.Entity(doc.Person)}, {27, 33, styles.Entity(doc.Date)}, {40, 46, styles.Match}}
	for _, c := range []struct {
		name  string
		block doc.Block
		hl    []Highlight
		last  bool // paint the last row
	}{
		{"plain", doc.Block{Text: text}, nil, false},
		{"marked", doc.Block{Text: text, Spans: spans}, hl, false},
		{"han", doc.Block{Text: strings.Repeat("部长们星期一再次会面", 10), Spans: []doc.Span{{Start: 9, End: 18, Kind: doc.Strong}}}, nil, false},
		{"40,000 spans", doc.Block{Text: long, Spans: many}, hl, true},
	} {
		c.block.Verdict.Kept = true
		d := &doc.Document{Blocks: []doc.Block{c.block}}
		ls := layout.Blocks(d, 0, 1, layout.Options{Width: 72})
		l := ls[1]
		if c.last {
			l = ls[len(ls)-1]
		}
		theme := styles.Dark()
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Row(d, l, c.hl, theme)
			}
		})
	}
}

// BenchmarkPage paints one paragraph of 10 MB with an entity and a link in each
// sentence.
func BenchmarkPage(b *testing.B) {
	const sentence = "The ferry left at last at half past four, with nine passengers, a dog and a coffin. "
	const n = 10 << 20 / len(sentence)
	d := &doc.Document{Blocks: []doc.Block{{Text: strings.Repeat(sentence, n), Verdict: doc.Verdict{Kept: true}}}}
	for i := range n {
		at := i * len(sentence)
		d.Entities = append(d.Entities, doc.Entity{Start: at + 26, End: at + 40, Kind: doc.Date})
		d.Blocks[0].Spans = append(d.Blocks[0].Spans, doc.Span{Start: at + 4, End: at + 9, Kind: doc.Link, Target: "https://example.org/"})
	}
	theme := styles.Dark()
	b.SetBytes(int64(len(d.Blocks[0].Text)))
	for b.Loop() {
		if err := Page(io.Discard, d, 72, theme); err != nil {
			b.Fatal(err)
		}
	}
}
