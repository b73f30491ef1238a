package classify

import (
	"slices"
	"strings"
	"testing"
)

// TestFrame: where menus stand around a story, a list that the model doubts goes as
// one of them; where only labels stand between its paragraphs, the list is the
// story's own.
func TestFrame(t *testing.T) {
	paragraph := strings.Repeat("The ferry left the harbour in the rain and nobody waved. ", 3)
	label, list, menu := "Advertisement", []string{"Wood and nails", "Ropes", "Lamps"}, []string{"Weather", "The harbour"}
	story := slices.Concat([]string{paragraph, label, paragraph, label, paragraph, label, paragraph}, list, []string{paragraph, paragraph})
	const prompt, doubted, hardly = "Your email address", .2, .1
	for name, c := range map[string]struct {
		lines []string
		p     float64 // of the lines of the list
		gone  int
	}{
		"alone":                 {story, doubted, 0},
		"below a menu":          {slices.Concat(menu, story), doubted, len(list)},
		"above a menu":          {slices.Concat(story, menu), doubted, len(list)},
		"beside a prompt":       {slices.Concat(story, []string{prompt}), doubted, 0},
		"hardly likely, alone":  {story, hardly, 0},
		"hardly, with a prompt": {slices.Concat(story, []string{prompt}), hardly, len(list)},
	} {
		pg := weighedText(nil, c.lines...)
		for i := range pg.blocks {
			switch text := pg.d.Blocks[i].Text; {
			case slices.Contains(list, text):
				pg.blocks[i].p = c.p
			case text != paragraph:
				pg.blocks[i].p = .05
			}
			if pg.d.Blocks[i].Text == prompt {
				pg.blocks[i].asks = .9
			}
		}
		pg.spans()
		pg.labels()
		pg.pleas()
		pg.restrain()
		gone := 0
		for i := range pg.blocks {
			b, text := &pg.blocks[i], pg.d.Blocks[i].Text
			switch {
			case slices.Contains(list, text) && !b.keep:
				gone++
			case text == paragraph != b.keep && !slices.Contains(list, text):
				t.Errorf("%s: %q kept: %v", name, text, b.keep)
			}
		}
		if gone != c.gone {
			t.Errorf("%s: %d lines of the list went, want %d", name, gone, c.gone)
		}
	}
}
