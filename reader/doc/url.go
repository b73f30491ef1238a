package doc

import (
	"net/url"
	"strings"
)

// maxURL is the longest link target kept, in bytes. Terminals drop OSC 8
// targets of more than about 2 KiB.
const maxURL = 2083

// forbiddenInHost is what net/url takes in a host and browsers do not, and the
// sign of an IPv6 zone, which means nothing outside the machine it was written on.
const forbiddenInHost = "<>\"%"

// CleanURL resolves a link target against a base address (which may be nil)
// and returns it if it is an absolute http, https or mailto address, else "".
//
// What it returns is printable ASCII without spaces, quotes, backslashes,
// angle or curly brackets, at most 2083 bytes long; everything else is
// percent-encoded, as browsers do. CleanURL(nil, …) of a result is the result.
func CleanURL(base *url.URL, target string) string {
	if len(target) > maxURL {
		return ""
	}
	target = strings.TrimSpace(strings.Map(dropControl, target))
	if target == "" {
		return ""
	}
	u, err := url.Parse(target)
	if err != nil {
		if u, err = url.Parse(escapePercents(target)); err != nil {
			return ""
		}
	}
	if base != nil {
		u = base.ResolveReference(u)
	}
	switch u.Scheme {
	case "http", "https":
		if u.Hostname() == "" || strings.ContainsAny(u.Host, forbiddenInHost) || Clean(u.Host) != u.Host {
			return ""
		}
		if strings.Contains(u.Hostname(), ":") && u.Host[0] != '[' { // only an address of version 6 has colons
			return ""
		}
	case "mailto":
		if u.Opaque == "" {
			return ""
		}
	default:
		return ""
	}
	if s := escapeUnsafe(u.String()); len(s) <= maxURL {
		return s
	}
	return ""
}

// dropControl is for strings.Map: browsers ignore tabs and newlines in addresses.
func dropControl(r rune) rune {
	if r < 0x20 || r == 0x7f {
		return -1
	}
	return r
}

// escapePercents encodes percent signs that encode nothing ("/100%-cotton"):
// browsers take them as they are, net/url refuses the address.
func escapePercents(s string) string {
	var b strings.Builder
	for i := range len(s) {
		b.WriteByte(s[i])
		if s[i] == '%' && (i+2 >= len(s) || !isHex(s[i+1]) || !isHex(s[i+2])) {
			b.WriteString("25")
		}
	}
	return b.String()
}

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}

// escapeUnsafe percent-encodes what net/url leaves as it is in a query or an
// opaque address though it may not stand in an address.
func escapeUnsafe(s string) string {
	const hex = "0123456789ABCDEF"
	if strings.IndexFunc(s, isUnsafe) < 0 {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; isUnsafe(rune(c)) {
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

func isUnsafe(r rune) bool {
	return r <= ' ' || r >= 0x7f || strings.ContainsRune("\"<>\\^`{|}", r)
}
