package name

import (
	"slices"

	"lectern/reader/entity/gazetteer"
)

// run adds what stands around the whole stretch of capitals the word is in: a
// name's first word may be judged by what follows its last.
func (o *observer) run(i int, w *word) {
	if !w.shape.capital() {
		return
	}
	r := o.runs[i]
	first, last := &o.words[r.first], &o.words[r.last]
	before, after := o.at(r.first-1), o.at(r.last+1)
	place := pair(uint8(min(i-r.first, 3)), uint8(min(r.last-r.first, 5))) //nolint:gosec // both are small
	o.add(tRunBefore, before.lower)
	o.add(tRunAfter, after.lower)
	o.add(tRunAround, pair(before.lower, after.lower))
	o.add(tRunTwoBefore, pair(o.at(r.first-2).lower, before.lower))
	o.add(tRunTwoAfter, pair(after.lower, o.at(r.last+2).lower))
	o.add(tRunFirst, first.lower)
	o.add(tRunLast, last.lower)
	o.add(tRunLength, place)
	o.add(tRunKnown, pair(pair(first.known, last.known), place))
	o.add(tRunClusters, pair(before.cluster.Middle, after.cluster.Middle))
	o.add(tRunLastCluster, gazetteer.Hash(last.cluster.Fine))
	o.add(tRunLastAffix, last.affixes[3])
	o.joined(r)
}

// joined adds what is to be seen of the name that a small word may make of the
// run and its neighbour: "Ministry of Roads", "Bank of the North".
func (o *observer) joined(r run) {
	start, end := r, r
	if k := o.over(r.last+1, 1); k >= 0 {
		end = o.runs[k]
	}
	if k := o.over(r.first-1, -1); k >= 0 {
		start = o.runs[k]
	}
	if start == end {
		return
	}
	o.add(tJointFirst, o.words[start.last].lower)
	o.add(tJointLast, o.words[end.last].lower)
	o.add(tJointAround, pair(o.at(start.first-1).lower, o.at(end.last+1).lower))
}

// over returns the index of the word with a capital beyond a joint at word i,
// in steps of one forward or backward, and -1 if there is none.
func (o *observer) over(i, step int) int {
	the, joint := false, false
	for ; i >= 0 && i < len(o.words); i += step {
		w := &o.words[i]
		switch {
		case w.text == "the" && !the:
			the = true
		case slices.Contains(runJoints, w.text) && !joint:
			joint = true
		case w.shape.capital() && joint:
			return i
		default:
			return -1
		}
	}
	return -1
}

// runJoints are the small words that may join two runs to one name.
var runJoints = []string{"of", "for", "and", "&"}

// document adds what the rest of the document says of a word with a capital.
func (o *observer) document(w *word) {
	if !w.shape.capital() {
		return
	}
	if a := w.about; a != nil {
		for k := range a.contexts[:a.count] {
			c := &a.contexts[k]
			o.once(tDocKnownBefore, gazetteer.Hash(o.model.names.Kinds(c.before)))
			o.once(tDocKnownAfter, gazetteer.Hash(o.model.names.Kinds(c.after)))
			o.once(tDocBefore, c.before)
			o.once(tDocAfter, c.after)
			o.once(tDocRunBefore, c.runBefore)
			o.once(tDocRunAfter, c.runAfter)
		}
		if a.first != 0 {
			o.add(tDocFirst, a.first)
		}
		if a.last != 0 {
			o.add(tDocLast, a.last)
		}
	}
	if w.acronym != 0 {
		o.add(tDocAcronym, 0)
		o.add(tDocAcronymLast, w.acronym)
	}
}

// once adds a feature unless the word has it already.
func (o *observer) once(template, value gazetteer.Hash) {
	o.add(template, value)
	n := len(o.out) - 1
	if slices.Contains(o.out[max(0, n-6*maxContexts):n], o.out[n]) {
		o.out = o.out[:n]
	}
}
