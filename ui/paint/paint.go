// Package paint turns rows of the laid-out page into the strings that show them
// on a terminal. The only escape sequences it writes are those of the theme
// (SGR) and hyperlinks (OSC 8) to the document's own targets, and each row
// closes what it opens.
package paint

import (
	"strings"

	"lectern/reader/doc"
	"lectern/styles"
	"lectern/ui/layout"
)

// Highlight paints the bytes [Start, End) of a block's Text in a role.
type Highlight struct {
	Start, End int
	Role       styles.Role
}

// Row returns the row styled: as many cells as the row has, and no more.
// Highlights are of the row's block, in any order; later ones paint over
// earlier ones, and all over the text's own markup. A grapheme cluster is never
// painted in two ways.
func Row(d *doc.Document, l layout.Line, hl []Highlight, t *styles.Theme) string {
	p := painter{theme: t}
	p.row(d, &l, hl)
	return p.out.String()
}

// Plain returns the row as Row shows it, without any styling.
func Plain(d *doc.Document, l layout.Line) string {
	p := painter{}
	p.row(d, &l, nil)
	return p.out.String()
}

// painter writes one row.
type painter struct {
	theme *styles.Theme // nil writes bare text
	span  int           // the block's spans before this one end above the row
	out   strings.Builder
}

func (p *painter) row(d *doc.Document, l *layout.Line, hl []Highlight) {
	if l.Kind != layout.Body {
		p.own(d, l)
		return
	}
	const escapes = 64 // bytes of styling in an average row
	p.out.Grow(len(l.Prefix) + l.End - l.Start + escapes)
	b := &d.Blocks[l.Block]
	prefix := l.Prefix
	if l.Start == l.End {
		prefix = strings.TrimRight(prefix, " ")
	}
	p.prefix(b, prefix)
	if l.Cells == nil {
		p.text(b, l.Block, l.Start, l.End, hl)
		return
	}
	at := 0
	for _, c := range l.Cells {
		p.blank(c.Column - at)
		p.text(b, l.Block, c.Start, c.End, hl)
		at = c.Column + c.Width
	}
}

// own writes a row that shows no text of a block.
func (p *painter) own(d *doc.Document, l *layout.Line) {
	look := ""
	switch l.Kind {
	case layout.Title:
		look = p.open(styles.Title)
	case layout.Meta:
		look = p.open(styles.Meta)
	case layout.Notice:
		look = p.open(styles.Notice)
	case layout.TableRule:
		look = p.open(styles.TableRule)
	case layout.Separator:
		look = p.open(styles.Separator)
	case layout.Label:
		b := &d.Blocks[l.Block]
		if l.First {
			look = p.open(styles.Image) + p.ghost(b)
		} else {
			look = p.open(styles.GhostLabel) + p.open(styles.Reason(b.Verdict.Reason))
		}
	case layout.Gap, layout.Body:
	}
	prefix := l.Prefix
	if l.Text == "" {
		prefix = strings.TrimRight(prefix, " ")
	}
	bars, rest := splitBars(prefix)
	p.write(p.open(styles.QuoteBar), bars)
	p.write("", rest)
	p.write(look, l.Text)
}

// prefix writes what stands before the text of a block.
func (p *painter) prefix(b *doc.Block, prefix string) {
	if prefix == "" {
		return
	}
	bars, rest := splitBars(prefix)
	p.write(p.open(styles.QuoteBar)+p.ghost(b), bars)
	look := ""
	switch b.Kind {
	case doc.ListItem:
		look = p.open(styles.ListMarker)
	case doc.Code:
		look = p.open(styles.Continuation)
	case doc.Image:
		look = p.open(styles.Image)
	case doc.Table:
		look = p.open(styles.TableHead)
	case doc.Paragraph, doc.Heading, doc.Quote, doc.Caption, doc.Rule:
	}
	if strings.TrimLeft(rest, " ") == "" {
		look = ""
	} else {
		look += p.ghost(b)
	}
	p.write(look, rest)
}

// splitBars parts a prefix behind its quote bars.
func splitBars(prefix string) (bars, rest string) {
	n := 0
	for strings.HasPrefix(prefix[n:], "│") {
		n += len("│")
		for n < len(prefix) && prefix[n] == ' ' {
			n++
		}
	}
	return prefix[:n], prefix[n:]
}

// base returns what the block's text at the byte looks like without markup.
func (p *painter) base(b *doc.Block, at int) string {
	look := p.open(styles.Text)
	if b.Quotes > 0 || b.Kind == doc.Quote {
		look += p.open(styles.Quote)
	}
	switch b.Kind {
	case doc.Heading:
		look += p.open(styles.Heading(b.Level))
	case doc.Code:
		look += p.open(styles.CodeBlock)
	case doc.Caption:
		look += p.open(styles.Caption)
	case doc.Image:
		look += p.open(styles.Image)
	case doc.Table:
		if head := strings.IndexByte(b.Text, '\n'); b.Header && (head < 0 || at <= head) {
			look += p.open(styles.TableHead)
		}
	case doc.Rule:
		look += p.open(styles.Separator)
	case doc.Paragraph, doc.ListItem, doc.Quote:
	}
	return look + p.ghost(b)
}

// ghost returns the look of a removed block, "" for one that was kept.
func (p *painter) ghost(b *doc.Block) string {
	if b.Verdict.Kept {
		return ""
	}
	return p.open(styles.Ghost)
}

// open returns the sequence that switches the role's look on.
func (p *painter) open(r styles.Role) string {
	if p.theme == nil {
		return ""
	}
	return p.theme.Open(r)
}

// write writes text in a look.
func (p *painter) write(look, text string) {
	if text == "" {
		return
	}
	if look == "" {
		p.out.WriteString(harmless(text))
		return
	}
	p.out.WriteString(look)
	p.out.WriteString(harmless(text))
	p.out.WriteString(styles.Reset)
}

// blank writes n spaces.
func (p *painter) blank(n int) {
	for range n {
		p.out.WriteByte(' ')
	}
}
