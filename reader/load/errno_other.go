//go:build !windows

package load

import "syscall"

// What the system says when a connection fails.
const (
	errRefused   = syscall.ECONNREFUSED
	errReset     = syscall.ECONNRESET
	errNoNetwork = syscall.ENETUNREACH
	errNoRoute   = syscall.EHOSTUNREACH
)
