package classify

import "strings"

// pageKind is a coarse guess at what kind of page it is.
type pageKind uint8

const (
	storyPage pageKind = iota // a good deal of prose in one place
	postsPage                 // many authors' posts: a forum, questions and answers
	thinPage                  // little prose: products, lists, services
	pageKinds
)

// guess tells the kind of page from its containers and sums.
func (pg *page) guess() pageKind {
	posts := 0
	for i := range pg.nodes {
		n := &pg.nodes[i]
		if n.own&catForum != 0 && n.prose > 0 {
			posts++
		}
	}
	t := pg.d.Meta.Type
	switch {
	case strings.Contains(t, "forum") || strings.Contains(t, "qapage"), posts >= 3 && !strings.Contains(t, "article"):
		return postsPage
	case pg.proses < 1200, strings.Contains(t, "product") && pg.proses < 4000:
		return thinPage
	}
	return storyPage
}
