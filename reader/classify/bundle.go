package classify

import (
	"bytes"
	_ "embed" // the model
	"encoding/binary"
	"errors"
	"io"
	"slices"
	"sync"

	"lectern/reader/classify/internal/conv"
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
const modelMark = "lectern classify 7\n"

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

// models are the linear models of a head, and forests those that every head has,
// in the order in which they are kept.
func (h *head) models() []**linear.Model {
	return []**linear.Model{&h.structure, &h.own, &h.near, &h.pitch}
}

func (h *head) forests() []**tree.Forest {
	return []**tree.Forest{&h.first, &h.second, &h.asks, &h.pleas}
}

// write writes a head in the form that readHead reads.
func (h *head) write(w io.Writer) error {
	type part interface{ Write(w io.Writer) error }
	parts := make([]part, 0, 16)
	for _, l := range h.models() {
		parts = append(parts, *l)
	}
	for _, f := range h.forests() {
		parts = append(parts, *f)
	}
	for _, f := range h.genres {
		parts = append(parts, f)
	}
	if h.among != nil {
		parts = append(parts, h.among)
	}
	for _, m := range h.reasons {
		parts = append(parts, m)
	}
	if _, err := w.Write([]byte{byte(len(h.genres))}); err != nil { //nolint:gosec // a few
		return err
	}
	for _, p := range parts {
		if err := p.Write(w); err != nil {
			return err
		}
	}
	return nil
}

// readHead reads a head, all of b. That of pages knows kinds of pages, that of
// text what is among others.
func readHead(b []byte) (*head, error) {
	if len(b) == 0 || b[0] != 0 && Kind(b[0]) != kindsOfPage {
		return nil, errors.New("a head of a model knows other kinds of pages")
	}
	h := &head{genres: make([]*tree.Forest, b[0])}
	b = b[1:]
	var err error
	for _, l := range h.models() {
		if *l, b, err = linear.Read(b); err != nil {
			return nil, err
		}
	}
	first, second, pages := widths()
	for k, f := range h.forests() {
		if *f, b, err = tree.Read(b, [...]int{first, second, second, pleaWidth()}[k]); err != nil {
			return nil, err
		}
	}
	for k := range h.genres {
		if h.genres[k], b, err = tree.Read(b, pages); err != nil {
			return nil, err
		}
	}
	if len(h.genres) == 0 {
		if h.among, b, err = conv.Read(b, second); err != nil {
			return nil, err
		}
		h.reasons = make([]*linear.Model, len(askReasons))
		for k := range h.reasons {
			if h.reasons[k], b, err = linear.Read(b); err != nil {
				return nil, err
			}
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
