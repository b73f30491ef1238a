package cli

// color is how much of a theme may be shown.
type color uint8

const (
	bare     color = iota // no escape codes at all
	unhued                // bold, underline and the like, but no colours
	coloured              // everything
)

// The values of --color and of the configuration's color.
const (
	always = "always"
	auto   = "auto"
	never  = "never"
)

// colorOf decides about colour. The flag comes first; then NO_COLOR, then
// CLICOLOR_FORCE, then CLICOLOR=0 and TERM=dumb; then the configuration; at
// last, whether standard output is a terminal.
//
// See https://no-color.org and https://bixense.com/clicolors.
func (p *program) colorOf(flag, configured string) color {
	_, screen := terminal(p.stdout)
	byTerminal := bare
	if screen {
		byTerminal = coloured
	}
	switch flag {
	case always:
		return coloured
	case never:
		return bare
	}
	force := p.getenv("CLICOLOR_FORCE")
	switch {
	case p.getenv("NO_COLOR") != "":
		return min(byTerminal, unhued)
	case force != "" && force != "0":
		return coloured
	case p.dumb():
		return bare
	case p.getenv("CLICOLOR") == "0":
		return min(byTerminal, unhued)
	}
	switch {
	case flag == "" && configured == always:
		return coloured
	case flag == "" && configured == never:
		return bare
	}
	return byTerminal
}

// dumb reports whether the terminal understands no escape codes.
func (p *program) dumb() bool { return p.getenv("TERM") == "dumb" }
