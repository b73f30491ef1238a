package load

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strings"

	"golang.org/x/net/http/httpguts"

	"lectern/reader/doc"
	"lectern/reader/internal/sniff"
)

// answer reads the body of an answer.
func (o Options) answer(ctx context.Context, resp *http.Response) (*Resource, error) {
	host := clip(resp.Request.URL.Host)
	r := headers(resp)
	wire := &meter{from: resp.Body, limit: o.MaxBytes}
	plain, err := unpack(wire, resp.Header.Values("Content-Encoding"), o.MaxBytes)
	if err != nil {
		return nil, fault(doc.Unreadable, host+" packs the page in a way lectern does not know", "open the address in a browser", err)
	}
	report := func() { o.Progress(Progress{Done: wire.count(), Total: resp.ContentLength}) }
	report()
	rd := reading{
		size:   min(max(resp.ContentLength, 0), chunk), // a promise, not to be relied on
		limit:  o.MaxBytes,
		stall:  o.Stall,
		meter:  wire,
		report: report,
		check:  func(head []byte) error { return sniff.Text(head, r.MediaType) },
	}
	r.Body, err = rd.all(ctx, plain)
	switch {
	case err != nil && (!brokenOff(err) || !whole(r.Body)):
		return nil, o.bodyFault(ctx, err, host)
	case len(r.Body) == 0:
		return nil, fault(doc.Unreadable, host+" sent an empty page", tryLater, nil)
	}
	if sniff.Media(r.MediaType) != "" || r.MediaType == "application/octet-stream" {
		r.MediaType = "" // the bytes have shown that it is wrong
	}
	return r, nil
}

// headers returns what the head of an answer says, as far as it makes sense.
func headers(resp *http.Response) *Resource {
	r := &Resource{
		Address:      address(resp.Request.URL),
		ETag:         validator(resp.Header.Get("ETag")),
		LastModified: validator(resp.Header.Get("Last-Modified")),
	}
	declared := resp.Header.Get("Content-Type")
	mediaType, params, err := mime.ParseMediaType(declared)
	if err != nil {
		mediaType, _, _ = strings.Cut(declared, ";")
		mediaType = strings.ToLower(strings.TrimSpace(mediaType))
	}
	if isMediaType(mediaType) {
		r.MediaType = mediaType
	}
	r.Charset = doc.Clean(clip(params["charset"]))
	return r
}

// isMediaType reports whether s has the form of a media type, "text/html".
func isMediaType(s string) bool {
	const longest = 127 // RFC 6838, of each half
	major, minor, ok := strings.Cut(s, "/")
	return ok && len(s) <= longest && httpguts.ValidHeaderFieldName(major) && httpguts.ValidHeaderFieldName(minor)
}

// validator returns an ETag or date if it can be sent back, else "".
func validator(s string) string {
	const longest = 1024
	if len(s) > longest || !httpguts.ValidHeaderFieldValue(s) {
		return ""
	}
	return s
}

// brokenOff reports whether a connection ended before the answer did, or so the
// server's count of bytes says.
func brokenOff(err error) bool {
	return errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, errReset)
}

// whole reports whether body is a page to its last tag, which is better
// evidence than a server's count.
func whole(body []byte) bool {
	const last = "</html>"
	body = bytes.TrimRight(body, " \t\r\n")
	return len(body) >= len(last) && strings.EqualFold(string(body[len(body)-len(last):]), last)
}

// bodyFault says why the body of an answer could not be read.
func (o Options) bodyFault(ctx context.Context, err error, host string) error {
	known, ok := errors.AsType[*doc.Fault](err)
	switch {
	case ok:
		return known
	case errors.Is(err, errTooLarge):
		return tooLarge(o.MaxBytes, err)
	case ctx.Err() != nil:
		return fault(doc.Unreachable, fmt.Sprintf("%s did not send the whole page within %s", host, o.Timeout), checkLine, err)
	}
	if f := connectionFault(err, host); f != nil {
		return f
	}
	return fault(doc.Unreadable, host+" sent a page that cannot be unpacked", tryLater, err)
}
