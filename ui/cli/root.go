package cli

import (
	"context"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// rootCommand builds the tree of commands.
func (p *program) rootCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "lectern [SOURCE]",
		Short: "Read an article, see what was removed around it",
		Long: "lectern opens an article from an address, a file or standard input, shows exactly the article, " +
			"and tells what it removed and why.\n\n" +
			"SOURCE is an address, a path, or - for standard input. Without one lectern reads what is piped into it, " +
			"or else opens its built-in article. When standard output is not a terminal it does what lectern clean does.",
		Example: `# read a page
lectern https://example.com/news/story.html

# the article of a saved page, as Markdown
lectern clean --base https://example.com/ --format markdown page.html

# what was removed from it, and why
lectern clean --removed page.html

# many pages, one JSON object a line
lectern clean --jsonl < pages.jsonl > articles.jsonl`,
		Version:       version(),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.ArbitraryArgs,
		RunE:          p.inSettings(p.read),
	}
	cmd.SetVersionTemplate("lectern {{.Version}}\n")
	cmd.SetFlagErrorFunc(flagError)
	p.flags.register(cmd)
	cmd.AddCommand(p.cleanCommand(), p.saveCommand(), p.entitiesCommand(), p.explainCommand())
	return cmd
}

// version returns the version the binary was built from, as the Go toolchain
// stamped it.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "unreleased"
	}
	return info.Main.Version
}

// action is what a command does once its settings are known.
type action func(ctx context.Context, cmd *cobra.Command, s *settings, args []string) error

// inSettings makes a command's function of an action: it puts the settings
// together first.
func (p *program) inSettings(do action) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		s, err := p.settings(cmd)
		if err != nil {
			return err
		}
		return do(cmd.Context(), cmd, s, args)
	}
}
