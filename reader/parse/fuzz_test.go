package parse

import (
	"os"
	"path/filepath"
	"testing"

	"lectern/reader/doc"
)

// seed gives a fuzz target the fixtures whose names match.
func seed(f *testing.F, patterns ...string) {
	f.Helper()
	for _, p := range patterns {
		files, _ := filepath.Glob(filepath.Join(repository, p))
		for _, name := range files {
			if b, err := os.ReadFile(name); err == nil {
				f.Add(string(b))
			}
		}
	}
}

func FuzzHTML(f *testing.F) {
	seed(f, "pages/*.html", "hostile/*.html")
	for _, s := range []string{
		"<p>a<br>b<br><br>c", "<table><tr><td>a<td rowspan=2>b<caption>c<tr><td colspan=3>d</table>",
		"<ol reversed start=3 type=i><li value=x>a<ul><li>b</ol>", "<pre>\n\ta<br>b<textarea>c</pre>",
		"<div hidden>" + longSentence + "</div>x<div aria-hidden=true>y</div>", "<noscript><img src=a alt=b>" + longSentence + "</noscript>",
		"<a href=http://x/><p>a</a><svg><p>b</svg><math><mi>c<annotation>d", "<b><p>a</b><i>b</p>c", "<template shadowrootmode=open>a<dl><dt>b<dd>c",
		"<h1 role=heading aria-level=2>a<button>b</button></h1>\x00&#27;&nbsp;\u202e\u200b<plaintext>c",
		`<script type="application/ld+json">{"@type":"Article","author":[{"name":"A"}],"headline":"\u001b"}</script>`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, page string) {
		d := HTML(page, "https://fuzz.example/a/b?c")
		checkDocument(t, d)
		if diff := differ(blockWords(d), visibleWords(page)); diff != "" {
			t.Fatalf("blocks and page part\n%s", diff)
		}
	})
}

// longSentence reads like a piece of an article.
const longSentence = "The committee met on Tuesday, as it had met on every Tuesday since the war, and agreed once more that " +
	"something had to be done about the bridge before it did something about itself."

func FuzzMarkdown(f *testing.F) {
	seed(f, "pages/*.md", "hostile/*.md", "export/*.md", "hostile/*.txt")
	for _, s := range []string{
		"# a\n\n- b\n  1. c\n\n     d\n> e\n>> f\n", "a  \nb<br>c\\\nd\n***\n~~~\ncode\n~~~\n    code\n",
		"|a|b|\n|-|:-:|\n|`c\\|d`|\n", "[a](b \"c\")![d](e)<f@g.h>www.i.j[^k]\n\n[^k]: l\n\n    m\n", "<div>\n\n*a*\n\n</div>\n<!-- b\n\nc -->\n[d]: e\n",
		"---\ntitle: a\nauthor: [b, {name: c}]\ndate: 2001-02-03\n---\nd", "a\n===\nb\n---\n- [x] c\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := Markdown(text, "https://fuzz.example/")
		checkDocument(t, d)
		_, skipped := frontMatter(&doc.Document{}, text)
		checkLines(t, text, d.Blocks, skipped)
	})
}

func FuzzText(f *testing.F) {
	seed(f, "pages/*.txt", "texts/*.txt", "hostile/*.txt")
	for _, s := range []string{
		"> a\n>\n>> b\n\n- c\n  - d\n- e\n1. f\n2. g\n\n---\nh\n===\n", "    a = b;\n\n    {c}\n\nd", "\t\u3000a\r\n\x00\n\u2028b\n", ">\n> a\n> b",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := Text(text)
		checkDocument(t, d)
		checkLines(t, text, d.Blocks, 0)
		checkWords(t, text, d.Blocks)
	})
}

func FuzzDetect(f *testing.F) {
	seed(f, "pages/*", "hostile/*")
	f.Fuzz(func(t *testing.T, text string) {
		got := Detect(text, "", "")
		if again := Detect(text, "application/octet-stream", "-"); again != got {
			t.Errorf("%v without hints, %v with hints that say nothing", got, again)
		}
		if got == doc.Auto || Detect(text, "text/html", "") == doc.Auto {
			t.Error("no decision")
		}
		if Detect("<!DOCTYPE html>"+text, "text/plain", "a.md") != doc.HTML {
			t.Error("a page is not taken for HTML")
		}
	})
}
