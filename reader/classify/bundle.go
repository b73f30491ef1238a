package classify

import (
	"bytes"
	_ "embed" // the model
	"errors"
	"io"

	"lectern/reader/classify/internal/linear"
	"lectern/reader/classify/internal/tree"
	"lectern/reader/doc"
)

// The model, made by reader/classify/train from pages of WCXB (CC BY 4.0) and
// of dragnet_data, whose makers ship models trained on it under MIT.
//
//go:embed model.bin
var embeddedModel []byte

// modelMark opens a model: its format and version.
const modelMark = "lectern classify 3\n"

func newModel() *Model {
	m, err := ReadModel(embeddedModel)
	if err != nil {
		panic(err) // embedded at build time: a test reads it
	}
	return m
}

// Write writes the model in the form that ReadModel reads.
func (m *Model) Write(w io.Writer) error {
	if _, err := io.WriteString(w, modelMark); err != nil {
		return err
	}
	for _, h := range [...]*head{m.html, m.text} {
		for _, l := range [...]*linear.Model{h.structure, h.own, h.near} {
			if err := l.Write(w); err != nil {
				return err
			}
		}
		for _, f := range [...]*tree.Forest{h.first, h.second} {
			if err := f.Write(w); err != nil {
				return err
			}
		}
	}
	for _, f := range m.html.genres {
		if err := f.Write(w); err != nil {
			return err
		}
	}
	return nil
}

// ReadModel reads a model that Write wrote.
func ReadModel(b []byte) (*Model, error) {
	b, ok := bytes.CutPrefix(b, []byte(modelMark))
	if !ok {
		return nil, errors.New("not a model of this classifier")
	}
	m := &Model{html: &head{}, text: &head{}}
	first, second, pages := widths()
	var err error
	for _, h := range [...]*head{m.html, m.text} {
		for _, l := range [...]**linear.Model{&h.structure, &h.own, &h.near} {
			if *l, b, err = linear.Read(b); err != nil {
				return nil, err
			}
		}
		if h.first, b, err = tree.Read(b, first); err != nil {
			return nil, err
		}
		if h.second, b, err = tree.Read(b, second); err != nil {
			return nil, err
		}
	}
	m.html.genres = make([]*tree.Forest, kindsOfPage)
	for k := range m.html.genres {
		if m.html.genres[k], b, err = tree.Read(b, pages); err != nil {
			return nil, err
		}
	}
	return m, nil
}

// widths returns how many measures the first trees are given, the second, and
// those of pages.
func widths() (first, second, pages int) {
	pg := &page{d: &doc.Document{Blocks: []doc.Block{{Element: -1}}}, blocks: make([]block, 1), before: make([]int, 2)}
	pg.blocks[0].copyOf, pg.first, pg.cover = -1, -1, [3]int{-1, -1, -1}
	pg.words.add(nil)
	pg.survey()
	pg.lineUp()
	pg.believe()
	first = len(pg.measure(families[:], 0, nil))
	return first, first + len(pg.measure(secondFamilies[:], 0, nil)), len(pg.genre(nil))
}
