package parse

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lectern/reader/doc"
)

func TestMarkdown(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"paragraphs", "a\nb\n\nc", "paragraph lines 0-1: a b\nparagraph lines 3-3: c\n"},
		{"line breaks", "a  \nb\\\nc<br>d", "paragraph lines 0-0: a\nparagraph tight lines 1-1: b\nparagraph tight lines 2-2: c\nparagraph tight: d\n"},
		{"headings", "# a #\nb\n===\nc\n---\n####### d", "heading 1 lines 0-0: a\nheading 1 lines 1-2: b\nheading 2 lines 3-4: c\nparagraph lines 5-5: ####### d\n"},
		{"emphasis", "*a **b*** `c*` ~~d~~ \\*e\\*", "paragraph lines 0-0: a b c* d *e* {emphasis a b} {strong b} {code c*} {strike d}\n"},
		{"character references", "&lt;a&gt; &copy &copy; \\&lt;", "paragraph lines 0-0: <a> &copy © &lt;\n"},
		{"an escape that is none", "&#27;[31ma &#x202e;b", "paragraph lines 0-0: ␛[31ma b\n"},
		{"links", "[a](b 'c') <https://d.example> www.e.example [f](javascript:g) [h]\n\n[h]: /i", "paragraph lines 0-2: a https://d.example www.e.example f h {link a → https://h.example/b} {link https://d.example → https://d.example} {link www.e.example → http://www.e.example} {link f} {link h → https://h.example/i}\n"},
		{"images", "![a *b*](c.png)\n\nd ![](e.png) f", "image → https://h.example/c.png lines 0-0: a b\nparagraph lines 2-2: d f\nimage → https://h.example/e.png\n"},
		{"lists", "- a\n- b\n\n  c\n  1. d\n  2. e\n- [x] f\n- [ ] g", "list item 1 [•] lines 0-0: a\nlist item 1 [•] lines 1-1: b\nlist item 1 lines 3-3: c\nlist item 2 [1.] lines 4-4: d\nlist item 2 [2.] lines 5-5: e\nlist item 1 [☑] lines 6-6: f\nlist item 1 [☐] lines 7-7: g\n"},
		{"numbers", "3) a\n4) b", "list item 1 [3)] lines 0-0: a\nlist item 1 [4)] lines 1-1: b\n"},
		{"quotations", "> a\n> # b\n> - c\n> > d\n\n- e\n  > f", "quote quoted 1 lines 0-0: a\nheading 1 quoted 1 lines 1-1: b\nlist item 1 [•] quoted 1 lines 2-2: c\nquote quoted 2 lines 3-3: d\nlist item 1 [•] lines 5-5: e\nquote quoted 1 lines 6-6: f\n"},
		{"code", "```Go title=x\na\n\tb\n```\n\n    c\n\n    d", "code in go lines 0-3: a⏎    b\ncode lines 5-7: c⏎⏎d\n"},
		{"tables", "|a|b|\n|-|-|\n|`c\\|d`||\n\ne", "table with header lines 0-2: a⇥b⏎c|d {code c|d}\nparagraph lines 4-4: e\n"},
		{"rules", "a\n\n***\nb", "paragraph lines 0-0: a\nrule lines 2-2\nparagraph lines 3-3: b\n"},
		{"footnotes in their place", "a[^x] b[^y]\n\n[^x]: c\n\nd\n\n[^z]: e", "paragraph lines 0-0: a1 b[^y] {superscript 1}\nlist item 1 [x.] lines 2-2: c\nparagraph lines 4-4: d\nlist item 1 [z.] lines 6-6: e\n"},
		{"raw tags", "a<sup>b</sup> <span>c</span> <x>d", "paragraph lines 0-0: ab c d {superscript b}\n"},
		{"raw blocks", "<div>a\n<p>b</div>\n\nc\n<!-- d -->", "paragraph lines 0-1: a\nparagraph: b\nparagraph lines 3-4: c\n"},
		{"raw scripts", "<script>\na()\n</script>\n\nb", "paragraph lines 0-4: b\n"},
		{"nothing but marks", "#\n\n>", "paragraph lines 0-0: #\nparagraph lines 2-2: >\n"},
		{"nothing", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := Markdown(c.text, "https://h.example/")
			checkDocument(t, d)
			checkLines(t, c.text, d.Blocks, 0)
			if diff := cmp.Diff(c.want, sketchLines(d)); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

func TestFrontMatter(t *testing.T) {
	for _, c := range []struct {
		name, matter string
		want         doc.Document
	}{
		{"ours", "title: 'It''s \"here\"'\nauthor: Jane Doe\nsite: The Post\npublished: 2013-05-27\nsource: https://p.example/a\nlanguage: en-GB", doc.Document{Title: `It's "here"`, Byline: "Jane Doe", Site: "The Post", Published: "2013-05-27", Canonical: "https://p.example/a", Language: "en-GB"}},
		{"others", "Title: A\nauthors:\n- Jane Doe\n- name: John Roe\ndate: 2013-05-27T10:00:00Z\nurl: https://p.example/a\nsummary: b", doc.Document{Title: "A", Byline: "Jane Doe, John Roe", Published: "2013-05-27", Canonical: "https://p.example/a", Description: "b"}},
		{"controls", "title: \"a\\e[31mb\"\nsource: javascript:x", doc.Document{Title: "a␛[31mb"}},
		{"a number", "title: 1984", doc.Document{Title: "1984"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := Markdown("---\n"+c.matter+"\n---\n\ntext\n", "")
			checkDocument(t, d)
			line := strings.Count(c.matter, "\n") + 4
			if len(d.Blocks) != 1 || d.Blocks[0].Text != "text" || d.Blocks[0].First != line {
				t.Fatalf("blocks: %+v, want the text of line %d", d.Blocks, line)
			}
			got := doc.Document{Title: d.Title, Byline: d.Byline, Site: d.Site, Published: d.Published, Language: d.Language, Canonical: d.Canonical, Description: d.Description}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// What is not front matter is text, and must not be lost.
func TestNoFrontMatter(t *testing.T) {
	for _, text := range []string{"---\ntitle: [\n---\n", "---\nno mapping\n---\n", "---\ntitle: a\n\nopen", "\n---\ntitle: a\n---\n", "---\n- a: b\n---\n"} {
		d := Markdown(text, "")
		checkLines(t, text, d.Blocks, 0)
		if d.Title != "" {
			t.Errorf("%q has the title %q", text, d.Title)
		}
	}
}
