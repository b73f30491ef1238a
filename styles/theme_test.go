package styles

import (
	"image/color"
	"math"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"lectern/reader/doc"
)

// backgrounds are what terminals stand on, as far as a theme must read well.
var backgrounds = map[string][]color.Color{
	"dark":  hexes("#000000", "#0c0c0c", "#1e1e1e", "#1e1e2e", "#282c34", "#002b36"),
	"light": hexes("#ffffff", "#fafafa", "#fdf6e3", "#f2f2f2"),
}

// palettes are the first eight colours of terminals in use.
var palettes = map[string][]color.Color{
	"xterm":         hexes("#000000", "#cd0000", "#00cd00", "#cdcd00", "#0000ee", "#cd00cd", "#00cdcd", "#e5e5e5"),
	"linux console": hexes("#000000", "#aa0000", "#00aa00", "#aa5500", "#0000aa", "#aa00aa", "#00aaaa", "#aaaaaa"),
	"windows":       hexes("#0c0c0c", "#c50f1f", "#13a10e", "#c19c00", "#0037da", "#881798", "#3a96dd", "#cccccc"),
	"gnome":         hexes("#171421", "#c01c28", "#26a269", "#a2734c", "#12488b", "#a347ba", "#2aa1b3", "#d0cfcc"),
}

func hexes(ss ...string) []color.Color {
	cs := make([]color.Color, len(ss))
	for i, s := range ss {
		cs[i] = lipgloss.Color(s)
	}
	return cs
}

// luminance is WCAG 2's relative luminance.
func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	lin := func(v uint32) float64 {
		f := float64(v) / 0xffff
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(r) + 0.7152*lin(g) + 0.0722*lin(b)
}

// contrast is WCAG 2's contrast ratio.
func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestContrast(t *testing.T) {
	const enough = 4.5
	for _, theme := range []*Theme{Dark(), Light()} {
		for r := range roleCount {
			l := theme.looks[r]
			if l.fg == nil {
				if l.bg != nil {
					t.Errorf("%s %s: a background under a colour that is not known", theme.name, r)
				}
				continue
			}
			if basic, ok := l.fg.(ansi.BasicColor); ok {
				for name, p := range palettes {
					// A palette is made for backgrounds of its own: black or white.
					bg := backgrounds[theme.name][0]
					if got := contrast(p[basic], bg); got < enough {
						t.Errorf("%s %s: %.2f:1 with the palette of %s", theme.name, r, got, name)
					}
				}
				continue
			}
			under := backgrounds[theme.name]
			if l.bg != nil {
				under = []color.Color{l.bg}
			}
			for _, bg := range under {
				if got := contrast(l.fg, bg); got < enough {
					t.Errorf("%s %s: %.2f:1 on %v", theme.name, r, got, bg)
				}
			}
		}
	}
}

func TestPlainHasNoColour(t *testing.T) {
	theme := Plain()
	for r := range roleCount {
		if l := theme.looks[r]; l.fg != nil || l.bg != nil {
			t.Errorf("%s has a colour", r)
		}
	}
}

func TestEntitiesDiffer(t *testing.T) {
	for _, theme := range []*Theme{Dark(), Light(), Plain()} {
		seen := map[string]Role{theme.Open(Link): Link, theme.Open(Text): Text}
		for k := doc.Person; k <= doc.Quantity; k++ {
			r := Entity(k)
			if other, ok := seen[theme.Open(r)]; ok {
				t.Errorf("%s: %s looks like %s", theme.name, r, other)
			}
			seen[theme.Open(r)] = r
		}
	}
}

// What a reader must tell apart at a glance, in every theme, colours or not.
func TestMarksAreSeen(t *testing.T) {
	for _, theme := range []*Theme{Dark(), Light(), Plain()} {
		for _, r := range []Role{
			Title, Heading1, Heading2, Link, Emphasis, Strong, Code, Strike, Notice, Ghost, Match, CurrentMatch,
			PanelSelected, StatusBar, ErrorTitle, Cursor,
		} {
			if theme.Open(r) == theme.Open(Text) {
				t.Errorf("%s: %s looks like running text", theme.name, r)
			}
		}
		if theme.Open(Match) == theme.Open(CurrentMatch) {
			t.Errorf("%s: the current match looks like the others", theme.name)
		}
	}
}

func TestOpenAgreesWithStyle(t *testing.T) {
	for _, theme := range []*Theme{Dark(), Light(), Plain()} {
		for r := range roleCount {
			open := theme.Open(r)
			styled := theme.Style(r).Render("x")
			if open == "" {
				if styled != "x" {
					t.Errorf("%s %s: style renders %q, nothing to open", theme.name, r, styled)
				}
				continue
			}
			if ansi.Strip(open) != "" || !strings.HasPrefix(open, "\x1b[") || !strings.HasSuffix(open, "m") {
				t.Errorf("%s %s: %q is no SGR sequence", theme.name, r, open)
			}
			if got := cellStyle(open); got != cellStyle(strings.TrimSuffix(styled, "x\x1b[m")) {
				t.Errorf("%s %s: opens %q, style renders %q", theme.name, r, open, styled)
			}
		}
	}
}

// cellStyle returns what the terminal shows a character with that is written
// behind the sequence, as Bubble Tea's renderer reads it.
func cellStyle(sgr string) uv.Style {
	return uv.NewStyledString(sgr + "x").Lines(ansi.WcWidth)[0][0].Style
}

func TestRoleNames(t *testing.T) {
	seen := map[string]bool{}
	for r := range roleCount {
		if r == Reason(doc.None) {
			continue
		}
		name := r.String()
		if name == "" || seen[name] || strings.ContainsAny(name, " _") {
			t.Errorf("role %d is called %q", r, name)
		}
		seen[name] = true
		if got, ok := roleNamed(name); !ok || got != r {
			t.Errorf("%q names role %d, not %d", name, got, r)
		}
	}
	for _, want := range []string{"entity-person", "entity-quantity", "removed-author-box", "removed-other", "panel-title", "cursor"} {
		if !seen[want] {
			t.Errorf("no role is called %q", want)
		}
	}
	if Heading(0) != Heading1 || Heading(2) != Heading2 || Heading(6) != Heading3 {
		t.Error("headings have the wrong roles")
	}
	if Span(doc.InlineCode) != Code || Span(doc.Marked) != Marked {
		t.Error("spans have the wrong roles")
	}
}
