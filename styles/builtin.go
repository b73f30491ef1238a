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

func darkPalette() palette {
	c := lipgloss.Color
	return palette{
		link: lipgloss.Cyan, code: lipgloss.Green,
		accent: c("#e3b66b"), soft: c("#adb3bb"), dim: c("#9a9fa6"), block: c("#cdd1d6"),
		warn: c("#f0a08c"), good: c("#9ccc8f"),
		matchFg: c("#101010"), matchBg: c("#d7c36a"), currentBg: c("#ff9f43"),
		barFg: c("#d8dbe0"), barBg: c("#30343a"), selFg: c("#ffffff"), selBg: c("#2f4f73"),
		entities: [...]color.Color{
			doc.Person: c("#dcc48f"), doc.Organization: c("#93bbea"), doc.Place: c("#a1cf95"), doc.Other: c("#ccaae0"),
			doc.Date: c("#a9bccb"), doc.Money: c("#e0ab93"), doc.Percent: c("#dba9b9"), doc.Quantity: c("#bdb89d"),
		},
		ask: c("#e0b26f"), sell: c("#e39bab"), nav: c("#93bbea"),
	}
}

func lightPalette() palette {
	c := lipgloss.Color
	return palette{
		link: lipgloss.Blue, code: lipgloss.Magenta,
		accent: c("#86470a"), soft: c("#555b63"), dim: c("#63686f"), block: c("#33373d"),
		warn: c("#a32a12"), good: c("#2a661f"),
		matchFg: c("#101010"), matchBg: c("#ffe27a"), currentBg: c("#ffa94d"),
		barFg: c("#2b2f35"), barBg: c("#dfe2e6"), selFg: c("#0f2a47"), selBg: c("#c6dcf5"),
		entities: [...]color.Color{
			doc.Person: c("#755000"), doc.Organization: c("#1d5794"), doc.Place: c("#2a661f"), doc.Other: c("#74388f"),
			doc.Date: c("#475669"), doc.Money: c("#923a1c"), doc.Percent: c("#913059"), doc.Quantity: c("#5a5630"),
		},
		ask: c("#86470a"), sell: c("#913059"), nav: c("#1d5794"),
	}
}

// Light returns the theme for a light background.
func Light() *Theme { return newTheme("light", coloured(lightPalette())) }

// Dark returns the theme for a dark background.
func Dark() *Theme { return newTheme("dark", coloured(darkPalette())) }

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
