package parse

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Names that more than one format has.
const (
	attrClass    = "class"
	attrHidden   = "hidden"
	attrItemprop = "itemprop"
	keyAuthor    = "author"
	keyName      = "name"
	none         = "none"
	svg          = "svg"
)

// part is what an element means for the making of blocks.
type part uint8

const (
	inline    part = iota // a stretch of text
	container             // starts and ends blocks
	loose                 // a container, unless it stands inside a paragraph
	unseen                // not shown
	replaced              // shown, but without words of its own
	lineBreak
	ruler
	picture
	anchor
	mark // emphasis, code and the like
	heading
	paragraph
	preformatted
	quotation
	list
	item
	term
	details // dd
	caption
	table
	cell
	field // input, textarea
	nojs
	dialog
)

// partOf classifies the elements of HTML. Those it does not know are inline,
// as in browsers.
func partOf(a atom.Atom) part {
	switch a {
	case atom.Script, atom.Style, atom.Head, atom.Template, atom.Title, atom.Datalist, atom.Noframes, atom.Noembed,
		atom.Base, atom.Link, atom.Meta, atom.Param, atom.Source, atom.Track, atom.Colgroup, atom.Col, atom.Area:
		return unseen
	case atom.Svg, atom.Iframe, atom.Object, atom.Embed, atom.Audio, atom.Video, atom.Canvas, atom.Applet,
		atom.Progress, atom.Meter, atom.Frame, atom.Frameset:
		return replaced
	case atom.Address, atom.Article, atom.Aside, atom.Body, atom.Center, atom.Details, atom.Div, atom.Dl,
		atom.Fieldset, atom.Figure, atom.Footer, atom.Form, atom.Header, atom.Hgroup, atom.Html, atom.Legend, atom.Main,
		atom.Nav, atom.Optgroup, atom.Option, atom.Search, atom.Section, atom.Select, atom.Summary,
		atom.Tbody, atom.Tfoot, atom.Thead, atom.Tr, atom.Marquee:
		return container
	case atom.Button:
		return loose
	case atom.Br:
		return lineBreak
	case atom.Hr:
		return ruler
	case atom.Img:
		return picture
	case atom.A:
		return anchor
	case atom.Em, atom.I, atom.Cite, atom.Dfn, atom.Var, atom.Strong, atom.B, atom.Code, atom.Kbd, atom.Samp, atom.Tt,
		atom.Del, atom.S, atom.Strike, atom.Sup, atom.Sub, atom.Mark:
		return mark
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return heading
	default:
		return textPartOf(a)
	}
}

// textPartOf is the second half of partOf.
func textPartOf(a atom.Atom) part {
	switch a {
	case atom.P:
		return paragraph
	case atom.Ul, atom.Ol, atom.Menu, atom.Dir:
		return list
	case atom.Li:
		return item
	case atom.Dt:
		return term
	case atom.Dd:
		return details
	case atom.Blockquote:
		return quotation
	case atom.Pre, atom.Listing, atom.Xmp, atom.Plaintext:
		return preformatted
	case atom.Figcaption, atom.Caption:
		return caption
	case atom.Table:
		return table
	case atom.Td, atom.Th:
		return cell
	case atom.Input, atom.Textarea:
		return field
	case atom.Noscript:
		return nojs
	case atom.Dialog:
		return dialog
	default:
		return inline
	}
}

// atomOf returns the atom of an element's name.
func atomOf(name string) atom.Atom { return atom.Lookup([]byte(name)) }

// fieldWords returns what a form field shows: the words on a button, the text
// in a field, or else its placeholder.
func fieldWords(n *html.Node) string {
	words := ""
	switch kind := strings.ToLower(attr(n, "type")); {
	case n.DataAtom == atom.Textarea:
		if n.FirstChild != nil {
			words = n.FirstChild.Data
		}
	case kind == "image":
		words = attr(n, "alt")
	case kind == "submit", kind == "button", kind == "reset", kind == "", kind == "text", kind == "email",
		kind == "search", kind == "tel", kind == "url", kind == "number":
		words = attr(n, "value")
	}
	if strings.TrimSpace(words) == "" {
		words = attr(n, "placeholder")
	}
	return strings.TrimSpace(words)
}
