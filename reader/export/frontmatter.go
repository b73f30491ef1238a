package export

import (
	"bufio"
	"fmt"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"lectern/reader/doc"
)

// generator is how copies say who made them; reading one again, lectern knows
// that it has been cleaned already.
const generator = "lectern"

// frontMatter is what stands before the body of a Markdown file.
type frontMatter struct {
	Title     string         `yaml:"title,omitempty"`
	Author    string         `yaml:"author,omitempty"`
	Site      string         `yaml:"site,omitempty"`
	Published *yaml.Node     `yaml:"published,omitempty"`
	Source    string         `yaml:"source,omitempty"`
	Saved     *yaml.Node     `yaml:"saved,omitempty"`
	Language  string         `yaml:"language,omitempty"`
	Words     int            `yaml:"words"`
	Cutoff    []string       `yaml:"cutoff,omitempty"` // the evidence that the source ends before the story does
	Removed   map[string]int `yaml:"removed,omitempty"`
	Generator string         `yaml:"generator"`
}

// writeFrontMatter writes what is known of the document as YAML. The time is
// zero for copies that are not saved.
func writeFrontMatter(out *bufio.Writer, d *doc.Document, saved time.Time) error {
	m := frontMatter{
		Title: d.Title, Author: d.Byline, Site: d.Site, Source: sourceOf(d), Language: d.Language,
		Words: d.Words(), Removed: removedCounts(d), Generator: generator,
	}
	if _, err := time.Parse(time.DateOnly, d.Published); err == nil {
		m.Published = timestamp(d.Published)
	} else if d.Published != "" {
		m.Published = &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: d.Published}
	}
	if !saved.IsZero() {
		m.Saved = timestamp(saved.Format(time.RFC3339))
	}
	if d.Cutoff.Cut {
		m.Cutoff = d.Cutoff.Evidence
	}
	_, _ = out.WriteString("---\n") // a bufio.Writer keeps its error for Flush
	e := yaml.NewEncoder(out)
	e.SetIndent(2)
	if err := e.Encode(m); err != nil {
		return fmt.Errorf("front matter: %w", err)
	}
	if err := e.Close(); err != nil {
		return fmt.Errorf("front matter: %w", err)
	}
	_, _ = out.WriteString("---\n")
	return nil
}

// timestamp writes a date without quotes, so that programs know it for one.
func timestamp(s string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!timestamp", Value: s}
}

// removedCounts returns how many blocks were removed for each reason.
func removedCounts(d *doc.Document) map[string]int {
	counts := map[string]int{}
	for _, i := range d.Removed() {
		if b := &d.Blocks[i]; strings.TrimSpace(b.Text) != "" {
			counts[b.Verdict.Reason.String()]++
		}
	}
	return counts
}
