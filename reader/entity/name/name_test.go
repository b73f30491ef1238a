package name

import (
	"slices"
	"strings"
	"testing"
)

func TestShouts(t *testing.T) {
	for text, want := range map[string]bool{
		"Ferry Finally Reaches Reykjavik":    true,
		"FERRY REACHES REYKJAVIK":            true,
		"FERRY":                              true,
		"The ferry reached Reykjavik .":      false,
		"Anna Lindqvist":                     false,
		"Anna Lindqvist met Omar al-Amin .":  false,
		"The Last Ferry of the Year Is Late": true,
		"12 , 14":                            false,
		"":                                   false,
	} {
		if got := Shouts(strings.Fields(text)); got != want {
			t.Errorf("Shouts(%q) = %v", text, got)
		}
	}
}

func TestShape(t *testing.T) {
	for w, want := range map[string]shape{
		"kerry": lower, "Kerry": initial, "EU": upper, "McKay": mixed, "U.S.": dotted, "Wai-lok": hyphened,
		"A": single, "2013": number, "COVID-19": coded, "G20": coded, ".": mark, "Émile": initial, "iPhone": mixed,
	} {
		if got := shapeOf(w); got != want {
			t.Errorf("shapeOf(%q) = %d, want %d", w, got, want)
		}
	}
}

func TestCasings(t *testing.T) {
	c := Casings{}
	c.Add(strings.Fields("Hope is what Anna has ."))
	c.Add(strings.Fields("There is hope ."))
	c.Add(strings.Fields("Great Ferry Finally Reaches Port"))
	if !c.Lower("Hope") || c.Capital("Hope") || !c.Capital("Anna") || c.Capital("Ferry") {
		t.Errorf("casings %v", c)
	}
}

// TestLearn lets a model learn a made-up language in which names follow "zu".
func TestLearn(t *testing.T) {
	examples := make([]Example, 0, 10)
	for _, w := range []string{"Bal", "Dor", "Fen", "Gim", "Hul"} {
		examples = append(examples,
			Example{Words: []string{"mo", "zu", w, w, "ka"}, Labels: []Label{0, 0, BeginPlace, InPlace, 0}},
			Example{Words: []string{"ri", w, "ka", "mo"}, Labels: []Label{0, BeginPerson, 0, 0}})
	}
	rounds := 0
	data := Learn(examples, 5, 1, func(int, int) { rounds++ })
	if again := Learn(examples, 5, 1, func(int, int) {}); !slices.Equal(data, again) {
		t.Error("the same examples gave another model")
	}
	m, err := Read(data)
	if err != nil || rounds != 5 {
		t.Fatal(err, rounds)
	}
	if got := m.Label([]string{"mo", "zu", "Wex", "Wex", "ka"}, nil); !slices.Equal(got, []Label{0, 0, BeginPlace, InPlace, 0}) {
		t.Errorf("labels %v", got)
	}
	if got := m.Label([]string{"ri", "Wex", "ka", "mo"}, nil); !slices.Equal(got, []Label{0, BeginPerson, 0, 0}) {
		t.Errorf("labels %v", got)
	}
}

func TestReadRefuses(t *testing.T) {
	if _, err := Read([]byte("short")); err == nil {
		t.Error("no error for a model of the wrong size")
	}
}

// TestPaths checks that names begin before they go on, whatever the weights.
func TestPaths(t *testing.T) {
	m := Load()
	words := strings.Fields("Of the The Anna of THE , De la Cruz 's 12 ) Vale & Vale - and")
	before := Outside
	for i, l := range m.Label(words, Casings{}) {
		if !l.follows(before) {
			t.Errorf("label %d of %q follows %d", l, words[i], before)
		}
		before = l
	}
}
