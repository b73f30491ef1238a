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
	num := s.number(at)
	if num == 0 || s.kind(at) != token.Number && s.has(at, article|magnitude) {
		return 0
	}
	at = num
	if s.dash(at) && s.touches(at) && s.touches(at+1) {
		at++
	}
	return s.is(at, percent)
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
	end := s.measure(at)
	if end == 0 {
		return 0
	}
	next := end
	if s.lowers[min(next, len(s.tokens)-1)] == "and" {
		next++
	}
	if e := s.measure(next); e > 0 && s.kind(at) == s.kind(next) && s.smaller(end-1, e-1) {
		return e
	}
	return end
}

// smaller reports whether the second unit goes on the first: feet and inches,
// hours and minutes, pounds and ounces.
func (s *scan) smaller(a, b int) bool {
	both := func(c class) bool { return s.has(a, c) && s.has(b, c) }
	if both(span) {
		return true
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
	if s.touches(i) && s.raw(i) != "g" && s.raw(i) != "W" && s.raw(i) != "V" && s.raw(i) != "l" {
		return false
	}
	if s.raw(i) == "K" || s.raw(i) == "t" || s.raw(i) == "L" {
		return s.spaced(i) && s.kind(i+1) == token.Mark
	}
	return s.kind(i+1) != token.Word || !s.capital(i+1)
}

// rate extends a unit by what it is counted over: "per hour", "a day", "/s".
func (s *scan) rate(end int) int {
	if s.raw(end) == "/" && s.touches(end) && s.touches(end+1) && len(s.raw(end+1)) <= 3 && s.kind(end+1) == token.Word {
		return end + 2
	}
	if s.has(end-1, span) {
		return end
	}
	if e := s.is(end, per); e > 0 && s.has(e, span) && !strings.HasSuffix(s.lowers[e], "s") {
		return e + 1
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
