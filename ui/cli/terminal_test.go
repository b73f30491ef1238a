//go:build !windows

package cli

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"lectern/ui/cli/testserver"
	"lectern/ui/tui/screentest"
)

func TestReaderOpensBuiltInArticle(t *testing.T) {
	s := screentest.Start(t, command(t), 80, 24)
	s.Wait("A quiet page in a narrow window")
	s.Wait("In April 1501 a printer in Venice")
	s.Send("r")
	s.Wait("Removed")
	s.Wait("subscription")
	s.Send("q")
	if code := s.Exit(); code != exitOK {
		t.Errorf("exit code %d", code)
	}
	if s.AltScreen() || s.CursorHidden() {
		t.Error("the terminal was left in disorder")
	}
}

func TestReaderOpensFile(t *testing.T) {
	cmd := command(t, "story.html")
	if err := os.WriteFile(filepath.Join(cmd.Dir, "story.html"), []byte(testserver.Story), 0o600); err != nil {
		t.Fatal(err)
	}
	s := screentest.Start(t, cmd, 80, 24)
	s.Wait("The harbour office in Leith")
	s.Send("s")
	s.Wait("The ferry that waited.md")
	s.Send("q")
	if code := s.Exit(); code != exitOK {
		t.Errorf("exit code %d", code)
	}
	if _, err := os.Stat(filepath.Join(cmd.Dir, "The ferry that waited.md")); err != nil {
		t.Error(err)
	}
}

// The article comes from the pipe, the keys from the terminal.
func TestReaderReadsPipeAndKeys(t *testing.T) {
	// The shell gives lectern a pipe for standard input and leaves it the
	// terminal for everything else.
	story := filepath.Join(t.TempDir(), "story.html")
	if err := os.WriteFile(story, []byte(testserver.Story), 0o600); err != nil {
		t.Fatal(err)
	}
	lectern := command(t)
	sh := exec.CommandContext(t.Context(), "sh", "-c", `cat "$0" | lectern`, story)
	sh.Dir, sh.Env = lectern.Dir, lectern.Env
	s := screentest.Start(t, sh, 80, 24)
	s.Wait("The harbour office in Leith")
	s.Send("q")
	if code := s.Exit(); code != exitOK {
		t.Errorf("exit code %d", code)
	}
}

// A source that cannot be opened has a page that says why; leaving it, the code
// and the sentence are those of the command line.
func TestReaderShowsFault(t *testing.T) {
	s := screentest.Start(t, command(t, "missing.html"), 80, 24)
	s.Wait("missing.html")
	s.Send("q")
	if code := s.Exit(); code != exitUnreachable {
		t.Errorf("exit code %d", code)
	}
	if s.AltScreen() {
		t.Error("the terminal was left in disorder")
	}
	if !strings.Contains(s.Screen(), "lectern: missing.html: ") {
		t.Errorf("no sentence on the screen that is left:\n%s", s.Screen())
	}
}

func TestReaderWithoutColour(t *testing.T) {
	cmd := command(t)
	cmd.Env = append(cmd.Env, "NO_COLOR=1")
	s := screentest.Start(t, cmd, 80, 24)
	s.Wait("A quiet page in a narrow window")
	s.Send("q")
	if code := s.Exit(); code != exitOK {
		t.Errorf("exit code %d", code)
	}
	if hued.Match(s.Written()) {
		t.Error("colours in spite of NO_COLOR")
	}
}

// A terminal that understands no escape codes gets the page, and none of them.
func TestReaderOnDumbTerminal(t *testing.T) {
	cmd := command(t)
	cmd.Env = append(cmd.Env, "TERM=dumb")
	s := screentest.Start(t, cmd, 80, 24)
	if code := s.Exit(); code != exitOK {
		t.Errorf("exit code %d", code)
	}
	if w := s.Written(); bytes.ContainsRune(w, '\x1b') || !bytes.Contains(w, []byte("In April 1501 a printer in Venice")) {
		t.Errorf("it wrote %q", w)
	}
}

// A page of nothing but clutter is no article, but what was removed can be read.
func TestReaderOffersClutter(t *testing.T) {
	for _, piped := range []bool{false, true} {
		cmd := command(t, "menu.html")
		page := filepath.Join(cmd.Dir, "menu.html")
		if err := os.WriteFile(page, []byte(clutterPage), 0o600); err != nil {
			t.Fatal(err)
		}
		if piped {
			sh := exec.CommandContext(t.Context(), "sh", "-c", `cat "$0" | lectern`, page)
			sh.Dir, sh.Env = cmd.Dir, cmd.Env
			cmd = sh
		}
		s := screentest.Start(t, cmd, 80, 24)
		s.Wait("It holds nothing that reads like an article: 1 × consent")
		s.Wait("r what was removed   ctrl+r try again   q quit")
		s.Send("r")
		s.Wait("Nothing is left of the article")
		s.Wait("We use cookies")
		s.Send("q")
		if code := s.Exit(); code != exitOK {
			t.Errorf("exit code %d", code)
		}
	}
}

// A server's refusal may come with a page, which can be read.
func TestReaderOffersPageOfRefusal(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.WriteHeader(http.StatusNotFound)
		_, _ = io.WriteString(w, testserver.Story)
	}))
	defer server.Close()
	s := screentest.Start(t, command(t, server.URL), 80, 24)
	s.Wait("404 Not Found")
	s.Wait("enter the page that came")
	s.Send("\r")
	s.Wait("The harbour office in Leith")
	s.Send("q")
	if code := s.Exit(); code != exitOK {
		t.Errorf("exit code %d", code)
	}
}

// Ctrl-C, and signals from elsewhere, end the reader at any time, also while it
// waits for a server, and leave the terminal whole.
func TestReaderInterrupted(t *testing.T) {
	server := testserver.Start(t)["SERVER"]
	for name, stop := range map[string]func(*screentest.Terminal){
		"key":       func(s *screentest.Terminal) { s.Send("\x03") },
		"interrupt": func(s *screentest.Terminal) { s.Signal(syscall.SIGINT) },
		"terminate": func(s *screentest.Terminal) { s.Signal(syscall.SIGTERM) },
		"hang up":   func(s *screentest.Terminal) { s.Signal(syscall.SIGHUP) },
	} {
		for what, c := range map[string]struct{ source, shown string }{
			"reading": {"", "A quiet page in a narrow window"},
			"waiting": {server + "/stall", "/stall"},
		} {
			t.Run(name+" while "+what, func(t *testing.T) {
				args := []string{}
				if c.source != "" {
					args = append(args, c.source)
				}
				s := screentest.Start(t, command(t, args...), 80, 24)
				s.Wait(c.shown)
				stop(s)
				if code := s.Exit(); code != exitInterrupted {
					t.Errorf("exit code %d", code)
				}
				if s.AltScreen() || s.CursorHidden() {
					t.Error("the terminal was left in disorder")
				}
			})
		}
	}
}

// hued is an SGR sequence that sets a colour.
var hued = regexp.MustCompile(`\x1b\[([0-9;:]*;)?([34][0-8]|9[0-7]|10[0-7])[;:m]`)

// A command that waits, for a server or for a pipe, ends at once when it is
// interrupted, and says nothing.
func TestCommandInterrupted(t *testing.T) {
	asked := make(chan struct{}, 1)
	server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		asked <- struct{}{}
		<-r.Context().Done()
	}))
	defer server.Close()
	for _, args := range [][]string{
		{"clean", server.URL},
		{"save", server.URL},
		{"clean", "-"},
		{"clean", "--jsonl"},
		{"entities", "--jsonl"},
	} {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			cmd := command(t, args...)
			feed, err := cmd.StdinPipe()
			if err != nil {
				t.Fatal(err)
			}
			var out, errs strings.Builder
			cmd.Stdout, cmd.Stderr = &out, &errs
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			if args[1] == server.URL {
				<-asked
			} else if _, err := feed.Write(bytes.Repeat([]byte("\n"), 1<<20)); err != nil {
				t.Fatal(err) // a pipe holds less: once it is written, lectern reads
			}
			if err := cmd.Process.Signal(syscall.SIGINT); err != nil {
				t.Fatal(err)
			}
			_ = cmd.Wait()
			if code := cmd.ProcessState.ExitCode(); code != exitInterrupted {
				t.Errorf("exit code %d", code)
			}
			if out.String() != "" || errs.String() != "" {
				t.Errorf("it says %q and %q", out.String(), errs.String())
			}
		})
	}
}
