package tui

import (
	"slices"

	"lectern/reader/doc"
	"lectern/ui/layout"
)

// place returns where the reader stands: what the top row of the screen shows.
func (a *article) place() place {
	if a.want != nil {
		return *a.want
	}
	at := layout.AnchorOf(a.lines, a.top)
	if at.Block < 0 {
		return place{layout.Anchor{Block: -1}, -a.top}
	}
	return place{at, layout.Find(a.lines, at) - a.top} // not the top row where that has no text
}

// seek shows the place, its text at its row of the screen if there is enough
// page above and below.
func (a *article) seek(p place) {
	if !a.ready() {
		return
	}
	a.want = nil
	if p.Block < 0 {
		if a.lo > 0 || len(a.lines) == 0 {
			a.begin(0)
		}
		a.top = max(-p.row, 0)
		a.settle()
		return
	}
	p.Block = min(p.Block, len(a.doc.Blocks))
	if p.Block < a.lo || p.Block >= a.hi {
		a.begin(p.Block)
	}
	for a.hi <= p.Block && a.hi < len(a.doc.Blocks) {
		hi := a.hi
		a.growDown(len(a.lines) + 1)
		if a.hi == hi {
			a.want = &p
			return
		}
	}
	a.top = layout.Find(a.lines, p.Anchor)
	a.growUp(p.row)
	a.top = max(a.top-p.row, 0)
	a.settle()
}

// settle fills the screen: rows below, and above where the document ends.
func (a *article) settle() {
	if !a.ready() {
		return
	}
	a.growDown(a.top + a.height)
	if a.hi < len(a.doc.Blocks) {
		return
	}
	over := a.top + a.height - len(a.lines)
	if over <= 0 {
		return
	}
	a.growUp(over)
	a.top = max(a.top-over, 0)
}

// scroll moves the page by rows, down if n is positive.
func (a *article) scroll(n int) {
	if !a.ready() {
		return
	}
	if a.hi-a.lo > maxBlocks {
		at := a.place()
		a.begin(max(at.Block, 0))
		a.seek(at)
	}
	a.want = nil
	if n < 0 {
		a.growUp(-n)
		a.top = max(a.top+n, 0)
		return
	}
	a.growDown(a.top + n + a.height)
	a.top = max(a.top, min(a.top+n, len(a.lines)-a.height))
}

// home goes to the beginning.
func (a *article) home() { a.seek(place{layout.Anchor{Block: -1}, 0}) }

// bottom goes to the end.
func (a *article) bottom() {
	if !a.ready() {
		return
	}
	a.want = nil
	if a.hi < len(a.doc.Blocks) {
		a.begin(len(a.doc.Blocks))
	}
	a.growDown(len(a.lines) + 1)
	a.top = len(a.lines)
	a.settle()
}

// heading goes to the next heading, or to the one before.
func (a *article) heading(forward bool) bool {
	if !a.ready() {
		return false
	}
	at, step := a.place(), 1
	switch {
	case !forward:
		step = -1
		if at.Offset > 0 {
			at.Block++ // the block the reader is in the middle of counts
		}
	case at.Block >= 0 && at.Offset < 0:
		at.Block-- // the block stands below the top row
	}
	for i := at.Block + step; i >= 0 && i < len(a.doc.Blocks); i += step {
		if a.doc.Blocks[i].Kind == doc.Heading && a.shown(i) {
			a.seek(place{layout.Anchor{Block: i}, 0})
			return true
		}
	}
	if !forward {
		a.home()
		return true
	}
	return false
}

// reveal scrolls no more than needed to show the place. Where it was off the
// screen it comes to stand a third down.
func (a *article) reveal(at layout.Anchor) {
	if !a.ready() {
		return
	}
	if at.Block >= a.lo && at.Block < a.hi {
		i := layout.Find(a.lines, at)
		if i >= a.top && i < a.top+a.height && a.lines[i].Block == at.Block {
			return
		}
	}
	a.seek(place{at, a.height / 3})
}

// visible returns the rows on the screen.
func (a *article) visible() []layout.Line {
	if a.want != nil || a.top >= len(a.lines) {
		return nil
	}
	return a.lines[a.top:min(a.top+a.height, len(a.lines))]
}

// empty reports whether no text is shown.
func (a *article) empty() bool { return len(a.before) > 0 && a.before[len(a.before)-1] == 0 }

// progress returns how much of the text stands above the end of the screen,
// from 0 to 1.
func (a *article) progress() float64 {
	if !a.ready() || len(a.before) == 0 {
		return 0
	}
	total := a.before[len(a.before)-1]
	rows := a.visible()
	if total == 0 || a.hi == len(a.doc.Blocks) && a.top+a.height >= len(a.lines) {
		return 1
	}
	for _, l := range slices.Backward(rows) {
		if l.Block >= 0 {
			return float64(a.before[l.Block]+l.End) / float64(total)
		}
	}
	return 0
}
