package tui

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"lectern/reader/doc"
	"lectern/ui/layout"
)

// panel is the list of what was removed, by reason.
type panel struct {
	open, focused bool

	base    *doc.Document // with the classifier's verdicts
	choices doc.Choices
	groups  []group
	blocks  int // removed, in all groups
	words   int

	folded  uint32 // a bit for each reason whose group is folded
	rows    []panelRow
	cursor  int // the selected row
	offset  int // the first row of the list on the screen
	height  int // rows of the list on the screen
	preview preview
}

// group is the blocks removed for one reason.
type group struct {
	reason doc.Reason
	blocks []int
	words  int
	back   int // how many of them the person brought back
}

// panelRow is a row of the list: a group, or a block of it.
type panelRow struct {
	group int
	block int // -1 for the group itself
}

// preview is what there is to read of the selected row: why it was removed, and
// the text of a block.
type preview struct {
	about  []string      // rows
	doc    *doc.Document // the block alone
	lines  []layout.Line // of it
	of     selection
	offset int // the first of the lines on the screen

	width, height int // cells, and rows for all of it
	method        ansi.Method
}

// previewBytes bounds the text laid out for the preview of one block.
const previewBytes = 64 << 10

// set shows what was removed from the document. Words holds the number of words
// of each block the classifier removed, counted beforehand because that is slow.
// Fresh says that it is another document than before.
func (p *panel) set(base *doc.Document, choices doc.Choices, words []int, fresh bool) {
	at := p.selected()
	if p.base != base {
		p.preview.of = selection{} // what is known of the block has changed
	}
	p.base, p.choices = base, choices
	p.groups, p.blocks, p.words = nil, 0, 0
	by := make([][]int, len(doc.Reasons())+1)
	for i := range base.Blocks {
		v := base.Blocks[i].Verdict
		keep, chosen := choices[i]
		switch {
		case !v.Kept:
			by[v.Reason] = append(by[v.Reason], i)
		case chosen && !keep:
			by[doc.User] = append(by[doc.User], i)
		}
	}
	for _, r := range doc.Reasons() {
		if len(by[r]) == 0 {
			continue
		}
		g := group{reason: r, blocks: by[r]}
		for _, i := range by[r] {
			if base.Blocks[i].Verdict.Kept {
				g.words += doc.CountWords(base.Blocks[i].Text)
			}
			g.words += words[i]
			if choices[i] {
				g.back++
			}
		}
		p.groups = append(p.groups, g)
		p.blocks += len(g.blocks)
		p.words += g.words
	}
	if fresh {
		p.folded = 0
	}
	p.list()
	if fresh {
		p.moveTo(1) // the first block; there is more to see of it than of its reason
		return
	}
	p.selectRow(at)
}

// list makes the rows of the list from the groups.
func (p *panel) list() {
	p.rows = p.rows[:0]
	for g := range p.groups {
		p.rows = append(p.rows, panelRow{g, -1})
		if p.isFolded(g) {
			continue
		}
		for _, b := range p.groups[g].blocks {
			p.rows = append(p.rows, panelRow{g, b})
		}
	}
}

// selected returns the selected block and its reason; block -1 when a group is
// selected, None when nothing is.
func (p *panel) selected() selection {
	if p.cursor >= len(p.rows) {
		return selection{block: -1}
	}
	row := p.rows[p.cursor]
	return selection{row.block, p.groups[row.group].reason}
}

// selection is a row of the list that survives a change of the list.
type selection struct {
	block  int
	reason doc.Reason
}

// selectRow selects the row again after the list changed, or the nearest.
func (p *panel) selectRow(s selection) {
	for i, r := range p.rows {
		if r.block == s.block && p.groups[r.group].reason == s.reason {
			p.moveTo(i)
			return
		}
	}
	p.moveTo(p.cursor)
}

// move moves the selection by rows, down if n is positive.
func (p *panel) move(n int) { p.moveTo(p.cursor + n) }

func (p *panel) moveTo(row int) {
	p.cursor = max(0, min(row, len(p.rows)-1))
	p.settle()
	p.lookAt()
}

// settle keeps the selected row on the screen.
func (p *panel) settle() {
	if p.cursor < p.offset {
		p.offset = p.cursor
	}
	if p.height > 0 && p.cursor >= p.offset+p.height {
		p.offset = p.cursor - p.height + 1
	}
	p.offset = max(0, min(p.offset, len(p.rows)-p.height))
}

// resize tells the panel how much of the list and of the preview is seen, and
// how text is measured.
func (p *panel) resize(list, width, height int, method ansi.Method) {
	p.height = list
	p.preview.width, p.preview.height, p.preview.method = width, height, method
	p.preview.of = selection{}
	p.settle()
	p.lookAt()
}

func (p *panel) isFolded(g int) bool { return p.folded&(1<<p.groups[g].reason) != 0 }

// fold folds or unfolds the group of the selected row.
func (p *panel) fold(folded bool) {
	if p.cursor >= len(p.rows) {
		return
	}
	g := p.rows[p.cursor].group
	reason := p.groups[g].reason
	if folded {
		p.folded |= 1 << reason
	} else {
		p.folded &^= 1 << reason
	}
	at := p.selected()
	if folded {
		at.block = -1
	}
	p.list()
	p.selectRow(at)
}

// toggled returns the blocks that bringing back or removing the selected row
// concerns, and whether they are to be kept from now on.
func (p *panel) toggled(wholeReason bool) (blocks []int, keep bool) {
	if p.cursor >= len(p.rows) {
		return nil, false
	}
	row := p.rows[p.cursor]
	g := p.groups[row.group]
	if row.block >= 0 && !wholeReason {
		return []int{row.block}, !p.kept(row.block)
	}
	for _, b := range g.blocks {
		if !p.kept(b) {
			keep = true
		}
	}
	for _, b := range g.blocks {
		if p.kept(b) != keep {
			blocks = append(blocks, b)
		}
	}
	return blocks, keep
}

// kept reports whether the block is in the article now.
func (p *panel) kept(block int) bool {
	if keep, ok := p.choices[block]; ok {
		return keep
	}
	return p.base.Blocks[block].Verdict.Kept
}

// lookAt prepares the preview of the selected row.
func (p *panel) lookAt() {
	at, v := p.selected(), &p.preview
	if at == v.of {
		return
	}
	v.of, v.offset, v.lines, v.doc, v.about = at, 0, nil, nil, nil
	if at.reason == doc.None || v.width <= 0 {
		return
	}
	v.about = wrap(v.method, p.about(at), v.width, max(1, v.height/3))
	if at.block < 0 {
		return
	}
	b := p.base.Blocks[at.block]
	b.Verdict = doc.Verdict{Kept: true} // laid out without a label
	if len(b.Text) > previewBytes {
		b.Text, b.Spans = strings.ToValidUTF8(b.Text[:previewBytes], "")+ellipsis, nil
	}
	v.doc = &doc.Document{Blocks: []doc.Block{b}}
	v.lines = layout.Blocks(v.doc, 0, 1, layout.Options{Width: v.width, Graphemes: v.method == ansi.GraphemeWidth})
	for len(v.lines) > 0 && v.lines[0].Kind == layout.Gap {
		v.lines = v.lines[1:]
	}
}

// airy reports whether there is room for an empty row above the text.
func (v *preview) airy() bool { return v.height >= 6 && len(v.lines) > 0 }

// scroll moves the text of the preview by rows.
func (v *preview) scroll(n int) {
	rows := v.height - len(v.about)
	if v.airy() {
		rows--
	}
	v.offset = max(0, min(v.offset+n, len(v.lines)-rows))
}

// amount says how many blocks and words, in words.
func amount(blocks, words int) string {
	return fmt.Sprintf("%s, %s", count(blocks, "block", "blocks"), count(words, "word", "words"))
}

// count says how many of something there are.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
