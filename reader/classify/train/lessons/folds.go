package lessons

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"lectern/reader/classify"
	"lectern/reader/classify/train/corpus"
)

// The course of training and the course of measuring meet here: the classifier
// and the collections must be cut into the same folds.
var _ = [1]struct{}{}[classify.Folds-corpus.Folds]

// Samples returns all there is to learn from.
func (m *Material) Samples(use Use) ([]classify.Sample, error) {
	texts, err := m.Text(use)
	if err != nil {
		return nil, err
	}
	pages, err := m.HTML()
	if err != nil {
		return nil, err
	}
	return append(pages, texts...), nil
}

// Folds gives the model for every fold of the material: one that knows nothing
// of its pages, nor of the written texts that are held out. Fitting takes minutes,
// so models are kept in a folder.
type Folds struct {
	Dir      string // "" keeps nothing
	Material *Material

	trainer *classify.Trainer // made when needed
}

// Model returns the model that was fitted on all folds but one.
func (f *Folds) Model(fold int) (*classify.Model, error) {
	name := filepath.Join(f.Dir, fmt.Sprintf("without-%d.bin", fold))
	if f.Dir != "" {
		if b, err := os.ReadFile(name); err == nil { //nolint:gosec // the folder is the caller's choice
			return classify.ReadModel(b)
		}
	}
	if f.trainer == nil {
		samples, err := f.Material.Samples(Measured)
		if err != nil {
			return nil, err
		}
		f.trainer = classify.NewTrainer(samples)
	}
	m := f.trainer.Model(fold)
	if f.Dir == "" {
		return m, nil
	}
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(f.Dir, 0o750); err != nil {
		return nil, err
	}
	return m, os.WriteFile(name, b.Bytes(), 0o600)
}
