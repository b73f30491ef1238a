//go:build !windows

package tui

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// sequence is a control sequence in the bytes a program wrote.
type sequence struct {
	kind   string // CSI, OSC, ESC, C0, or what else there may be
	name   string // what tells one function of the kind from another
	params string
	raw    string
}

// sequences returns the control sequences and the text among them.
func sequences(written []byte) (found []sequence, text string) {
	var words strings.Builder
	p := ansi.NewParser()
	var state byte
	for len(written) > 0 {
		seq, width, n, next := ansi.DecodeSequence(written, state, p)
		state, written = next, written[n:]
		switch {
		case width > 0 || seq[0] >= 0x20 && seq[0] < 0x7f || seq[0] >= 0xa0:
			words.Write(seq)
		default:
			found = append(found, name(seq, p))
		}
	}
	return found, words.String()
}

// name returns the sequence with its name.
func name(seq []byte, p *ansi.Parser) sequence {
	s := sequence{raw: string(seq)}
	switch {
	case ansi.HasCsiPrefix(seq):
		s.kind = "CSI"
		cmd := ansi.Cmd(p.Command())
		if b := cmd.Prefix(); b != 0 {
			s.name += string(rune(b))
		}
		if b := cmd.Intermediate(); b != 0 {
			s.name += string(rune(b))
		}
		s.name += string(rune(cmd.Final()))
		params := make([]string, 0, len(p.Params()))
		for _, n := range p.Params() {
			params = append(params, strconv.Itoa(n.Param(0)))
		}
		s.params = strings.Join(params, ";")
	case ansi.HasOscPrefix(seq):
		s.kind = "OSC"
		s.name, s.params, _ = strings.Cut(string(p.Data()), ";")
	case seq[0] == 0x1b:
		s.kind, s.name = "ESC", string(seq[1:])
	default:
		s.kind, s.name = "C0", string(seq)
	}
	return s
}

// modes are the terminal modes the reader may switch: the cursor, bracketed
// paste, the alternate screen, synchronized output and grapheme clusters.
var modes = []string{"25", "2004", "1049", "2026", "2027"}

// allowed reports whether the reader may write the sequence. What is allowed is
// what Bubble Tea needs to draw, and the looks and links of our own tables.
func allowed(s sequence) bool {
	switch s.kind {
	case "C0":
		return s.name == "\r" || s.name == "\n" || s.name == "\b" || s.name == "\t"
	case "ESC":
		return s.name == "M" // up a row, the page scrolling
	case "OSC":
		switch s.name {
		case "2": // window title
			return utf8.ValidString(s.params) && !strings.ContainsFunc(s.params, func(r rune) bool { return r < 0x20 || r >= 0x7f && r < 0xa0 })
		case "8": // link
			_, target, _ := strings.Cut(s.params, ";")
			return target == "" || strings.HasPrefix(target, "https://") || strings.HasPrefix(target, "http://") || strings.HasPrefix(target, "mailto:")
		case "11": // what is the background
			return s.params == "?"
		}
	case "CSI":
		switch s.name {
		case "?h", "?l":
			return slices.Contains(modes, s.params)
		case "?$p": // is the mode known
			return s.params == "2026" || s.params == "2027"
		case ">m": // modifyOtherKeys
			return s.params == "4;2" || s.params == "4"
		case ">u", "<u", "=u", "?u": // kitty's keyboard protocol
			return true
		case " q": // the shape of the cursor
			return s.params == "0" || s.params == "1"
		case "?W": // tab stops every eight cells
			return s.params == "5"
		case "t": // the window's title, put aside and taken back
			return s.params == "22;2" || s.params == "23;2"
		}
		return len(s.name) == 1 && strings.IndexByte("mABCDEFGHIJKLMPSTXZ@bdr", s.name[0]) >= 0
	}
	return false
}

// TestOnlyAllowedEscapes shows a document full of escape sequences, in every
// way there is, and looks at each byte written.
func TestOnlyAllowedEscapes(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {160, 50}} {
		s := begin(t, "hostile", size[0], size[1])
		s.Wait("Title")
		for _, step := range []struct{ keys, until string }{
			{"r", "Removed"}, {"jjj ", "✓"}, {"h", "shown in its place"}, {"\tG", "100%"}, {"r", "› Removed"}, {"\x1b", "!Removed  9"}, {"/gone", "of"}, {"\r", "of"},
			{"x", "▌"}, {"jx", "u undoes"}, {"s", "Saved"}, {"o", "no address"}, {"?", "Keys"},
		} {
			s.Send(step.keys)
			if gone, ok := strings.CutPrefix(step.until, "!"); ok {
				s.WaitGone(gone)
				continue
			}
			s.Wait(step.until)
		}
		s.Send("q")
		s.WaitGone("Keys")
		s.Send("q")
		s.Exit()
		found, text := sequences(s.Written())
		for _, q := range found {
			if !allowed(q) {
				t.Errorf("wrote %q", q.raw)
			}
		}
		if strings.ContainsAny(text, "\u202e\u009b\u009d\u009c\u0090") || !utf8.ValidString(text) {
			t.Error("wrote characters that reorder text or control the terminal")
		}
		if !strings.Contains(text, "␛") {
			t.Error("what was an escape is not visible as one")
		}
	}
}

// TestAllowedIsNarrow makes sure the test above can fail.
func TestAllowedIsNarrow(t *testing.T) {
	for _, bad := range []string{
		"\x1b]0;owned\a", "\x1b]52;c;cm0=\x1b\\", "\x1bP+q544e\x1b\\", "\x1b_Gf=32;AAAA\x1b\\", "\x1b[?1003h", "\x1b[6n", "\x1bc", "\x1b[5i",
		"\x1b]8;;javascript:alert(1)\x1b\\", "\x1b]2;a\u009bb\x1b\\", "\x05", "\a", "\x1b[>c", "\x1b[21t", "\x1b]10;?\a", "\x1b]11;#ffffff\a",
	} {
		found, _ := sequences([]byte(bad))
		if len(found) == 0 || !slices.ContainsFunc(found, func(s sequence) bool { return !allowed(s) }) {
			t.Errorf("%q would pass: %+v", bad, found)
		}
	}
}

// balanced fails the test unless all that was switched on was switched off.
func balanced(t *testing.T, written []byte) {
	t.Helper()
	on := map[string]bool{"25": true}
	stack, title, keys := 0, 0, ""
	found, _ := sequences(written)
	for _, s := range found {
		switch s.kind + s.name {
		case "CSI?h", "CSI?l":
			on[s.params] = s.name == "?h"
		case "CSI>u":
			stack++
		case "CSI<u":
			stack--
		case "CSI>m":
			keys = s.params
		case "CSIt":
			if s.params == "22;2" {
				title++
			} else {
				title--
			}
		}
	}
	for mode, set := range on {
		if set != (mode == "25") {
			t.Errorf("mode %s was left as %v", mode, set)
		}
	}
	if stack != 0 || title != 0 || keys == "4;2" {
		t.Errorf("left behind: %d keyboard modes, %d titles, modifyOtherKeys %q", stack, title, keys)
	}
}
