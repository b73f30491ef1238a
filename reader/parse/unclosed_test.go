package parse

import "testing"

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
