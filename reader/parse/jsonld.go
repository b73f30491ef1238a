package parse

import (
	"encoding/json"
	"html"
	"strings"
	"unicode/utf8"
)

// linked is what the JSON-LD of a page says of its main item.
type linked struct {
	kind, headline, description, published, language, publisher, body string
	authors                                                           []string
	free                                                              *bool
	article                                                           bool // the item is an article of some kind
}

// Limits on JSON-LD, so that a page cannot make it costly.
const (
	maxScript  = 1 << 20 // bytes of one script
	maxObjects = 512     // objects of all scripts
	maxLevels  = 8       // nesting of objects that are items of their own
)

// object is a JSON object.
type object = map[string]any

// linkedData reads the scripts and returns the main item: the first article,
// or else the first thing with an author or a date, or else the page.
func linkedData(scripts []string) linked {
	g := graph{byID: map[string]object{}}
	for _, s := range scripts {
		if len(s) > maxScript {
			continue
		}
		for _, v := range decodeAll(s) {
			g.collect(v, 0)
		}
	}
	best, rank := object(nil), 0
	for _, o := range g.items {
		if r := rankOf(o); r > rank {
			best, rank = o, r
		}
	}
	if best == nil {
		return linked{publisher: g.siteName()}
	}
	l := g.read(best)
	l.article = rank == rankArticle
	if l.publisher == "" {
		l.publisher = g.siteName()
	}
	return l
}

// graph is all objects of a page's JSON-LD.
type graph struct {
	items []object
	byID  map[string]object
}

func (g *graph) collect(v any, level int) {
	if level > maxLevels || len(g.items) >= maxObjects {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			g.collect(e, level+1)
		}
	case object:
		g.items = append(g.items, v)
		if id, ok := v["@id"].(string); ok && len(v) > 1 {
			if _, known := g.byID[id]; !known {
				g.byID[id] = v
			}
		}
		for _, key := range [...]string{"@graph", "mainEntity", "mainEntityOfPage", keyAuthor, "publisher", "isPartOf"} {
			if e, ok := v[key]; ok {
				g.collect(e, level+1)
			}
		}
	}
}

// How likely an item is to be what the page is about.
const (
	rankPage = iota + 1
	rankWork
	rankArticle
)

func rankOf(o object) int {
	rank := 0
	for _, t := range stringsOf(o["@type"]) {
		t = typeName(t)
		switch {
		case strings.HasSuffix(t, "Article"), strings.HasSuffix(t, "Posting"), t == "Report", t == "Review",
			t == "Recipe", t == "HowTo", t == "Chapter", t == "AnalysisNewsArticle", t == "QAPage":
			rank = max(rank, rankArticle)
		case t == "CreativeWork", t == "MediaObject", t == "VideoObject", t == "Question", t == "Podcast":
			rank = max(rank, rankWork)
		case strings.HasSuffix(t, "Page"):
			rank = max(rank, rankPage)
		}
	}
	return rank
}

// typeName strips the vocabulary from a type.
func typeName(t string) string { return t[strings.LastIndexAny(t, "/#:")+1:] }

func (g *graph) read(o object) linked {
	l := linked{
		headline:    told(first(o["headline"], o[keyName])),
		description: told(o["description"]),
		published:   told(first(o["datePublished"], o["dateCreated"], o["uploadDate"])),
		language:    told(o["inLanguage"]),
		body:        told(first(o["articleBody"], o["text"])),
		publisher:   strings.Join(g.names(o["publisher"], 0), ", "),
		authors:     g.names(first(o[keyAuthor], o["creator"]), 0),
		free:        truth(o["isAccessibleForFree"]),
	}
	if t := stringsOf(o["@type"]); len(t) > 0 {
		l.kind = strings.ToLower(words(typeName(t[0])))
	}
	return l
}

// names returns the names of people or organisations, given as strings,
// objects, references or lists of these.
func (g *graph) names(v any, level int) []string {
	if level > maxLevels {
		return nil
	}
	switch v := v.(type) {
	case string:
		if o, ok := g.byID[v]; ok {
			return g.names(o, level+1)
		}
		return []string{told(v)}
	case []any:
		var out []string
		for _, e := range v {
			out = append(out, g.names(e, level+1)...)
		}
		return out
	case object:
		if n := first(v[keyName], v["alternateName"]); n != nil {
			return g.names(n, level+1)
		}
		if o, ok := g.byID[str(v["@id"])]; ok && len(o) > len(v) {
			return g.names(o, level+1)
		}
		if str(v["givenName"]) != "" {
			return []string{words(told(v["givenName"]) + " " + told(v["familyName"]))}
		}
	}
	return nil
}

// siteName returns the name of the WebSite item.
func (g *graph) siteName() string {
	for _, o := range g.items {
		for _, t := range stringsOf(o["@type"]) {
			if typeName(t) == "WebSite" {
				return told(o[keyName])
			}
		}
	}
	return ""
}

// first returns the first value that says something.
func first(vs ...any) any {
	for _, v := range vs {
		switch v := v.(type) {
		case nil:
		case string:
			if strings.TrimSpace(v) != "" {
				return v
			}
		case []any:
			if len(v) > 0 {
				return v
			}
		default:
			return v
		}
	}
	return nil
}

// told returns a string value for people. Many sites escape it as if it stood
// in HTML.
func told(v any) string { return words(html.UnescapeString(str(v))) }

// str returns a value as a string: itself, its first element, its @value or name.
func str(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case []any:
		if len(v) > 0 {
			if s, ok := v[0].(string); ok {
				return s
			}
		}
	case object:
		for _, k := range [...]string{"@value", "alternateName", keyName} {
			if s, ok := v[k].(string); ok {
				return s
			}
		}
	}
	return ""
}

func stringsOf(v any) []string {
	switch v := v.(type) {
	case string:
		return []string{v}
	case []any:
		var out []string
		for _, e := range v {
			if s, ok := e.(string); ok {
				out = append(out, s)
			}
		}
		return out
	}
	return nil
}

// truth reads a boolean, which sites also write "False" or as an address of
// schema.org; nil when it is neither.
func truth(v any) *bool {
	switch v := v.(type) {
	case bool:
		return &v
	case string:
		switch t := strings.ToLower(typeName(strings.TrimSpace(v))); t {
		case "true", "false":
			b := t == "true"
			return &b
		}
	}
	return nil
}

// decodeAll returns the values of a script. Scripts come wrapped in comments,
// with raw line breaks in strings, with trailing commas; these are mended.
func decodeAll(s string) []any {
	s = strings.TrimSpace(s)
	for _, wrap := range [...]string{"<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["} {
		s = strings.TrimSpace(strings.TrimPrefix(s, wrap))
	}
	if i := strings.LastIndexAny(s, "}]"); i >= 0 {
		for _, wrap := range [...]string{"-->", "//]]>", "/*]]>*/", "]]>"} {
			s = strings.TrimSpace(strings.TrimSuffix(s, wrap))
		}
	}
	s = strings.TrimSpace(strings.TrimSuffix(s, ";"))
	if vs, ok := decode(s); ok {
		return vs
	}
	vs, _ := decode(mend(s))
	return vs
}

func decode(s string) ([]any, bool) {
	var vs []any
	d := json.NewDecoder(strings.NewReader(s))
	for d.More() {
		var v any
		if d.Decode(&v) != nil {
			return vs, false
		}
		vs = append(vs, v)
	}
	return vs, true
}

// mend replaces control characters in strings and drops commas before a
// closing bracket and backslashes that escape nothing.
func mend(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	quoted := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case quoted && c == '\\' && i+1 < len(s):
			if strings.IndexByte(`"\/bfnrtu`, s[i+1]) >= 0 {
				b.WriteByte(c)
			}
			i++
			b.WriteByte(max(s[i], ' '))
		case c == '"':
			quoted = !quoted
			b.WriteByte(c)
		case quoted && c < ' ':
			b.WriteByte(' ')
		case !quoted && c == ',' && closes(s[i+1:]):
		default:
			b.WriteByte(c)
		}
	}
	if out := b.String(); utf8.ValidString(out) {
		return out
	}
	return strings.ToValidUTF8(b.String(), "\ufffd")
}

// closes reports whether the next character is a closing bracket or the end.
func closes(s string) bool {
	s = strings.TrimLeft(s, " \t\r\n")
	return s == "" || s[0] == '}' || s[0] == ']'
}
