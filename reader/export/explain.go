package export

import (
	"encoding/json"
	"io"
	"math"

	"lectern/reader/doc"
)

// Explanation says why blocks of a document were kept or removed. Its field
// names and meanings do not change.
type Explanation struct {
	URL        string             `json:"url"`
	Title      string             `json:"title"`
	Strictness string             `json:"strictness"` // as doc.Strictness.String has it
	Notes      []string           `json:"notes"`
	Blocks     []ExplanationBlock `json:"blocks"`
}

// ExplanationBlock is a block with what counted in its verdict. The signs are
// the weightiest; a fact moved the odds that the block belongs to the article
// by its weight, as a natural logarithm.
type ExplanationBlock struct {
	RecordBlock // as in a Record, but that blocks kept have a score too

	Block       int           `json:"block"`                  // its index among the document's blocks
	Path        string        `json:"path,omitempty"`         // the block's container, as doc.Document.Path has it
	RemovedFrom string        `json:"removed_from,omitempty"` // the laxest strictness that removes the block; absent where none does
	For         []WeighedFact `json:"for"`
	Against     []WeighedFact `json:"against"`
}

// WeighedFact is a fact that counted.
type WeighedFact struct {
	Fact   string  `json:"fact"`
	Weight float64 `json:"weight"` // above 0, to two decimals
}

// NewExplanation returns the explanation of some of the blocks of a document
// that was read with Signs and a Dial.
func NewExplanation(d *doc.Document, blocks []int) *Explanation {
	x := &Explanation{
		URL: d.Address, Title: d.Title, Strictness: d.Strictness.String(), Notes: orEmpty(d.Notes),
		Blocks: make([]ExplanationBlock, 0, len(blocks)),
	}
	for _, i := range blocks {
		b := ExplanationBlock{
			RecordBlock: recordBlock(&d.Blocks[i]), Block: i, Path: d.Path(i), For: []WeighedFact{}, Against: []WeighedFact{},
		}
		score := math.Round(d.Blocks[i].Verdict.Score*1000) / 1000
		b.Score = &score
		if d.Dial != nil {
			if s, ok := d.RemovedFrom(i); ok {
				b.RemovedFrom = s.String()
			}
		}
		for _, s := range d.Blocks[i].Verdict.Signs {
			f := WeighedFact{s.Fact, math.Round(math.Abs(s.Weight)*100) / 100}
			if s.Weight > 0 {
				b.For = append(b.For, f)
			} else {
				b.Against = append(b.Against, f)
			}
		}
		x.Blocks = append(x.Blocks, b)
	}
	return x
}

// Write writes the explanation as one line of JSON.
func (x *Explanation) Write(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(x)
}
