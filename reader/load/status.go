package load

import (
	"context"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"lectern/reader/doc"
)

// StatusError is the cause of a Fault when a server answered, but not with what
// was asked for.
type StatusError struct {
	Code     int       // HTTP status code
	Resource *Resource // the page that came with the answer, nil if none can be read
}

// Error returns the code and its name.
func (e *StatusError) Error() string {
	if name := http.StatusText(e.Code); name != "" {
		return fmt.Sprintf("%d %s", e.Code, name)
	}
	return strconv.Itoa(e.Code)
}

// refusals say what a status code means and what can be done.
var refusals = map[int]struct{ what, hint string }{
	http.StatusUnauthorized:               {"{host} asks for a log-in", "log in with a browser, save the page and open the file"},
	http.StatusPaymentRequired:            {"{host} asks for payment", ""},
	http.StatusForbidden:                  {"{host} refuses to show this page", "open the address in a browser, save the page and open the file"},
	http.StatusNotFound:                   {"{host} has no page at this address", "check the address"},
	http.StatusProxyAuthRequired:          {"the proxy asks for a log-in", "put name and password into HTTPS_PROXY and HTTP_PROXY"},
	http.StatusRequestTimeout:             {"{host} took too long", tryLater},
	http.StatusGone:                       {"{host} has removed this page for good", ""},
	http.StatusTooManyRequests:            {"{host} was asked too often", "wait a while and try again"},
	http.StatusUnavailableForLegalReasons: {"{host} may not show this page for legal reasons", ""},
	http.StatusBadGateway:                 {"{host} is out of order", tryLater},
	http.StatusServiceUnavailable:         {"{host} is overloaded or being worked on", tryLater},
	http.StatusGatewayTimeout:             {"{host} is out of order", tryLater},
}

// refusal makes a fault of an answer that is not the page, and reads the page
// that came instead.
func (o Options) refusal(ctx context.Context, resp *http.Response) error {
	status := &StatusError{Code: resp.StatusCode}
	if r, err := o.answer(ctx, resp); err == nil {
		status.Resource = r
	}
	what, hint := words(status.Code)
	what = strings.Replace(what, "{host}", clip(resp.Request.URL.Host), 1)
	return fault(doc.Unreachable, what+" ("+status.Error()+")", hint, status)
}

// words says what a status code means and what can be done.
func words(code int) (what, hint string) {
	if r, ok := refusals[code]; ok {
		return r.what, r.hint
	}
	switch {
	case code >= 500:
		return "{host} has broken down over this page", tryLater
	case code >= 400:
		return "{host} does not accept the request", "check the address"
	}
	return "{host} gives no page, but something else", "open the address in a browser"
}
