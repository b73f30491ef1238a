package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lectern/reader/doc"
	"lectern/styles"
)

func TestPattern(t *testing.T) {
	for _, test := range []struct {
		query, text string
		want        []string
	}{
		{"brandt", "Ida Brandt and BRANDT", []string{"Brandt", "BRANDT"}},
		{"Brandt", "Ida Brandt and BRANDT", []string{"Brandt"}},
		{"straße", "STRASSE Straße", []string{"Straße"}},
		{"σοφοσ", "ΣΟΦΟΣ σοφος", []string{"ΣΟΦΟΣ", "σοφος"}},
		{"москва", "МОСКВА", []string{"МОСКВА"}},
		{"don't", "don’t", []string{"don’t"}},
		{"a b", "a\u00a0b a\tb", []string{"a\u00a0b", "a\tb"}},
		{"aa", "aaaaa", []string{"aa", "aa"}},
		{"e", "e\u0301 e", []string{"e"}},
		{"k", "\u212a", []string{"\u212a"}}, // the Kelvin sign
		{"日本", "東日本日本", []string{"日本", "日本"}},
		{"", "text", nil},
		{"longer than the text", "short", nil},
	} {
		var got []string
		for _, m := range newPattern(test.query).in(test.text, 0, nil) {
			got = append(got, test.text[m.start:m.end])
		}
		if strings.Join(got, "|") != strings.Join(test.want, "|") {
			t.Errorf("%q in %q: %q, want %q", test.query, test.text, got, test.want)
		}
	}
}

func TestFindAsYouType(t *testing.T) {
	d := read(t, book(30, 6), 80, 24)
	d.press("/")
	d.typeText("chapter 17")
	if got := d.status(); !strings.Contains(got, "/chapter 17") || !strings.Contains(got, "1 of 7") {
		t.Errorf("the prompt is %q", got)
	}
	d.shows("Chapter 17")
	if c := d.m.View().Cursor; c == nil || c.Y != 23 || c.X != len(" /chapter 17") {
		t.Errorf("the cursor is at %+v", c)
	}
	d.press("backspace", "9")
	d.shows("Chapter 19")
	d.press("ctrl+u")
	d.shows("A long book") // back where the search began
	d.typeText("no such words")
	if got := d.status(); !strings.Contains(got, "no match") {
		t.Errorf("the prompt is %q", got)
	}
	d.shows("A long book")
	d.press("ctrl+w")
	if got := d.m.search.query; got != "no such " {
		t.Errorf("ctrl+w leaves %q", got)
	}
}

func TestSearchSteps(t *testing.T) {
	d := read(t, book(30, 6), 80, 24)
	d.press("/")
	d.typeText("paragraph 3 of chapter 1")
	d.press("enter") // chapters 1 and 10 to 19
	d.shows("1 of 11", "Paragraph 3 of chapter 1.")
	d.press("n")
	d.shows("2 of 11", "Paragraph 3 of chapter 10.")
	d.press("N", "N")
	d.shows("11 of 11", "Paragraph 3 of chapter 19.", "began again at the end")
	d.press("n")
	d.shows("1 of 11", "began again at the top")
	d.press("esc")
	if d.m.search.active() {
		t.Error("esc leaves the search")
	}
	d.press("n") // the last search again, from here
	d.shows("of 11")
}

func TestSearchGoesOnFromThePlace(t *testing.T) {
	d := read(t, book(30, 6), 80, 24)
	for range 5 {
		d.press("}")
	}
	d.press("/")
	d.typeText("paragraph 2 of")
	d.shows("Paragraph 2 of chapter 5.", "5 of 30")
}

func TestEscapeFromThePrompt(t *testing.T) {
	d := read(t, book(30, 6), 80, 24)
	before := d.screen()
	d.press("/")
	d.typeText("chapter 20")
	d.press("esc")
	d.wait()
	if got := d.screen(); got != before {
		t.Errorf("after esc the screen is\n%s\nbefore it was\n%s", got, before)
	}
}

func TestPromptTakesLetters(t *testing.T) {
	d := read(t, ferry(), 80, 24)
	d.press("/")
	d.typeText("q?rh ")
	if d.quit || d.m.help.open || d.m.panel.open || d.m.search.query != "q?rh " {
		t.Errorf("letters typed into the prompt were taken for keys; it holds %q", d.m.search.query)
	}
}

func TestPasteIsText(t *testing.T) {
	d := read(t, ferry(), 80, 24)
	d.send(tea.PasteMsg{Content: "q"})
	if d.quit {
		t.Error("pasted text quits the program")
	}
	d.press("/")
	d.send(tea.PasteMsg{Content: "Ida\x1b[31m Brandt\n"})
	if got := d.m.search.query; got != "Ida␛[31m Brandt" {
		t.Errorf("the prompt holds %q", got)
	}
}

func TestMatchesAreMarked(t *testing.T) {
	d := read(t, ferry(), 80, 24)
	d.press("/")
	d.typeText("Brandt")
	d.press("enter")
	content := d.m.View().Content
	if !strings.Contains(content, styles.Plain().Open(styles.CurrentMatch)) {
		t.Error("the match is not marked")
	}
	d.press("esc")
	if strings.Contains(d.m.View().Content, styles.Plain().Open(styles.CurrentMatch)) {
		t.Error("the match is still marked after the search")
	}
}

func TestSearchFollowsWhatIsShown(t *testing.T) {
	d := read(t, ferry(), 80, 24)
	d.press("/")
	d.typeText("cancel at any time")
	d.press("enter")
	d.shows("no match")
	d.press("h")
	d.wait()
	d.shows("1 of 1")
	d.press("h")
	d.wait()
	d.shows("no match")
}

func TestStaleSearchIsDropped(t *testing.T) {
	d := read(t, ferry(), 80, 24)
	d.press("/")
	_, slow := d.m.Update(keyPress("f"))
	d.typeText("erry")
	found := len(d.m.search.found)
	d.run(slow)
	if len(d.m.search.found) != found {
		t.Error("the answer to an earlier query replaced that to the present one")
	}
}

func TestKeysOvertakeTheSearch(t *testing.T) {
	d := read(t, book(30, 6), 80, 24)
	d.press("/")
	_, slow := d.m.Update(tea.PasteMsg{Content: "paragraph 3 of"})
	d.press("enter", "n", "n")
	d.run(slow)
	d.shows("3 of 30", "Paragraph 3 of chapter 3.")
}

func TestSearchStopsWhenItIsNoLongerWanted(t *testing.T) {
	var s search
	s.query = "river"
	cmd := s.ask(book(5, 5), false)
	s.clear()
	if msg, ok := cmd().(foundMsg); !ok || len(msg.found) > 0 {
		t.Errorf("a search that was given up found %v", msg)
	}
}

func TestSearchInRemovedTextOnlyWhenShown(t *testing.T) {
	d := ferry()
	if got := find(t.Context(), d, "log in", false); len(got) != 0 {
		t.Errorf("removed text is searched: %v", got)
	}
	if got := find(t.Context(), d, "log in", true); len(got) != 1 || d.Blocks[got[0].block].Verdict.Reason != doc.Account {
		t.Errorf("ghosts are not searched: %v", got)
	}
}
