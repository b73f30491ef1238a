package tui

// frame is how the screen is divided, in cells and rows.
type frame struct {
	width, height int
	status        bool // there is a row for the status line

	page, pageHeight int // the part the article has
	margin           int // blank cells left of the article
	column           int // cells of the article's column

	side              bool // the panel stands beside the article, else below
	panel, panelRows  int  // the part the panel has, 0 rows when it is closed
	list, listWidth   int  // its list
	preview           int  // rows of its preview
	previewWidth      int
	previewBeside     bool // the preview stands beside the list, else below
	listTop, notesTop int  // rows of the panel above the list, and of its notes
}

// Sizes of the screen's parts, in cells and rows. 72 cells are as wide as prose
// reads well; typography says 60 to 75.
const (
	defaultColumn = 72
	sideWidth     = 110 // screens of this width have the panel beside the article
	maxPanel      = 64
	minPanelRows  = 9
	minPageRows   = 5
	splitWidth    = 72 // panels of this width show the preview beside the list
	maxNotes      = 3
)

// newFrame divides a screen. Column is the widest the article may be; notes
// says how many rows the panel's notes ask for.
func newFrame(width, height, column int, panel bool, notes int) frame {
	f := frame{width: width, height: height, page: width, pageHeight: height}
	if height >= 3 {
		f.status = true
		f.pageHeight--
	}
	if panel {
		f.divide(column, notes)
	}
	margin := 2
	switch {
	case f.page < 12:
		margin = 0
	case f.page < 30:
		margin = 1
	}
	f.column = max(1, min(column, f.page-2*margin))
	f.margin = max(0, (f.page-f.column)/2)
	return f
}

// divide gives the panel its part.
func (f *frame) divide(column, notes int) {
	f.side = f.width >= sideWidth
	if f.side {
		f.panel = max(sideWidth-defaultColumn-4, min(maxPanel, f.width-column-4))
		f.page = f.width - f.panel
		f.panelRows = f.pageHeight
	} else {
		f.panel = f.width
		f.panelRows = min(max(minPanelRows, f.pageHeight*2/5), max(f.pageHeight-minPageRows, f.pageHeight/2))
		f.pageHeight -= f.panelRows
	}
	f.notesTop = min(notes, maxNotes, max(0, f.panelRows-6))
	f.listTop = 1 + f.notesTop
	if f.side {
		f.listTop += 2 // air above and below the heading
	}
	rows := max(0, f.panelRows-f.listTop)
	inner := f.inner()
	if f.previewBeside = !f.side && inner >= splitWidth; f.previewBeside {
		f.list, f.listWidth = rows, inner*9/20
		f.preview, f.previewWidth = rows, inner-f.listWidth-3
		return
	}
	f.listWidth, f.previewWidth = inner, inner
	switch {
	case f.side:
		f.preview = rows*2/5 - 1 // and a rule above it
	case rows >= 5:
		f.preview = rows/2 - 1
	}
	f.preview = max(0, f.preview)
	f.list = rows - f.preview
	if f.preview > 0 {
		f.list--
	}
}

// inner returns how many cells of the panel are for its contents: beside the
// article a bar stands left of them.
func (f *frame) inner() int {
	if f.side {
		return max(0, f.panel-3)
	}
	if f.panel >= 24 {
		return f.panel - 2
	}
	return f.panel
}
