// Package screentest runs a program in a pseudo-terminal; there is none to be
// had on Windows.
package screentest
