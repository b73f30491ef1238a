package parse

import "strings"

// swallowing are the elements whose content is no markup until their end tag,
// and comments: where the end is missing, the rest of the page is their text.
var swallowing = [...]struct{ start, end string }{
	{"<title", "</title>"}, {"<script", "</script>"}, {"<style", "</style>"}, {"<textarea", "</textarea>"},
	{"<iframe", "</iframe>"}, {"<noframes", "</noframes>"}, {"<xmp", "</xmp>"}, {"<!--", "-->"},
}

// unswallowed closes what swallows the rest of a page, where the next tag
// begins. It returns the page and whether there is such a thing. Pages lose
// end tags when they are cut and pasted together, as by proxies and archives.
func unswallowed(text string) (string, bool) {
	low := asciiLower(text)
	for _, s := range swallowing {
		from := strings.LastIndex(low, s.start)
		if from < 0 || strings.Contains(low[from+len(s.start):], s.end) {
			continue
		}
		at := from + len(s.start)
		next := strings.IndexByte(text[at:], '<')
		if next < 0 {
			continue
		}
		at += next
		return text[:at] + s.end + text[at:], true
	}
	return text, false
}

// asciiLower maps the capitals of ASCII to small letters, byte by byte: places
// stay what they are.
func asciiLower(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}
