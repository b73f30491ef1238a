package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"
	"go.yaml.in/yaml/v3"

	"lectern/reader/load"
)

// configFile is where the configuration is looked for, below the user's and
// the system's configuration directories.
const configFile = "lectern/config.yaml"

// maxConfig is the largest configuration read, in bytes.
const maxConfig = 1 << 20

// config is what a configuration file says; zero where it says nothing.
type config struct {
	theme   string
	color   string
	width   int
	formats []string
	dir     string
	load    load.Options

	strictness string
}

// keys are what a configuration file may hold, and how each is set.
var keys = map[string]func(*config, *yaml.Node) error{
	"theme":     func(c *config, n *yaml.Node) error { return path(n, &c.theme) },
	"color":     setColor,
	"width":     func(c *config, n *yaml.Node) error { return whole(n, &c.width, minWidth) },
	"offline":   func(c *config, n *yaml.Node) error { return scalar(n, &c.load.Offline) },
	"format":    setFormats,
	"dir":       func(c *config, n *yaml.Node) error { return path(n, &c.dir) },
	"timeout":   setTimeout,
	"max_bytes": func(c *config, n *yaml.Node) error { return whole(n, &c.load.MaxBytes, 1) },
	"redirects": setRedirects,

	"strictness": setStrictness,
}

// configuration reads the file named by --config, or else the user's own if
// there is one.
func (p *program) configuration(cmd *cobra.Command) (config, error) {
	file := p.flags.config
	if file == "" {
		found, err := xdg.SearchConfigFile(configFile)
		if err != nil {
			return config{}, nil //nolint:nilerr // to have none is no error
		}
		file = found
	}
	text, err := readConfig(file)
	if err != nil {
		return config{}, usage(cmd, "the configuration %s cannot be read: %s", file, cause(err))
	}
	c, err := parseConfig(text)
	if err != nil {
		return config{}, usage(cmd, "%s: %s", file, err)
	}
	return c, nil
}

func readConfig(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return nil, errors.New("it is a directory")
	}
	if info.Size() > maxConfig {
		return nil, errors.New("it is too large")
	}
	return os.ReadFile(path) //nolint:gosec // the person names the file
}

// cause returns what a file error says beside the path.
func cause(err error) string {
	if at, ok := errors.AsType[*fs.PathError](err); ok {
		return at.Err.Error()
	}
	return err.Error()
}

// parseConfig reads a configuration. Its errors name the line.
func parseConfig(text []byte) (config, error) {
	var (
		c    config
		root yaml.Node
		more yaml.Node
	)
	file := yaml.NewDecoder(bytes.NewReader(text))
	if err := file.Decode(&root); errors.Is(err, io.EOF) {
		return c, nil
	} else if err != nil {
		return c, errors.New(strings.TrimPrefix(err.Error(), "yaml: "))
	}
	if err := file.Decode(&more); !errors.Is(err, io.EOF) {
		return c, fmt.Errorf("line %d: want one document", max(more.Line, 1))
	}
	top := root.Content[0]
	if top.Kind != yaml.MappingNode {
		return c, fmt.Errorf("line %d: want lines such as \"theme: dark\"", top.Line)
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(top.Content); i += 2 {
		name, value := top.Content[i], top.Content[i+1]
		set, ok := keys[name.Value]
		switch {
		case !ok:
			return c, fmt.Errorf("line %d: unknown key %q; there are %s", name.Line, name.Value, keyNames())
		case seen[name.Value]:
			return c, fmt.Errorf("line %d: %s is there twice", name.Line, name.Value)
		}
		seen[name.Value] = true
		if err := set(&c, value); err != nil {
			return c, fmt.Errorf("line %d: %s: %w", value.Line, name.Value, err)
		}
	}
	return c, nil
}

func keyNames() string {
	return strings.Join(slices.Sorted(maps.Keys(keys)), ", ")
}

// scalar decodes one value.
func scalar[T string | bool](n *yaml.Node, to *T) error {
	switch {
	case n.Kind != yaml.ScalarNode:
		return errors.New("want one value")
	case n.Decode(to) != nil:
		return fmt.Errorf("%q will not do", n.Value)
	}
	return nil
}

// path decodes a path, in which ~ stands for the home directory as it does in
// a shell.
func path(n *yaml.Node, to *string) error {
	if err := scalar(n, to); err != nil {
		return err
	}
	if rest, ok := strings.CutPrefix(*to, "~"); ok && (rest == "" || os.IsPathSeparator(rest[0])) {
		*to = filepath.Join(xdg.Home, rest)
	}
	return nil
}

// whole decodes a whole number that has a lower bound.
func whole[T int | int64](n *yaml.Node, to *T, least T) error {
	if n.Decode(to) != nil {
		return errors.New("want a whole number")
	}
	if *to < least {
		return fmt.Errorf("want %d or more", least)
	}
	return nil
}

// setRedirects takes 0 for none, which the loader has another number for.
func setRedirects(c *config, n *yaml.Node) error {
	if err := whole(n, &c.load.MaxRedirects, 0); err != nil {
		return err
	}
	if c.load.MaxRedirects == 0 {
		c.load.MaxRedirects = -1
	}
	return nil
}

func setColor(c *config, n *yaml.Node) error {
	switch n.Value {
	case always, auto, never:
		c.color = n.Value
		return nil
	}
	return fmt.Errorf("%q is none of always, auto, never", n.Value)
}

// setFormats takes a list, or one line as --format has it.
func setFormats(c *config, n *yaml.Node) error {
	names := []string{n.Value}
	if n.Kind == yaml.SequenceNode {
		names = nil
		if n.Decode(&names) != nil {
			return errors.New("want the names of formats")
		}
	}
	c.formats = splitList(names)
	_, err := saveFormats(c.formats)
	return err
}

func setTimeout(c *config, n *yaml.Node) error {
	d, err := time.ParseDuration(n.Value)
	if err != nil || d <= 0 {
		return errors.New("want a time such as 30s or 2m")
	}
	c.load.Timeout = d
	return nil
}

// splitList splits values given with commas, repeated, or both.
func splitList(values []string) []string {
	var out []string
	for _, v := range values {
		for part := range strings.SplitSeq(v, ",") {
			if part = strings.TrimSpace(part); part != "" {
				out = append(out, part)
			}
		}
	}
	return out
}
