package tui

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"lectern/reader/doc"
)

// threeMegabytes is a book of 3 MB.
func threeMegabytes() *doc.Document { return book(130, 90) }

// reader returns a reader of the document on a screen of 100 by 40.
func reader(b *testing.B, document *doc.Document) *model {
	b.Helper()
	m, err := newModel(b.Context(), Options{})
	if err != nil {
		b.Fatal(err)
	}
	m.Update(tea.WindowSizeMsg{Width: 100, Height: 40})
	m.Update(openedMsg{origin: document, doc: document, words: countRemoved(document)})
	return m
}

// BenchmarkKey is one key and the screen after it, in a document of 3 MB.
func BenchmarkKey(b *testing.B) {
	document := threeMegabytes()
	for _, bench := range []struct {
		name string
		keys []string
	}{
		{"line", []string{"j"}}, {"page", []string{"space"}}, {"ends", []string{"G", "g"}}, {"ghost", []string{"h"}},
		{"panel", []string{"r"}}, {"heading", []string{"}"}}, {"entities", []string{"e"}},
	} {
		b.Run(bench.name, func(b *testing.B) {
			m := reader(b, document)
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				m.Update(keyPress(bench.keys[i%len(bench.keys)]))
				if m.article.progress() == 1 && bench.name != "ends" {
					m.article.home()
				}
				_ = m.View()
			}
		})
	}
}

// BenchmarkFirstScreen is what stands between a document of 3 MB and its first
// words: showing it, and drawing the screen.
func BenchmarkFirstScreen(b *testing.B) {
	document := threeMegabytes()
	for b.Loop() {
		_ = reader(b, document).View()
	}
}

// BenchmarkView is a screen of 100 by 40 drawn.
func BenchmarkView(b *testing.B) {
	m := reader(b, threeMegabytes())
	b.ReportAllocs()
	for b.Loop() {
		_ = m.View()
	}
}

// BenchmarkResize is another width in the middle of a document of 3 MB.
func BenchmarkResize(b *testing.B) {
	m := reader(b, threeMegabytes())
	for range 500 {
		m.Update(keyPress("space"))
	}
	for i := 0; b.Loop(); i++ {
		m.Update(tea.WindowSizeMsg{Width: 60 + i%2, Height: 40})
		_ = m.View()
	}
}

// BenchmarkRestore is a block brought back in a document of 3 MB.
func BenchmarkRestore(b *testing.B) {
	document := threeMegabytes()
	for i := 0; i < len(document.Blocks); i += 10 {
		document.Blocks[i].Verdict = doc.Verdict{Reason: doc.Related}
	}
	m := reader(b, document)
	m.Update(keyPress("r"))
	for b.Loop() {
		m.Update(keyPress("space"))
		_ = m.View()
	}
}

// BenchmarkFind is a search through 3 MB, as it runs in a command.
func BenchmarkFind(b *testing.B) {
	document := threeMegabytes()
	for b.Loop() {
		if len(find(b.Context(), document, "paragraph 3 of chapter 1", false)) == 0 {
			b.Fatal("nothing found")
		}
	}
}
