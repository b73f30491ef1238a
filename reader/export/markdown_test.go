package export

import (
	"math/rand/v2"
	"strings"
	"testing"

	"lectern/reader/doc"
)

// markdownBody returns kept blocks written as Markdown, without front matter.
func markdownBody(tb testing.TB, blocks ...doc.Block) string {
	tb.Helper()
	d := &doc.Document{Blocks: blocks}
	for i := range d.Blocks {
		d.Blocks[i].Verdict.Kept = true
	}
	return strings.TrimSpace(bodyOf(tb, markdownOf(tb, d)))
}

func TestMarkdownEscapes(t *testing.T) {
	for text, want := range map[string]string{
		"Plain text, 3 * 4 = 12.":    `Plain text, 3 \* 4 = 12.`,
		"# heading":                  `\# heading`,
		"#tag and C# and #1":         `\#tag and C# and #1`,
		"- item":                     `\- item`,
		"-5 degrees":                 `-5 degrees`,
		"--- rule":                   `\--- rule`,
		"+ item":                     `\+ item`,
		"1. item":                    `1\. item`,
		"12) item":                   `12\) item`,
		"1.5 million":                `1.5 million`,
		"2026. A year":               `2026\. A year`,
		"1234567890. not a list":     `1234567890. not a list`,
		"> quote":                    `\> quote`,
		"a > b":                      `a > b`,
		"=== setext":                 `\=== setext`,
		"-: or -|- under a line":     `\-: or -|- under a line`,
		": definition":               `\: definition`,
		"| a | b":                    `\| a | b`,
		"snake_case but _this_":      `snake_case but \_this\_`,
		"`code`":                     "\\`code\\`",
		"[link](x) ![i](y) [^1] [ ]": `\[link\](x) !\[i\](y) \[^1\] \[ \]`,
		"<b>bold</b> a < b <3":       `\<b>bold\</b> a < b <3`,
		"AT&T &amp; &#65; &x; a & b": `AT&T \&amp; \&#65; \&x; a & b`,
		`C:\dir`:                     `C:\\dir`,
		"~5 ~~gone~~":                `\~5 \~\~gone\~\~`,
		"https://a.example www.b.c":  `https\://a.example www\.b.c`,
		"desk@a.example and @desk":   `desk\@a.example and @desk`,
		"$5 and $6, 100%, (c) {x} ^": `$5 and $6, 100%, (c) {x} ^`,
		"“Quoted” — ‘it’s’ … 日本":       `“Quoted” — ‘it’s’ … 日本`,
		" spaces at the ends ":         `&#32;spaces at the ends&#32;`,
		"a backslash at the end \\":    `a backslash at the end &#92;`,
		"<https://a.example> is quite": `\<https\://a.example> is quite`,
	} {
		if got := markdownBody(t, doc.Block{Text: text}); got != want {
			t.Errorf("%q is written\n%s\nwant\n%s", text, got, want)
		}
	}
}

func TestMarkdownMarkup(t *testing.T) {
	link := func(target string) func(int, int) doc.Span {
		return func(from, to int) doc.Span { return doc.Span{Start: from, End: to, Kind: doc.Link, Target: target} }
	}
	mark := func(k doc.SpanKind) func(int, int) doc.Span {
		return func(from, to int) doc.Span { return doc.Span{Start: from, End: to, Kind: k} }
	}
	em, strong, code := mark(doc.Emphasis), mark(doc.Strong), mark(doc.InlineCode)
	a := link("https://a.example/")
	for _, c := range []struct {
		name, text string
		spans      []doc.Span
		want       string
	}{
		{"emphasis", "a word b", []doc.Span{em(2, 6)}, "a *word* b"},
		{"white space at its ends", "a word b", []doc.Span{em(1, 7)}, "a *word* b"},
		{"nothing but white space", "a   b", []doc.Span{em(1, 4), a(2, 3)}, "a   b"},
		{"inside a word", "unbelievable", []doc.Span{em(2, 8)}, "un*believ*able"},
		{"both over one stretch", "a word b", []doc.Span{strong(2, 6), em(2, 6)}, "a **_word_** b"},
		{"one beside the other", "ab", []doc.Span{em(0, 1), strong(1, 2)}, "_a_**b**"},
		{"crossing", "abc def ghi", []doc.Span{strong(0, 7), em(4, 11)}, "**abc _def_** *ghi*"},
		{"touching", "abcdef", []doc.Span{em(0, 3), em(3, 6)}, "*abcdef*"},
		{"quotes inside, letters outside", "これは「強調」です", []doc.Span{strong(9, 21)}, "これ&#12399;**「強調」**&#12391;す"},
		{"quotes inside, spaces outside", "so “it” is", []doc.Span{em(3, 11)}, "so *“it”* is"},
		{"link", "see it now", []doc.Span{a(4, 6)}, "see [it](https://a.example/) now"},
		{"link with brackets", "see [it]", []doc.Span{link("https://a.example/(x)?a=1&copy;=2")(4, 8)}, `see [\[it\]](https://a.example/\(x\)?a=1&amp;copy;=2)`},
		{"link over its own address", "at https://a.example/ now", []doc.Span{a(3, 21)}, "at <https://a.example/> now"},
		{"link called X", "X", []doc.Span{a(0, 1)}, "[&#88;](https://a.example/)"},
		{"link to nowhere", "see it", []doc.Span{link("")(4, 6)}, "see it"},
		{"link to a script", "see it", []doc.Span{link("javascript:alert(1)")(4, 6)}, "see it"},
		{"after an exclamation mark", "oh!it", []doc.Span{a(3, 5)}, `oh\![it](https://a.example/)`},
		{"emphasis across a link's start", "one two three", []doc.Span{em(0, 7), a(4, 13)}, "*one* [*two* three](https://a.example/)"},
		{"link in code", "f(Bar)", []doc.Span{code(0, 6), a(2, 5)}, "`f(`[`Bar`](https://a.example/)`)`"},
		{"code with backticks", "a `b` c", []doc.Span{code(2, 5)}, "a `` `b` `` c"},
		{"code with stars", "a*b*c", []doc.Span{code(0, 5)}, "`a*b*c`"},
		{"superscript", "102", []doc.Span{mark(doc.Superscript)(2, 3)}, "10<sup>2</sup>"},
		{"strike", "was is", []doc.Span{mark(doc.Strike)(0, 3)}, "~~was~~ is"},
		{"offsets in the middle of a letter", "aéb", []doc.Span{em(2, 4), em(-1, 99)}, "*aéb*"},
	} {
		if got := markdownBody(t, doc.Block{Text: c.text, Spans: c.spans}); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestMarkdownLists(t *testing.T) {
	item := func(level int, marker, text string) doc.Block {
		return doc.Block{Kind: doc.ListItem, Level: level, Marker: marker, Text: text}
	}
	for _, c := range []struct {
		name   string
		blocks []doc.Block
		want   string
	}{
		{"nested", []doc.Block{item(1, "•", "a"), item(2, "1.", "b"), item(2, "2.", "c"), item(1, "•", "d")}, "- a\n  1. b\n  2. c\n- d"},
		{"numbers out of turn", []doc.Block{item(1, "1.", "a"), item(1, "3.", "b"), item(1, "4.", "c")}, "1. a\n\n3) b\n4) c"},
		{"starting deep", []doc.Block{item(3, "•", "a"), item(5, "•", "b"), item(3, "•", "c")}, "- a\n  - b\n- c"},
		{"deeper after a number that cannot break in", []doc.Block{item(1, "•", "a"), item(2, "5.", "b")}, "- a\n\n  5. b"},
		{"letters", []doc.Block{item(1, "a.", "x"), item(1, "b.", "y")}, "1. x\n2. y"},
		{"Roman numbers", []doc.Block{item(1, "iii.", "x"), item(1, "iv.", "y")}, "3. x\n4. y"},
		{"letters up to i", []doc.Block{item(1, "h.", "x"), item(1, "i.", "y")}, "8. x\n9. y"},
		{"tasks", []doc.Block{item(1, "☑", "done"), item(1, "☐", "to do")}, "- [x] done\n- [ ] to do"},
		{"more of an item", []doc.Block{item(1, "1.", "a"), item(1, "", "b"), item(1, "2.", "c")}, "1. a\n\n   b\n\n2. c"},
		{"a broken line", []doc.Block{item(1, "•", "a"), {Kind: doc.ListItem, Level: 1, Text: "b", Tight: true}}, "- a\\\n  b"},
		{"quoted", []doc.Block{{Kind: doc.ListItem, Level: 1, Marker: "•", Text: "a", Quotes: 1}, {Kind: doc.Quote, Text: "b", Quotes: 1}}, "> - a\n>\n> b"},
		{"below zero", []doc.Block{item(1, "-1.", "a")}, "- a"},
		{"a term", []doc.Block{{Text: "Term"}, {Kind: doc.ListItem, Level: 1, Text: "meaning", Tight: true}}, "Term\\\nmeaning"},
	} {
		if got := markdownBody(t, c.blocks...); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestMarkdownBlocks(t *testing.T) {
	for _, c := range []struct {
		name   string
		blocks []doc.Block
		want   string
	}{
		{"heading that ends in a hash", []doc.Block{{Kind: doc.Heading, Level: 2, Text: "Why C #"}}, `## Why C \#`},
		{"heading of no rank", []doc.Block{{Kind: doc.Heading, Text: "a"}, {Kind: doc.Heading, Level: 9, Text: "b"}}, "# a\n\n###### b"},
		{"quotes", []doc.Block{{Kind: doc.Quote, Text: "a"}, {Text: "b"}, {Kind: doc.Heading, Level: 3, Text: "c", Quotes: 2}}, "> a\n\nb\n\n> > ### c"},
		{"code with fences", []doc.Block{{Kind: doc.Code, Language: "md`x", Text: "````\na\n````", Quotes: 1}}, "> `````mdx\n> ````\n> a\n> ````\n> `````"},
		{"table without a heading", []doc.Block{{Kind: doc.Table, Text: "a | b\tc\n\td"}}, "|  |  |\n| --- | --- |\n| a \\| b | c |\n|  | d |"},
		{"image", []doc.Block{{Kind: doc.Image, Text: "a [b]", Target: "https://a.example/x"}}, `![a \[b\]](https://a.example/x)`},
		{"image from a script", []doc.Block{{Kind: doc.Image, Text: "a", Target: "javascript:x"}}, "![a]()"},
		{"nothing", []doc.Block{{}, {Kind: doc.Image}, {Text: " "}}, ""},
		{"rule", []doc.Block{{Text: "a"}, {Kind: doc.Rule}, {Text: "b"}}, "a\n\n---\n\nb"},
	} {
		if got := markdownBody(t, c.blocks...); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestTitleStandsOnce(t *testing.T) {
	d := &doc.Document{Title: "The Title", Blocks: []doc.Block{
		{Kind: doc.Heading, Level: 2, Text: "the  title", Verdict: doc.Verdict{Kept: true}},
		{Text: "Text.", Verdict: doc.Verdict{Kept: true}},
		{Kind: doc.Heading, Level: 2, Text: "The Title", Verdict: doc.Verdict{Kept: true}},
	}}
	want := "# The Title\n\nText.\n\n## The Title\n"
	if got := strings.TrimPrefix(bodyOf(t, markdownOf(t, d)), "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// FuzzMarkdown reads back a document of one text in every place, with spans
// over it.
func FuzzMarkdown(f *testing.F) {
	for _, s := range pieces {
		f.Add(s+" a"+s, s, uint64(len(s)))
	}
	for _, s := range hostile {
		f.Add(s, s+s, uint64(1))
	}
	f.Fuzz(func(t *testing.T, text, other string, seed uint64) {
		text, other = strings.TrimSpace(doc.Clean(text)), strings.TrimSpace(doc.Clean(other))
		if len(text)+len(other) > 2000 {
			return
		}
		r := rand.New(rand.NewPCG(seed, 2)) //nolint:gosec // a test must repeat itself
		d := &doc.Document{Title: other}
		for k := range doc.Rule {
			b := doc.Block{Kind: k, Level: 1 + r.IntN(3), Text: text, Quotes: r.IntN(2), Tight: r.IntN(3) == 0, Verdict: doc.Verdict{Kept: true}}
			switch k {
			case doc.ListItem:
				b.Marker = []string{"•", "1.", "7.", "☐", ""}[r.IntN(5)]
			case doc.Code:
				b.Text = doc.CleanLines(text + "\n" + other)
			case doc.Table:
				b.Text = text + "\t" + other + "\n" + other + "\t" + text
				b.Header = r.IntN(2) == 0
			case doc.Image:
				b.Target = targets[0]
			case doc.Quote:
				b.Quotes++
			default:
			}
			if k != doc.Image && k != doc.Code {
				b.Spans = randomSpans(r, b.Text, 4)
			}
			d.Blocks = append(d.Blocks, b, doc.Block{Text: other, Tight: true, Quotes: b.Quotes, Verdict: doc.Verdict{Kept: true}})
		}
		file := markdownOf(t, d)
		if diff, ok := alike(readMarkdown(t, bodyOf(t, file)), wantMarkdown(d)); !ok {
			t.Errorf("%s\n%s", diff, file)
		}
	})
}

func BenchmarkMarkdown(b *testing.B) {
	d := sample()
	var n int
	for b.Loop() {
		n = len(markdownOf(b, d))
	}
	b.SetBytes(int64(n))
}
