// Package styles says what each part of the screen looks like: a Theme maps
// every Role to a style. It holds the built-in themes and reads others from
// files.
package styles

import (
	"fmt"

	"charm.land/lipgloss/v2"
)

// Theme is what every Role looks like. It is immutable and safe to share.
type Theme struct {
	name   string
	styles [roleCount]lipgloss.Style
}

// Name returns the theme's name, or the path of its file.
func (t *Theme) Name() string { return t.name }

// Style returns what the role looks like.
func (t *Theme) Style(r Role) lipgloss.Style { return t.styles[r] }

// Light returns the theme for a light background.
func Light() *Theme { return plain("light") }

// Dark returns the theme for a dark background.
func Dark() *Theme { return plain("dark") }

// Plain returns the theme without any colour.
func Plain() *Theme { return plain("plain") }

func plain(name string) *Theme {
	t := &Theme{name: name}
	s := lipgloss.NewStyle()
	for r := range t.styles {
		t.styles[r] = s
	}
	for _, r := range []Role{Title, Heading1, Heading2, Heading3, Strong, PanelTitle, PanelGroup, HelpKey, StatusKey} {
		t.styles[r] = s.Bold(true)
	}
	for _, r := range []Role{StatusBar, PanelSelected, Match, CurrentMatch} {
		t.styles[r] = s.Reverse(true)
	}
	for _, r := range []Role{Ghost, GhostLabel, Meta} {
		t.styles[r] = s.Faint(true)
	}
	t.styles[Link] = s.Underline(true)
	return t
}

// Load returns a theme by name (light, dark, plain, or auto, which is light or
// dark as the terminal's background is) or from a style file.
func Load(nameOrFile string, dark bool) (*Theme, error) {
	switch nameOrFile {
	case "light":
		return Light(), nil
	case "dark":
		return Dark(), nil
	case "plain":
		return Plain(), nil
	case "", "auto":
		if dark {
			return Dark(), nil
		}
		return Light(), nil
	}
	return nil, fmt.Errorf("unknown theme %q", nameOrFile)
}
