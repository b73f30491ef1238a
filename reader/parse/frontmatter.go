package parse

import (
	"fmt"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"lectern/reader/doc"
)

// maxFrontMatter is how many lines front matter may have.
const maxFrontMatter = 200

// frontMatter reads the YAML block at the start of a Markdown text into the
// document's metadata. It returns the rest and how many lines were taken off.
// What is not YAML, or not a mapping, is text.
func frontMatter(d *doc.Document, s string) (body string, skipped int) {
	rest, ok := strings.CutPrefix(s, "---\n")
	if !ok {
		return s, 0
	}
	yamlEnd, bodyStart := -1, 0
	at := 0
	for n := 1; n <= maxFrontMatter && at < len(rest); n++ {
		line, _, _ := strings.Cut(rest[at:], "\n")
		next := min(len(rest), at+len(line)+1)
		if t := strings.TrimRight(line, " \t\r"); t == "---" || t == "..." {
			yamlEnd, bodyStart, skipped = at, next, n+1
			break
		}
		at = next
	}
	if yamlEnd < 0 {
		return s, 0
	}
	var m map[string]any
	if err := yaml.Unmarshal([]byte(rest[:yamlEnd]), &m); err != nil || len(m) == 0 {
		return s, 0
	}
	applyFrontMatter(d, m)
	return rest[bodyStart:], skipped
}

func applyFrontMatter(d *doc.Document, m map[string]any) {
	lower := make(map[string]any, len(m))
	for k, v := range m {
		lower[strings.ToLower(k)] = v
	}
	get := func(keys ...string) string {
		for _, k := range keys {
			if s := stated(yamlText(lower[k])); s != "" {
				return s
			}
		}
		return ""
	}
	d.Title = get("title")
	d.Site = get("site", "publisher", "publication")
	d.Description = get("description", "summary", "excerpt")
	d.Language = languageTag(get("language", "lang"))
	for _, k := range [...]string{"published", "date", "pubdate", "publishdate", "created"} {
		if d.Published == "" {
			d.Published = dateOf(get(k))
		}
	}
	for _, k := range [...]string{"author", "authors", "byline"} {
		if d.Byline == "" {
			d.Byline = stated(yamlNames(lower[k]))
		}
	}
	for _, k := range [...]string{"source", "url", "canonical", "link"} {
		if u := doc.CleanURL(nil, get(k)); u != "" && d.Canonical == "" {
			d.Canonical = u
		}
	}
	if d.Address == "" {
		d.Address = d.Canonical
	}
}

// yamlText returns a scalar as text.
func yamlText(v any) string {
	switch v := v.(type) {
	case string:
		return words(v)
	case time.Time:
		return v.Format(time.DateOnly)
	case int, float64, bool:
		return fmt.Sprint(v)
	}
	return ""
}

// yamlNames joins the names of a scalar, or of a list of scalars or of
// mappings with a name.
func yamlNames(v any) string {
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	var names []string
	for _, e := range list {
		if m, ok := e.(map[string]any); ok {
			e = m["name"]
		}
		if n := yamlText(e); n != "" && len(names) < maxAuthors {
			names = append(names, n)
		}
	}
	return strings.Join(names, ", ")
}
