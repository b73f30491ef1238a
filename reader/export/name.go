package export

import (
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
	"golang.org/x/text/unicode/norm"

	"lectern/reader/doc"
)

// maxName is how long a file's name may be, in bytes. File systems take 255;
// programs that add endings of their own (.part, .sync-conflict-…) need room.
const maxName = 192

// FileName returns a name for the document's file that every system takes: its
// title, else the name of the file it was read from, else its site and date,
// else its host, else "article"; then the format's ending. The name has no
// folder, is at most 192 bytes long and is cut between characters as people see
// them.
func FileName(d *doc.Document, f Format) string { return numbered(d, f, 1) }

// numbered is FileName for the n-th file of that name.
func numbered(d *doc.Document, f Format, n int) string {
	ending := f.Extension()
	if n > 1 {
		ending = " " + strconv.Itoa(n) + ending
	}
	return cut(stem(d), maxName-len(ending)) + ending
}

// stem returns the name without its ending, of whatever length.
func stem(d *doc.Document) string {
	for _, s := range [...]string{d.Title, fileOf(d.Source), strings.TrimSpace(d.Site + " " + d.Published), hostOf(d)} {
		if s = portable(s); s != "" {
			return s
		}
	}
	return "article"
}

// fileOf returns the name of the file that a source is, without its ending, or
// "" for addresses and standard input.
func fileOf(source string) string {
	if source == "-" || strings.Contains(source, "://") {
		return ""
	}
	base := source[strings.LastIndexAny(source, `/\`)+1:]
	return strings.TrimSuffix(base, filepath.Ext(base))
}

func hostOf(d *doc.Document) string {
	u, err := url.Parse(sourceOf(d))
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

// portable makes a name of a text: composed characters, without those that
// some file system, shell or note program gives a meaning of its own.
func portable(s string) string {
	s = norm.NFC.String(strings.Map(portableRune, doc.Clean(s)))
	s = strings.Join(strings.Fields(s), " ")
	s = strings.TrimRight(strings.TrimLeft(s, " .-~"), " .")
	if isReserved(s) {
		s = "_" + s
	}
	return s
}

func portableRune(r rune) rune {
	switch {
	case strings.ContainsRune(`/\|:`, r): // stand between words
		return ' '
	case strings.ContainsRune(`#^[]*?"<>`, r), unicode.IsControl(r), r == unicode.ReplacementChar:
		return -1
	case unicode.IsSpace(r):
		return ' '
	}
	return r
}

// isReserved reports whether Windows takes a name for a device, whatever its
// ending: https://learn.microsoft.com/windows/win32/fileio/naming-a-file.
func isReserved(name string) bool {
	name, _, _ = strings.Cut(name, ".")
	name = strings.ToUpper(strings.TrimRight(name, " "))
	switch name {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	port, ok := strings.CutPrefix(name, "COM")
	if !ok {
		port, ok = strings.CutPrefix(name, "LPT")
	}
	r, n := utf8.DecodeRuneInString(port)
	return ok && n == len(port) && strings.ContainsRune("0123456789¹²³", r)
}

// cut shortens a name to a number of bytes, between grapheme clusters. A first
// cluster that is longer is cut between its code points.
func cut(s string, limit int) string {
	if len(s) <= limit {
		return s
	}
	end := 0
	for g := displaywidth.StringGraphemes(s); g.Next(); {
		n := len(g.Value())
		if end+n > limit {
			break
		}
		end += n
	}
	if end == 0 {
		for i := range s[:limit+1] {
			end = i
		}
	}
	return strings.TrimRight(s[:end], " .")
}
