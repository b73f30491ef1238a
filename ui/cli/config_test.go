package cli

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/adrg/xdg"
	"github.com/google/go-cmp/cmp"

	"lectern/reader/load"
)

func TestParseConfig(t *testing.T) {
	got, err := parseConfig([]byte(`# a comment
theme: light
color: never
width: 66
offline: true
format: md, json
dir: /tmp/articles
timeout: 1m30s
max_bytes: 1000000
redirects: 3
strictness: firm
`))
	if err != nil {
		t.Fatal(err)
	}
	want := config{
		theme: "light", color: "never", width: 66, formats: []string{"md", "json"}, dir: "/tmp/articles",
		load: load.Options{Offline: true, Timeout: 90 * time.Second, MaxBytes: 1000000, MaxRedirects: 3},

		strictness: "firm",
	}
	if got.theme != want.theme || got.color != want.color || got.width != want.width || got.dir != want.dir || got.strictness != want.strictness ||
		!cmp.Equal(got.formats, want.formats) || got.load.Offline != want.load.Offline ||
		got.load.Timeout != want.load.Timeout || got.load.MaxBytes != want.load.MaxBytes ||
		got.load.MaxRedirects != want.load.MaxRedirects {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

// What cannot be used is named with its line, in words that say what to write.
func TestParseConfigErrors(t *testing.T) {
	for text, want := range map[string]string{
		"theme: dark\nthem: light":      "line 2: unknown key \"them\"; there are color, dir, format, max_bytes, offline, redirects, strictness, theme, timeout, width",
		"width: wide":                   "line 1: width: want a whole number",
		"width: 4":                      "line 1: width: want 10 or more",
		"\n\nmax_bytes: 0":              "line 3: max_bytes: want 1 or more",
		"redirects: -1":                 "line 1: redirects: want 0 or more",
		"color: yes":                    "line 1: color: \"yes\" is none of always, auto, never",
		"strictness: very":              "line 1: strictness: \"very\" is none of lenient, mild, normal, firm, strict",
		"offline: perhaps":              "line 1: offline: \"perhaps\" will not do",
		"timeout: 30":                   "line 1: timeout: want a time such as 30s or 2m",
		"timeout: -1s":                  "line 1: timeout: want a time such as 30s or 2m",
		"format: pdf":                   "line 1: format: ",
		"theme: [a, b]":                 "line 1: theme: want one value",
		"- theme":                       "line 1: want lines such as \"theme: dark\"",
		"theme: dark\ntheme: light":     "line 2: theme is there twice",
		"theme: \"dark":                 "found unexpected end of stream",
		"a: &a [*a]":                    "line 1: unknown key \"a\"",
		"theme: dark\n---\ntheme: blue": "line 2: want one document",
	} {
		_, err := parseConfig([]byte(text))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %s", text, err, want)
		}
	}
}

// A tilde is the home directory, as in a shell.
func TestParseConfigHome(t *testing.T) {
	for text, want := range map[string]string{
		"dir: ~/articles": filepath.Join(xdg.Home, "articles"),
		"dir: \"~\"":      xdg.Home,
		"dir: ~anna/x":    "~anna/x",
		"dir: a/~/b":      "a/~/b",
	} {
		if c, err := parseConfig([]byte(text)); err != nil || c.dir != want {
			t.Errorf("%s: got %q, %v; want %q", text, c.dir, err, want)
		}
	}
}

func FuzzParseConfig(f *testing.F) {
	f.Add([]byte("theme: dark\nformat: [md, txt]\ntimeout: 3s"))
	f.Add([]byte("a: &a [*a]\n<<: *a"))
	f.Fuzz(func(t *testing.T, text []byte) {
		c, err := parseConfig(text)
		if err == nil && (c.width < 0 || c.load.MaxBytes < 0 || c.load.Timeout < 0) {
			t.Errorf("a limit below nothing: %+v", c)
		}
	})
}
