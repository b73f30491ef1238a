// Package styles says what each part of the screen looks like: a Theme maps
// every Role to a style. It holds the built-in themes and reads others from
// glamour style files.
package styles

import "charm.land/lipgloss/v2"

// Theme is what every Role looks like. It does not change once made and is
// safe to share.
type Theme struct {
	name   string
	looks  [roleCount]look
	styles [roleCount]lipgloss.Style
	opens  [roleCount]string
}

// newTheme makes a theme of the looks.
func newTheme(name string, looks [roleCount]look) *Theme {
	t := &Theme{name: name, looks: looks}
	for r := range t.looks {
		t.styles[r] = t.looks[r].style()
		t.opens[r] = t.looks[r].open()
	}
	return t
}

// Name returns the theme's name, or the path of its file.
func (t *Theme) Name() string { return t.name }

// Style returns what the role looks like.
func (t *Theme) Style(r Role) lipgloss.Style { return t.styles[r] }

// Open returns the SGR sequence that lays the role's look over what is already
// switched on, or "" when the role looks like whatever it stands in. Painters
// put the sequences of nested roles one behind the other and end with Reset.
func (t *Theme) Open(r Role) string { return t.opens[r] }

// Reset is the SGR sequence that switches everything off.
const Reset = "\x1b[m"
