package tui

import (
	"context"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"lectern/reader/doc"
	"lectern/reader/load"
)

// driver plays the part of Bubble Tea: it gives the model messages, runs the
// commands that come back, and keeps what was to happen later for the test to
// let happen.
type driver struct {
	t     *testing.T
	m     *model
	later []tea.Msg
	quit  bool
	kill  bool
}

// drive returns a reader that has just started, before it knows its screen.
func drive(t *testing.T, o Options) *driver {
	t.Helper()
	m, err := newModel(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	d := &driver{t: t, m: m}
	m.later = func(_ time.Duration, msg tea.Msg) tea.Cmd {
		return func() tea.Msg {
			d.later = append(d.later, msg)
			return nil
		}
	}
	return d
}

// read returns a reader that shows the document on a screen of the size.
func read(t *testing.T, document *doc.Document, width, height int) *driver {
	t.Helper()
	d := drive(t, Options{
		Open:   func(context.Context, func(load.Progress)) (*doc.Document, error) { return document, nil },
		Source: document.Source, Theme: "plain",
	})
	d.size(width, height)
	d.start()
	return d
}

func (d *driver) start() { d.run(d.m.Init()) }

func (d *driver) size(width, height int) { d.send(tea.WindowSizeMsg{Width: width, Height: height}) }

// send gives the model a message and runs the commands that come of it.
func (d *driver) send(msg tea.Msg) {
	d.t.Helper()
	_, cmd := d.m.Update(msg)
	d.run(cmd)
}

func (d *driver) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			d.run(c)
		}
	case tea.QuitMsg:
		d.quit = true
	case tea.InterruptMsg:
		d.kill = true
	default:
		d.send(msg)
	}
}

// wait lets everything happen that was to happen later.
func (d *driver) wait() {
	later := d.later
	d.later = nil
	for _, msg := range later {
		d.send(msg)
	}
}

// press presses keys, each written as Bubble Tea names it.
func (d *driver) press(keys ...string) {
	d.t.Helper()
	for _, k := range keys {
		d.send(keyPress(k))
	}
}

// typeText types a text, letter by letter.
func (d *driver) typeText(text string) {
	d.t.Helper()
	for _, r := range text {
		d.send(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

// keyPress returns the press of the key of that name.
func keyPress(name string) tea.KeyPressMsg {
	special := map[string]rune{
		"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight, "home": tea.KeyHome, "end": tea.KeyEnd,
		"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab,
		"backspace": tea.KeyBackspace,
	}
	if rest, ok := strings.CutPrefix(name, "ctrl+"); ok {
		return tea.KeyPressMsg{Code: rune(rest[0]), Mod: tea.ModCtrl}
	}
	if name == "space" {
		return tea.KeyPressMsg{Code: ' ', Text: " "}
	}
	if code, ok := special[name]; ok {
		return tea.KeyPressMsg{Code: code}
	}
	return tea.KeyPressMsg{Code: rune(name[0]), Text: name}
}

// screen returns the text on the screen, rows without blanks at their ends.
func (d *driver) screen() string {
	rows := strings.Split(ansi.Strip(d.m.View().Content), "\n")
	for i, r := range rows {
		rows[i] = strings.TrimRight(r, " ")
	}
	return strings.Join(rows, "\n")
}

// rows returns the rows on the screen.
func (d *driver) rows() []string { return strings.Split(d.screen(), "\n") }

// first returns the first row of the screen that is not empty, without margin.
func (d *driver) first() string {
	for _, r := range d.rows() {
		if r = strings.TrimSpace(r); r != "" {
			return r
		}
	}
	return ""
}

// status returns the last row of the screen.
func (d *driver) status() string {
	rows := d.rows()
	return rows[len(rows)-1]
}

// shows fails the test unless the screen holds all the texts.
func (d *driver) shows(texts ...string) {
	d.t.Helper()
	for _, s := range texts {
		if !strings.Contains(d.screen(), s) {
			d.t.Errorf("the screen does not show %q:\n%s", s, d.screen())
		}
	}
}

// hides fails the test if the screen holds one of the texts.
func (d *driver) hides(texts ...string) {
	d.t.Helper()
	for _, s := range texts {
		if strings.Contains(d.screen(), s) {
			d.t.Errorf("the screen shows %q:\n%s", s, d.screen())
		}
	}
}
