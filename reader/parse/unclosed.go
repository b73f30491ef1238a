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

// framed ends the iframes that are left open in a <noscript>. A browser with
// scripts ends them there, since all of the <noscript> is text to it; one without,
// as which pages are read here for what stands in the others, would take the
// rest of the page for the text of the iframe. The snippets that measure visits
// come in small letters.
func framed(text string) string {
	const open, end, frame, frameEnd = "<noscript", "</noscript", "<iframe", "</iframe>"
	var out strings.Builder
	done := 0
	for at := 0; ; {
		start := strings.Index(text[at:], open)
		if start < 0 {
			break
		}
		start += at
		size := strings.Index(text[start:], end)
		if size < 0 {
			break
		}
		at = start + size
		if last := strings.LastIndex(text[start:at], frame); last >= 0 && !strings.Contains(text[start+last:at], frameEnd) {
			out.WriteString(text[done:at])
			out.WriteString(frameEnd)
			done = at
		}
	}
	if done == 0 {
		return text
	}
	return out.String() + text[done:]
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
