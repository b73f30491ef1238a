package export

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"lectern/reader/doc"
)

func TestFileName(t *testing.T) {
	long := strings.Repeat("long ", 60)
	family := "👨\u200d👩\u200d👧"
	for _, c := range []struct {
		name string
		d    doc.Document
		want string
	}{
		{"title", doc.Document{Title: "A quiet month"}, "A quiet month.md"},
		{"Unicode stays", doc.Document{Title: "Årets väder — 今年の天気 🌧"}, "Årets väder — 今年の天気 🌧.md"},
		{"letters are composed", doc.Document{Title: "A\u030arets"}, "Årets.md"},
		{"what systems and note programs forbid", doc.Document{Title: `What? "A/B" <is>: [#1^2] *a\b|c`}, "What A B is 12 a b c.md"},
		{"white space", doc.Document{Title: " a\n\tb \u00a0 c "}, "a b c.md"},
		{"controls", doc.Document{Title: "a\x00b\x1bc"}, "a␀b␛c.md"},
		{"dots at the ends", doc.Document{Title: "...and so on... "}, "and so on.md"},
		{"no option", doc.Document{Title: "-rf ~"}, "rf ~.md"},
		{"no home", doc.Document{Title: "~root"}, "root.md"},
		{"no way out", doc.Document{Title: "../../etc/passwd"}, "etc passwd.md"},
		{"no drive", doc.Document{Title: `C:\Windows\x`}, "C Windows x.md"},
		{"device", doc.Document{Title: "con"}, "_con.md"},
		{"device with an ending", doc.Document{Title: "NUL.txt"}, "_NUL.txt.md"},
		{"device with a space", doc.Document{Title: "Aux .b"}, "_Aux .b.md"},
		{"port", doc.Document{Title: "COM1"}, "_COM1.md"},
		{"port with a superscript", doc.Document{Title: "lpt²"}, "_lpt².md"},
		{"not a port", doc.Document{Title: "COM10 and con artists"}, "COM10 and con artists.md"},
		{"cut", doc.Document{Title: long}, strings.TrimSpace(long[:189]) + ".md"},
		{"cut between clusters", doc.Document{Title: strings.Repeat("x", 180) + family}, strings.Repeat("x", 180) + ".md"},
		{"file without a title", doc.Document{Source: "/home/me/notes.2026.txt"}, "notes.2026.md"},
		{"file of Windows", doc.Document{Source: `C:\texts\peace.txt`}, "peace.md"},
		{"site and date", doc.Document{Site: "The Courier", Published: "2026-02-11", Source: "https://courier.example/x"}, "The Courier 2026-02-11.md"},
		{"host", doc.Document{Address: "https://www.courier.example:8080/x"}, "courier.example.md"},
		{"nothing", doc.Document{Source: "-"}, "article.md"},
		{"nothing of use", doc.Document{Title: "???", Source: "-"}, "article.md"},
	} {
		if got := FileName(&c.d, Markdown); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestFileNameEndings(t *testing.T) {
	d := &doc.Document{Title: "a"}
	for f, want := range map[Format]string{Markdown: "a.md", Text: "a.txt", HTML: "a.html", JSON: "a.json"} {
		if got := FileName(d, f); got != want {
			t.Errorf("%s: %q, want %q", f, got, want)
		}
	}
}

// checkName reports what a file system, a shell or a note program would choke on.
func checkName(t *testing.T, name string) {
	t.Helper()
	switch {
	case len(name) > maxName, name == "", !utf8.ValidString(name), name != norm.NFC.String(name):
		t.Errorf("%q: %d bytes, or not composed UTF-8", name, len(name))
	case filepath.Base(name) != name || !filepath.IsLocal(name) || strings.ContainsAny(name, "/\\#|^[]:*?\"<>\n"):
		t.Errorf("%q is more than a name", name)
	case strings.TrimFunc(name, unicode.IsSpace) != name || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "-"):
		t.Errorf("%q starts or ends badly", name)
	case isReserved(name):
		t.Errorf("%q is a device", name)
	case strings.ContainsFunc(name, unicode.IsControl):
		t.Errorf("%q holds a control", name)
	}
}

func FuzzFileName(f *testing.F) {
	for _, s := range []string{
		"A title", "con", "../..", strings.Repeat("é", 100), "e" + strings.Repeat("\u0301", 300), "COM1 .x", "\u0338a", "a\u0338",
		"-", ".", "~", "nul.", "\u212a\u037e\u1fef", "LPT¹", "\xff\x00",
	} {
		f.Add(s, s, 2)
	}
	f.Fuzz(func(t *testing.T, title, source string, n int) {
		n = max(1, n%10000)
		d := &doc.Document{Title: doc.Clean(title), Source: doc.Clean(source)}
		first, next := FileName(d, JSON), numbered(d, JSON, n)
		checkName(t, first)
		checkName(t, next)
		if (n > 1) == (first == next) {
			t.Errorf("the %d-th file is called %q, the first %q", n, next, first)
		}
	})
}
