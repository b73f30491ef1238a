package load

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"

	"lectern/reader/doc"
)

// pack returns b in a content coding.
func pack(tb testing.TB, coding string, b []byte) []byte {
	tb.Helper()
	var out bytes.Buffer
	var w io.WriteCloser
	var err error
	switch coding {
	case "gzip", "x-gzip":
		w = gzip.NewWriter(&out)
	case "deflate":
		w = zlib.NewWriter(&out)
	case "bare deflate":
		w, err = flate.NewWriter(&out, flate.BestSpeed)
	case "br":
		w = brotli.NewWriter(&out)
	case "zstd":
		w, err = zstd.NewWriter(&out)
	default:
		return b
	}
	if err == nil {
		_, err = w.Write(b)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

// sender returns a handler that sends body with a Content-Encoding.
func sender(t *testing.T, coding string, body []byte) http.HandlerFunc {
	t.Helper()
	return func(w http.ResponseWriter, _ *http.Request) {
		if coding != "" {
			w.Header().Set("Content-Encoding", coding)
		}
		send(t, w, "text/html", string(body))
	}
}

func TestUnpack(t *testing.T) {
	for _, tt := range []struct {
		name, header string
		layers       []string // innermost first
	}{
		{"plain", "", nil},
		{"identity", "identity", nil},
		{"gzip", "gzip", []string{"gzip"}},
		{"gzip by its old name", "X-GZIP", []string{"gzip"}},
		{"brotli", "br", []string{"br"}},
		{"zstd", "zstd", []string{"zstd"}},
		{"deflate", "deflate", []string{"deflate"}},
		{"bare deflate", "deflate", []string{"bare deflate"}},
		{"two", "br, gzip", []string{"br", "gzip"}},
		{"three", "zstd,deflate ,br", []string{"zstd", "deflate", "br"}},
		{"gzip undeclared", "", []string{"gzip"}},
		{"gzip declared, plain sent", "gzip", nil},
		{"zstd declared, plain sent", "zstd", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			body := []byte(page)
			for _, l := range tt.layers {
				body = pack(t, l, body)
			}
			var last Progress
			r := get(t, handle(t, sender(t, tt.header, body)), Options{Progress: func(p Progress) { last = p }})
			if string(r.Body) != page {
				t.Errorf("got %q", r.Body)
			}
			if last.Done != int64(len(body)) {
				t.Errorf("progress ended at %d of %d bytes", last.Done, len(body))
			}
		})
	}
}

func TestUnpackBad(t *testing.T) {
	packed := pack(t, "gzip", []byte(strings.Repeat(page, 100)))
	for _, tt := range []struct {
		name, header, words string
		body                []byte
		kind                doc.FaultKind
	}{
		{"unknown coding", "compress", "packs the page in a way", []byte(page), doc.Unreadable},
		{"escape sequence", "\x80\x9b31m", "packs the page in a way", []byte(page), doc.Unreadable},
		{"too many layers", strings.Repeat("gzip, ", maxLayers+1), "packs the page in a way", []byte(page), doc.Unreadable},
		{"cut short", "gzip", "broke off", packed[:len(packed)/2], doc.Unreachable},
		{"broken", "gzip", "cannot be unpacked", append(bytes.Clone(packed[:12]), make([]byte, 100)...), doc.Unreadable},
		{"brotli that is none", "br", "cannot be unpacked", []byte(page), doc.Unreadable},
		{"deflate that is none", "deflate", "cannot be unpacked", []byte(page), doc.Unreadable},
		{"empty", "gzip", "sent an empty page", nil, doc.Unreadable},
		{"packed nothing", "br", "sent an empty page", pack(t, "br", nil), doc.Unreadable},
	} {
		t.Run(tt.name, func(t *testing.T) {
			fail(t, handle(t, sender(t, tt.header, tt.body)), Options{}, tt.kind, tt.words)
		})
	}
}

func TestTooLarge(t *testing.T) {
	const limit = 1 << 20
	bomb := bytes.Repeat([]byte("bomb "), limit/2)
	for _, codings := range []string{"", "gzip", "br", "zstd", "deflate", "gzip, gzip", "br, zstd"} {
		t.Run(codings, func(t *testing.T) {
			body := bomb
			for c := range strings.SplitSeq(codings, ", ") {
				body = pack(t, c, body)
			}
			source := handle(t, sender(t, codings, body))
			fail(t, source, Options{MaxBytes: limit}, doc.Unreadable, "is larger than 1 MiB")
		})
	}
	t.Run("endless", func(t *testing.T) {
		source := handle(t, func(w http.ResponseWriter, r *http.Request) {
			for r.Context().Err() == nil {
				if _, err := w.Write(bomb[:1<<16]); err != nil {
					return
				}
			}
		})
		fail(t, source, Options{MaxBytes: limit}, doc.Unreadable, "is larger than 1 MiB")
	})
	t.Run("endless in nothing", func(t *testing.T) {
		nothing := pack(t, "gzip", nil)
		source := handle(t, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			for r.Context().Err() == nil {
				if _, err := w.Write(bytes.Repeat(nothing, 1000)); err != nil {
					return
				}
			}
		})
		fail(t, source, Options{MaxBytes: limit}, doc.Unreadable, "is larger than 1 MiB")
	})
	t.Run("just small enough", func(t *testing.T) {
		text := []byte(strings.Repeat("word ", 1000))
		for _, coding := range []string{"", "gzip"} {
			r := get(t, handle(t, sender(t, coding, pack(t, coding, text))), Options{MaxBytes: int64(len(text))})
			if !bytes.Equal(r.Body, text) {
				t.Errorf("got %d bytes", len(r.Body))
			}
		}
	})
}

// raw starts a server that answers every request with the bytes and hangs up.
func raw(t *testing.T, answer string) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0") //nolint:noctx // a test's own
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			_, _ = http.ReadRequest(bufio.NewReader(c)) // which may be no request, but encryption
			_, _ = io.WriteString(c, answer)
			_ = c.Close()
		}
	}()
	return "http://" + l.Addr().String()
}

func TestLies(t *testing.T) {
	head := func(length int) string {
		return fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n", length)
	}
	half := page[:40]
	for _, tt := range []struct {
		name, answer, want, words string
	}{
		{"promises more, sends the page", head(len(page) + 1000), page, ""},
		{"promises far more than there is", head(1 << 40), page, ""},
		{"promises more, breaks off", head(len(page)), half, "broke off"},
		{"promises less", head(40), half, ""},
		{"no length", "HTTP/1.0 200 OK\r\n\r\n", page, ""},
		{"not a number", "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n", "", "makes no sense"},
		{"two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\n", "", "makes no sense"},
		{"broken chunks", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "", "cannot be"},
		{"chunks broken off", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nabc", "", "broke off"},
		{"not HTTP", "SSH-2.0-OpenSSH_9.9\r\n", "", "makes no sense"},
		{"says nothing", "", "", "broke off"},
		{"endless head", "HTTP/1.1 200 OK\r\n" + strings.Repeat("X: "+strings.Repeat("y", 1000)+"\r\n", 400) + "\r\n", "", "makes no sense"},
		{"control characters", "HTTP/1.1 404 \x1b]0;title\x07\r\nContent-Type: text/html; charset=\"\xc2\x9b31m\"\r\n\r\n", "", "404 Not Found"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			body := tt.want
			if tt.name == "promises less" {
				body = page
			}
			source := raw(t, tt.answer+body)
			if tt.words != "" {
				_, err := Load(t.Context(), source, Options{})
				if err == nil || !strings.Contains(err.Error(), tt.words) {
					t.Fatalf("got %v, want %q", err, tt.words)
				}
				return
			}
			if r := get(t, source, Options{}); string(r.Body) != tt.want {
				t.Errorf("got %q", r.Body)
			}
		})
	}
}

func TestCertificates(t *testing.T) {
	s := secure(t, func(w http.ResponseWriter, _ *http.Request) { send(t, w, "text/html", page) })

	fail(t, s.URL, Options{}, doc.Unreachable, "signed by nobody")
	if r := get(t, s.URL, Options{Transport: trusting(s)}); string(r.Body) != page {
		t.Errorf("got %q", r.Body)
	}
	other := trusting(s)
	other.DialContext = func(ctx context.Context, network, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, network, s.Listener.Addr().String())
	}
	fail(t, "https://other.test", Options{Transport: other}, doc.Unreachable, "belongs to another host")
	old := trusting(s)
	old.TLSClientConfig.Time = func() time.Time { return s.Certificate().NotAfter.AddDate(1, 0, 0) }
	fail(t, s.URL, Options{Transport: old}, doc.Unreachable, "has expired")
	plain := handle(t, func(w http.ResponseWriter, _ *http.Request) { send(t, w, "text/html", page) })
	fail(t, strings.Replace(plain, "http:", "https:", 1), Options{}, doc.Unreachable, "does not speak https", "http://")
	fail(t, strings.Replace(raw(t, "hello\n"), "http:", "https:", 1), Options{}, doc.Unreachable, "encrypted")
	down := secure(t, http.RedirectHandler(plain, http.StatusFound).ServeHTTP)
	if r := get(t, down.URL, Options{Transport: trusting(down)}); r.Address != plain {
		t.Errorf("ended at %q", r.Address)
	}
}

// secure starts a server that speaks https.
func secure(t *testing.T, h http.HandlerFunc) *httptest.Server {
	t.Helper()
	s := httptest.NewUnstartedServer(h)
	s.Config.ErrorLog = log.New(io.Discard, "", 0)
	s.EnableHTTP2 = true
	s.StartTLS()
	t.Cleanup(s.Close)
	return s
}

// trusting returns a transport that accepts the certificate of a server.
func trusting(s *httptest.Server) *http.Transport {
	roots := x509.NewCertPool()
	roots.AddCert(s.Certificate())
	return &http.Transport{TLSClientConfig: &tls.Config{RootCAs: roots}, ForceAttemptHTTP2: true}
}

func TestUnreachable(t *testing.T) {
	fail(t, closedAddress(t), Options{}, doc.Unreachable, "refuses the connection")
	for _, tt := range []struct {
		err   error
		words string
	}{
		{&net.DNSError{Err: "no such host", Name: "gone.test", IsNotFound: true}, "there is no host gone.test"},
		{&net.DNSError{Err: "server misbehaving", Name: "gone.test", IsTemporary: true}, "could not be looked up"},
		{&net.DNSError{Err: "i/o timeout", Name: "gone.test", IsTimeout: true}, "could not be looked up"},
		{errNoNetwork, "there is no way to gone.test"},
		{errors.New("out of \x1b[31mpaint"), "cannot be reached: out of"},
	} {
		t.Run(tt.words, func(t *testing.T) {
			transport := &http.Transport{DialContext: func(context.Context, string, string) (net.Conn, error) {
				return nil, &net.OpError{Op: "dial", Net: "tcp", Err: tt.err}
			}}
			fail(t, "http://gone.test/story", Options{Transport: transport}, doc.Unreachable, tt.words)
			f := failing(t, "gone.com/story", Options{Transport: transport})
			if !strings.Contains(f.Hint, "no file of this name, so https://gone.com/story was tried") {
				t.Errorf("the hint %q does not tell what was tried", f.Hint)
			}
		})
	}
}

func FuzzUnpack(f *testing.F) {
	for _, coding := range []string{"gzip", "deflate", "bare deflate", "br", "zstd"} {
		f.Add(pack(f, coding, []byte(page)), coding)
		f.Add(pack(f, coding, pack(f, "gzip", []byte(page))), "gzip,"+coding)
	}
	const limit = 1 << 16
	f.Fuzz(func(t *testing.T, body []byte, header string) {
		r, err := unpack(bytes.NewReader(body), []string{header}, limit)
		if err != nil {
			return
		}
		n, err := io.Copy(io.Discard, r)
		if n > limit && !errors.Is(err, errTooLarge) {
			t.Fatalf("%d bytes came out, error %v", n, err)
		}
	})
}
