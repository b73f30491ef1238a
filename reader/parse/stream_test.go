package parse

import (
	"strings"
	"testing"

	"lectern/reader/doc"
)

// TestPiecesOfAStreamedPage: what React sends after the page stands where its
// script would put it, is not hidden, and its stand-in is.
func TestPiecesOfAStreamedPage(t *testing.T) {
	const page = `<body><header>Harbour Gazette</header><main><!--$?--><template id="B:0"></template><p>Loading the story of the ferry that left at nine, with all that was known of it until noon, and a map of the harbour it left.</p><!--/$--></main><footer>Imprint</footer>` +
		`<div hidden id="S:0"><h1>The ferry</h1><p>It left at nine.</p><template id="P:1"></template></div><script>$RC("B:0","S:0")</script>` +
		`<div hidden id="S:1"><p>It came back at noon.</p></div><div hidden id="S:2"><p>Nobody was on board, as the harbour master said.</p></div></body>`
	d := HTML(page, "")
	got := make([]string, 0, len(d.Blocks))
	for i := range d.Blocks {
		got = append(got, d.Blocks[i].Text)
		if b := &d.Blocks[i]; b.Hidden != strings.HasPrefix(b.Text, "Loading") {
			t.Errorf("%q is hidden: %v", b.Text, b.Hidden)
		}
	}
	want := "Harbour Gazette|The ferry|It left at nine.|It came back at noon.|Loading the story of the ferry that left at nine, with all that was known of it until noon, and a map of the harbour it left.|Imprint|Nobody was on board, as the harbour master said."
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
	if path := d.Path(2); !strings.Contains(path, "main") {
		t.Errorf("the story stands in %q, want it in main", path)
	}
}

// TestPiecesInOneAnother: pieces that claim to stand in themselves, or twice,
// are read where they stand.
func TestPiecesInOneAnother(t *testing.T) {
	for _, page := range []string{
		`<div hidden id="S:0"><p>One</p><template id="B:0"></template></div>`,
		`<div hidden id="S:0"><p>One</p><template id="B:1"></template></div><div hidden id="S:1"><template id="B:0"></template></div>`,
		`<template id="B:0"></template><div hidden id="S:0"><p>One</p></div><div hidden id="S:0"><p>Two</p></div>`,
		`<!--$?--><template id="B:0"></template><template id="B:1"></template><!--/$--><div hidden id="S:0"></div><div hidden id="S:1"><p>One</p></div>`,
	} {
		d := HTML(page, "")
		if len(d.Blocks) == 0 || d.Blocks[0].Text != "One" || d.Blocks[0].Kind != doc.Paragraph {
			t.Errorf("%s: %+v", page, d.Blocks)
		}
	}
}
