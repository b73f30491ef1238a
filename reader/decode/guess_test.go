package decode

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/htmlindex"
)

// encode returns text in the charset.
func encode(tb testing.TB, text, charset string) []byte {
	tb.Helper()
	e, err := htmlindex.Get(charset)
	if err != nil {
		tb.Fatalf("%s: %v", charset, err)
	}
	b, err := e.NewEncoder().Bytes([]byte(text))
	if err != nil {
		tb.Fatalf("%s: %v", charset, err)
	}
	return b
}

// eachSample runs a test for every sample in every charset of it.
func eachSample(t *testing.T, test func(t *testing.T, s sample, charset string)) {
	t.Helper()
	for _, s := range samples {
		for _, charset := range s.charsets {
			t.Run(s.language+"/"+charset, func(t *testing.T) { test(t, s, charset) })
		}
	}
}

func TestGuess(t *testing.T) {
	eachSample(t, func(t *testing.T, s sample, charset string) {
		t.Helper()
		expect(t, encode(t, s.text, charset), "", "", s.text)
	})
}

func TestGuessOneLine(t *testing.T) {
	eachSample(t, func(t *testing.T, s sample, charset string) {
		t.Helper()
		line, _, _ := strings.Cut(s.text, "\n")
		expect(t, encode(t, line, charset), "", "", line)
	})
}

func TestGuessLate(t *testing.T) {
	eachSample(t, func(t *testing.T, s sample, charset string) {
		t.Helper()
		text := strings.Repeat("<li>a plain line\n", 1000) + s.text
		expect(t, encode(t, text, charset), "text/html", "", text)
		text = strings.ReplaceAll(text, "\n", " ")
		expect(t, encode(t, text, charset), "text/html", "", text)
	})
}

// A page whose first half is scripts says nothing of its charset there, and
// one that is longer than what is looked at is cut somewhere.
func TestGuessLong(t *testing.T) {
	eachSample(t, func(t *testing.T, s sample, charset string) {
		t.Helper()
		text := strings.Repeat("<script>var plain = 1;</script>\n", 4000) +
			"<p>" + strings.ReplaceAll(strings.Repeat(s.text, 400), "\n", " ")
		expect(t, encode(t, text, charset), "text/html", "", text)
	})
}

func expect(t *testing.T, body []byte, mediaType, charset, want string) {
	t.Helper()
	got, err := Decode(body, mediaType, charset)
	if err != nil {
		t.Fatal(err)
	}
	if got != want {
		t.Errorf("got  %.120q\nwant %.120q", got, want)
	}
}
