package paint

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"lectern/reader/doc"
	"lectern/styles"
	"lectern/ui/layout"
)

// show names the theme's own sequences in a painted row: "<strong>text</>",
// "[address]text[]".
func show(t *styles.Theme, row string) string {
	for _, r := range roles() {
		if open := t.Open(r); open != "" {
			row = strings.ReplaceAll(row, open, "<"+r.String()+">")
		}
	}
	row = strings.ReplaceAll(row, styles.Reset, "</>")
	row = strings.ReplaceAll(row, ansi.ResetHyperlink(), "[]")
	for _, id := range []string{"id=0.0", "id=0.1", "id=0.2"} {
		row = strings.ReplaceAll(row, "\x1b]8;"+id+";", "["+id+" ")
	}
	return strings.ReplaceAll(row, "\a", "]")
}

// distinct returns a theme in which every role looks different and only running
// text looks like nothing.
func distinct(t *testing.T) *styles.Theme {
	t.Helper()
	var section []string
	for _, r := range roles()[1:] {
		if r != styles.Reason(doc.None) {
			section = append(section, fmt.Sprintf("%q: {\"color\": \"%d\"}", r, 100+r))
		}
	}
	path := filepath.Join(t.TempDir(), "style.json")
	if err := os.WriteFile(path, []byte(`{"lectern": {`+strings.Join(section, ",")+`}}`), 0o600); err != nil {
		t.Fatal(err)
	}
	theme, err := styles.Load(path, true)
	if err != nil {
		t.Fatal(err)
	}
	return theme
}

func rows(t *testing.T, b doc.Block, width int, hl ...Highlight) []string {
	t.Helper()
	d := &doc.Document{Blocks: []doc.Block{b}}
	theme := distinct(t)
	lines := layout.Blocks(d, 0, 1, layout.Options{Width: width, Ghost: true})[1:]
	out := make([]string, 0, len(lines))
	for _, l := range lines {
		out = append(out, show(theme, Row(d, l, hl, theme)))
	}
	return out
}

func TestRow(t *testing.T) {
	keep := doc.Verdict{Kept: true}
	link := func(start, end int) doc.Span {
		return doc.Span{Start: start, End: end, Kind: doc.Link, Target: "https://example.org/a"}
	}
	for _, c := range []struct {
		name  string
		block doc.Block
		hl    []Highlight
		width int
		want  []string
	}{
		{
			"plain text", doc.Block{Text: "one two"}, nil, 40,
			[]string{"one two"},
		},
		{
			"spans", doc.Block{Text: "one two three", Spans: []doc.Span{
				{Start: 0, End: 3, Kind: doc.Emphasis}, {Start: 4, End: 13, Kind: doc.InlineCode}, {Start: 8, End: 13, Kind: doc.Emphasis},
			}}, nil, 40,
			[]string{"<emphasis>one</> <code>two </><code><emphasis>three</>"},
		},
		{
			"nested spans of one kind", doc.Block{Text: "one two", Spans: []doc.Span{
				{Start: 0, End: 7, Kind: doc.Emphasis}, {Start: 4, End: 7, Kind: doc.Emphasis},
			}}, nil, 40,
			[]string{"<emphasis>one two</>"},
		},
		{
			"a link over two rows", doc.Block{Text: "see one two now", Spans: []doc.Span{link(4, 11)}}, nil, 8,
			[]string{"see [id=0.0 https://example.org/a]<link>one</>[]", "[id=0.0 https://example.org/a]<link>two</>[] now"},
		},
		{
			"a link without a target", doc.Block{Text: "see one", Spans: []doc.Span{{Start: 4, End: 7, Kind: doc.Link}}}, nil, 40,
			[]string{"see <link>one</>"},
		},
		{
			"links side by side", doc.Block{Text: "ab", Spans: []doc.Span{link(0, 1), link(1, 2)}}, nil, 40,
			[]string{"[id=0.0 https://example.org/a]<link>a</>[][id=0.1 https://example.org/a]<link>b</>[]"},
		},
		{
			"highlights in a link", doc.Block{Text: "one two three", Spans: []doc.Span{link(0, 13)}},
			[]Highlight{{4, 7, styles.Match}}, 40,
			[]string{"[id=0.0 https://example.org/a]<link>one </><link><match>two</><link> three</>[]"},
		},
		{
			"later highlights over earlier ones", doc.Block{Text: "one two"},
			[]Highlight{{0, 7, styles.Entity(doc.Person)}, {4, 7, styles.CurrentMatch}}, 40,
			[]string{"<entity-person>one </><entity-person><current-match>two</>"},
		},
		{
			"a highlight that begins in a row above", doc.Block{Text: "one two"}, []Highlight{{0, 7, styles.Match}}, 3,
			[]string{"<match>one</>", "<match>two</>"},
		},
		{
			"a highlight inside a cluster", doc.Block{Text: "ae\u0301b"}, []Highlight{{2, 4, styles.Match}}, 40,
			[]string{"a<match>e\u0301</>b"},
		},
		{
			"a list item", doc.Block{Kind: doc.ListItem, Level: 1, Marker: "•", Text: "one two"}, nil, 5,
			[]string{"<list-marker>• </>one", "  two"},
		},
		{
			"a quotation", doc.Block{Kind: doc.Quote, Quotes: 1, Text: "one"}, nil, 40,
			[]string{"<quote-bar>│ </><quote>one</>"},
		},
		{
			"a removed block", doc.Block{Text: "one", Verdict: doc.Verdict{Reason: doc.Newsletter}}, nil, 40,
			[]string{"<ghost-label><removed-newsletter>— newsletter —</>", "<ghost>one</>"},
		},
		{
			"code goes on", doc.Block{Kind: doc.Code, Text: "abcdefghij"}, nil, 10,
			[]string{"  <code-block>abcdefgh</>", "<continuation>↪ </><code-block>ij</>"},
		},
		{
			"a table", doc.Block{Kind: doc.Table, Header: true, Text: "A\tNo\nbee\t12"}, []Highlight{{9, 11, styles.Match}}, 40,
			[]string{"<table-head>A</>    <table-head>No</>", "<table-rule>───  ──</>", "bee  <match>12</>"},
		},
		{
			"an image without words", doc.Block{Kind: doc.Image}, nil, 40,
			[]string{"<image>▧ image</>"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.block.Verdict.Reason == doc.None {
				c.block.Verdict = keep
			}
			got := rows(t, c.block, c.width, c.hl...)
			if got, want := strings.Join(got, "\n"), strings.Join(c.want, "\n"); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// The last door is locked even if a text was never cleaned.
func TestUncleanText(t *testing.T) {
	for _, s := range []string{
		"a\x1b[31mb", "a\x1b]52;c;Zm9v\x07b", "a\u009b31mb", "a\x9b31mb", "a\rb", "a\x08b", "a\x7fb", "a\u0085b", "\xc2", "\xc3\x28",
	} {
		d := &doc.Document{Title: s, Blocks: []doc.Block{{
			Kind: doc.ListItem, Marker: s, Text: s, Verdict: doc.Verdict{Kept: true},
			Spans: []doc.Span{{Start: 0, End: 1, Kind: doc.Link, Target: "https://x/" + s}},
		}}}
		var b strings.Builder
		if err := Page(&b, d, 60, styles.Plain()); err != nil {
			t.Fatal(err)
		}
		for row := range strings.SplitSeq(b.String(), "\n") {
			if bad := foreign(row, sequences(styles.Plain())); bad != "" {
				t.Errorf("%q is painted as %q: %s", s, row, bad)
			}
		}
	}
}

func TestLinkTargets(t *testing.T) {
	for _, c := range []struct{ target, want string }{
		{"https://example.org/a?b=c;d#e", "https://example.org/a?b=c;d#e"},
		{"https://bücher.example/", "https://b%C3%BCcher.example/"},
		{"https://example.org/\x1b\\", ""},
		{"https://example.org/a b", ""},
		{"https://example.org/é\a", ""},
		{"", ""},
	} {
		if got := printable(c.target); got != c.want {
			t.Errorf("%q: got %q, want %q", c.target, got, c.want)
		}
	}
}

func TestPage(t *testing.T) {
	d := &doc.Document{
		Title: "Title", Published: "2020-01-02",
		Blocks: []doc.Block{
			{Text: "Ada met Bob.", Verdict: doc.Verdict{Kept: true}},
			{Text: "Buy now", Verdict: doc.Verdict{Reason: doc.Advertising}},
		},
		Entities: []doc.Entity{
			{Block: 0, Start: 0, End: 3, Kind: doc.Person},
			{Block: 0, Start: 4, End: 7, Kind: doc.Place, Doubtful: true},
			{Block: 0, Start: 8, End: 11, Kind: doc.Person},
		},
		Cutoff: doc.Cutoff{Cut: true},
	}
	theme := distinct(t)
	var b strings.Builder
	if err := Page(&b, d, 60, theme); err != nil {
		t.Fatal(err)
	}
	want := strings.Join([]string{
		"<title>Title</>",
		"<meta>2 January 2020 · 1 min read</>",
		"",
		"<entity-person>Ada</> met <entity-person>Bob</>.",
		"",
		"<notice>The text ends here on the source too.</>",
		"",
	}, "\n")
	if got := show(theme, b.String()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestPageTellsWriteErrors(t *testing.T) {
	d := &doc.Document{Title: "Title"}
	if err := Page(failing{}, d, 60, styles.Plain()); err == nil {
		t.Error("the article is lost and nobody told")
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, strings.NewReader("").UnreadByte() }
