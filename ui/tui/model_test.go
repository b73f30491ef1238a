package tui

import (
	"context"
	"errors"
	"image/color"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"lectern/reader/doc"
	"lectern/reader/load"
	"lectern/styles"
)

func TestOpening(t *testing.T) {
	d := read(t, ferry(), 80, 24)
	d.shows("The ferry that came back", "Nora Velling", "The Harbour Post", "For eleven years", "8 removed", "? help")
	d.hides("Home · News", "evening letter")
}

func TestNothingIsLaidOutBeforeTheSizeIsKnown(t *testing.T) {
	d := drive(t, Options{
		Open: func(context.Context, func(load.Progress)) (*doc.Document, error) { return ferry(), nil },
	})
	d.start()
	if len(d.m.article.lines) != 0 {
		t.Errorf("%d rows were laid out for no screen", len(d.m.article.lines))
	}
	d.size(80, 24)
	d.shows("For eleven years")
}

func TestSlowSource(t *testing.T) {
	release := make(chan struct{})
	d := drive(t, Options{
		Source: "https://slow.example/story",
		Open: func(_ context.Context, progress func(load.Progress)) (*doc.Document, error) {
			progress(load.Progress{Done: 1 << 20, Total: 4 << 20})
			<-release
			return ferry(), nil
		},
	})
	d.size(80, 24)
	opened := make(chan tea.Msg, 1)
	var listen tea.Cmd
	batch, ok := d.m.openCommand()().(tea.BatchMsg)
	if !ok || len(batch) != 2 {
		t.Fatal("opening is not a command that opens and one that listens")
	}
	go func() { opened <- batch[0]() }()
	listen = batch[1]
	d.hides("Opening") // no flicker for what is quick
	d.send(slowMsg{})
	d.shows("Opening https://slow.example/story")
	msg, ok := listen().(progressMsg)
	if !ok {
		t.Fatal("no progress was reported")
	}
	_, next := d.m.Update(msg)
	d.shows("1.0 MB of 4.2 MB", "━━━", "───")
	close(release)
	if got := next(); got != nil {
		t.Errorf("after the end the listener brought %v", got)
	}
	d.send(<-opened)
	d.shows("For eleven years")
}

func TestQuitWhileOpening(t *testing.T) {
	for _, key := range []string{"q", "ctrl+c"} {
		d := drive(t, Options{Source: "x"})
		d.size(80, 24)
		d.press(key)
		if d.quit == d.kill || d.kill != (key == "ctrl+c") {
			t.Errorf("%s while opening: quit %v, interrupted %v", key, d.quit, d.kill)
		}
	}
}

func TestErrorPage(t *testing.T) {
	fail := true
	d := drive(t, Options{
		Source: "https://harbour.example/gone",
		Open: func(context.Context, func(load.Progress)) (*doc.Document, error) {
			if fail {
				return nil, &doc.Fault{
					Kind: doc.Unreachable, Source: "https://harbour.example/gone", What: "the server does not know this page (404)",
					Hint: "check the address", Err: errors.New("404"),
				}
			}
			return ferry(), nil
		},
	})
	d.size(80, 24)
	d.start()
	d.shows("Could not open https://harbour.example/gone", "The server does not know this page (404).", "Check the address.", "r try again", "q quit")
	d.press("j", "/", "s") // keys of the article do nothing here
	d.shows("Could not open")
	fail = false
	d.press("r")
	d.shows("For eleven years")
}

func TestFailureIsCleaned(t *testing.T) {
	d := drive(t, Options{
		Source: "evil\x1b]0;x\a\n.html",
		Open: func(context.Context, func(load.Progress)) (*doc.Document, error) {
			return nil, errors.New("bad \x1b[2J header")
		},
	})
	d.size(80, 24)
	d.start()
	if v := d.m.View(); strings.Contains(v.Content, "\x1b]") || strings.Contains(v.Content, "\x1b[2J") || strings.Contains(v.WindowTitle, "\x1b") {
		t.Errorf("an escape sequence of the source reaches the screen: %q, %q", v.WindowTitle, v.Content)
	}
	d.shows("Bad ␛[2J header.")
}

func TestTinyScreens(t *testing.T) {
	keys := []string{"j", "space", "G", "g", "r", "j", "j", "space", "R", "enter", "h", "/", "o", "enter", "n", "?", "j", "esc", "x", "j", "x", "u", "s", "e", "}", "{", "esc", "r", "r"}
	for _, document := range []*doc.Document{ferry(), cutFerry(), {}, {Title: "Only a title"}} {
		for w := range 26 {
			for _, h := range []int{0, 1, 2, 3, 5, 9} {
				d := read(t, document, w, h)
				for _, k := range keys {
					d.press(k)
					v := d.m.View()
					if got := strings.Count(v.Content, "\n") + 1; w > 0 && h > 0 && got > h {
						t.Fatalf("%d rows after %s on a screen of %d by %d", got, k, w, h)
					}
				}
			}
		}
	}
}

func TestRowsFitTheScreen(t *testing.T) {
	for _, size := range [][2]int{{40, 15}, {80, 24}, {109, 30}, {110, 30}, {160, 50}} {
		d := read(t, cutFerry(), size[0], size[1])
		for _, k := range []string{"r", "j", "j", "j", "space", "h", "?", "?", "/", "e", "enter", "esc"} {
			d.press(k)
			for i, row := range d.rows() {
				if w := ansi.StringWidthWc(row); w > size[0] {
					t.Errorf("row %d is %d cells wide after %s on a screen of %d by %d: %q", i, w, k, size[0], size[1], row)
				}
			}
		}
	}
}

func TestBackgroundDecides(t *testing.T) {
	d := drive(t, Options{})
	if got := d.m.pen().theme.Name(); got != "dark" {
		t.Errorf("before the terminal says anything the theme is %s", got)
	}
	d.send(tea.BackgroundColorMsg{Color: color.White})
	if got := d.m.pen().theme.Name(); got != "light" {
		t.Errorf("on a white background the theme is %s", got)
	}
	d.send(tea.ColorProfileMsg{Profile: colorprofile.ASCII})
	if got := d.m.pen().theme.Name(); got != "plain" {
		t.Errorf("without colours the theme is %s", got)
	}
	d = drive(t, Options{Theme: "dark"})
	d.send(tea.BackgroundColorMsg{Color: color.White})
	if got := d.m.pen().theme.Name(); got != "dark" {
		t.Errorf("the person asked for dark and got %s", got)
	}
}

func TestUnknownTheme(t *testing.T) {
	if err := Run(context.Background(), Options{Theme: "no such theme"}); err == nil {
		t.Error("an unknown theme is no error")
	}
}

func TestGraphemesWhenTheTerminalConfirms(t *testing.T) {
	d := read(t, ferry(), 80, 24)
	d.send(tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeNotRecognized})
	if d.m.article.options.Graphemes {
		t.Error("a terminal that does not know mode 2027 is measured by it")
	}
	d.send(tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeReset})
	if !d.m.article.options.Graphemes || d.m.pen().method != ansi.GraphemeWidth {
		t.Error("mode 2027 was confirmed and is not used")
	}
}

func TestHelpListsEveryKey(t *testing.T) {
	d := read(t, ferry(), 100, 200)
	d.m.keys = newKeyMap(true, true)
	d.press("?")
	for _, s := range d.m.keys.sections() {
		d.shows(s.title)
		for _, b := range s.bindings {
			if b.Enabled() {
				d.shows(b.Help().Key, b.Help().Desc)
			}
		}
	}
	d.press("?")
	d.shows("For eleven years")
}

func TestHelpScrolls(t *testing.T) {
	d := read(t, ferry(), 80, 12)
	d.press("?")
	d.shows("one line down")
	d.hides("quit at once")
	d.press("G")
	d.shows("quit at once")
	d.press("q") // leaves the help, not the program
	if d.quit {
		t.Error("q on the help page quits the program")
	}
	d.shows("The ferry that came back")
}

func TestHelpLeavesOutWhatIsNotOffered(t *testing.T) {
	d := read(t, ferry(), 100, 80) // no browser, no saving
	d.press("?")
	d.hides("browser", "save a clean copy")
}

func TestMessagesGoByThemselves(t *testing.T) {
	d := read(t, ferry(), 80, 24)
	d.wait()
	d.press("e")
	if !strings.Contains(d.status(), "not marked") {
		t.Errorf("the status line says %q", d.status())
	}
	d.wait()
	if !strings.Contains(d.status(), "The ferry that came back") {
		t.Errorf("the message stays: %q", d.status())
	}
	d.press("e")
	old := d.later
	d.press("e")
	d.later = old // only the first message's time is up
	d.wait()
	if !strings.Contains(d.status(), "not marked") {
		t.Errorf("a message was ended by the time of one before it: %q", d.status())
	}
}

func TestEntities(t *testing.T) {
	d := drive(t, Options{
		Open: func(context.Context, func(load.Progress)) (*doc.Document, error) { return ferry(), nil },
		Tag:  ferryEntities, Theme: "dark",
	})
	d.size(80, 24)
	d.start()
	person := styles.Dark().Open(styles.Entity(doc.Person))
	if strings.Contains(d.m.View().Content, person) {
		t.Error("entities are marked before the first words are on the screen")
	}
	d.wait()
	if !strings.Contains(d.m.View().Content, person) {
		t.Error("entities are not marked")
	}
	d.press("e")
	if strings.Contains(d.m.View().Content, person) {
		t.Error("e leaves entities marked")
	}
	d.press("e")
	if !strings.Contains(d.m.View().Content, person) {
		t.Error("a second e does not mark entities again")
	}
}

// TestDoubtfulNames marks a page that has only a doubtful name, in a language
// whose names are not looked for.
func TestDoubtfulNames(t *testing.T) {
	d := drive(t, Options{
		Open: func(context.Context, func(load.Progress)) (*doc.Document, error) { return ferry(), nil },
		Tag: func(d *doc.Document) doc.Findings {
			found := ferryEntities(d)
			for i := range found.Entities {
				found.Entities[i].Doubtful = true
			}
			found.Names = false
			return found
		},
		Theme: "dark",
	})
	d.size(80, 24)
	d.start()
	d.wait()
	if strings.Contains(d.m.View().Content, styles.Dark().Open(styles.Entity(doc.Person))) {
		t.Error("a doubtful name is marked")
	}
	d.press("e", "e")
	if !strings.Contains(d.status(), "names in English texts only") {
		t.Errorf("the status line does not say that names were not looked for: %q", d.status())
	}
}

// TestTaggingOneAtATime brings blocks back faster than entities are found.
func TestTaggingOneAtATime(t *testing.T) {
	runs := 0
	d := drive(t, Options{
		Open: func(context.Context, func(load.Progress)) (*doc.Document, error) { return ferry(), nil },
		Tag: func(document *doc.Document) doc.Findings {
			runs++
			return doc.Findings{Entities: []doc.Entity{{Block: len(document.Kept()), Start: 0, End: 1}}}
		},
	})
	d.size(80, 24)
	d.start()
	first := d.m.tagNow(tagMsg{d.m.tagSerial})
	d.press("r", "space", "j", "space")
	d.wait()
	if runs != 0 {
		t.Errorf("%d more runs were begun while one was under way", runs)
	}
	d.run(first)
	if runs != 2 {
		t.Errorf("entities were looked for %d times, want once for what was shown first and once for the last", runs)
	}
	if es := d.m.shown.Entities; len(es) != 1 || es[0].Block != len(d.m.shown.Kept()) {
		t.Errorf("the entities are not those of what is shown: %v", es)
	}
}

func TestResumed(t *testing.T) {
	d := drive(t, Options{Theme: "light"})
	if d.m.resumed() != nil {
		t.Error("a terminal whose background nobody wants to know is asked for it")
	}
	d.m.method = ansi.GraphemeWidth
	cmd := d.m.resumed()
	if cmd == nil || cmd() != (tea.RawMsg{Msg: ansi.SetModeUnicodeCore}) {
		t.Error("graphemes are not measured as before")
	}
}

func TestWindowTitle(t *testing.T) {
	d := drive(t, Options{Source: "ferry.html", Open: func(context.Context, func(load.Progress)) (*doc.Document, error) { return ferry(), nil }})
	d.size(80, 24)
	if got := d.m.View().WindowTitle; got != "lectern: ferry.html" {
		t.Errorf("while opening the window is called %q", got)
	}
	d.start()
	if got := d.m.View().WindowTitle; got != "The ferry that came back" {
		t.Errorf("the window is called %q", got)
	}
}
