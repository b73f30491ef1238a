package paint

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"lectern/reader/doc"
	"lectern/styles"
)

// mark is a stretch of a row that has a role of its own.
type mark struct {
	start, end int
	role       styles.Role
	span       int // index of the span that gives the mark, -1 for a highlight
}

// text writes the bytes [start, end) of the block's text.
func (p *painter) text(b *doc.Block, block, start, end int, hl []Highlight) {
	if start >= end {
		return
	}
	if p.theme != nil && startsWithMark(b.Text[start:end]) {
		p.out.WriteString(styles.Reset)
	}
	base := p.base(b, start)
	marks := p.marks(b, start, end, hl)
	if len(marks) == 0 {
		p.write(base, b.Text[start:end])
		return
	}
	toClusters(marks, b.Text[start:end], start)
	cuts := make([]int, 0, 2*len(marks)+2)
	cuts = append(cuts, start, end)
	for _, m := range marks {
		cuts = append(cuts, m.start, m.end)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	pen := pen{painter: p}
	for i, at := range cuts[:len(cuts)-1] {
		look, link := p.look(base, marks, at)
		target := ""
		if link >= 0 {
			target = b.Spans[link].Target
		}
		pen.link(block, link, target)
		pen.write(look, b.Text[at:cuts[i+1]])
	}
	pen.lift()
}

// marks gathers what is painted over the base of the row, the lowest first. A
// painter without a theme has nothing to paint.
func (p *painter) marks(b *doc.Block, start, end int, hl []Highlight) []mark {
	if p.theme == nil {
		return nil
	}
	var ms []mark
	for i := p.span; i < len(b.Spans); i++ {
		s := &b.Spans[i]
		if s.Start >= end {
			break
		}
		if s.End > start && s.End > s.Start {
			ms = append(ms, mark{max(s.Start, start), min(s.End, end), styles.Span(s.Kind), i})
		}
	}
	for _, h := range hl {
		if h.Start < end && h.End > start && h.End > h.Start {
			ms = append(ms, mark{max(h.Start, start), min(h.End, end), h.Role, -1})
		}
	}
	return ms
}

// look returns what the text at the byte looks like, and the span of the
// innermost link there, -1 without one.
func (p *painter) look(base string, marks []mark, at int) (look string, link int) {
	var b strings.Builder
	b.WriteString(base)
	link = -1
	var seen []styles.Role // nested spans of one kind look like one
	for _, m := range marks {
		if at < m.start || at >= m.end {
			continue
		}
		if m.role == styles.Link && m.span >= 0 {
			link = m.span
		}
		if slices.Contains(seen, m.role) {
			continue
		}
		seen = append(seen, m.role)
		b.WriteString(p.open(m.role))
	}
	return b.String(), link
}

// toClusters widens the marks to whole grapheme clusters of the text, so that no
// escape sequence tears one apart; offset is where the text begins.
func toClusters(marks []mark, text string, offset int) {
	if isASCII(text) {
		return
	}
	bounds := make([]int, 0, len(text)+1)
	for at := 0; at < len(text); at += clusterLen(text[at:]) {
		bounds = append(bounds, offset+at)
	}
	bounds = append(bounds, offset+len(text))
	for i := range marks {
		m := &marks[i]
		at, exact := slices.BinarySearch(bounds, m.start)
		if !exact {
			at--
		}
		m.start = bounds[at]
		at, _ = slices.BinarySearch(bounds, m.end)
		m.end = bounds[at]
	}
}

// clusterLen returns the bytes of the first grapheme cluster of s.
func clusterLen(s string) int {
	if s[0] < utf8.RuneSelf && (len(s) == 1 || s[1] < utf8.RuneSelf) {
		return 1
	}
	cluster, _ := ansi.FirstGraphemeCluster(s, ansi.WcWidth)
	return max(len(cluster), 1)
}

// startsWithMark reports whether s begins with a mark that has no base. Painted
// right behind a blank it would make one cluster with it, and perhaps a wider
// one; a sequence between them keeps them apart.
func startsWithMark(s string) bool {
	if s[0] < utf8.RuneSelf {
		return false
	}
	_, width := ansi.FirstGraphemeCluster(s, ansi.WcWidth)
	return width == 0
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// harmless returns s with every control character and invalid byte replaced.
// Text is clean when it gets here; this is the lock on the last door.
func harmless(s string) string {
	ascii := true
	for i := range len(s) {
		if c := s[i]; c < ' ' || c == 0x7f {
			return replaced(s)
		} else if c >= utf8.RuneSelf {
			ascii = false
			if c == 0xc2 && i+1 < len(s) && s[i+1] < 0xa0 {
				return replaced(s)
			}
		}
	}
	if !ascii && !utf8.ValidString(s) {
		return replaced(s)
	}
	return s
}

func replaced(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7f && r < 0xa0 {
			return utf8.RuneError
		}
		return r
	}, s)
}
