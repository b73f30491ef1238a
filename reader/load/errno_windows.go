package load

import "golang.org/x/sys/windows"

// What the system says when a connection fails.
const (
	errRefused   = windows.WSAECONNREFUSED
	errReset     = windows.WSAECONNRESET
	errNoNetwork = windows.WSAENETUNREACH
	errNoRoute   = windows.WSAEHOSTUNREACH
)
