package pattern

import (
	"strings"

	"lectern/reader/entity/token"
)

// date returns the index after the date that begins at token i, 0 without one,
// and whether it is a single word of the calendar, which may be part of a name.
func (s *scan) date(i int) (end int, weak bool) {
	for _, rule := range [...]func(*scan, int) int{
		(*scan).numeric, (*scan).ideographic, (*scan).dayMonth, (*scan).monthDay, (*scan).monthYear, (*scan).weekdayDate,
		(*scan).relative, (*scan).seasonYear, (*scan).quarterYear, (*scan).decade, (*scan).years,
		(*scan).ancient, (*scan).holidayYear,
	} {
		end = max(end, rule(s, i))
	}
	if end == 0 {
		end = max(s.bareMonth(i), s.bareYear(i))
		weak = true
	}
	return end, weak || end == i+1
}

// day returns the index after a day of a month at i: "27", "27th", "27.".
// A period counts only where dot is set.
func (s *scan) day(i int, dot bool) int {
	n := s.plain(i)
	if n < 1 || n > 31 || len(s.raw(i)) > 2 {
		return 0
	}
	end := i + 1
	if s.touches(end) && s.has(end, ordinal) {
		return end + 1
	}
	if dot && s.touches(end) && s.raw(end) == "." {
		return end + 1
	}
	return end
}

// anyMonth returns the index after a month's name, long or short.
func (s *scan) anyMonth(i int) int {
	if s.shortMonth(i) {
		return i + 1
	}
	return s.is(i, month)
}

func (s *scan) shortMonth(i int) bool {
	return s.has(i, monthShort) && (s.capitals&month == 0 || s.capital(i))
}

// full returns the index after a year of four digits at i, 0 without one.
func (s *scan) full(i int) int {
	n := s.plain(i)
	if len(s.raw(i)) == 4 && n >= 1000 && n < 2200 {
		return i + 1
	}
	return 0
}

// withYear extends a day and month that end before i by the year: ", 2013",
// "of 2013", "2013", "’13".
func (s *scan) withYear(i int) int {
	at := i
	if s.raw(at) == "," {
		at++
	} else if e := s.is(at, of); e > 0 {
		at = e
	}
	if e := s.full(at); e > 0 && !s.has(e, unit|percent|magnitude|currency) {
		return e
	}
	if w := s.raw(i); (w == "'" || w == "’") && s.touches(i+1) && len(s.raw(i+1)) == 2 && s.plain(i+1) >= 0 {
		return i + 2
	}
	return i
}

// dayMonth finds "27 May 2013", "the 9th of June", "10–17 July", "4 and 5
// October", "27. Mai", "27 de mayo de 2013".
func (s *scan) dayMonth(i int) int {
	end := s.day(i, true)
	for end > 0 && end-i <= maxDays {
		at := end
		if e := s.is(at, of); e > 0 {
			at = e
		}
		if e := s.anyMonth(at); e > 0 {
			return s.withYear(e)
		}
		next := s.between(end)
		if next == 0 {
			return 0
		}
		end = s.day(next, true)
	}
	return 0
}

// maxDays is how many tokens the days before a month's name have at most.
const maxDays = 12

// between returns the index after what joins two days: a dash, "and", "to", a
// comma. 0 without it.
func (s *scan) between(i int) int {
	switch w := s.raw(i); {
	case s.dash(i), w == ",", w == "/", w == "&":
		return i + 1
	case w == "and" || w == "und" || w == "et" || w == "y" || w == "e" || w == "en" || w == "och" || w == "og" ||
		w == "i" || w == "a" || w == "ja" || w == "ve" || w == "и" || w == "or":
		return i + 1
	}
	return s.is(i, to)
}

// monthDay finds "May 27, 2013", "Sept. 11", "June 12 to 19", "October 4 and 5".
func (s *scan) monthDay(i int) int {
	at := s.anyMonth(i)
	if at == 0 {
		return 0
	}
	end := s.dayAlone(at)
	if s.the(at) {
		end = s.dayAlone(at + 1)
		if end > 0 && !s.has(end-1, ordinal) {
			return 0
		}
	}
	if end == 0 {
		return 0
	}
	for {
		next := s.between(end)
		if next == 0 {
			break
		}
		e := s.dayAlone(next)
		if e == 0 || s.anyMonth(e) > 0 || s.raw(end) == "," && s.between(e) == 0 {
			break
		}
		end = e
	}
	return s.withYear(end)
}

// dayAlone returns the index after a day that is not an amount of something
// else: "May 27", not "May 27 per cent".
func (s *scan) dayAlone(i int) int {
	end := s.day(i, false)
	if end == 0 || s.has(end, percent|magnitude|currency|glued) || s.has(end, unit|span|symbol) && !s.capital(end) {
		return 0
	}
	if s.touches(end) && (s.raw(end) == ":" && s.touches(end+1) || s.raw(end) == "%" || s.kind(end) == token.Currency) {
		return 0
	}
	return end
}

// monthYear finds "May 2013", "Jan. of 2013", "mayo de 2013", "January–March 2013".
func (s *scan) monthYear(i int) int {
	at := s.anyMonth(i)
	if at == 0 {
		return 0
	}
	if s.dash(at) {
		if e := s.anyMonth(at + 1); e > 0 && s.day(e, false) == 0 {
			return s.withYear(e)
		}
	}
	if e := s.withYear(at); e > at && (s.raw(at) != "," || !s.has(i, monthShort|doubtful)) {
		return e
	}
	return 0
}

// weekdayDate finds a weekday and the date after it, if any: "Friday",
// "Tuesday March 8", "Sunday on the 9th of June", "lunes, 27 de mayo".
func (s *scan) weekdayDate(i int) int {
	end := s.is(i, weekday)
	short := end == 0
	if short {
		if end = s.is(i, weekdayShort); end == 0 || s.capitals&weekday != 0 && !s.capital(i) {
			return 0
		}
	}
	at := end
	for range 4 {
		if e := max(s.dayMonth(at), s.monthDay(at), s.numeric(at)); e > 0 && (at > end || !short || s.touches(end)) {
			return e
		}
		if e := max(s.dayMonth(at), s.monthDay(at)); e > 0 {
			return e
		}
		if s.raw(at) != "," && s.raw(at) != "." && !s.has(at, filler) {
			break
		}
		at++
	}
	if short {
		return 0
	}
	return end
}

// relative finds "last June", "next Friday", "this summer".
func (s *scan) relative(i int) int {
	at := s.is(i, near)
	if at == 0 || at >= len(s.tokens) {
		return 0
	}
	if e := s.is(at, weekday|month); e > 0 {
		return max(e, s.monthDay(at), s.monthYear(at))
	}
	if e := s.is(at, season); e > 0 {
		return max(e, s.seasonYear(at))
	}
	return 0
}

// seasonYear finds "spring 2013", "the winter of 1941", "winter 2022–23".
func (s *scan) seasonYear(i int) int {
	at := s.is(i, season)
	if at == 0 {
		return 0
	}
	if e := s.is(at, of); e > 0 {
		at = e
	}
	if e := s.years(at); e > 0 {
		return e
	}
	return s.full(at)
}

// quarterYear finds "Q3", "Q3 2013", "H1 of 2020", "the third quarter of
// 2013", "fiscal 2013", "FY2013", "FY 2013–14".
func (s *scan) quarterYear(i int) int {
	w := s.raw(i)
	switch {
	case len(w) == 2 && w[0] == 'Q' && w[1] >= '1' && w[1] <= '4':
		return s.withYear(i + 1)
	case w == "H1", w == "H2":
		if e := s.withYear(i + 1); e > i+1 {
			return e
		}
	case strings.HasPrefix(w, "FY") && (len(w) == 6 || len(w) == 4) && strings.Trim(w[2:], "0123456789") == "":
		return i + 1
	case w == "FY" || s.lowers[i] == "fiscal":
		at := i + 1
		if s.raw(at) == "year" {
			at++
		}
		return max(s.years(at), s.full(at))
	case s.has(i, nth) && s.has(i+1, quarter):
		if e := s.withYear(i + 2); e > i+2 {
			return e
		}
	}
	return 0
}

// holidayYear finds "Christmas", "Easter 2013".
func (s *scan) holidayYear(i int) int {
	end := s.is(i, holiday)
	if end == 0 {
		return 0
	}
	return max(end, s.full(end))
}
