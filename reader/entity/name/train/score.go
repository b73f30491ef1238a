package main

import (
	"fmt"
	"os"

	"lectern/reader/entity/name"
)

// score labels the files with a model and prints precision, recall and F1 of
// whole names of people, organisations and places.
func score(paths []string, data []byte) error {
	if len(paths) == 0 {
		return nil
	}
	m, err := name.Read(data)
	if err != nil {
		return err
	}
	for _, p := range paths {
		examples, err := read(p)
		if err != nil {
			return err
		}
		right, got, both := 0, 0, 0
		for _, e := range examples {
			want := spans(e.Labels)
			have := spans(m.Label(e.Words, e.Cased))
			right += len(want)
			got += len(have)
			for s := range have {
				if want[s] {
					both++
				}
			}
		}
		precision, recall := float64(both)/float64(max(got, 1)), float64(both)/float64(max(right, 1))
		_, err = fmt.Fprintf(os.Stdout, "%s: precision %.2f recall %.2f F1 %.2f\n", p, 100*precision, 100*recall,
			100*2*precision*recall/max(precision+recall, 1e-9))
		if err != nil {
			return err
		}
	}
	return nil
}

type span struct {
	start, end int
	kind       name.Label
}

// spans returns the names labelled, but those of kind Other.
func spans(labels []name.Label) map[span]bool {
	out := map[span]bool{}
	for i := range labels {
		if !labels[i].Begins() {
			continue
		}
		end := i + 1
		for end < len(labels) && labels[end] == labels[i]+1 {
			end++
		}
		if labels[i] != name.BeginOther {
			out[span{i, end, labels[i]}] = true
		}
	}
	return out
}
