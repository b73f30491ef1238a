package corpus

import (
	"math/rand/v2"
	"strings"
	"unicode/utf8"

	"lectern/reader/doc"
)

// manner is how a text is set.
type manner struct {
	blank   spacing
	width   int    // at which lines are wrapped by hand, 0 for not at all
	joint   string // what stands between the entries of a menu in one line; "" puts each on its own
	bullets string // the mark of list items, "" for none
	shout   bool   // headings in capitals
	indent  string // before every line of a list
}

// spacing is where blank lines stand.
type spacing uint8

const (
	tightly   spacing = iota // nowhere
	apart                    // between all blocks
	prose                    // around paragraphs, not between short lines
	scattered                // here and there
)

// Share of each is guessed from pages saved by browsers, mail, and lists.
func draw(rng *rand.Rand) manner {
	m := manner{blank: pick(rng, []spacing{tightly, tightly, tightly, apart, apart, prose, prose, scattered})}
	if m.blank != tightly && chance(rng, .25) {
		m.width = pick(rng, []int{60, 65, 70, 72, 76, 80, 96})
	}
	if chance(rng, .35) {
		m.joint = pick(rng, []string{" ", " ", " | ", " · ", " / ", "  "})
	}
	if chance(rng, .3) {
		m.bullets = pick(rng, []string{"• ", "- ", "* ", "– "})
		m.indent = pick(rng, []string{"", "", "  "})
	}
	m.shout = chance(rng, .05)
	return m
}

// menuEntry is the length in bytes up to which a line may be an entry of a menu.
const menuEntry = 32

// write sets the lines.
func (m manner) write(ps []piece, rng *rand.Rand) []Line {
	if m.joint != "" {
		ps = m.join(ps, rng)
	}
	out := make([]Line, 0, len(ps)+len(ps)/2)
	for i := range ps {
		if i > 0 && m.gap(&ps[i-1], &ps[i], rng) {
			out = append(out, Line{})
		}
		out = m.set(out, &ps[i])
	}
	return out
}

// gap reports whether a blank line stands between two.
func (m manner) gap(a, b *piece, rng *rand.Rand) bool {
	const short = 60
	switch m.blank {
	case tightly:
		return false
	case apart:
		return a.kind != doc.ListItem || b.kind != doc.ListItem || m.bullets == ""
	case prose:
		return len(a.Text) > short || len(b.Text) > short
	case scattered:
	}
	return chance(rng, .3)
}

// set appends the lines of one piece.
func (m manner) set(out []Line, p *piece) []Line {
	text, lead := p.Text, ""
	switch {
	case p.kind == doc.Heading && m.shout:
		text = strings.ToUpper(text)
	case p.kind == doc.ListItem && p.marker != "" && m.bullets != "":
		lead = m.indent + m.bullets
	}
	if m.width == 0 || p.kind == doc.Code {
		return append(out, Line{lead + text, p.Label, p.Tag})
	}
	hang := strings.Repeat(" ", utf8.RuneCountInString(lead))
	for _, line := range wrap(text, m.width-len(hang)) {
		out = append(out, Line{lead + line, p.Label, p.Tag})
		lead = hang
	}
	return out
}

// wrap breaks a text between words so that no line is wider than width runes,
// long words aside.
func wrap(text string, width int) []string {
	var out []string
	var b strings.Builder
	n := 0
	for w := range strings.FieldsSeq(text) {
		size := utf8.RuneCountInString(w)
		if n > 0 && n+1+size > width {
			out = append(out, b.String())
			b.Reset()
			n = 0
		}
		if n > 0 {
			b.WriteByte(' ')
			n++
		}
		b.WriteString(w)
		n += size
	}
	if n > 0 {
		out = append(out, b.String())
	}
	return out
}

// join puts runs of short clutter lines into one line each, as browsers do that
// copy a menu.
func (m manner) join(ps []piece, rng *rand.Rand) []piece {
	const least = 3
	out := make([]piece, 0, len(ps))
	for i := 0; i < len(ps); {
		n := 0
		for most := 3 + rng.IntN(10); n < most && i+n < len(ps); n++ {
			if p := &ps[i+n]; p.Label != Clutter || len(p.Text) > menuEntry || p.put {
				break
			}
		}
		if n < least || chance(rng, .3) {
			out = append(out, ps[i:i+max(1, n)]...)
			i += max(1, n)
			continue
		}
		texts := make([]string, n)
		for k := range texts {
			texts[k] = ps[i+k].Text
		}
		out = append(out, piece{Line: Line{strings.Join(texts, m.joint), Clutter, ps[i].Tag}})
		i += n
	}
	return out
}
