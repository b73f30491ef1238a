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
	n, rest := leadingNumbers(s)
	switch len(n) {
	case 3:
		switch {
		case n[0].digits == 4 && n[1].digits <= 2 && n[2].digits <= 2:
			return ymd(n[0].value, n[1].value, n[2].value)
		case n[2].digits == 4 && n[0].digits <= 2 && n[1].digits <= 2:
			return dayFirst(n[0].value, n[1].value, n[2].value, s)
		}
	case 1:
		switch v := n[0].value; n[0].digits {
		case 8:
			return ymd(v/10000, v/100%100, v%100)
		case 14: // with hours, minutes and seconds
			v /= 1_000_000
			return ymd(v/10000, v/100%100, v%100)
		case 10, 13:
			if rest == "" {
				return epoch(v, n[0].digits)
			}
		}
	}
	return ""
}

// number is a number as written.
type number struct{ value, digits int }

// leadingNumbers reads up to three numbers with a sign of dates between them,
// and returns what follows.
func leadingNumbers(s string) (ns []number, rest string) {
	for len(ns) < 3 {
		i, v := 0, 0
		for i < len(s) && i < 14 && s[i] >= '0' && s[i] <= '9' {
			v = v*10 + int(s[i]-'0')
			i++
		}
		if i == 0 {
			return nil, s
		}
		ns = append(ns, number{v, i})
		if s = s[i:]; s == "" || strings.IndexByte("-/.", s[0]) < 0 || len(ns) == 3 {
			return ns, s
		}
		s = s[1:]
	}
	return ns, s
}

// epoch reads seconds, or milliseconds if there are 13 digits, since 1970.
func epoch(v, digits int) string {
	if digits == 13 {
		v /= 1000
	}
	t := time.Unix(int64(v), 0).UTC()
	return ymd(t.Year(), int(t.Month()), t.Day())
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
	"december dec dezember dez décembre déc diciembre dic dicembre dezembro декабря",
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
	for w := range strings.FieldsFuncSeq(s, partsDate) {
		if m := monthOf(w); m > 0 {
			if month == 0 {
				month = m
			}
			continue
		}
		switch n, digits := ordinal(w); {
		case digits == 4 && year == 0 && n >= firstYear && n <= lastYear:
			year = n
		case (digits == 1 || digits == 2) && day == 0:
			day = n
		}
	}
	if day == 0 || month == 0 || year == 0 {
		return ""
	}
	return ymd(year, month, day)
}

// partsDate reports whether a character stands between the words of a date.
// A colon does not: it keeps a time of day in one word.
func partsDate(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != ':' }

// ordinal reads "27" or "27th"; no digits mean that w is something else.
func ordinal(w string) (n, digits int) {
	for _, end := range [...]string{"st", "nd", "rd", "th", "er"} {
		w = strings.TrimSuffix(w, end)
	}
	n, err := strconv.Atoi(w)
	if err != nil || n < 0 {
		return 0, 0
	}
	return n, len(w)
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
