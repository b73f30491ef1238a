package cli

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/term"

	"lectern/reader/doc"
	"lectern/styles"
)

// What an explanation is written on, in cells.
const (
	explainWidth = 80 // where there is no terminal
	explainLeast = 30 // a terminal may be narrower, the table is not
)

// explanation writes the table of lectern explain.
type explanation struct {
	w       io.Writer
	theme   *styles.Theme
	width   int // of a line
	number  int // of the widest number
	verdict int // of the widest verdict
	err     error
}

// writeExplanation writes what is known of the blocks for people.
func (p *program) writeExplanation(w io.Writer, s *settings, d *doc.Document, blocks []int) error {
	theme, err := s.paintTheme()
	if err != nil {
		return err
	}
	x := &explanation{w: colorWriter(w, s.color), theme: theme, width: p.tableWidth(s)}
	for _, i := range blocks {
		x.number = max(x.number, len(strconv.Itoa(i)))
		x.verdict = max(x.verdict, len(verdict(&d.Blocks[i].Verdict)))
	}
	x.head(d)
	for _, i := range blocks {
		x.block(d, i)
	}
	return x.err
}

// tableWidth returns the width of a table's lines, in cells.
func (p *program) tableWidth(s *settings) int {
	width := first(s.width, explainWidth)
	if fd, ok := terminal(p.stdout); ok && s.width == 0 {
		if w, _, err := term.GetSize(fd); err == nil {
			width = w
		}
	}
	return max(width, explainLeast)
}

// verdict names a verdict: the reason for a removal.
func verdict(v *doc.Verdict) string {
	if v.Kept {
		return "kept"
	}
	return v.Reason.String()
}

// head writes what is true of the whole document.
func (x *explanation) head(d *doc.Document) {
	if d.Title != "" {
		x.paragraph("", d.Title, styles.Title)
	}
	kept, removed := len(d.Kept()), len(d.Removed())
	x.paragraph("", fmt.Sprintf("%s: %d kept, %d removed; strictness %s",
		counted(len(d.Blocks), "block"), kept, removed, d.Strictness), styles.Meta)
	for _, n := range d.Notes {
		x.paragraph("", n, styles.Notice)
	}
}

// counted says how many of something there are.
func counted(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %ss", n, one)
}

// block writes what is known of a block.
func (x *explanation) block(d *doc.Document, i int) {
	b := &d.Blocks[i]
	v := &b.Verdict
	role := styles.Text
	if !v.Kept {
		role = styles.Reason(v.Reason)
	}
	name := verdict(v)
	lead := fmt.Sprintf("%*d  ", x.number, i)
	sure := fmt.Sprintf("%3.0f %%  ", 100*v.Score)
	used := len(lead) + x.verdict + 2 + len(sure)
	x.put("\n" + x.style(lead, styles.PanelCount) + x.style(name, role) + strings.Repeat(" ", x.verdict-len(name)+2) + sure +
		ansi.Truncate(oneLine(b), max(x.width-used, explainLeast/2), "…") + "\n")
	indent := strings.Repeat(" ", x.number+2)
	if len(v.Evidence) > 0 {
		x.paragraph(indent+"why      ", strings.Join(v.Evidence, "; "), styles.PanelEvidence)
	}
	if s := facts(v.Signs, 1); s != "" {
		x.paragraph(indent+"for      ", s, styles.Text)
	}
	if s := facts(v.Signs, -1); s != "" {
		x.paragraph(indent+"against  ", s, styles.Text)
	}
	if s := turns(d, i); s != "" {
		x.paragraph(indent+"dial     ", s, styles.Text)
	}
}

// facts lists the facts that count on one side, the weightiest first.
func facts(signs []doc.Sign, side float64) string {
	var out []string
	for _, s := range signs {
		if s.Weight*side > 0 {
			out = append(out, s.Fact)
		}
	}
	return strings.Join(out, "; ")
}

// turns tells from which strictness on a block is removed, "" if at all of them
// or at none.
func turns(d *doc.Document, i int) string {
	if d.Dial == nil {
		return ""
	}
	if s, ok := d.RemovedFrom(i); ok && s > doc.Lenient {
		return "removed from " + s.String() + " on"
	}
	return ""
}

// oneLine returns what there is to read of a block.
func oneLine(b *doc.Block) string {
	const most = 4 << 10 // bytes: more than a line can hold
	text := b.Text
	switch {
	case b.Kind == doc.Image && text == "":
		return "(an image)"
	case b.Kind == doc.Rule:
		return "(a line)"
	case len(text) > most:
		text = strings.ToValidUTF8(text[:most], "")
	}
	return strings.Join(strings.Fields(text), " ")
}

// paragraph writes a text in lines of the width behind a label; further lines
// are indented by as much.
func (x *explanation) paragraph(label, text string, role styles.Role) {
	room := max(x.width-len(label), explainLeast/2)
	for line := range strings.SplitSeq(ansi.Wrap(text, room, ""), "\n") {
		x.put(x.style(label, styles.PanelCount) + x.style(line, role) + "\n")
		label = strings.Repeat(" ", len(label))
	}
}

func (x *explanation) style(s string, r styles.Role) string {
	if strings.TrimSpace(s) == "" {
		return s
	}
	return x.theme.Style(r).Render(s)
}

// put writes, nothing more after an error.
func (x *explanation) put(s string) {
	if x.err == nil {
		_, x.err = io.WriteString(x.w, s)
	}
}
