package classify

import (
	"fmt"
	"strings"

	"lectern/reader/doc"
)

// fact says what an aspect of block i is, in words that a person can check, ""
// if there is nothing to say. Against chooses between several things to say.
func (pg *page) fact(i int, a aspect, against bool) string {
	b, src := &pg.blocks[i], &pg.d.Blocks[i]
	switch a {
	case ofLength:
		return b.length()
	case ofSentences:
		return b.sentences(against)
	case ofLinks:
		return b.linkage()
	case ofWords:
		return pg.wording(i, against)
	case ofFigures:
		return b.figures()
	case ofKind:
		if src.Kind != doc.Paragraph {
			return indefinite(src.Kind.String())
		}
	case ofPlace:
		return pg.standing(i)
	case ofNeighbours:
		return pg.between(i)
	case ofCompany:
		return pg.company(i, against)
	case ofCopies:
		if b.copies > 1 || b.copyOf >= 0 {
			return "the same text stands on the page more than once"
		}
	case ofTitle:
		if b.title {
			return "says what the title says"
		}
	case ofHiding:
		if src.Hidden {
			return "hidden by the page"
		}
	case ofElement, ofName, ofContainer, ofGrid:
		return pg.containerFact(i, a, against)
	case ofPage, aspects:
	}
	return ""
}

// length tells how long the block is.
func (b *block) length() string {
	if 2*b.size == 5*b.words { // a script without spaces
		return count(b.words, "character") + " long"
	}
	return count(b.words, "word") + " long"
}

// company tells how much of the text around block i looked like the article at
// first.
func (pg *page) company(i int, against bool) string {
	const reach = 4
	share := pg.mean(i-reach, i+reach+1)
	if against == (share > .5) {
		return "what stands around it" // counts in a way that its share alone does not explain
	}
	return fmt.Sprintf("%.0f %% of the text around it looks like the article", 100*share)
}

// count says how many of something there are.
func count(n int, one string) string {
	switch n {
	case 0:
		return "no " + one
	case 1:
		return "one " + one
	}
	return fmt.Sprintf("%d %ss", n, one)
}

func indefinite(noun string) string {
	if noun == "image" {
		return "an " + noun
	}
	return "a " + noun
}

// sentences tells of the block's punctuation and capitals.
func (b *block) sentences(against bool) string {
	switch {
	case b.last == endColon:
		return "ends with a colon"
	case b.last == endSign:
		return "ends with an arrow or the like"
	case against && b.words > 2 && 2*b.upper > b.words:
		return "most of its words begin with a capital"
	case b.ends == 0:
		return "no full sentence"
	case b.commas > 0:
		return count(b.ends, "full sentence") + ", " + count(b.commas, "comma")
	}
	return count(b.ends, "full sentence")
}

// linkage tells how much of the block is links.
func (b *block) linkage() string {
	switch {
	case b.links == 0:
		return "no links in it"
	case b.linked > .97:
		return "nothing but links"
	}
	return fmt.Sprintf("%.0f %% of its text is links", 100*b.linked)
}

// figures tells of prices, dates and other marks in the block.
func (b *block) figures() string {
	switch {
	case b.perTime:
		return "a price with a billing period"
	case b.money:
		return "a price"
	case b.span:
		return "nothing but a length of time"
	case b.braces:
		return "a template that was not filled in"
	case b.bars > 2:
		return "bars or dots between its words"
	case b.mail:
		return "an e-mail address or a name with @"
	case b.year && b.size < 40:
		return "a year in a short line"
	case 3*b.digits > b.size && b.digits > 0:
		return "mostly figures"
	case b.digits == 0:
		return "no figures"
	}
	return "few figures"
}

// standing tells where block i stands to the page's paragraphs.
func (pg *page) standing(i int) string {
	switch {
	case pg.first < 0:
		return "on a page without paragraphs"
	case i < pg.first:
		return "before the first paragraph on the page"
	case i > pg.last:
		return "after the last paragraph on the page"
	case i == pg.first:
		return "the first paragraph on the page"
	case i == pg.last:
		return "the last paragraph on the page"
	}
	return fmt.Sprintf("%.0f %% down the page", 100*float64(pg.before[i])/float64(max(1, pg.size)))
}

// between tells what stands beside block i.
func (pg *page) between(i int) string {
	before, after := pg.looks(i-1), pg.looks(i+1)
	switch {
	case before == "" && after == "":
		return "alone on the page"
	case before == "":
		return "before " + after
	case after == "":
		return "after " + before
	case before == after && strings.HasPrefix(before, "a "):
		return "between " + before[len("a "):] + "s"
	case before == after:
		return "between " + before
	}
	return "between " + before + " and " + after
}

// looks says what block i looks like at first sight, "" if there is none.
func (pg *page) looks(i int) string {
	if i < 0 || i >= len(pg.blocks) {
		return ""
	}
	b := &pg.blocks[i]
	switch k := pg.d.Blocks[i].Kind; {
	case b.prose:
		return "a paragraph"
	case b.anchor != doc.None:
		return "a prompt"
	case b.linked > .6:
		return "links"
	case k == doc.Heading || k == doc.Table || k == doc.Caption || k == doc.Rule || k == doc.ListItem:
		return indefinite(k.String())
	case k == doc.Image:
		return "images"
	}
	return "a short line"
}
