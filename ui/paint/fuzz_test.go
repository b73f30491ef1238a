package paint

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"lectern/reader/doc"
	"lectern/styles"
	"lectern/ui/layout"
	"lectern/ui/layout/layouttest"
)

// sequence matches the escape sequences that a row may have: SGR, what opens a
// link to a printable address, and what closes it.
var sequence = regexp.MustCompile(`\x1b\[[0-9;:]*m|\x1b\]8;(id=\d+\.\d+;[[:graph:]]+|;)\x07`)

// foreign returns what is wrong with a painted row, "" if nothing is: a
// sequence that is not the theme's own, a control character outside of one,
// something left switched on.
func foreign(row string, ours map[string]bool) string {
	on, link := false, false
	for _, s := range sequence.FindAllString(row, -1) {
		switch {
		case s == styles.Reset:
			on = false
		case s == ansi.ResetHyperlink():
			link = false
		case strings.HasPrefix(s, "\x1b]8;"):
			if link {
				return "a link opened in a link"
			}
			link = true
		default:
			on = true
			if !ours[s] {
				return "the foreign sequence " + strconv.Quote(s)
			}
		}
	}
	if on || link {
		return "something is left switched on"
	}
	if i := strings.IndexFunc(sequence.ReplaceAllString(row, ""), unicode.IsControl); i >= 0 {
		return "a control character"
	}
	return ""
}

// sequences returns the theme's own sequences.
func sequences(theme *styles.Theme) map[string]bool {
	ours := map[string]bool{}
	for _, r := range roles() {
		ours[theme.Open(r)] = true
	}
	return ours
}

// roles returns all roles.
func roles() []styles.Role {
	var rs []styles.Role
	for r := styles.Text; r.String() != ""; r++ {
		rs = append(rs, r)
	}
	return rs
}

func FuzzRow(f *testing.F) {
	rnd := layouttest.Rand(1)
	for i := range 16 {
		f.Add(layouttest.Bytes(rnd, 250), 10*i, uint64(i), i%2 == 0)
	}
	themes := []*styles.Theme{styles.Dark(), styles.Light(), styles.Plain()}
	ours := map[*styles.Theme]map[string]bool{}
	for _, theme := range themes {
		ours[theme] = sequences(theme)
	}
	f.Fuzz(func(t *testing.T, data []byte, width int, seed uint64, graphemes bool) {
		d := layouttest.Document(data)
		o := layout.Options{Width: width % 200, Ghost: true, Graphemes: graphemes}
		theme := themes[seed%uint64(len(themes))]
		rnd := layouttest.Rand(seed)
		for _, l := range slices.Concat(layout.Head(d, o), layout.Blocks(d, 0, len(d.Blocks), o), layout.Tail(d, o)) {
			row := Row(d, l, highlights(d, l.Block, rnd), theme)
			plain := Plain(d, l)
			if bad := foreign(row, ours[theme]); bad != "" {
				t.Fatalf("%q has %s", row, bad)
			}
			if got := ansi.Strip(row); got != plain {
				t.Fatalf("painted %q, the text is %q", got, plain)
			}
			method := ansi.WcWidth
			if graphemes {
				method = ansi.GraphemeWidth
			}
			if got, want := drawn(row, method), measured(d, l, method); got > want {
				t.Fatalf("%q is drawn in %d cells, measured at %d", row, got, want)
			}
		}
	})
}

// measured returns how many cells the row has for the layout.
func measured(d *doc.Document, l layout.Line, m ansi.Method) int {
	n := m.StringWidth(l.Prefix) + m.StringWidth(l.Text)
	switch {
	case l.Kind != layout.Body:
	case l.Cells == nil:
		n += m.StringWidth(d.Blocks[l.Block].Text[l.Start:l.End])
	default:
		last := l.Cells[len(l.Cells)-1]
		n += last.Column + last.Width
	}
	return n
}

// drawn returns how many cells Bubble Tea's renderer draws the row in.
func drawn(row string, m ansi.Method) int {
	n := 0
	for _, line := range uv.NewStyledString(row).Lines(m) {
		for _, c := range line {
			n += c.Width
		}
	}
	return n
}

// highlights returns arbitrary highlights of the block.
func highlights(d *doc.Document, block int, rnd *rand.Rand) []Highlight {
	if block < 0 {
		return nil
	}
	n := len(d.Blocks[block].Text)
	hl := make([]Highlight, rnd.IntN(5))
	for i := range hl {
		a, b := rnd.IntN(n+1), rnd.IntN(n+1)
		hl[i] = Highlight{min(a, b), max(a, b), styles.Entity(doc.EntityKind(rnd.IntN(8)))} //nolint:gosec // below eight
		if rnd.IntN(3) == 0 {
			hl[i].Role = styles.Match
		}
	}
	return hl
}

// A page is its rows, however they come about.
func TestPageIsItsRows(t *testing.T) {
	rnd := layouttest.Rand(3)
	theme := styles.Dark()
	for range 30 {
		d := layouttest.Document(layouttest.Bytes(rnd, 300))
		for i := range d.Blocks {
			for at := 0; at+9 < len(d.Blocks[i].Text); at += 12 {
				d.Entities = append(d.Entities, doc.Entity{Block: i, Start: at, End: at + 9, Kind: doc.Place})
			}
		}
		o := layout.Options{Width: 10 + rnd.IntN(70)}
		var want, got strings.Builder
		for _, l := range slices.Concat(layout.Head(d, o), layout.Blocks(d, 0, len(d.Blocks), o), layout.Tail(d, o)) {
			var hl []Highlight
			for _, e := range d.Entities {
				if e.Block == l.Block {
					hl = append(hl, Highlight{e.Start, e.End, styles.Entity(e.Kind)})
				}
			}
			want.WriteString(Row(d, l, hl, theme) + "\n")
		}
		if err := Page(&got, d, o.Width, theme); err != nil || got.String() != want.String() {
			t.Fatalf("error %v, got\n%s\nwant\n%s", err, got.String(), want.String())
		}
	}
}

// What the layout measured is what the renderer draws.
func TestDrawnWidths(t *testing.T) {
	rnd := layouttest.Rand(9)
	for range 40 {
		d := layouttest.Document(layouttest.Bytes(rnd, 300))
		for _, m := range []ansi.Method{ansi.WcWidth, ansi.GraphemeWidth} {
			o := layout.Options{Width: 20 + rnd.IntN(60), Ghost: true, Graphemes: m == ansi.GraphemeWidth}
			for _, l := range layout.Blocks(d, 0, len(d.Blocks), o) {
				if row := Row(d, l, nil, styles.Dark()); drawn(row, m) > o.Width {
					t.Errorf("%q is drawn in %d cells, the page has %d", row, drawn(row, m), o.Width)
				}
			}
		}
	}
}
