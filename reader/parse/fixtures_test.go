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
func checkAll(t testing.TB, source string) {
	t.Helper()
	d := HTML(source, "https://fixture.example/a/b")
	checkDocument(t, d)
	if diff := differ(blockWords(d), visibleWords(source)); diff != "" {
		t.Fatalf("blocks and page part\n%s", diff)
	}
	d = Text(source)
	checkDocument(t, d)
	checkLines(t, source, d.Blocks, 0)
	checkWords(t, source, d.Blocks)
	d = Markdown(source, "")
	checkDocument(t, d)
	_, skipped := frontMatter(&doc.Document{}, source)
	checkLines(t, source, d.Blocks, skipped)
	Detect(source, "", "")
}
