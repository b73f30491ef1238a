package parse

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lectern/reader/doc"
)

// preformatted makes a block of a <pre>, line for line.
func (w *walker) preformatted(n *html.Node) {
	if w.cx.cell {
		w.block(n)
		return
	}
	w.boundary()
	var b strings.Builder
	w.lines(&b, n)
	text := trimLines(doc.CleanLines(b.String()))
	if strings.TrimSpace(text) == "" {
		return
	}
	w.add(doc.Block{Kind: doc.Code, Text: text, Language: languageOf(n), Element: w.ensure(len(w.frames))})
}

// lines writes the text below a node as it stands.
func (w *walker) lines(b *strings.Builder, n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			b.WriteString(c.Data)
		case html.ElementNode:
			w.codePart(b, c)
		default:
		}
	}
}

// codePart writes the text of an element in code. What is not part of a line
// stands on lines of its own.
func (w *walker) codePart(b *strings.Builder, n *html.Node) {
	if n.Namespace != "" {
		if spelled(n) {
			w.lines(b, n)
		} else {
			b.WriteByte(' ') // a drawing parts words
		}
		return
	}
	p := partOf(n.DataAtom)
	if p == lineBreak {
		b.WriteByte('\n')
		return
	}
	old := w.cx
	hidden := p == unseen || p == replaced || w.look(n, p) != shown
	w.cx = old
	if hidden {
		return
	}
	if p == inline && !strings.Contains(n.Data, "-") || p == anchor || p == mark {
		w.lines(b, n)
		return
	}
	newLine(b)
	if p == field {
		b.WriteString(fieldWords(n))
	} else {
		w.lines(b, n)
	}
	newLine(b)
}

func newLine(b *strings.Builder) {
	if s := b.String(); s != "" && s[len(s)-1] != '\n' {
		b.WriteByte('\n')
	}
}

// trimLines drops empty lines at the ends and white space at the end of each.
func trimLines(s string) string {
	ls := strings.Split(s, "\n")
	for i := range ls {
		ls[i] = strings.TrimRight(ls[i], " ")
	}
	for len(ls) > 0 && ls[0] == "" {
		ls = ls[1:]
	}
	for len(ls) > 0 && ls[len(ls)-1] == "" {
		ls = ls[:len(ls)-1]
	}
	return strings.Join(ls, "\n")
}

// languageOf returns the language of a code block as its classes name it.
func languageOf(pre *html.Node) string {
	nodes := []*html.Node{pre}
	if c := pre.FirstChild; c != nil && c.DataAtom == atom.Code {
		nodes = append(nodes, c)
	}
	for _, n := range nodes {
		classes := strings.ReplaceAll(attr(n, attrClass), "brush: ", "brush:")
		for class := range strings.FieldsSeq(classes) {
			for _, prefix := range [...]string{"language-", "lang-", "highlight-source-", "brush:"} {
				if l := strings.TrimPrefix(class, prefix); l != class && l != "" {
					return strings.ToLower(doc.Clean(strings.TrimSuffix(l, ";")))
				}
			}
		}
	}
	return ""
}
