package parse

import (
	"strings"

	"golang.org/x/net/html"
)

// sight is whether visitors of a page see an element.
type sight uint8

const (
	shown      sight = iota
	decorative       // marked as of no use to readers, and it is not text
	concealed        // hidden by the page
)

// decorationRunes is how much text aria-hidden takes away. Icons and their names are
// shorter; whatever is longer was marked by mistake, as in carousels.
const decorationRunes = 40

// noscriptRunes is how much text must stand in a <noscript> for it to be the
// page itself, as forums have it, and not a plea to switch scripts on.
const noscriptRunes = 400

// look tells whether an element is shown. It notes what the element's
// attributes make of it in the context, and facts about the page.
func (w *walker) look(n *html.Node, p part) sight {
	for i := range n.Attr {
		a := &n.Attr[i]
		switch a.Key {
		case attrClass, "rel", attrItemprop, "datetime":
			w.facts.seen(n, a)
		case attrHidden:
			if !strings.EqualFold(a.Val, "until-found") {
				return concealed
			}
		case "style":
			if stylesAway(a.Val) {
				return concealed
			}
		case "aria-hidden":
			if w.decorates(n, p, a.Val) {
				return decorative
			}
		case "role":
			if a.Val == "heading" && !w.cx.cell {
				w.cx.rank = rankOfHeading(attr(n, "aria-level"))
			}
		}
	}
	if p == dialog && !hasAttr(n, "open") || p == nojs && textRunes(n, noscriptRunes) < noscriptRunes {
		return concealed
	}
	return shown
}

// decorates reports whether aria-hidden with that value takes an element away.
// Within text that was found to be text it takes nothing more.
func (w *walker) decorates(n *html.Node, p part, value string) bool {
	if w.cx.revealed || p == picture || !strings.EqualFold(strings.TrimSpace(value), "true") {
		return false
	}
	if textRunes(n, decorationRunes) < decorationRunes {
		return true
	}
	w.cx.revealed = true
	return false
}

// rankOfHeading reads aria-level; headings by role have rank 2 without it.
func rankOfHeading(level string) int {
	if len(level) == 1 && level[0] >= '1' && level[0] <= '6' {
		return int(level[0] - '0')
	}
	return 2
}

// stylesAway reports whether an inline style hides its element.
func stylesAway(style string) bool {
	if len(style) < len("display:none") {
		return false
	}
	for style != "" {
		var rule string
		rule, style, _ = strings.Cut(style, ";")
		name, value, _ := strings.Cut(rule, ":")
		name = strings.TrimSpace(name)
		value = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(strings.ToLower(value)), "!important"))
		switch {
		case strings.EqualFold(name, "display"):
			if value == none {
				return true
			}
		case strings.EqualFold(name, "visibility"):
			if value == "hidden" || value == "collapse" {
				return true
			}
		}
	}
	return false
}
