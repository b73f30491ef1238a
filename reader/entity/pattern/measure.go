package pattern

import (
	"strings"

	"lectern/reader/entity/token"
)

// percent returns the index after the percentage that begins at token i: "12%",
// "-0.3 %", "5 to 10 per cent", "three percentage points". 0 without one.
func (s *scan) percent(i int) int {
	if s.has(i, percentBefore) || s.raw(i) == "%" && s.kind(i+1) == token.Number && s.touches(i+1) && !s.touches(i) {
		return s.digits(i + 1)
	}
	at := i
	if s.minus(i) {
		at++
	}
	if s.attached(at) && at == i {
		return 0
	}
	if s.has(at, negative) && s.kind(at+1) == token.Number {
		at++
	}
	num := s.number(at)
	vague := s.kind(at) != token.Number && s.has(at, article|magnitude) && !s.has(at, numeral) && s.lowers[at] != "half"
	if num == 0 || vague {
		return s.point(at)
	}
	return s.percentAfter(s.hundred(num))
}

// percentAfter returns the index after the sign or word for a percentage at
// token i, which follows a number.
func (s *scan) percentAfter(i int) int {
	if s.raw(i) == "pc" && s.touches(i) && s.kind(i-1) == token.Number {
		return i + 1
	}
	if s.dash(i) && s.touches(i) && s.touches(i+1) {
		i++
	}
	return s.is(i, percent)
}

// point finds a percentage without a number of its own: "a percentage point",
// "half a percentage point", "a quarter of a percentage point".
func (s *scan) point(i int) int {
	at := s.is(i, article|part)
	for at > 0 && at-i < maxPart && s.has(at, article|part|of) {
		at++
	}
	if at == 0 {
		return 0
	}
	if w := s.lowers[min(at, len(s.tokens)-1)]; w == "single" || w == "full" || w == "whole" {
		at++
	}
	end := s.is(at, percent)
	if end == at+1 || end > 0 && !s.pointed(at) && !s.has(i, part) {
		return 0 // "a percent", "a per cent"
	}
	return end
}

// maxPart is how many tokens a part before a percentage point has at most.
const maxPart = 5

// pointed reports whether the words at i are percentage points.
func (s *scan) pointed(i int) bool {
	return strings.HasPrefix(s.lowers[i], "percentage") || strings.HasPrefix(s.lowers[i], "basis")
}

// hundred returns the index after the magnitude that goes on a percentage in
// words: "one hundred" percent.
func (s *scan) hundred(i int) int {
	if s.lowers[min(i, len(s.tokens)-1)] == "hundred" {
		return i + 1
	}
	return i
}

// minus reports whether token i is the sign of the number after it.
func (s *scan) minus(i int) bool {
	w := s.raw(i)
	return (s.dash(i) || w == "+" || w == "±") && w != "—" && s.touches(i+1) && s.kind(i+1) == token.Number &&
		(!s.touches(i) || s.raw(i-1) == "(")
}

// quantity returns the index after the measure that begins at token i: "27
// kilometres", "5m", "40°C", "100 km/h", "six feet two inches", "three
// months", "five-year". 0 without one. Ages ("a 25-year-old") are none.
func (s *scan) quantity(i int) int {
	at := i
	if s.minus(i) {
		at++
	}
	if s.attached(at) && at == i {
		return 0
	}
	end := max(s.measure(at), s.andHalf(s.is(at, article)))
	if end == 0 {
		return 0
	}
	for range maxParts {
		next := end
		if s.between(next) > 0 && !s.dash(next) && s.raw(next) != "/" {
			next = s.between(next)
		}
		e := s.measure(next)
		if e == 0 || !s.smaller(end-1, e-1) {
			break
		}
		end = e
	}
	return end
}

// maxParts is how many smaller measures follow one at most: hours, minutes and
// seconds.
const maxParts = 2

// andHalf returns the index after "year and a half" at i, 0 without it.
func (s *scan) andHalf(i int) int {
	if i > 0 && s.has(i, span) && s.halves(i+1) > 0 {
		return s.halves(i + 1)
	}
	return 0
}

// smaller reports whether the second unit goes on the first: feet and inches,
// hours and minutes, pounds and ounces.
func (s *scan) smaller(a, b int) bool {
	if s.has(a, span) && s.has(b, span) {
		return s.lowers[a] != s.lowers[b]
	}
	switch s.lowers[a] {
	case "feet", "foot", "ft":
		return s.lowers[b] == "inches" || s.lowers[b] == "inch" || s.lowers[b] == "in"
	case "pounds", "pound", "lb", "lbs":
		return s.lowers[b] == "ounces" || s.lowers[b] == "ounce" || s.lowers[b] == "oz"
	}
	return false
}

// measure returns the index after one number and its unit.
func (s *scan) measure(i int) int {
	num := s.number(i)
	if num == 0 {
		return 0
	}
	at := s.magnitudes(num, false)
	large := at > num || s.has(num-1, magnitude)
	if e := s.is(at, of); e > 0 && large && s.has(e, unit|span|prefix) {
		at = e
	}
	hyphen := s.dash(at) && s.touches(at) && s.touches(at+1)
	if hyphen {
		at++
	}
	if e := s.is(at, prefix); e > 0 && s.has(e, unit|symbol) {
		at = e
	}
	end := s.unit(i, at, hyphen)
	if end == 0 {
		return 0
	}
	return s.rate(end)
}

// unit returns the index after the unit at token at of a number that begins at i.
func (s *scan) unit(i, at int, hyphen bool) int {
	if end := s.is(at, span); end > 0 {
		if s.aged(end) || s.idiom(i, at, hyphen) {
			return 0
		}
		return end
	}
	if end := s.is(at, unit); end > 0 {
		return s.squared(end)
	}
	if s.degrees(i, at) {
		return at + 1
	}
	end := s.is(at, symbol)
	if end == 0 || s.kind(i) != token.Number && s.raw(at) != "°" {
		return 0
	}
	if len(s.raw(at)) == 1 && end == at+1 && s.raw(at) != "°" && !s.letter(at) {
		return 0
	}
	end = s.squared(end)
	if s.raw(at) == "°" && end == at+1 && s.touches(end) && s.kind(end) == token.Word {
		return 0 // a coordinate, or a number of another kind
	}
	return end
}

// squared takes in the raised figure after a unit: "km²".
func (s *scan) squared(end int) int {
	if s.touches(end) && s.has(end, square) {
		return end + 1
	}
	return end
}

// letter reports whether the single letter at i is a unit: a space before it
// and no word after it, or metres, grams and the like glued to the number
// where a mark or a word of measure follows.
func (s *scan) letter(i int) bool {
	switch s.raw(i) {
	case "m", "g", "t", "l", "L", "W", "V", "K":
	default:
		return false
	}
	if s.touches(i) && s.raw(i) == "m" {
		return s.metres(i)
	}
	if s.touches(i) && s.raw(i) != "g" && s.raw(i) != "W" && s.raw(i) != "V" && s.raw(i) != "l" {
		return false
	}
	if s.raw(i) == "K" || s.raw(i) == "t" || s.raw(i) == "L" {
		return s.spaced(i) && s.kind(i+1) == token.Mark
	}
	return s.kind(i+1) != token.Word || !s.capital(i+1)
}

// metres reports whether the "m" glued to the number before i means metres and
// not millions: "900m high", "the 1,500m".
func (s *scan) metres(i int) bool {
	if _, after, ok := strings.Cut(s.raw(i-1), ","); ok && len(after) == 3 {
		return true
	}
	switch s.lowers[min(i+1, len(s.tokens)-1)] {
	case "high", "long", "tall", "wide", "deep", "thick", "above", "below", "across", "away", "up", "down", "off", "from":
		return true
	case "in", "over":
		return len(s.raw(i-1)) == 3
	}
	return false
}

// degrees reports whether the letter at i, glued to a number, is a scale of
// temperature: "1.5C", "90F". Smaller whole numbers are sizes and seats.
func (s *scan) degrees(num, i int) bool {
	if w := s.raw(i); w != "C" && w != "F" || !s.touches(i) || s.kind(num) != token.Number || s.capital(num-1) {
		return false
	}
	return strings.Contains(s.raw(i-1), ".") || s.plain(i-1) >= 10
}

// rate extends a unit by what it is counted over: "per hour", "a day", "/s".
func (s *scan) rate(end int) int {
	if s.raw(end) == "/" && s.touches(end) && s.touches(end+1) && len(s.raw(end+1)) <= 3 && s.kind(end+1) == token.Word {
		return end + 2
	}
	if e := s.is(end, per); e > 0 && s.has(e, span) && !strings.HasSuffix(s.lowers[e], "s") {
		if !s.has(end-1, span) || strings.HasSuffix(s.lowers[end-1], "s") {
			return e + 1
		}
	} else if e > 0 && strings.HasPrefix(s.lowers[end], "p") && s.has(e, unit) && !s.has(end-1, span) {
		return s.is(e, unit)
	}
	return s.halfMore(end)
}

// halfMore takes in the half after a unit: "a mile and a half".
func (s *scan) halfMore(end int) int {
	if e := s.halves(end); e > 0 && s.has(end-1, span|unit) {
		return e
	}
	return end
}

// aged reports whether the years before i are someone's age.
func (s *scan) aged(i int) bool {
	if s.dash(i) {
		i++
	}
	return s.has(i, old)
}

// idiom reports whether a number and a span are no measure: "one day",
// "a hundred times", "seconds" alone.
func (s *scan) idiom(i, at int, hyphen bool) bool {
	w := s.lowers[at]
	if w == "second" && !hyphen {
		return true
	}
	if s.kind(i) == token.Number || hyphen {
		return false
	}
	one := at == i+1 && (s.lowers[i] == "one" || !s.has(i, numeral))
	return one && !strings.HasSuffix(w, "s")
}
