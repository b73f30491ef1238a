package cli

import (
	"bufio"
	"context"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lectern/reader"
	"lectern/reader/doc"
	"lectern/reader/export"
)

// Formats of lectern clean; ansi is not among those of the export package.
const (
	formatText = string(export.Text)
	formatHTML = string(export.HTML)
	formatJSON = string(export.JSON)
	formatANSI = "ansi"
)

// cleanFormats are the values of clean's --format.
var cleanFormats = []string{formatText, string(export.Markdown), formatHTML, formatJSON, formatANSI}

// cleanFlags are the flags of lectern clean.
type cleanFlags struct {
	format  string
	removed bool
	jsonl   bool
	fields  string
}

func (p *program) cleanCommand() *cobra.Command {
	var f cleanFlags
	cmd := &cobra.Command{
		Use:   "clean [SOURCE…]",
		Short: "Print the article, or what was removed from it",
		Long: "clean prints the article of each source to standard output. Without a source it reads what is piped into it.\n\n" +
			"With --jsonl it cleans a stream: each line of standard input is an object with an id, an optional url, and one " +
			"of html, text and markdown; for each it prints one object on one line, in the same order, while the input " +
			"still runs. A line that cannot be read gives an object with the id and an error, and exit code 1 at the end.",
		Example: `lectern clean page.html
lectern clean --format json --fields title,words,text page.html
lectern clean --removed page.html
lectern clean --jsonl < pages.jsonl`,
		Args: cobra.ArbitraryArgs,
		RunE: p.inSettings(func(ctx context.Context, cmd *cobra.Command, s *settings, args []string) error {
			return p.clean(ctx, cmd, s, f, args)
		}),
	}
	fs := cmd.Flags()
	fs.StringVar(&f.format, "format", formatText, strings.Join(cleanFormats, ", "))
	fs.BoolVar(&f.removed, "removed", false, "print what was removed instead, with reasons")
	fs.BoolVar(&f.jsonl, "jsonl", false, "clean a stream of JSON objects, one a line")
	fs.StringVar(&f.fields, "fields", "", "print only these fields of the JSON object, separated by commas")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(cleanFormats, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// clean checks that the flags go together and prints the sources or the stream.
func (p *program) clean(ctx context.Context, cmd *cobra.Command, s *settings, f cleanFlags, sources []string) error {
	if err := checkCleanFlags(cmd, f, len(sources)); err != nil {
		return err
	}
	fields, err := export.ParseFields(f.fields)
	if err != nil {
		return usage(cmd, "--fields: %s", err)
	}
	if f.jsonl {
		return p.cleanStream(ctx, cmd, s, fields)
	}
	if len(sources) == 0 {
		if !p.piped() {
			return usage(cmd, "nothing to clean: name a source, or pipe one into it")
		}
		sources = []string{standardInput}
	}
	if err := p.checkStdin(cmd, sources); err != nil {
		return err
	}
	o := output{format: f.format, removed: f.removed, fields: fields}
	return p.print(ctx, reader.New(s.reader), s, o, sources)
}

// output is how articles are printed.
type output struct {
	format  string
	removed bool // what was removed instead
	fields  export.Fields
}

func checkCleanFlags(cmd *cobra.Command, f cleanFlags, sources int) error {
	formatGiven := cmd.Flags().Changed("format")
	switch {
	case !slices.Contains(cleanFormats, f.format):
		return usage(cmd, "--format: %q is none of %s", f.format, strings.Join(cleanFormats, ", "))
	case f.jsonl && sources > 0:
		return usage(cmd, "--jsonl reads standard input and takes no source")
	case f.jsonl && formatGiven && f.format != formatJSON:
		return usage(cmd, "--jsonl and --format %s exclude each other", f.format)
	case f.jsonl && f.removed:
		return usage(cmd, "--jsonl and --removed exclude each other: each object lists what was removed")
	case f.removed && f.format == formatANSI:
		return usage(cmd, "--removed has no ansi format")
	case f.format == formatHTML && sources > 1:
		return usage(cmd, "--format html makes one whole page: clean one source at a time, or use lectern save")
	case f.fields != "" && (!f.jsonl && f.format != formatJSON || f.removed):
		return usage(cmd, "--fields goes with --jsonl or --format json")
	}
	return nil
}

// print writes the sources to standard output, one after the other.
func (p *program) print(ctx context.Context, r *reader.Reader, s *settings, o output, sources []string) error {
	return p.each(ctx, r, sources, o.format, func(w io.Writer, d *doc.Document) error { return p.printOne(w, r, s, o, d) })
}

// each opens the sources one after the other and writes what there is to say of
// each to standard output, with the format's line between.
func (p *program) each(ctx context.Context, r *reader.Reader, sources []string, format string, write func(io.Writer, *doc.Document) error) error {
	out := bufio.NewWriter(p.stdout)
	t := tally{p: p}
	printed := false
	for _, source := range sources {
		d, err := p.openQuietly(ctx, r, source)
		if err != nil {
			t.add(err)
			continue
		}
		if printed {
			err = separate(out, format)
		}
		printed = true
		if err == nil {
			err = write(out, d)
		}
		if err == nil {
			err = out.Flush()
		}
		if err != nil {
			return stdoutFault(err)
		}
		t.add(check(d))
	}
	return t.err()
}

// printOne writes one document.
func (p *program) printOne(w io.Writer, r *reader.Reader, s *settings, o output, d *doc.Document) error {
	switch {
	case o.removed:
		return export.WriteRemoved(w, d, export.Format(o.format))
	case o.format == formatJSON:
		return export.NewEncoder(w, o.fields).Encode(record(r, d, o.fields))
	case o.format == formatANSI:
		return p.writeANSI(w, r, s, d)
	}
	return export.Write(w, d, export.Format(o.format))
}

// separate writes what stands between two articles: a line of asterisks, which
// no format takes for text. JSON objects have a line each.
func separate(w io.Writer, format string) error {
	if format == formatJSON {
		return nil
	}
	_, err := io.WriteString(w, "\n* * *\n\n")
	return err
}
