package tui

import (
	"sort"

	"lectern/styles"
	"lectern/ui/layout"
	"lectern/ui/paint"
)

// highlights returns what is painted over the text of a row: entities, and
// matches of the search over them.
func (m *model) highlights(l layout.Line) []paint.Highlight {
	if l.Kind != layout.Body || l.Block < 0 {
		return nil
	}
	start, end := l.Start, l.End
	var hl []paint.Highlight
	if m.entities {
		es := m.shown.Entities
		for i := sort.Search(len(es), func(i int) bool {
			return es[i].Block > l.Block || es[i].Block == l.Block && es[i].End > start
		}); i < len(es) && es[i].Block == l.Block && es[i].Start < end; i++ {
			if es[i].Doubtful {
				continue
			}
			hl = append(hl, paint.Highlight{Start: es[i].Start, End: es[i].End, Role: styles.Entity(es[i].Kind)})
		}
	}
	here, ok := m.search.here()
	in := matchesIn(m.search.found, l.Block)
	for _, f := range in[sort.Search(len(in), func(i int) bool { return in[i].end > start }):] {
		if f.start >= end {
			break
		}
		role := styles.Match
		if ok && f == here {
			role = styles.CurrentMatch
		}
		hl = append(hl, paint.Highlight{Start: f.start, End: f.end, Role: role})
	}
	return hl
}
