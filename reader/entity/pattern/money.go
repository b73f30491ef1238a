package pattern

import (
	"strings"

	"lectern/reader/entity/token"
)

// money returns the index after the sum that begins at token i, 0 without one.
// What it buys or how often it is due is no part of it: "€300" of "€300/month".
func (s *scan) money(i int) int {
	if s.touches(i) && s.kind(i-1) == token.Number && s.kind(i) != token.Currency {
		return 0
	}
	return max(s.signed(i), s.worded(i))
}

// signed finds a sum after its sign or code: "$5", "US$ 5 million", "₹3,450",
// "CHF 20", "Rs 500 crore", "R45 500", "$US5m".
func (s *scan) signed(i int) int {
	at := s.sign(i)
	if at == 0 {
		return 0
	}
	end := s.digits(at)
	if end == 0 || s.numeric(at) > at+1 {
		return 0
	}
	if s.dash(end) && s.touches(end) && s.touches(end+1) {
		if e := s.digits(end + 1); e > 0 && !s.twoYears(at, e) {
			end = e
		}
	}
	end = s.magnitudes(end, true)
	if s.raw(end) == "," && s.touches(end) {
		return end
	}
	if e := s.is(end, currency); e > 0 && !s.has(end, doubtfulMoney) {
		return e
	}
	if s.kind(at-1) == token.Currency {
		if s.has(end, code) && s.raw(end) == strings.ToUpper(s.raw(end)) && !s.has(end, gluedCode) && s.digits(end+1) == 0 {
			return end + 1
		}
	}
	return end
}

// twoYears reports whether the tokens [at, end) look like two years, as in
// "$2013-2014", which no sum does.
func (s *scan) twoYears(at, end int) bool { return s.full(at) > 0 && s.full(end-1) > 0 }

// sign returns the index after a currency's sign or code before a sum at i.
func (s *scan) sign(i int) int {
	switch {
	case s.kind(i) == token.Currency:
		return s.amount(i+1, s.touches(i+1) && s.has(i+1, dollar) && s.touches(i+2)) // "$US5"
	case s.has(i, dollar) && s.kind(i+1) == token.Currency:
		if s.touches(i+1) || s.spaced(i+1) && len(s.raw(i)) > 1 {
			return s.amount(i+2, false)
		}
	default:
		return s.coded(i)
	}
	return 0
}

// coded returns the index after a currency's code before a sum at i: "CHF 20",
// "Rs500", "Rp. 20".
func (s *scan) coded(i int) int {
	switch {
	case s.has(i, gluedCode) && s.touches(i+1) && s.beside(i+1):
		return i + 1
	case !s.has(i, code) || s.suffixed(i):
		return 0
	case s.raw(i+1) == "." && s.touches(i+1):
		return s.amount(i+2, false)
	}
	return s.amount(i+1, false)
}

// amount returns the index of the number that follows a currency's sign at i,
// or after one more word where skip is set; 0 without one.
func (s *scan) amount(i int, skip bool) int {
	if skip {
		i++
	}
	if s.beside(i) {
		return i
	}
	return 0
}

// beside reports whether a number stands at i with at most one space before it.
func (s *scan) beside(i int) bool {
	return s.kind(i) == token.Number && (s.touches(i) || s.spaced(i))
}

// suffixed reports whether the code at i belongs to a number before it:
// "20 CHF 40".
func (s *scan) suffixed(i int) bool {
	return i > 0 && s.kind(i-1) == token.Number && s.spaced(i) && !s.twoYears(i-1, i)
}

// worded finds a sum before its currency: "94 million euros", "20 €", "5 000
// kr", "50 cents", "31 trillion U.S. dollars", "tens of millions of
// dollars", "100-dollar".
func (s *scan) worded(i int) int {
	if s.capital(i) && !s.begins(i) {
		return 0
	}
	num := s.number(i)
	if num == 0 || s.attached(i) {
		return 0
	}
	at := s.magnitudes(num, false)
	large := at > num || s.has(num-1, magnitude)
	if e := s.is(at, of); e > 0 && large {
		at = e
	}
	if !large && i > 0 && s.year(i, num) && s.lowers[i-1] == "in" {
		return 0
	}
	if s.kind(at) == token.Currency {
		return s.signAfter(at)
	}
	if s.dash(at) && s.touches(at) && s.touches(at+1) {
		at++
	}
	if e := s.is(at, issuer); e > 0 && s.has(e, currency|code) {
		at = e
	}
	return s.unitOfMoney(i, num, at, large)
}

// signAfter returns the index after the currency sign at token at, which
// follows a number; 0 if it is the next number's: "in 2013 $5".
func (s *scan) signAfter(at int) int {
	if s.touches(at) || s.spaced(at) && (s.kind(at+1) != token.Number || !s.touches(at+1)) {
		return at + 1
	}
	return 0
}

// unitOfMoney returns the index after the currency at token at, after a number
// in [i, num). Words that are also something else want proof.
func (s *scan) unitOfMoney(i, num, at int, large bool) int {
	end := s.is(at, currency)
	switch {
	case end == 0:
		return s.codeAfter(at)
	case large || end > at+1:
		return end
	case s.has(at, unit): // "pounds"
		if !s.pounds {
			return 0
		}
	case s.has(at, doubtfulMoney) && s.kind(i) != token.Number:
		return s.coins(i, at)
	case s.lowers[at] == "won" && num == i+1 && s.plain(i) >= 0 && s.plain(i) < 100:
		return 0 // "won 5 games", "12 won"
	}
	return end
}

// codeAfter returns the index after the code at token at, which follows a
// number: "20 CHF", "25p". 0 if it is none, or the next number's.
func (s *scan) codeAfter(at int) int {
	switch {
	case s.has(at, code) && (s.touches(at) || s.spaced(at)) && !s.takes(at):
		return at + 1
	case s.raw(at) == "p" && s.touches(at) && s.pounds:
		return at + 1
	}
	return 0
}

// coins accepts a doubtful word after a number in words only if it is a coin.
func (s *scan) coins(i, at int) int {
	if s.has(i, numeral) && strings.HasPrefix(s.lowers[at], "cent") {
		return at + 1
	}
	return 0
}

// takes reports whether the code at i belongs to the number after it.
func (s *scan) takes(i int) bool {
	return s.kind(i+1) == token.Number && s.spaced(i+1) && !s.touches(i)
}
