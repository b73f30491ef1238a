package parse

import (
	"strings"
	"testing"
)

// TestUnclosedElements: an element that swallows the whole page for want of its
// end is closed; pages with nothing in them stay empty.
func TestUnclosedElements(t *testing.T) {
	for page, want := range map[string]string{
		`<html><head><title>The ferry left<script>var a = "<b>";</script></head><body><p>It left at nine.</p>`:        "It left at nine.",
		`<head><TITLE>The ferry<SCRIPT src="a.js"><link rel="x" href="y"></head><body><p>It left at nine.</p></body>`: "It left at nine.",
		`<body><!-- begin <p>It left at nine.</p></body>`:                                                             "It left at nine.",
		`<head><title>The ferry</title><script>go()</script></head><body></body>`:                                     "",
		`<title>`: "",
	} {
		got := ""
		if d := HTML(page, ""); len(d.Blocks) > 0 {
			got = d.Blocks[0].Text
		}
		if got != want {
			t.Errorf("%s: first block %q, want %q", page, got, want)
		}
	}
}

// TestFramesLeftOpen: an iframe without an end, in a <noscript>, ends with it.
func TestFramesLeftOpen(t *testing.T) {
	const before, frame, after = `<body><noscript>`, `<iframe src="https://a.example/?id=1" height="0">`, `</noscript><p>It left at nine.</p>`
	for _, page := range []string{
		before + frame + after,
		before + frame + `</iframe>` + after,
		before + frame + after + `<noscript>` + frame + `</noscript><p>It came back.</p><iframe src="/map"></iframe>`,
		`<script>s = "<noscript>` + frame + `<\/noscript>"</script>` + after,
		before + `<img src="a.gif">` + after + `<noscript><p>Here`,
	} {
		d := HTML(page, "")
		var texts []string
		for i := range d.Blocks {
			texts = append(texts, d.Blocks[i].Text)
		}
		text := strings.Join(texts, " ")
		if !strings.HasPrefix(text, "It left at nine.") || strings.Contains(page, "came") && !strings.Contains(text, "It came back.") {
			t.Errorf("%s: %q", page, text)
		}
	}
}
