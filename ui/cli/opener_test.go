package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lectern/reader/doc"
	"lectern/reader/load"
)

// A pipe can be read once only. Opened again, it says what it said before
// rather than that it is empty.
func TestPipeIsOpenedTwice(t *testing.T) {
	for name, page := range map[string]string{"clutter": clutterPage, "binary": "\x00\x01\x02\xff\xfe\x00\x80"} {
		s := &settings{}
		s.reader.Load.Stdin = strings.NewReader(page)
		o := newOpener(t.Context(), s, standardInput)
		first, err := o.open(t.Context(), func(load.Progress) {})
		if !doc.IsFault(err, doc.Unreadable) || (first != nil) != (name == "clutter") {
			t.Fatalf("%s: document %v, error %v", name, first, err)
		}
		again, said := o.open(t.Context(), func(load.Progress) {})
		if again != first || said == nil || said.Error() != err.Error() {
			t.Errorf("%s: opened again it says %v, not %v", name, said, err)
		}
	}
}

// A file that has changed is read anew, though it was opened before the screen was.
func TestFileIsOpenedTwice(t *testing.T) {
	path := filepath.Join(t.TempDir(), "story.txt")
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	const first, second = "The ferry left the harbour in the rain.", "The ferry came back at noon."
	write(first)
	o := newOpener(t.Context(), &settings{}, path)
	for _, want := range []string{first, second} {
		d, err := o.open(t.Context(), func(load.Progress) {})
		if err != nil || d.Article() != want {
			t.Fatalf("it says %v, error %v, want %q", d, err, want)
		}
		write(second)
	}
}

// clutterPage is a page without an article.
const clutterPage = `<nav><a href="/a">Home</a> <a href="/b">News</a></nav>
<div class="cookie-banner">We use cookies. Accept all</div><footer>Copyright 2026</footer>`
