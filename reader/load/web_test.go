package load

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"lectern/reader/doc"
)

// page is a small page that any source may hold.
const page = "<!doctype html><title>Bridges</title><p>The bridge was built by hand, stone upon stone.</p></html>\n"

// handle starts a server for one test and returns its address.
func handle(t *testing.T, h http.HandlerFunc) string {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(func() {
		s.CloseClientConnections()
		s.Close()
	})
	return s.URL
}

// send writes an answer.
func send(t *testing.T, w http.ResponseWriter, mediaType, body string) {
	t.Helper()
	if mediaType != "" {
		w.Header().Set("Content-Type", mediaType)
	}
	if _, err := w.Write([]byte(body)); err != nil {
		t.Log("the client went away:", err)
	}
}

// flush sends what was written so far.
func flush(t *testing.T, w http.ResponseWriter) {
	t.Helper()
	if err := http.NewResponseController(w).Flush(); err != nil {
		t.Log("the client went away:", err)
	}
}

// get loads a source that is there.
func get(t *testing.T, source string, o Options) *Resource {
	t.Helper()
	r, err := Load(t.Context(), source, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// fail loads a source that cannot be had. The fault must be of the kind and
// hold the words in what it says.
func fail(t *testing.T, source string, o Options, kind doc.FaultKind, words ...string) {
	t.Helper()
	check(t, failing(t, source, o), kind, words...)
}

// failing loads a source that cannot be had and returns the fault.
func failing(t *testing.T, source string, o Options) *doc.Fault {
	t.Helper()
	return failingIn(t.Context(), t, source, o)
}

func failingIn(ctx context.Context, t *testing.T, source string, o Options) *doc.Fault {
	t.Helper()
	r, err := Load(ctx, source, o)
	if err == nil {
		t.Fatalf("%s was loaded: %.80q", source, r.Body)
	}
	f, ok := err.(*doc.Fault) //nolint:errorlint // exactly this type is promised
	if !ok {
		t.Fatalf("got %#v, want a fault", err)
	}
	return f
}

// check tests what a fault says.
func check(t *testing.T, f *doc.Fault, kind doc.FaultKind, words ...string) {
	t.Helper()
	said := f.Error()
	if f.Kind != kind {
		t.Errorf("%q is of kind %d, want %d", said, f.Kind, kind)
	}
	for _, w := range words {
		if !strings.Contains(said, w) {
			t.Errorf("%q does not say %q", said, w)
		}
	}
	if strings.ContainsAny(said, "\x1b\n\r") {
		t.Errorf("%q holds controls", said)
	}
}

func TestWeb(t *testing.T) {
	var got http.Header
	address := handle(t, func(w http.ResponseWriter, r *http.Request) {
		got = r.Header.Clone()
		w.Header().Set("ETag", `"v1"`)
		w.Header().Set("Last-Modified", "Mon, 02 Nov 2026 10:00:00 GMT")
		send(t, w, "Text/HTML; Charset=ISO-8859-2", page)
	})
	var steps []Progress
	r := get(t, address+"/story?id=1#part", Options{Version: "1.2", Progress: func(p Progress) { steps = append(steps, p) }})
	if string(r.Body) != page || r.MediaType != "text/html" || r.Charset != "ISO-8859-2" ||
		r.Address != address+"/story?id=1#part" || r.Source != address+"/story?id=1#part" ||
		r.ETag != `"v1"` || r.LastModified == "" || r.NotModified {
		t.Errorf("got %+v", r)
	}
	for name, want := range map[string]string{
		"User-Agent":      "lectern/1.2 (+terminal reader)",
		"Accept-Encoding": "gzip, br, zstd, deflate",
	} {
		if got.Get(name) != want {
			t.Errorf("%s is %q, want %q", name, got.Get(name), want)
		}
	}
	if !strings.HasPrefix(got.Get("Accept"), "text/html,") {
		t.Errorf("Accept is %q", got.Get("Accept"))
	}
	first, last := steps[0], steps[len(steps)-1]
	if total := int64(len(page)); first != (Progress{0, total}) || last != (Progress{total, total}) {
		t.Errorf("progress went %v", steps)
	}
}

func TestVersion(t *testing.T) {
	for in, want := range map[string]string{"v1.0": "v1.0", "1.0\r\nX: y": "1.0Xy", "": Options{}.version()} {
		if got := (Options{Version: in}).version(); got != want || got == "" {
			t.Errorf("version of %q is %q, want %q", in, got, want)
		}
	}
}

func TestMediaType(t *testing.T) {
	png := "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00"
	for _, tt := range []struct {
		name, declared, body string
		want                 string // media type
		refused              string // words of the fault
	}{
		{"markdown", "text/markdown; charset=utf-8", "# Bridges\n", "text/markdown", ""},
		{"nothing declared", "", page, "text/html", ""}, // net/http's server looks itself
		{"octet-stream that is HTML", "application/octet-stream", page, "", ""},
		{"image that is HTML", "image/png", page, "", ""},
		{"archive that is text", "application/zip", "Plain words.", "", ""},
		{"parameters in error", "text/html; charset", page, "text/html", ""},
		{"nonsense", "<\x80>/html", page, "", ""},
		{"turned around", "text/\u202ehtml", page, "", ""},
		{"HTML that is a picture", "text/html", png, "", "is not text: it looks like a PNG image"},
		{"picture", "image/png", png, "", "a PNG image"},
		{"unknown picture", "image/x-rare", "\x01\x02\x03\x04\x05\x06\x07", "", "an image"},
		{"video", "video/mp4", "\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom", "", "a video"},
		{"PDF", "application/pdf", "%PDF-1.7\n1 0 obj", "", "a PDF document"},
		{"PDF said to be text", "text/plain", "%PDF-1.7\n1 0 obj", "", "a PDF document"},
		{"drawing", "image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'><text>Hi</text></svg>", "", "an SVG image"},
		{"archive", "application/zip", "PK\x03\x04\x14\x00\x00\x00", "", "a ZIP archive"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			address := handle(t, func(w http.ResponseWriter, _ *http.Request) { send(t, w, tt.declared, tt.body) })
			if tt.refused != "" {
				fail(t, address, Options{}, doc.Unreadable, tt.refused)
				return
			}
			if r := get(t, address, Options{}); r.MediaType != tt.want || string(r.Body) != tt.body {
				t.Errorf("got %q, %q; want %q", r.MediaType, r.Body, tt.want)
			}
		})
	}
}

// A film is not downloaded to find out that it is one.
func TestRefusedEarly(t *testing.T) {
	ended := make(chan struct{})
	address := handle(t, func(w http.ResponseWriter, r *http.Request) {
		defer close(ended)
		send(t, w, "text/html", "\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom"+strings.Repeat("\x00", 5000))
		flush(t, w)
		<-r.Context().Done()
	})
	fail(t, address, Options{}, doc.Unreadable, "a video")
	<-ended
}

func TestRedirects(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/a", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Set-Cookie", "seen=a; Path=/")
		http.Redirect(w, r, "/b?x=1", http.StatusMovedPermanently)
	})
	mux.HandleFunc("/b", func(w http.ResponseWriter, r *http.Request) {
		if c, err := r.Cookie("seen"); err != nil || c.Value != "a" {
			http.Redirect(w, r, "/a", http.StatusFound)
			return
		}
		if r.Referer() != "" {
			t.Error("tells where it comes from:", r.Referer())
		}
		http.Redirect(w, r, "dir/story", http.StatusTemporaryRedirect)
	})
	mux.HandleFunc("/dir/story", func(w http.ResponseWriter, _ *http.Request) { send(t, w, "text/html", page) })
	mux.HandleFunc("/count/{n}", func(w http.ResponseWriter, r *http.Request) {
		var n int
		if _, err := fmt.Sscan(r.PathValue("n"), &n); err != nil || n == 0 {
			send(t, w, "text/html", page)
			return
		}
		http.Redirect(w, r, fmt.Sprint("/count/", n-1), http.StatusSeeOther)
	})
	mux.HandleFunc("/endless", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Location", "/endless?"+r.URL.RawQuery+"x")
		w.WriteHeader(http.StatusFound)
	})
	mux.HandleFunc("/circle", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/circle", http.StatusFound) })
	for name, to := range map[string]string{
		"/file": "file:///etc/hosts", "/ftp": "ftp://example.com/x", "/js": "javascript:alert(1)", "/escape": "x\x7f\x80://y", "/nohost": "http://",
	} {
		mux.HandleFunc(name, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Location", to)
			w.WriteHeader(http.StatusFound)
		})
	}
	mux.HandleFunc("/nowhere", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusFound) })
	address := handle(t, mux.ServeHTTP)

	for _, start := range []string{"/a", "/b"} {
		if r := get(t, address+start, Options{}); r.Address != address+"/dir/story" || r.Source != address+start {
			t.Errorf("%s ended at %q, source %q", start, r.Address, r.Source)
		}
	}
	get(t, address+"/count/10", Options{})
	get(t, address+"/count/1", Options{MaxRedirects: 1})
	for source, words := range map[string]string{
		"/count/11": "on and on without an end",
		"/endless":  "on and on without an end",
		"/circle":   "round in circles",
		"/file":     "to a file address",
		"/ftp":      "to a ftp address",
		"/js":       "to a javascript address",
		"/escape":   "makes no sense",
		"/nohost":   "makes no sense",
		"/nowhere":  "302 Found",
	} {
		t.Run(source, func(t *testing.T) { fail(t, address+source, Options{}, doc.Unreachable, words) })
	}
	t.Run("none", func(t *testing.T) {
		fail(t, address+"/count/1", Options{MaxRedirects: -1}, doc.Unreachable, "on and on")
	})
}

func TestPassword(t *testing.T) {
	address := handle(t, func(w http.ResponseWriter, r *http.Request) {
		if _, password, _ := r.BasicAuth(); password != "secret" {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		send(t, w, "text/html", page)
	})
	with := strings.Replace(address, "://", "://me:secret@", 1)
	if r := get(t, with, Options{}); strings.Contains(r.Address, "secret") {
		t.Errorf("address %q tells the password", r.Address)
	}
	f := failing(t, with, Options{Offline: true})
	if strings.Contains(f.Error(), "secret") {
		t.Errorf("%q tells the password", f)
	}
}

func TestConditional(t *testing.T) {
	served := 0
	address := handle(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/old":
			if r.Header.Get("If-None-Match") != "" {
				t.Error("the redirect was asked for a version of the page")
			}
			http.Redirect(w, r, "/new", http.StatusFound)
		case "/new":
			w.Header().Set("ETag", `"v1"`)
			if r.Header.Get("If-None-Match") == `"v1"` {
				w.WriteHeader(http.StatusNotModified)
				return
			}
			served++
			send(t, w, "text/html", page)
		}
	})
	first := get(t, address+"/old", Options{})
	again := get(t, address+"/old", Options{Previous: first})
	if !again.NotModified || string(again.Body) != page || served != 1 || first.NotModified {
		t.Errorf("got %+v after %d answers", again, served)
	}
	if other := get(t, address+"/new", Options{Previous: first}); other.NotModified {
		t.Error("another source took over the version")
	}
	dated := &Resource{Source: address + "/new", Address: address + "/new", LastModified: "Mon, 02 Nov 2026 10:00:00 GMT"}
	if r := get(t, address+"/new", Options{Previous: dated}); r.NotModified || len(r.Body) == 0 {
		t.Errorf("got %+v", r)
	}
}

func TestNotModifiedUnasked(t *testing.T) {
	address := handle(t, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNotModified) })
	fail(t, address, Options{}, doc.Unreachable, "304 Not Modified")
}

func TestOffline(t *testing.T) {
	address := handle(t, func(http.ResponseWriter, *http.Request) { t.Error("the network was used") })
	fail(t, address, Options{Offline: true}, doc.Unreachable, "stay off the network", "--offline")
}

func TestProxy(t *testing.T) {
	var asked string
	proxy := handle(t, func(w http.ResponseWriter, r *http.Request) {
		asked = r.URL.String()
		send(t, w, "text/html", page)
	})
	t.Setenv("NO_PROXY", "")
	t.Setenv("HTTP_PROXY", proxy)
	get(t, "http://far.example/story", Options{})
	if asked != "http://far.example/story" {
		t.Errorf("the proxy was asked for %q", asked)
	}
	t.Setenv("HTTP_PROXY", closedAddress(t))
	fail(t, "http://far.example/story", Options{}, doc.Unreachable, "the proxy cannot be reached")
}

// closedAddress returns an address of this machine where nobody listens.
func closedAddress(t *testing.T) string {
	t.Helper()
	s := httptest.NewServer(http.NotFoundHandler())
	s.Close()
	return s.URL
}

func TestStatus(t *testing.T) {
	address := handle(t, func(w http.ResponseWriter, r *http.Request) {
		var code int
		if _, err := fmt.Sscan(r.URL.Path[1:], &code); err != nil {
			t.Error(err)
		}
		switch r.URL.RawQuery {
		case "page":
			w.Header().Set("Content-Type", "text/html")
		case "picture":
			w.Header().Set("Content-Type", "image/gif")
		}
		w.WriteHeader(code)
		switch r.URL.RawQuery {
		case "page":
			send(t, w, "", page)
		case "picture":
			send(t, w, "", "GIF89a\x01\x00\x01\x00")
		}
	})
	for _, tt := range []struct{ path, words string }{
		{"/404", "has no page at this address (404 Not Found)"},
		{"/404?page", "404"},
		{"/404?picture", "404"},
		{"/401?page", "asks for a log-in"},
		{"/403", "refuses to show"},
		{"/410", "removed"},
		{"/418", "does not accept the request (418"},
		{"/429", "asked too often"},
		{"/451", "legal reasons"},
		{"/500?page", "broken down over this page (500 Internal Server Error)"},
		{"/503", "overloaded"},
		{"/599", "(599)"},
		{"/300?page", "(300 Multiple Choices)"},
	} {
		t.Run(tt.path, func(t *testing.T) {
			f := failing(t, address+tt.path, Options{})
			check(t, f, doc.Unreachable, tt.words)
			s, ok := errors.AsType[*StatusError](f)
			if !ok || !strings.HasPrefix(tt.path, fmt.Sprint("/", s.Code)) {
				t.Fatalf("the cause is %#v", f.Err)
			}
			if sent := strings.HasSuffix(tt.path, "page"); sent != (s.Resource != nil) {
				t.Errorf("came with %+v", s.Resource)
			} else if sent && (string(s.Resource.Body) != page || s.Resource.Address != address+tt.path) {
				t.Errorf("came with %+v", s.Resource)
			}
		})
	}
}

func TestTimeout(t *testing.T) {
	silent := handle(t, func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	fail(t, silent, Options{Timeout: 30 * time.Millisecond}, doc.Unreachable, "took too long to answer")
	slow := handle(t, func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			send(t, w, "text/plain", "word ")
			flush(t, w)
			time.Sleep(5 * time.Millisecond)
		}
	})
	fail(t, slow, Options{Timeout: 700 * time.Millisecond}, doc.Unreachable, "did not send the whole page within 700ms")
	stalled := handle(t, func(w http.ResponseWriter, r *http.Request) {
		send(t, w, "text/plain", "some words")
		flush(t, w)
		<-r.Context().Done()
	})
	fail(t, stalled, Options{Stall: 30 * time.Millisecond}, doc.Unreachable, "stopped sending in the middle")
	get(t, handle(t, func(w http.ResponseWriter, _ *http.Request) {
		for range 5 {
			send(t, w, "text/plain", "word ")
			flush(t, w)
			time.Sleep(10 * time.Millisecond)
		}
	}), Options{Stall: 5 * time.Second})
}

func TestCancel(t *testing.T) {
	for _, sendSome := range []bool{false, true} {
		ctx, cancel := context.WithCancel(t.Context())
		address := handle(t, func(w http.ResponseWriter, r *http.Request) {
			if sendSome {
				send(t, w, "text/plain", "some words")
				flush(t, w)
			}
			cancel()
			<-r.Context().Done()
		})
		f := failingIn(ctx, t, address, Options{})
		check(t, f, doc.Unreachable, "stopped")
		if !errors.Is(f, context.Canceled) {
			t.Errorf("the cause is %v", f.Err)
		}
	}
}
