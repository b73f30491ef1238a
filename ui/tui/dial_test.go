package tui

import (
	"context"
	"strings"
	"testing"

	"lectern/reader/doc"
	"lectern/reader/load"
)

const (
	dogs      = "Dogs pay what their owners think"
	quotation = "A bridge takes you over the water"
	related   = "Read also: Why the lighthouse"
)

func TestTurningTheDial(t *testing.T) {
	d := read(t, dialFerry(), 80, 60)
	d.shows(dogs, quotation)
	d.hides(related)
	d.press(">")
	d.hides(dogs)
	d.shows(quotation, "Strictness firm: 1 block removed, 18 words.")
	d.press(">")
	d.hides(dogs, quotation)
	d.shows("Strictness strict: 1 block removed")
	d.press(">")
	d.shows("Strictness strict: there is no stricter one.")
	d.press("<", "<")
	d.shows(dogs, quotation, "Strictness normal: 1 block brought back, 18 words.")
	d.hides(related)
	d.press("<")
	d.shows(related, "Strictness mild: 1 block brought back")
	d.press("<")
	d.shows("Strictness lenient: nothing changes.")
	d.press("<")
	d.shows("there is no laxer one")
}

// What the person brought back or removed stays so at every strictness.
func TestOwnChoicesOutlastTheDial(t *testing.T) {
	d := read(t, dialFerry(), 80, 60)
	block := func(i int) bool { return d.m.shown.Blocks[i].Verdict.Kept }
	d.press(">", ">")
	d.send(turnedMsg{serial: -1}) // of a turn long past
	d.m.choose([]int{8}, true)
	d.press("<", "<", "<", "<", ">", ">", ">", ">")
	if !block(8) || block(10) {
		t.Errorf("back at strict: brought back %v, left removed %v", block(8), !block(10))
	}
	d.press("<", "<", "<")
	d.m.choose([]int{14}, false)
	d.press("<", ">", ">", "<", "<")
	if block(14) {
		t.Error("what was removed at mild has come back")
	}
	d.press("u")
	if !block(14) {
		t.Error("the removal cannot be undone after the dial was turned")
	}
}

func TestTheDialKeepsPlaceAndFolds(t *testing.T) {
	d := read(t, dialFerry(), 120, 14)
	d.press("}", "}")
	top := d.first()
	d.press("r", "left", "j", "j", ">")
	if !strings.HasPrefix(d.first(), top) {
		t.Errorf("the top of the page was %q, and is %q", top, d.first())
	}
	d.shows("▸ subscription", "· firm")
}

// A document loaded anew is shown as the dial stands.
func TestReloadAtTheStrictnessSet(t *testing.T) {
	d := reloading(t, func() (*doc.Document, error) { return dialFerry(), nil })
	d.press(">", "ctrl+r")
	if d.m.base.Strictness != doc.Firm || d.m.shown.Blocks[8].Verdict.Kept {
		t.Errorf("loaded again at %s", d.m.base.Strictness)
	}
	d.press("<")
	d.shows("Strictness normal")
}

// Turned while the source is loading, the dial is not forgotten.
func TestTurnedWhileLoading(t *testing.T) {
	var turn func()
	d := drive(t, Options{Theme: "plain", Open: func(context.Context, func(load.Progress)) (*doc.Document, error) {
		if turn != nil {
			turn()
		}
		return dialFerry(), nil
	}})
	d.size(80, 60)
	d.start()
	turn = func() { d.press(">") }
	d.press("ctrl+r")
	if d.m.base.Strictness != doc.Firm {
		t.Errorf("loaded again at %s", d.m.base.Strictness)
	}
}

func TestNoDialToTurn(t *testing.T) {
	d := read(t, ferry(), 80, 24)
	d.press(">")
	d.shows("This text has one strictness only.")
}

// A long document takes a while to turn: the key is answered at once.
func TestTheDialSaysThatItTurns(t *testing.T) {
	d := read(t, dialFerry(), 80, 60)
	_, cmd := d.m.Update(keyPress(">"))
	d.shows("Strictness firm …", dogs)
	d.run(cmd)
	d.shows("Strictness firm: 1 block removed")
	d.hides(dogs)
}
