package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"lectern/reader/doc"
	"lectern/ui/layout"
)

// article is the page being read. It keeps rows only for a window of blocks
// around the place the reader stands at and lays out more as the window moves,
// so that no key waits for the layout of a long document.
type article struct {
	doc     *doc.Document
	options layout.Options
	height  int // rows on the screen

	lines  []layout.Line
	lo, hi int           // lines shows the blocks [lo, hi)
	head   int           // rows of the page's head at the start of lines, 0 unless lo is 0
	above  []layout.Line // those rows, once they were needed
	tail   bool          // lines ends with the rows below the article
	top    int           // the first row on the screen, an index into lines

	before []int // bytes of shown text in the blocks before each block, and in all

	long    map[int][]layout.Line // rows of blocks too long to be laid out between two keys; nil while awaited
	ask     []int                 // long blocks whose rows are to be asked for
	want    *place                // where to go once a long block is there
	edition int                   // tells layouts of earlier options from this one
}

// place is a stretch of the document and the row of the screen it stands at.
// It survives a new layout.
type place struct {
	layout.Anchor

	row int
}

// Limits on the work done between two keys. Layout takes about 8 ms per MB.
const (
	longBlock   = 128 << 10 // bytes of text above which a block is laid out in a command
	chunkBlocks = 32        // blocks laid out at a time
	chunkBytes  = 64 << 10  // bytes of text laid out at a time, beyond the first block
	maxBlocks   = 1024      // blocks in the window before it is begun anew
)

// laidMsg brings the rows of a long block.
type laidMsg struct {
	edition, block int
	lines          []layout.Line
}

// set shows another document, or the same with other verdicts, keeping the place.
func (a *article) set(d *doc.Document, at place) {
	a.doc = d
	a.relayout(at)
}

// resize gives the page another size and keeps the place.
func (a *article) resize(width, height int) {
	if a.options.Width == width && a.height == height {
		return
	}
	at := a.place()
	a.height = height
	if a.options.Width == width {
		a.settle()
		return
	}
	a.options.Width = width
	a.relayout(at)
}

// setGhost shows removed blocks in their place, or no longer.
func (a *article) setGhost(on bool) {
	at := a.place()
	a.options.Ghost = on
	a.relayout(at)
}

// setGraphemes changes how text is measured.
func (a *article) setGraphemes(on bool) {
	at := a.place()
	a.options.Graphemes = on
	a.relayout(at)
}

// ready reports whether there is something to lay out and room for it.
func (a *article) ready() bool { return a.doc != nil && a.options.Width > 0 && a.height > 0 }

func (a *article) relayout(at place) {
	a.edition++
	a.long, a.ask, a.want, a.above = map[int][]layout.Line{}, nil, nil, nil
	if !a.ready() {
		return
	}
	a.measure()
	a.begin(max(at.Block, 0))
	a.seek(at)
}

// measure sums up the text shown, which is what progress is counted in.
func (a *article) measure() {
	a.before = make([]int, len(a.doc.Blocks)+1)
	n := 0
	for i := range a.doc.Blocks {
		a.before[i] = n
		if a.shown(i) {
			n += len(a.doc.Blocks[i].Text) + 1
		}
	}
	a.before[len(a.doc.Blocks)] = n
}

// shown reports whether the block has rows on the page.
func (a *article) shown(block int) bool {
	return a.options.Ghost || a.doc.Blocks[block].Verdict.Kept
}

// begin empties the window and puts it before the block.
func (a *article) begin(block int) {
	block = min(block, len(a.doc.Blocks))
	a.lines, a.lo, a.hi, a.head, a.tail, a.top = nil, block, block, 0, false, 0
	if block == 0 {
		a.lines = a.headRows()
	}
}

// headRows lays out the rows above the article, a row of air at the top.
func (a *article) headRows() []layout.Line {
	if a.above == nil {
		a.above = append([]layout.Line{{Kind: layout.Gap, Block: -1}}, layout.Head(a.doc, a.options)...)
	}
	a.head = len(a.above)
	return slices.Clip(a.above)
}

// growDown lays out blocks below the window until it has the rows, the
// document ends, or a long block must be waited for.
func (a *article) growDown(rows int) {
	n := len(a.doc.Blocks)
	for len(a.lines) < rows && a.hi < n {
		if a.isLong(a.hi) {
			ls := a.await(a.hi)
			if ls == nil {
				return
			}
			a.lines = append(a.lines, ls...)
			a.hi++
			continue
		}
		to, size := a.hi, 0
		for to < n && to-a.hi < chunkBlocks && size < chunkBytes && !a.isLong(to) {
			size += a.size(to)
			to++
		}
		a.lines = append(a.lines, layout.Blocks(a.doc, a.hi, to, a.options)...)
		a.hi = to
	}
	if a.hi == n && !a.tail {
		a.lines = append(a.lines, layout.Tail(a.doc, a.options)...)
		a.lines = append(a.lines, layout.Line{Kind: layout.Gap, Block: -1}) // air above the status line
		a.tail = true
	}
}

// growUp lays out blocks above the window until as many rows stand above the
// screen, the document begins, or a long block must be waited for.
func (a *article) growUp(rows int) {
	for a.top < rows && a.lo > 0 {
		if a.isLong(a.lo - 1) {
			ls := a.await(a.lo - 1)
			if ls == nil {
				return
			}
			a.lo--
			a.prepend(ls)
			continue
		}
		from, size := a.lo, 0
		for from > 0 && a.lo-from < chunkBlocks && size < chunkBytes && !a.isLong(from-1) {
			from--
			size += a.size(from)
		}
		ls := layout.Blocks(a.doc, from, a.lo, a.options)
		a.lo = from
		a.prepend(ls)
	}
}

// prepend puts rows above the window, and the head of the page where it begins.
func (a *article) prepend(ls []layout.Line) {
	if a.lo == 0 {
		ls = append(a.headRows(), ls...)
	}
	a.lines = append(slices.Clip(ls), a.lines...)
	a.top += len(ls)
}

// size returns how many bytes of the block are laid out.
func (a *article) size(block int) int {
	if !a.shown(block) {
		return 0
	}
	return len(a.doc.Blocks[block].Text)
}

func (a *article) isLong(block int) bool { return a.size(block) > longBlock }

// await returns the rows of a long block; if they are not there it sees to it
// that they are asked for and returns nil.
func (a *article) await(block int) []layout.Line {
	ls, asked := a.long[block]
	if !asked {
		a.long[block] = nil
		a.ask = append(a.ask, block)
	}
	return ls
}

// work returns the commands that lay out the long blocks asked for.
func (a *article) work() tea.Cmd {
	cmds := make([]tea.Cmd, 0, len(a.ask))
	d, o, edition := a.doc, a.options, a.edition
	for _, block := range a.ask {
		cmds = append(cmds, guarded(func() tea.Msg {
			return laidMsg{edition, block, layout.Blocks(d, block, block+1, o)}
		}))
	}
	a.ask = nil
	return tea.Batch(cmds...)
}

// laid takes the rows of a long block.
func (a *article) laid(msg laidMsg) {
	if msg.edition != a.edition {
		return
	}
	a.long[msg.block] = msg.lines
	if a.want != nil {
		a.seek(*a.want)
		return
	}
	a.settle()
}
