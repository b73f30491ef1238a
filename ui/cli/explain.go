package cli

import (
	"bufio"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lectern/reader"
	"lectern/reader/doc"
	"lectern/reader/export"
)

// explainFormats are the values of explain's --format.
var explainFormats = []string{formatText, formatJSON}

// explainFlags are the flags of lectern explain.
type explainFlags struct {
	format string
	block  int
	grep   string
}

func (p *program) explainCommand() *cobra.Command {
	var f explainFlags
	cmd := &cobra.Command{
		Use:   "explain SOURCE",
		Short: "Say of every block why it was kept or removed",
		Long: "explain prints every block of the source, in order, with its verdict, how sure that is, and what counted " +
			"for and against it, the weightiest first. Without a source it reads what is piped into it.\n\n" +
			"Blocks are numbered from 0, as in the JSON that lectern clean prints. A removal also says why it has its reason, " +
			"and a block that is not removed at every strictness from which strictness on it is.",
		Example: `lectern explain page.html
lectern explain --grep 'free articles' page.html
lectern explain --block 12 --format json page.html`,
		Args: cobra.ArbitraryArgs,
		RunE: p.inSettings(func(ctx context.Context, cmd *cobra.Command, s *settings, args []string) error {
			return p.explain(ctx, cmd, s, f, args)
		}),
	}
	fs := cmd.Flags()
	fs.StringVar(&f.format, "format", formatText, strings.Join(explainFormats, ", "))
	fs.IntVar(&f.block, "block", 0, "only the block of this number")
	fs.StringVar(&f.grep, "grep", "", "only blocks that hold this text; a capital letter makes case matter")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(explainFormats, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// explain prints why the blocks of one source were kept or removed.
func (p *program) explain(ctx context.Context, cmd *cobra.Command, s *settings, f explainFlags, args []string) error {
	source := standardInput
	switch {
	case !slices.Contains(explainFormats, f.format):
		return usage(cmd, "--format: %q is none of %s", f.format, strings.Join(explainFormats, ", "))
	case len(args) > 1:
		return usage(cmd, "one source at a time here, not %d", len(args))
	case len(args) == 1:
		source = args[0]
	case !p.piped():
		return usage(cmd, "nothing to explain: name a source, or pipe one into it")
	}
	if err := p.checkStdin(cmd, []string{source}); err != nil {
		return err
	}
	s.reader.Dial, s.reader.Explain = true, true
	d, err := p.openQuietly(ctx, reader.New(s.reader), source)
	if err != nil {
		return err
	}
	blocks, err := f.blocks(cmd, d)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(p.stdout)
	if f.format == formatJSON {
		err = export.NewExplanation(d, blocks).Write(out)
	} else {
		err = p.writeExplanation(out, s, d, blocks)
	}
	if err == nil {
		err = out.Flush()
	}
	if err != nil {
		return stdoutFault(err)
	}
	return check(d)
}

// blocks returns the blocks that are asked for.
func (f *explainFlags) blocks(cmd *cobra.Command, d *doc.Document) ([]int, error) {
	one := cmd.Flags().Changed("block")
	if one && (f.block < 0 || f.block >= len(d.Blocks)) {
		return nil, usage(cmd, "--block: there is no block %d; there are %d, numbered from 0", f.block, len(d.Blocks))
	}
	var blocks []int
	for i := range d.Blocks {
		if (!one || i == f.block) && holds(d.Blocks[i].Text, f.grep) {
			blocks = append(blocks, i)
		}
	}
	if len(blocks) == 0 && f.grep != "" {
		return nil, fmt.Errorf("%s: no block holds “%s”", d.Source, f.grep)
	}
	return blocks, nil
}

// holds reports whether a text holds another. Case matters if what is looked
// for has a capital letter, as in the reader's search.
func holds(text, part string) bool {
	if strings.ToLower(part) == part {
		text = strings.ToLower(text)
	}
	return strings.Contains(text, part)
}
