package cli

import (
	"fmt"
	"io"
	"sync"
	"time"

	"lectern/reader/load"
)

// How often a meter speaks: not at all of what comes at once, then at a pace
// that eyes follow.
const (
	meterDelay = 500 * time.Millisecond
	meterPace  = 100 * time.Millisecond
)

// clearLine puts the cursor at the start of its line and wipes the line.
const clearLine = "\r\x1b[K"

// meter shows on one line of a terminal how far a slow source has come, and
// takes the line away again. Its zero value shows nothing.
type meter struct {
	w io.Writer // a terminal, or nil

	mu    sync.Mutex
	next  time.Time // when it may speak again
	shown bool
}

// newMeter returns the meter of a program: of use only where standard error is
// a terminal that understands more than text.
func (p *program) newMeter() *meter {
	if _, screen := terminal(p.stderr); !screen || p.dumb() {
		return &meter{}
	}
	return &meter{w: p.stderr}
}

// start begins with another source.
func (m *meter) start() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.next = time.Now().Add(meterDelay)
}

// report is a load.Options.Progress.
func (m *meter) report(at load.Progress) {
	m.mu.Lock()
	defer m.mu.Unlock()
	now := time.Now()
	if m.w == nil || now.Before(m.next) {
		return
	}
	m.next, m.shown = now.Add(meterPace), true
	text := mebibytes(at.Done)
	if at.Total > 0 {
		text += " of " + mebibytes(at.Total)
	}
	_, _ = fmt.Fprintf(m.w, "%slectern: loading, %s", clearLine, text) // it is only company
}

// stop wipes what the meter has shown.
func (m *meter) stop() {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.shown {
		_, _ = io.WriteString(m.w, clearLine)
		m.shown = false
	}
}

// mebibytes returns a number of bytes for people.
func mebibytes(n int64) string { return fmt.Sprintf("%.1f MiB", float64(n)/(1<<20)) }
