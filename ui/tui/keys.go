package tui

import (
	"runtime"

	"charm.land/bubbles/v2/key"
)

// twoEscapes is what two presses of esc become that a terminal, or tmux, sends
// in one go.
const twoEscapes = "alt+esc"

// keyMap is every key of the reader. The help page and the hints in the status
// line are made from it.
type keyMap struct {
	down, up, halfDown, halfUp, pageDown, pageUp, home, end key.Binding
	nextHeading, prevHeading                                key.Binding

	search, next, previous key.Binding

	removed, focus, ghost, pick, undo, laxer, stricter key.Binding

	toggle, reason, show, fold, unfold, previewDown, previewUp key.Binding

	entities, save, browse, reload key.Binding

	help, escape, redraw, suspend, quit, interrupt key.Binding

	retry, instead key.Binding
}

// enter is the key that ends a prompt, as Bubble Tea names it.
const enter = "enter"

// section is a part of the help page.
type section struct {
	title    string
	bindings []key.Binding
}

func bind(keys []string, shown, does string) key.Binding {
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(shown, does))
}

// newKeyMap returns the keys of the reader. Browser and save say whether
// sources can be opened in a browser and copies saved.
func newKeyMap(browser, save bool) keyMap {
	k := keyMap{
		down:        bind([]string{"j", "down"}, "j ↓", "one line down"),
		up:          bind([]string{"k", "up"}, "k ↑", "one line up"),
		halfDown:    bind([]string{"d", "ctrl+d"}, "d ctrl+d", "half a page down"),
		halfUp:      bind([]string{"ctrl+u"}, "ctrl+u", "half a page up"),
		pageDown:    bind([]string{"space", "f", "pgdown"}, "space f pgdn", "a page down"),
		pageUp:      bind([]string{"b", "pgup", "shift+space"}, "b pgup", "a page up"),
		home:        bind([]string{"g", "home"}, "g home", "to the beginning"),
		end:         bind([]string{"G", "end"}, "G end", "to the end"),
		nextHeading: bind([]string{"}", "]"}, "} ]", "to the next heading"),
		prevHeading: bind([]string{"{", "["}, "{ [", "to the heading before"),

		search:   bind([]string{"/"}, "/", "search; a capital letter makes case matter"),
		next:     bind([]string{"n"}, "n", "next match"),
		previous: bind([]string{"N"}, "N", "match before"),

		removed: bind([]string{"r"}, "r", "what was removed, and why"),
		focus:   bind([]string{"tab", "shift+tab"}, "tab", "from the article to the removed text and back"),
		ghost:   bind([]string{"h"}, "h", "show removed text dimmed in its place"),
		pick:    bind([]string{"x"}, "x", "choose a paragraph to remove or bring back"),
		undo:    bind([]string{"u"}, "u", "undo the last removal or return"),

		laxer:    bind([]string{"<"}, "<", "laxer: remove less that is doubtful"),
		stricter: bind([]string{">"}, ">", "stricter: remove more that is doubtful"),

		toggle:      bind([]string{"space"}, "space", "bring the text back, or remove it again"),
		reason:      bind([]string{"R"}, "R", "the same for all texts with this reason"),
		show:        bind([]string{enter}, enter, "show the text in its place; fold a reason"),
		fold:        bind([]string{"left", "-"}, "← -", "fold a reason"),
		unfold:      bind([]string{"right", "+"}, "→ +", "unfold a reason"),
		previewDown: bind([]string{"J", "shift+down"}, "J", "read on in a long text"),
		previewUp:   bind([]string{"K", "shift+up"}, "K", "read back in a long text"),

		entities: bind([]string{"e"}, "e", "names, dates and sums marked or not"),
		save:     bind([]string{"s"}, "s", "save a clean copy"),
		browse:   bind([]string{"o"}, "o", "open the source in the browser"),
		reload:   bind([]string{"ctrl+r"}, "ctrl+r", "load the source again"),

		help:      bind([]string{"?", "f1"}, "?", "this help"),
		escape:    bind([]string{"esc", twoEscapes}, "esc", "close what is open; end the search"),
		redraw:    bind([]string{"ctrl+l"}, "ctrl+l", "draw the screen anew"),
		suspend:   bind([]string{"ctrl+z"}, "ctrl+z", "back to the shell; fg returns"),
		quit:      bind([]string{"q"}, "q", "quit"),
		interrupt: bind([]string{"ctrl+c"}, "ctrl+c", "quit at once"),

		retry:   bind([]string{"r", enter, "ctrl+r"}, "r", "try again"),
		instead: bind([]string{enter}, enter, "show what came instead"),
	}
	k.browse.SetEnabled(browser)
	k.save.SetEnabled(save)
	k.suspend.SetEnabled(runtime.GOOS != "windows")
	return k
}

// sections returns the help page's contents.
func (k keyMap) sections() []section {
	return []section{
		{"Moving", []key.Binding{
			k.down, k.up, k.halfDown, k.halfUp, k.pageDown, k.pageUp, k.home, k.end, k.nextHeading, k.prevHeading,
		}},
		{"Searching", []key.Binding{k.search, k.next, k.previous}},
		{"Removed text", []key.Binding{k.removed, k.focus, k.ghost, k.pick, k.undo, k.laxer, k.stricter}},
		{"In the list of removed text", []key.Binding{
			k.toggle, k.reason, k.show, k.fold, k.unfold, k.previewDown, k.previewUp,
		}},
		{"The article", []key.Binding{k.entities, k.save, k.browse, k.reload}},
		{"The program", []key.Binding{k.help, k.escape, k.redraw, k.suspend, k.quit, k.interrupt}},
	}
}
