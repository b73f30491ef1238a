package classify

import (
	"testing"

	"lectern/reader/doc"
)

// TestDatelineIsShownOnce: above the story, a dateline says again what the head of the
// article says, if the date is known.
func TestDatelineIsShownOnce(t *testing.T) {
	const told = "The ferry sailed at noon with forty people on board, and none of them knew that it was its last trip of the year."
	for name, c := range map[string]struct {
		line, date string
		kind       doc.Kind
		below      bool
		likely     float64
		gone       bool
	}{
		"a date":              {line: "14 March 2025", date: "2025-03-14", likely: .7, gone: true},
		"a date and a time":   {line: "14 March 2025, 9:30", date: "2025-03-14", likely: .7, gone: true},
		"how long it takes":   {line: "14 March 2025 · 4 min read", date: "2025-03-14", likely: .7, gone: true},
		"nobody knows when":   {line: "14 March 2025", likely: .7},
		"surely the story's":  {line: "14 March 2025", date: "2025-03-14", likely: .95},
		"within the story":    {line: "14 March 2025", date: "2025-03-14", likely: .7, below: true},
		"a heading":           {line: "14 March 2025", date: "2025-03-14", likely: .7, kind: doc.Heading},
		"another year":        {line: "Berlin, 9 May 1945", date: "2025-03-14", likely: .7},
		"a year alone":        {line: "The winter of 2025", date: "2025-03-14", likely: .7},
		"more than its dates": {line: "On 14 March 2025 the harbour froze", date: "2025-03-14", likely: .7},
	} {
		at := 0
		d := &doc.Document{Format: doc.HTML, Published: c.date, Blocks: []doc.Block{{Text: c.line, Kind: c.kind, Element: -1}, {Text: told, Element: -1}}}
		if c.below {
			at = 1
			d.Blocks[0], d.Blocks[1] = d.Blocks[1], d.Blocks[0]
		}
		pg := tablesOnly().read(d, func(*block, *tokens) {})
		pg.kind = storyPage
		pg.blocks[at].p, pg.blocks[at].keep = c.likely, true
		pg.titles()
		if pg.blocks[at].keep == c.gone {
			t.Errorf("%s: kept %v", name, !c.gone)
		}
		if fact := pg.sameness(at); c.gone && fact != "is the date shown above" {
			t.Errorf("%s: %q", name, fact)
		}
	}
}
