package classify

import (
	"slices"
	"strings"
	"testing"

	"lectern/reader/doc"
)

// runAway classifies a story up to the brake, lets a rule remove all of it for
// one reason, and applies the brake.
func runAway(class string, links bool) *page {
	d := &doc.Document{Format: doc.HTML, Elements: []doc.Element{{Parent: -1, Tag: "body"}, {Tag: "div", Class: class}}}
	for _, s := range []string{
		"The lighthouse keeper of Ness has counted birds for thirty years, every evening at the same window, and has never missed a day.",
		"Her books fill a shelf in the museum now. Biologists come from as far as Lisbon to read them, and she makes them tea.",
		"Last spring, she says, there were fewer swallows than ever before. She does not know why, and she does not like to guess.",
	} {
		b := doc.Block{Text: s, First: -1, Last: -1, Element: 1}
		if links {
			b.Spans = []doc.Span{{End: len(s), Kind: doc.Link}}
		}
		d.Blocks = append(d.Blocks, b)
	}
	r := New()
	pg := r.judge(d)
	pg.decide()
	for i := range pg.blocks {
		pg.blocks[i].keep, pg.blocks[i].by, pg.blocks[i].reason = false, byModel, doc.Newsletter
	}

	pg.brake()
	for i, v := range pg.verdicts(0) {
		d.Blocks[i].Verdict = v
	}
	return pg
}

func TestBrakeRestoresWhatOneSignTook(t *testing.T) {
	pg := runAway("newsletter", false)
	for i := range pg.d.Blocks {
		if !pg.d.Blocks[i].Verdict.Kept {
			t.Errorf("stays removed: %s", pg.d.Blocks[i].Text)
		}
	}
	if n := pg.d.Notes; len(n) != 1 || !strings.Contains(n[0], "“newsletter”") || !strings.Contains(n[0], "3 blocks") {
		t.Errorf("notes %q", n)
	}
}

func TestBrakeLeavesWhatSeveralSignsTook(t *testing.T) {
	pg := runAway("newsletter related", true)
	if n := len(pg.d.Kept()); n != 0 || len(pg.d.Notes) != 0 {
		t.Errorf("kept %d blocks, notes %q", n, pg.d.Notes)
	}
}

// TestBlindScoringLeavesThePageAsItWas: what is decided about a page later, at
// another strictness, must not depend on whether the brake looked at it.
func TestBlindScoringLeavesThePageAsItWas(t *testing.T) {
	pg := runAway("newsletter", false)
	pg.head.score(pg)
	was, blocks := *pg, slices.Clone(pg.blocks)
	blind := pg.blind()
	if pg.ofKind != was.ofKind || pg.limit != was.limit || pg.nameless || !slices.Equal(pg.belief.mass, was.belief.mass) {
		t.Errorf("kinds %v, limit %v; before %v, %v", pg.ofKind, pg.limit, was.ofKind, was.limit)
	}
	for i := range blocks {
		if pg.blocks[i].p != blocks[i].p || pg.blocks[i].hits != blocks[i].hits || pg.blocks[i].asks != blocks[i].asks {
			t.Errorf("block %d was changed", i)
		}
		if blind[i] == blocks[i].p {
			t.Errorf("block %d: the name of the container was not left out", i)
		}
	}
}
