package main

import (
	"slices"

	"lectern/reader/entity/gazetteer"
	"lectern/reader/entity/name"
)

// doubt returns the noisy examples with two labels allowed where their own is
// not the one that a model gives which has learned from trusted examples. What
// the two agree on is as good as trusted, and where they do not, the model that
// learns from the rest of the sentence may choose. But where a name is of
// another kind for the model than for them, the model is right far more often.
func doubt(noisy []name.Example, judge *name.Weights) []name.Example {
	out := make([]name.Example, 0, len(noisy))
	names := gazetteer.Load()
	for _, e := range noisy {
		countries(&e, names)
		labels := judge.Label(&e)
		if slices.Equal(labels, e.Labels) {
			out = append(out, e)
			continue
		}
		e.Allowed = make([]uint16, len(labels))
		for i, l := range labels {
			e.Allowed[i] = 1 << l
			if own := e.Labels[i]; own == name.Outside || l == name.Outside || kind(own) == kind(l) {
				e.Allowed[i] |= 1 << own
			}
		}
		out = append(out, e)
	}
	return out
}

// kind returns the label that begins names of a label's kind.
func kind(l name.Label) name.Label {
	if l.Begins() {
		return l
	}
	return l - 1
}

// countries makes places of the countries that are labelled as what their
// governments do.
func countries(e *name.Example, names *gazetteer.Gazetteer) {
	for i := 0; i < len(e.Labels); i++ {
		if !e.Labels[i].Begins() {
			continue
		}
		end := nameEnd(e.Labels, i)
		h := gazetteer.HashWord(e.Words[i])
		for _, w := range e.Words[i+1 : end] {
			h = h.Then(w)
		}
		if k := names.Kinds(h); k&gazetteer.Country != 0 && k&gazetteer.Demonym == 0 {
			e.Labels[i] = name.BeginPlace
			for j := i + 1; j < end; j++ {
				e.Labels[j] = name.InPlace
			}
		}
		i = end - 1
	}
}

// nameEnd returns the index after the last word of the name that begins at i.
func nameEnd(labels []name.Label, i int) int {
	end := i + 1
	for end < len(labels) && labels[end] == labels[i]+1 {
		end++
	}
	return end
}
