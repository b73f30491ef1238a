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

// groupAspects says what each family of the first pass looks at.
var groupAspects = [groupCount]aspect{
	gBias: ofPage, gSize: ofLength, gSizeEnd: ofSentences, gSizeLink: ofLinks, gSizeCaps: ofSentences,
	gSizeDigits: ofFigures, gSizeKind: ofKind, gSizeUpper: ofSentences, gCommas: ofSentences, gEnds: ofSentences,
	gWhole: ofWords, gStrong: ofWords, gWeak: ofWords, gFair: ofWords, gStrongLong: ofWords,
	gMoney: ofFigures, gMarks: ofFigures, gPlace: ofPlace, gFromFirst: ofPlace, gPastLast: ofPlace,
	gCopies: ofCopies, gTitle: ofTitle, gHidden: ofHiding,
	gPrev1: ofNeighbours, gPrev2: ofNeighbours, gNext1: ofNeighbours, gNext2: ofNeighbours, gPrevHit: ofNeighbours,
	gNextHit: ofNeighbours, gPrevKind: ofNeighbours, gNextKind: ofNeighbours, gNearProse: ofNeighbours,
	gFarProse: ofNeighbours, gNearHits: ofNeighbours, gNearLinks: ofNeighbours, gPageProse: ofPage,
	gTag0: ofElement, gTag1: ofElement, gTagAny: ofElement, gCat0: ofName, gCat1: ofName, gCat2: ofName, gCatAny: ofName,
	gShare1: ofContainer, gShare2: ofContainer, gShare3: ofContainer, gShare4: ofContainer,
	gLinks1: ofContainer, gLinks2: ofContainer, gLinks3: ofContainer, gLinks4: ofContainer,
	gSize1: ofContainer, gSize2: ofContainer, gSize3: ofContainer, gHits1: ofContainer, gHits2: ofContainer,
	gSame1: ofGrid, gSame2: ofGrid, gSame3: ofGrid, gCover: ofContainer, gCoverWhere: ofPlace, gDepth: ofElement,
	gList: ofKind, gCoverSize: ofContainer, gAnyTagSize: ofElement,
}
