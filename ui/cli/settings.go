package cli

import (
	"net/url"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"lectern/reader"
	"lectern/reader/doc"
	"lectern/styles"
)

// flags are the flags every command has, as they were given.
type flags struct {
	kind       string
	base       string
	strictness string
	width      int
	theme      string
	color      string
	config     string
	offline    bool
}

func (f *flags) register(cmd *cobra.Command) {
	fs := cmd.PersistentFlags()
	fs.StringVar(&f.kind, "type", "", "what the source is: html, text or markdown (found out by itself)")
	fs.StringVar(&f.base, "base", "", "address a saved page came from, for its relative links")
	fs.StringVar(&f.strictness, "strictness", "", "how readily doubtful text is removed: "+strictnesses()+" (normal)")
	fs.IntVar(&f.width, "width", 0, "widest line of the article in the reader and in --format ansi, in cells (72)")
	fs.StringVar(&f.theme, "theme", "", "auto, light, dark, plain, or a glamour style file (auto)")
	fs.StringVar(&f.color, "color", "", "always, auto or never (auto)")
	fs.StringVar(&f.config, "config", "", "configuration file (lectern/config.yaml in the user's configuration directory)")
	fs.BoolVar(&f.offline, "offline", false, "open nothing from the network")
	for name, values := range map[string][]string{
		"type":  {doc.HTML.String(), doc.Text.String(), doc.Markdown.String()},
		"color": {"always", "auto", "never"},
		"theme": {"auto", "light", "dark", "plain"},

		"strictness": strictnessNames(),
	} {
		// It fails only for a flag that does not exist.
		_ = cmd.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(values, cobra.ShellCompDirectiveDefault))
	}
}

// settings are what the flags, the environment and the configuration come to;
// the first that says anything decides.
type settings struct {
	reader  reader.Options
	theme   string // name or file, "" for auto
	width   int    // cells, 0 for the default
	color   color
	forced  bool     // the colour was asked for, whatever the terminal says
	formats []string // of saved copies
	dir     string   // for saved copies
}

// settings puts the settings of a command together.
func (p *program) settings(cmd *cobra.Command) (*settings, error) {
	f := &p.flags
	format, err := formatFlag(cmd, f.kind)
	if err != nil {
		return nil, err
	}
	if err := baseFlag(cmd, f.base); err != nil {
		return nil, err
	}
	if cmd.Flags().Changed("width") && f.width < minWidth {
		return nil, usage(cmd, "--width: %d is too narrow, the least is %d", f.width, minWidth)
	}
	switch f.color {
	case "", always, auto, never:
	default:
		return nil, usage(cmd, "--color: %q is none of always, auto, never", f.color)
	}
	c, err := p.configuration(cmd)
	if err != nil {
		return nil, err
	}
	strictness, err := p.strictness(cmd, c)
	if err != nil {
		return nil, err
	}
	theme := first(f.theme, c.theme)
	if _, err := styles.Load(theme, true); err != nil {
		return nil, usage(cmd, "the theme is of no use: %s", err)
	}
	s := &settings{
		reader:  reader.Options{Format: format, Base: f.base, Load: c.load, Strictness: strictness},
		theme:   theme,
		width:   first(f.width, c.width),
		color:   p.colorOf(f.color, c.color),
		forced:  f.color == always || f.color == "" && c.color == always,
		formats: c.formats,
		dir:     first(c.dir, "."),
	}
	if len(s.formats) == 0 {
		s.formats = []string{defaultFormat}
	}
	s.reader.Load.Stdin = p.stdin
	s.reader.Load.Progress = p.meter.report
	s.reader.Load.Offline = f.offline || c.load.Offline && !cmd.Flags().Changed("offline")
	return s, nil
}

// minWidth is the narrowest column worth setting, in cells.
const minWidth = 10

// first returns the first of the values that is not zero.
func first[T comparable](values ...T) T {
	var zero T
	for _, v := range values {
		if v != zero {
			return v
		}
	}
	return zero
}

func formatFlag(cmd *cobra.Command, name string) (doc.Format, error) {
	if name == "" {
		return doc.Auto, nil
	}
	for _, f := range []doc.Format{doc.HTML, doc.Text, doc.Markdown} {
		if f.String() == name {
			return f, nil
		}
	}
	return doc.Auto, usage(cmd, "--type: %q is none of html, text, markdown", name)
}

func baseFlag(cmd *cobra.Command, base string) error {
	if base == "" {
		return nil
	}
	u, err := url.Parse(base)
	if err != nil || u.Host == "" || !strings.HasPrefix(u.Scheme, "http") || doc.CleanURL(nil, base) == "" {
		return usage(cmd, "--base: %q is not an http or https address", base)
	}
	return nil
}

// terminal returns the descriptor of the stream's terminal, if it is one.
func terminal(stream any) (fd int, ok bool) {
	f, ok := stream.(*os.File)
	if !ok {
		return 0, false
	}
	fd = int(f.Fd())
	return fd, term.IsTerminal(fd)
}
