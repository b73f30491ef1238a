package load

import (
	"context"
	"errors"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"runtime/debug"
	"strings"

	"golang.org/x/net/http/httpproxy"
	"golang.org/x/net/publicsuffix"

	"lectern/reader/doc"
)

// accept is the Accept header: HTML as every browser asks for it, and the other
// formats lectern reads. Whatever comes is looked at.
const accept = "text/html,application/xhtml+xml,text/markdown;q=0.9,text/plain;q=0.9,application/xml;q=0.8,*/*;q=0.5"

// maxHeader is the largest head of an answer, in bytes.
const maxHeader = 256 << 10

// loadWeb fetches a page.
func (o Options) loadWeb(ctx context.Context, u *url.URL) (*Resource, error) {
	if o.Offline {
		return nil, fault(doc.Unreachable, "lectern is told to stay off the network", "leave out --offline, or name a saved copy", nil)
	}
	timed, cancel := context.WithTimeout(ctx, o.Timeout)
	defer cancel()
	client, err := o.client()
	if err != nil {
		return nil, fault(doc.Unreachable, "the network cannot be used", "", err)
	}
	req, err := http.NewRequestWithContext(timed, http.MethodGet, u.String(), http.NoBody)
	if err != nil {
		return nil, fault(doc.Unreachable, "this is not a complete address", "an address looks like https://example.com/story", err)
	}
	req.Header.Set("User-Agent", "lectern/"+o.version()+" (+terminal reader)")
	req.Header.Set("Accept", accept)
	req.Header.Set("Accept-Encoding", acceptEncoding)
	o.validate(req)
	r, err := o.fetch(timed, client, req)
	if err != nil && ctx.Err() != nil {
		return nil, cancelled(context.Cause(ctx))
	}
	return r, err
}

// client returns a client for one fetch, which keeps cookies from one redirect
// to the next.
func (o Options) client() (*http.Client, error) {
	jar, err := cookiejar.New(&cookiejar.Options{PublicSuffixList: publicsuffix.List})
	if err != nil {
		return nil, err
	}
	transport := o.Transport
	if transport == nil {
		proxy := httpproxy.FromEnvironment().ProxyFunc()
		transport = &http.Transport{
			Proxy:                  func(r *http.Request) (*url.URL, error) { return proxy(r.URL) },
			ForceAttemptHTTP2:      true,
			DisableKeepAlives:      true, // what a server sends unasked on an idle connection, net/http prints on the screen
			MaxResponseHeaderBytes: maxHeader,
		}
	}
	return &http.Client{Transport: transport, Jar: jar, CheckRedirect: o.checkRedirect}, nil
}

// checkRedirect decides whether a redirect is followed. A step down from https
// to http is: there is nothing secret in the request, and the address shown is
// the one that answered.
func (o Options) checkRedirect(req *http.Request, via []*http.Request) error {
	switch {
	case !isWeb(req.URL.Scheme):
		return fault(doc.Unreachable, "the server sends lectern on to a "+clip(req.URL.Scheme)+" address, which it does not open",
			"open the address in a browser", nil)
	case len(via) > o.MaxRedirects && circular(req, via):
		return fault(doc.Unreachable, "the server sends lectern round in circles", "some sites do so to whoever has no cookies of theirs; try a browser", nil)
	case len(via) > o.MaxRedirects:
		return fault(doc.Unreachable, "the server sends lectern on and on without an end", "open the address in a browser", nil)
	}
	req.Header.Del("Referer")
	o.validate(req)
	return nil
}

// circular reports whether a redirect leads to where the fetch has been.
func circular(req *http.Request, via []*http.Request) bool {
	for _, v := range via {
		if v.URL.String() == req.URL.String() {
			return true
		}
	}
	return false
}

// validate asks for the page only if it changed, on the request to the address
// that Previous came from and on no other: what one server calls a version
// means nothing to the next.
func (o Options) validate(req *http.Request) {
	req.Header.Del("If-None-Match")
	req.Header.Del("If-Modified-Since")
	if o.Previous == nil || o.Previous.Address != address(req.URL) {
		return
	}
	if tag := o.Previous.ETag; tag != "" {
		req.Header.Set("If-None-Match", tag)
	}
	if date := o.Previous.LastModified; date != "" {
		req.Header.Set("If-Modified-Since", date)
	}
}

// fetch sends the request and reads the answer.
func (o Options) fetch(ctx context.Context, client *http.Client, req *http.Request) (*Resource, error) {
	resp, err := client.Do(req) //nolint:gosec // any address is what a person may ask for
	if err != nil {
		return nil, webFault(err, failedHost(err, req))
	}
	defer func() { _ = resp.Body.Close() }() // what was read is judged by itself
	switch {
	case resp.StatusCode == http.StatusNotModified && conditional(resp.Request):
		r := *o.Previous
		r.NotModified = true
		return &r, nil
	case resp.StatusCode < 200 || resp.StatusCode > 299:
		return nil, o.refusal(ctx, resp)
	}
	return o.answer(ctx, resp)
}

// conditional reports whether a request allows for the answer 304.
func conditional(req *http.Request) bool {
	return req.Header.Get("If-None-Match") != "" || req.Header.Get("If-Modified-Since") != ""
}

// failedHost returns the host that a failed request was on the way to, which
// after a redirect is not the one of the source.
func failedHost(err error, req *http.Request) string {
	if u, ok := errors.AsType[*url.Error](err); ok {
		if last, err := url.Parse(u.URL); err == nil && last.Host != "" {
			return clip(last.Host)
		}
	}
	return clip(req.URL.Host)
}

// version returns the version sent to servers.
func (o Options) version() string {
	v := o.Version
	if v == "" {
		if info, ok := debug.ReadBuildInfo(); ok {
			v = info.Main.Version
		}
	}
	v = strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || strings.ContainsRune(".-_+", r) {
			return r
		}
		return -1
	}, v)
	if v == "" {
		return "devel"
	}
	return v
}

// address returns a URL as it is kept: without the password it may hold.
func address(u *url.URL) string {
	c := *u
	c.User = nil
	return doc.Clean(c.String())
}
