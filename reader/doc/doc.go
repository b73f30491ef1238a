// Package doc holds the one data structure that every stage of lectern shares:
// the document, an ordered list of all visible blocks of a source, each with a
// verdict that says whether it belongs to the article and why not if not.
//
// The article is the blocks kept, the removed panel is the blocks removed, and
// there is no third place: article plus removed is the source, in order, by
// construction.
//
// The package imports the standard library only.
package doc

import "strings"

// Format is what the bytes of a source are written in.
type Format uint8

// The formats lectern reads. Auto asks for detection.
const (
	Auto Format = iota
	HTML
	Text
	Markdown
)

var formatNames = [...]string{Auto: "auto", HTML: "html", Text: "text", Markdown: "markdown"}

// String returns the name used by --type and in messages.
func (f Format) String() string { return formatNames[f] }

// Document is a source after parsing: what it says about itself and every
// visible block of it, in source order.
type Document struct {
	Title       string // headline, without the site's name
	Byline      string // author or authors as people read them, without "By"
	Site        string // publication
	Published   string // date of publication, YYYY-MM-DD, or "" if unknown
	Language    string // BCP 47 tag as declared by the source, or ""
	Description string // the source's own summary
	Source      string // what was opened: address, path or "-"
	Address     string // final address after redirects, base of relative links; "" for text without one
	Canonical   string // the address the page itself calls its own, or ""
	Format      Format
	Meta        Meta
	Cutoff      Cutoff
	Blocks      []Block
	Elements    []Element // containers of the blocks (HTML only); parents before children
	Entities    []Entity  // names and figures, ordered by block and start
	Notes       []string  // what the cleaner wants a person to know of this page, such as a rule the brake dropped

	Strictness Strictness   // at which the verdicts hold
	Dial       func() *Dial // works out the verdicts at every strictness; nil unless they may be asked for
}

// Meta is what a page says of itself to machines. It is evidence for the
// classifier and is never shown.
type Meta struct {
	Type        string // og:type or the JSON-LD @type of the main item, lower case
	Free        *bool  // JSON-LD isAccessibleForFree, nil when not stated
	ArticleBody string // JSON-LD articleBody, or ""

	// Copy says that lectern saved the source (front matter or <meta> name
	// lectern as its generator): all of it is article, but for a heading that
	// repeats the title and for the <header> and <footer> of an HTML copy.
	Copy bool
}

// Cutoff says whether the source itself ends before its story does.
type Cutoff struct {
	Cut      bool
	Evidence []string // what a person can check, such as the prompt that stands at the end
}

// Kind is what a block is, as a typesetter sees it.
type Kind uint8

// The kinds of block.
const (
	Paragraph Kind = iota
	Heading
	ListItem
	Quote
	Code
	Table
	Image
	Caption
	Rule
)

var kindNames = [...]string{
	Paragraph: "paragraph", Heading: "heading", ListItem: "list item", Quote: "quote", Code: "code",
	Table: "table", Image: "image", Caption: "caption", Rule: "rule",
}

// String returns the kind's name, as JSON output has it.
func (k Kind) String() string { return kindNames[k] }

// Block is one visible piece of the source: a paragraph, a heading, a table.
type Block struct {
	Kind Kind

	// Level is the rank of a heading (1 to 6) or the nesting depth of a list
	// item (1 is outermost); 0 otherwise.
	Level int

	// Quotes is how many quotations the block stands in, of whatever kind it is.
	Quotes int

	// Marker is a list item's own mark ("•", "3.", "☑"), or "" for a further
	// paragraph of the same item.
	Marker string

	// Text is the visible text, cleaned. Only Code and Table hold "\n": lines of
	// code, rows of a table. A table's cells are separated by "\t"; no cell holds
	// either. An image's text is its alternative text.
	Text string

	// Tight says that the block follows its predecessor without a gap: a line
	// of a poem, an address, or whatever else the source breaks inside one
	// paragraph.
	Tight bool

	// Header says that the first row of a Table is its heading.
	Header bool

	// Language of a Code block, or "".
	Language string

	// Target is an Image's address, or "".
	Target string

	Spans []Span // inline markup over Text, ordered by Start, outer before inner

	// First and Last are the input's lines the block was read from (text and
	// Markdown: 0-based, inclusive, input split at "\n"); -1 when not known.
	First, Last int

	// Element is the index in Document.Elements of the innermost container of
	// the whole block, -1 without one.
	Element int

	// Hidden says that the page hides the block from its visitors (display:none
	// and the like) though it reads like article text.
	Hidden bool

	Verdict Verdict
}

// SpanKind is what a stretch of a block's text is.
type SpanKind uint8

// The kinds of inline span.
const (
	Link SpanKind = iota
	Emphasis
	Strong
	InlineCode
	Strike
	Superscript
	Subscript
	Marked
)

// Span marks the bytes [Start, End) of a block's Text.
type Span struct {
	Start, End int
	Kind       SpanKind
	Target     string // a Link's absolute address: http, https or mailto, or ""
}

// Element is a container of blocks in the source: evidence for the classifier
// and the address of a block for people.
type Element struct {
	Parent   int    // index in Document.Elements, -1 for the outermost
	Tag      string // lower-case element name
	ID       string
	Class    string // the class attribute as written
	Role     string // ARIA role
	Label    string // aria-label
	Itemprop string
	Itemtype string
	Nth      int // 1-based position among the siblings of the same tag
}

// EntityKind is what a name or figure in the text stands for.
type EntityKind uint8

// The kinds of entity.
const (
	Person EntityKind = iota
	Organization
	Place
	Other // nationalities, events, works
	Date
	Money
	Percent
	Quantity
)

var entityNames = [...]string{
	Person: "person", Organization: "organization", Place: "place", Other: "other", Date: "date",
	Money: "money", Percent: "percent", Quantity: "quantity",
}

// String returns the kind's name, as JSON output has it.
func (k EntityKind) String() string { return entityNames[k] }

// Entity is a name or figure at bytes [Start, End) of the text of block Block.
type Entity struct {
	Block, Start, End int
	Kind              EntityKind

	// Name is what the entity is called in an index, the same for all mentions
	// of one thing: "John Kerry" for "Kerry", "European Union" for "EU".
	Name string
	// Doubtful says that it is too likely wrong to be marked on a page.
	Doubtful bool
}

// Kept yields the indices of the article's blocks, in order.
func (d *Document) Kept() []int { return d.where(true) }

// Removed yields the indices of the blocks that are not in the article, in order.
func (d *Document) Removed() []int { return d.where(false) }

func (d *Document) where(kept bool) []int {
	var is []int
	for i := range d.Blocks {
		if d.Blocks[i].Verdict.Kept == kept {
			is = append(is, i)
		}
	}
	return is
}

// Article returns the text of the kept blocks with a blank line between them.
// Images have no text of their own and are left out. It is for programs, to
// search and to compare, so spaces at which no line may break are plain ones,
// and several in a row, with which pages widen gaps, are one.
func (d *Document) Article() string {
	var b strings.Builder
	for _, i := range d.Kept() {
		blk := &d.Blocks[i]
		if blk.Kind == Image || blk.Text == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		b.WriteString(blk.plainSpaced())
	}
	return b.String()
}

// plainSpaced returns the block's text with plain spaces.
func (b *Block) plainSpaced() string {
	const noBreak, narrow = "\u00a0", "\u202f"
	if !strings.Contains(b.Text, noBreak) && !strings.Contains(b.Text, narrow) {
		return b.Text
	}
	s := strings.NewReplacer(noBreak, " ", narrow, " ").Replace(b.Text)
	for b.Kind != Code && strings.Contains(s, "  ") {
		s = strings.ReplaceAll(s, "  ", " ")
	}
	return s
}

// Words returns the number of words in the kept blocks; see CountWords.
func (d *Document) Words() int {
	n := 0
	for i := range d.Blocks {
		if b := &d.Blocks[i]; b.Verdict.Kept && b.Kind != Image {
			n += CountWords(b.Text)
		}
	}
	return n
}

// Path returns a short CSS path of the block's container, such as
// "main#content > div.story > p", at most four elements long, or "" where the
// source has no containers.
func (d *Document) Path(block int) string {
	const depth = 4
	var parts []string
	for e := d.Blocks[block].Element; e >= 0 && len(parts) < depth; e = d.Elements[e].Parent {
		el := &d.Elements[e]
		part := el.Tag
		switch class, _, _ := strings.Cut(strings.TrimSpace(el.Class), " "); {
		case el.ID != "":
			part += "#" + el.ID
		case class != "":
			part += "." + class
		}
		parts = append([]string{part}, parts...)
		if el.ID != "" {
			break
		}
	}
	return strings.Join(parts, " > ")
}
