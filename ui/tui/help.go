package tui

import (
	"lectern/styles"
)

// help is the page that lists the keys.
type help struct {
	open bool
	top  int
}

// scroll moves the page, which has the rows and shows height of them.
func (h *help) scroll(n, rows, height int) {
	h.top = max(0, min(h.top+n, rows-height))
}

// helpRows returns the rows of the help page, at most width cells each.
func helpRows(k keyMap, width int, pn pen) []string {
	const keys = 16
	rows := []string{"", pn.write(pn.cut("Keys", width), styles.PanelTitle)}
	for _, s := range k.sections() {
		rows = append(rows, "", pn.write(pn.cut(s.title, width), styles.PanelGroup))
		for _, b := range s.bindings {
			if !b.Enabled() {
				continue
			}
			h := b.Help()
			if width < 2*keys {
				rows = append(rows, pn.write(pn.cut(h.Key, width), styles.HelpKey))
				for _, d := range wrap(pn.method, h.Desc, width-2, 3) {
					rows = append(rows, "  "+pn.write(d, styles.HelpDesc))
				}
				continue
			}
			label := pn.fill(pn.write(h.Key, styles.HelpKey), keys, styles.Text)
			for _, d := range wrap(pn.method, h.Desc, width-keys, 3) {
				rows = append(rows, label+pn.write(d, styles.HelpDesc))
				label = blank(keys)
			}
		}
	}
	return append(rows, "")
}
