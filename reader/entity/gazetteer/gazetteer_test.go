package gazetteer

import (
	"fmt"
	"testing"
)

func TestKinds(t *testing.T) {
	g := Load()
	hash := func(words ...string) Hash {
		h := HashWord(words[0])
		for _, w := range words[1:] {
			h = h.Then(w)
		}
		return h
	}
	for _, c := range []struct {
		name Hash
		want Kinds
	}{
		{hash("France"), Country},
		{hash("FRANCE"), Country},
		{hash("South", "Korea"), Country},
		{hash("Norwegians"), Demonym},
		{hash("Sri", "Lankan"), Demonym},
		{hash("Nairobi"), City},
		{hash("São", "Paulo"), City},
		{hash("Sao", "Paulo"), City},
		{hash("Anna"), First},
		{hash("Johnson"), Last},
		{hash("World", "Food", "Programme"), Company},
		{hash("Sinéad"), First},
	} {
		if got := g.Kinds(c.name); got&c.want == 0 {
			t.Errorf("Kinds(%x) = %b, want %b in it", c.name, got, c.want)
		}
	}
	if got := g.Kinds(hash("Korea", "South", "umbrella")); got != 0 {
		t.Errorf("an invented name is known: %b", got)
	}
}

func TestPlain(t *testing.T) {
	for name, want := range map[string]string{"Škvorecký": "Skvorecky", "São Paulo": "Sao Paulo", "Anna": "Anna", "": ""} {
		if got := Plain(name); got != want {
			t.Errorf("Plain(%q) = %q", name, got)
		}
	}
}

func TestClusters(t *testing.T) {
	g := Load()
	at := func(w string) Clusters { return g.Clusters(HashExact(w)) }
	if at("Monday") == (Clusters{}) || at("Monday").Middle != at("Tuesday").Middle {
		t.Errorf("Monday %v and Tuesday %v stand apart", at("Monday"), at("Tuesday"))
	}
	if got := at("qqxzzk"); got != (Clusters{}) {
		t.Errorf("an invented word has clusters %v", got)
	}
}

func TestCompile(t *testing.T) {
	values := map[Hash][]byte{}
	for i := range 5000 {
		values[HashWord(fmt.Sprint("word", i))] = []byte{byte(i)}
	}
	data, err := Compile(values, func(a, _ []byte) []byte { return a })
	if err != nil {
		t.Fatal(err)
	}
	tab := readTable(string(data), 1)
	wrong := 0
	for h, v := range values {
		if got := tab.find(h); got != string(v) {
			wrong++
		}
	}
	if wrong > 2 { // two names may share a key
		t.Errorf("%d of %d values are lost", wrong, len(values))
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		Load()
	}
}
