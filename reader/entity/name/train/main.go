// Command train trains the model that package name embeds.
//
//	go run ./train [-rounds 12] [-out model.bin] folder
//
// The folder holds *.conll files: a word, a tab and its label a line (O, or
// B- or I- and PER, ORG, LOC or MISC), a blank line between sentences and
// -DOCSTART- between documents. Files named in -noisy are labelled by machine:
// only their sentences that a first model, trained on the rest, labels just as
// they are take part. Files named in -skip take no part. With -measure, files
// outside the folder are labelled by the finished model and the result printed.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"lectern/reader/entity/name"
)

type options struct {
	folder, out          string
	noisy, skip, measure []string
	rounds               int
	seed                 uint64
}

func main() {
	var o options
	out := flag.String("out", "model.bin", "file to write")
	noisy := flag.String("noisy", "gmb", "files labelled by machine, comma-separated, without ending")
	skip := flag.String("skip", "", "files to leave out, comma-separated, without ending")
	measure := flag.String("measure", "", "files to label and score, comma-separated paths")
	rounds := flag.Int("rounds", 12, "passes over the examples")
	seed := flag.Uint64("seed", 1, "seed of the order of the examples")
	flag.Parse()
	o = options{flag.Arg(0), *out, list(*noisy), list(*skip), list(*measure), *rounds, *seed}
	if err := run(o); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func list(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ',' })
}

func run(o options) error {
	paths, err := filepath.Glob(filepath.Join(o.folder, "*.conll"))
	if err != nil {
		return err
	}
	var clean, noisy []name.Example
	for _, p := range paths {
		base := strings.TrimSuffix(filepath.Base(p), ".conll")
		if slices.Contains(o.skip, base) {
			continue
		}
		examples, err := read(p)
		if err != nil {
			return err
		}
		if slices.Contains(o.noisy, base) {
			noisy = append(noisy, examples...)
		} else {
			clean = append(clean, examples...)
		}
	}
	if len(clean) == 0 {
		return fmt.Errorf("no *.conll files to learn from in %q", o.folder)
	}
	data := name.Learn(clean, o.rounds, o.seed, progress)
	if len(noisy) > 0 {
		agreed, err := agreeing(noisy, data)
		if err != nil {
			return err
		}
		fmt.Fprintf(os.Stderr, "%d of %d noisy sentences agree\n", len(agreed), len(noisy))
		data = name.Learn(append(clean, agreed...), o.rounds, o.seed, progress)
	}
	if err := os.WriteFile(o.out, data, 0o600); err != nil {
		return err
	}
	return score(o.measure, data)
}

func progress(round, mistakes int) {
	fmt.Fprintf(os.Stderr, "round %d: %d mistakes\n", round+1, mistakes)
}

// agreeing returns the examples a model labels just as they are.
func agreeing(examples []name.Example, data []byte) ([]name.Example, error) {
	m, err := name.Read(data)
	if err != nil {
		return nil, err
	}
	var out []name.Example
	for _, e := range examples {
		if slices.Equal(m.Label(e.Words, e.Cased), e.Labels) {
			out = append(out, e)
		}
	}
	return out, nil
}
