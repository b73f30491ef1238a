package parse

import (
	"strconv"
	"strings"
	"time"
	"unicode"
)

// Years that a date of publication can have. Dates outside are defaults of
// databases or mistakes.
const (
	firstYear = 1600
	lastYear  = 2100
)

// dateOf reads a date of publication as machines and people write them and
// returns it as YYYY-MM-DD, "" if it is none or cannot be told for certain.
func dateOf(s string) string {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 64 {
		return ""
	}
	if d := numericDate(s); d != "" {
		return d
	}
	return wordyDate(s)
}

// numericDate reads ISO 8601 and its relatives, epoch seconds and
// day.month.year.
func numericDate(s string) string {
	var n, digits [3]int // the numbers and how many digits they have
	k, i := 0, 0
	for i < len(s) && k < len(n) {
		if c := s[i]; c >= '0' && c <= '9' && digits[k] < 14 {
			n[k] = n[k]*10 + int(c-'0')
			digits[k]++
		} else if digits[k] > 0 && k < 2 && strings.IndexByte("-/.", c) >= 0 {
			k++
		} else {
			break
		}
		i++
	}
	switch {
	case k == 2 && digits[0] == 4 && digits[1] <= 2 && digits[2] >= 1 && digits[2] <= 2:
		return ymd(n[0], n[1], n[2])
	case k == 2 && digits[2] == 4 && digits[0] <= 2 && digits[1] <= 2:
		return dayFirst(n[0], n[1], n[2], s)
	case k == 0 && (digits[0] == 8 || digits[0] == 14):
		day := s[:8]
		y, _ := strconv.Atoi(day[:4])
		m, _ := strconv.Atoi(day[4:6])
		d, _ := strconv.Atoi(day[6:8])
		return ymd(y, m, d)
	case k == 0 && i == len(s) && (digits[0] == 10 || digits[0] == 13):
		sec := int64(n[0])
		if digits[0] == 13 {
			sec /= 1000
		}
		t := time.Unix(sec, 0).UTC()
		return ymd(t.Year(), int(t.Month()), t.Day())
	}
	return ""
}

// dayFirst reads 27.05.2013 and those of 27/05/2013 that cannot be read
// otherwise.
func dayFirst(a, b, year int, s string) string {
	switch {
	case a > 12 || strings.Contains(s[:min(len(s), 4)], ".") || a == b:
		return ymd(year, b, a)
	case b > 12:
		return ymd(year, a, b)
	}
	return ""
}

// ymd formats a date, "" if there is no such day.
func ymd(y, m, d int) string {
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if y < firstYear || y > lastYear || int(t.Month()) != m || t.Day() != d || y == 1970 && m == 1 && d == 1 {
		return ""
	}
	return t.Format(time.DateOnly)
}

// monthNames are the names and abbreviations of the months, January first.
var monthNames = [...]string{
	"january jan januar jänner janvier enero ene gennaio gen janeiro januari января",
	"february feb februar février fevrier fév febrero febbraio fevereiro fev februari февраля",
	"march mar märz mrz mars marzo março maart марта",
	"april apr avril avr abril abr aprile апреля",
	"may mai mayo maggio mag maio mei мая",
	"june jun juni juin junio giugno giu junho июня",
	"july jul juli juillet julio luglio lug julho июля",
	"august aug août aout agosto ago augustus августа",
	"september sep sept septembre septiembre settembre set setembro сентября",
	"october oct oktober okt octobre octubre ottobre ott outubro out октября",
	"november nov novembre noviembre novembro ноября",
	"december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro декабря",
}

// monthOf returns the number of a month by its name, 0 for another word.
func monthOf(w string) int {
	if len(w) < 3 || len(w) > 20 {
		return 0
	}
	w = strings.ToLower(w)
	for i, names := range monthNames {
		if hasToken(names, w) {
			return i + 1
		}
	}
	return 0
}

// wordyDate reads dates with the name of the month, such as "27 May 2013",
// "May 27, 2013", "Mon, 27 May 2013 10:00 GMT", and 2013年5月27日.
func wordyDate(s string) string {
	if d := hanDate(s); d != "" {
		return d
	}
	day, month, year := 0, 0, 0
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != ':' }) {
		if strings.Contains(w, ":") {
			continue
		}
		if m := monthOf(w); m > 0 && month == 0 {
			month = m
			continue
		}
		trimmed := w
		for _, ordinal := range [...]string{"st", "nd", "rd", "th", "er"} {
			trimmed = strings.TrimSuffix(trimmed, ordinal)
		}
		n, err := strconv.Atoi(trimmed)
		switch {
		case err != nil:
		case len(trimmed) == 4 && year == 0 && n >= firstYear && n <= lastYear:
			year = n
		case len(trimmed) <= 2 && day == 0:
			day = n
		}
	}
	if day == 0 || month == 0 || year == 0 {
		return ""
	}
	return ymd(year, month, day)
}

// hanDate reads dates as Chinese, Japanese and Korean have them.
func hanDate(s string) string {
	for _, signs := range [...][3]string{{"年", "月", "日"}, {"년", "월", "일"}} {
		y, rest, ok := strings.Cut(s, signs[0])
		if !ok {
			continue
		}
		m, rest, ok1 := strings.Cut(rest, signs[1])
		d, _, ok2 := strings.Cut(rest, signs[2])
		year, e1 := strconv.Atoi(strings.TrimSpace(y[max(0, len(y)-4):]))
		month, e2 := strconv.Atoi(strings.TrimSpace(m))
		day, e3 := strconv.Atoi(strings.TrimSpace(d))
		if ok1 && ok2 && e1 == nil && e2 == nil && e3 == nil {
			return ymd(year, month, day)
		}
	}
	return ""
}

// addressDate returns the date in an address, such as /2013/05/27/.
func addressDate(address string) string {
	for i := 0; i+11 < len(address); i++ {
		if s := address[i:]; s[0] == '/' && s[5] == '/' && s[8] == '/' && (s[11] == '/') {
			y, e1 := strconv.Atoi(s[1:5])
			m, e2 := strconv.Atoi(s[6:8])
			d, e3 := strconv.Atoi(s[9:11])
			if e1 == nil && e2 == nil && e3 == nil {
				return ymd(y, m, d)
			}
		}
	}
	return ""
}
