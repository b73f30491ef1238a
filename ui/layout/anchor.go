package layout

// Anchor is a place in the document that survives a new layout: a block and a
// byte offset into its Text. Block is -1 in the head of the page, where Offset
// counts rows; Offset is -1 above the text of a block, in the gap before it.
type Anchor struct{ Block, Offset int }

// AnchorOf returns the place shown at row top of the rows. Below the last
// block it is the end of that block.
func AnchorOf(lines []Line, top int) Anchor {
	top = min(top, len(lines)-1)
	if top < 0 {
		return Anchor{Block: -1}
	}
	l := lines[top]
	if l.Block >= 0 {
		if l.Kind == Gap || l.Kind == Label && !l.First {
			return Anchor{l.Block, -1}
		}
		return Anchor{l.Block, l.Start}
	}
	for i := top - 1; i >= 0; i-- {
		if l := lines[i]; l.Block >= 0 {
			return Anchor{l.Block, l.End}
		}
	}
	return Anchor{-1, top}
}

// Find returns the row that shows the place. If the place has no row any more
// it is the next row that shows a later block, else the last row of an earlier
// one.
func Find(lines []Line, a Anchor) int {
	if a.Block < 0 {
		return findHead(lines, a.Offset)
	}
	best := -1 // of the block, the last row that starts at the place or before it
	last := 0  // the last row that shows a block at all
	for i := range lines {
		l := &lines[i]
		switch {
		case l.Block < 0:
			continue
		case l.Block > a.Block && best < 0:
			return i
		case l.Block > a.Block:
			return best
		case l.Block == a.Block && a.Offset < 0:
			return i
		case l.Block == a.Block && l.shows(a.Offset):
			return i
		case l.Block == a.Block && l.Start <= a.Offset:
			best = i
		}
		last = i
	}
	if best >= 0 {
		return best
	}
	return last
}

// findHead returns the row of the page's head.
func findHead(lines []Line, row int) int {
	n := 0
	for n < len(lines) && lines[n].Block < 0 {
		n++
	}
	return max(min(row, n-1), 0)
}

// shows reports whether the byte of the block's text is on the row.
func (l *Line) shows(offset int) bool {
	if l.Kind != Body {
		return false
	}
	if l.Cells == nil {
		return offset >= l.Start && offset < l.End
	}
	for _, c := range l.Cells {
		if offset >= c.Start && offset < c.End {
			return true
		}
	}
	return false
}
