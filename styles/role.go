package styles

import "lectern/reader/doc"

// Role is what a stretch of the screen means. Painters name roles, themes say
// what a role looks like; nothing else in lectern knows a colour.
type Role uint8

// The roles of the page.
const (
	Text Role = iota // running text
	Title
	Meta // byline, site, date, reading time
	Heading1
	Heading2
	Heading3 // level 3 and deeper
	Link
	Emphasis
	Strong
	Code // inside a line
	CodeBlock
	Strike
	Script // superscript and subscript, which a terminal cannot raise or lower
	Marked // marked by the author
	Quote
	QuoteBar
	ListMarker
	TableHead
	TableRule
	Caption
	Image
	Separator    // a thematic break
	Continuation // the mark where a line of code goes on in the next row
	Notice       // the text ends here on the source too
	Ghost        // a removed block shown in its place
	GhostLabel   // the line that names why the blocks below it were removed
	Match        // found by a search
	CurrentMatch // the match the reader stands at

	entityRole // the first of the eight kinds of entity, in the order of doc.EntityKind
)

// The roles of removal, one for each doc.Reason in its order, follow the
// entities.
const reasonRole = entityRole + Role(doc.Quantity) + 1

// The roles of what stands around the page.
const (
	PanelTitle Role = reasonRole + Role(doc.Unclear) + 1 + iota
	PanelBorder
	PanelGroup    // the name of a reason in the panel
	PanelCount    // how many blocks and words
	PanelText     // the text of a removed block
	PanelSelected // the row the cursor stands on
	PanelEvidence
	StatusBar
	StatusKey
	StatusMessage
	ErrorTitle
	ErrorBody
	Progress
	ProgressTrack // the part of the progress bar still to come
	Prompt
	PromptText
	HelpKey
	HelpDesc
	Cursor

	roleCount
)

// Entity returns the role of a kind of entity.
func Entity(k doc.EntityKind) Role { return entityRole + Role(k) }

// Reason returns the role of a reason for removal.
func Reason(r doc.Reason) Role { return reasonRole + Role(r) }

// Heading returns the role of a heading of the level (1 is highest).
func Heading(level int) Role {
	switch {
	case level <= 1:
		return Heading1
	case level == 2:
		return Heading2
	}
	return Heading3
}

// Span returns the role of a kind of inline span.
func Span(k doc.SpanKind) Role {
	return [...]Role{
		doc.Link: Link, doc.Emphasis: Emphasis, doc.Strong: Strong, doc.InlineCode: Code,
		doc.Strike: Strike, doc.Superscript: Script, doc.Subscript: Script, doc.Marked: Marked,
	}[k]
}
