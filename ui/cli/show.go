package cli

import (
	"context"
	"errors"
	"io"
	"os"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/charmbracelet/colorprofile"

	"lectern/reader"
	"lectern/reader/doc"
	"lectern/reader/load"
	"lectern/ui/tui"
)

// show opens the source in the reader and stays until the person leaves it.
func (p *program) show(ctx context.Context, s *settings, source string) error {
	formats, err := saveFormats(s.formats)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel() // ends what is still being fetched
	o := newOpener(ctx, s, source)
	p.screen.Store(true)
	defer p.screen.Store(false)
	err = tui.Run(ctx, tui.Options{
		Open: o.open,
		Tag:  o.reader.Follow(),
		Save: func(d *doc.Document) (string, error) {
			paths, err := saveAll(o.reader, s.dir, formats, d)
			return strings.Join(paths, ", "), err
		},
		Browse:  browse,
		Source:  first(source, "lectern"),
		Theme:   s.theme,
		Width:   s.width,
		Input:   p.keyboard(),
		Output:  p.stdout,
		Profile: profile(s),
	})
	if errors.Is(err, tui.ErrInterrupted) {
		return &reportedError{exitInterrupted}
	}
	return err
}

// keyboard returns what keys are read from: standard input, unless something
// is piped into it, and then the terminal itself, which nil stands for.
func (p *program) keyboard() io.Reader {
	if _, screen := terminal(p.stdin); screen {
		return p.stdin
	}
	return nil
}

// profile returns the colours the reader may use; Unknown leaves it to what
// the terminal says of itself.
func profile(s *settings) colorprofile.Profile {
	switch {
	case s.color != coloured:
		return colorprofile.Ascii
	case s.forced:
		return environProfile()
	}
	return colorprofile.Unknown
}

// environProfile returns the colours of the terminal the environment names, at
// least the sixteen basic ones, whatever else the environment says of colour:
// that has been decided by now.
func environProfile() colorprofile.Profile {
	var environ []string
	for _, e := range os.Environ() {
		if !strings.HasPrefix(e, "NO_COLOR=") && !strings.HasPrefix(e, "CLICOLOR") {
			environ = append(environ, e)
		}
	}
	return max(colorprofile.Env(environ), colorprofile.ANSI)
}

// opener opens one source, again and again if need be.
type opener struct {
	reader   *reader.Reader
	source   string
	progress atomic.Pointer[func(load.Progress)]
	begun    func() (*doc.Document, error) // waits for the first opening
	reopened atomic.Bool
}

// newOpener returns an opener that has begun to open the source: setting up the
// screen takes as long as reading an article.
func newOpener(ctx context.Context, s *settings, source string) *opener {
	o := &opener{source: source}
	options := s.reader
	options.Dial = true
	options.Load.Progress = func(at load.Progress) {
		if report := o.progress.Load(); report != nil {
			(*report)(at)
		}
	}
	o.reader = reader.New(options)
	o.begun = sync.OnceValues(func() (*doc.Document, error) { return open(ctx, o.reader, source) })
	go func() {
		defer func() { _ = recover() }() // a panic is raised again where the document is asked for
		_, _ = o.begun()
	}()
	return o
}

// read reads the source. Standard input cannot be read twice.
func (o *opener) read(ctx context.Context) (*doc.Document, error) {
	if !o.reopened.Swap(true) || o.source == standardInput {
		return o.begun()
	}
	return open(ctx, o.reader, o.source)
}

// open is the reader's Open; see tui.Options.
func (o *opener) open(ctx context.Context, progress func(load.Progress)) (*doc.Document, error) {
	o.progress.Store(&progress)
	d, err := o.read(ctx)
	switch {
	case err != nil:
		return o.instead(err), err
	case len(d.Blocks) == 0:
		return nil, check(d)
	}
	return d, check(d)
}

// instead returns the page that a server sent with its refusal, nil if there is
// none worth reading.
func (o *opener) instead(err error) *doc.Document {
	status, ok := errors.AsType[*load.StatusError](err)
	if !ok || status.Resource == nil {
		return nil
	}
	d, err := o.reader.Resource(status.Resource)
	if err != nil || check(d) != nil {
		return nil
	}
	return d
}
