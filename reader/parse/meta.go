package parse

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/text/language"

	"lectern/reader/doc"
)

// metas are the values of a page's <meta> elements by name or property, in
// lower case.
type metas map[string][]string

// metadata fills in what a page says of itself, from JSON-LD, <meta>,
// microdata and what stands in its body.
func metadata(d *doc.Document, root *html.Node, w *walker) {
	if root.FirstChild == nil {
		return
	}
	m := metas{}
	for _, n := range w.facts.metas {
		m.add(n)
	}
	head := headOf(root)
	d.Canonical = canonical(w.facts.links, m, w.base)
	var scripts []string
	for _, n := range w.facts.scripts {
		if n.FirstChild != nil {
			scripts = append(scripts, n.FirstChild.Data)
		}
	}
	l := linkedData(scripts)
	d.Meta = doc.Meta{Type: l.kind, Free: l.free, ArticleBody: l.body}
	if t := m.first("og:type"); d.Meta.Type == "" || !l.article && t != "" {
		d.Meta.Type = strings.ToLower(t)
	}
	d.Meta.Copy = m.first("generator") == "lectern"
	if evidence := m["cutoff"]; d.Meta.Copy && len(evidence) > 0 {
		d.Cutoff = doc.Cutoff{Cut: true, Evidence: evidence}
	}
	title := ""
	if len(w.facts.titles) > 0 {
		title = textOf(w.facts.titles[0])
	}
	host, heads := hostOf(d), headings(d)
	d.Site = stated(m.first("og:site_name"), l.publisher, m.first("application-name", "al:ios:app_name"), siteIn(title, host, heads))
	told := []string{stated(m.first("og:title", "twitter:title", "dc.title", "citation_title")), stated(l.headline), stated(title)}
	d.Title = headline(heads, told, d.Site, host)
	d.Description = stated(m.first("og:description", "description"), l.description, m.first("twitter:description"))
	d.Language = languageTag(pageLanguage(head), m.first("content-language"), l.language, m.first("og:locale", "dc.language"))
	d.Published = published(m, l, w)
	d.Byline = authors(m, l, w, d)
	guess(d)
	if d.Published == "" {
		d.Published = addressDate(d.Address)
	}
	if d.Site != "" {
		d.Byline = strings.TrimSuffix(d.Byline, " "+d.Site)
	}
}

func (m metas) add(n *html.Node) {
	content := words(attr(n, "content"))
	if content == "" {
		return
	}
	for _, key := range [...]string{"property", "name", attrItemprop, "http-equiv"} {
		if k := strings.ToLower(attr(n, key)); k != "" {
			m[k] = append(m[k], content)
		}
	}
}

// first returns the first value under any of the names, by the order of names.
func (m metas) first(names ...string) string {
	for _, n := range names {
		if v := m[n]; len(v) > 0 {
			return v[0]
		}
	}
	return ""
}

// stated returns the first string that is neither empty nor a template which
// the site did not fill in.
func stated(candidates ...string) string {
	for _, c := range candidates {
		if c == "" || strings.EqualFold(c, "undefined") || strings.EqualFold(c, "null") || c == "[object Object]" {
			continue
		}
		unfilled := false
		for _, sign := range [...]string{"{{", "}}", "{%", "<%", "${", "%%", "[["} {
			unfilled = unfilled || strings.Contains(c, sign)
		}
		if !unfilled {
			return c
		}
	}
	return ""
}

// canonical returns the address that a page calls its own.
func canonical(links []*html.Node, m metas, base *url.URL) string {
	for _, n := range links {
		if hasToken(attr(n, "rel"), "canonical") {
			if u := doc.CleanURL(base, attr(n, "href")); u != "" {
				return u
			}
		}
	}
	return doc.CleanURL(base, m.first("og:url"))
}

// hostOf returns the host of a page's address.
func hostOf(d *doc.Document) string {
	for _, a := range [...]string{d.Address, d.Canonical} {
		if u, err := url.Parse(a); err == nil && u.Host != "" {
			return strings.TrimPrefix(u.Hostname(), "www.")
		}
	}
	return ""
}

// headings returns the texts of the page's headings of the first rank, or of
// the second if it has none.
func headings(d *doc.Document) []string {
	for level := 1; level <= 2; level++ {
		var hs []string
		for i := range d.Blocks {
			if b := &d.Blocks[i]; b.Kind == doc.Heading && b.Level == level && !b.Hidden {
				hs = append(hs, b.Text)
			}
		}
		if len(hs) > 0 {
			return hs
		}
	}
	return nil
}

func pageLanguage(head *html.Node) string {
	if head == nil || head.Parent == nil {
		return ""
	}
	if l := attr(head.Parent, "lang"); l != "" {
		return l
	}
	return attr(head.Parent, "xml:lang")
}

// languageTag returns the first of the candidates that is a language, as a
// BCP 47 tag.
func languageTag(candidates ...string) string {
	for _, c := range candidates {
		c, _, _ = strings.Cut(strings.TrimSpace(c), ",")
		if c == "" || len(c) > 35 {
			continue
		}
		if t, err := language.Parse(c); err == nil && t != language.Und {
			return t.String()
		}
	}
	return ""
}

// published returns the date of publication.
func published(m metas, l linked, w *walker) string {
	if l.article {
		if p := dateOf(l.published); p != "" {
			return p
		}
	}
	for _, name := range [...]string{"article:published_time", "datepublished", "og:published_time", "article:published",
		"parsely-pub-date", "sailthru.date", "citation_publication_date", "citation_date", "dc.date.issued", "dc.date",
		"dcterms.created", "dcterms.date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
		"date", "bt:pubdate", "cxenseparse:recs:publishtime", "rnews:datepublished", "og:article:published_time"} {
		if p := dateOf(m.first(name)); p != "" {
			return p
		}
	}
	if p := dateOf(l.published); p != "" {
		return p
	}
	for _, n := range w.facts.props {
		if attr(n, attrItemprop) == "datePublished" {
			if p := firstDate(attr(n, "content"), attr(n, "datetime"), textOf(n)); p != "" {
				return p
			}
		}
	}
	for _, n := range w.facts.times {
		if p := firstDate(attr(n, "datetime"), textOf(n)); p != "" {
			return p
		}
	}
	return ""
}

func firstDate(candidates ...string) string {
	for _, c := range candidates {
		if p := dateOf(c); p != "" {
			return p
		}
	}
	return ""
}

// authors returns the byline: from what the page tells machines, or else from
// the first thing in it that calls itself a byline.
func authors(m metas, l linked, w *walker, d *doc.Document) string {
	if b := byline(l.authors); b != "" && !same(b, d.Site) {
		return b
	}
	for _, name := range [...]string{keyAuthor, "article:author", "citation_author", "parsely-author", "sailthru.author", "dc.creator",
		"dcterms.creator", "byl", "twitter:data1", "rnews:author", "article:author_name"} {
		if name == "twitter:data1" && !strings.Contains(strings.ToLower(m.first("twitter:label1")), "written by") {
			continue
		}
		names := m[name]
		if strings.HasPrefix(name, "citation") || strings.HasPrefix(name, "dc") {
			names = givenFirst(names)
		}
		if b := byline(names); b != "" && !same(b, d.Site) {
			return b
		}
	}
	for _, n := range w.facts.props {
		if p := attr(n, attrItemprop); p == keyAuthor || p == "creator" {
			if b := byline([]string{itemName(n)}); b != "" && !same(b, d.Site) {
				return b
			}
		}
	}
	for _, n := range w.facts.bylines {
		t := textOf(n)
		if b := bylineIn(t); b != "" {
			return b
		}
		if b := byline([]string{t}); strictName(b) {
			return b
		}
	}
	return ""
}

// givenFirst turns names around that catalogues write as "Doe, Jane".
func givenFirst(names []string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		family, given, ok := strings.Cut(n, ", ")
		if out[i] = n; ok && !strings.Contains(given, ",") {
			out[i] = given + " " + family
		}
	}
	return out
}

// itemName returns the name of a microdata item, or all of its text.
func itemName(n *html.Node) string {
	if c := attr(n, "content"); c != "" {
		return words(c)
	}
	for c := range n.Descendants() {
		if attr(c, attrItemprop) == keyName {
			if v := attr(c, "content"); v != "" {
				return words(v)
			}
			return textOf(c)
		}
	}
	return textOf(n)
}
