package main

import (
	"compress/gzip"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lectern/reader/entity/gazetteer"
	"lectern/reader/entity/name"
)

const sample = `-DOCSTART-	O

Anna	B-PER
Vale	I-PER
of	O
North	B-LOC
-	I-LOC
Sel	I-LOC
met	O
Norwegian	B-LOC
friends	O

She	O
did	O
n't	O
stay	O

-DOCSTART-	O

Rain	O
`

func TestRead(t *testing.T) {
	dir := t.TempDir()
	plain, packed := filepath.Join(dir, "a.conll"), filepath.Join(dir, "b.conll.gz")
	if err := os.WriteFile(plain, []byte(sample), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(filepath.Clean(packed))
	if err != nil {
		t.Fatal(err)
	}
	w := gzip.NewWriter(f)
	if _, err := w.Write([]byte(sample)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{plain, packed} {
		documents, err := readDocuments(path)
		if err != nil || len(documents) != 2 || len(documents[0]) != 2 {
			t.Fatalf("%s: %d documents, %v", path, len(documents), err)
		}
		e := documents[0][0]
		if got := strings.Join(e.Words, " "); got != "Anna Vale of North-Sel met Norwegian friends" {
			t.Errorf("words %q", got)
		}
		want := []name.Label{name.BeginPerson, name.InPerson, 0, name.BeginPlace, 0, name.BeginOther, 0}
		if !slices.Equal(e.Labels, want) {
			t.Errorf("labels %v, want %v", e.Labels, want)
		}
		if got := strings.Join(documents[0][1].Words, " "); got != "She didn't stay" {
			t.Errorf("words %q", got)
		}
	}
	if err := os.WriteFile(plain, []byte("Anna\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := read(plain); err == nil || !strings.Contains(err.Error(), "a.conll:1") {
		t.Errorf("a line without a label gives %v", err)
	}
}

// TestDoubt lets a model judge that knows "Bal" for a place.
func TestDoubt(t *testing.T) {
	taught := make([]name.Example, 0, 16)
	for range 8 {
		taught = append(taught,
			name.Example{Words: strings.Fields("zu Bal ka"), Labels: []name.Label{0, name.BeginPlace, 0}, Weight: 1},
			name.Example{Words: strings.Fields("mo Dor ka"), Labels: []name.Label{0, 0, 0}, Weight: 1})
	}
	judge := name.Learn(taught, name.Settings{Rounds: 10, Settled: 5, Rate: 0.5, Rare: 1, Seed: 1, Report: func(int, float64) {}})
	example := func(words string, l name.Label) name.Example {
		return name.Example{Words: strings.Fields(words), Labels: []name.Label{0, l, 0}, Weight: 1}
	}
	got := doubt([]name.Example{
		example("zu Bal ka", name.BeginPlace), example("zu Bal ka", name.BeginPerson), example("mo Dor ka", name.BeginPerson),
	}, judge)
	if got[0].Allowed != nil {
		t.Errorf("what both agree on is in doubt: %b", got[0].Allowed)
	}
	if want := uint16(1 << name.BeginPlace); got[1].Allowed[1] != want {
		t.Errorf("of two kinds %b is allowed, want %b", got[1].Allowed[1], want)
	}
	if want := uint16(1<<name.Outside | 1<<name.BeginPerson); got[2].Allowed[1] != want {
		t.Errorf("of a name or none %b is allowed, want %b", got[2].Allowed[1], want)
	}
}

func TestCountries(t *testing.T) {
	e := name.Example{
		Words:  strings.Fields("South Korea met Acme"),
		Labels: []name.Label{name.BeginOrganization, name.InOrganization, 0, name.BeginOrganization},
	}
	countries(&e, gazetteer.Load())
	if want := []name.Label{name.BeginPlace, name.InPlace, 0, name.BeginOrganization}; !slices.Equal(e.Labels, want) {
		t.Errorf("labels %v, want %v", e.Labels, want)
	}
}

func TestSpans(t *testing.T) {
	e := name.Example{Words: strings.Fields("Anna Vale of Bal"), Labels: []name.Label{name.BeginPerson, name.InPerson, 0, name.BeginOther}}
	got := spans(e.Labels)
	if want := (span{0, 2, name.BeginPerson}); len(got) != 1 || !got[want] {
		t.Errorf("spans %v", got)
	}
	if got := missed(&e, span{0, 1, name.BeginPerson}, got); got != "cut otherwise or of another kind: PER Anna" {
		t.Errorf("a name cut otherwise is %q", got)
	}
}
