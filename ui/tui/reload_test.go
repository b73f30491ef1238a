package tui

import (
	"context"
	"errors"
	"testing"

	"lectern/reader/doc"
	"lectern/reader/load"
)

// reloading returns a reader whose source is what next says.
func reloading(t *testing.T, next func() (*doc.Document, error)) *driver {
	t.Helper()
	d := drive(t, Options{
		Theme: "plain", Source: "book.txt",
		Open: func(context.Context, func(load.Progress)) (*doc.Document, error) { return next() },
	})
	d.size(80, 24)
	d.start()
	return d
}

func TestReloadKeepsThePlace(t *testing.T) {
	document := book(20, 6)
	d := reloading(t, func() (*doc.Document, error) { return document, nil })
	d.press("}", "}", "}", "}", "}", "}")
	d.shows("Chapter 6")
	longer := book(20, 6)
	news := &builder{doc.Document{Title: "A long book"}}
	for range 9 {
		news.para("New on top.")
	}
	longer.Blocks = append(news.doc.Blocks, longer.Blocks...)
	document = longer
	d.press("ctrl+r")
	if d.first() != "Chapter 6" {
		t.Errorf("after loading again the top is %q", d.first())
	}
	d.shows("Loaded again")
}

func TestReloadOfTheSame(t *testing.T) {
	document := ferry()
	d := reloading(t, func() (*doc.Document, error) { return document, nil })
	d.press("r", "space", "ctrl+r")
	d.shows("has not changed", "✓")
}

func TestReloadKeepsChoices(t *testing.T) {
	d := reloading(t, func() (*doc.Document, error) {
		document := ferry()
		document.Blocks = append(document.Blocks[1:2:2], document.Blocks...)
		return document, nil
	})
	d.press("r", "space", "ctrl+r")
	if !d.m.shown.Blocks[18].Verdict.Kept {
		t.Error("what was brought back is gone after loading again")
	}
	d.press("u")
	d.shows("Nothing to undo")
}

func TestFailedReloadKeepsTheArticle(t *testing.T) {
	fail := false
	d := reloading(t, func() (*doc.Document, error) {
		if fail {
			return nil, errors.New("the server does not answer")
		}
		return ferry(), nil
	})
	fail = true
	d.press("ctrl+r")
	d.shows("For eleven years", "Not loaded again: the server does not answer")
}

func TestLongMessagesAreReadWhole(t *testing.T) {
	fail := false
	d := reloading(t, func() (*doc.Document, error) {
		if fail {
			return nil, &doc.Fault{What: "the server of example.org answered 503 Service Unavailable", Hint: "it may be busy: wait a minute and press ctrl+r again"}
		}
		return ferry(), nil
	})
	d.size(40, 15)
	fail = true
	d.press("ctrl+r")
	d.shows("Not loaded again: the server of", "answered 503 Service", "it may be busy", "ctrl+r again", "?")
}
