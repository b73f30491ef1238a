// Package load fetches the bytes of a source: a file, standard input, or an
// http or https address.
//
// Everything a source or a server says is untrusted. Sizes are limited after
// decompression, time is limited, every redirect is checked, and what a server
// says of its own answer is only a hint: the bytes decide. Nothing that a page
// names is ever fetched. Every failure is a *doc.Fault.
package load

import (
	"context"
	"io"
	"net/http"
	"time"

	"lectern/reader/doc"
)

// Resource is a source as it was fetched.
type Resource struct {
	Source    string // as the person gave it
	Address   string // final address after redirects, a file: URL for a file, "" for standard input
	MediaType string // as declared, lower case, without parameters; "" if unknown or plainly wrong
	Charset   string // as declared, or ""
	Body      []byte // unpacked, never empty

	// ETag and LastModified let a server say that nothing changed; see
	// Options.Previous.
	ETag, LastModified string

	// NotModified says that the server had nothing newer than Options.Previous,
	// of which all other fields are copies.
	NotModified bool
}

// Progress is how far a fetch has come.
type Progress struct {
	Done  int64 // bytes received, before they are unpacked
	Total int64 // bytes the source says it has, -1 if it does not say
}

// Options limit and direct a fetch. The zero value stands for the defaults.
type Options struct {
	MaxBytes     int64         // size limit in bytes, after decompression; default 64 MiB
	Timeout      time.Duration // for the whole of a fetch from the network; default 30 s
	Stall        time.Duration // longest time without a byte once an answer has begun; default 15 s
	MaxRedirects int           // default 10; negative for none
	Offline      bool          // refuse the network
	Version      string        // lectern's own, for servers to know; default from the build

	Stdin    io.Reader      // what the source "-" reads; default os.Stdin
	Progress func(Progress) // called during Load as bytes arrive, may be nil
	Previous *Resource      // an earlier answer of the same source (its body is not needed)

	Transport *http.Transport // default: proxies of the environment, certificates of the system
}

// The defaults of Options.
const (
	DefaultMaxBytes     = 64 << 20
	DefaultTimeout      = 30 * time.Second
	DefaultStall        = 15 * time.Second
	DefaultMaxRedirects = 10
)

// Load fetches a source: "-" for standard input, an http, https or file
// address, or the path of a file. What is no file but looks like an address
// without its scheme ("example.com/story") is opened as one.
//
// Load returns at once when ctx is cancelled; the error then wraps ctx.Err().
// All errors are *doc.Fault: Unreachable if the source could not be had, with a
// *StatusError inside if a server answered that it could not, Unreadable if it
// is too large, empty, or not text.
func Load(ctx context.Context, source string, o Options) (*Resource, error) {
	o = o.withDefaults(source)
	t, err := resolve(source)
	if err != nil {
		return nil, err
	}
	var r *Resource
	switch t.kind {
	case stdin:
		r, err = o.loadStdin(ctx)
	case file:
		r, err = o.loadFile(ctx, t.path)
	case web:
		r, err = o.loadWeb(ctx, t.url)
	}
	if err != nil {
		return nil, t.explain(source, err)
	}
	r.Source = source
	return r, nil
}

func (o Options) withDefaults(source string) Options {
	if o.Previous != nil && o.Previous.Source != source {
		o.Previous = nil
	}
	if o.MaxBytes <= 0 {
		o.MaxBytes = DefaultMaxBytes
	}
	if o.Timeout <= 0 {
		o.Timeout = DefaultTimeout
	}
	if o.Stall <= 0 {
		o.Stall = DefaultStall
	}
	if o.MaxRedirects == 0 {
		o.MaxRedirects = DefaultMaxRedirects
	}
	if o.Progress == nil {
		o.Progress = func(Progress) {}
	}
	return o
}

// fault makes a Fault without a source. The clauses may quote what a server
// said.
func fault(kind doc.FaultKind, what, hint string, err error) *doc.Fault {
	return &doc.Fault{Kind: kind, What: doc.Clean(what), Hint: doc.Clean(hint), Err: err}
}
