package export

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"go.yaml.in/yaml/v3"
	"golang.org/x/net/html"

	"lectern/reader/doc"
)

func TestParseFormat(t *testing.T) {
	for name, want := range map[string]Format{
		"markdown": Markdown, "md": Markdown, "MD": Markdown, "text": Text, "txt": Text, "html": HTML, "Json": JSON,
	} {
		if got, err := ParseFormat(name); err != nil || got != want {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	for _, name := range []string{"", "pdf", "\x1b"} {
		if got, err := ParseFormat(name); err == nil {
			t.Errorf("%q is %q", name, got)
		}
	}
}

// deaf fails to take anything.
type deaf struct{}

var errDeaf = errors.New("deaf")

func (deaf) Write([]byte) (int, error) { return 0, errDeaf }

func TestWriteTellsOfErrors(t *testing.T) {
	d := sample()
	d.Blocks[1].Text = strings.Repeat("long ", 10_000)
	d.Blocks[1].Spans = nil
	for _, f := range Formats() {
		if err := Write(deaf{}, d, f); !errors.Is(err, errDeaf) {
			t.Errorf("%s: %v", f, err)
		}
		if err := WriteRemoved(deaf{}, d, f); !errors.Is(err, errDeaf) {
			t.Errorf("%s, removed: %v", f, err)
		}
	}
	if err := Write(&bytes.Buffer{}, d, "pdf"); err == nil {
		t.Error("an unknown format is written")
	}
	if err := WriteRemoved(&bytes.Buffer{}, d, "pdf"); err == nil {
		t.Error("an unknown format is written")
	}
}

// hostile are strings that break programs which glue files together.
var hostile = []string{
	`back\slash`, `"quoted"`, "'single'", "a: b", "- item", "# comment", "{{x}}", "&anchor *alias", "!!binary x", "| block", "> folded",
	"---", "...", "%TAG", "@at", "`tick`", "no", "yes", "null", "~", "1e3", "0x1f", "2026-02-11", "12:30:45", "<<", "=", "? key", "[a, b]",
	"</script><script>alert(1)</script>", "</title></style><img src=x onerror=alert(1)>", "<!--", "]]>", "&lt;b&gt;", "&#27;[31m", "␛]0;x␇",
	"\" onmouseover=\"alert(1)", "\u00a0spaced\u00a0", "emoji 👩\u200d💻", "עברית", "日本語", "\ue000", "trailing:", " leading",
}

func TestFrontMatterReadsBack(t *testing.T) {
	for _, s := range hostile {
		d := &doc.Document{Title: s, Byline: s, Site: s, Published: s, Source: s, Language: s, Cutoff: doc.Cutoff{Cut: true, Evidence: []string{s}}}
		file := markdownOf(t, d)
		matter, _, _ := strings.Cut(strings.TrimPrefix(file, "---\n"), "\n---\n")
		var got struct {
			Title, Author, Site, Published, Source, Language, Generator string
			Words                                                       int
			Cutoff                                                      []string
		}
		if err := yaml.Unmarshal([]byte(matter), &got); err != nil {
			t.Errorf("%q: %v\n%s", s, err, file)
			continue
		}
		if got.Title != s || got.Author != s || got.Site != s || got.Published != s || got.Source != s || got.Language != s ||
			len(got.Cutoff) != 1 || got.Cutoff[0] != s || got.Generator != "lectern" {
			t.Errorf("%q became %+v\n%s", s, got, file)
		}
	}
}

func TestFrontMatterDates(t *testing.T) {
	d := &doc.Document{Published: "2026-02-11"}
	var b bytes.Buffer
	if err := writeCopy(&b, d, Markdown, time.Date(2026, 11, 23, 18, 0, 0, 500, time.UTC)); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"\npublished: 2026-02-11\n", "\nsaved: 2026-11-23T18:00:00Z\n"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
}

// TestHTMLHoldsNoStrangeMarkup puts hostile strings everywhere and looks for
// anything that a browser would run, load or follow.
func TestHTMLHoldsNoStrangeMarkup(t *testing.T) {
	allowed := " html head meta link title style body header h1 p article footer a figure img pre code em dl dd ul li "
	for _, s := range append(hostile, "javascript:alert(1)") {
		kept := doc.Verdict{Kept: true}
		d := &doc.Document{
			Title: s, Byline: s, Site: s, Published: s, Language: s, Address: s, Source: s,
			Blocks: []doc.Block{
				{Text: s, Spans: []doc.Span{{Start: 0, End: len(s), Kind: doc.Link, Target: s}}, Verdict: kept},
				{Kind: doc.Code, Text: s, Language: s, Verdict: kept},
				{Kind: doc.Image, Text: s, Target: s, Verdict: kept},
				{Kind: doc.ListItem, Level: 1, Marker: s, Text: s, Verdict: kept},
			},
		}
		var b bytes.Buffer
		if err := Write(&b, d, HTML); err != nil {
			t.Fatal(err)
		}
		root, err := html.Parse(&b)
		if err != nil {
			t.Fatal(err)
		}
		for n := range root.Descendants() {
			if n.Type == html.CommentNode || n.Type == html.ElementNode && !strings.Contains(allowed, " "+n.Data+" ") {
				t.Errorf("%q: the page holds %s %s", s, n.Data, n.Namespace)
			}
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "src" || a.Key == "style" || a.Key == "href" && doc.CleanURL(nil, a.Val) != a.Val {
					t.Errorf("%q: <%s %s=%q>", s, n.Data, a.Key, a.Val)
				}
			}
		}
	}
}

func TestHTMLDirection(t *testing.T) {
	for text, want := range map[string]string{"Plain text": "", "שלום עולם, hello": "rtl", "مرحبا": "rtl", "123": "", "Hello שלום world": ""} {
		d := &doc.Document{Language: "x", Blocks: []doc.Block{{Text: text, Verdict: doc.Verdict{Kept: true}}}}
		var b bytes.Buffer
		if err := Write(&b, d, HTML); err != nil {
			t.Fatal(err)
		}
		root, err := html.Parse(&b)
		if err != nil {
			t.Fatal(err)
		}
		if got := attrOf(find(root, "html"), "dir"); got != want {
			t.Errorf("%q is written %q, want %q", text, got, want)
		}
	}
}

func TestUntitledDocuments(t *testing.T) {
	d := &doc.Document{Source: "-", Blocks: []doc.Block{{Text: "Only words.", Verdict: doc.Verdict{Kept: true}}}}
	for f, want := range map[Format]string{
		Markdown: "---\nwords: 2\ngenerator: lectern\n---\n\nOnly words.\n",
		Text:     "Only words.\n",
	} {
		var b bytes.Buffer
		if err := Write(&b, d, f); err != nil {
			t.Fatal(err)
		}
		if b.String() != want {
			t.Errorf("%s:\n%s\nwant\n%s", f, b.String(), want)
		}
	}
}

// TestTextHoldsEveryWord holds plain text against the blocks it is made of.
func TestTextHoldsEveryWord(t *testing.T) {
	for seed := range uint64(500) {
		d := randomDocument(seed)
		var b bytes.Buffer
		if err := Write(&b, d, Text); err != nil {
			t.Fatal(err)
		}
		got := b.String()
		at := 0
		for _, blk := range article(d) {
			if blk.Kind == doc.Image {
				continue
			}
			for w := range strings.FieldsSeq(blk.Text) {
				i := strings.Index(got[at:], w)
				if i < 0 {
					t.Fatalf("document %d: %q of %q is missing after\n%s", seed, w, blk.Text, got[:at])
				}
				at += i + len(w)
			}
		}
	}
}
