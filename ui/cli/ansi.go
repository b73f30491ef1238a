package cli

import (
	"io"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"golang.org/x/term"

	"lectern/reader"
	"lectern/reader/doc"
	"lectern/styles"
	"lectern/ui/layout"
	"lectern/ui/paint"
)

// measure is the widest line of an article unless the person sets another, in
// cells: typographers want 60 to 75 for prose.
const measure = 72

// writeANSI writes the article as the reader would show it, names and figures
// highlighted, in as much colour as the settings allow.
func (p *program) writeANSI(w io.Writer, r *reader.Reader, s *settings, d *doc.Document) error {
	theme, err := s.paintTheme()
	if err != nil {
		return err
	}
	o := layout.Options{Width: p.columnWidth(s)}
	lines := layout.Head(d, o)
	lines = append(lines, layout.Blocks(d, 0, len(d.Blocks), o)...)
	lines = append(lines, layout.Tail(d, o)...)
	marks := highlights(r.Entities(d))
	out := colorWriter(w, s.color)
	for _, l := range lines {
		row := paint.Row(d, l, marks[l.Block], theme)
		if s.color == bare {
			row = ansi.Strip(row)
		}
		if _, err := io.WriteString(out, row+"\n"); err != nil {
			return err
		}
	}
	return nil
}

// paintTheme returns the theme for output that no program controls. The
// terminal is not asked for its background; dark is the likelier one.
func (s *settings) paintTheme() (*styles.Theme, error) {
	if s.color != coloured {
		return styles.Plain(), nil
	}
	return styles.Load(s.theme, true)
}

// highlights returns the entities as highlights, by block.
func highlights(es []doc.Entity) map[int][]paint.Highlight {
	marks := map[int][]paint.Highlight{}
	for _, e := range es {
		marks[e.Block] = append(marks[e.Block], paint.Highlight{Start: e.Start, End: e.End, Role: styles.Entity(e.Kind)})
	}
	return marks
}

// columnWidth returns the width of the article's column, in cells.
func (p *program) columnWidth(s *settings) int {
	if s.width > 0 {
		return s.width
	}
	if fd, ok := terminal(p.stdout); ok {
		if w, _, err := term.GetSize(fd); err == nil {
			return max(minWidth, min(measure, w))
		}
	}
	return measure
}

// colorWriter returns a writer that brings colours down to what the terminal
// named in the environment shows.
func colorWriter(w io.Writer, c color) io.Writer {
	if c != coloured {
		return w
	}
	return &colorprofile.Writer{Forward: w, Profile: environProfile()}
}
