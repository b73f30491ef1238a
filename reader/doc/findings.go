package doc

import (
	"cmp"
	"slices"
)

// Findings are the names and figures found in a text.
type Findings struct {
	Entities []Entity // ordered by block and start
	Language string   // code of the language the text was read in, or "" if that could not be told
	Names    bool     // names were looked for; otherwise only what has a form, such as dates and sums
}

// Subject is one person, organisation, place or figure of a text with all that
// the text says of it.
type Subject struct {
	Name     string
	Kind     EntityKind
	Mentions []int // indices of its entities, in order; at least one
}

// Subjects returns the index of a text: its entities by what they are about.
// Kinds come in their order, in a kind the most mentioned come first, and those
// alike in the order in which the text names them.
func Subjects(entities []Entity) []Subject {
	type key struct {
		name string
		kind EntityKind
	}
	at := make(map[key]int, len(entities))
	var subjects []Subject
	for i, e := range entities {
		k := key{e.Name, e.Kind}
		n, known := at[k]
		if !known {
			n = len(subjects)
			at[k] = n
			subjects = append(subjects, Subject{Name: e.Name, Kind: e.Kind})
		}
		subjects[n].Mentions = append(subjects[n].Mentions, i)
	}
	slices.SortStableFunc(subjects, func(a, b Subject) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), len(b.Mentions)-len(a.Mentions))
	})
	return subjects
}
