package classify

import (
	"slices"

	"lectern/reader/doc"
)

// levelsOfHeading is how deep headings nest.
const levelsOfHeading = 6

// section is what stands below a heading, up to the next of its rank.
type section struct{ kept, removed bool }

// behead removes the headings of which nothing is left: those of a section that
// is gone, and those in the box of something that is gone.
func (pg *page) behead() {
	boxes := pg.boxes()
	var open [levelsOfHeading]section // by level, of the section that follows
	for i := len(pg.blocks) - 1; i >= 0; i-- {
		b, src := &pg.blocks[i], &pg.d.Blocks[i]
		level := levelsOfHeading
		if src.Kind == doc.Heading {
			level = max(0, min(src.Level, levelsOfHeading)-1)
			s := open[level]
			if b.keep && i != pg.first && (s.removed && !s.kept || boxes.gone(pg, i)) {
				b.set(false, byFollowing)
			}
			for l := level; l < levelsOfHeading; l++ {
				open[l] = section{}
			}
		}
		for l := range level {
			open[l].kept = open[l].kept || b.keep
			open[l].removed = open[l].removed || !b.keep && b.words > 0
		}
	}
}

// boxes counts for every container what is in it, headings aside.
type boxes []struct {
	kept    int
	prompts int // removed blocks that ask the reader for something
	removed int
}

func (pg *page) boxes() boxes {
	out := make(boxes, len(pg.nodes))
	for i := range pg.blocks {
		b, e := &pg.blocks[i], pg.d.Blocks[i].Element
		switch {
		case e < 0 || pg.d.Blocks[i].Kind == doc.Heading:
		case b.keep:
			out[e].kept++
		case b.words > 0:
			out[e].removed++
			if wall(b.anchor) {
				out[e].prompts++
			}
		}
	}
	for i, box := range slices.Backward(out) {
		if up := pg.nodes[i].parent; up >= 0 {
			out[up].kept += box.kept
			out[up].removed += box.removed
			out[up].prompts += box.prompts
		}
	}
	return out
}

// gone reports whether all that the heading i shares its container with was
// removed, as clutter by the container's name or by what it asks for. A headline
// often shares one with the date and the author alone, so that is not enough.
func (bs boxes) gone(pg *page, i int) bool {
	e := pg.d.Blocks[i].Element
	if e < 0 {
		return false
	}
	e = pg.nodes[e].outer
	if t := pg.d.Elements[e].Tag; t == "body" || pg.nodes[e].tags&(tagMain|tagArticle) != 0 {
		return false
	}
	box := bs[e]
	return box.kept == 0 && box.removed > 0 && (box.prompts > 0 || pg.nodes[e].clutter())
}

// clutter reports whether the container or one around it is not for stories.
func (n *node) clutter() bool {
	return n.above&(tagNav|tagFooter|tagAside|tagForm|tagButton) != 0 ||
		n.all&(catNav|catFooter|catSidebar|catRelated|catSocial|catNewsletter|catConsent|catSubscription|catAd) != 0
}
