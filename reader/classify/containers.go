package classify

import (
	"fmt"

	"lectern/reader/doc"
)

// What elements and names of containers speak for an article, and what elements
// plainly speak against one; all others do so faintly.
const (
	tagsOfStories  = tagMain | tagArticle | tagSection | tagQuote
	tagsOfSites    = tagNav | tagHeader | tagFooter | tagAside | tagForm | tagButton
	namesOfStories = catContent | catArticle | catTitle | catCaption | catForum | catFAQ
)

// containerFact says what an aspect of the containers of block i is; see fact.
func (pg *page) containerFact(i int, a aspect, against bool) string {
	e := pg.d.Blocks[i].Element
	if e < 0 {
		return ""
	}
	switch a {
	case ofElement:
		return pg.elementFact(e, against)
	case ofName:
		return pg.named(e, against)
	case ofContainer:
		return pg.holding(e, against)
	case ofGrid:
		for ; e >= 0; e = pg.nodes[e].parent {
			if n := pg.nodes[e].same; n > 2 {
				return fmt.Sprintf("one of %d alike", n)
			}
		}
	default:
	}
	return ""
}

// elementFact names the innermost element around that tells something.
func (pg *page) elementFact(e int, against bool) string {
	telling := [...]role{tagsOfStories, 0}
	if against {
		telling = [...]role{tagsOfSites, ^(tagsOfStories | tagsOfSites)}
	}
	for _, tags := range telling {
		for up := e; up >= 0; up = pg.nodes[up].parent {
			if pg.nodes[up].tags&tags == 0 {
				continue
			}
			el := &pg.d.Elements[up]
			if tagRoles[el.Tag]&tags == 0 {
				return "inside <" + el.Tag + " role=" + el.Role + ">"
			}
			return "inside <" + el.Tag + ">"
		}
	}
	if against {
		return "" // what it is not inside of cannot be seen
	}
	return "inside no <nav>, <aside> or <footer>"
}

// named names the innermost container around whose class or id tells something.
func (pg *page) named(e int, against bool) string {
	for ; e >= 0; e = pg.nodes[e].parent {
		own, el := pg.nodes[e].own, &pg.d.Elements[e]
		if own&namesOfStories == 0 && !against || own&^namesOfStories == 0 && against {
			continue
		}
		switch {
		case el.Class != "":
			return "inside class “" + firstWords(el.Class) + "”"
		case el.ID != "":
			return "inside id “" + firstWords(el.ID) + "”"
		}
		return "inside “" + doc.Clean(el.Label+el.Itemprop) + "”"
	}
	return ""
}

// holding tells what the container of block i holds.
func (pg *page) holding(e int, against bool) string {
	n := &pg.nodes[pg.nodes[e].outer]
	linked, share := 100*n.linked/max(1, n.size), min(100, 100*n.prose/max(1, pg.proses))
	if against && linked > 25 || !against && share < 10 && linked < 10 {
		return fmt.Sprintf("its container is %d %% links", linked)
	}
	return fmt.Sprintf("its container holds %d %% of the page's paragraphs", share)
}
