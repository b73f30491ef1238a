package cli

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"lectern/reader/doc"
)

// echo answers a line with itself, after a random while, so that later lines
// are often ready before earlier ones.
func echo(line []byte) ([]byte, error) {
	time.Sleep(rand.N(200 * time.Microsecond)) //nolint:gosec // nothing is secret here
	if bytes.HasPrefix(line, []byte("bad")) {
		return line, errors.New("bad")
	}
	return line, nil
}

func TestStreamKeepsOrder(t *testing.T) {
	var in strings.Builder
	var want strings.Builder
	bad := 0
	for i := range 400 {
		line := fmt.Sprintf("line %d", i)
		if i%7 == 0 {
			line = "bad " + line
			bad++
		}
		want.WriteString(line + "\n")
		in.WriteString(" " + line + "\r\n")
		if i%5 == 0 {
			in.WriteString(" \t\n")
		}
	}
	for name, r := range map[string]io.Reader{
		"whole":  strings.NewReader(in.String()),
		"halves": iotest.HalfReader(strings.NewReader(in.String())),
		"bytes":  iotest.OneByteReader(strings.NewReader(in.String())),
		"no end": strings.NewReader(strings.TrimSpace(in.String())),
	} {
		var out bytes.Buffer
		failed, err := stream(t.Context(), r, &out, echo)
		if err != nil || failed != bad {
			t.Errorf("%s: %d lines failed, want %d; %v", name, failed, bad, err)
		}
		if out.String() != want.String() {
			t.Errorf("%s: the lines are not those of the input in their order", name)
		}
	}
}

// An answer is seen before the next line is even asked for.
func TestStreamAnswersAtOnce(t *testing.T) {
	in, feed := io.Pipe()
	answers, out := io.Pipe()
	done := make(chan error, 1)
	go func() {
		_, err := stream(t.Context(), in, out, echo)
		done <- errors.Join(err, out.Close())
	}()
	r := bufio.NewReader(answers)
	for i := range 20 {
		line := fmt.Sprintf("line %d\n", i)
		if _, err := io.WriteString(feed, line); err != nil {
			t.Fatal(err)
		}
		if got, err := r.ReadString('\n'); err != nil || got != line {
			t.Fatalf("got %q, %v; want %q", got, err, line)
		}
	}
	if err := errors.Join(feed.Close(), <-done); err != nil {
		t.Error(err)
	}
}

// A line that brings the worker down fails alone.
func TestStreamOutlivesPanic(t *testing.T) {
	var out bytes.Buffer
	failed, err := stream(t.Context(), strings.NewReader("a\nb\nc\n"), &out, func(line []byte) ([]byte, error) {
		if line[0] == 'b' {
			panic("b\x1b[31m")
		}
		return line, nil
	})
	want := "a\n{\"id\":null,\"error\":\"a mistake in lectern: b␛[31m\"}\nc\n"
	if err != nil || failed != 1 || out.String() != want {
		t.Errorf("%q, %d failed, %v", out.String(), failed, err)
	}
}

func TestStreamEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	in, feed := io.Pipe()
	defer feed.Close() //nolint:errcheck // nothing was written
	done := make(chan error, 1)
	go func() {
		_, err := stream(ctx, in, io.Discard, echo)
		done <- err
	}()
	cancel()
	if err := <-done; !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestStreamReportsBrokenEnds(t *testing.T) {
	broken := errors.New("broken")
	in := io.MultiReader(strings.NewReader("a\n"), iotest.ErrReader(broken))
	var out bytes.Buffer
	if _, err := stream(t.Context(), in, &out, echo); !doc.IsFault(err, doc.Unreachable) || out.String() != "a\n" {
		t.Errorf("input: %q, %v", out.String(), err)
	}
	if _, err := stream(t.Context(), strings.NewReader("a\n"), refusingWriter{}, echo); !doc.IsFault(err, doc.Unsaved) {
		t.Errorf("output: %v", err)
	}
}

type refusingWriter struct{}

func (refusingWriter) Write([]byte) (int, error) { return 0, errors.New("no room") }

func TestReadLine(t *testing.T) {
	text := strings.Repeat("x", 99) + "\n" + strings.Repeat("y", 300) + "\n z \nend"
	r := bufio.NewReaderSize(strings.NewReader(text), 16)
	for _, want := range []struct {
		line string
		long bool
		end  bool
	}{{strings.Repeat("x", 99), false, false}, {"", true, false}, {"z", false, false}, {"end", false, true}} {
		line, err := readLine(r, 100)
		if string(line) != want.line || errors.Is(err, errLong) != want.long || errors.Is(err, io.EOF) != want.end {
			t.Errorf("got %q, %v; want %+v", line, err, want)
		}
	}
}
