package classify

// aspect is what a feature looks at, in the terms in which its share in a
// verdict is explained to people.
type aspect uint8

const (
	ofPage       aspect = iota // what kind of page it is: true of all its blocks, and not shown
	ofLength                   // how long the block is
	ofSentences                // sentence ends, commas, how the block closes, capitals
	ofLinks                    // how much of it is links
	ofWords                    // what it says
	ofFigures                  // prices, dates, templates and other marks
	ofKind                     // heading, list item, table, …
	ofPlace                    // where it stands on the page
	ofNeighbours               // what the blocks beside it look like
	ofCompany                  // what the model made of the blocks around it at first
	ofElement                  // the elements around it
	ofName                     // the names of its containers
	ofContainer                // how much of the page's text its containers hold, and what share of it is links
	ofGrid                     // whether it is one of many alike
	ofCopies                   // whether the same text stands elsewhere
	ofTitle                    // whether it says what the title says
	ofHiding                   // whether the page hides it
	aspects
)

// weighing is how much each aspect of a block moved the odds that it belongs to
// the article, as a logarithm.
type weighing [aspects]float64
