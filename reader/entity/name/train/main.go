// Command train trains the model that package name embeds.
//
//	go run ./train [-out model.bin] [-held] [-errors 40] [-measure a.conll,b.conll] folder
//
// The folder holds *.conll or *.conll.gz files: a word, a tab and its label a
// line (O, or B- or I- and PER, ORG, LOC or MISC), a blank line between
// sentences and -DOCSTART- between documents. With -held, one document in eight
// of the sets in the manner of an article takes no part, is labelled by the
// finished model instead, and the result is printed with the commonest errors:
// this is what features and settings are chosen by. Files named in -measure are
// labelled and scored only.
//
// Everything runs in one thread: the same files give the same bytes.
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
	name.Settings

	folder, out string
	measure     []string
	held        bool
	errors      int
}

func main() {
	var o options
	flag.StringVar(&o.out, "out", "model.bin", "file to write")
	flag.BoolVar(&o.held, "held", false, "leave one document in eight out, and score the model on them")
	flag.IntVar(&o.errors, "errors", 0, "how many of the commonest errors to print")
	measure := flag.String("measure", "", "files to label and score, comma-separated paths")
	flag.IntVar(&o.Rounds, "rounds", 8, "passes over the examples")
	flag.IntVar(&o.Settled, "settled", 4, "rounds before those that are averaged")
	flag.Float64Var(&o.Rate, "rate", 0.3, "size of the first steps")
	flag.Float64Var(&o.Dropped, "dropped", 0.15, "share of observations left out at random")
	flag.Float64Var(&o.Lasso, "lasso", 5e-6, "pull of the weights towards 0")
	flag.IntVar(&o.Rare, "rare", 2, "how often a feature must be seen")
	flag.Uint64Var(&o.Seed, "seed", 1, "seed of the order of the examples")
	flag.Parse()
	o.folder = flag.Arg(0)
	o.measure = strings.FieldsFunc(*measure, func(r rune) bool { return r == ',' })
	o.Report = func(round int, loss float64) { fmt.Fprintf(os.Stderr, "round %d: loss %.0f\n", round+1, loss) }
	if err := run(&o); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(o *options) error {
	clean, noisy, held, err := load(o)
	if err != nil {
		return err
	}
	if len(clean) == 0 {
		return fmt.Errorf("no *.conll files to learn from in %q", o.folder)
	}
	if len(noisy) > 0 {
		judge := name.Learn(clean, o.Settings)
		clean = append(clean, doubt(noisy, judge)...)
	}
	data, err := name.Learn(clean, o.Settings).Pack()
	if err != nil {
		return err
	}
	if err := os.WriteFile(o.out, data, 0o600); err != nil {
		return err
	}
	m, err := name.Read(string(data))
	if err != nil {
		return err
	}
	for _, s := range held {
		report(m, s, o.errors)
	}
	for _, p := range o.measure {
		examples, err := read(p)
		if err != nil {
			return err
		}
		report(m, set{filepath.Base(p), examples}, 0)
	}
	return nil
}

// A set is the examples of one file.
type set struct {
	name     string
	examples []name.Example
}

// noisySets are labelled by machine; offSets are of another manner than
// articles and are not measured on.
var (
	noisySets = []string{"gmb"}
	offSets   = []string{"btc", "wnut17_train"}
)

// load reads the folder: what is to be trusted, what is not, and what is held
// out, set by set and last all together.
func load(o *options) (clean, noisy []name.Example, held []set, err error) {
	paths, err := filepath.Glob(filepath.Join(o.folder, "*.conll*"))
	if err != nil {
		return nil, nil, nil, err
	}
	var all set
	for _, p := range paths {
		base, _, _ := strings.Cut(filepath.Base(p), ".")
		documents, err := readDocuments(p)
		if err != nil {
			return nil, nil, nil, err
		}
		if slices.Contains(noisySets, base) {
			noisy = append(noisy, slices.Concat(documents...)...)
			continue
		}
		var out []name.Example
		for i, d := range documents {
			if o.held && i%8 == 3 && !slices.Contains(offSets, base) {
				out = append(out, d...)
			} else {
				clean = append(clean, d...)
			}
		}
		if len(out) > 0 {
			held = append(held, set{base, out})
			all.examples = append(all.examples, out...)
		}
	}
	if len(held) > 0 {
		all.name = "all held out"
		held = append(held, all)
	}
	return clean, noisy, held, nil
}
