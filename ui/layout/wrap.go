package layout

import "unicode/utf8"

// wrap breaks s into rows of at most width cells and gives the byte range of
// each, in order and at least one. Spaces at a break belong to no row. A piece
// wider than a row starts a row of its own and is chopped.
func (m measure) wrap(s string, width int, emit func(start, end int)) {
	width = max(width, 1)
	b := breaker{s: s, m: m}
	start, end := 0, 0    // the row so far
	used, pending := 0, 0 // its cells, and those of the spaces behind it
	emitted := false
	for b.next() {
		if used+pending+b.width > width {
			if end > start {
				emit(start, end)
				emitted = true
			}
			start, end, used, pending = b.start, b.start, 0, 0
			if b.width > width {
				start, used = m.fill(s[:b.text], b.start, width, emit)
				end, pending, emitted = b.text, b.space, true
				continue
			}
		}
		if b.text > b.start {
			used += pending + b.width
			end, pending = b.text, 0
		}
		pending += b.space
	}
	if end > start || !emitted {
		emit(start, end)
	}
}

// chop breaks s into rows of at most width cells wherever they are full and
// gives the byte range of each, in order and at least one.
func (m measure) chop(s string, width int, emit func(start, end int)) {
	start, _ := m.fill(s, 0, max(width, 1), emit)
	emit(start, len(s))
}

// fill gives the rows of s from byte start on that are full, and returns where
// the last row starts, which is not, and its cells. A row holds one cluster at
// least, however wide that is.
func (m measure) fill(s string, start, width int, emit func(start, end int)) (last, used int) {
	before, cells := start, 0 // the last cluster, and the row's cells without it
	for at := start; at < len(s); {
		n, w := m.cluster(s[at:])
		if used+w > width && at > start {
			cut, rest := at, 0
			if before > start && used-cells+w <= width && leads(s[before:]) {
				cut, rest = before, used-cells
			}
			emit(start, cut)
			start, used = cut, rest
		}
		before, cells = at, used
		used += w
		at += n
	}
	return start, used
}

// leads reports whether s begins with a vowel that Thai and Lao write before
// its consonant: a line does not end with it.
func leads(s string) bool {
	if s[0] != 0xe0 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s)
	return r >= 0xe40 && r <= 0xe44 || r >= 0xec0 && r <= 0xec4
}
