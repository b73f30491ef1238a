package cli

import (
	"io"

	"github.com/charmbracelet/colorprofile"
	"golang.org/x/term"

	"lectern/reader"
	"lectern/reader/doc"
	"lectern/styles"
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
	d.Entities = r.Entities(d)
	return paint.Page(colorWriter(w, s.color), d, p.columnWidth(s), theme)
}

// paintTheme returns the theme for output that no program controls. The
// terminal is not asked for its background; dark is the likelier one.
func (s *settings) paintTheme() (*styles.Theme, error) {
	if s.color != coloured {
		return styles.Plain(), nil
	}
	return styles.Load(s.theme, true)
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

// colorWriter returns a writer that brings styles down to what the settings
// and the terminal named in the environment allow, down to none at all.
func colorWriter(w io.Writer, c color) io.Writer {
	switch c {
	case bare:
		return &colorprofile.Writer{Forward: w, Profile: colorprofile.NoTTY}
	case unhued:
		return w
	default:
		return &colorprofile.Writer{Forward: w, Profile: environProfile()}
	}
}
