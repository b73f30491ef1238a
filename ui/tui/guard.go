package tui

import (
	"fmt"
	"runtime/debug"

	tea "charm.land/bubbletea/v2"
)

// panicMsg brings the panic of a command.
type panicMsg struct {
	value any
	stack []byte
}

// guarded returns a command that does the work and brings its panic, if it has
// one, to Update, which raises it again. Bubble Tea restores the terminal after
// a panic anywhere, but only one in Update is sure to be reported before the
// program ends.
func guarded(work func() tea.Msg) tea.Cmd {
	return func() (msg tea.Msg) {
		defer func() {
			if r := recover(); r != nil {
				msg = panicMsg{r, debug.Stack()}
			}
		}()
		return work()
	}
}

func (p panicMsg) raise() { panic(fmt.Sprintf("%v\n\n%s", p.value, p.stack)) }
