package corpus

import (
	"testing"

	"lectern/reader/classify/train/prompts"
)

// TestPosted: a page with a prompt put in says all that it said, in order, and
// the prompt's lines are clutter in containers of their own; the page it was
// made of stays as it was.
func TestPosted(t *testing.T) {
	const story = `<p>The ferry left at nine.</p><p>It was late.</p><p>Nobody minded the delay.</p><p>At noon it came back.</p><p>Then it rained.</p>`
	p := Page{ID: "1", Source: NameWCXB, Type: "article", HTML: "<body><nav><a href=/>Home</a></nav><main>" + story + "</main></body>",
		Gold: Gold{Text: "The ferry left at nine.\nIt was late.\nNobody minded the delay.\nAt noon it came back.\nThen it rained."}}
	stock, err := NewStock(prompts.Train)
	if err != nil {
		t.Fatal(err)
	}
	s := p.Sample()
	n, elements := len(s.Doc.Blocks), len(s.Doc.Elements)
	for variant := range uint64(30) {
		made := stock.Posted(s, variant)
		if len(s.Doc.Blocks) != n || len(s.Labels) != n || len(s.Doc.Elements) != elements {
			t.Fatal("the page itself was changed")
		}
		if len(made.Doc.Blocks) <= n || len(made.Labels) != len(made.Doc.Blocks) || len(made.Tags) != len(made.Labels) {
			t.Fatalf("%d blocks, %d labels, %d tags made of %d blocks", len(made.Doc.Blocks), len(made.Labels), len(made.Tags), n)
		}
		at := 0
		for i := range made.Doc.Blocks {
			b := &made.Doc.Blocks[i]
			if at < n && b.Text == s.Doc.Blocks[at].Text {
				at++
				continue
			}
			if b.Element < elements || made.Doc.Elements[b.Element].Parent >= b.Element {
				t.Errorf("%q put in stands in container %d of %d", b.Text, b.Element, elements)
			}
		}
		if at != n {
			t.Errorf("variant %d: block %q is lost", variant, s.Doc.Blocks[at].Text)
		}
	}
}
