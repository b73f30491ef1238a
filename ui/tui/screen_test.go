//go:build !windows

package tui

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"lectern/ui/tui/screentest"
)

// begin starts the reader on a scene in a terminal of the size.
func begin(t *testing.T, name string, width, height int) *screentest.Terminal {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), program)
	cmd.Env = environment(t, name)
	return screentest.Start(t, cmd, width, height)
}

// environment returns that of a reader in a colourful terminal.
func environment(t *testing.T, name string) []string {
	t.Helper()
	return []string{scene + "=" + name, "TERM=xterm-256color", "COLORTERM=truecolor", "HOME=" + t.TempDir()}
}

// TestScreens plays each scene on three screens and compares what is seen with
// the golden screens.
func TestScreens(t *testing.T) {
	for _, test := range []struct {
		name, scene, first string // first: what is on the screen before the keys
		keys               string
	}{
		{"open", "ferry", "For eleven years", ""},
		{"scroll", "ferry", "For eleven years", " jj"},
		{"end", "ferry", "For eleven years", "G"},
		{"panel", "ferry", "For eleven years", "rj"},
		{"folded", "ferry", "For eleven years", "r\x1b[Djj"},
		{"ghost", "ferry", "For eleven years", "h"},
		{"restore", "ferry", "For eleven years", "Gr "},
		{"reason", "ferry", "For eleven years", "GrR"},
		{"undo", "ferry", "For eleven years", "Gr u"},
		{"place", "ferry", "For eleven years", "rG\r"},
		{"pick", "ferry", "For eleven years", "xjx"},
		{"prompt", "ferry", "For eleven years", "/the p"},
		{"search", "ferry", "For eleven years", "/brandt\rn"},
		{"stricter", "dial", "For eleven years", "r>"},
		{"laxer", "dial", "For eleven years", "h<"},
		{"help", "ferry", "For eleven years", "?"},
		{"save", "ferry", "For eleven years", "s"},
		{"error", "error", "Could not open", ""},
		{"retry", "error", "Could not open", "r"},
		{"clutter", "clutter", "Could not open", ""},
		{"clutter-removed", "clutter", "Could not open", "r"},
		{"slow", "slow", "1.0 MB", ""},
		{"cut", "cut", "For eleven years", "G"},
		{"notes", "cut", "For eleven years", "r"},
	} {
		for _, size := range []struct {
			name          string
			width, height int
		}{{"40x15", 40, 15}, {"80x24", 80, 24}, {"160x50", 160, 50}} {
			t.Run(test.name+"/"+size.name, func(t *testing.T) {
				s := begin(t, test.scene, size.width, size.height)
				s.Wait(test.first)
				s.Send(test.keys)
				s.Golden(filepath.Join("..", "..", "testdata", "screens", test.name+"-"+size.name+".txt"), *update)
			})
		}
	}
}

func TestResizeInTheTerminal(t *testing.T) {
	s := begin(t, "book", 80, 24)
	s.Wait("A long book")
	s.Send("}}}}}}}}}")
	s.Wait("Chapter 9\n")
	for _, size := range [][2]int{{40, 15}, {160, 50}, {80, 24}} {
		s.Resize(size[0], size[1])
		s.Until("begun anew at the heading", func(screen string) bool {
			return strings.HasPrefix(strings.TrimSpace(screen), "Chapter 9\n") && strings.Contains(screen, "? help")
		})
	}
}

func TestQuitLeavesTheTerminalWhole(t *testing.T) {
	for _, test := range []struct {
		name, keys string
		code       int
	}{{"ferry", "q", 0}, {"ferry", "\x03", 130}, {"error", "q", 3}, {"slow", "q", 0}, {"slow", "\x03", 130}} {
		s := begin(t, test.name, 80, 24)
		s.Until("drawn", func(screen string) bool {
			return s.AltScreen() && (test.name == "slow" || strings.TrimSpace(screen) != "")
		})
		s.Send(test.keys)
		if code := s.Exit(); code != test.code {
			t.Errorf("%s, %q: exit code %d, want %d", test.name, test.keys, code, test.code)
		}
		whole(t, s)
	}
}

func TestSignalsLeaveTheTerminalWhole(t *testing.T) {
	for _, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGINT} {
		s := begin(t, "ferry", 80, 24)
		s.Wait("For eleven years")
		s.Signal(sig)
		s.Exit()
		whole(t, s)
	}
}

func TestPanicLeavesTheTerminalWhole(t *testing.T) {
	s := begin(t, "panic", 80, 24)
	if s.Exit() == 0 {
		t.Error("after a panic the exit code is 0")
	}
	whole(t, s)
	if !strings.Contains(string(s.Written()), "a fault of the program") {
		t.Error("the panic is not reported")
	}
}

// whole fails the test unless the terminal is as it was before the program.
func whole(t *testing.T, s *screentest.Terminal) {
	t.Helper()
	s.Until("left", func(string) bool { return !s.AltScreen() && !s.CursorHidden() })
	balanced(t, s.Written())
}

// TestEscapesInOneGo presses esc twice so fast that both arrive as one.
func TestEscapesInOneGo(t *testing.T) {
	s := begin(t, "ferry", 80, 24)
	s.Wait("For eleven years")
	s.Send("/brandt")
	s.Wait("/brandt")
	s.Send("\x1b\x1b")
	s.WaitGone("/brandt")
	s.Send("q")
	if code := s.Exit(); code != 0 {
		t.Errorf("exit code %d", code)
	}
}

// TestSuspendAndResume runs the reader in a shell, since only a shell can take
// a program that stops itself and let it go on.
func TestSuspendAndResume(t *testing.T) {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	shell, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("no shell to suspend to")
	}
	cmd := exec.CommandContext(t.Context(), shell, "-i", "-m")
	cmd.Env = append(environment(t, "ferry"), "PS1=shell$ ", "ENV=")
	s := screentest.Start(t, cmd, 80, 24)
	s.Wait("shell$")
	s.Send("'" + program + "'\n")
	s.Wait("For eleven years")
	s.Send("\x1a")
	s.Until("the shell's", func(screen string) bool { return !s.AltScreen() && strings.Contains(screen, "shell$") })
	s.Send("fg\n")
	s.Until("the reader's", func(screen string) bool { return s.AltScreen() && strings.Contains(screen, "For eleven years") })
	s.Send(" ")
	s.WaitGone("For eleven years")
	s.Send("q")
	s.Until("the shell's", func(string) bool { return !s.AltScreen() })
	s.Send("exit\n")
	s.Exit()
	whole(t, s)
}
