// Package decode turns the bytes of a source into UTF-8 text.
//
// The charset is found as browsers find it (byte order mark, HTTP header,
// <meta>, XML declaration), with two differences that serve a reader. Bytes
// that are UTF-8 are read as UTF-8 whatever was declared: a text of another
// charset does not happen to be well-formed UTF-8, while servers that call
// every page Latin-1 are common. And a declaration that would leave the text
// in ruins is passed over for the next one, and at last for a guess from the
// bytes.
package decode

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"lectern/reader/internal/sniff"
)

// Decode returns body as UTF-8 with "\n" line ends and without a byte order
// mark. MediaType and charset are what the source declares, or ""; neither is
// trusted. Ill-formed bytes become U+FFFD.
//
// The error is a *doc.Fault of kind Unreadable, without a Source, if body is
// not text.
func Decode(body []byte, mediaType, charset string) (text string, err error) {
	if err := sniff.Text(body, mediaType); err != nil {
		return "", err
	}
	if e, rest := marked(body); e != nil {
		return convert(rest, e), nil
	}
	if label := sniff.UTF16(body); label != "" {
		return convert(body, lookup(label)), nil
	}
	return convert(body, choose(body, mediaType, charset)), nil
}

// marked returns the encoding that a byte order mark at the start of body
// tells, and body without the mark.
func marked(body []byte) (encoding.Encoding, []byte) {
	// The mark of UTF-32 begins like the one of UTF-16 and goes first.
	for _, m := range [...]struct {
		mark string
		enc  encoding.Encoding
	}{
		{"\xff\xfe\x00\x00", utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)},
		{"\x00\x00\xfe\xff", utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)},
		{"\xef\xbb\xbf", unicode.UTF8},
		{"\xff\xfe", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
		{"\xfe\xff", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
	} {
		if rest, ok := bytes.CutPrefix(body, []byte(m.mark)); ok {
			return m.enc, rest
		}
	}
	return nil, body
}

// doubt is how many characters beyond ASCII a text must have for being UTF-8
// by more than chance when it is declared to be in a charset of two bytes a
// character: one such pair in twelve is well-formed UTF-8.
const doubt = 4

// choose returns the encoding of a body without a byte order mark: encoding.Nop
// if the body is well-formed UTF-8 as it is.
func choose(body []byte, mediaType, charset string) encoding.Encoding {
	good, bad := count(body)
	likely := good > 2*bad || good+bad == 0 && !bytes.Contains(body, []byte(shiftJIS7))
	asUTF8 := unicode.UTF8
	if bad == 0 {
		asUTF8 = encoding.Nop
	}
	if likely && (good == 0 || good >= doubt) {
		return asUTF8
	}
	declared := declarations(body, mediaType, charset)
	if likely && (len(declared) == 0 || !multiByte(declared[0])) {
		return asUTF8
	}
	for _, e := range declared {
		if plausible(body, e) {
			return e
		}
	}
	if e := guess(body); e != nil {
		return e
	}
	if len(declared) > 0 {
		return declared[0]
	}
	return charmap.Windows1252 // what browsers take for granted
}

// count returns how many characters of body beyond ASCII are well-formed UTF-8
// and how many bytes are not. If none is ill-formed it stops counting when the
// number is beyond doubt.
func count(body []byte) (good, bad int) {
	valid := utf8.Valid(body)
	for i := 0; i < len(body); {
		if body[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(body[i:])
		i += size
		if r == utf8.RuneError && size == 1 {
			bad++
			continue
		}
		good++
		if valid && good >= doubt {
			break
		}
	}
	return good, bad
}

// convert returns body, which is in encoding e, as UTF-8 with "\n" line ends.
func convert(body []byte, e encoding.Encoding) string {
	if e != encoding.Nop {
		decoded, err := e.NewDecoder().Bytes(body)
		if err != nil {
			decoded = bytes.ToValidUTF8(body, []byte("\ufffd"))
		}
		body = decoded
	}
	return newlines(body)
}

// newlines returns b as a string, with CRLF and lone CR turned into LF. The
// result is valid UTF-8 if b is.
func newlines(b []byte) string {
	i := bytes.IndexByte(b, '\r')
	if i < 0 {
		return string(b)
	}
	var s strings.Builder
	s.Grow(len(b))
	for ; i >= 0; i = bytes.IndexByte(b, '\r') {
		s.Write(b[:i])
		s.WriteByte('\n')
		b = b[i+1:]
		if len(b) > 0 && b[0] == '\n' {
			b = b[1:]
		}
	}
	s.Write(b)
	return s.String()
}

// lookup returns the encoding a label of the WHATWG encoding standard names,
// or nil.
func lookup(label string) encoding.Encoding {
	e, err := htmlindex.Get(label)
	switch {
	case err != nil:
		return nil
	case e == simplifiedchinese.GBK:
		return simplifiedchinese.GB18030 // which holds it; the standard decodes both so
	}
	return e
}
