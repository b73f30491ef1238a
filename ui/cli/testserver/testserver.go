// Package testserver starts the web servers that tests of lectern fetch from:
// one that means well and answers in every way a server may, and one that lies.
package testserver

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// Picture is the beginning of a PNG file.
const Picture = "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00"

// Story is an article on a page with a menu, a newsletter box and a footer.
const Story = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>The ferry that waited | Harbour Post</title>
<meta name="author" content="Anna Berg"><meta property="og:site_name" content="Harbour Post">
<meta property="article:published_time" content="2024-03-03T06:00:00Z"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article><h1>The ferry that waited</h1>
<p>The harbour office in Leith opened at six on 3 March 2024, and Anna Berg, who had run it for eleven years, was there before the lights came on.</p>
<p>She carried a ledger, two keys and a thermos, and she said later that nothing about the morning had seemed out of the ordinary until <a href="/pilots">the first of the pilots</a> rang.</p>
<p>By noon the council had counted losses of £12,400, or 18% of the takings of the season, and the insurers in Edinburgh wanted every page of the ledger copied by hand.</p>
<div class="newsletter-signup"><p>Sign up for our newsletter</p></div>
<p>The ferry left at last at half past four, with nine passengers, a dog and a coffin, and nobody on the pier could remember a departure that had been so quiet.</p>
</article></main><footer><p>© 2024 Harbour Post. All rights reserved.</p></footer></body></html>`

// Start starts the servers and returns their addresses by the names that
// scripts know them by: SERVER, TLS (whose certificate nobody vouches for),
// REFUSED (where nobody listens) and LIAR.
func Start(t *testing.T) map[string]string {
	t.Helper()
	done := make(chan struct{})
	mux := handlers(done)
	plain := httptest.NewServer(mux)
	encrypted := httptest.NewUnstartedServer(mux)
	encrypted.Config.ErrorLog = log.New(io.Discard, "", 0) // every refused certificate would be a line
	encrypted.StartTLS()
	t.Cleanup(func() {
		close(done)
		plain.CloseClientConnections()
		plain.Close()
		encrypted.Close()
	})
	return map[string]string{
		"SERVER":  plain.URL,
		"TLS":     encrypted.URL,
		"REFUSED": "http://" + refusingAddress(t),
		"LIAR":    "http://" + lyingServer(t),
	}
}

// handlers returns what the well-meaning server answers. Nothing of it waits
// any longer once done is closed.
func handlers(done <-chan struct{}) http.Handler {
	mux := http.NewServeMux()
	page := func(path string, status int, mediaType, body string) {
		mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", mediaType)
			w.WriteHeader(status)
			_, _ = io.WriteString(w, body)
		})
	}
	page("/story.html", http.StatusOK, "text/html; charset=utf-8", Story)
	page("/missing.html", http.StatusNotFound, "text/html", "<title>Gone</title><p>There is no such page here, said the server.</p>")
	page("/broken.html", http.StatusInternalServerError, "text/html", "<title>Oops</title><p>Something broke on our side.</p>")
	page("/empty.html", http.StatusOK, "text/html", "")
	page("/picture.html", http.StatusOK, "text/html", Picture)
	mux.Handle("/moved.html", http.RedirectHandler("/story.html", http.StatusMovedPermanently))
	mux.HandleFunc("/circle", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/circle?"+r.URL.RawQuery+"x", http.StatusFound) //nolint:gosec // always to itself
	})
	mux.HandleFunc("/stall", func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.WriteString(w, "<title>Soon")
		_ = http.NewResponseController(w).Flush()
		select {
		case <-r.Context().Done():
		case <-done:
		}
	})
	mux.HandleFunc("/bomb", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		w.Header().Set("Content-Type", "text/html")
		z, err := gzip.NewWriterLevel(w, gzip.BestSpeed)
		if err != nil {
			return
		}
		defer z.Close() //nolint:errcheck // the client may have left
		words := bytes.Repeat([]byte("word "), 1<<20/5)
		for range 256 {
			if _, err := z.Write(words); err != nil {
				return
			}
		}
	})
	return mux
}

// refusingAddress returns an address of this machine where nobody listens.
func refusingAddress(t *testing.T) string {
	t.Helper()
	l, err := new(net.ListenConfig).Listen(context.Background(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close() //nolint:errcheck // nothing was sent
	return l.Addr().String()
}

// lyingServer starts a server whose answers no well-meaning one gives: escape
// sequences in the status and the headers, a length that is not true.
func lyingServer(t *testing.T) string {
	t.Helper()
	l, err := new(net.ListenConfig).Listen(context.Background(), "tcp", "127.0.0.1:0")
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
			go lie(c)
		}
	}()
	return l.Addr().String()
}

func lie(c net.Conn) {
	defer c.Close() //nolint:errcheck // the client may have left
	request := make([]byte, 4096)
	n, err := c.Read(request)
	if err != nil {
		return
	}
	line, _, _ := strings.Cut(string(request[:n]), "\r\n")
	switch {
	case strings.Contains(line, "/status"):
		_, _ = io.WriteString(c, "HTTP/1.1 500 \x1b[2J\x1b]0;x\x07gone\r\nContent-Length: 0\r\n\r\n")
	case strings.Contains(line, "/header"):
		_, _ = io.WriteString(c, "HTTP/1.1 200 OK\r\nContent-Type: text/\x1b[31mhtml; charset=\"\x1b]0;x\x07\"\r\nConnection: close\r\n\r\n"+Story)
	case strings.Contains(line, "/type"):
		// Bytes from 0x80 up are allowed in a header, and C1 controls among them.
		_, _ = io.WriteString(c, "HTTP/1.1 200 OK\r\nContent-Type: text/\x9b31mhtml; charset=\"\x9d0;x\x9c\"\r\nETag: \"\x9b2J\"\r\nConnection: close\r\n\r\n"+Story)
	case strings.Contains(line, "/location"):
		_, _ = io.WriteString(c, "HTTP/1.1 302 Found\r\nLocation: gopher://\x1b[31mexample.com/\r\nContent-Length: 0\r\n\r\n")
	case strings.Contains(line, "/short"):
		_, _ = fmt.Fprintf(c, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s", len(Story), Story[:len(Story)/2])
	case strings.Contains(line, "/gzip"):
		_, _ = fmt.Fprintf(c, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n%s", len(Story), Story)
	default:
		_, _ = io.WriteString(c, "\x1b[2J\x1b[31mnot HTTP at all\r\n\r\n")
	}
}
