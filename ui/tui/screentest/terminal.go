//go:build !windows

// Package screentest runs a program in a pseudo-terminal, under a terminal
// emulator, so that tests can press keys and look at the screen as a person
// would.
package screentest

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// The screen may take patience looks, a glance apart, to become what a test
// waits for. It is no measure of speed: only a program that hangs ever needs it.
// Looks are counted rather than time, because a machine that is suspended for a
// while makes time pass in which the program could do nothing.
const (
	glance   = 50 * time.Millisecond
	patience = 1200
)

// Terminal is a program and the terminal it runs in.
type Terminal struct {
	tb   testing.TB
	cmd  *exec.Cmd
	file *os.File // the terminal's own end

	mu      sync.Mutex
	screen  *vt.Emulator
	raw     []byte        // everything the program wrote
	changed chan struct{} // closed at the next change of the screen
	ended   bool          // the program closed the terminal

	exited chan struct{} // closed when the program has ended and all it wrote is on the screen
	err    error         // how it ended
}

// Start runs the command in a terminal of the size. The terminal answers the
// queries of programs as xterm would, and is closed when the test ends.
func Start(tb testing.TB, cmd *exec.Cmd, width, height int) *Terminal {
	tb.Helper()
	file, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: uint16(width), Rows: uint16(height)}) //nolint:gosec // sizes of a screen
	if err != nil {
		tb.Fatalf("no pseudo-terminal: %v", err)
	}
	s := &Terminal{
		tb: tb, cmd: cmd, file: file, screen: vt.NewEmulator(width, height),
		changed: make(chan struct{}), exited: make(chan struct{}),
	}
	go s.answer()
	drained := make(chan struct{})
	go func() {
		s.show()
		close(drained)
	}()
	go func() {
		s.err = cmd.Wait()
		<-drained
		close(s.exited)
	}()
	tb.Cleanup(s.close)
	return s
}

// show feeds what the program writes to the emulator.
func (s *Terminal) show() {
	buf := make([]byte, 32<<10)
	for {
		n, err := s.file.Read(buf)
		s.mu.Lock()
		s.raw = append(s.raw, buf[:n]...)
		_, _ = s.screen.Write(buf[:n])
		s.ended = err != nil
		close(s.changed)
		s.changed = make(chan struct{})
		s.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// answer sends the emulator's answers to the program.
func (s *Terminal) answer() { _, _ = io.Copy(s.file, s.screen) }

func (s *Terminal) close() {
	select {
	case <-s.exited:
	default:
		_ = s.cmd.Process.Kill()
		<-s.exited
	}
	_ = s.file.Close()
	// Not the emulator itself: closing that races with reading from it.
	if answers, ok := s.screen.InputPipe().(io.Closer); ok {
		_ = answers.Close()
	}
}

// Send types: plain text, or the bytes that keys send.
func (s *Terminal) Send(keys string) {
	s.tb.Helper()
	if _, err := s.file.WriteString(keys); err != nil {
		s.tb.Fatalf("typing %q: %v", keys, err)
	}
}

// Signal sends the program a signal.
func (s *Terminal) Signal(sig os.Signal) {
	s.tb.Helper()
	if err := s.cmd.Process.Signal(sig); err != nil {
		s.tb.Fatalf("signal %v: %v", sig, err)
	}
}

// Resize gives the terminal another size.
func (s *Terminal) Resize(width, height int) {
	s.tb.Helper()
	s.mu.Lock()
	s.screen.Resize(width, height)
	s.mu.Unlock()
	if err := pty.Setsize(s.file, &pty.Winsize{Cols: uint16(width), Rows: uint16(height)}); err != nil { //nolint:gosec // sizes of a screen
		s.tb.Fatalf("resizing: %v", err)
	}
}

// Screen returns the text on the screen, without blanks at the ends of rows and
// empty rows at the end.
func (s *Terminal) Screen() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text()
}

func (s *Terminal) text() string {
	rows := strings.Split(s.screen.String(), "\n")
	for i, r := range rows {
		rows[i] = strings.TrimRight(r, " \r")
	}
	return strings.TrimRight(strings.Join(rows, "\n"), "\n") + "\n"
}

// Written returns every byte the program has written.
func (s *Terminal) Written() []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]byte(nil), s.raw...)
}

// AltScreen reports whether the program has the screen to itself.
func (s *Terminal) AltScreen() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.screen.IsAltScreen()
}

// CursorHidden reports whether the cursor cannot be seen.
func (s *Terminal) CursorHidden() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.screen.CursorHidden()
}

// Wait waits until the screen holds the text.
func (s *Terminal) Wait(text string) {
	s.tb.Helper()
	s.Until("showing "+text, func(screen string) bool { return strings.Contains(screen, text) })
}

// WaitGone waits until the screen no longer holds the text.
func (s *Terminal) WaitGone(text string) {
	s.tb.Helper()
	s.Until("no longer showing "+text, func(screen string) bool { return !strings.Contains(screen, text) })
}

// Until waits until the screen is as the condition wants it, and fails the test
// with the screen if it never is.
func (s *Terminal) Until(what string, ok func(screen string) bool) {
	s.tb.Helper()
	if !s.comes(ok) {
		s.tb.Fatalf("the screen was never %s; it is:\n%s", what, s.Screen())
	}
}

// comes waits for the condition and reports whether it came true.
func (s *Terminal) comes(ok func(screen string) bool) bool {
	clock := time.NewTicker(glance)
	defer clock.Stop()
	for looks := 0; ; {
		s.mu.Lock()
		text, changed, ended := s.text(), s.changed, s.ended
		s.mu.Unlock()
		if ok(text) {
			return true
		}
		if ended || looks == patience {
			return false
		}
		select {
		case <-changed:
		case <-clock.C:
			looks++
		}
	}
}

// Exit waits until the program has ended and returns its exit code, -1 after a
// signal.
func (s *Terminal) Exit() int {
	s.tb.Helper()
	select {
	case <-s.exited:
	case <-time.After(patience * glance):
		s.tb.Fatalf("the program does not end; the screen is:\n%s", s.Screen())
	}
	var exit *exec.ExitError
	if s.err != nil && !errors.As(s.err, &exit) {
		s.tb.Fatalf("the program ended badly: %v", s.err)
	}
	return s.cmd.ProcessState.ExitCode()
}
