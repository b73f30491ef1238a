//go:build !windows

package screentest

import (
	"os"
	"path/filepath"
	"time"
)

// settleTime is how long the screen must stand still before it becomes a new
// golden one. Comparing needs no such guess.
const settleTime = 400 * time.Millisecond

// Golden waits until the screen equals the one kept in the file, and fails the
// test with both if it never does. With update it keeps the screen instead.
func (s *Terminal) Golden(file string, update bool) {
	s.tb.Helper()
	if update {
		s.keep(file)
		return
	}
	want, err := os.ReadFile(filepath.Clean(file))
	if err != nil {
		s.tb.Fatalf("%v; run the test with -update to keep the screen", err)
	}
	if !s.comes(func(screen string) bool { return screen == string(want) }) {
		s.tb.Errorf("the screen never was as in %s.\nwant:\n%s\ngot:\n%s", filepath.Base(file), want, s.Screen())
	}
}

// keep writes the screen to the file once it stands still.
func (s *Terminal) keep(file string) {
	s.tb.Helper()
	text := s.settle()
	if err := os.MkdirAll(filepath.Dir(file), 0o750); err != nil {
		s.tb.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		s.tb.Fatal(err)
	}
}

// settle waits until the screen stands still and returns its text.
func (s *Terminal) settle() string {
	for {
		s.mu.Lock()
		text, changed := s.text(), s.changed
		s.mu.Unlock()
		select {
		case <-changed:
		case <-time.After(settleTime):
			return text
		}
	}
}
