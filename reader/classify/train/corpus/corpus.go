// Package corpus makes samples to train and to measure the classifier with:
// pages whose blocks are labelled, from the labelled collections; plain text
// written out of such pages; and prompts spliced into their articles.
//
// Which fold a page belongs to is a fixed function of its registered domain, so
// that no site is both learnt from and measured on. Everything drawn by chance
// is drawn from a generator seeded with the page's name.
package corpus

import (
	"lectern/reader/classify/train/align"
	"lectern/reader/doc"
)

// Label says whether a block belongs to the article; see package align.
type Label = align.Label

// The labels of blocks. Nothing is learnt from Unsure ones, nor are they scored.
const (
	Unsure  = align.Unsure
	Article = align.Article
	Clutter = align.Clutter
)

// The names of the collections.
const (
	NameWCXB        = "wcxb-dev"
	NameDragnet     = "dragnet"
	NameL3S         = "l3s"
	NameTextDev     = "text-dev"
	NameTextDragnet = "text-dragnet"
	NameTextL3S     = "text-l3s"
)

// Sample is a parsed page with what is known of its blocks.
type Sample struct {
	ID      string
	Source  string // the name of the collection
	Type    string // kind of page: "article", "forum", "product", …
	Address string // where the page was found, "" if not known

	Language string // as in the lang attribute; "" for English, as nearly all pages are
	Full     bool   // a story of the size of real pages
	Fold     int    // 0 … Folds-1
	Weight   float64
	Doc      *doc.Document
	Labels   []Label  // by block
	Tags     []string // by block: what clutter is about, see align.Tag; "" where not known
	Gold     Gold
	Lines    []Line // of the collections of text: line i of the input is Lines[i]
}

// Gold is what an article page is scored by.
type Gold struct {
	Text    string
	With    []string // passages that belong to the article
	Without []string // passages that do not
}

// Line is one labelled line of text.
type Line struct {
	Text  string
	Label Label
	Tag   string
}

// Page is a page of a collection as it was read, neither parsed nor labelled.
type Page struct {
	ID      string
	Source  string
	Type    string
	Address string
	Title   string
	Author  string
	HTML    string
	Gold    Gold
	Lines   []Line // instead of HTML
}

// Fold returns the page's fold.
func (p *Page) Fold() int { return Fold(p.Address, p.ID) }
