package classify

import (
	"strconv"
	"strings"
	"testing"
)

func TestHundredths(t *testing.T) {
	for line := range strings.Lines(weightTable) {
		_, list, _ := strings.Cut(line, ": ")
		for f := range strings.FieldsSeq(list) {
			want, err := strconv.ParseFloat(f, 32)
			if err != nil {
				t.Fatal(err)
			}
			got, rest := hundredths(f + " .5\n")
			if got != float32(want) || rest != ".5\n" {
				t.Fatalf("%q read as %v, rest %q", f, got, rest)
			}
		}
	}
}
