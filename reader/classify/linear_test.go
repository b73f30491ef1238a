package classify_test

import (
	"fmt"
	"strings"
	"testing"

	"lectern/reader/classify"
	"lectern/reader/doc"
)

// BenchmarkBlocks reports the time a block takes in documents of ten thousand
// and of a hundred thousand; it must not grow with the document. The documents
// are what loops over neighbours, containers and offers dislike most.
func BenchmarkBlocks(b *testing.B) {
	shapes := []struct {
		name string
		make func(n int) *doc.Document
	}{
		{"html/prose", prose}, {"html/images", images}, {"html/menus", menus}, {"html/nested", nested}, {"html/walled", walled},
		{"html/headings", headings}, {"text/prose", textOf(first, second, third)}, {"text/prompts", sparsePrompts},
		{"text/offers", textOf("Subscribe now", "Smart Quarterly", "₹900", "3 Months", "₹300/Month")},
		{"text/same", textOf("Share", first)},
	}
	for _, s := range shapes {
		for _, n := range []int{10_000, 100_000} {
			b.Run(fmt.Sprintf("%s/%d", s.name, n), func(b *testing.B) {
				d, c := s.make(n), classify.New()
				for b.Loop() {
					c.Classify(d)
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(d.Blocks)), "ns/block")
			})
		}
	}
}

func numbered(s string, i int) string { return fmt.Sprintf("%s %d", s, i) }

func prose(n int) *doc.Document {
	p, story := site("The long way round by Frankfurt")
	for i := range n {
		p.add(story, numbered(first, i))
	}
	return p.d
}

func images(n int) *doc.Document {
	p, story := site("")
	p.add(story, first)
	for range n {
		i := p.add(story, "")
		p.d.Blocks[i].Kind = doc.Image
	}
	p.add(story, second)
	return p.d
}

func menus(n int) *doc.Document {
	p, story := site("")
	p.add(story, first, second, third)
	for i := range n {
		p.links(p.in(story, "div", "related"), numbered("More on the bridge", i))
	}
	return p.d
}

// nested has containers as deep as a parser of HTML allows.
func nested(n int) *doc.Document {
	const deepest = 500
	p, story := site("")
	p.add(story, first, second, third)
	at := story
	for i := range n {
		if i%deepest == 0 {
			at = story
		}
		at = p.in(at, "div", "card")
		p.add(at, numbered("Reader", i))
	}
	return p.d
}

func walled(n int) *doc.Document {
	p := newPage("")
	for i := range n {
		p.add(p.in(0, "div", "newsletter"), numbered(first, i))
		p.add(0, "Subscribe to read the full story")
	}
	return p.d
}

func headings(n int) *doc.Document {
	p, story := site("")
	for i := range n {
		p.head(story, 1+i%6, numbered("Chapter", i))
	}
	p.add(story, first, second, third)
	return p.d
}

func textOf(texts ...string) func(n int) *doc.Document {
	return func(n int) *doc.Document { return lines(strings.Repeat(strings.Join(texts, "\n")+"\n", n/len(texts))) }
}

// sparsePrompts has prompts far apart and no story that goes on between them.
func sparsePrompts(n int) *doc.Document {
	return textOf(append([]string{first, "Subscribe now"}, strings.Split(strings.Repeat("Gallery,", 30), ",")...)...)(n)
}
