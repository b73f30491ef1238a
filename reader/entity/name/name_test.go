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
			Example{Words: []string{"mo", "zu", w, w, "ka"}, Labels: []Label{0, 0, BeginPlace, InPlace, 0}, Weight: 1},
			Example{Words: []string{"ri", w, "ka", "mo"}, Labels: []Label{0, BeginPerson, 0, 0}, Weight: 1})
	}
	rounds := 0
	settings := Settings{Rounds: 8, Settled: 2, Rate: 0.5, Dropped: 0.1, Lasso: 1e-6, Rare: 1, Seed: 1, Report: func(int, float64) { rounds++ }}
	data, err := Learn(examples, settings).Pack()
	if err != nil {
		t.Fatal(err)
	}
	if again, err := Learn(examples, settings).Pack(); err != nil || !slices.Equal(data, again) {
		t.Error("the same examples gave another model", err)
	}
	m, err := Read(string(data))
	if err != nil || rounds != 16 {
		t.Fatal(err, rounds)
	}
	if got := m.Label([]string{"mo", "zu", "Wex", "Wex", "ka"}, Casings{}); !slices.Equal(got, []Label{0, 0, BeginPlace, InPlace, 0}) {
		t.Errorf("labels %v", got)
	}
	if got := m.Label([]string{"ri", "Wex", "ka", "mo"}, Casings{}); !slices.Equal(got, []Label{0, BeginPerson, 0, 0}) {
		t.Errorf("labels %v", got)
	}
}

func TestReadRefuses(t *testing.T) {
	if _, err := Read("short"); err == nil {
		t.Error("no error for a model of the wrong size")
	}
}

// TestOtherMentions checks that what stands at one mention of a word counts at
// the others.
func TestOtherMentions(t *testing.T) {
	var cased Casings
	cased.Add(strings.Fields("The Inland Fisheries Agency met Mr. Olav Vale of Bergen ."))
	m := Load()
	words := m.read(strings.Fields("Vale left the IFA"), cased)
	if a := words[0].about; a == nil || a.count != 1 || a.first == 0 {
		t.Errorf("of Vale is known %+v", a)
	}
	if words[3].acronym == 0 {
		t.Error("the initials are not known")
	}
	if words[2].acronym != 0 {
		t.Error("a common word has initials")
	}
}

// TestJoints checks that a name is looked at over its small words, both ways,
// and no further.
func TestJoints(t *testing.T) {
	o := Load().observer(strings.Fields("The Ministry of the North and East met Anna on Monday ."), Casings{})
	for _, c := range []struct{ from, step, want int }{
		{2, 1, 4},   // Ministry → North
		{3, -1, 1},  // North → Ministry
		{5, 1, 6},   // North → East
		{7, 1, -1},  // East met
		{9, 1, -1},  // Anna on
		{11, 1, -1}, // the end
		{-1, -1, -1},
	} {
		if got := o.over(c.from, c.step); got != c.want {
			t.Errorf("over(%d, %d) = %d, want %d", c.from, c.step, got, c.want)
		}
	}
}

func TestPattern(t *testing.T) {
	for a, b := range map[string]string{"McKay": "McDonald", "Anna": "Émile", "G20": "G77", "al-Assad": "el-Sisi"} {
		if pattern(a) != pattern(b) {
			t.Errorf("%s and %s differ", a, b)
		}
	}
	if pattern("IFA") == pattern("Ifa") {
		t.Error("capitals make no difference")
	}
}

// TestSure checks that the probabilities of labels are such, and higher for a
// plain name than for one that may be anything.
func TestSure(t *testing.T) {
	labels, sure := Load().Mark(strings.Fields("He flew to Germany with Zorv Blint ."), Casings{})
	for i, p := range sure {
		if p < 0 || p > 1.0001 {
			t.Errorf("probability %g", p)
		}
		if labels[i] == Outside && i < 3 && p < 0.9 {
			t.Errorf("word %d is no name with probability %g", i, p)
		}
	}
	if labels[3] != BeginPlace || sure[3] < sure[5] {
		t.Errorf("labels %v, probabilities %v", labels, sure)
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
