package tui

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lectern/styles"
)

// openingView returns the rows of the page that says the document is on its
// way. It stays empty for a moment, so that a quick source shows no flicker.
func (m *model) openingView() []string {
	if !m.slow {
		return nil
	}
	pn, width := m.pen(), m.column()
	rows := []string{pn.write(pn.cut("Opening "+m.source(), width), styles.Title), ""}
	p := m.progress
	switch {
	case p.Done <= 0:
		rows = append(rows, pn.write(pn.cut("Waiting for an answer "+ellipsis, width), styles.Meta))
	case p.Total > 0 && p.Total >= p.Done:
		full := int(int64(width) * p.Done / p.Total)
		rows = append(rows,
			pn.write(strings.Repeat("━", full), styles.Progress)+pn.write(strings.Repeat("─", width-full), styles.ProgressTrack),
			pn.write(pn.cut(size(p.Done)+" of "+size(p.Total), width), styles.Meta))
	default:
		rows = append(rows, pn.write(pn.cut(size(p.Done)+" so far", width), styles.Meta))
	}
	return m.centred(append(append(rows, ""), m.pageHints(hint{m.keys.quit, "quit"})...))
}

// failedView returns the rows of the page that says why the document could not
// be opened, and what to do.
func (m *model) failedView() []string {
	pn, width := m.pen(), m.column()
	what, advice := sentence(m.err)
	hints := []hint{{m.keys.retry, "try again"}, {m.keys.quit, "quit"}}
	switch {
	case m.onlyClutter():
		hints[0].binding = m.keys.reload
		hints, advice = append([]hint{{m.keys.removed, "what was removed"}}, hints...), ""
	case m.instead.doc != nil:
		hints = append([]hint{{m.keys.instead, "the page that came"}}, hints...)
	}
	var rows []string
	for _, s := range wrap(pn.method, "Could not open "+m.source(), width, 3) {
		rows = append(rows, pn.write(s, styles.ErrorTitle))
	}
	rows = append(rows, "")
	for _, s := range []string{what, advice} {
		for _, s := range wrap(pn.method, asSentence(s), width, 4) {
			rows = append(rows, pn.write(s, styles.ErrorBody))
		}
	}
	return m.centred(append(append(rows, ""), m.pageHints(hints...)...))
}

// asSentence returns a clause with a capital letter and a full stop, and with
// a subject if it has none because on the command line the source's name is it.
func asSentence(s string) string {
	if s == "" {
		return ""
	}
	if verb, _, _ := strings.Cut(s, " "); slices.Contains([]string{"is", "holds", "cannot", "could"}, verb) {
		s = "it " + s
	}
	first, n := utf8.DecodeRuneInString(s)
	s = string(unicode.ToUpper(first)) + s[n:]
	if !strings.ContainsAny(s[len(s)-1:], ".!?") {
		s += "."
	}
	return s
}

// pageHints returns keys and what they do, for a page of a few rows: in one row
// if they fit, else in a row each.
func (m *model) pageHints(hints ...hint) []string {
	row := m.keyHints(hints, styles.HelpKey, styles.HelpDesc)
	if len(hints) == 1 || m.pen().width(row) <= m.column() {
		return []string{row}
	}
	rows := make([]string, 0, len(hints))
	for _, h := range hints {
		rows = append(rows, m.keyHints([]hint{h}, styles.HelpKey, styles.HelpDesc))
	}
	return rows
}

// column returns the cells of the column of pages that hold a few rows.
func (m *model) column() int { return max(1, min(60, m.frame.width-4)) }

// centred returns the rows in the middle of the screen's width, a third down.
func (m *model) centred(rows []string) []string {
	above := max(0, (m.frame.height-len(rows))/3)
	left := blank(max(0, (m.frame.width-m.column())/2))
	out := make([]string, above, above+len(rows))
	for _, r := range rows {
		out = append(out, left+m.pen().cut(r, m.column()))
	}
	return out
}
