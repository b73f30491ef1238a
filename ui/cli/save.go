package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"lectern/reader"
	"lectern/reader/doc"
	"lectern/reader/export"
)

// defaultFormat is what copies are saved in unless the person says otherwise.
const defaultFormat = "md"

func (p *program) saveCommand() *cobra.Command {
	var (
		formats []string
		dir     string
	)
	cmd := &cobra.Command{
		Use:   "save SOURCE…",
		Short: "Save cleaned copies as files",
		Long: "save writes a copy of each source's article, named after its title, and prints the paths. " +
			"It never overwrites a file: a number is added to the name.",
		Example: `lectern save https://example.com/news/story.html
lectern save --format md,html --dir ~/articles page.html`,
		Args: cobra.ArbitraryArgs,
		RunE: p.inSettings(func(ctx context.Context, cmd *cobra.Command, s *settings, args []string) error {
			if cmd.Flags().Changed("format") {
				s.formats = splitList(formats)
			}
			s.dir = first(dir, s.dir)
			return p.save(ctx, cmd, s, args)
		}),
	}
	fs := cmd.Flags()
	fs.StringSliceVar(&formats, "format", nil, strings.Join(saveFormatNames(), ", ")+"; several with commas (md)")
	fs.StringVar(&dir, "dir", "", "directory for the copies (the current one)")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(saveFormatNames(), cobra.ShellCompDirectiveNoFileComp))
	_ = cmd.MarkFlagDirname("dir")
	return cmd
}

func saveFormatNames() []string {
	names := make([]string, len(export.Formats()))
	for i, f := range export.Formats() {
		names[i] = strings.TrimPrefix(f.Extension(), ".")
	}
	return names
}

// saveFormats returns the formats of the names, in their order, none twice.
func saveFormats(names []string) ([]export.Format, error) {
	var out []export.Format
	for _, name := range names {
		f, err := export.ParseFormat(name)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	return out, nil
}

// save writes copies of the sources.
func (p *program) save(ctx context.Context, cmd *cobra.Command, s *settings, sources []string) error {
	formats, err := saveFormats(s.formats)
	if err != nil {
		return usage(cmd, "--format: %s", err)
	}
	if len(sources) == 0 {
		return usage(cmd, "nothing to save: name a source, or - for standard input")
	}
	if err := p.checkStdin(cmd, sources); err != nil {
		return err
	}
	r := reader.New(s.reader)
	t := tally{p: p}
	for _, source := range sources {
		t.add(p.saveOne(ctx, r, s.dir, formats, source))
	}
	return t.err()
}

// saveOne writes the copies of one source and prints their paths.
func (p *program) saveOne(ctx context.Context, r *reader.Reader, dir string, formats []export.Format, source string) error {
	d, err := p.openQuietly(ctx, r, source)
	if err != nil {
		return err
	}
	if err := check(d); err != nil {
		return err
	}
	paths, err := saveAll(r, dir, formats, d)
	for _, path := range paths {
		if _, err := fmt.Fprintln(p.stdout, path); err != nil {
			return stdoutFault(err)
		}
	}
	return err
}

// saveAll writes a document in each of the formats and returns the paths of
// the files written, also when one fails.
func saveAll(r *reader.Reader, dir string, formats []export.Format, d *doc.Document) ([]string, error) {
	if slices.Contains(formats, export.JSON) {
		tagged := *d
		tagged.Entities = r.Entities(d)
		d = &tagged
	}
	var paths []string
	for _, f := range formats {
		path, err := export.Save(dir, d, f, time.Now())
		if err != nil {
			return paths, err
		}
		paths = append(paths, path)
	}
	return paths, nil
}
