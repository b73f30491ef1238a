package classify

import (
	"bytes"
	_ "embed" // the model
	"encoding/binary"
	"errors"
	"io"
	"slices"
	"sync"

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
const modelMark = "lectern classify 5\n"

// newModel returns the embedded model. A page needs but one of its heads, which
// is read when it is first needed.
func newModel() *Model {
	html, text, err := halves(embeddedModel)
	if err != nil {
		panic(err) // embedded at build time: a test reads it
	}
	read := func(b []byte) func() *head {
		return sync.OnceValue(func() *head {
			h, err := readHead(b)
			if err != nil {
				panic(err) // as above
			}
			return h
		})
	}
	return &Model{html: read(html), text: read(text)}
}

// modelOf returns a model of two heads.
func modelOf(html, text *head) *Model {
	return &Model{html: func() *head { return html }, text: func() *head { return text }}
}

// Write writes the model in the form that ReadModel reads.
func (m *Model) Write(w io.Writer) error {
	var html, text bytes.Buffer
	if err := errors.Join(m.html().write(&html), m.text().write(&text)); err != nil {
		return err
	}
	b := binary.LittleEndian.AppendUint32([]byte(modelMark), uint32(html.Len())) //nolint:gosec // a few MB
	_, err := w.Write(slices.Concat(b, html.Bytes(), text.Bytes()))
	return err
}

// ReadModel reads a model that Write wrote.
func ReadModel(b []byte) (*Model, error) {
	html, text, err := halves(b)
	if err != nil {
		return nil, err
	}
	ofHTML, err := readHead(html)
	if err != nil {
		return nil, err
	}
	ofText, err := readHead(text)
	if err != nil {
		return nil, err
	}
	return modelOf(ofHTML, ofText), nil
}

// halves tells the heads of a model apart.
func halves(b []byte) (html, text []byte, err error) {
	const size = 4
	b, ok := bytes.CutPrefix(b, []byte(modelMark))
	if !ok || len(b) < size {
		return nil, nil, errors.New("not a model of this classifier")
	}
	n := int(binary.LittleEndian.Uint32(b))
	if b = b[size:]; len(b) < n {
		return nil, nil, errors.New("a model ends too early")
	}
	return b[:n:n], b[n:], nil
}

// parts are the linear models and the forests of a head, in the order in which
// they are kept.
func (h *head) parts() ([]**linear.Model, []**tree.Forest) {
	forests := make([]**tree.Forest, 0, 4+len(h.genres))
	forests = append(forests, &h.first, &h.second, &h.asks, &h.pleas)
	for k := range h.genres {
		forests = append(forests, &h.genres[k])
	}
	return []**linear.Model{&h.structure, &h.own, &h.near, &h.pitch}, forests
}

// write writes a head in the form that readHead reads.
func (h *head) write(w io.Writer) error {
	models, forests := h.parts()
	for _, l := range models {
		if err := (*l).Write(w); err != nil {
			return err
		}
	}
	for _, f := range forests {
		if err := (*f).Write(w); err != nil {
			return err
		}
	}
	return nil
}

// readHead reads a head, all of b. That of text knows no kinds of pages.
func readHead(b []byte) (*head, error) {
	h := &head{genres: make([]*tree.Forest, kindsOfPage)}
	models, forests := h.parts()
	var err error
	for _, l := range models {
		if *l, b, err = linear.Read(b); err != nil {
			return nil, err
		}
	}
	first, second, pages := widths()
	width := [...]int{first, second, second, pleaWidth(), pages}
	for k, f := range forests {
		if len(b) == 0 && k == len(forests)-len(h.genres) {
			h.genres = nil
			break
		}
		if *f, b, err = tree.Read(b, width[min(k, len(width)-1)]); err != nil {
			return nil, err
		}
	}
	if len(b) != 0 {
		return nil, errors.New("a head of a model is followed by something else")
	}
	return h, nil
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
