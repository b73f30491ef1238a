package styles

import (
	"github.com/charmbracelet/x/ansi"

	"lectern/reader/doc"
)

// Plain returns the theme without any colour. Weight, slant, reversal and the
// shape of underlines carry what colour carries elsewhere: links have a single
// underline, kinds of entity one of the other shapes each, figures slanted.
func Plain() *Theme {
	var (
		bold    = look{bold: true}
		faint   = look{faint: true}
		reverse = look{reverse: true}
	)
	l := [roleCount]look{
		Title:    {bold: true, underline: ansi.UnderlineSingle},
		Meta:     faint,
		Heading1: {bold: true, underline: ansi.UnderlineSingle},
		Heading2: bold,
		Heading3: {bold: true, italic: true},
		Link:     {underline: ansi.UnderlineSingle},
		Emphasis: {italic: true},
		Strong:   bold,
		Code:     bold,
		Strike:   {strike: true},
		Marked:   {bold: true, italic: true},
		Quote:    {italic: true},

		QuoteBar:     faint,
		ListMarker:   bold,
		TableHead:    bold,
		TableRule:    faint,
		Caption:      {italic: true, faint: true},
		Image:        {italic: true},
		Separator:    faint,
		Continuation: faint,
		Notice:       bold,
		Ghost:        faint,
		GhostLabel:   {faint: true, italic: true},
		Match:        reverse,
		CurrentMatch: {reverse: true, bold: true, underline: ansi.UnderlineSingle},

		PanelTitle:    bold,
		PanelBorder:   faint,
		PanelGroup:    bold,
		PanelCount:    faint,
		PanelSelected: reverse,
		PanelEvidence: {italic: true},
		StatusBar:     reverse,
		StatusKey:     {reverse: true, bold: true},
		StatusMessage: {reverse: true, italic: true},
		ErrorTitle:    bold,
		Progress:      bold,
		ProgressTrack: faint,
		Prompt:        bold,
		HelpKey:       bold,
		Cursor:        reverse,
	}
	entities := plainEntities()
	for k := doc.Person; k <= doc.Quantity; k++ {
		l[Entity(k)] = entities[k]
	}
	for _, r := range doc.Reasons() {
		l[Reason(r)] = bold
	}
	return newTheme("plain", l)
}

// plainEntities returns the looks of the kinds of entity where there is no
// colour, in the order of doc.EntityKind; no two are alike.
func plainEntities() [8]look {
	return [...]look{
		doc.Person:       {underline: ansi.UnderlineDouble},
		doc.Organization: {underline: ansi.UnderlineDashed},
		doc.Place:        {underline: ansi.UnderlineDotted},
		doc.Other:        {underline: ansi.UnderlineCurly},
		doc.Date:         {underline: ansi.UnderlineDotted, italic: true},
		doc.Money:        {underline: ansi.UnderlineDouble, italic: true},
		doc.Percent:      {underline: ansi.UnderlineDashed, italic: true},
		doc.Quantity:     {underline: ansi.UnderlineCurly, italic: true},
	}
}
