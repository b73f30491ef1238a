package pattern

import (
	"strings"

	"lectern/reader/entity/token"
)

// numeric finds dates in figures: "2013-05-27", "27/05/2013", "27.5.2013".
func (s *scan) numeric(i int) int {
	if s.kind(i) != token.Number || s.touches(i) && oneOf(s.raw(i-1), "/-.:") {
		return 0
	}
	if parts := strings.Split(s.raw(i), "."); len(parts) == 3 {
		if figures(parts[0], parts[1], parts[2]) {
			return i + 1
		}
		return 0
	}
	sep := s.raw(i + 1)
	if sep != "-" && sep != "/" && sep != "." && sep != "–" || s.raw(i+3) != sep {
		return 0
	}
	for k := i + 1; k <= i+4; k++ {
		if !s.touches(k) {
			return 0
		}
	}
	if !figures(s.raw(i), s.raw(i+2), s.raw(i+4)) || s.touches(i+5) && s.raw(i+5) == sep {
		return 0
	}
	return i + 5
}

// figures reports whether three figures are a date: year, month and day or day
// and month in either order and the year.
func figures(a, b, c string) bool {
	x, y, z := value(a), value(b), value(c)
	if len(a) == 4 {
		return inYears(x) && len(b) <= 2 && len(c) <= 2 && y <= 12 && inMonth(y, z)
	}
	switch len(c) {
	case 4:
		return inYears(z) && len(a) <= 2 && len(b) <= 2 && inMonth(x, y)
	case 2:
		return z >= 0 && len(a) == 2 && len(b) == 2 && inMonth(x, y)
	}
	return false
}

// inYears reports whether a number of four digits can be a year.
func inYears(n int) bool { return n >= 1000 && n < 2200 }

// inMonth reports whether of two numbers one can be a day and one a month.
func inMonth(x, y int) bool { return min(x, y) >= 1 && min(x, y) <= 12 && max(x, y) <= 31 }

// value returns the value of one to four ASCII digits, -1 for anything else.
func value(w string) int {
	if w == "" || len(w) > 4 {
		return -1
	}
	n := 0
	for k := range len(w) {
		if w[k] < '0' || w[k] > '9' {
			return -1
		}
		n = 10*n + int(w[k]-'0')
	}
	return n
}

// ideographic finds Chinese, Japanese and Korean dates: "2013年5月27日",
// "5月27日", "2013년 5월 27일".
func (s *scan) ideographic(i int) int {
	end, at := 0, i
	for _, mark := range [...]string{"年년", "月월", "日号일"} {
		if s.plain(at) < 0 || !s.touches(at+1) || !oneOf(s.raw(at+1), mark) {
			if end == 0 && at == i {
				continue
			}
			break
		}
		if mark == "年년" && s.full(at) == 0 {
			return 0
		}
		at += 2
		end = at
	}
	if end == i+2 && !oneOf(s.raw(i+1), "年년月월") {
		return 0
	}
	return end
}

// decade finds the year of "1990s", "’90s", "1990er". As with the "'s" of a
// name, the ending is no part of it.
func (s *scan) decade(i int) int {
	at := i
	if w := s.raw(i); (w == "'" || w == "’" || w == "‘") && s.touches(i+1) {
		at++
	}
	n := s.plain(at)
	if n < 0 || n%10 != 0 || !s.touches(at+1) {
		return 0
	}
	long := len(s.raw(at)) == 4 && n >= 1000 && n < 2200
	short := len(s.raw(at)) == 2 && n >= 10 && (at > i || s.cued(at) || s.the(at-1))
	switch w := s.raw(at + 1); {
	case !long && !short:
		return 0
	case w == "s", w == "'s", w == "’s", s.has(at+1, decade):
		return at + 1
	}
	return 0
}

// ancient finds years before and after Christ where it says so: "44 BC", "AD 79".
func (s *scan) ancient(i int) int {
	if s.plain(i) > 0 && s.has(i+1, era) {
		return i + 2
	}
	if w := s.raw(i); (w == "AD" || w == "A.D.") && s.plain(i+1) > 0 {
		return i + 2
	}
	return 0
}

// maxRange is how many years lie between the ends of a range at most; more
// are likely two counts.
const maxRange = 150

// years finds a range of years: "2022–2023", "1792-93", "2019/20", "2017 to 2021".
func (s *scan) years(i int) int {
	from := s.plain(i)
	if s.full(i) == 0 || s.attached(i) || !s.dash(i+1) && s.raw(i+1) != "/" && (s.is(i+1, to) != i+2 || s.full(i+2) == 0) {
		return 0
	}
	end, until := i+3, s.until(i, from)
	if until <= from || until-from > maxRange || s.measured(end) || s.touches(end) && s.dash(end) {
		return 0
	}
	return end
}

// until returns the year that ends the range at i, written in full or with two
// digits; 0 without one.
func (s *scan) until(i, from int) int {
	n := s.plain(i + 2)
	switch len(s.raw(i + 2)) {
	case 4:
		return n
	case 2:
		n += from - from%100
		if n < from {
			n += 100
		}
		const longest = 60 // "1950-12" is likely a month
		if s.touches(i+1) && s.touches(i+2) && n-from <= longest && (s.raw(i+1) != "/" || n == from+1) {
			return n
		}
	}
	return 0
}

// attached reports whether the number at i hangs on a mark that makes it part
// of something longer: a version, a telephone number, a code.
func (s *scan) attached(i int) bool {
	if !s.touches(i) {
		return false
	}
	switch w := s.raw(i - 1); w {
	case "(", "[", "“", "\"", "‘", "«", "–", "—", "'", "’":
		return false
	case "-", "/":
		if i >= 2 && s.touches(i-1) {
			switch s.lowers[i-2] {
			case "mid", "early", "late", "pre", "post":
				return false
			}
			return s.kind(i-2) == token.Number || w == "/" || s.kind(i-2) == token.Word
		}
		return false
	default:
		return true
	}
}

// measured reports whether what stands at i makes the number before it an amount.
func (s *scan) measured(i int) bool {
	return s.has(i, unit|percent|magnitude|currency|span) || s.has(i, symbol) && !s.capital(i) ||
		s.kind(i) == token.Currency
}

// bareYear finds a year that stands alone. A number of four digits is a year
// only where nothing speaks for a count.
func (s *scan) bareYear(i int) int {
	n := s.plain(i)
	if s.full(i) == 0 || s.attached(i) || s.measured(i+1) || s.counted(i) || s.entitled(i) {
		return 0
	}
	end := i + 1
	if s.touches(end) {
		switch s.raw(end) {
		case "/", "+", "x", "×", "°", "#":
			return 0
		case ":":
			if s.touches(end + 1) {
				return 0
			}
		}
		if s.kind(end) == token.Word && s.raw(end)[0] != '\'' && !strings.HasPrefix(s.raw(end), "’") {
			return 0
		}
		if s.dash(end) && s.touches(end+1) && s.kind(end+1) == token.Word {
			return 0
		}
	}
	if s.likely(i, n) {
		return end
	}
	return 0
}

// entitled reports whether the year at i belongs to a title: "the Mining Act,
// 1998".
func (s *scan) entitled(i int) bool {
	if i > 0 && s.raw(i-1) == "," {
		i--
	}
	switch s.raw(i - 1) {
	case "Act", "Law", "Bill", "Ordinance", "Regulations", "Rules":
		return true
	}
	return false
}

// counted reports whether the word before i says that the number is none of a
// year: "page 2000", "No. 1990", "nearly 2000".
func (s *scan) counted(i int) bool {
	if i == 0 {
		return false
	}
	if s.has(i-1, against|code) || s.kind(i-1) == token.Currency || s.raw(i-1) == "#" {
		return true
	}
	switch s.lowers[i-1] {
	case "nearly", "almost", "than", "approximately", "roughly", "some", "least", "most", "over", "another", "only", "exactly":
		return true
	}
	return false
}

// Years between these stand alone in news; others want a preposition.
const (
	firstPlain, lastPlain = 1900, 2039
	firstLikely           = 1500
)

func (s *scan) likely(i, n int) bool {
	noun := s.noun(i + 1)
	round := n%100 == 0 && n != firstPlain || n%50 == 0 && n < firstPlain
	cued := s.cued(i) || s.raw(i-1) == "(" || s.has(i-1, month|season)
	switch {
	case s.cuedStrongly(i) && (!noun || !round):
		return true
	case n < firstLikely:
		return false
	case n < firstPlain:
		return !noun && (cued && !round || s.the(i-1))
	case n > lastPlain || round:
		return cued && !noun
	}
	return true
}
