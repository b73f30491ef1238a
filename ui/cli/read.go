package cli

import (
	"context"

	"github.com/spf13/cobra"

	"lectern/reader"
)

// read opens one source in the reader, or prints it when there is no terminal
// to show it on. On a terminal that understands no escape codes it prints the
// page as the reader would set it.
func (p *program) read(ctx context.Context, cmd *cobra.Command, s *settings, args []string) error {
	source := builtIn
	switch {
	case len(args) > 1:
		return usage(cmd, "one source at a time here, not %d; for several there is: lectern clean", len(args))
	case len(args) == 1:
		source = args[0]
	case p.piped():
		source = standardInput
	}
	if err := p.checkStdin(cmd, []string{source}); err != nil {
		return err
	}
	switch _, screen := terminal(p.stdout); {
	case !screen:
		return p.print(ctx, reader.New(s.reader), s, output{format: formatText}, []string{source})
	case p.dumb():
		return p.print(ctx, reader.New(s.reader), s, output{format: formatANSI}, []string{source})
	}
	return p.show(ctx, s, source)
}
