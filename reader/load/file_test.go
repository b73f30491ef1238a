package load

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"lectern/reader/doc"
)

// write puts a file into a new folder and returns its path.
func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestFile(t *testing.T) {
	path := write(t, "a story #1?.html", page)
	address := fileAddress(path)
	for _, source := range []string{path, address, strings.Replace(address, "file://", "FILE://localhost", 1)} {
		var last Progress
		r := get(t, source, Options{Offline: true, Progress: func(p Progress) { last = p }})
		if string(r.Body) != page || r.Source != source || r.Address != address {
			t.Errorf("got %+v, want the address %q", r, address)
		}
		if n := int64(len(page)); last != (Progress{n, n}) {
			t.Errorf("progress ended at %v", last)
		}
	}
	if u, err := url.Parse(address); err != nil || !strings.HasSuffix(u.Path, "/a story #1?.html") {
		t.Errorf("%q is no address of the file: %v", address, err)
	}
}

func TestFileNamedLikeAddress(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("example.com", []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	if r := get(t, "example.com", Options{}); string(r.Body) != page {
		t.Errorf("got %+v", r)
	}
}

func TestFileBad(t *testing.T) {
	folder := t.TempDir()
	for _, tt := range []struct {
		name, source string
		kind         doc.FaultKind
		words        string
	}{
		{"missing", filepath.Join(folder, "gone.html"), doc.Unreachable, "there is no such file"},
		{"missing, a document", "gone.md", doc.Unreachable, "there is no such file"},
		{"below a file", filepath.Join(write(t, "x", "x"), "y"), doc.Unreachable, "gone"},
		{"folder", folder, doc.Unreadable, "is a folder"},
		{"empty", write(t, "empty.html", ""), doc.Unreadable, "is empty"},
		{"picture", write(t, "story.html", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), doc.Unreadable, "a PNG image"},
		{"too large", write(t, "large.txt", strings.Repeat("word ", 300)), doc.Unreadable, "is larger than 1 KiB"},
		{"no source", " ", doc.Unreachable, "no source was named"},
		{"other scheme", "gopher://example.com/x", doc.Unreachable, "does not open gopher addresses"},
		{"no host", "https:///story", doc.Unreachable, "not a complete address"},
		{"bad address", "http://exa mple.com/", doc.Unreachable, "not a complete address"},
		{"file of another machine", "file://server/story.html", doc.Unreachable, "no file of this machine"},
		{"control characters", "\x1b]0;gone\x07\r\n.txt", doc.Unreachable, "there is no such file"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if tt.name == "below a file" {
				tt.words = "" // systems differ in what they say
			}
			fail(t, tt.source, Options{MaxBytes: 1024}, tt.kind, tt.words)
		})
	}
	if f := fileFault(fs.ErrPermission); !strings.Contains(f.Error(), "you may not read this file") {
		t.Errorf("got %q", f)
	}
}

func TestStdin(t *testing.T) {
	var last Progress
	o := Options{Stdin: iotest.OneByteReader(strings.NewReader(page)), Progress: func(p Progress) { last = p }}
	if r := get(t, "-", o); string(r.Body) != page || r.Source != "-" || r.Address != "" {
		t.Errorf("got %+v", r)
	}
	if n := int64(len(page)); last != (Progress{n, -1}) {
		t.Errorf("progress ended at %v", last)
	}
	fail(t, "-", Options{Stdin: strings.NewReader("")}, doc.Unreadable, "standard input: is empty")
	fail(t, "-", Options{Stdin: endless{}, MaxBytes: 1 << 20}, doc.Unreadable, "standard input: is larger than 1 MiB")
	fail(t, "-", Options{Stdin: iotest.ErrReader(errors.New("out of \x1bpaper"))}, doc.Unreachable, "out of ␛paper")
}

// endless is a source without an end.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

func TestStdinCancel(t *testing.T) {
	r, w := io.Pipe()
	defer func() { _ = w.Close() }()
	ctx, cancel := context.WithCancel(t.Context())
	o := Options{Stdin: r, Progress: func(Progress) { cancel() }}
	go func() { _, _ = io.WriteString(w, "the beginning") }()
	f := failingIn(ctx, t, "-", o)
	check(t, f, doc.Unreachable, "stopped")
	if !errors.Is(f, context.Canceled) {
		t.Errorf("the cause is %v", f.Err)
	}
}

func TestResolve(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.Mkdir("example.org", 0o700); err != nil {
		t.Fatal(err)
	}
	for source, want := range map[string]string{
		"example.com":               "https://example.com",
		"example.com/x?y=1#z":       "https://example.com/x?y=1#z",
		"example.com:8443/x":        "https://example.com:8443/x",
		"www.example.co.uk":         "https://www.example.co.uk",
		"Bücher.example.de/x":       "https://B%C3%BCcher.example.de/x",
		"localhost:8080/x":          "http://localhost:8080/x",
		"127.0.0.1:8080":            "http://127.0.0.1:8080",
		"192.0.2.7/x":               "https://192.0.2.7/x",
		" https://example.com/a b ": "https://example.com/a%20b",
		"HTTP://example.com":        "http://example.com",
		"example.org/x":             "", // a folder of that name is here
		"notes.txt":                 "",
		"readme.md":                 "",
		"dir/readme.md":             "",
		"v1.2/notes":                "",
		"./example.com":             "",
		"../example.com/x":          "",
		"C:\\stories\\a.html":       "",
		"a story.com":               "",
		"..":                        "",
		"com":                       "",
	} {
		target, err := resolve(source)
		if err != nil {
			t.Errorf("%q: %v", source, err)
			continue
		}
		got := ""
		if target.kind == web {
			got = target.url.String()
		}
		if got != want {
			t.Errorf("%q leads to %q, want %q", source, got, want)
		}
	}
}

func FuzzResolve(f *testing.F) {
	for _, s := range []string{"-", "https://x.test/", "file:///x", "x.com:1/y", "ftp://x", "[::1]:80", "http://[", "%zz.com", "\x00.com"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, source string) {
		target, err := resolve(source)
		if err != nil {
			if !doc.IsFault(err, doc.Unreachable) {
				t.Fatalf("got %#v", err)
			}
			return
		}
		if target.kind == web && (target.url.Host == "" || target.url.Scheme != "http" && target.url.Scheme != "https") {
			t.Fatalf("%q leads to %q", source, target.url)
		}
		if target.kind == file && target.path == "" {
			t.Fatalf("%q leads to a file without a name", source)
		}
	})
}

func BenchmarkFile(b *testing.B) {
	path := filepath.Join(b.TempDir(), "story.html")
	if err := os.WriteFile(path, []byte(strings.Repeat(page, 64)), 0o600); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Load(b.Context(), path, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
