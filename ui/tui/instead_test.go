package tui

import (
	"context"
	"testing"

	"lectern/reader/doc"
	"lectern/reader/load"
)

// errClutter is the error that comes with clutter.
var errClutter = &doc.Fault{
	Kind: doc.Unreadable, Source: "menu.html", What: "holds nothing that reads like an article: 1 × subscription, 2 × navigation",
	Hint: "see what there is with: lectern clean --removed",
}

// clutter is a document of which nothing is kept.
func clutter() *doc.Document {
	b := &builder{doc.Document{Title: "Start page"}}
	b.removed(doc.Navigation, 0.9, "Home · News · Tides", "only links")
	b.removed(doc.Subscription, 0.8, "Read on from £3 a month.", "a price with a billing period")
	b.removed(doc.Navigation, 0.9, "About us · Contact", "only links")
	return &b.doc
}

// failing returns a reader whose source cannot be opened and gives the document
// instead, and how often it was opened.
func failing(t *testing.T, document *doc.Document, err error) (d *driver, opens *int) {
	t.Helper()
	opens = new(int)
	d = drive(t, Options{Source: "menu.html", Theme: "plain", Open: func(context.Context, func(load.Progress)) (*doc.Document, error) {
		*opens++
		return document, err
	}})
	d.size(80, 24)
	d.start()
	return d, opens
}

func TestOnlyClutterCanBeBroughtBack(t *testing.T) {
	for _, key := range []string{"r", "enter"} {
		d, opens := failing(t, clutter(), errClutter)
		d.shows("It holds nothing that reads like an article", "r what was removed", "ctrl+r try again", "q quit")
		d.hides("lectern clean")
		d.press("ctrl+r")
		if *opens != 2 {
			t.Fatalf("the source was opened %d times", *opens)
		}
		d.press(key)
		d.shows("Nothing is left of the article", "Removed  3 blocks", "Home · News")
		d.press("space")
		d.hides("Nothing is left of the article")
		d.shows("✓ ")
	}
}

func TestPageThatCameInstead(t *testing.T) {
	fault := &doc.Fault{Kind: doc.Unreachable, What: "the server does not know this page (404)", Hint: "check the address"}
	d, opens := failing(t, ferry(), fault)
	d.shows("(404)", "Check the address.", "enter the page that came", "r try again")
	d.press("r")
	if *opens != 2 {
		t.Fatalf("the source was opened %d times", *opens)
	}
	d.press("enter")
	d.shows("For eleven years")
	d.hides("(404)", "Removed ")
}

func TestNothingCameInstead(t *testing.T) {
	d, opens := failing(t, nil, &doc.Fault{Kind: doc.Unreadable, What: "is empty"})
	d.shows("It is empty.", "r try again")
	d.hides("enter")
	d.press("enter")
	if *opens != 2 {
		t.Fatalf("the source was opened %d times", *opens)
	}
}

// Before the reader has begun, the terminal makes a line feed of Enter.
func TestEnterTypedAhead(t *testing.T) {
	d := read(t, ferry(), 80, 24)
	d.press("/")
	d.typeText("brandt")
	d.press("ctrl+j")
	if d.m.search.typing {
		t.Error("the prompt is still open")
	}
	d.shows("/brandt", "n next")
}
