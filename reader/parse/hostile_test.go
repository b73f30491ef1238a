package parse

import (
	"strconv"
	"strings"
	"testing"

	"lectern/reader/doc"
)

// hostile inputs are as large or as deep as somebody could make them. What
// matters is that they end, and that no word of theirs is lost.
func hostile() map[string]string {
	rep := strings.Repeat
	headings := &strings.Builder{}
	for i := range 100_000 {
		headings.WriteString("<h2>Part " + strconv.Itoa(i) + "</h2>")
	}
	attrs := &strings.Builder{}
	for i := range 20_000 {
		attrs.WriteString(" a" + strconv.Itoa(i) + "=b")
	}
	return map[string]string{
		"divs":               rep("<div>", 10_000) + "deep" + rep("</div>", 10_000) + " after",
		"open divs":          rep("<div>a ", 10_000),
		"open paragraphs":    rep("<p><b>word ", 20_000),
		"formatting":         rep("<b><i><font color=red>x ", 4_000) + "<p>y",
		"distinct fonts":     distinct("<p><font size=%> word ", 3_000),
		"quotations":         rep("<blockquote><p>q ", 6_000),
		"lists":              rep("<ul><li>i ", 6_000),
		"tables":             rep("<table><tr><td>c ", 6_000),
		"wide table":         "<table>" + rep("<tr>"+rep("<td>c", 200), 200) + "</table>",
		"greedy cells":       "<table>" + rep("<tr><td colspan=65000 rowspan=65000>c<td>d", 2_000) + "</table>",
		"links":              rep("<a href=x>y ", 50_000),
		"headings":           headings.String(),
		"tail of deep pages": rep("<div>", 600) + rep("<p>one two</p></div>", 600) + "<p>last words</p>",
		"stray ends":         rep("<i>a", 3_000) + rep("</b></p></div></table>", 20_000) + "end",
		"long word":          "<p>" + rep("w", 200_000),
		"script at depth":    rep("<div>", 600) + "<script>if (a<b) { hidden() }</script>seen<style>p{}</style>",
		"attributes":         "<p" + attrs.String() + ">text",
		"siblings":           distinct("<p>x</p><e%>y</e%>", 5_000),
		"hidden siblings":    rep("<p hidden>Hidden.</p>", 20_000) + "seen",
		"aria-hidden":        rep("<div aria-hidden=true>", 300) + rep("<i></i>", 50_000) + "x",
		"noscripts":          rep("<noscript>Enable it.</noscript>", 20_000),
		"breaks":             rep("<br>", 100_000) + "x",
		"ignored ends":       rep("a</x>", 100_000),
		"comments":           rep("<!-- <p> -->a", 50_000),
		"entities":           rep("&#27;&lt;&notit;", 50_000),
		"NULs":               rep("a\x00b<p>\x00", 10_000),
		"selects":            rep("<select><option>o", 10_000),
		"svg":                rep("<svg><g>", 300) + "<text>no</text>" + rep("</g></svg>", 300) + "yes",
		"math":               rep("<math><mi>x", 2_000) + "y",
		"templates":          rep("<template>t", 2_000) + "y",
		"JSON-LD":            "<script type=application/ld+json>" + rep("[", 20_000) + "</script>text",
	}
}

// distinct repeats a pattern with a number in the place of each "%".
func distinct(pattern string, n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(pattern, "%", strconv.Itoa(i)))
	}
	return b.String()
}

func TestHostilePages(t *testing.T) {
	for name, page := range hostile() {
		t.Run(name, func(t *testing.T) {
			d := HTML(page, "https://example.com/")
			checkDocument(t, d)
			if diff := differ(blockWords(d), visibleWords(page)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// The parser refuses pages nested deeper than 512 elements; their text must
// not be lost with them.
func TestDeepText(t *testing.T) {
	var b strings.Builder
	for i := range 10_000 {
		b.WriteString("<div>w" + strconv.Itoa(i) + " ")
	}
	b.WriteString("bottom" + strings.Repeat("</div>", 9_999) + "<p>top")
	ws := blockWords(HTML(b.String(), ""))
	if len(ws) != 10_002 || ws[9_999] != "w9999" || ws[10_000] != "bottom" || ws[10_001] != "top" {
		t.Errorf("%d words, last %q", len(ws), ws[max(0, len(ws)-3):])
	}
}

func TestHostileMarkdown(t *testing.T) {
	rep := strings.Repeat
	deep := &strings.Builder{}
	for i := range 400 {
		deep.WriteString(rep("  ", i) + "- item\n")
	}
	for name, text := range map[string]string{
		"quotes":        rep(">", 110),
		"more quotes":   rep("> ", 5_000) + "a",
		"brackets":      rep("[", 50_000),
		"open links":    rep("[a](", 50_000),
		"nested links":  rep("[", 20_000) + "a" + rep("](b)", 20_000),
		"emphasis":      rep("*a_ ", 50_000),
		"mixed stars":   rep("_x* __y** ", 50_000),
		"lists":         deep.String(),
		"dashes":        rep("- ", 5_000) + "a",
		"headings":      rep("# a\n", 100_000),
		"references":    distinct("[a%]: u\n", 30_000),
		"footnotes":     distinct("[^%] ", 30_000) + "\n\n" + distinct("[^%]: n\n\n", 30_000),
		"open notes":    rep("[^a]: ", 30_000),
		"table":         rep("|a", 3_000) + "\n" + rep("|-", 3_000) + "\n" + rep("|b\n", 3_000),
		"ticks":         rep("`x``", 50_000),
		"tags":          rep("<a ", 50_000),
		"fences":        rep("```\n", 50_000),
		"long line":     rep("word ", 1_000_000),
		"long word":     rep("w", 200_000),
		"aliases":       "---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e,*e,*e,*e,*e]\n---\nhello\n",
		"deep html":     rep("<div>", 5_000) + "a",
		"bad yaml":      "---\nfoo: [\n---\nhello\n",
		"NULs and ESCs": rep("a\x00b \x1b[31m\n", 1_000),
	} {
		t.Run(name, func(t *testing.T) {
			d := Markdown(text, "")
			checkDocument(t, d)
			_, skipped := frontMatter(&doc.Document{}, text)
			checkLines(t, text, d.Blocks, skipped)
		})
	}
}

func TestHostileText(t *testing.T) {
	rep := strings.Repeat
	for name, text := range map[string]string{
		"long word":   rep("w", 200_000),
		"long line":   rep("word ", 2_000_000),
		"short lines": rep("a\n", 500_000),
		"quotes":      rep(rep(">", 5_000)+"\n", 50),
		"indents":     rep(" ", 500_000) + "a\n" + rep("\n    b = c;", 20_000) + "\nend",
		"indented":    rep("    prose here\n\n", 50_000) + "x",
		"items":       rep("- a\n  - b\n", 50_000),
		"stairs":      distinct("- a\n"+rep(" ", 50), 2_000),
		"rules":       rep("---\n", 100_000),
		"controls":    rep("\x1b]0;title\x07 \u202e\u200b\r\n", 20_000),
		"NULs":        rep("\x00", 100_000),
		"bad UTF-8":   rep("\xff\xc3\n", 50_000),
	} {
		t.Run(name, func(t *testing.T) {
			d := Text(text)
			checkDocument(t, d)
			checkLines(t, text, d.Blocks, 0)
		})
	}
}

// A line of 50 MB is one block, whatever the format.
func TestHugeLine(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a few hundred megabytes")
	}
	line := strings.Repeat("words and more ", 50<<20/15)
	n := len(strings.TrimSpace(line))
	for _, f := range []doc.Format{doc.HTML, doc.Text, doc.Markdown} {
		d := Parse(f, line, "")
		if len(d.Blocks) != 1 || len(d.Blocks[0].Text) != n {
			t.Errorf("%v: %d blocks", f, len(d.Blocks))
		}
	}
}
