package classify

import (
	"strings"

	"lectern/reader/doc"
)

// category is what a container's names say it is for; a bit each.
type category uint32

// The categories, in the order of words/classes.txt.
const (
	catContent category = 1 << iota
	catArticle
	catTitle
	catMeta
	catAuthor
	catTags
	catNav
	catHeader
	catFooter
	catSidebar
	catRelated
	catSocial
	catComments
	catNewsletter
	catSubscription
	catConsent
	catAd
	catCTA
	catAccount
	catLegal
	catPlayer
	catCaption
	catOverlay
	catProduct
	catCard
	catForum
	catSignature
	catFAQ
	catForm
)

const categories = 29

// role is what a container's element name is for; a bit each.
type role uint16

const (
	tagMain role = 1 << iota
	tagArticle
	tagSection
	tagNav
	tagHeader
	tagFooter
	tagAside
	tagForm
	tagButton
	tagList
	tagItem
	tagTable
	tagQuote
	tagFigure
	tagLink
	tagDetails
)

const roles = 16

// tagRoles maps element names and ARIA roles.
var tagRoles = map[string]role{
	"main": tagMain, "article": tagArticle, "section": tagSection, "nav": tagNav, "header": tagHeader,
	"footer": tagFooter, "aside": tagAside, "form": tagForm, "fieldset": tagForm, "label": tagForm,
	"button": tagButton, "select": tagForm, "ul": tagList, "ol": tagList, "li": tagItem, "dl": tagList, "dt": tagItem, "dd": tagItem,
	"table": tagTable, "td": tagTable, "th": tagTable, "blockquote": tagQuote, "figure": tagFigure, "a": tagLink,
	"details": tagDetails, "summary": tagDetails, "dialog": tagForm,
	"navigation": tagNav, "banner": tagHeader, "contentinfo": tagFooter, "complementary": tagAside, "search": tagForm,
	"menu": tagNav, "menuitem": tagNav, "menubar": tagNav, "tablist": tagNav,
}

// node is what the classifier knows of one container.
type node struct {
	parent   int
	depth    int
	own      category // from its own names
	all      category // from its own names and its ancestors'
	tags     role     // its own element
	above    role     // its own and its ancestors' elements
	size     int      // letters in it
	linked   int      // letters in links
	prose    int      // letters in prose blocks
	blocks   int
	proses   int
	hits     int // blocks with a strong phrase
	same     int // siblings of the same tag and class, itself included
	order    int // how many of those stand before it
	first    int // its first block
	last     int // its last block
	children int
	outer    int  // the innermost container from it outwards with more than one block
	wider    int  // the next container outwards with more blocks, -1 for none
	belief   mass // what the first pass made of it
}

// naming reads class names; the same class attribute is looked up once a page.
type naming struct {
	lex  *lexicon
	seen map[string]category
	low  []byte
}

func newClassLexicon() *lexicon {
	l := &lexicon{}
	for i, line := range embedded("words/classes.txt") {
		for p := range strings.SplitSeq(line[1], " | ") {
			l.add(uint8(i), p) //nolint:gosec // categories are few
		}
	}
	return l
}

// read returns the categories that a name hints at.
func (n *naming) read(name string) category {
	if name == "" {
		return 0
	}
	if c, ok := n.seen[name]; ok {
		return c
	}
	n.low = n.low[:0]
	var prev byte
	for i := range len(name) {
		c := name[i]
		if c >= 'A' && c <= 'Z' {
			if prev >= 'a' && prev <= 'z' {
				n.low = append(n.low, '-')
			}
			c += 'a' - 'A'
		}
		if c == '_' || c == ' ' || c == ':' || c == '/' {
			c = '-'
		}
		n.low = append(n.low, c)
		prev = name[i]
	}
	n.low = append(n.low, '-', ' ', ' ')
	var cats category
	for i := 0; i+2 < len(n.low); i++ {
		start := i == 0 || n.low[i-1] == '-'
		n.lex.match(n.low, i, func(p *phrase, _ int) {
			if start || p.place != atStart {
				cats |= 1 << p.group
			}
		})
	}
	n.seen[name] = cats
	return cats
}

// nodes builds the containers' table from the document.
func (n *naming) nodes(d *doc.Document) []node {
	out := make([]node, len(d.Elements))
	type signature struct {
		parent     int
		tag, class string
	}
	count := make(map[signature]int, len(out))
	for i := range d.Elements {
		e := &d.Elements[i]
		o := &out[i]
		o.parent, o.first, o.last = e.Parent, -1, -1
		o.own = n.read(e.Class) | n.read(e.ID) | n.read(e.Label) | n.read(e.Itemprop)
		o.tags = tagRoles[e.Tag] | tagRoles[e.Role]
		if e.Tag == "body" || e.Tag == "html" {
			o.own = 0
		}
		o.all, o.above = o.own, o.tags
		if e.Parent >= 0 {
			up := &out[e.Parent]
			up.children++
			o.depth, o.all, o.above = up.depth+1, o.all|up.all, o.above|up.above
		}
		k := signature{e.Parent, e.Tag, e.Class}
		o.order = count[k]
		count[k]++
	}
	for i := range d.Elements {
		e := &d.Elements[i]
		out[i].same = count[signature{e.Parent, e.Tag, e.Class}]
	}
	return out
}
