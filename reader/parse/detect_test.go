package parse

import (
	"path/filepath"
	"strings"
	"testing"

	"lectern/reader/doc"
)

func TestDetect(t *testing.T) {
	prose := strings.Repeat("The committee met on Tuesday and agreed on nothing in particular, as it had the week before. ", 4)
	for _, c := range []struct {
		name, text, media, address string
		want                       doc.Format
	}{
		{"a page", "<!DOCTYPE html>\n<title>x</title><p>y", "", "", doc.HTML},
		{"a page called text", "<!doctype html><p>" + prose, "text/plain; charset=utf-8", "notes.txt", doc.HTML},
		{"a page after a comment", "\ufeff<!-- saved from url -->\n<HTML><BODY>hi", "", "", doc.HTML},
		{"XHTML", "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\"><html>", "", "", doc.HTML},
		{"no doctype", "<div class=\"story\"><p>" + prose + "</p><p>" + prose + "</p></div>", "", "-", doc.HTML},
		{"a fragment", "<p>" + prose + "</p>\n\n<p>" + prose + "</p>", "text/plain", "", doc.HTML},
		{"a fragment that begins with words", "Hello.<br>" + prose + "<p>" + prose + "<p>" + prose + "<br>", "", "a.txt", doc.HTML},
		{"uppercase without ends", "<P>" + prose + "<P>" + prose + "<HR>", "", "", doc.HTML},
		{"text that shows tags", prose + "\n\nUse <p> for paragraphs and </p> to end them, or <br> for lines.\n\n" + prose + "\n\n" + prose, "", "", doc.Text},
		{"text with comparisons", "if a <b and c> d then\n" + prose, "", "", doc.Text},
		{"text with an address in angles", "From: Jane <jane@example.com>\n" + prose, "", "", doc.Text},
		{"plain text", prose + "\n" + prose, "", "", doc.Text},
		{"text served as HTML", prose + "\n\n" + prose, "text/html", "", doc.Text},
		{"HTML of one tag served as HTML", prose + "<br>" + prose, "text/html", "", doc.HTML},
		{"a dash and an underscore", "News of the day\n- one thing\n- another_thing with snake_case\n* a third\n" + prose, "", "", doc.Text},
		{"hashtags", "#breaking #news\n" + prose + "\n# 1 in the charts\n" + prose, "", "", doc.Text},
		{"stars in prose", "He **really** meant it. " + prose, "", "", doc.Text},
		{"an e-mail", "> quoted\n> quoted more\n\n" + prose + "\n-- \nJane", "", "", doc.Text},
		{"Markdown by name", prose, "", "/tmp/README.md", doc.Markdown},
		{"Markdown by address", prose, "text/plain", "https://example.com/a/README.md?raw=1", doc.Markdown},
		{"Markdown by media type", "hello", "text/markdown; charset=utf-8", "", doc.Markdown},
		{"Markdown served as text", "# Title\n\n" + prose + "\n\n## Use\n\nSee [the manual](https://example.com/m).\n\n```sh\nmake\n```\n", "text/plain", "", doc.Markdown},
		{"Markdown with front matter", "---\ntitle: A\ndate: 2020-01-01\n---\n\n# A\n\n" + prose, "", "", doc.Markdown},
		{"a README that begins with HTML", "<p align=\"center\"><img src=\"logo.png\"></p>\n\n# Tool\n\n" + prose + "\n\n## Install\n\n```sh\ngo install\n```\n\nSee [docs](https://example.com/).\n\n## More\n\n" + prose, "", "", doc.Markdown},
		{"a README with that name", "<h1 align=\"center\">Tool</h1>\n<p>x</p>\n", "", "README.md", doc.Markdown},
		{"a page with that name", "<!doctype html><p>x", "", "README.md", doc.HTML},
		{"a shell script", "#!/bin/sh\n# Build all.\n# Then test.\nmake all\n# Done.\n", "", "", doc.Text},
		{"empty", "", "", "", doc.Text},
		{"empty page", "", "text/html", "", doc.HTML},
		{"a lone sign", "<", "", "", doc.Text},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Detect(c.text, c.media, c.address); got != c.want {
				t.Errorf("Detect = %v, want %v", got, c.want)
			}
		})
	}
}

// Nothing but the bytes must be enough for pages and texts from the web.
func TestDetectCrawled(t *testing.T) {
	if testing.Short() {
		t.Skip("reads thousands of pages")
	}
	dir := filepath.Join(shared(t), "data")
	files, _ := filepath.Glob(filepath.Join(dir, "wcxb-dev", "*.jsonl.gz"))
	pages, wrong := 0, 0
	for _, f := range files {
		eachRow(t, f, func(p page) {
			pages++
			if got := Detect(p.HTML, "", ""); got != doc.HTML {
				wrong++
				t.Errorf("page %s is taken for %v", p.ID, got)
			}
		})
	}
	for _, f := range []string{"text-dev.jsonl.gz", "more/text-dragnet.jsonl.gz"} {
		eachRow(t, filepath.Join(dir, f), func(p page) {
			ls := make([]string, 0, len(p.Lines))
			for _, l := range p.Lines {
				ls = append(ls, l.Text)
			}
			pages++
			if got := Detect(strings.Join(ls, "\n"), "text/plain", "page.txt"); got != doc.Text {
				wrong++
				t.Logf("text %s is taken for %v", p.ID, got)
			}
		})
	}
	// One of these texts is Markdown.
	if wrong > 1 {
		t.Errorf("%d of %d sources are taken for something else", wrong, pages)
	}
}
