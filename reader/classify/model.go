package classify

import (
	_ "embed" // the table of weights
	"math"
	"strings"
)

// The table of weights: a line per pass, medium and family of features, with a
// weight per bucket. It was fitted by logistic regression on labelled pages of
// WCXB (CC BY 4.0) and dragnet_data.
//
//go:embed weights.txt
var weightTable string

// medium is what a page is read from: the three kinds of HTML page, and text.
type medium uint8

const (
	text1 = medium(pageKinds) // plain text and Markdown
	media = text1 + 1
)

var mediumNames = [media]string{storyPage: "story", postsPage: "posts", thinPage: "thin", text1: "text"}

// weights is the linear model: for each medium a weight for every feature of
// the first pass and of the second.
type weights struct {
	first, second [media][]float32
}

func newWeights() *weights {
	w := &weights{}
	for m := range w.first {
		w.first[m] = make([]float32, offsets[groupCount])
		w.second[m] = make([]float32, offsets2[group2Count])
	}
	w.parse(weightTable)
	return w
}

// parse reads the table; families it does not know are passed over.
func (w *weights) parse(table string) {
	at := make(map[string][]float32, int(media)*int(groupCount+group2Count))
	for m, name := range mediumNames {
		for g := range groups {
			at["1 "+name+" "+groups[g].name] = w.first[m][offsets[g]:offsets[g+1]]
		}
		for g := range groups2 {
			at["2 "+name+" "+groups2[g].name] = w.second[m][offsets2[g]:offsets2[g+1]]
		}
	}
	for line := range strings.Lines(table) {
		key, list, _ := strings.Cut(line, ": ")
		into := at[key]
		for i := 0; i < len(into) && list != ""; i++ {
			into[i], list = hundredths(list)
		}
	}
}

// hundredths reads the number that opens s, which has two decimals at most, and
// returns what follows it. The table is read at every start: this takes a tenth
// of the time that splitting it and reading every kind of number does.
func hundredths(s string) (x float32, rest string) {
	n, scale, negative := 0, 100, false
	i := 0
	for ; i < len(s) && s[i] > ' '; i++ {
		switch c := s[i]; {
		case c == '-':
			negative = true
		case c == '.':
			n, scale = 100*n, 10
		case scale == 100:
			n = 10*n + int(c-'0')
		default:
			n, scale = n+scale*int(c-'0'), scale/10
		}
	}
	if scale == 100 {
		n *= 100
	}
	if negative {
		n = -n
	}
	return float32(n) / 100, strings.TrimLeft(s[i:], " \n")
}

func sum(w []float32, v vector) float64 {
	var s float32
	for _, i := range v {
		s += w[i]
	}
	return float64(s)
}

func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// medium returns which weights the page asks for.
func (pg *page) medium() medium {
	if !pg.html {
		return text1
	}
	return medium(pg.kind)
}

// score sets every block's probability: a first pass over what the blocks and
// their surroundings look like, a second over what the first made of them.
func (w *weights) score(pg *page) {
	m := pg.medium()
	v := make(vector, 0, 160)
	for i := range pg.blocks {
		pg.features(i, &v)
		pg.blocks[i].logit = sum(w.first[m], v)
		pg.blocks[i].p = sigmoid(pg.blocks[i].logit)
	}
	pg.believe()
	second := make([]float64, len(pg.blocks))
	for i := range pg.blocks {
		pg.features2(i, &v)
		second[i] = sum(w.second[m], v)
	}
	for i, s := range second {
		pg.blocks[i].logit, pg.blocks[i].p = s, sigmoid(s)
	}
}
