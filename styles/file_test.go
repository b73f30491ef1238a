package styles

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lectern/reader/doc"
)

func writeStyle(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "style.json")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestLoadNames(t *testing.T) {
	for _, c := range []struct {
		name string
		dark bool
		want string
	}{
		{"light", true, "light"}, {"dark", false, "dark"}, {"plain", false, "plain"},
		{"auto", true, "dark"}, {"auto", false, "light"}, {"", true, "dark"},
	} {
		theme, err := Load(c.name, c.dark)
		if err != nil || theme.Name() != c.want {
			t.Errorf("Load(%q, %v) = %v, %v; want %s", c.name, c.dark, theme, err, c.want)
		}
	}
}

func TestLoadStyleFile(t *testing.T) {
	path := writeStyle(t, `{
		"document": {"color": "252", "background_color": "17", "margin": 2},
		"heading": {"bold": true, "color": "39"},
		"h1": {"prefix": " ", "color": "#ff0", "background_color": "63"},
		"h2": {"bold": false},
		"link": {"color": "30", "underline": true},
		"link_text": {"bold": true},
		"code_block": {"color": "244", "chroma": {"text": {"color": "#C4C4C4"}}},
		"strikethrough": {"crossed_out": true},
		"unheard_of": {"color": 7},
		"lectern": {"entity-person": {"color": "#00ff00"}, "match": {"inverse": true}}
	}`)
	theme, err := Load(path, true)
	if err != nil {
		t.Fatal(err)
	}
	dark := Dark()
	for _, c := range []struct {
		role Role
		want string
	}{
		{Text, "\x1b[38;5;252m"},
		{Heading1, "\x1b[1;38;2;255;255;0;48;5;63m"},
		{Heading2, "\x1b[38;5;39m"},
		{Heading3, "\x1b[1;38;5;39m"},
		{Link, "\x1b[1;4m\x1b[38;5;30m"},
		{CodeBlock, "\x1b[38;5;244m"},
		{Strike, "\x1b[9m"},
		{Entity(doc.Person), "\x1b[38;2;0;255;0m"},
		{Entity(doc.Place), dark.Open(Entity(doc.Place))},
		{PanelTitle, dark.Open(PanelTitle)},
		{Emphasis, dark.Open(Emphasis)},
	} {
		want := strings.ReplaceAll(c.want, "m\x1b[", ";")
		if got := theme.Open(c.role); got != want {
			t.Errorf("%s opens %q, want %q", c.role, got, want)
		}
	}
	if !theme.looks[Match].reverse {
		t.Error("the section for lectern does not reach the search")
	}
}

func TestLoadErrors(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"not JSON", "hello", "not a style file"},
		{"no object", "[1]", "not a style file"},
		{"colour", `{"heading": {"color": "red"}}`, `heading: color: "red" is neither`},
		{"range", `{"emph": {"background_color": "256"}}`, `"256" is neither`},
		{"hex", `{"emph": {"color": "#12"}}`, `"#12" is neither`},
		{"type", `{"emph": {"bold": "yes"}}`, "emph:"},
		{"role", `{"lectern": {"nobody": {}}}`, `no role is called "nobody"`},
		{"escape", `{"lectern": {"\u001b[31m": {}}}`, `no role is called`},
		{"large", strings.Repeat(" ", maxFile+1), "larger than 1 MiB"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Load(writeStyle(t, c.text), true)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Fatalf("got %v, want %q in it", err, c.want)
			}
			if strings.ContainsRune(err.Error(), '\x1b') {
				t.Errorf("an escape in %q", err)
			}
		})
	}
	_, err := Load("sepia", true)
	if err == nil || !strings.Contains(err.Error(), `"sepia"`) || !strings.Contains(err.Error(), "auto, dark, light, plain") {
		t.Errorf("unknown theme: %v", err)
	}
	if _, err := Load(t.TempDir(), true); err == nil {
		t.Error("a folder passes for a style file")
	}
}
