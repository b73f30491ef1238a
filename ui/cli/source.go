package cli

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"lectern/reader"
	"lectern/reader/doc"
	"lectern/reader/load"
)

// standardInput is the source that stands for standard input.
const standardInput = "-"

// builtIn is the source that stands for the built-in article, which no path or
// address given by a person does.
const builtIn = ""

//go:embed welcome.html
var welcome []byte

// piped reports whether something feeds standard input: a pipe, a file or a
// socket, but neither a terminal nor the null device.
func (p *program) piped() bool {
	f, ok := p.stdin.(*os.File)
	if !ok {
		return p.stdin != nil
	}
	info, err := f.Stat()
	if err != nil {
		return false
	}
	m := info.Mode()
	return m.IsRegular() || m&(os.ModeNamedPipe|os.ModeSocket) != 0
}

// checkStdin refuses what standard input cannot give: an article typed into a
// terminal (the person gets the help instead), or the same article twice.
func (p *program) checkStdin(cmd *cobra.Command, sources []string) error {
	n := 0
	for _, s := range sources {
		if s == standardInput {
			n++
		}
	}
	if n > 1 {
		return usage(cmd, "standard input can be read once only")
	}
	if _, screen := terminal(p.stdin); n == 1 && screen {
		if err := cmd.Help(); err != nil {
			return stdoutFault(err)
		}
		return usage(cmd, "standard input is a terminal; pipe an article into it, or name a file")
	}
	return nil
}

// openQuietly reads a source, and shows how far that is only if it takes long.
func (p *program) openQuietly(ctx context.Context, r *reader.Reader, source string) (*doc.Document, error) {
	p.meter.start()
	defer p.meter.stop()
	return open(ctx, r, source)
}

// open reads a source.
func open(ctx context.Context, r *reader.Reader, source string) (*doc.Document, error) {
	if source != builtIn {
		return r.Read(ctx, source)
	}
	return r.Resource(&load.Resource{Source: "lectern", MediaType: "text/html", Charset: "utf-8", Body: welcome})
}

// check returns an error if the document holds no article, and says what it
// holds instead.
func check(d *doc.Document) error {
	err := reader.Check(d)
	var f *doc.Fault
	if !errors.As(err, &f) || len(d.Blocks) == 0 {
		return err
	}
	told := *f
	told.What += ": " + inventory(d)
	return &told
}

// inventory counts the removed blocks of a document by reason, in words.
func inventory(d *doc.Document) string {
	counts := map[doc.Reason]int{}
	for _, i := range d.Removed() {
		counts[d.Blocks[i].Verdict.Reason]++
	}
	var parts []string
	for _, r := range doc.Reasons() {
		if n := counts[r]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d × %s", n, r))
		}
	}
	return strings.Join(parts, ", ")
}

// stdoutFault says that what was asked for could not be written.
func stdoutFault(err error) error {
	return &doc.Fault{Kind: doc.Unsaved, Source: "standard output", What: "cannot be written: " + cause(err), Err: err}
}
