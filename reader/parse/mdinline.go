package parse

import (
	"html"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"lectern/reader/doc"
)

// inlines collects the text of a node's inline children.
func (m *marker) inlines(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		m.inline(c)
	}
}

func (m *marker) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		m.text(n)
	case *ast.String:
		m.flow.write(string(n.Value))
	case *ast.CodeSpan:
		m.span(n, doc.InlineCode, "")
	case *ast.Emphasis:
		kind := doc.Emphasis
		if n.Level == 2 {
			kind = doc.Strong
		}
		m.span(n, kind, "")
	case *east.Strikethrough:
		m.span(n, doc.Strike, "")
	case *ast.Link:
		m.span(n, doc.Link, doc.CleanURL(m.base, string(n.Destination)))
	case *ast.AutoLink:
		target := string(n.URL(m.src))
		if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(target), "mailto:") {
			target = "mailto:" + target
		}
		m.reach(n.Pos(), n.Pos())
		m.flow.push(doc.Link, doc.CleanURL(m.base, target))
		m.flow.write(string(n.Label(m.src)))
		m.flow.pop()
	case *ast.Image:
		m.image(n)
	case *ast.RawHTML:
		m.rawTag(n)
	case *east.TaskCheckBox:
		m.mark = "☐"
		if n.IsChecked {
			m.mark = "☑"
		}
	case *east.FootnoteLink:
		m.flow.push(doc.Superscript, "")
		m.flow.write(strconv.Itoa(n.Index))
		m.flow.pop()
	default:
		m.inlines(n)
	}
}

// span collects the text of inline markup.
func (m *marker) span(n ast.Node, k doc.SpanKind, target string) {
	if m.flow.has(k) {
		m.inlines(n)
		return
	}
	m.flow.push(k, target)
	m.inlines(n)
	m.flow.pop()
}

// text adds a piece of text; its line break ends a block or is a space.
func (m *marker) text(n *ast.Text) {
	m.reach(n.Segment.Start, n.Segment.Stop-1)
	s := string(n.Segment.Value(m.src))
	if _, code := n.Parent().(*ast.CodeSpan); !code && !n.IsRaw() {
		s = unescape(s)
	}
	m.flow.write(s)
	switch {
	case n.HardLineBreak() && !m.heading:
		m.breakLine()
	case n.HardLineBreak() || n.SoftLineBreak():
		m.flow.space = true
	}
}

// breakLine ends a line within a paragraph.
func (m *marker) breakLine() {
	if !m.flow.word {
		return
	}
	line := m.lines.of(m.last)
	b := m.paragraph()
	b.Text, b.Spans = m.flow.take()
	b.Tight = m.tight
	m.mark = ""
	m.add(b, m.lines.of(m.first), line)
	m.tight = true
	m.first, m.last = -1, -1
}

// reach notes that the text collected comes from these offsets.
func (m *marker) reach(first, last int) {
	if first < 0 {
		return
	}
	if m.first < 0 {
		m.first = first
	}
	m.last = max(m.last, last, first)
}

// image lays an image by until the text around it has ended.
func (m *marker) image(n *ast.Image) {
	var b strings.Builder
	plainText(&b, n, m.src)
	img := doc.Block{Kind: doc.Image, Text: words(b.String()), Target: doc.CleanURL(m.base, string(n.Destination))}
	m.flow.space = true
	if img.Text != "" || img.Target != "" {
		m.images = append(m.images, img)
	}
}

// plainText writes the text below an inline node.
func plainText(b *strings.Builder, n ast.Node, src []byte) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			b.WriteString(unescape(string(c.Segment.Value(src))))
			if c.SoftLineBreak() || c.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(c.Value)
		default:
			plainText(b, c, src)
		}
	}
}

// rawTag reads an inline HTML tag: the markup it stands for, if lectern has it.
func (m *marker) rawTag(n *ast.RawHTML) {
	var b strings.Builder
	for i := range n.Segments.Len() {
		s := n.Segments.At(i)
		b.Write(s.Value(m.src))
	}
	tag := strings.ToLower(strings.Trim(b.String(), "<> /"))
	closing := strings.HasPrefix(b.String(), "</")
	tag, _, _ = strings.Cut(tag, " ")
	switch tag {
	case "br":
		if m.heading {
			m.flow.space = true
			return
		}
		m.breakLine()
	case "b", "strong", "i", "em", "cite", "sup", "sub", "mark", "del", "s", "kbd", "code", "samp":
		m.tag(tag, closing)
	}
}

// tag opens or closes markup that is written as an HTML tag.
func (m *marker) tag(name string, closing bool) {
	k := markOf(atomOf(name))
	open := m.flow.open
	switch {
	case !closing && !m.flow.has(k):
		m.flow.push(k, "")
	case closing && len(open) > 0 && open[len(open)-1].kind == k:
		m.flow.pop()
	}
}

// unescape resolves backslash escapes and character references, as CommonMark
// has them outside code.
func unescape(s string) string {
	if strings.IndexByte(s, '\\') < 0 && strings.IndexByte(s, '&') < 0 {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s) && punctuation(s[i+1]):
			i++
			b.WriteByte(s[i])
		case s[i] == '&':
			n := reference(s[i:])
			b.WriteString(html.UnescapeString(s[i : i+n]))
			i += n - 1
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

// reference returns the length of the character reference that s begins with,
// 1 if there is none but its first character.
func reference(s string) int {
	for i := 1; i < len(s); i++ {
		switch c := s[i]; {
		case c == ';':
			return i + 1
		case c != '#' && (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'z'):
			return 1
		}
	}
	return 1
}

func punctuation(c byte) bool {
	return c >= '!' && c <= '/' || c >= ':' && c <= '@' || c >= '[' && c <= '`' || c >= '{' && c <= '~'
}
