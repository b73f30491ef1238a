package name

import "lectern/reader/entity/gazetteer"

// feature numbers one observation about a word; the model has a row of
// weights for it. Equal observations get equal numbers in training and after.
type feature uint32

// templates are the kinds of observation. The order is part of the model: a
// model is trained anew when it changes.
const (
	tBias gazetteer.Hash = iota
	tWord
	tExact
	tWordBefore
	tWordAfter
	tWordBefore2
	tWordAfter2
	tPairBefore
	tPairAfter
	tAround
	tShape
	tShapeBefore
	tShapeAfter
	tShapes
	tFirst
	tCase
	tAffix // as many as a word has
	_
	_
	_
	_
	_
	_
	tPattern
	tCoarse
	tMiddle
	tFine
	tMiddleBefore
	tMiddleAfter
	tFineBefore
	tFineAfter
	tCoarseBefore2
	tCoarseAfter2
	tMiddlePairBefore
	tMiddlePairAfter
	tKnown
	tKnownBefore
	tKnownAfter
	tKnownPairBefore
	tKnownPairAfter
	tKnownEach
	tPhrase
	tPhraseShape
	tRunBefore
	tRunAfter
	tRunLast
	tRunFirst
	tRunLength
	tRunAround
	tRunTwoBefore
	tRunTwoAfter
	tRunKnown
	tRunClusters
	tRunLastCluster
	tRunLastAffix
	tJointFirst
	tJointLast
	tJointAround
	tShout
	tDocBefore
	tDocAfter
	tDocRunBefore
	tDocRunAfter
	tDocFirst
	tDocLast
	tDocAcronym
	tDocAcronymLast
	tDocKnownBefore
	tDocKnownAfter
)

// nowhere stands for the words outside a sentence.
var nowhere = word{shape: outside}

// run is the stretch of capitalised words a word stands in.
type run struct{ first, last int }

// observer lists the features of the words of one sentence.
type observer struct {
	model  *Model
	words  []word
	runs   []run
	shouts bool
	out    []feature
}

func (m *Model) observer(words []string, cased Casings) *observer {
	o := &observer{
		model: m, words: m.read(words, cased), shouts: Shouts(words),
		runs: make([]run, len(words)), out: make([]feature, 0, 128),
	}
	for i := 0; i < len(words); i++ {
		end := i
		for o.words[i].shape.capital() && end+1 < len(words) && o.words[end+1].shape.capital() {
			end++
		}
		for j := i; j <= end; j++ {
			o.runs[j] = run{i, end}
		}
		i = end
	}
	return o
}

func (o *observer) at(i int) *word {
	if i < 0 || i >= len(o.words) {
		return &nowhere
	}
	return &o.words[i]
}

func (o *observer) add(template, value gazetteer.Hash) {
	h := (value + (template+1)*0x9e3779b97f4a7c15) * 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53 // the constants are those of MurmurHash3's finaliser
	o.out = append(o.out, feature(h>>32))
}

func pair[A, B ~uint8 | ~uint16 | ~uint64](a A, b B) gazetteer.Hash {
	return gazetteer.Hash(a)*0x100000001b3 ^ gazetteer.Hash(b)
}

// observe returns the features of word i; they are valid until the next call.
func (o *observer) observe(i int) []feature {
	o.out = o.out[:0]
	if !o.near(i) {
		return o.out
	}
	w, before, after := o.at(i), o.at(i-1), o.at(i+1)
	o.add(tBias, 0)
	o.add(tWord, w.lower)
	o.add(tExact, w.exact)
	o.add(tWordBefore, before.lower)
	o.add(tWordAfter, after.lower)
	o.add(tWordBefore2, o.at(i-2).lower)
	o.add(tWordAfter2, o.at(i+2).lower)
	o.add(tPairBefore, pair(before.lower, w.lower))
	o.add(tPairAfter, pair(w.lower, after.lower))
	o.add(tAround, pair(before.lower, after.lower))
	o.shapes(i, w, before, after)
	o.clusters(i, w, before, after)
	o.names(w, before, after)
	o.run(i, w)
	o.document(w)
	return o.out
}

// near reports whether a capital stands at word i or within two words of it.
// Words far from all capitals are in no name and are not looked at.
func (o *observer) near(i int) bool {
	for k := max(0, i-2); k <= i+2 && k < len(o.words); k++ {
		if o.words[k].shape.capital() {
			return true
		}
	}
	return false
}

func (o *observer) shapes(i int, w, before, after *word) {
	first := gazetteer.Hash(0)
	if i == 0 || opener(before.text) {
		first = 1
	}
	o.add(tShape, gazetteer.Hash(w.shape))
	o.add(tShapeBefore, pair(before.shape, w.shape))
	o.add(tShapeAfter, pair(w.shape, after.shape))
	o.add(tShapes, pair(before.shape, pair(w.shape, after.shape)))
	o.add(tFirst, pair(first, w.shape))
	o.add(tCase, pair(pair(w.cased, first), w.shape))
	for k, a := range w.affixes {
		if a != 0 {
			o.add(tAffix+gazetteer.Hash(k), a)
		}
	}
	if w.pattern != 0 {
		o.add(tPattern, w.pattern)
	}
	if o.shouts {
		o.add(tShout, gazetteer.Hash(w.shape))
	}
}

func (o *observer) clusters(i int, w, before, after *word) {
	o.add(tCoarse, gazetteer.Hash(w.cluster.Coarse))
	o.add(tMiddle, gazetteer.Hash(w.cluster.Middle))
	o.add(tFine, gazetteer.Hash(w.cluster.Fine))
	o.add(tMiddleBefore, gazetteer.Hash(before.cluster.Middle))
	o.add(tMiddleAfter, gazetteer.Hash(after.cluster.Middle))
	o.add(tFineBefore, gazetteer.Hash(before.cluster.Fine))
	o.add(tFineAfter, gazetteer.Hash(after.cluster.Fine))
	o.add(tCoarseBefore2, gazetteer.Hash(o.at(i-2).cluster.Coarse))
	o.add(tCoarseAfter2, gazetteer.Hash(o.at(i+2).cluster.Coarse))
	o.add(tMiddlePairBefore, pair(before.cluster.Middle, w.cluster.Middle))
	o.add(tMiddlePairAfter, pair(w.cluster.Middle, after.cluster.Middle))
}

func (o *observer) names(w, before, after *word) {
	if w.shape.capital() || before.known != 0 || after.known != 0 {
		o.add(tKnown, pair(w.known, w.shape))
		o.add(tKnownBefore, pair(before.known, w.shape))
		o.add(tKnownAfter, pair(after.known, w.shape))
		o.add(tKnownPairBefore, pair(before.known, w.known))
		o.add(tKnownPairAfter, pair(w.known, after.known))
	}
	for bit := gazetteer.Kinds(1); bit != 0; bit <<= 1 {
		if w.known&bit != 0 {
			o.add(tKnownEach, gazetteer.Hash(bit))
		}
	}
	if w.phrase != 0 {
		o.add(tPhrase, gazetteer.Hash(w.phrase))
		o.add(tPhraseShape, pair(w.phrase, w.shape))
	}
}
