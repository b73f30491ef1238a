// Package name finds the names of people, organisations, places and other
// things in English sentences with a linear model over hashed features of
// words, their neighbours, gazetteers and word clusters. The weights are those
// of a structured averaged perceptron (Collins, "Discriminative Training
// Methods for Hidden Markov Models", 2002), trained by the program in train.
package name

//go:generate go run ./train -out model.bin train

import (
	_ "embed"
	"encoding/binary"
	"fmt"

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

// The weights of a model: for each of rows features one signed byte for every
// label but Outside, which is 0; before them the weights of the transitions
// from each label to each, two bytes, little end first.
const (
	rowBits    = 17
	rows       = 1 << rowBits
	rowBytes   = int(labels) - 1
	transBytes = 2 * int(labels) * int(labels)
	modelBytes = transBytes + rows*rowBytes
)

//go:embed model.bin
var modelData []byte

// Model labels sentences.
type Model struct {
	names   *gazetteer.Gazetteer
	trans   [labels][labels]int32
	weights []byte
}

// Load returns the embedded model.
func Load() *Model {
	m, err := Read(modelData)
	if err != nil {
		return &Model{names: gazetteer.Load()} // not trained yet: every word is outside
	}
	return m
}

// Read returns the model that Learn made. It fails if the data is not of this
// version's size.
func Read(data []byte) (*Model, error) {
	if len(data) != modelBytes {
		return nil, fmt.Errorf("the model has %d bytes, want %d", len(data), modelBytes)
	}
	m := &Model{names: gazetteer.Load(), weights: data[transBytes:]}
	for i := range labels {
		for j := range labels {
			at := 2 * (int(i)*int(labels) + int(j))
			m.trans[i][j] = int32(int16(binary.LittleEndian.Uint16(data[at:]))) //nolint:gosec // the bits
		}
	}
	return m, nil
}

// Names returns the gazetteer the model looks names up in.
func (m *Model) Names() *gazetteer.Gazetteer { return m.names }

// row returns which row of weights a feature has.
func (f feature) row() int { return int(f >> (32 - rowBits)) }

// Label returns the label of each word of a sentence.
func (m *Model) Label(words []string, cased Casings) []Label {
	if m.weights == nil || len(words) == 0 {
		return make([]Label, len(words))
	}
	o := newObserver(m.read(words, cased), Shouts(words))
	scores := make([][labels]int32, len(words))
	for i := range words {
		sum := &scores[i]
		for _, f := range o.observe(i) {
			row := m.weights[f.row()*rowBytes:][:rowBytes]
			for l := range rowBytes {
				sum[l+1] += int32(int8(row[l])) //nolint:gosec // the bits
			}
		}
	}
	return best(scores, &m.trans)
}

// best returns the labels with the highest sum of scores and transitions
// (Viterbi's algorithm).
func best(scores [][labels]int32, trans *[labels][labels]int32) []Label {
	from := make([][labels]Label, len(scores))
	var sum [labels]int32
	for l := range labels {
		sum[l] = scores[0][l] + trans[Outside][l]
		if !l.follows(Outside) {
			sum[l] = impossible
		}
	}
	for i := 1; i < len(scores); i++ {
		var next [labels]int32
		for l := range labels {
			top, arg := int32(impossible), Outside
			for b := range labels {
				if v := sum[b] + trans[b][l]; v > top && l.follows(b) {
					top, arg = v, b
				}
			}
			next[l], from[i][l] = top+scores[i][l], arg
		}
		sum = next
	}
	last := Outside
	for l := range labels {
		if sum[l] > sum[last] {
			last = l
		}
	}
	path := make([]Label, len(scores))
	for i := len(scores) - 1; i >= 0; i-- {
		path[i] = last
		last = from[i][last]
	}
	return path
}

// impossible is below every sum, with room to add to it.
const impossible = -1 << 30
