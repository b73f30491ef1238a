// Package tui is the reader: the program that shows a document on a terminal,
// with what was removed from it, and lets a person bring text back, search and
// save.
//
// There is one tea.Model. Its parts (the article, the panel, the search, the
// help) are plain values with plain methods. Update does no input or output and
// no work that grows with the document: opening, tagging, searching, saving and
// the layout of very long blocks are commands whose results come as messages.
package tui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"

	"lectern/reader/doc"
	"lectern/reader/load"
	"lectern/styles"
	"lectern/ui/layout"
)

// Options say what to read and how.
type Options struct {
	// Open returns the document. It is called in a command, and again when the
	// person reloads or tries again; it may report progress at any time until
	// it returns, and gives up when the context ends. Errors that are a
	// *doc.Fault are shown as such. A document that comes with an error is what
	// there was instead of an article; the page that shows the error offers it.
	Open func(ctx context.Context, progress func(load.Progress)) (*doc.Document, error)

	// Tag returns the entities of the document's kept blocks; nil: none. One
	// call ends before the next begins.
	Tag func(*doc.Document) doc.Findings

	// Save writes a copy of the document, the person's choices applied, and
	// returns its path; nil: saving is not offered.
	Save func(*doc.Document) (path string, err error)

	// Browse opens an http or https address in the browser; nil: not offered.
	Browse func(address string) error

	Source string // what is opened, as the person gave it, for messages
	Theme  string // auto, light, dark, plain or a style file; "" is auto
	Width  int    // cells the article's column may have; 0 is 72

	Input   io.Reader            // the keyboard; nil is the terminal
	Output  io.Writer            // the screen; nil is standard output
	Environ []string             // nil is the environment of the process
	Profile colorprofile.Profile // the terminal's colours; Unknown finds out
}

// ErrInterrupted is returned by Run when the person left with Ctrl-C.
var ErrInterrupted = errors.New("interrupted")

// frames is how often a second the screen may change. Bubble Tea draws at most
// 120 times; the more, the sooner a key is seen.
const frames = 120

// Run shows the reader until the person quits. It returns ErrInterrupted after
// Ctrl-C, the error shown when the person quit from the page that says why the
// source could not be opened, the context's error when that ended, and an error
// of its own when the theme or the terminal is of no use.
func Run(ctx context.Context, o Options) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel() // ends what is still being fetched
	go layout.Prepare()
	m, err := newModel(ctx, o)
	if err != nil {
		return err
	}
	restoreTitle := keepTitle(o.Output)
	defer restoreTitle()
	final, err := tea.NewProgram(m, programOptions(ctx, o)...).Run()
	switch {
	case errors.Is(err, tea.ErrInterrupted):
		return ErrInterrupted
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		return fmt.Errorf("the screen failed: %w", err)
	}
	if m, ok := final.(*model); ok && m.page == failed {
		return m.err
	}
	return nil
}

func programOptions(ctx context.Context, o Options) []tea.ProgramOption {
	options := []tea.ProgramOption{tea.WithContext(ctx), tea.WithFPS(frames)}
	if o.Input != nil {
		options = append(options, tea.WithInput(o.Input))
	}
	if o.Output != nil {
		options = append(options, tea.WithOutput(o.Output))
	}
	if o.Environ != nil {
		options = append(options, tea.WithEnvironment(o.Environ))
	}
	if o.Profile != colorprofile.Unknown {
		options = append(options, tea.WithColorProfile(o.Profile))
	}
	return options
}

// keepTitle has the terminal put the title of its window aside and returns what
// takes it back: Bubble Tea leaves an empty one behind. Terminals that cannot do
// it take no notice.
func keepTitle(output io.Writer) (restore func()) {
	const push, pop, window = 22, 23, 2
	if output == nil {
		output = os.Stdout
	}
	f, ok := output.(term.File)
	if !ok || !term.IsTerminal(f.Fd()) {
		return func() {}
	}
	_, _ = io.WriteString(f, ansi.WindowOp(push, window))
	return func() { _, _ = io.WriteString(f, ansi.WindowOp(pop, window)) }
}

// themes are the looks to choose from once the terminal has said what it can.
type themes struct {
	dark, light, plain *styles.Theme
	auto               bool // the terminal decides which, not the person
}

// newThemes reads the theme the person asked for.
func newThemes(name string) (themes, error) {
	dark, err := styles.Load(name, true)
	if err != nil {
		return themes{}, err
	}
	light, err := styles.Load(name, false)
	if err != nil {
		return themes{}, err
	}
	return themes{dark, light, styles.Plain(), name == "" || name == "auto"}, nil
}
