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
	body, matter, ok := cutFrontMatter(s)
	if !ok {
		return s, 0
	}
	var m map[string]any
	if err := yaml.Unmarshal([]byte(matter), &m); err != nil || len(m) == 0 {
		return s, 0
	}
	applyFrontMatter(d, m)
	skipped = strings.Count(s[:len(s)-len(body)], "\n")
	if body == "" && !strings.HasSuffix(s, "\n") {
		skipped++
	}
	return body, skipped
}

// cutFrontMatter parts the lines between a "---" on the first line and the
// next one from the rest.
func cutFrontMatter(s string) (body, matter string, ok bool) {
	rest, ok := strings.CutPrefix(s, "---\n")
	if !ok {
		return s, "", false
	}
	for at, n := 0, 0; n < maxFrontMatter && at < len(rest); n++ {
		line, _, _ := strings.Cut(rest[at:], "\n")
		next := min(len(rest), at+len(line)+1)
		switch t := strings.TrimRight(line, " \t\r"); {
		case t == "---" || t == "...":
			return rest[next:], rest[:at], at > 0
		case n == 0 && !strings.Contains(t, ":"):
			return s, "", false
		}
		at = next
	}
	return s, "", false
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
	for _, k := range [...]string{keyAuthor, "authors", "byline"} {
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
	d.Meta.Copy = get("generator") == "lectern"
	if evidence, ok := lower["cutoff"].([]any); ok && d.Meta.Copy {
		d.Cutoff.Cut = true
		for _, e := range evidence {
			d.Cutoff.Evidence = append(d.Cutoff.Evidence, yamlText(e))
		}
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
			e = m[keyName]
		}
		if n := yamlText(e); n != "" && len(names) < maxAuthors {
			names = append(names, n)
		}
	}
	return strings.Join(names, ", ")
}
