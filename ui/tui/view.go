package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"lectern/styles"
	"lectern/ui/layout"
	"lectern/ui/paint"
)

// View draws the screen. Its cost is that of the rows on it, however long the
// document.
func (m *model) View() tea.View {
	v := tea.View{AltScreen: true, WindowTitle: m.title()}
	if m.frame.width <= 0 || m.frame.height <= 0 {
		return v
	}
	var rows []string
	switch {
	case m.help.open:
		rows = m.helpView()
	case m.page == failed:
		rows = m.failedView()
	case m.page == opening:
		rows = m.openingView()
	default:
		rows = m.readingView()
	}
	v.SetContent(strings.Join(rows[:min(len(rows), m.frame.height)], "\n"))
	if m.page == reading && m.search.typing && !m.help.open {
		x := len(" /") + m.pen().width(m.promptText())
		v.Cursor = tea.NewCursor(min(x, m.frame.width-1), m.frame.height-1)
	}
	return v
}

// readingView returns the rows of the article, the panel and the status line.
func (m *model) readingView() []string {
	rows := m.articleRows()
	if m.panel.open {
		panel := m.panel.view(m.frame, m.pen(), m.notes)
		if m.frame.side {
			for i := range rows {
				rows[i] += panel[i]
			}
		} else {
			rows = append(rows, panel...)
		}
	}
	if m.frame.status {
		long := m.longNotice()
		rows = append(rows[:len(rows)-len(long)], long...)
		rows = append(rows, m.statusLine())
	} else if m.search.typing {
		rows[len(rows)-1] = m.promptLine()
	}
	return rows
}

// articleRows returns the rows of the article, each as wide as its part of the
// screen where something stands beside it.
func (m *model) articleRows() []string {
	pn, f := m.pen(), m.frame
	rows := make([]string, 0, f.height)
	for _, l := range m.article.visible() {
		margin := blank(f.margin)
		if m.picked >= 0 && l.Block == m.picked && f.margin > 0 && l.Kind != layout.Gap && (l.Kind != layout.Label || l.First) {
			margin = blank(f.margin-min(2, f.margin)) + pn.write("▌", styles.PanelTitle) + blank(min(2, f.margin)-1)
		}
		rows = append(rows, margin+paint.Row(m.shown, l, m.highlights(l), pn.theme))
	}
	if m.article.empty() && len(rows)+2 <= f.pageHeight {
		s := pn.cut("Nothing is left of the article. r lists what was removed.", f.column)
		rows = append(rows, "", blank(f.margin)+pn.write(s, styles.Meta))
	}
	for len(rows) < f.pageHeight {
		rows = append(rows, "")
	}
	if f.side && m.panel.open {
		for i, row := range rows {
			rows[i] = row + blank(f.page-pn.width(row))
		}
	}
	return rows
}

// helpWidth returns the cells of the help page's column.
func (m *model) helpWidth() int { return max(1, min(defaultColumn, m.frame.width-4)) }

// bodyHeight returns the rows above the status line.
func (m *model) bodyHeight() int {
	if m.frame.status {
		return m.frame.height - 1
	}
	return m.frame.height
}

// helpView returns the rows of the help page.
func (m *model) helpView() []string {
	pn, height := m.pen(), m.bodyHeight()
	all := helpRows(m.keys, m.helpWidth(), pn)
	top := max(0, min(m.help.top, len(all)-height))
	left := blank(max(0, (m.frame.width-m.helpWidth())/2))
	rows := make([]string, 0, m.frame.height)
	for i := top; i < min(len(all), top+height); i++ {
		rows = append(rows, left+all[i])
	}
	for len(rows) < height {
		rows = append(rows, "")
	}
	if m.frame.status {
		text := " ? or esc goes back"
		if len(all) > height {
			text = " j k scroll, ? or esc goes back"
		}
		rows = append(rows, pn.row(text, m.frame.width, styles.StatusBar))
	}
	return rows
}
