package tui

import (
	"errors"
	"strings"
	"testing"

	"lectern/reader/doc"
)

func TestPanelGroups(t *testing.T) {
	d := read(t, ferry(), 120, 40)
	d.press("r")
	d.press("k")
	d.shows("Removed", "8 blocks, 70 words", "subscription", "2 · ", "account", "newsletter", "advertising", "You have read your three free")
	d.press("r")
	d.hides("8 blocks")
}

func TestPanelStandsBesideOrBelow(t *testing.T) {
	for _, test := range []struct {
		width, height int
		side          bool
	}{{160, 50, true}, {110, 30, true}, {109, 30, false}, {80, 24, false}, {40, 15, false}} {
		d := read(t, ferry(), test.width, test.height)
		d.press("r")
		if d.m.frame.side != test.side {
			t.Errorf("at %d cells the panel stands beside the article: %v", test.width, d.m.frame.side)
		}
		d.shows("subscription", "You have read")
		if d.m.frame.pageHeight < 5 || d.m.frame.column < 36 {
			t.Errorf("at %d by %d the article is left %d rows of %d cells", test.width, test.height, d.m.frame.pageHeight, d.m.frame.column)
		}
		if d.m.panel.preview.height < 1 {
			t.Errorf("at %d by %d there is no preview", test.width, test.height)
		}
	}
}

func TestPanelShowsEvidenceAndText(t *testing.T) {
	d := read(t, ferry(), 120, 40)
	d.press("r", "k")
	d.shows("Asks for a subscription")
	d.press("j", "j")
	d.shows("97 % sure", "price with a billing period", "follows a limit of free stories", "count the boats")
}

func TestPreviewScrolls(t *testing.T) {
	b := &builder{doc.Document{Title: "T"}}
	b.para("Kept.")
	b.removed(doc.Comments, 0.5, strings.Repeat("A comment that goes on and on. ", 60)+"Finis.")
	d := read(t, &b.doc, 80, 24)
	d.press("r")
	d.hides("Finis.")
	for range 60 {
		d.press("J")
	}
	d.shows("Finis.")
	for range 60 {
		d.press("K")
	}
	d.shows("50 % sure")
	d.hides("Finis.")
}

func TestRestore(t *testing.T) {
	d := read(t, ferry(), 120, 60)
	d.hides("You have read your three free stories")
	d.press("r", "space")
	d.shows("✓ You have read", "1 of 2 back", "Brought back: You have read")
	if !d.m.shown.Blocks[17].Verdict.Kept {
		t.Error("the block is not in the article")
	}
	if n := strings.Count(d.screen(), "You have read your three free stories"); n < 2 {
		t.Errorf("the block is on the screen %d times, want it in the article too:\n%s", n, d.screen())
	}
	d.press("space")
	d.hides("✓")
	if d.m.shown.Blocks[17].Verdict.Kept {
		t.Error("a second space does not remove the block again")
	}
	if len(d.m.choices.now) != 0 {
		t.Errorf("the choices hold what the classifier says anyway: %v", d.m.choices.now)
	}
	d.press("u")
	d.shows("✓ You have read", "Undone")
	d.press("u", "u")
	d.hides("✓")
	d.shows("Nothing to undo")
}

func TestRestoreReason(t *testing.T) {
	d := read(t, ferry(), 120, 60)
	d.press("r", "R")
	d.shows("2 of 2 back", "Brought back: 2 blocks")
	d.press("u")
	d.hides("of 2 back")
	d.press("k", "space") // on the group
	d.shows("2 of 2 back")
	d.press("R")
	d.hides("2 of 2 back")
}

func TestFolding(t *testing.T) {
	d := read(t, ferry(), 120, 60)
	d.press("r", "left")
	d.shows("▸ subscription")
	d.hides("You have read your three")
	d.press("right")
	d.shows("▾ subscription", "You have read your three")
	d.press("enter")
	d.shows("▸ subscription")
	d.press("j", "enter")
	d.shows("▸ account", "▸ subscription")
	d.press("space") // brings back what is folded away
	d.shows("1 of 1 back")
	d.shows("▸ account")
}

func TestShowInPlace(t *testing.T) {
	d := read(t, ferry(), 80, 30)
	d.press("r", "G", "enter")
	if !d.m.article.options.Ghost {
		t.Error("ghosts are not shown")
	}
	d.shows("© 2025 The Harbour Post")
	found := false
	for _, l := range d.m.article.visible() {
		found = found || l.Block >= 0 && strings.HasPrefix(d.m.shown.Blocks[l.Block].Text, d.m.base.Blocks[d.m.panel.selected().block].Text)
	}
	if !found {
		t.Error("the selected block is not on the screen of the article")
	}
}

func TestGhosts(t *testing.T) {
	d := read(t, ferry(), 80, 40)
	d.press("h")
	d.shows("Home · News", "newsletter", "Get our evening letter", "8 blocks")
	d.press("h")
	d.hides("Home · News", "Get our evening letter")
}

func TestPanelOfNothing(t *testing.T) {
	d := read(t, book(1, 1), 80, 24)
	d.press("r")
	d.shows("Nothing was removed.")
	d.press("space", "R", "enter", "j", "G", "left", "right", "J", "K", "u")
	d.shows("Nothing was removed.")
}

func TestNotesStandAtTheTop(t *testing.T) {
	for _, width := range []int{40, 80, 120} {
		d := read(t, cutFerry(), width, 30)
		d.press("r")
		d.shows("The rule for navigation")
	}
}

func TestFocus(t *testing.T) {
	d := read(t, book(5, 5), 80, 24)
	d.press("r", "tab", "j")
	if d.m.article.top != 1 {
		t.Error("after tab j does not scroll the article")
	}
	d.press("r")
	if !d.m.panel.open || !d.m.panel.focused {
		t.Error("r does not go back to the panel")
	}
	d.press("esc")
	if d.m.panel.open {
		t.Error("esc does not close the panel")
	}
	d.press("tab")
	if !d.m.panel.open {
		t.Error("tab does not open the panel")
	}
}

func TestPick(t *testing.T) {
	d := read(t, ferry(), 120, 60)
	d.press("x")
	d.shows("▌", "remove")
	d.press("j", "x")
	d.shows("Removed: Then, on a Tuesday", "▌")
	d.wait()
	d.hides("Then, on a Tuesday")
	d.press("esc", "r")
	d.hides("▌")
	d.shows("9 blocks", "user")
	d.press("r", "u")
	d.shows("Then, on a Tuesday")
	d.press("h", "x", "k", "k", "k", "k", "k")
	d.wait()
	d.shows("bring back")
	d.press("x")
	if !d.m.shown.Blocks[0].Verdict.Kept {
		t.Error("a ghost picked is not brought back")
	}
}

func TestPickTheLastParagraph(t *testing.T) {
	b := &builder{}
	b.para("One.")
	b.para("Two.")
	d := read(t, &b.doc, 80, 24)
	d.press("x", "x", "x", "x", "x")
	d.wait()
	d.hides("▌", "One.", "Two.")
	d.shows("Nothing is left of the article.")
	d.press("u", "u")
	d.shows("One.", "Two.")
}

func TestSaveHonoursChoices(t *testing.T) {
	var saved *doc.Document
	d := read(t, ferry(), 80, 24)
	d.m.keys = newKeyMap(false, true)
	d.m.save = func(document *doc.Document) (string, error) {
		saved = document
		return "/home/reader/articles/the-ferry-that-came-back.md", nil
	}
	d.press("r", "space", "s")
	if saved == nil || !saved.Blocks[17].Verdict.Kept {
		t.Error("the copy lacks what was brought back")
	}
	d.shows("Saved /home/reader/articles/the-ferry-that-came-back.md")
	d.size(40, 15)
	d.shows("ferry-that-came-back.md") // the name, if there is no room for the path
	d.m.save = func(*doc.Document) (string, error) {
		return "", &doc.Fault{Kind: doc.Unsaved, What: "the disk is full", Hint: "free some space"}
	}
	d.size(80, 24)
	d.press("s")
	d.shows("Not saved: the disk is full; free some space")
}

func TestBrowse(t *testing.T) {
	var opened string
	d := read(t, ferry(), 80, 24)
	d.press("o") // not offered
	d.m.keys = newKeyMap(true, false)
	d.m.browse = func(address string) error {
		opened = address
		return nil
	}
	d.press("o")
	if opened != "https://harbour.example/ferry" {
		t.Errorf("o opens %q", opened)
	}
	d.m.browse = func(string) error { return errors.New("xdg-open: not found") }
	d.press("o")
	d.shows("The browser could not be started: xdg-open: not found")
	d.m.shown.Address = ""
	opened = ""
	d.press("o")
	d.shows("no address")
}
