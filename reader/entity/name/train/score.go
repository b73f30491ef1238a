package main

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"lectern/reader/entity/name"
)

type span struct {
	start, end int
	kind       name.Label
}

var kinds = map[name.Label]string{
	name.BeginPerson: "PER", name.BeginOrganization: "ORG", name.BeginPlace: "LOC", name.BeginOther: "MISC",
}

// report labels the set with a model and prints precision, recall and F1 of
// whole names of people, organisations and places, the F1 of names whatever
// their kind, and the commonest errors.
func report(m *name.Model, s set, errors int) {
	var right, got, both, same int
	wrong := map[string]int{}
	for _, e := range s.examples {
		want, have := spans(e.Labels), spans(m.Label(e.Words, e.Cased))
		for s := range want {
			right++
			if !have[s] {
				wrong[missed(&e, s, have)]++
			}
		}
		for s := range have {
			got++
			switch {
			case want[s]:
				both++
				same++
			case slices.ContainsFunc(slices.Collect(maps.Keys(want)), func(w span) bool { return w.start == s.start && w.end == s.end }):
				same++
			}
			if !want[s] {
				wrong[mistaken(&e, s)]++
			}
		}
	}
	f := func(n int) float64 { return 200 * float64(n) / float64(max(right+got, 1)) }
	_, _ = fmt.Fprintf(os.Stdout, "%-22s precision %.2f recall %.2f F1 %.2f, of any kind %.2f\n", s.name,
		100*float64(both)/float64(max(got, 1)), 100*float64(both)/float64(max(right, 1)), f(both), f(same))
	texts := slices.SortedFunc(maps.Keys(wrong), func(a, b string) int {
		return cmp.Or(wrong[b]-wrong[a], strings.Compare(a, b))
	})
	for _, t := range texts[:min(errors, len(texts))] {
		_, _ = fmt.Fprintf(os.Stdout, "%6d %s\n", wrong[t], t)
	}
}

// spans returns the names labelled, but those of kind Other.
func spans(labels []name.Label) map[span]bool {
	out := map[span]bool{}
	for i, l := range labels {
		if l.Begins() && l != name.BeginOther {
			out[span{i, nameEnd(labels, i), l}] = true
		}
	}
	return out
}

// missed describes a name that the model did not find as it is.
func missed(e *name.Example, s span, have map[span]bool) string {
	for h := range have {
		if h.start < s.end && s.start < h.end {
			return "cut otherwise or of another kind: " + kinds[s.kind] + " " + text(e, s)
		}
	}
	return "not found: " + kinds[s.kind] + " " + text(e, s)
}

// mistaken describes what the model takes for a name and is none of that kind.
func mistaken(e *name.Example, s span) string {
	return "wrongly " + kinds[s.kind] + ": " + text(e, s)
}

func text(e *name.Example, s span) string { return strings.Join(e.Words[s.start:s.end], " ") }
