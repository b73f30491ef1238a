package tui

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"lectern/reader/doc"
)

// TestAnyKeys presses keys at random on screens that change their size at
// random: nothing may panic, the screen is never overfull, and what is shown is
// always the document with the person's choices.
func TestAnyKeys(t *testing.T) {
	keys := []string{
		"j", "k", "d", "ctrl+u", "space", "b", "g", "G", "}", "{", "/", "n", "N", "r", "tab", "h", "x", "u", "R", "enter", "left", "right",
		"J", "K", "e", "s", "o", "ctrl+r", "?", "esc", "backspace", "t", "up", "down", "ctrl+l",
	}
	for i, document := range []*doc.Document{ferry(), cutFerry(), hostile(), book(6, 5), {}} {
		random := rand.New(rand.NewPCG(7, uint64(i))) //nolint:gosec // a test that can be repeated
		d := read(t, document, 80, 24)
		width, height := 80, 24
		for range 1500 {
			switch random.IntN(20) {
			case 0:
				width, height = 1+random.IntN(180), 1+random.IntN(60)
				d.size(width, height)
			case 1:
				d.wait()
			default:
				d.press(keys[random.IntN(len(keys))])
			}
			rows := strings.Split(d.m.View().Content, "\n")
			if len(rows) > height {
				t.Fatalf("%d rows on a screen of %d", len(rows), height)
			}
			for _, row := range rows {
				if w := ansi.StringWidthWc(row); w > max(width, 2) {
					t.Fatalf("a row of %d cells on a screen of %d: %q", w, width, row)
				}
			}
			for b := range d.m.base.Blocks {
				keep, chosen := d.m.choices.now[b]
				if want := chosen && keep || !chosen && d.m.base.Blocks[b].Verdict.Kept; d.m.shown.Blocks[b].Verdict.Kept != want {
					t.Fatalf("block %d is not as the person chose", b)
				}
			}
		}
	}
}
