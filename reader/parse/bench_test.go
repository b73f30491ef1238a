package parse

import (
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// BenchmarkPages times crawled pages: the floor that x/net/html sets, and what
// blocks and metadata cost on top of it.
func BenchmarkPages(b *testing.B) {
	var pages []page
	size := 0
	eachRow(b, filepath.Join(shared(b), "data", "wcxb-dev", "article.jsonl.gz"), func(p page) {
		if len(pages) < 200 {
			pages = append(pages, p)
			size += len(p.HTML)
		}
	})
	run := func(do func(page)) func(*testing.B) {
		return func(b *testing.B) {
			b.Helper()
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				for _, p := range pages {
					do(p)
				}
			}
		}
	}
	b.Run("floor", run(func(p page) { _, _ = html.Parse(strings.NewReader(p.HTML)) }))
	b.Run("HTML", run(func(p page) { HTML(p.HTML, p.URL) }))
}
