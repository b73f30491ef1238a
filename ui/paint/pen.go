package paint

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"lectern/styles"
)

// pen writes stretches of text one behind the other and changes looks and
// hyperlinks only where they change.
type pen struct {
	*painter

	look string // what is switched on
	id   string // of the hyperlink that is open
}

// link sees to it that what follows is a hyperlink to the target of the
// block's span, or none if there is no target. Rows show the pieces of one link
// under one id, by which terminals know that they belong together.
func (p *pen) link(block, span int, target string) {
	address, id := printable(target), ""
	if address != "" {
		id = "id=" + strconv.Itoa(block) + "." + strconv.Itoa(span)
	}
	if id == p.id {
		return
	}
	p.lift()
	if address != "" {
		p.out.WriteString(ansi.SetHyperlink(address, id))
	}
	p.id = id
}

// write writes text in a look.
func (p *pen) write(look, text string) {
	if look != p.look {
		if p.look != "" {
			p.out.WriteString(styles.Reset)
		}
		p.out.WriteString(look)
		p.look = look
	}
	p.out.WriteString(harmless(text))
}

// lift closes whatever is open.
func (p *pen) lift() {
	if p.look != "" {
		p.out.WriteString(styles.Reset)
		p.look = ""
	}
	if p.id != "" {
		p.out.WriteString(ansi.ResetHyperlink())
		p.id = ""
	}
}

// printable returns an address in printable ASCII, as OSC 8 wants it: other
// letters, which a host may have, are percent-encoded as UTF-8. An address with
// anything that could end the sequence is no address.
func printable(target string) string {
	if isASCII(target) && strings.IndexFunc(target, isUnprintable) < 0 {
		return target
	}
	var b strings.Builder
	for i := range len(target) {
		switch c := target[i]; {
		case c >= utf8.RuneSelf:
			b.WriteByte('%')
			b.WriteString(strings.ToUpper(strconv.FormatUint(uint64(c), 16)))
		case isUnprintable(rune(c)):
			return ""
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

func isUnprintable(r rune) bool { return r <= ' ' || r == 0x7f }
