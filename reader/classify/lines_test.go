package classify

import (
	"strings"
	"testing"

	"lectern/reader/doc"
)

// readLines analyses a text of one block a line; blank lines part blocks.
func readLines(s string) *page {
	d := &doc.Document{Format: doc.Text}
	for i, l := range strings.Split(s, "\n") {
		if l != "" {
			d.Blocks = append(d.Blocks, doc.Block{Text: l, First: i, Last: i, Element: -1})
		}
	}
	return tablesOnly().read(d, func(*block, *tokens) {})
}

func TestHighest(t *testing.T) {
	for _, c := range []struct {
		name     string
		values   []float32
		from, to int
		value    float32
	}{
		{"a gap worth bridging", []float32{-1, 3, -1, 4, -9, 5}, 1, 4, 6},
		{"a gap that is not", []float32{3, -4, 5}, 2, 3, 5},
		{"nothing above zero", []float32{-1, -2}, 0, 0, 0},
		{"nothing", nil, 0, 0, 0},
	} {
		p := highest(len(c.values), func(i int) float32 { return c.values[i] })
		if p.from != c.from || p.to != c.to || p.value != c.value {
			t.Errorf("%s: [%d, %d) of %v, want [%d, %d) of %v", c.name, p.from, p.to, p.value, c.from, c.to, c.value)
		}
	}
}

const ferry = "The ferry left the harbour at noon, and nobody had told the harbour master that it would."

func TestLineup(t *testing.T) {
	pg := readLines("Home\nNews\nSport\n" + ferry + "\n\n" + ferry + " It came back at dusk.\nShare\nHome")
	l := &pg.ln
	for i, want := range [][2]int32{{0, 3}, {0, 3}, {0, 3}, {3, 5}, {3, 5}, {5, 7}, {5, 7}} {
		if got := [2]int32{l.run[i], l.end[i]}; got != want {
			t.Errorf("block %d is in the run %v, want %v", i, got, want)
		}
	}
	if l.prev[2] != -1 || l.next[2] != 3 || l.prev[5] != 4 || l.next[5] != -1 {
		t.Errorf("paragraphs before %v, after %v", l.prev, l.next)
	}
	if p := l.peaks[1]; p.from != 3 || p.to != 5 {
		t.Errorf("most of the text is in [%d, %d)", p.from, p.to)
	}
	if pg.gap(4) != 1 || pg.gap(3) != 0 || l.blanks != 1 {
		t.Errorf("blank lines: %d and %d, %d in all", pg.gap(4), pg.gap(3), l.blanks)
	}
	if n := *l.opens.at(pg.blocks[0].opens); n < 2 {
		t.Errorf("%d blocks open like the first", n)
	}
}

// TestTongue: a line in another language or script stands out, in whatever
// language the story is.
func TestTongue(t *testing.T) {
	stories := map[string][]string{
		"en": {"The harbour master has asked for a report on the trip by Friday, and the council will hear it in the week after.", "Nobody at the quay had heard of it before the evening", "The captain says that he had asked them in the morning."},
		"de": {"Der Hafenmeister hat bis Freitag einen Bericht über die Fahrt verlangt, und der Rat wird ihn in der Woche darauf hören.", "Niemand am Kai hatte vor dem Abend davon gehört", "Der Kapitän sagt, er habe sie am Morgen gefragt."},
		"ru": {"Начальник порта потребовал к пятнице отчёт о поездке, и совет выслушает его через неделю после этого.", "Никто на причале не слышал об этом до вечера", "Капитан говорит, что спросил их ещё утром."},
	}
	for own, lines := range stories {
		for other, foreign := range stories {
			if own == other {
				continue
			}
			pg := readLines(strings.Repeat(lines[0]+"\n", 3) + strings.Repeat(lines[2]+" "+lines[0]+"\n", 2) + lines[1] + "\n" + foreign[1])
			n := len(pg.blocks)
			if a, b := pg.blocks[n-2].tongue, pg.blocks[n-1].tongue; a <= b {
				t.Errorf("in %s, its own line has %.2f, one in %s %.2f", own, a, other, b)
			}
		}
	}
}

// TestEchoes: once paragraphs are believed, a short line in their words sounds
// like them, and one in those of the menu does not.
func TestEchoes(t *testing.T) {
	pg := readLines("Home\nWeather maps\nTide tables\n" + ferry + "\nThe harbour master\nWeather tables\n" + ferry + "\nTide maps\nWeather")
	for i := range pg.blocks {
		b := &pg.blocks[i]
		b.put(-2)
		if b.prose {
			b.put(2)
		}
	}
	pg.believe()
	story, menu := pg.echoed(4, nil)[0], pg.echoed(5, nil)[0]
	if story <= 0 || menu >= 0 {
		t.Errorf("a line of the story sounds like it by %.2f, one of the menu by %.2f", story, menu)
	}
	if p := pg.echoes.likes[0]; p.from != 3 || p.to < 4 {
		t.Errorf("the first pass likes [%d, %d)", p.from, p.to)
	}
}
