package tui

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"lectern/reader/doc"
	"lectern/ui/layout"
)

func TestScrolling(t *testing.T) {
	d := read(t, book(3, 10), 80, 24)
	d.press("j", "j", "j")
	if top := d.m.article.top; top != 3 {
		t.Errorf("after three lines down the top row is %d", top)
	}
	d.press("k")
	if top := d.m.article.top; top != 2 {
		t.Errorf("after a line up it is %d", top)
	}
	d.press("g", "d")
	if top := d.m.article.top; top != 23/2 {
		t.Errorf("after half a page down it is %d", top)
	}
	d.press("ctrl+u")
	if top := d.m.article.top; top != 0 {
		t.Errorf("after half a page up it is %d", top)
	}
	d.press("space", "b", "k", "k")
	if top := d.m.article.top; top != 0 {
		t.Errorf("the page scrolls above its beginning, to %d", top)
	}
	d.press("G")
	d.shows("Paragraph 10 of chapter 3.", "100%")
	d.press("j", "space", "pgdown")
	d.shows("Paragraph 10 of chapter 3.")
	if rows := d.rows(); strings.TrimSpace(rows[len(rows)-3]) == "" {
		t.Error("the page scrolls beyond its end")
	}
	d.press("home")
	d.shows("A long book")
}

func TestPagesOverlap(t *testing.T) {
	d := read(t, book(3, 10), 80, 24)
	last := d.rows()[22]
	d.press("space")
	if !strings.Contains(d.screen(), strings.TrimSpace(last)) {
		t.Errorf("the last row of a page, %q, is not on the next:\n%s", last, d.screen())
	}
}

func TestHeadings(t *testing.T) {
	d := read(t, book(4, 6), 80, 24)
	for chapter := 1; chapter <= 4; chapter++ {
		d.press("}")
		if want := fmt.Sprintf("Chapter %d", chapter); chapter < 4 && d.first() != want {
			t.Errorf("the next heading is at the top %q, want %q", d.first(), want)
		}
	}
	d.press("g", "}", "}", "j", "j", "{")
	if d.first() != "Chapter 2" {
		t.Errorf("the heading before is %q", d.first())
	}
	d.press("{")
	if d.first() != "Chapter 1" {
		t.Errorf("the heading before that is %q", d.first())
	}
	d.press("{")
	if d.first() != "A long book" {
		t.Errorf("before the first heading is %q", d.first())
	}
}

// TestWindowEqualsWhole walks through a document by different ways and compares
// every screen with the same rows of the whole document laid out at once.
func TestWindowEqualsWhole(t *testing.T) {
	for _, ghost := range []bool{false, true} {
		document := book(40, 8)
		for i := range document.Blocks {
			if i%3 == 1 {
				document.Blocks[i].Verdict = doc.Verdict{Reason: doc.Related}
			}
		}
		a := article{height: 20}
		a.options = layout.Options{Width: 60, Ghost: ghost}
		a.set(document, place{layout.Anchor{Block: -1}, 0})
		whole := append([]layout.Line{{Kind: layout.Gap, Block: -1}}, layout.Head(document, a.options)...)
		whole = append(whole, layout.Blocks(document, 0, len(document.Blocks), a.options)...)
		whole = append(whole, layout.Tail(document, a.options)...)
		whole = append(whole, layout.Line{Kind: layout.Gap, Block: -1})
		at := 0
		check := func(how string, want int) {
			t.Helper()
			at = max(0, min(want, len(whole)-a.height))
			if got := a.visible(); !reflect.DeepEqual(got, whole[at:at+a.height]) {
				t.Fatalf("ghost %v, %s: the screen is not that at row %d of %d", ghost, how, at, len(whole))
			}
		}
		check("at first", 0)
		for i := range 30 {
			n := []int{1, 18, -1, 10, -18, 400, -90, 3}[i%8]
			a.scroll(n)
			check(fmt.Sprint("scrolling ", n), at+n)
		}
		a.bottom()
		check("at the end", len(whole))
		for a.top > 0 || a.lo > 0 {
			a.scroll(-18)
			check("back up", at-18)
		}
		middle := layout.Anchor{Block: 180}
		a.seek(place{middle, 0})
		check("after a jump", layout.Find(whole, middle))
		a.scroll(-300)
		check("up from a jump", at-300)
		a.scroll(500)
		check("down from there", at+500)
		a.home()
		check("home again", 0)
	}
}

// TestPlaceSurvives changes the layout in every way and looks whether the text
// at the top of the screen is still there.
func TestPlaceSurvives(t *testing.T) {
	document := book(20, 6)
	for i := 3; i < len(document.Blocks); i += 5 {
		document.Blocks[i].Verdict = doc.Verdict{Reason: doc.Advertising}
	}
	d := read(t, document, 80, 24)
	d.press("}", "}", "}", "}", "space", "space", "j")
	top := func() string {
		at := d.m.article.place()
		text := d.m.shown.Blocks[at.Block].Text
		return text[max(at.Offset, 0):]
	}
	want := top()[:20]
	here := func(how string) {
		t.Helper()
		if got := top(); !strings.HasPrefix(got, want) && !strings.Contains(strings.Join(strings.Fields(d.rows()[0]), " "), want[:10]) {
			t.Errorf("%s the top of the screen shows %.40q, not %q", how, got, want)
		}
	}
	d.size(80, 40)
	here("on a higher screen")
	d.press("h")
	here("with ghosts")
	d.press("h")
	here("without ghosts again")
	d.press("r")
	here("with the panel below")
	d.press("j", "space")
	here("with a block brought back")
	d.press("u")
	here("with that undone")
	d.press("r", "e")
	here("with the panel closed")
	d.size(120, 40)
	here("on a wider screen")
	d.size(30, 12)
	d.size(80, 24)
	here("after a narrow screen")
}

func TestResizeBackAndForthKeepsThePlace(t *testing.T) {
	d := read(t, book(20, 6), 80, 24)
	d.press("space", "space", "space")
	want := d.m.article.place()
	for range 10 {
		d.size(50, 20)
		d.size(80, 24)
	}
	if got := d.m.article.place(); got.Block != want.Block {
		t.Errorf("the place has wandered from block %d to block %d", want.Block, got.Block)
	}
}

// TestLongBlock reads a block too long to be laid out between two keys.
func TestLongBlock(t *testing.T) {
	b := &builder{doc.Document{Title: "Long"}}
	b.para("The beginning.")
	b.para(strings.Repeat("word ", longBlock))
	b.para("The end.")
	m, err := newModel(t.Context(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	a := &m.article
	a.height, a.options.Width = 20, 60
	a.set(&b.doc, place{layout.Anchor{Block: -1}, 0})
	if n := len(a.lines); n > 50 {
		t.Fatalf("%d rows were laid out at once", n)
	}
	if a.work() == nil {
		t.Fatal("nobody lays out the long block")
	}
	if a.work() != nil {
		t.Fatal("the long block is asked for twice")
	}
	a.scroll(10) // keys are obeyed as far as there are rows
	a.laid(laidMsg{a.edition - 1, 1, nil})
	if len(a.visible()) == a.height {
		t.Error("rows of an earlier layout were taken")
	}
	a.laid(laidMsg{a.edition, 1, layout.Blocks(&b.doc, 1, 2, a.options)})
	if len(a.visible()) != a.height {
		t.Errorf("the screen has %d rows of %d", len(a.visible()), a.height)
	}
	a.bottom()
	rows := a.visible()
	if got := b.doc.Blocks[2]; rows[len(rows)-2].Block != 2 || got.Text != "The end." {
		t.Error("the end is not on the screen")
	}
}

func TestLongBlockThroughTheProgram(t *testing.T) {
	b := &builder{doc.Document{Title: "Long"}}
	b.para(strings.Repeat("word ", longBlock) + "needle " + strings.Repeat("word ", longBlock))
	d := read(t, &b.doc, 80, 24)
	d.shows(strings.Repeat("word ", 5))
	d.press("/")
	d.typeText("needle")
	d.shows("needle word", "1 of 1")
	d.press("enter")
	d.size(60, 20)
	d.shows("needle word")
	d.press("G")
	d.shows("100%")
}

func TestProgressGrows(t *testing.T) {
	d := read(t, book(10, 10), 80, 24)
	last := -1.0
	for range 400 {
		now := d.m.article.progress()
		if now < last || now > 1 {
			t.Fatalf("progress goes from %v to %v", last, now)
		}
		last = now
		d.press("j")
	}
	d.press("G")
	if now := d.m.article.progress(); now != 1 {
		t.Errorf("at the end progress is %v", now)
	}
}

func TestCutOff(t *testing.T) {
	d := read(t, cutFerry(), 80, 24)
	d.press("G")
	d.shows("The text ends here on the source too")
	d = read(t, ferry(), 80, 24)
	d.press("G")
	d.hides("The text ends here")
}
