package reader

import (
	"strings"

	"lectern/reader/doc"
)

// trust gives the blocks of a copy that lectern saved the verdicts that they
// had then: all of it is article, whatever a classifier would say to it now,
// but for the title, which has its place above the text, and for what lectern
// wrote around the article of an HTML copy.
func trust(d *doc.Document) {
	first := true
	for i := range d.Blocks {
		b := &d.Blocks[i]
		switch {
		case d.Format == doc.HTML && !inArticle(d, b.Element):
			b.Verdict = doc.Verdict{Reason: doc.Metadata, Score: 1, Evidence: []string{"written by lectern around its copy"}}
			continue
		case first && b.Kind == doc.Heading && strings.EqualFold(b.Text, d.Title):
			b.Verdict = doc.Verdict{Reason: doc.Duplicate, Score: 1, Evidence: []string{"the title"}}
		default:
			b.Verdict = doc.Verdict{Kept: true, Score: 1}
		}
		first = false
	}
}

// inArticle reports whether an element is in an <article>.
func inArticle(d *doc.Document, element int) bool {
	for e := element; e >= 0; e = d.Elements[e].Parent {
		if d.Elements[e].Tag == "article" {
			return true
		}
	}
	return false
}
