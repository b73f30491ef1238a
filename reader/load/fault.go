package load

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"

	"lectern/reader/doc"
)

func tooLarge(limit int64, err error) *doc.Fault {
	return fault(doc.Unreadable, "is larger than "+size(limit), "the limit can be raised in the configuration", err)
}

func cancelled(err error) *doc.Fault {
	return fault(doc.Unreachable, "loading was stopped", "", err)
}

// size writes a number of bytes for people.
func size(n int64) string {
	switch {
	case n >= 1<<20:
		return fmt.Sprintf("%d MiB", n>>20)
	case n >= 1<<10:
		return fmt.Sprintf("%d KiB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}

// fileFault says why a file cannot be read.
func fileFault(err error) *doc.Fault {
	known, ok := errors.AsType[*doc.Fault](err)
	switch {
	case ok:
		return known
	case errors.Is(err, fs.ErrNotExist):
		return fault(doc.Unreachable, "there is no such file", "check the path; an address begins with https://", err)
	case errors.Is(err, fs.ErrPermission):
		return fault(doc.Unreachable, "you may not read this file", "check its permissions", err)
	}
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		return fault(doc.Unreachable, "cannot be read: "+p.Err.Error(), "", err)
	}
	return fault(doc.Unreachable, "cannot be read: "+clip(err.Error()), "", err)
}

const (
	tryLater   = "try again later"
	checkLine  = "check your connection, or try again later"
	checkSpell = "check the spelling, or your connection"
)

// webFault says why a page cannot be had. Host is where it was asked for.
func webFault(err error, host string) *doc.Fault {
	if known, ok := errors.AsType[*doc.Fault](err); ok {
		return known
	}
	if f := certificateFault(err, host); f != nil {
		return f
	}
	if f := connectionFault(err, host); f != nil {
		return f
	}
	return fault(doc.Unreachable, "the answer of "+host+" makes no sense", "check the address, or open it in a browser", err)
}

// connectionFault says what is wrong between here and the server.
func connectionFault(err error, host string) *doc.Fault {
	var dns *net.DNSError
	var op *net.OpError
	switch {
	case errors.As(err, &op) && op.Op == "proxyconnect":
		return fault(doc.Unreachable, "the proxy cannot be reached", "check HTTPS_PROXY and HTTP_PROXY", err)
	case errors.As(err, &dns) && dns.IsNotFound:
		return fault(doc.Unreachable, "there is no host "+host, checkSpell, err)
	case errors.As(err, &dns):
		return fault(doc.Unreachable, "the host "+host+" could not be looked up", checkLine, err)
	case errors.Is(err, errRefused):
		return fault(doc.Unreachable, host+" refuses the connection", "check the address, or try again later", err)
	case errors.Is(err, errNoNetwork), errors.Is(err, errNoRoute):
		return fault(doc.Unreachable, "there is no way to "+host, checkLine, err)
	case errors.Is(err, http.ErrSchemeMismatch):
		return fault(doc.Unreachable, host+" does not speak https there", "try the address with http://", err)
	case errors.Is(err, context.DeadlineExceeded), timedOut(err):
		return fault(doc.Unreachable, host+" took too long to answer", checkLine, err)
	case errors.Is(err, errStalled):
		return fault(doc.Unreachable, host+" stopped sending in the middle", tryLater, err)
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, errReset), errors.Is(err, io.EOF):
		return fault(doc.Unreachable, host+" broke off the connection", tryLater, err)
	case errors.As(err, &op) && op.Op == "dial":
		return fault(doc.Unreachable, host+" cannot be reached: "+clip(op.Err.Error()), checkLine, err)
	}
	return nil
}

func timedOut(err error) bool {
	var t net.Error
	return errors.As(err, &t) && t.Timeout()
}

// certificateFault says what is wrong with the encryption.
func certificateFault(err error, host string) *doc.Fault {
	const hint = "somebody may be listening in; check the address and the clock of this machine"
	var (
		unknown x509.UnknownAuthorityError
		name    x509.HostnameError
		invalid x509.CertificateInvalidError
		verify  *tls.CertificateVerificationError
		alert   tls.AlertError
		record  tls.RecordHeaderError
	)
	var what string
	switch {
	case errors.As(err, &unknown):
		what = "the certificate of " + host + " is signed by nobody this machine trusts"
	case errors.As(err, &name):
		what = "the certificate of " + host + " belongs to another host"
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		what = "the certificate of " + host + " has expired or is not valid yet"
	case errors.As(err, &invalid), errors.As(err, &verify):
		what = "the certificate of " + host + " is not valid"
	case errors.As(err, &alert), errors.As(err, &record):
		return fault(doc.Unreachable, "no encrypted connection with "+host+" came about", "try the address with http://", err)
	default:
		return nil
	}
	return fault(doc.Unreachable, what, hint, err)
}
