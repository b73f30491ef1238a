// Train fits the classifier's model to the labelled pages of the shared data and
// writes it, the same bit for bit on every run.
//
//	go run ./reader/classify/train [-data ../shared/data] [-o reader/classify/model.bin] [-folds DIR]
//
// With -folds it also writes the five models that each know nothing of one fold
// of the pages, nor of the texts that are held out, for the test of quality.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"time"

	"lectern/reader/classify"
	"lectern/reader/classify/train/lessons"
)

func main() {
	data := flag.String("data", "../shared/data", "folder of the shared data")
	out := flag.String("o", "reader/classify/model.bin", "where the model is written")
	folds := flag.String("folds", "", "folder where the models without a fold are written")
	flag.Parse()
	if err := train(*data, *out, *folds); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func train(data, out, folds string) error {
	began := time.Now()
	report := func(format string, a ...any) {
		fmt.Fprintf(os.Stderr, "%4.0f s  %s\n", time.Since(began).Seconds(), fmt.Sprintf(format, a...))
	}
	m, err := lessons.Load(data)
	if err != nil {
		return err
	}
	report("read and labelled the pages")
	samples, err := m.Samples(lessons.Shipped)
	if err != nil {
		return err
	}
	t := classify.NewTrainer(samples)
	report("measured %d samples", len(samples))
	var b bytes.Buffer
	if err := t.Model(classify.All).Write(&b); err != nil {
		return err
	}
	report("fitted the model: %d bytes", b.Len())
	if err := os.WriteFile(out, b.Bytes(), 0o600); err != nil {
		return err
	}
	if folds == "" {
		return nil
	}
	f := lessons.Folds{Dir: folds, Material: m}
	for k := range classify.Folds {
		if _, err := f.Model(k); err != nil {
			return err
		}
		report("fitted the model without fold %d", k)
	}
	return nil
}
