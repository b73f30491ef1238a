package parse

import (
	"strings"
	"unicode"
)

// What parts the things on one line, such as headline and site.
const (
	bar    = " | "
	hyphen = " - "
)

// separators stand between a headline and the name of the site in <title>.
var separators = [...]string{bar, hyphen, " – ", " — ", " · ", " • ", " :: ", " : ", " » ", " « ", " / ", " ⋆ "}

// headline returns the title of a page's article: the heading that its
// visitors see, if it says about the same as what the page tells machines in
// JSON-LD, Open Graph and <title>; else one of these. <title> often carries
// the name of the site too, which is taken off when something else confirms
// it: the site's own name or its address.
func headline(headings, told []string, site, host string) string {
	return strings.TrimRight(chosen(headings, told, site, host), "¶#§ ") // signs of links to headings
}

func chosen(headings, told []string, site, host string) string {
	var claims []string
	for _, t := range told {
		if t = unsited(t, site, host); t != "" && !isSite(t, site, host) {
			claims = append(claims, t)
		}
	}
	if len(claims) == 0 {
		for _, h := range append(headings, told...) {
			if h != "" {
				return h
			}
		}
		return ""
	}
	best, share := "", 0.0
	for _, h := range headings {
		if h = unsited(h, site, host); isSite(h, site, host) {
			continue
		}
		for _, c := range claims {
			if s := overlap(h, c); s > share {
				best, share = h, s
			}
		}
	}
	if share >= minOverlap {
		return best
	}
	return claims[0]
}

// minOverlap is how much of a heading must stand in what the page calls its
// title for the heading to be that title.
const minOverlap = 0.34

// overlap returns which share of the words of a heading, by length, stands in
// a title too. Headings much shorter than the title are parts of it.
func overlap(heading, title string) float64 {
	hay := wordSet(title)
	total, common := 0, 0
	for w := range wordSet(heading) {
		total += len(w)
		if hay[w] {
			common += len(w)
		}
	}
	if total == 0 {
		return 0
	}
	s := float64(common) / float64(total)
	if same(heading, title) {
		s++
	}
	if 3*len(heading) < len(title) {
		s /= 2
	}
	return s
}

func wordSet(s string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }) {
		m[w] = true
	}
	return m
}

// unsited takes the site's name off the end or the front of a title.
func unsited(title, site, host string) string {
	for range 2 {
		rest := title
		for _, sep := range separators {
			if i := strings.LastIndex(title, sep); i > 0 && isSite(title[i+len(sep):], site, host) {
				rest = title[:i]
				break
			}
			if i := strings.Index(title, sep); i > 0 && isSite(title[:i], site, host) {
				rest = title[i+len(sep):]
				break
			}
		}
		if rest = strings.TrimSpace(rest); rest == title || rest == "" {
			break
		}
		title = rest
	}
	return title
}

// siteIn returns the part of a title that names the site: one that is like the
// site's address, or the last one after what the page's heading says.
func siteIn(title, host string, headings []string) string {
	for _, sep := range separators {
		i, j := strings.Index(title, sep), strings.LastIndex(title, sep)
		if i <= 0 {
			continue
		}
		last := strings.TrimSpace(title[j+len(sep):])
		if isSite(last, "", host) {
			return last
		}
		if first := strings.TrimSpace(title[:i]); isSite(first, "", host) {
			return first
		}
		for _, h := range headings {
			if same(h, title[:i]) && len(last) <= maxSite {
				return last
			}
		}
	}
	return ""
}

// maxSite bounds the name of a site that only a title tells, in bytes.
const maxSite = 50

// isSite reports whether part of a title is the name of the site.
func isSite(part, site, host string) bool {
	p := folded(part)
	if p == "" {
		return false
	}
	if s := folded(site); s != "" && (p == s || strings.HasPrefix(p, s) && len(p) < 2*len(s)+12 || len(p) > 4 && strings.HasPrefix(s, p)) {
		return true
	}
	h := folded(domain(host))
	return len(h) >= 3 && len(p) >= 3 && (p == folded(host) || strings.Contains(p, h) && strings.Count(part, " ") < 5 ||
		len(p) >= 5 && strings.HasPrefix(h, p))
}

// domain returns the telling part of a host name: "example" of
// "www.example.co.uk".
func domain(host string) string {
	parts := strings.Split(host, ".")
	best := ""
	for _, p := range parts[:max(0, len(parts)-1)] {
		if len(p) > len(best) && p != "www" {
			best = p
		}
	}
	return best
}

// same reports whether two titles say the same, case and punctuation apart.
func same(a, b string) bool { return a != "" && folded(a) == folded(b) }

// folded returns the letters and digits of a string in lower case.
func folded(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
