package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"lectern/reader/doc"
	"lectern/ui/cli/testserver"
)

// TestMain makes the test binary double as lectern itself, for scripts and for
// tests that start it on a terminal.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"lectern": func() {
			os.Exit(Main(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
		},
	})
}

// TestScripts runs the scripts of testdata/scripts: every command, exit code
// and way to fail, as a person or a program sees them.
func TestScripts(t *testing.T) {
	servers := testserver.Start(t)
	testscript.Run(t, testscript.Params{
		Dir: "../../testdata/scripts",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":        exits,
			"safe":         safe,
			"count":        count("stdout"),
			"count_stderr": count("stderr"),
		},
		Condition: func(name string) (bool, error) {
			if name == "root" {
				return os.Geteuid() == 0, nil
			}
			return false, fmt.Errorf("unknown condition %q", name)
		},
		Setup: func(e *testscript.Env) error {
			for name, value := range servers {
				e.Setenv(name, value)
			}
			// Nothing of the person who runs the tests may show.
			e.Setenv("HOME", e.WorkDir)
			e.Setenv("XDG_CONFIG_HOME", e.WorkDir+"/xdg")
			e.Setenv("XDG_CONFIG_DIRS", e.WorkDir+"/etc")
			for _, name := range []string{"NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLORTERM"} {
				e.Setenv(name, "")
			}
			e.Setenv("TERM", "xterm-256color")
			e.Setenv("ESC", "\x1b")
			return os.WriteFile(filepath.Join(e.WorkDir, "picture.png"), []byte(testserver.Picture), 0o600)
		},
	})
}

// exits runs a command that must end with the exit code given first.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits code command [args...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	if failed, ok := errors.AsType[*exec.ExitError](err); ok {
		got = failed.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// safe checks that what the last command wrote, to both streams, holds nothing
// that a terminal obeys.
func safe(ts *testscript.TestScript, neg bool, _ []string) {
	if neg {
		ts.Fatalf("usage: safe")
	}
	for _, stream := range []string{"stdout", "stderr"} {
		for line := range strings.SplitSeq(ts.ReadFile(stream), "\n") {
			if plain := strings.ReplaceAll(line, "\t", " "); doc.Clean(plain) != plain {
				ts.Fatalf("%s is not safe for a terminal: %q", stream, line)
			}
		}
	}
}

// count checks how many lines the last command wrote to standard output;
// count_stderr, to standard error.
func count(stream string) func(*testscript.TestScript, bool, []string) {
	return func(ts *testscript.TestScript, neg bool, args []string) {
		if neg || len(args) != 1 {
			ts.Fatalf("usage: count lines")
		}
		want, err := strconv.Atoi(args[0])
		ts.Check(err)
		if got := strings.Count(ts.ReadFile(stream), "\n"); got != want {
			ts.Fatalf("%d lines on %s, want %d", got, stream, want)
		}
	}
}

// patience is how long one command may take before a test calls it hung.
const patience = 2 * time.Minute

// command returns lectern as a command of its own, with nothing of the person
// who runs the tests in its surroundings. It is killed when the test ends, or
// when it is not done after a time in which only one that hangs would not be.
func command(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	t.Cleanup(cancel)
	cmd := exec.CommandContext(ctx, "lectern", args...)
	cmd.Dir = t.TempDir()
	cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=" + cmd.Dir, "TERM=xterm-256color", "LANG=C.UTF-8", "XDG_CONFIG_DIRS=" + cmd.Dir}
	return cmd
}
