package parse

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxDepth is how deep elements may nest in a page that the parser refused.
// x/net/html stops at 512 open elements, some of which it opens by itself.
const maxDepth = 384

// tree parses a page. The parser refuses pages nested deeper than 512; these
// are parsed again with the elements beyond maxDepth left out, or beyond
// less than that, and their text kept.
func tree(text string) *html.Node {
	parse := func(s string) (*html.Node, error) {
		return html.ParseWithOptions(strings.NewReader(s), html.ParseOptionEnableScripting(false))
	}
	text = framed(text)
	root, err := parse(text)
	for depth := maxDepth; err != nil && depth >= 1; depth /= 4 {
		root, err = parse(shallow(text, depth))
	}
	if err != nil {
		root = &html.Node{Type: html.DocumentNode}
		root.AppendChild(&html.Node{Type: html.TextNode, Data: text})
	}
	return root
}

// void reports whether an element has no content and no end tag.
func void(a atom.Atom) bool {
	switch a {
	case atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link,
		atom.Meta, atom.Source, atom.Track, atom.Wbr:
		return true
	default:
		return false
	}
}

// raw reports whether an element's content is not markup.
func raw(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Textarea, atom.Title, atom.Iframe, atom.Noembed, atom.Noframes, atom.Xmp,
		atom.Plaintext:
		return true
	default:
		return false
	}
}

// shallow rewrites a page so that no element is nested deeper than depth and
// every element that is opened is closed in order. A tag beyond that becomes
// a space.
func shallow(text string, depth int) string {
	s := shallower{depth: depth, count: map[string]int{}}
	s.out.Grow(len(text))
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		switch z.Next() {
		case html.ErrorToken: // the end: a string cannot fail to be read
			s.out.Write(z.Raw())
			return s.out.String()
		case html.StartTagToken:
			whole := string(z.Raw())
			name, _ := z.TagName()
			s.start(string(name), whole)
		case html.EndTagToken:
			name, _ := z.TagName()
			s.end(string(name))
		default:
			s.out.Write(z.Raw())
		}
	}
}

// shallower writes the page that shallow returns.
type shallower struct {
	out     strings.Builder
	depth   int
	open    []openTag
	count   map[string]int // how many of open have a name, so that stray end tags cost nothing
	written int            // how many of open are in the output
}

type openTag struct {
	name    string
	written bool
}

func (s *shallower) start(name, whole string) {
	a := atom.Lookup([]byte(name))
	if void(a) {
		s.out.WriteString(whole)
		return
	}
	t := openTag{name: name, written: s.written < s.depth || raw(a)}
	if t.written {
		s.out.WriteString(whole)
		s.written++
	} else {
		s.out.WriteByte(' ')
	}
	s.open = append(s.open, t)
	s.count[name]++
}

func (s *shallower) end(name string) {
	for s.count[name] > 0 {
		t := s.open[len(s.open)-1]
		s.open = s.open[:len(s.open)-1]
		s.count[t.name]--
		if t.written {
			s.written--
			s.out.WriteString("</" + t.name + ">")
		} else {
			s.out.WriteByte(' ')
		}
		if t.name == name {
			return
		}
	}
}
