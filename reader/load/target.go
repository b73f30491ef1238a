package load

import (
	"errors"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"

	"golang.org/x/net/publicsuffix"

	"lectern/reader/doc"
)

type targetKind uint8

const (
	stdin targetKind = iota
	file
	web
)

// target is where a source is to be had.
type target struct {
	kind    targetKind
	path    string   // of a file
	url     *url.URL // of a web page
	guessed bool     // the scheme of url was not given
}

// schemed matches the scheme an address begins with. A scheme of one letter is
// a drive of Windows.
var schemed = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9+.-]+):`)

// resolve finds out what a source is.
func resolve(source string) (target, error) {
	trimmed := strings.TrimSpace(source)
	switch {
	case trimmed == "":
		return target{}, fault(doc.Unreachable, "no source was named", "name a file, an address, or - for standard input", nil)
	case source == "-":
		return target{kind: stdin}, nil
	}
	var scheme, rest string
	if m := schemed.FindStringSubmatch(trimmed); m != nil {
		scheme, rest = strings.ToLower(m[1]), trimmed[len(m[0]):]
	}
	switch {
	case isWeb(scheme):
		return webTarget(source, trimmed)
	case scheme == "file":
		return fileTarget(source, trimmed)
	case strings.HasPrefix(rest, "//"):
		return target{}, refuse(source, "lectern does not open "+clip(scheme)+" addresses", "it opens http, https and file addresses", nil)
	}
	if u := guess(source); u != nil {
		return target{kind: web, url: u, guessed: true}, nil
	}
	return target{kind: file, path: source}, nil
}

// isWeb reports whether a scheme, in lower case, is one of the web.
func isWeb(scheme string) bool { return scheme == "http" || scheme == "https" }

func refuse(source, what, hint string, err error) error {
	f := fault(doc.Unreachable, what, hint, err)
	f.Source = source
	return f
}

func webTarget(source, address string) (target, error) {
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" {
		return target{}, refuse(source, "this is not a complete address", "an address looks like https://example.com/story", err)
	}
	return target{kind: web, url: u}, nil
}

func fileTarget(source, address string) (target, error) {
	u, err := url.Parse(address)
	if err != nil || u.Path == "" || u.Host != "" && u.Host != "localhost" {
		return target{}, refuse(source, "this address names no file of this machine", "it should look like file:///home/me/story.html", err)
	}
	path := u.Path
	if runtime.GOOS == "windows" {
		path = strings.TrimPrefix(path, "/")
	}
	return target{kind: file, path: filepath.FromSlash(path)}, nil
}

// documents are endings of file names that are top-level domains too.
var documents = regexp.MustCompile(`(?i)^[^/]*\.(md|zip|mov|sh|py|pl|rs|ps|cc|so)$`)

// guess returns the address that a source without a scheme stands for if it is
// no file but begins with the name of a host, else nil.
func guess(source string) *url.URL {
	if exists(source) || documents.MatchString(source) || strings.ContainsAny(source, " \\") {
		return nil
	}
	end := strings.IndexAny(source, "/?#")
	if end < 0 {
		end = len(source)
	}
	authority := source[:end]
	if exists(authority) { // a folder: the file in it is missing
		return nil
	}
	host := authority
	if h, _, err := net.SplitHostPort(authority); err == nil {
		host = h
	}
	scheme := "https"
	switch ip := net.ParseIP(host); {
	case host == "localhost" || ip != nil && ip.IsLoopback():
		scheme = "http"
	case ip == nil && !public(host):
		return nil
	}
	u, err := url.Parse(scheme + "://" + source)
	if err != nil {
		return nil
	}
	return u
}

// public reports whether host is a name under a domain of the public network.
func public(host string) bool {
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	if !strings.Contains(host, ".") || strings.HasPrefix(host, ".") || strings.Contains(host, "..") {
		return false
	}
	suffix, managed := publicsuffix.PublicSuffix(host)
	return managed && suffix != host
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// explain gives a fault the source it happened on, and says so if the source
// was taken for an address by guess.
func (t target) explain(source string, err error) error {
	f, ok := errors.AsType[*doc.Fault](err)
	if !ok {
		f = fault(doc.Unreachable, "could not be read", "", err)
	}
	f.Source = source
	switch {
	case t.kind == stdin:
		f.Source = "standard input"
	case t.kind == web && t.url.User != nil:
		f.Source = t.url.Redacted()
	}
	if t.guessed && f.Kind == doc.Unreachable {
		f.Hint = doc.Clean("there is no file of this name, so " + t.url.Redacted() + " was tried; " + f.Hint)
	}
	return f
}

// clip shortens what a stranger wrote to what fits in a sentence.
func clip(s string) string {
	const longest = 60
	if r := []rune(s); len(r) > longest {
		return string(r[:longest]) + "…"
	}
	return s
}
