package classify

import (
	"bytes"
	_ "embed" // the model
	"encoding/binary"
	"errors"
	"io"
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
const modelMark = "lectern classify 8\n"

// newModel returns the embedded model. A document needs but one of its heads,
// which is read when it is first needed.
func newModel() *Model {
	m, heads, err := readFrame(embeddedModel)
	if err != nil {
		panic(err) // embedded at build time: a test reads it
	}
	for k, b := range heads {
		m.heads[k] = sync.OnceValue(func() *head {
			h, err := readHead(b)
			if err != nil {
				panic(err) // as above
			}
			return h
		})
	}
	return m
}

// Write writes the model in the form that ReadModel reads.
func (m *Model) Write(w io.Writer) error {
	out := []byte(modelMark)
	for _, of := range m.heads {
		var b bytes.Buffer
		if err := of().write(&b); err != nil {
			return err
		}
		out = binary.LittleEndian.AppendUint32(out, uint32(b.Len())) //nolint:gosec // a few MB
		out = append(out, b.Bytes()...)
	}
	if _, err := w.Write(out); err != nil {
		return err
	}
	return m.english.Write(w)
}

// ReadModel reads a model that Write wrote.
func ReadModel(b []byte) (*Model, error) {
	m, heads, err := readFrame(b)
	if err != nil {
		return nil, err
	}
	for k, b := range heads {
		h, err := readHead(b)
		if err != nil {
			return nil, err
		}
		m.heads[k] = func() *head { return h }
	}
	return m, nil
}

// readFrame reads a model but for its heads.
func readFrame(b []byte) (m *Model, heads [media][]byte, err error) {
	const size = 4
	b, ok := bytes.CutPrefix(b, []byte(modelMark))
	if !ok {
		return nil, heads, errors.New("not a model of this classifier")
	}
	for k := range heads {
		if len(b) < size || len(b)-size < int(binary.LittleEndian.Uint32(b)) {
			return nil, heads, errors.New("a model ends too early")
		}
		end := size + int(binary.LittleEndian.Uint32(b))
		heads[k], b = b[size:end:end], b[end:]
	}
	m = &Model{}
	if m.english, b, err = linear.Read(b); err != nil {
		return nil, heads, err
	}
	if len(b) != 0 {
		return nil, heads, errors.New("a model is followed by something else")
	}
	return m, heads, nil
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
