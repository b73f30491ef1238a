package pattern

import (
	"strings"

	"lectern/reader/entity/token"
)

// number returns the index after the amount that begins at token i: digits,
// groups of digits with spaces between ("5 000"), a range ("5–10", "5 to 10"),
// or words ("twenty-five", "half a", "hundreds of"). It is 0 without one.
// Magnitudes are left to the caller, except in words.
func (s *scan) number(i int) int {
	end := s.digits(i)
	if end == 0 {
		if end = s.words(i); end > 0 && s.has(i, numeral) {
			end = max(end, s.halves(end))
		}
		return end
	}
	if e := s.is(end, pair); e > 0 && i > 0 && s.has(i-1, betwixt) && s.digits(e) > 0 && !s.year(i, end) {
		return s.digits(e)
	}
	if s.dash(end) && s.touches(end) {
		if e := s.digits(end + 1); e > 0 && s.touches(end+1) {
			return e
		}
	}
	if e := s.is(end, to); e > 0 {
		if d := s.digits(e); d > 0 && !s.year(i, end) {
			return d
		}
	}
	return end
}

// year reports whether the tokens [i, end) are one number that looks like a year.
func (s *scan) year(i, end int) bool {
	n := s.plain(i)
	return end == i+1 && len(s.raw(i)) == 4 && n >= 1800 && n <= 2100
}

// digits returns the index after a number in digits at i, 0 without one. A
// number of one to three digits is followed by groups of three.
func (s *scan) digits(i int) int {
	if s.kind(i) != token.Number {
		return 0
	}
	end := i + 1
	if s.plain(i) >= 0 && len(s.raw(i)) <= 3 && s.plain(i) > 0 {
		for end-i < maxGroups && s.kind(end) == token.Number && s.spaced(end) && group(s.raw(end)) {
			end++
		}
	}
	if s.kind(end) == token.Number && s.touches(end) && strings.ContainsAny(s.raw(end), "½¼¾⅓⅔⅛") {
		end++
	}
	return end
}

// maxGroups is how many groups of digits a number has at most.
const maxGroups = 6

// group reports whether the digits go on a number: three of them, and perhaps
// a fraction.
func group(digits string) bool {
	if len(digits) > 3 && (digits[3] == ',' || digits[3] == '.') {
		digits = digits[:3]
	}
	return len(digits) == 3 && strings.Trim(digits, "0123456789") == ""
}

// words returns the index after a number in words at i, 0 without one: a
// numeral, or an article or a plural magnitude that a magnitude goes on.
func (s *scan) words(i int) int {
	if e := s.is(i, numeral); e > 0 {
		if s.dash(e) && s.touches(e) && s.touches(e+1) {
			if t := s.is(e+1, numeral); t > 0 {
				e = t
			}
		} else if t := s.is(e, numeral); t > 0 {
			e = t
		}
		return e
	}
	if e := s.is(i, article); e > 0 {
		half := s.lowers[i] == "half"
		if half && s.dash(e) && s.touches(e) && s.touches(e+1) && s.has(e+1, unit|percent) {
			return e
		}
		if s.has(e, article) {
			e++
		}
		if s.has(e, magnitude) || half && e > i+1 && s.has(e, unit|span|prefix) {
			return e
		}
		return 0
	}
	return s.is(i, magnitude)
}

// halves returns the index after "and a half" at i, 0 without it.
func (s *scan) halves(i int) int {
	if i+2 < len(s.tokens) && s.lowers[i] == "and" && s.has(i+1, article) && s.has(i+2, part|article) && s.raw(i+2) != "a" {
		return i + 3
	}
	return 0
}

// magnitudes returns the index after the magnitudes that follow a number which
// ends before i: "million", "hundreds of millions", "-million", "bn" glued to
// the number. It is i without any.
func (s *scan) magnitudes(i int, money bool) int {
	if money && s.touches(i) && s.has(i, glued) {
		return i + 1
	}
	end := i
	if s.dash(end) && s.touches(end) && s.touches(end+1) && s.has(end+1, magnitude) {
		return end + 2
	}
	for end-i < maxMagnitudes {
		if e := s.is(end, magnitude); e > 0 {
			end = e
			continue
		}
		if e := s.is(end, of); e > 0 && end > 0 && s.has(end-1, magnitude) && s.has(e, magnitude) {
			end = e
			continue
		}
		break
	}
	return end
}

// maxMagnitudes is how many tokens of magnitudes follow a number at most.
const maxMagnitudes = 6

// plain returns the value of a token of ASCII digits only, -1 for another.
func (s *scan) plain(i int) int {
	w := s.raw(i)
	if w == "" || len(w) > 6 {
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
