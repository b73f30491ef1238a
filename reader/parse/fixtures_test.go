package parse

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"lectern/reader/doc"
)

// TestFixturesOfOthers reads every fixture of the repository in every format:
// whatever it is, nothing of it may be lost.
func TestFixturesOfOthers(t *testing.T) {
	for _, folder := range []string{"pages", "texts", "hostile", "export", "markdown"} {
		files, _ := filepath.Glob(filepath.Join(repository, folder, "*"))
		for _, f := range files {
			t.Run(folder+"/"+filepath.Base(f), func(t *testing.T) {
				source := readFile(t, f)
				if !utf8.ValidString(source) {
					source = strings.ToValidUTF8(source, "\ufffd")
				}
				checkAll(t, source)
			})
		}
	}
}

// checkAll reads a source in every format and checks what must hold of any.
func checkAll(tb testing.TB, source string) {
	tb.Helper()
	d := HTML(source, "https://fixture.example/a/b")
	checkDocument(tb, d)
	if diff := differ(blockWords(d), visibleWords(source)); diff != "" {
		tb.Fatalf("blocks and page part\n%s", diff)
	}
	d = Text(source)
	checkDocument(tb, d)
	checkLines(tb, source, d.Blocks, 0)
	checkWords(tb, source, d.Blocks)
	d = Markdown(source, "")
	checkDocument(tb, d)
	_, skipped := frontMatter(&doc.Document{}, source)
	checkLines(tb, source, d.Blocks, skipped)
	Detect(source, "", "")
}
