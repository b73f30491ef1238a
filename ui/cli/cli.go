// Package cli is lectern's command line: commands, flags, configuration and
// exit codes. It decides where an article comes from and where it goes, and
// leaves reading, cleaning and painting to the packages below it.
//
// Data goes to standard output and nothing else does; messages go to standard
// error, one sentence each. What is written to anything but a terminal carries
// no escape codes unless they were asked for.
package cli

import (
	"context"
	"io"
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"
	"time"

	"charm.land/fang/v2"
)

// The exit codes other programs rely on.
const (
	exitOK          = 0
	exitPartial     = 1   // some inputs failed
	exitUsage       = 2   // wrong usage, or a configuration that cannot be used
	exitUnreachable = 3   // source not found or not reachable
	exitUnreadable  = 4   // not readable as an article
	exitUnsaved     = 5   // could not write
	exitInterrupted = 130 // stopped by a signal, as shells count it: 128 + SIGINT
)

// grace is how long a command that was interrupted may take to stop by itself.
// A read from a silent pipe never does.
const grace = 200 * time.Millisecond

// program is one run of lectern: its streams, and what its command line and
// its surroundings say.
type program struct {
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer
	getenv func(string) string
	flags  flags
	meter  *meter

	// screen is set while the reader owns the terminal, which must be put back
	// in order however long that takes.
	screen atomic.Bool
}

// Main runs lectern with the arguments, the program's name not among them, and
// returns its exit code. When the context ends, or the process is interrupted
// or told to terminate, it stops at once and returns 130.
func Main(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(ctx, endings()...)
	defer stop()
	p := &program{stdin: stdin, stdout: stdout, stderr: stderr, getenv: os.Getenv}
	p.meter = p.newMeter()
	done := make(chan int, 1)
	go func() { done <- p.run(ctx, args) }()
	select {
	case code := <-done:
		return code
	case <-ctx.Done():
	}
	if p.screen.Load() {
		return <-done
	}
	select {
	case code := <-done:
		return code
	case <-time.After(grace):
		return exitInterrupted
	}
}

// endings returns the signals that end lectern. The loss of the terminal is one
// of them, unless whoever started lectern wants it to go on without, as nohup
// does.
func endings() []os.Signal {
	signals := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) {
		signals = append(signals, syscall.SIGHUP)
	}
	return signals
}

// run executes the command line, reports what went wrong and returns the exit
// code.
func (p *program) run(ctx context.Context, args []string) int {
	err := p.execute(ctx, args)
	if ctx.Err() != nil {
		return exitInterrupted
	}
	p.report(err)
	return exitCode(err)
}

// execute runs the command tree. Help and the man page are fang's; everything
// else goes to cobra directly, because fang asks the terminal for its
// background before it reports an error, and a terminal that does not answer
// holds that up for two seconds.
func (p *program) execute(ctx context.Context, args []string) error {
	root := p.rootCommand() //nolint:contextcheck // commands get the context from cobra
	root.SetArgs(args)
	root.SetIn(p.stdin)
	root.SetOut(p.stdout)
	root.SetErr(p.stderr)
	if p.wantsFang(args) {
		ignore := func(io.Writer, fang.Styles, error) {}
		return fang.Execute(ctx, root, fang.WithoutVersion(), fang.WithErrorHandler(ignore))
	}
	return root.ExecuteContext(ctx)
}

// wantsFang reports whether the arguments ask for what fang makes. Terminals
// that understand no escape codes get cobra's plain help.
func (p *program) wantsFang(args []string) bool {
	if len(args) > 0 && args[0] == "man" {
		return true
	}
	if p.dumb() {
		return false
	}
	if len(args) > 0 && args[0] == "help" {
		return true
	}
	for _, a := range args {
		switch a {
		case "--":
			return false
		case "-h", "--help":
			return true
		}
	}
	return false
}
