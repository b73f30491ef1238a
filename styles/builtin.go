package styles

import (
	"image/color"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"lectern/reader/doc"
)

// palette is what differs between the light and the dark theme. The roles that
// take a colour of the terminal's own palette take one that reads well in the
// palettes people use (xterm, the Linux console, Windows, GNOME); the others
// are fixed, at 4.5:1 or more against the backgrounds people use.
type palette struct {
	link, code     color.Color // from the terminal's palette
	accent         color.Color // headings, keys
	soft           color.Color // secondary text
	dim            color.Color // ghosts, rules, bars
	block          color.Color // lines of code
	warn           color.Color // notices and errors
	good           color.Color // progress, confirmations
	matchFg        color.Color
	matchBg        color.Color
	currentBg      color.Color
	barFg, barBg   color.Color // status bar
	selFg, selBg   color.Color // selected row
	entities       [8]color.Color
	ask, sell, nav color.Color // reasons: what asks something of the reader, what sells, what leads elsewhere
}

// newPalette returns the colours for a dark or a light background. They are
// written as style files have them: below 16 is the terminal's own palette.
func newPalette(light bool) palette {
	c := func(onDark, onLight string) color.Color {
		if light {
			return lipgloss.Color(onLight)
		}
		return lipgloss.Color(onDark)
	}
	const cyan, green, blue, magenta = "6", "2", "4", "5"
	return palette{
		link: c(cyan, blue), code: c(green, magenta),
		accent: c("#e3b66b", "#86470a"), soft: c("#adb3bb", "#555b63"), dim: c("#9a9fa6", "#63686f"),
		block: c("#cdd1d6", "#33373d"), warn: c("#f0a08c", "#a32a12"), good: c("#9ccc8f", "#2a661f"),
		matchFg: c("#101010", "#101010"), matchBg: c("#d7c36a", "#ffe27a"), currentBg: c("#ff9f43", "#ffa94d"),
		barFg: c("#d8dbe0", "#2b2f35"), barBg: c("#30343a", "#dfe2e6"),
		selFg: c("#ffffff", "#0f2a47"), selBg: c("#2f4f73", "#c6dcf5"),
		entities: [...]color.Color{
			doc.Person:       c("#dcc48f", "#755000"),
			doc.Organization: c("#93bbea", "#1d5794"),
			doc.Place:        c("#a1cf95", "#2a661f"),
			doc.Other:        c("#ccaae0", "#74388f"),
			doc.Date:         c("#a9bccb", "#475669"),
			doc.Money:        c("#e0ab93", "#923a1c"),
			doc.Percent:      c("#dba9b9", "#913059"),
			doc.Quantity:     c("#bdb89d", "#5a5630"),
		},
		ask: c("#e0b26f", "#86470a"), sell: c("#e39bab", "#913059"), nav: c("#93bbea", "#1d5794"),
	}
}

// Light returns the theme for a light background.
func Light() *Theme { return newTheme("light", coloured(newPalette(true))) }

// Dark returns the theme for a dark background.
func Dark() *Theme { return newTheme("dark", coloured(newPalette(false))) }

// coloured returns the looks of a built-in theme. Entities are tinted and no
// more: a page is full of them. Links are underlined, which no entity is.
func coloured(p palette) [roleCount]look {
	l := [roleCount]look{
		Title:    {fg: p.accent, bold: true},
		Meta:     {fg: p.soft},
		Heading1: {fg: p.accent, bold: true},
		Heading2: {bold: true},
		Heading3: {bold: true, italic: true},
		Link:     {fg: p.link, underline: ansi.UnderlineSingle},
		Emphasis: {italic: true},
		Strong:   {bold: true},
		Code:     {fg: p.code},

		CodeBlock:    {fg: p.block},
		Strike:       {strike: true},
		Marked:       {bold: true, italic: true},
		Quote:        {italic: true},
		QuoteBar:     {fg: p.dim},
		ListMarker:   {fg: p.accent},
		TableHead:    {bold: true},
		TableRule:    {fg: p.dim},
		Caption:      {fg: p.soft, italic: true},
		Image:        {fg: p.soft, italic: true},
		Separator:    {fg: p.dim},
		Continuation: {fg: p.dim},
		Notice:       {fg: p.warn, bold: true},
		Ghost:        {fg: p.dim, italic: true},
		GhostLabel:   {fg: p.dim, italic: true},
		Match:        {fg: p.matchFg, bg: p.matchBg},
		CurrentMatch: {fg: p.matchFg, bg: p.currentBg, bold: true, underline: ansi.UnderlineSingle},
	}
	around(&l, p)
	for k := doc.Person; k <= doc.Quantity; k++ {
		l[Entity(k)] = look{fg: p.entities[k]}
	}
	for _, r := range doc.Reasons() {
		l[Reason(r)] = look{fg: p.reason(r), bold: true}
	}
	return l
}

// around sets the looks of what stands around the page.
func around(l *[roleCount]look, p palette) {
	l[PanelTitle] = look{fg: p.accent, bold: true}
	l[PanelBorder] = look{fg: p.dim}
	l[PanelGroup] = look{bold: true}
	l[PanelCount] = look{fg: p.soft}
	l[PanelText] = look{fg: p.soft}
	l[PanelSelected] = look{fg: p.selFg, bg: p.selBg, bold: true}
	l[PanelEvidence] = look{fg: p.soft, italic: true}
	l[StatusBar] = look{fg: p.barFg, bg: p.barBg}
	l[StatusKey] = look{fg: p.barFg, bg: p.barBg, bold: true}
	l[StatusMessage] = look{fg: p.barFg, bg: p.barBg, italic: true}
	l[ErrorTitle] = look{fg: p.warn, bold: true}
	l[Progress] = look{fg: p.good}
	l[ProgressTrack] = look{fg: p.dim}
	l[Prompt] = look{fg: p.accent, bold: true}
	l[HelpKey] = look{fg: p.accent, bold: true}
	l[HelpDesc] = look{fg: p.soft}
	l[Cursor] = look{reverse: true}
}

// reason returns the colour of a reason. Reasons stand beside their names, so
// that a few hues are enough.
func (p palette) reason(r doc.Reason) color.Color {
	switch r {
	case doc.Subscription, doc.Account, doc.Newsletter, doc.Consent:
		return p.ask
	case doc.Advertising, doc.Player:
		return p.sell
	case doc.Navigation, doc.Related, doc.Social, doc.Comments, doc.AuthorBox:
		return p.nav
	case doc.User:
		return p.good
	case doc.None, doc.Metadata, doc.Legal, doc.Duplicate, doc.Template, doc.Concealed, doc.Unclear:
		return p.soft
	}
	return p.soft
}
