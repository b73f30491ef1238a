package doc

import "errors"

// FaultKind tells which of the ways to fail a Fault is; commands turn it into
// their exit code.
type FaultKind uint8

// The ways to fail.
const (
	Unreachable FaultKind = iota // not found, not reachable, refused, timed out
	Unreadable                   // binary, empty, nothing but clutter, too large
	Unsaved                      // a copy could not be written
)

// Fault is an error for people: what failed, on which source, and what to do.
// Its strings pass Clean before they are shown.
type Fault struct {
	Kind   FaultKind
	Source string // the address or path as the person gave it
	What   string // one clause: "the server does not answer"
	Hint   string // one clause: "check the address, or try again later"; may be ""
	Err    error  // the cause, or nil
}

// Error returns one sentence: source, what failed, what to do.
func (f *Fault) Error() string {
	s := f.What
	if f.Source != "" {
		s = f.Source + ": " + s
	}
	if f.Hint != "" {
		s += "; " + f.Hint
	}
	return Clean(s)
}

// Unwrap returns the cause.
func (f *Fault) Unwrap() error { return f.Err }

// IsFault reports whether err is, or wraps, a Fault of the kind.
func IsFault(err error, kind FaultKind) bool {
	var f *Fault
	return errors.As(err, &f) && f.Kind == kind
}
