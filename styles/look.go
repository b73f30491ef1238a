package styles

import (
	"image/color"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// look is what a role looks like: the few attributes that can be laid over one
// another on a terminal. A nil colour leaves the one below as it is.
type look struct {
	fg, bg    color.Color
	underline ansi.Underline
	bold      bool
	italic    bool
	faint     bool
	reverse   bool
	strike    bool
}

// style returns the look as a lipgloss style.
func (l look) style() lipgloss.Style {
	s := lipgloss.NewStyle()
	if l.fg != nil {
		s = s.Foreground(l.fg)
	}
	if l.bg != nil {
		s = s.Background(l.bg)
	}
	if l.underline != ansi.UnderlineNone {
		s = s.UnderlineStyle(l.underline)
	}
	if l.bold {
		s = s.Bold(true)
	}
	if l.italic {
		s = s.Italic(true)
	}
	if l.faint {
		s = s.Faint(true)
	}
	if l.reverse {
		s = s.Reverse(true)
	}
	if l.strike {
		s = s.Strikethrough(true)
	}
	return s
}

// open returns the SGR sequence that lays the look over what is already on,
// "" when it changes nothing.
func (l look) open() string {
	var s ansi.Style
	if l.bold {
		s = s.Bold()
	}
	if l.faint {
		s = s.Faint()
	}
	if l.italic {
		s = s.Italic(true)
	}
	if l.underline != ansi.UnderlineNone {
		s = s.UnderlineStyle(l.underline)
	}
	if l.reverse {
		s = s.Reverse(true)
	}
	if l.strike {
		s = s.Strikethrough(true)
	}
	if l.fg != nil {
		s = s.ForegroundColor(l.fg)
	}
	if l.bg != nil {
		s = s.BackgroundColor(l.bg)
	}
	if len(s) == 0 {
		return ""
	}
	return s.String()
}
