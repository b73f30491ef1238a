package parse

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"lectern/reader/doc"
)

// visibleWords is a second opinion on what visitors of a page read: it strips
// what is not shown from the tree, puts a space wherever something else than
// phrasing begins or ends, and splits. It shares no code with the walker.
func visibleWords(page string) []string {
	root := tree(strings.ToValidUTF8(page, "\ufffd"))
	deliver(root)
	strip(root, false)
	var b strings.Builder
	spell(&b, root)
	return strings.Fields(unmarked(doc.Clean(b.String())))
}

// deliver does what the scripts do of a page that React sends in pieces.
func deliver(root *html.Node) {
	byID := map[string]*html.Node{}
	var pieces []*html.Node
	for n := range root.Descendants() {
		id := attr(n, "id")
		if byID[id] == nil {
			byID[id] = n
		}
		if n.Data == "div" && strings.HasPrefix(id, "S:") && hasAttr(n, "hidden") {
			pieces = append(pieces, n)
		}
	}
	for _, piece := range pieces {
		number := strings.TrimPrefix(attr(piece, "id"), "S:")
		piece.Attr = nil
		for _, prefix := range []string{"B:", "P:"} {
			place := byID[prefix+number]
			if place == nil || place.Data != "template" || place.Parent == nil || place.Parent.Data == "head" {
				continue
			}
			if prefix == "B:" {
				clearStandIn(place)
			}
			for _, c := range slices.Collect(piece.ChildNodes()) {
				piece.RemoveChild(c)
				place.Parent.InsertBefore(c, place)
			}
			place.Parent.RemoveChild(place)
		}
	}
}

// clearStandIn removes what stands in for a piece, up to the comment that ends
// it, which stands beside the place.
func clearStandIn(place *html.Node) {
	var old []*html.Node
	depth := 1
	for n := place.NextSibling; n != nil && depth > 0; n = n.NextSibling {
		if n.Type == html.CommentNode {
			depth += map[string]int{"/$": -1, "$": 1, "$?": 1, "$!": 1}[n.Data]
		}
		old = append(old, n)
	}
	if depth > 0 {
		return // never ended
	}
	for _, n := range old {
		n.Parent.RemoveChild(n)
	}
}

// unmarked drops the marks of direction, which nobody sees: doc.Clean keeps them
// beside right-to-left letters, and a block has other neighbours than a page.
func unmarked(s string) string {
	return strings.NewReplacer("\u200e", "", "\u200f", "", "\u061c", "").Replace(s)
}

var (
	awayTags = names("script style head template title datalist noframes noembed base link meta param source track " +
		"colgroup col area svg iframe object embed audio video canvas applet progress meter frame frameset")
	// What the rendering section of the HTML standard displays as a block, or
	// as a thing of its own in the line.
	apart = names("address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset " +
		"figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main marquee menu nav noscript ol " +
		"optgroup option p plaintext pre search section select summary table tbody td tfoot th thead tr ul xmp br img input textarea")
	awayStyle = regexp.MustCompile(`(?i)(^|;)\s*(display\s*:\s*none|visibility\s*:\s*(hidden|collapse))\s*(!important)?\s*(;|$)`)
	texted    = names("text email search tel url number")
)

func names(s string) map[string]bool {
	m := map[string]bool{}
	for f := range strings.FieldsSeq(s) {
		m[f] = true
	}
	return m
}

// strip removes what is not shown.
func strip(n *html.Node, spoken bool) {
	for _, c := range slices.Collect(n.ChildNodes()) {
		if c.Type == html.CommentNode || c.Type == html.DoctypeNode {
			n.RemoveChild(c)
			continue
		}
		if c.Type != html.ElementNode {
			continue
		}
		at := map[string]string{}
		for _, a := range c.Attr {
			if _, ok := at[a.Key]; !ok {
				at[a.Key] = a.Val
			}
		}
		_, hiddenAttr := at["hidden"]
		_, open := at["open"]
		_, shadow := at["shadowrootmode"]
		here := spoken
		switch {
		case c.Data == "template" && shadow && c.Namespace == "":
		case awayTags[c.Data] && c.Namespace != "math" || c.Namespace == "svg" || c.Namespace == "math" && (c.Data == "annotation" || c.Data == "annotation-xml"),
			c.Namespace == "" && (hiddenAttr && !strings.EqualFold(at["hidden"], "until-found") || awayStyle.MatchString(at["style"]) ||
				c.Data == "dialog" && !open || c.Data == "noscript" && length(c) < 400):
			n.InsertBefore(gap(c), c)
			n.RemoveChild(c)
			continue
		case c.Namespace == "" && !spoken && strings.EqualFold(strings.TrimSpace(at["aria-hidden"]), "true"):
			if length(c) < 40 && c.Data != "img" {
				n.RemoveChild(c)
				continue
			}
			here = true
		}
		strip(c, here)
	}
}

// gap is what stands for an element that is not shown: a space for those that
// take room on the screen.
func gap(c *html.Node) *html.Node {
	s := ""
	if c.Namespace == "svg" || names("iframe object embed audio video canvas applet progress meter")[c.Data] {
		s = " "
	}
	return &html.Node{Type: html.TextNode, Data: s}
}

// length counts the characters of a subtree, scripts and the like apart.
func length(n *html.Node) int {
	total := 0
	for c := range n.ChildNodes() {
		if c.Type == html.TextNode {
			total += len([]rune(strings.Join(strings.Fields(c.Data), "")))
		} else if c.Type == html.ElementNode && !awayTags[c.Data] {
			total += length(c)
		}
	}
	return total
}

func spell(b *strings.Builder, n *html.Node) {
	for c := range n.ChildNodes() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
			continue
		}
		apart := c.Namespace == "" && (apart[c.Data] || c.DataAtom == 0 && strings.Contains(c.Data, "-"))
		for _, a := range c.Attr {
			apart = apart || a.Key == "role" && a.Val == "heading" && c.Namespace == ""
		}
		if apart {
			b.WriteByte(' ')
		}
		switch c.Data {
		case "input", "textarea":
			b.WriteString(fieldText(c))
		default:
			spell(b, c)
		}
		if apart {
			b.WriteByte(' ')
		}
	}
}

func fieldText(c *html.Node) string {
	at := map[string]string{"type": "text"}
	for _, a := range c.Attr {
		at[a.Key] = a.Val
	}
	s := ""
	switch t := strings.ToLower(at["type"]); {
	case c.Data == "textarea":
		if c.FirstChild != nil {
			s = c.FirstChild.Data
		}
	case t == "submit" || t == "button" || t == "reset" || t == "" || texted[t]:
		s = at["value"]
	case t == "image":
		s = at["alt"]
	}
	if strings.TrimSpace(s) == "" {
		s = at["placeholder"]
	}
	return s
}

// blockWords lists the words of a document's blocks, images and hidden ones apart.
func blockWords(d *doc.Document) []string {
	var ws []string
	for i := range d.Blocks {
		if b := &d.Blocks[i]; b.Kind != doc.Image && !b.Hidden {
			ws = append(ws, strings.FieldsFunc(unmarked(b.Text), unicode.IsSpace)...)
		}
	}
	return ws
}

// differ reports where two lists of words part, "" if they do not.
func differ(got, want []string) string {
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			lo := max(0, i-4)
			return "got  … " + strings.Join(got[min(lo, len(got)):min(i+6, len(got))], " ") +
				"\nwant … " + strings.Join(want[min(lo, len(want)):min(i+6, len(want))], " ")
		}
	}
	return ""
}

// shared returns the folder of data kept outside the repository.
func shared(tb testing.TB) string {
	tb.Helper()
	dir := os.Getenv("LECTERN_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	if _, err := os.Stat(dir); err != nil {
		tb.Skip("no shared data here; set LECTERN_SHARED to its folder")
	}
	return dir
}

// page is a row of the pages to check.
type page struct {
	ID    string `json:"id"`
	URL   string `json:"url"`
	HTML  string `json:"html"`
	Lines []struct {
		Text string `json:"text"`
	} `json:"lines"`
}

// eachRow reads packed pages.
func eachRow(tb testing.TB, file string, do func(page)) {
	tb.Helper()
	f, err := os.Open(file)
	if err != nil {
		tb.Skip("no pages here: ", err)
	}
	defer func() { _ = f.Close() }()
	z, err := gzip.NewReader(f)
	if err != nil {
		tb.Fatal(err)
	}
	in := bufio.NewReaderSize(z, 1<<20)
	for {
		line, err := in.ReadBytes('\n')
		if len(line) > 1 {
			var p page
			if e := json.Unmarshal(line, &p); e != nil {
				tb.Fatal(e)
			}
			do(p)
		}
		if err != nil {
			return
		}
	}
}

func TestEveryVisibleWordOfCrawledPages(t *testing.T) {
	if testing.Short() {
		t.Skip("reads thousands of pages")
	}
	files, _ := filepath.Glob(filepath.Join(shared(t), "data", "wcxb-dev", "*.jsonl.gz"))
	pages, words := 0, 0
	for _, f := range files {
		eachRow(t, f, func(p page) {
			d := HTML(p.HTML, p.URL)
			got, want := blockWords(d), visibleWords(p.HTML)
			pages++
			words += len(want)
			if diff := differ(got, want); diff != "" {
				t.Errorf("page %s: blocks and page part\n%s", p.ID, diff)
			}
		})
	}
	t.Logf("%d pages, %d words", pages, words)
}
