package tui

import (
	"fmt"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"lectern/styles"
)

// notice is a message in the status line. It goes by itself after a while.
type notice struct {
	text   string
	path   bool // its end matters more than its beginning
	whole  bool // it must be read whole
	serial int
}

// noticeTime is how long a message stands.
const noticeTime = 6 * time.Second

// expiredMsg ends the message of the serial number.
type expiredMsg struct{ serial int }

// say shows a message and returns the command that ends it.
func (m *model) say(text string) tea.Cmd {
	m.notice = notice{text: text, serial: m.notice.serial + 1}
	return m.later(noticeTime, expiredMsg{m.notice.serial})
}

// warn shows a message that must be read whole, on several rows if need be.
func (m *model) warn(text string) tea.Cmd {
	cmd := m.say(text)
	m.notice.whole = true
	return cmd
}

// expire ends the message if it is still the one that was meant.
func (n *notice) expire(msg expiredMsg) {
	if msg.serial == n.serial {
		n.text, n.whole = "", false
	}
}

// statusLine returns the row at the foot of the screen: on the left what the
// reader wants to know now, on the right the keys of the moment and how far the
// reading has come. What there is no room for is left out.
func (m *model) statusLine() string {
	pn, width := m.pen(), m.frame.width
	if m.search.typing {
		return m.promptLine()
	}
	text, needs := m.statusText()
	right := m.meter()
	if pn.width(right) > width/2 {
		right = ""
	}
	for hints := m.hints(); len(hints) > 0; hints = hints[1:] {
		s := m.keyHints(hints, styles.StatusKey, styles.StatusBar)
		if pn.width(s)+pn.width(right)+needs <= width {
			right = s + right
			break
		}
	}
	return pn.fill(text(width-pn.width(right)), width-pn.width(right), styles.StatusBar) + right
}

// statusText returns the left part of the status line, to be cut to a number of
// cells, and how many it needs.
func (m *model) statusText() (text func(width int) string, needs int) {
	pn := m.pen()
	switch {
	case m.notice.text != "" && len(m.longNotice()) == 0:
		cut := pn.cut
		if m.notice.path {
			cut = pn.cutLeft
		}
		return func(width int) string {
			return pn.write(" "+cut(m.notice.text, width-2), styles.StatusMessage)
		}, pn.width(m.notice.text) + 3
	case m.search.active():
		n := m.search.count()
		return func(width int) string {
			query := pn.cut(m.search.query, width-pn.width(n)-6)
			return pn.write(" /"+query+"  ", styles.StatusBar) + pn.write(n, styles.StatusMessage)
		}, pn.width(m.search.query) + pn.width(n) + 6
	}
	title, cut := m.shown.Title, pn.cut
	if title == "" {
		title, cut = m.source(), pn.cutLeft
	}
	return func(width int) string {
		return pn.write(" "+cut(title, width-3), styles.StatusBar)
	}, min(pn.width(title), m.frame.width/4) + 3
}

// longNotice returns the rows above the status line that a message takes which
// that line would have to cut; it then holds the keys alone. The rows stand on
// top of the page, so that nothing moves when they come and go.
func (m *model) longNotice() []string {
	pn, width := m.pen(), m.frame.width
	if m.search.typing || !m.notice.whole || pn.width(m.notice.text)+3 <= width-pn.width(m.meter()) {
		return nil
	}
	lines := strings.Split(pn.method.Wrap(m.notice.text, max(1, width-2), ""), "\n")
	lines = lines[:min(len(lines), m.frame.height/2)]
	for i, l := range lines {
		lines[i] = pn.row(" "+l, width, styles.StatusMessage)
	}
	return lines
}

// promptLine returns the status line while a search is typed.
func (m *model) promptLine() string {
	pn, width := m.pen(), m.frame.width
	right := pn.write(m.search.count()+" ", styles.StatusMessage)
	if pn.width(right) > width/2 {
		right = ""
	}
	left := pn.write(" /", styles.StatusBar, styles.Prompt) + pn.write(m.promptText(), styles.StatusBar, styles.PromptText)
	return pn.fill(left, width-pn.width(right), styles.StatusBar) + right
}

// promptText returns as much of the end of the query as fits the prompt.
func (m *model) promptText() string {
	return m.pen().cutLeft(m.search.query, max(1, m.frame.width*2/3-3))
}

// hint is a key and what it does at the moment.
type hint struct {
	binding key.Binding
	does    string
}

// hints returns the keys worth knowing at the moment, the most important last.
func (m *model) hints() []hint {
	k := &m.keys
	switch {
	case m.picked >= 0:
		return []hint{{k.down, "next"}, {k.pick, m.pickDoes()}, {k.escape, "done"}}
	case m.panel.open && m.panel.focused && m.panel.blocks > 0:
		does := "bring back"
		if _, keep := m.panel.toggled(false); !keep {
			does = "remove again"
		}
		return []hint{{k.help, "help"}, {k.show, "show"}, {k.toggle, does}}
	case m.search.active() && len(m.search.found) > 0:
		return []hint{{k.escape, "end"}, {k.previous, "before"}, {k.next, "next"}}
	}
	return []hint{{k.search, "search"}, {k.removed, fmt.Sprintf("%d removed", m.panel.blocks)}, {k.help, "help"}}
}

// keyHints returns keys and what they do, in a row.
func (m *model) keyHints(hints []hint, keyRole, doesRole styles.Role) string {
	pn := m.pen()
	var b strings.Builder
	for _, h := range hints {
		first, _, _ := strings.Cut(h.binding.Help().Key, " ")
		b.WriteString(pn.write(first, keyRole) + pn.write(" "+h.does+"   ", doesRole))
	}
	return b.String()
}

// meter returns how far the reading has come.
func (m *model) meter() string {
	const cells = 10
	pn, part := m.pen(), m.article.progress()
	percent := pn.write(fmt.Sprintf("%4d%% ", int(part*100)), styles.StatusBar)
	if m.frame.width < 72 {
		return percent
	}
	full := min(cells, int(part*cells+0.5))
	return pn.write(strings.Repeat("━", full), styles.StatusBar, styles.Progress) +
		pn.write(strings.Repeat("─", cells-full), styles.StatusBar, styles.ProgressTrack) + percent
}
