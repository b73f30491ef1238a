package parse

import (
	"net/url"
	"path"
	"strings"

	"golang.org/x/net/html/atom"

	"lectern/reader/doc"
)

// sample is how much of a text Detect looks at, in bytes.
const sample = 64 << 10

// Detect tells what a text is written in. The bytes decide; the media type
// and the name in the address, both of which may be "", are hints where the
// bytes leave a choice. In doubt it is plain text.
func Detect(text, mediaType, address string) doc.Format {
	hint := hinted(mediaType, address)
	head := text[:min(len(text), sample)]
	if beginsPage(head) {
		return doc.HTML
	}
	tags := countTags(head)
	switch hint {
	case doc.Markdown:
		return doc.Markdown
	case doc.HTML:
		if tags.all > 0 || strings.TrimSpace(head) == "" {
			return doc.HTML
		}
	default:
	}
	// READMEs begin with HTML and go on in Markdown.
	if md := markdownScore(head); md >= minMarkdown && (!tags.leads || md > tags.blocks) {
		return doc.Markdown
	}
	if tags.page() {
		return doc.HTML
	}
	return doc.Text
}

// hinted returns the format that media type or name speak of, Auto if none.
func hinted(mediaType, address string) doc.Format {
	mediaType, _, _ = strings.Cut(strings.ToLower(mediaType), ";")
	switch strings.TrimSpace(mediaType) {
	case "text/html", "application/xhtml+xml":
		return doc.HTML
	case "text/markdown", "text/x-markdown":
		return doc.Markdown
	}
	if u, err := url.Parse(address); err == nil && u.Path != "" {
		address = u.Path
	}
	switch strings.ToLower(path.Ext(address)) {
	case ".html", ".htm", ".xhtml", ".xht", ".shtml":
		return doc.HTML
	case ".md", ".markdown", ".mdown", ".mkd", ".mkdn":
		return doc.Markdown
	}
	return doc.Auto
}

// beginsPage reports whether a text begins like a whole page, comments and an
// XML declaration apart.
func beginsPage(s string) bool {
	for {
		s = strings.TrimLeft(s, "\ufeff \t\r\n\f")
		switch {
		case strings.HasPrefix(s, "<!--"):
			_, rest, ok := strings.Cut(s, "-->")
			if !ok {
				return false
			}
			s = rest
		case hasPrefixFold(s, "<?xml"):
			return true
		default:
			return hasPrefixFold(s, "<!doctype") || hasPrefixFold(s, "<html") || hasPrefixFold(s, "<head") || hasPrefixFold(s, "<body")
		}
	}
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// tagCounts is how much of a text is HTML.
type tagCounts struct {
	all    int  // tags of any element of HTML
	blocks int  // of those that begin or end blocks
	pieces int  // equal pieces of the text
	tagged int  // of those with a block tag in them
	leads  bool // the text begins with a tag
}

// page reports whether the text is a page or a fragment of one, and does not
// merely show some tags: it begins with one, or has them all over.
func (c tagCounts) page() bool {
	if c.leads && c.all >= 2 && 4*c.tagged >= c.pieces {
		return true
	}
	return c.blocks >= 3 && 4*c.tagged >= 3*c.pieces
}

// A text is looked at in pieces, to see whether its tags are all over it.
const (
	maxPieces = 32
	minPiece  = 600 // bytes
)

// countTags looks for the tags of HTML.
func countTags(s string) tagCounts {
	c := tagCounts{leads: tagAt(strings.TrimLeft(s, "\ufeff \t\r\n")) != 0}
	size := max(minPiece, len(s)/maxPieces+1)
	c.pieces = (len(s) + size - 1) / size
	last := -1 // the piece of the last block tag
	for i := strings.IndexByte(s, '<'); i >= 0; {
		if a := tagAt(s[i:]); a != 0 {
			c.all++
			if p := partOf(a); p != inline && p != mark && p != anchor && p != picture {
				c.blocks++
				if i/size != last {
					c.tagged++
					last = i / size
				}
			}
		}
		next := strings.IndexByte(s[i+1:], '<')
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return c
}

// maxTag bounds the length of what is taken for a tag or a link's target.
const maxTag = 2000

// tagAt returns the element whose tag a text begins with, 0 if it does not
// begin with a tag of HTML.
func tagAt(s string) atom.Atom {
	if len(s) < 3 || s[0] != '<' {
		return 0
	}
	name := strings.TrimPrefix(s[1:min(len(s), maxTag)], "/")
	end := strings.IndexByte(name, '>')
	if end < 0 {
		return 0
	}
	name = name[:end]
	attrs := ""
	if i := strings.IndexAny(name, " \t\r\n/"); i >= 0 {
		name, attrs = name[:i], name[i:]
	}
	a := atom.Lookup([]byte(strings.ToLower(name)))
	if !isElement(a) || !attributes(attrs) {
		return 0
	}
	return a
}

// attributes reports whether what stands in a tag after its name can be
// attributes, and is not prose as in "a <b or c> d".
func attributes(s string) bool {
	s = strings.Trim(s, " /\t\r\n")
	return strings.IndexByte(s, '<') < 0 && (strings.IndexByte(s, '=') >= 0 || strings.IndexByte(s, ' ') < 0)
}

// isElement reports whether an atom names an element. Atoms also name
// attributes and events.
func isElement(a atom.Atom) bool {
	switch a {
	case 0:
		return false
	case atom.Span, atom.Font, atom.Abbr, atom.Label, atom.Small, atom.Big, atom.U, atom.Q, atom.Time, atom.Nobr,
		atom.Picture, atom.Ruby, atom.Rt, atom.Bdi, atom.Bdo, atom.Ins, atom.Wbr:
		return true
	default:
		return partOf(a) != inline
	}
}

// minMarkdown is how strong the evidence must be for a text to be Markdown
// that is not called so. A dash before a line or an underscore is none.
const minMarkdown = 5

// markdownScore weighs the evidence that a text is Markdown: marks that people
// do not write in plain text. It takes two sorts of them.
func markdownScore(s string) int {
	var headings, links, fences, bold, tables, code int
	for line := range strings.SplitSeq(s, "\n") {
		t := strings.TrimSpace(line)
		switch {
		case t == "":
			continue
		case strings.HasPrefix(t, "```") || strings.HasPrefix(t, "~~~"):
			fences++
		case isATX(t):
			headings++
		case isDelimiterRow(t):
			tables++
		case strings.HasPrefix(t, "[") && strings.Contains(t, "]: http"):
			links++
		}
		links += countLinks(t)
		bold += strings.Count(t, "**") / 2
		code += strings.Count(t, "`") / 2
	}
	score, sorts := 0, 0
	for _, e := range [...]struct{ n, weight, most int }{
		{headings, 1, 4}, {links, 2, 6}, {fences / 2, 3, 6}, {bold, 1, 3}, {tables, 3, 3}, {code, 1, 2},
	} {
		if e.n > 0 {
			score += min(e.n*e.weight, e.most)
			sorts++
		}
	}
	if body, _, ok := cutFrontMatter(s); ok && body != s {
		score += 4
		sorts++
	}
	if sorts < 2 {
		return 0
	}
	return score
}

// isATX reports whether a line is a heading such as "## Next".
func isATX(t string) bool {
	rest := strings.TrimLeft(t, "#")
	n := len(t) - len(rest)
	return n >= 1 && n <= 6 && strings.HasPrefix(rest, " ") && strings.TrimSpace(rest) != ""
}

// isDelimiterRow reports whether a line sets a table's heading apart.
func isDelimiterRow(t string) bool {
	return strings.Contains(t, "|") && strings.Contains(t, "--") && strings.Trim(t, "|-: \t") == ""
}

// countLinks counts the inline links and images of a line.
func countLinks(t string) int {
	n := 0
	for {
		_, rest, ok := strings.Cut(t, "](")
		if !ok {
			return n
		}
		target, _, closed := strings.Cut(rest[:min(len(rest), maxTag)], ")")
		if closed && target != "" && (strings.ContainsAny(target, "/.#") || strings.HasPrefix(target, "<")) {
			n++
		}
		t = rest
	}
}
