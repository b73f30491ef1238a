package decode

import (
	"bytes"
	"mime"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// prescan is how far into a page a declaration is looked for, in bytes. The
// HTML standard says 1,024; pages that put scripts before it are common.
const prescan = 64 << 10

// declarations returns the encodings that a source says it is in, the one that
// browsers trust most first.
func declarations(body []byte, mediaType, charset string) []encoding.Encoding {
	labels := []string{charset}
	if isMarkup(body, mediaType) {
		head := body[:min(len(body), prescan)]
		labels = append(labels, xmlLabel(head))
		labels = append(labels, metaLabels(head)...)
	}
	var found []encoding.Encoding
	for i, label := range labels {
		e := lookup(strings.Trim(label, ` "';,`))
		if e == nil || e == encoding.Replacement {
			continue
		}
		if i > 0 && wide(e) {
			e = unicode.UTF8 // or the declaration could not have been read
		}
		found = append(found, e)
	}
	return found
}

// isMarkup reports whether declarations inside body count.
func isMarkup(body []byte, mediaType string) bool {
	if strings.Contains(mediaType, "html") || strings.Contains(mediaType, "xml") {
		return true
	}
	head := body[:min(len(body), prescan)]
	return bytes.HasPrefix(bytes.TrimLeft(head, " \t\r\n"), []byte("<"))
}

// xmlLabel returns the encoding of an XML declaration at the start of head, or "".
func xmlLabel(head []byte) string {
	head = bytes.TrimLeft(head, " \t\r\n")
	if !bytes.HasPrefix(head, []byte("<?xml")) {
		return ""
	}
	declaration, _, ok := bytes.Cut(head, []byte("?>"))
	if !ok {
		return ""
	}
	_, value, _ := strings.Cut(string(declaration), "encoding")
	value = strings.TrimLeft(value, "= \t\r\n")
	if value == "" || value[0] != '"' && value[0] != '\'' {
		return ""
	}
	value, _, _ = strings.Cut(value[1:], value[:1])
	return value
}

// metaLabels returns the charsets that the <meta> elements of head declare.
// Comments, scripts and what follows <body> do not count.
func metaLabels(head []byte) []string {
	var labels []string
	for z := html.NewTokenizer(bytes.NewReader(head)); ; {
		kind := z.Next()
		if kind == html.ErrorToken {
			return labels
		}
		if kind != html.StartTagToken && kind != html.SelfClosingTagToken {
			continue
		}
		token := z.Token()
		if token.DataAtom == atom.Body {
			return labels
		}
		if token.DataAtom == atom.Meta {
			labels = append(labels, metaLabel(token.Attr))
		}
	}
}

func metaLabel(attributes []html.Attribute) string {
	var contentType bool
	var content string
	for _, a := range attributes {
		switch a.Key {
		case "charset":
			return a.Val
		case "http-equiv":
			contentType = strings.EqualFold(strings.TrimSpace(a.Val), "content-type")
		case "content":
			content = a.Val
		}
	}
	if !contentType {
		return ""
	}
	if _, params, err := mime.ParseMediaType(content); err == nil {
		return params["charset"]
	}
	// Such as "text/html; charset=", or a semicolon forgotten.
	_, label, _ := strings.Cut(strings.ToLower(content), "charset=")
	return label
}

// A declared charset is passed over if more than one in ruinShare of its
// characters beyond ASCII would be U+FFFD, or if it is Western and the text has
// dense or more bytes beyond ASCII that stand mostly next to each other: in a
// Western language such bytes are accented letters between plain ones, in the
// others they are whole words.
const (
	ruinShare = 10
	dense     = 16
)

// plausible reports whether body makes sense in encoding e.
func plausible(body []byte, e encoding.Encoding) bool {
	if e == charmap.Windows1252 {
		high, paired := pairs(body)
		return high < dense || 2*paired < high
	}
	text, err := e.NewDecoder().Bytes(body)
	if err != nil {
		return false
	}
	ruined := bytes.Count(text, []byte("\ufffd"))
	return ruined == 0 || ruined*ruinShare < beyondASCII(text)
}

// beyondASCII returns how many characters of text are not ASCII.
func beyondASCII(text []byte) int {
	n := 0
	for _, c := range text {
		if c >= utf8.RuneSelf && utf8.RuneStart(c) {
			n++
		}
	}
	return n
}

// pairs returns how many bytes of body are beyond ASCII, and how many of those
// stand next to another one.
func pairs(body []byte) (high, paired int) {
	for i, c := range body {
		if c < utf8.RuneSelf {
			continue
		}
		high++
		if i > 0 && body[i-1] >= utf8.RuneSelf || i+1 < len(body) && body[i+1] >= utf8.RuneSelf {
			paired++
		}
	}
	return high, paired
}

// multiByte reports whether e is a charset of East Asia that writes a
// character in two bytes or more.
func multiByte(e encoding.Encoding) bool {
	return slices.Contains([]encoding.Encoding{
		simplifiedchinese.GB18030, traditionalchinese.Big5,
		japanese.ShiftJIS, japanese.EUCJP, japanese.ISO2022JP, korean.EUCKR,
	}, e)
}

// wide reports whether e writes ASCII in two bytes a character.
func wide(e encoding.Encoding) bool {
	return e == lookup("utf-16le") || e == lookup("utf-16be")
}
