//go:build !windows

package screentest

import (
	"fmt"
	"html"
	"image/color"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
)

// The measures of a picture, in pixels: a cell, and the margin around all.
const (
	cellWidth  = 8.4 // the advance of common monospaced fonts at 14 px
	cellHeight = 19
	baseline   = 14
	margin     = 16
)

// Picture returns the screen as an SVG image in the given colours of the
// terminal, as it stands when the text has come and nothing has changed for a
// while.
func (s *Terminal) Picture(foreground, background color.Color) string {
	s.tb.Helper()
	s.settle()
	s.mu.Lock()
	defer s.mu.Unlock()
	width, height := s.screen.Width(), s.screen.Height()
	var b strings.Builder
	w, h := float64(width)*cellWidth+2*margin, height*cellHeight+2*margin
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.0f %d" font-family="ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace" font-size="14" xml:space="preserve">`+"\n", w, h)
	fmt.Fprintf(&b, `<rect width="100%%" height="100%%" rx="8" fill="%s"/>`+"\n", hex(background))
	for y := range height {
		for x := 0; x < width; {
			x += s.run(&b, x, y, foreground, background)
		}
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// run draws the cells from (x,y) on that have one style, and returns how many
// there are.
func (s *Terminal) run(b *strings.Builder, x, y int, foreground, background color.Color) int {
	first := s.screen.CellAt(x, y)
	if first == nil {
		return 1
	}
	style := first.Style
	var text strings.Builder
	n := 0
	for x+n < s.screen.Width() {
		c := s.screen.CellAt(x+n, y)
		if c == nil || !c.Style.Equal(&style) {
			break
		}
		text.WriteString(c.Content)
		n += max(1, c.Width)
	}
	fg, bg := style.Fg, style.Bg
	if fg == nil {
		fg = foreground
	}
	if style.Attrs&uv.AttrReverse != 0 {
		if bg == nil {
			bg = background
		}
		fg, bg = bg, fg
	}
	left, top := margin+float64(x)*cellWidth, margin+y*cellHeight
	if bg != nil {
		fmt.Fprintf(b, `<rect x="%.1f" y="%d" width="%.1f" height="%d" fill="%s"/>`+"\n", left, top, float64(n)*cellWidth, cellHeight, hex(bg))
	}
	if strings.TrimSpace(text.String()) == "" {
		return n
	}
	fmt.Fprintf(b, `<text x="%.1f" y="%d" textLength="%.1f" fill="%s"%s>%s</text>`+"\n", left, top+baseline, float64(n)*cellWidth, hex(fg), shape(style), html.EscapeString(text.String()))
	return n
}

// shape returns the attributes that a style has beside its colours.
func shape(st uv.Style) string {
	var a string
	if st.Attrs&uv.AttrBold != 0 {
		a += ` font-weight="bold"`
	}
	if st.Attrs&uv.AttrItalic != 0 {
		a += ` font-style="italic"`
	}
	if st.Attrs&uv.AttrFaint != 0 {
		a += ` opacity="0.6"`
	}
	if st.Underline != 0 {
		a += ` text-decoration="underline"`
	}
	return a
}

func hex(c color.Color) string {
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}
