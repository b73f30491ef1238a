package classify_test

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"lectern/reader/classify"
	"lectern/reader/classify/train/corpus"
	"lectern/reader/parse"
)

// BenchmarkPages reports what cleaning a page costs, as a multiple of what
// parsing it with x/net/html alone does, over every twentieth of the labelled
// pages: the median page with its parsing into blocks, and the classifier's part.
func BenchmarkPages(b *testing.B) {
	dir := filepath.Join(cmp.Or(os.Getenv("LECTERN_SHARED"), "../../../shared"), "data")
	if _, err := os.Stat(dir); err != nil {
		b.Skip("the shared data is not at hand: ", err)
	}
	var pages []*corpus.Page
	n := 0
	for p, err := range corpus.WCXB(dir) {
		if err != nil {
			b.Fatal(err)
		}
		n++
		if n%20 == 0 {
			pages = append(pages, p)
		}
	}
	c := classify.New()
	var whole, part []float64
	blocks, spent := 0, time.Duration(0)
	for b.Loop() {
		for _, p := range pages {
			start := time.Now()
			if _, err := html.Parse(strings.NewReader(p.HTML)); err != nil {
				b.Fatal(err)
			}
			alone := time.Since(start)
			start = time.Now()
			d := parse.HTML(p.HTML, p.Address)
			parsed := time.Since(start)
			c.Classify(d)
			all := time.Since(start)
			whole = append(whole, float64(all)/float64(alone))
			part = append(part, float64(all-parsed)/float64(alone))
			blocks += len(d.Blocks)
			spent += all - parsed
		}
	}
	b.ReportMetric(median(whole), "×parse")
	b.ReportMetric(median(part), "×parse/classify")
	b.ReportMetric(float64(spent.Nanoseconds())/float64(blocks), "ns/block")
	b.ReportMetric(0, "ns/op")
}

func median(x []float64) float64 {
	slices.Sort(x)
	return x[len(x)/2]
}
