package tui

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"lectern/reader/doc"
	"lectern/styles"
	"lectern/ui/paint"
)

// view returns the panel's rows, each as wide as the panel.
func (p *panel) view(f frame, pn pen, notes []string) []string {
	inside := make([]string, 0, f.panelRows)
	if f.side {
		air := blank(f.inner())
		inside = append(inside, air, pn.fill(p.title(pn, f.inner()), f.inner()), air)
	}
	for _, n := range notes[:min(f.notesTop, len(notes))] {
		inside = append(inside, pn.row(n, f.inner(), styles.Notice))
	}
	inside = append(inside, p.contents(f, pn)...)
	rows := make([]string, 0, f.panelRows)
	if !f.side {
		rows = append(rows, p.titleRule(f, pn))
	}
	for _, s := range inside {
		if len(rows) == f.panelRows {
			break
		}
		rows = append(rows, f.framed(s, pn))
	}
	for len(rows) < f.panelRows {
		rows = append(rows, f.framed(blank(f.inner()), pn))
	}
	return rows
}

// framed puts the panel's margins, and beside the article the bar, around a row.
func (f *frame) framed(s string, pn pen) string {
	switch {
	case f.side:
		return pn.write("│", styles.PanelBorder) + " " + s + " "
	case f.inner() < f.panel:
		return " " + s + " "
	}
	return s
}

// title returns the panel's heading.
func (p *panel) title(pn pen, width int) string {
	s := "Removed"
	if p.focused {
		s = "› " + s
	}
	s = pn.write(s, styles.PanelTitle)
	if p.blocks == 0 {
		return s
	}
	says := []string{amount(p.blocks, p.words), strconv.Itoa(p.blocks)}
	if st := p.base.Strictness; st != doc.Normal {
		set := " · " + st.String()
		says = []string{says[0] + set, count(p.blocks, "block", "blocks") + set, says[1] + set, says[1]}
	}
	i := slices.IndexFunc(says, func(n string) bool { return pn.width(s+n)+2 <= width })
	if i < 0 {
		i = len(says) - 1
	}
	return s + "  " + pn.write(says[i], styles.PanelCount)
}

// titleRule returns the rule above a panel that stands below the article, with
// the heading in it.
func (p *panel) titleRule(f frame, pn pen) string {
	s := pn.cut(pn.write("─ ", styles.PanelBorder)+p.title(pn, f.panel-4)+" ", f.panel)
	return s + pn.write(strings.Repeat("─", max(0, f.panel-pn.width(s))), styles.PanelBorder)
}

// contents returns the rows of the list and of the preview.
func (p *panel) contents(f frame, pn pen) []string {
	if len(p.rows) == 0 {
		return []string{pn.row("Nothing was removed.", f.inner(), styles.PanelText)}
	}
	list := p.listRows(f, pn)
	look := p.previewRows(f, pn)
	if f.previewBeside {
		bar := " " + pn.write("│", styles.PanelBorder) + " "
		for i := range list {
			list[i] += bar + look[i]
		}
		return list
	}
	if f.preview > 0 {
		list = append(list, pn.row(strings.Repeat("─", f.inner()), f.inner(), styles.PanelBorder))
	}
	return append(list, look...)
}

func (p *panel) listRows(f frame, pn pen) []string {
	rows := make([]string, 0, f.list)
	for i := p.offset; len(rows) < f.list; i++ {
		if i >= len(p.rows) {
			rows = append(rows, blank(f.listWidth))
			continue
		}
		rows = append(rows, p.listRow(i, f.listWidth, pn))
	}
	return rows
}

// listRow returns a row of the list. The selected row has a sign as well as a
// look of its own, so that it can be told without colour.
func (p *panel) listRow(i, width int, pn pen) string {
	row := p.rows[i]
	sign := " "
	if i == p.cursor {
		sign = "›"
	}
	if row.block < 0 {
		return p.groupRow(row.group, sign, i == p.cursor && p.focused, width, pn)
	}
	mark, role := "  ", styles.PanelText
	if p.kept(row.block) {
		mark, role = "✓ ", styles.PanelCount
	}
	text := oneLine(&p.base.Blocks[row.block], width)
	if i == p.cursor && p.focused {
		return pn.row(sign+" "+mark+text, width, styles.PanelSelected)
	}
	reason := styles.Reason(p.groups[row.group].reason)
	return pn.fill(sign+" "+pn.write(mark, reason)+pn.write(text, role), width, styles.PanelText)
}

// groupRow returns the row of a reason: its name, blocks and words.
func (p *panel) groupRow(i int, sign string, selected bool, width int, pn pen) string {
	g := &p.groups[i]
	if p.isFolded(i) {
		sign += "▸ "
	} else {
		sign += "▾ "
	}
	name := g.reason.String()
	room := width - pn.width(sign+name) - 1
	n := g.count(room, pn)
	between := blank(max(1, room+1-pn.width(n)))
	if selected {
		return pn.row(sign+name+between+n, width, styles.PanelSelected)
	}
	return pn.fill(sign+pn.write(name, styles.Reason(g.reason))+between+pn.write(n, styles.PanelCount), width, styles.PanelText)
}

// count returns how many blocks and words the group has, in as many words as
// there is room for.
func (g *group) count(room int, pn pen) string {
	n := strconv.Itoa(len(g.blocks))
	blocks := n
	if g.back > 0 {
		blocks = fmt.Sprintf("%d of %s back", g.back, n)
	}
	if s := blocks + " · " + count(g.words, "word", "words"); pn.width(s) <= room {
		return s
	}
	if pn.width(blocks) <= room {
		return blocks
	}
	return n
}

// previewRows returns what is known of the selected row: why it was removed,
// and its text.
func (p *panel) previewRows(f frame, pn pen) []string {
	v := &p.preview
	rows := make([]string, 0, f.preview)
	add := func(s string) {
		if len(rows) < f.preview {
			rows = append(rows, pn.fill(s, f.previewWidth, styles.PanelText))
		}
	}
	for _, s := range v.about {
		add(pn.write(s, styles.PanelEvidence))
	}
	if v.airy() {
		add("")
	}
	for i := v.offset; i < len(v.lines) && len(rows) < f.preview; i++ {
		add(paint.Row(v.doc, v.lines[i], nil, pn.theme))
	}
	for len(rows) < f.preview {
		rows = append(rows, blank(f.previewWidth))
	}
	return rows
}

// about says why the selected row was removed.
func (p *panel) about(at selection) string {
	if at.block < 0 {
		return at.reason.Sentence()
	}
	v := p.base.Blocks[at.block].Verdict
	if v.Kept {
		return doc.User.Sentence()
	}
	parts := append([]string{fmt.Sprintf("%d %% sure", int(v.Score*100+0.5))}, v.Evidence...)
	return strings.Join(parts, " · ")
}

// wrap returns s in rows of at most width cells, and no more rows than most.
func wrap(method ansi.Method, s string, width, most int) []string {
	if width <= 0 || s == "" {
		return nil
	}
	rows := strings.Split(method.Wrap(s, width, ""), "\n")
	if len(rows) > most {
		rows = rows[:most]
		rows[most-1] = method.Truncate(rows[most-1], width-1, "") + ellipsis
	}
	return rows
}

// oneLine returns the beginning of a block's text on one line, with no more
// than a row of the width can need.
func oneLine(b *doc.Block, width int) string {
	switch {
	case b.Kind == doc.Image && b.Text == "":
		return "(an image)"
	case b.Kind == doc.Rule:
		return "(a line)"
	}
	text := b.Text
	if most := 8 * max(width, 1); len(text) > most {
		text = strings.ToValidUTF8(text[:most], "")
	}
	return strings.Join(strings.Fields(text), " ")
}
