package classify

// group is a family of features: a measure cut into buckets. A block has at
// most one bucket of a family switched on, or several for a bit set.
type group uint8

// The families. Their names, which stand in the table of weights, are in groups.
const (
	gBias group = iota
	gSize
	gSizeEnd
	gSizeLink
	gSizeCaps
	gSizeDigits
	gSizeKind
	gSizeUpper
	gCommas
	gEnds
	gWhole
	gStrong
	gWeak
	gFair
	gStrongLong
	gMoney
	gMarks
	gPlace
	gFromFirst
	gPastLast
	gCopies
	gTitle
	gHidden
	gPrev1
	gPrev2
	gNext1
	gNext2
	gPrevHit
	gNextHit
	gPrevKind
	gNextKind
	gNearProse
	gFarProse
	gNearHits
	gNearLinks
	gPageProse
	gTag0
	gTag1
	gTagAny
	gCat0
	gCat1
	gCat2
	gCatAny
	gShare1
	gShare2
	gShare3
	gShare4
	gLinks1
	gLinks2
	gLinks3
	gLinks4
	gSize1
	gSize2
	gSize3
	gHits1
	gHits2
	gSame1
	gSame2
	gSame3
	gCover
	gCoverWhere
	gDepth
	gList
	gCoverSize
	gAnyTagSize
	groupCount
)

// groups gives each family its name in the table and its number of buckets.
var groups = [groupCount]struct {
	name string
	n    int
}{
	gBias: {"bias", 1}, gSize: {"size", 16}, gSizeEnd: {"size,end", 5 * int(endings)}, gSizeLink: {"size,link", 5 * 6},
	gSizeCaps: {"size,caps", 5 * 5}, gSizeDigits: {"size,digits", 5 * 4}, gSizeKind: {"size,kind", 5 * 9},
	gSizeUpper: {"size,start", 5 * 2}, gCommas: {"commas", 6}, gEnds: {"ends", 6},
	gWhole: {"whole", reasonsUsed}, gStrong: {"strong", reasonsUsed}, gWeak: {"weak", reasonsUsed}, gFair: {"fair", reasonsUsed},
	gStrongLong: {"strong,long", reasonsUsed}, gMoney: {"money", 10}, gMarks: {"marks", 10}, gPlace: {"place", 12},
	gFromFirst: {"from first", 12}, gPastLast: {"past last", 12}, gCopies: {"copies", 8}, gTitle: {"title", 4},
	gHidden: {"hidden", 4}, gPrev1: {"prev 1", 5 * 6}, gPrev2: {"prev 2", 5 * 6}, gNext1: {"next 1", 5 * 6},
	gNext2: {"next 2", 5 * 6}, gPrevHit: {"prev hit", reasonsUsed}, gNextHit: {"next hit", reasonsUsed},
	gPrevKind: {"prev kind", 9 * 3}, gNextKind: {"next kind", 9 * 3}, gNearProse: {"near prose", 8 * 5},
	gFarProse: {"far prose", 8 * 5}, gNearHits: {"near hits", 6 * 5}, gNearLinks: {"near links", 6 * 5},
	gPageProse: {"page prose", 8 * 5}, gTag0: {"tag 0", roles}, gTag1: {"tag 1", roles}, gTagAny: {"tag any", roles},
	gCat0: {"class 0", categories}, gCat1: {"class 1", categories}, gCat2: {"class 2", categories},
	gCatAny: {"class any", categories}, gShare1: {"share 1", 8}, gShare2: {"share 2", 8}, gShare3: {"share 3", 8},
	gShare4: {"share 4", 8}, gLinks1: {"links 1", 6 * 3}, gLinks2: {"links 2", 6 * 3}, gLinks3: {"links 3", 6 * 3},
	gLinks4: {"links 4", 6 * 3}, gSize1: {"size 1", 8}, gSize2: {"size 2", 8}, gSize3: {"size 3", 8},
	gHits1: {"hits 1", 5 * 3}, gHits2: {"hits 2", 5 * 3}, gSame1: {"same 1", 6 * 6}, gSame2: {"same 2", 6 * 6},
	gSame3: {"same 3", 6 * 6}, gCover: {"cover", 8}, gCoverWhere: {"cover where", 8 * 3}, gDepth: {"depth", 12},
	gList: {"list", 6}, gCoverSize: {"cover,size", 8 * 5}, gAnyTagSize: {"tag any,size", roles * 2},
}

// reasonsUsed is how many reasons have phrase tables, doc.None and the period
// table included.
const reasonsUsed = 20

// offsets[g] is the index of the first bucket of family g; the last entry is
// the length of a vector.
var offsets = func() (o [groupCount + 1]int) {
	for g := range groups {
		o[g+1] = o[g] + groups[g].n
	}
	return o
}()

// vector is the features of a block that are switched on.
type vector []int32

// on switches a bucket on; buckets past the family's end fall into the last.
func (v *vector) on(g group, bucket int) {
	bucket = max(0, min(bucket, groups[g].n-1))
	*v = append(*v, int32(offsets[g]+bucket)) //nolint:gosec // a few thousand features
}

// bits switches on a bucket for every bit set.
func (v *vector) bits(g group, set uint32) {
	for i := 0; set != 0; i, set = i+1, set>>1 {
		if set&1 != 0 {
			v.on(g, i)
		}
	}
}

// bucket returns how many of the ascending limits x reaches.
func bucket(x int, limits ...int) int {
	for i, l := range limits {
		if x < l {
			return i
		}
	}
	return len(limits)
}

func part(x float64, limits ...float64) int {
	for i, l := range limits {
		if x < l {
			return i
		}
	}
	return len(limits)
}
