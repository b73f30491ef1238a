// Package sniff tells text from everything else by looking at bytes, and names
// for people what is not text. The stage that fetches needs it to stop before a
// film is downloaded, the stage that decodes needs it for what was fetched.
package sniff

import (
	"bytes"
	"net/http"
	"strings"

	"lectern/reader/doc"
)

// Head is how many bytes from the start of a source decide what it is.
const Head = 4096

// svg is the one media type whose bytes are text that is not for reading.
const svg = "image/svg+xml"

// unnamed is what bytes are called that are neither text nor of a known kind.
const unnamed = "binary data"

// A text may hold a few stray control characters. More of them than
// maxControls that are also more than one byte in controlShare make it binary:
// compressed or encrypted data holds about one in nine, machine code and
// tables one in four.
const (
	maxControls  = 3
	controlShare = 20
)

// Text returns an Unreadable fault, without a source, unless b is the start of
// a text or all of it. MediaType is what the source declares, or "": it names
// bytes that do not speak for themselves, and is not believed otherwise.
func Text(b []byte, mediaType string) error {
	what := Binary(b)
	if what == "" && mediaType != svg {
		return nil
	}
	if name := Media(mediaType); name != "" && (what == "" || what == unnamed) {
		what = name
	}
	return &doc.Fault{
		Kind: doc.Unreadable,
		What: "is not text: it looks like " + what,
		Hint: "lectern reads HTML, Markdown and plain text",
	}
}

// Binary says what the bytes at the start of a source are if they are not
// text, as in "looks like a PNG image", and returns "" for text in any charset.
// Only the first Head bytes count.
func Binary(b []byte) string {
	b = b[:min(len(b), Head)]
	if hasMark(b) || UTF16(b) != "" {
		return ""
	}
	controls := countControls(b)
	if name := byMagic(b); name != "" && (controls > 0 || !printable(b)) {
		return name
	}
	for _, m := range textual {
		if bytes.HasPrefix(b, []byte(m.magic)) {
			return m.name
		}
	}
	if controls > maxControls && controls*controlShare > len(b) {
		return unnamed
	}
	return ""
}

// byMagic names what b begins like, whether or not it may be text after all:
// a sentence may begin with "BM" or "MZ", as a bitmap and a program do.
func byMagic(b []byte) string {
	for _, m := range magics {
		if bytes.HasPrefix(b, []byte(m.magic)) {
			return m.name
		}
	}
	kind, _, _ := strings.Cut(http.DetectContentType(b), ";")
	if strings.HasPrefix(kind, "text/") || kind == "application/octet-stream" {
		return ""
	}
	if name := Media(kind); name != "" {
		return name
	}
	return unnamed
}

// printable reports whether the first four bytes of b, which is as long as the
// short magic numbers are, could begin a sentence.
func printable(b []byte) bool {
	for _, c := range b[:min(len(b), 4)] {
		if c < ' ' || c > '~' {
			return false
		}
	}
	return true
}

// hasMark reports whether b begins with a byte order mark of UTF-8, UTF-16 or
// UTF-32.
func hasMark(b []byte) bool {
	for _, mark := range []string{"\xef\xbb\xbf", "\xfe\xff", "\xff\xfe", "\x00\x00\xfe\xff"} {
		if bytes.HasPrefix(b, []byte(mark)) {
			return true
		}
	}
	return false
}

// countControls counts the C0 controls that text does not use. Backspace and
// ESC are left out: old manuals overstrike, and ISO-2022-JP shifts with ESC.
func countControls(b []byte) int {
	n := 0
	for _, c := range b {
		if c < ' ' && (c < '\b' || c > '\r') && c != 0x1b {
			n++
		}
	}
	return n
}

// UTF16 returns "utf-16le" or "utf-16be" if b looks like UTF-16 without a byte
// order mark, else "". The alphabets of Europe and the Near East lie below
// U+0800, so that in such text one byte of nearly every pair is below 8, always
// the same one, and the other byte hardly ever.
func UTF16(b []byte) string {
	b = b[:min(len(b), Head)]
	const most, few = 0.7, 0.05
	if pairs := float64(len(b) / 2); pairs >= 2 {
		first, second := lowBytes(b, 0), lowBytes(b, 1)
		switch {
		case second > most*pairs && first < few*pairs:
			return "utf-16le"
		case first > most*pairs && second < few*pairs:
			return "utf-16be"
		}
	}
	return ""
}

// lowBytes counts the bytes below 8 at the places of b that are even (parity
// 0) or odd (1), as far as whole pairs go.
func lowBytes(b []byte, parity int) float64 {
	n := 0
	for i := parity; i < len(b)&^1; i += 2 {
		if b[i] < 8 {
			n++
		}
	}
	return float64(n)
}
