package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"lectern/reader/doc"
)

// kindHeadings are the headings of an index.
var kindHeadings = [...]string{
	doc.Person: "People", doc.Organization: "Organisations", doc.Place: "Places", doc.Other: "Other names",
	doc.Date: "Dates", doc.Money: "Sums of money", doc.Percent: "Percentages", doc.Quantity: "Quantities",
}

// writeIndex writes the names and figures of a document, a heading a kind and a
// line a thing: how often it is named, its name, the other words for it.
func writeIndex(w io.Writer, d *doc.Document, found doc.Findings) error {
	var b strings.Builder
	if d.Title != "" {
		b.WriteString(d.Title + "\n\n")
	}
	if !found.Names {
		b.WriteString(namesNote + "\n\n")
	}
	subjects := doc.Subjects(found.Entities)
	if len(subjects) == 0 {
		b.WriteString("Nothing was found.\n")
	}
	for i, s := range subjects {
		if i == 0 || s.Kind != subjects[i-1].Kind {
			if i > 0 {
				b.WriteByte('\n')
			}
			b.WriteString(kindHeadings[s.Kind] + "\n")
		}
		fmt.Fprintf(&b, "%5d  %s", len(s.Mentions), s.Name)
		if forms := otherForms(d, found.Entities, s); len(forms) > 0 {
			b.WriteString("  (" + strings.Join(forms, ", ") + ")")
		}
		b.WriteByte('\n')
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// namesNote is said where no names were looked for.
const namesNote = "Names were not looked for: the text does not read like English."

// otherForms returns how else than by its name the text names a thing, in the
// order in which it first does.
func otherForms(d *doc.Document, entities []doc.Entity, s doc.Subject) []string {
	var forms []string
	for _, m := range s.Mentions {
		e := &entities[m]
		text := strings.Join(strings.Fields(d.Blocks[e.Block].Text[e.Start:e.End]), " ")
		if e.Kind < doc.Date && text != s.Name && !slices.Contains(forms, text) {
			forms = append(forms, text)
		}
	}
	return forms
}
