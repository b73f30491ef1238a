package styles

import (
	"encoding/json"
	"errors"
	"fmt"
	"image/color"
	"io"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"lectern/reader/doc"
)

// maxFile is the largest style file read, in bytes. Glamour's own are under
// 10 KB.
const maxFile = 1 << 20

// Names returns the names of the built-in themes, "auto" first.
func Names() []string { return []string{"auto", "dark", "light", "plain"} }

// Load returns a theme by name or from a style file. The names are light, dark,
// plain, and auto (or ""), which is light or dark as the terminal's background
// is. A file is a glamour style; what it does not mention looks as in the
// built-in theme for the background. Its section "lectern" may set any role by
// name. Errors are sentences for people.
func Load(nameOrFile string, dark bool) (*Theme, error) {
	switch nameOrFile {
	case "light":
		return Light(), nil
	case "dark":
		return Dark(), nil
	case "plain":
		return Plain(), nil
	case "", "auto":
		return forBackground(dark), nil
	}
	text, err := readFile(nameOrFile)
	if err != nil {
		return nil, err
	}
	t, err := decode(nameOrFile, text, forBackground(dark).looks)
	if err != nil {
		return nil, fmt.Errorf("theme %s: %w", doc.Clean(nameOrFile), err)
	}
	return t, nil
}

func forBackground(dark bool) *Theme {
	if dark {
		return Dark()
	}
	return Light()
}

func readFile(path string) (text []byte, err error) {
	f, err := os.Open(path) //nolint:gosec // the person names the file
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("no theme is called %s and no style file is there; the themes are %s",
			doc.Clean(strconv.Quote(path)), strings.Join(Names(), ", "))
	}
	if err != nil {
		return nil, fmt.Errorf("theme %s: the file cannot be read: %w", doc.Clean(path), err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	text, err = io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return nil, fmt.Errorf("theme %s: the file cannot be read: %w", doc.Clean(path), err)
	}
	if len(text) > maxFile {
		return nil, fmt.Errorf("theme %s: the file is larger than 1 MiB and no style file", doc.Clean(path))
	}
	return text, nil
}

// primitive is what glamour calls a style primitive, as far as it can be laid
// over text. What is absent leaves the look as it is.
type primitive struct {
	Color      *string `json:"color"`
	Background *string `json:"background_color"`
	Bold       *bool   `json:"bold"`
	Italic     *bool   `json:"italic"`
	Underline  *bool   `json:"underline"`
	Faint      *bool   `json:"faint"`
	CrossedOut *bool   `json:"crossed_out"`
	Inverse    *bool   `json:"inverse"`
}

// over returns the look with the primitive laid over it.
func (p primitive) over(l look) (look, error) {
	var err error
	if p.Color != nil {
		if l.fg, err = parseColour(*p.Color); err != nil {
			return l, fmt.Errorf("color: %w", err)
		}
	}
	if p.Background != nil {
		if l.bg, err = parseColour(*p.Background); err != nil {
			return l, fmt.Errorf("background_color: %w", err)
		}
	}
	for _, a := range []struct {
		from *bool
		to   *bool
	}{{p.Bold, &l.bold}, {p.Italic, &l.italic}, {p.Faint, &l.faint}, {p.CrossedOut, &l.strike}, {p.Inverse, &l.reverse}} {
		if a.from != nil {
			*a.to = *a.from
		}
	}
	if p.Underline != nil {
		l.underline = ansi.UnderlineNone
		if *p.Underline {
			l.underline = ansi.UnderlineSingle
		}
	}
	return l, nil
}

// parseColour reads a colour as style files have it: "#rgb", "#rrggbb" or the
// number of one of the 256 colours; "" is none.
func parseColour(s string) (color.Color, error) {
	if s == "" {
		return nil, nil //nolint:nilnil // no colour is a colour: the one below
	}
	if digits, ok := strings.CutPrefix(s, "#"); ok {
		if _, err := strconv.ParseUint(digits, 16, 32); err == nil && (len(digits) == 3 || len(digits) == 6) {
			return lipgloss.Color(s), nil
		}
	} else if n, err := strconv.ParseUint(s, 10, 8); err == nil {
		return lipgloss.Color(strconv.FormatUint(n, 10)), nil
	}
	return nil, fmt.Errorf("%s is neither #rrggbb nor a number from 0 to 255", doc.Clean(strconv.Quote(s)))
}

// heading is the element that all headings are laid over.
const heading = "heading"

// elements lists, for each role a glamour style speaks of, its elements from
// the general to the particular. Every one starts from nothing, so that no
// attribute of a built-in theme shines through.
var elements = []struct {
	role  Role
	names []string
}{
	{Text, []string{"document", "text"}},
	{Title, []string{heading, "h1"}},
	{Heading1, []string{heading, "h1"}},
	{Heading2, []string{heading, "h2"}},
	{Heading3, []string{heading, "h3"}},
	{Link, []string{"link", "link_text"}},
	{Emphasis, []string{"emph"}},
	{Strong, []string{"strong"}},
	{Strike, []string{"strikethrough"}},
	{Code, []string{"code"}},
	{CodeBlock, []string{"code_block"}},
	{Quote, []string{"block_quote"}},
	{QuoteBar, []string{"block_quote"}},
	{ListMarker, []string{"list", "item"}},
	{TableRule, []string{"table"}},
	{Separator, []string{"hr"}},
	{Image, []string{"image", "image_text"}},
}

// decode reads a glamour style file over the looks of a built-in theme.
func decode(name string, text []byte, looks [roleCount]look) (*Theme, error) {
	var file map[string]json.RawMessage
	if err := json.Unmarshal(text, &file); err != nil {
		return nil, fmt.Errorf("not a style file (JSON): %w", err)
	}
	for _, e := range elements {
		if !slices.ContainsFunc(e.names, func(n string) bool { return file[n] != nil }) {
			continue
		}
		l := look{}
		for _, n := range e.names {
			var err error
			if l, err = layElement(l, n, file[n]); err != nil {
				return nil, err
			}
		}
		looks[e.role] = l
	}
	if err := layRoles(&looks, file["lectern"]); err != nil {
		return nil, fmt.Errorf("section lectern: %w", err)
	}
	return newTheme(name, looks), nil
}

// layElement lays one element of a style file, which may be absent, over l. A
// document's background is left out: rows are painted as far as their text
// goes, so that it would show as ragged stripes.
func layElement(l look, name string, text json.RawMessage) (look, error) {
	if text == nil {
		return l, nil
	}
	var p primitive
	if err := json.Unmarshal(text, &p); err != nil {
		return l, fmt.Errorf("%s: %w", name, err)
	}
	if name == "document" {
		p.Background = nil
	}
	l, err := p.over(l)
	if err != nil {
		return l, fmt.Errorf("%s: %w", name, err)
	}
	return l, nil
}

// layRoles lays the file's own section for lectern, which names roles.
func layRoles(looks *[roleCount]look, text json.RawMessage) error {
	if text == nil {
		return nil
	}
	var roles map[string]json.RawMessage
	if err := json.Unmarshal(text, &roles); err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(roles)) {
		r, ok := roleNamed(name)
		if !ok {
			return fmt.Errorf("no role is called %s", doc.Clean(strconv.Quote(name)))
		}
		l, err := layElement(looks[r], name, roles[name])
		if err != nil {
			return err
		}
		looks[r] = l
	}
	return nil
}
