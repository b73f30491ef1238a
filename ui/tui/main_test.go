package tui

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"lectern/reader/doc"
	"lectern/reader/load"
)

var update = flag.Bool("update", false, "keep the screens as the golden ones")

// scene names the environment variable that makes the test program be the
// reader, so that the tests can run it in a terminal of its own.
const scene = "LECTERN_TEST_SCENE"

func TestMain(m *testing.M) {
	if name := os.Getenv(scene); name != "" {
		os.Exit(play(name))
	}
	os.Exit(m.Run())
}

// play runs the reader on what the scene calls for and returns an exit code.
func play(name string) int {
	o := Options{
		Source: "ferry.html", Tag: ferryEntities,
		Browse: func(string) error { return nil },
		Save:   func(*doc.Document) (string, error) { return "articles/The ferry that came back.md", nil },
	}
	fails := true
	o.Open = func(ctx context.Context, progress func(load.Progress)) (*doc.Document, error) {
		switch name {
		case "cut":
			return cutFerry(), nil
		case "dial":
			return dialFerry(), nil
		case "book":
			return book(60, 8), nil
		case "hostile":
			return hostile(), nil
		case "slow":
			progress(load.Progress{Done: 1 << 20, Total: 3 << 20})
			<-ctx.Done()
			return nil, ctx.Err()
		case "error":
			if fails {
				fails = false
				return nil, &doc.Fault{
					Kind: doc.Unreachable, Source: "ferry.html", What: "there is no such file", Hint: "check the path",
				}
			}
		case "clutter":
			return clutter(), errClutter
		case "panic":
			panic("a fault of the program")
		}
		return ferry(), nil
	}
	err := Run(context.Background(), o)
	switch {
	case errors.Is(err, ErrInterrupted):
		return 130
	case doc.IsFault(err, doc.Unreachable):
		return 3
	case err != nil:
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// hostile is a document whose every string was full of escape sequences before
// it was cleaned.
func hostile() *doc.Document {
	evil := strings.Join([]string{
		"\x1b[2J\x1b[H", "\x1b]0;owned\a", "\x1b]52;c;cm0gLXJm\x1b\\", "\x1bP+q544e\x1b\\", "\x1b_Gf=32;AAAA\x1b\\", "\x1b[?1003h",
		"\x1b]8;;https://evil.example\x1b\\click\x1b]8;;\x1b\\", "\u009b31m", "\u009d0;owned\u009c", "\x1bc", "\x1b[6n", "\x05",
		"\u202egnp.exe", "\b\b\b", "\r", "\x1b]unterminated",
	}, " word ")
	b := &builder{doc.Document{
		Title: doc.Clean("Title " + evil), Byline: doc.Clean("By " + evil), Site: doc.Clean("Site " + evil), Published: doc.Clean(evil),
		Notes: []string{doc.Clean("Note " + evil)}, Cutoff: doc.Cutoff{Cut: true, Evidence: []string{doc.Clean(evil)}},
	}}
	for kind := doc.Paragraph; kind <= doc.Rule; kind++ {
		text := doc.Clean(fmt.Sprintf("Block %d ", kind) + evil)
		blk := b.add(kind, text)
		blk.Spans = []doc.Span{{Start: 0, End: len(text), Kind: doc.Link, Target: doc.CleanURL(nil, "https://example.org/\x1b]0;x\a")}}
		blk.Language, blk.Marker = doc.Clean(evil), doc.Clean("• ")
		b.removed(doc.Subscription, 0.9, doc.Clean("Gone "+evil), doc.Clean("evidence "+evil))
	}
	return &b.doc
}
