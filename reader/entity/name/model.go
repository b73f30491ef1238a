// Package name finds the names of people, organisations, places and other
// things in English sentences with a linear-chain conditional random field over
// hashed features of words, their neighbours, their other mentions in the
// document, gazetteers and word clusters. The weights are learned by the
// program in train.
package name

//go:generate go run ./train -out model.bin ../../../../shared/data/ner/train

import (
	_ "embed"

	"lectern/reader/entity/gazetteer"
)

// Label is what a word is in a sentence's names: outside of all, the first of
// one, or a further one.
type Label uint8

// The labels. Odd ones begin a name, the even ones above 0 go on with it.
const (
	Outside Label = iota
	BeginPerson
	InPerson
	BeginOrganization
	InOrganization
	BeginPlace
	InPlace
	BeginOther
	InOther
	labels
)

// Begins reports whether a name begins at a word so labelled.
func (l Label) Begins() bool { return l&1 == 1 }

// continues reports whether the label goes on with a name.
func (l Label) continues() bool { return l != Outside && l&1 == 0 }

// follows reports whether label l may stand after label before.
func (l Label) follows(before Label) bool {
	return !l.continues() || before == l || before == l-1
}

//go:embed model.bin
var modelData string

// Model labels sentences. It is safe for use by several goroutines.
type Model struct {
	names   *gazetteer.Gazetteer
	weights table
	trans   [labels][labels]float32
	steps   *transitions
}

// Load returns the embedded model.
func Load() *Model {
	m, err := Read(modelData)
	if err != nil {
		return &Model{names: gazetteer.Load()} // not trained yet: every word is outside
	}
	return m
}

// Names returns the gazetteer the model looks names up in.
func (m *Model) Names() *gazetteer.Gazetteer { return m.names }

// Label returns the label of each word of a sentence. cased is what the whole
// document says of its words.
func (m *Model) Label(words []string, cased Casings) []Label {
	labels, _ := m.Mark(words, cased)
	return labels
}

// Sure is how probable the labels of all words of a name must be for the name
// to be marked on a page: on documents held out of training nearly nine in ten
// of the names so sure are right.
const Sure = 0.8

// Mark returns the label of each word of a sentence, as Label does, and how
// probable that label is.
func (m *Model) Mark(words []string, cased Casings) ([]Label, []float32) {
	sure := make([]float32, len(words))
	if m.weights.entries == "" || len(words) == 0 {
		return make([]Label, len(words)), sure
	}
	o := m.observer(words, cased)
	scores := make([][labels]float32, len(words))
	for i := range words {
		features := o.observe(i)
		if len(features) == 0 {
			scores[i] = nameless
			continue
		}
		m.weights.score(features, &scores[i])
	}
	path := best(scores, &m.trans)
	l := newLattice(len(words))
	l.sum(scores, nil, m.steps)
	for i, k := range path {
		sure[i] = float32(l.probability(i, k))
	}
	return path, sure
}

// nameless are the scores of a word that can be in no name.
var nameless = [labels]float32{Outside: 0, 1: far, 2: far, 3: far, 4: far, 5: far, 6: far, 7: far, 8: far}
