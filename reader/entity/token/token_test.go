package token

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func texts(text string, tokens []Token) string {
	parts := make([]string, len(tokens))
	for i, t := range tokens {
		parts[i] = t.Text(text)
	}
	return strings.Join(parts, "|")
}

func TestSplit(t *testing.T) {
	for text, want := range map[string]string{
		"":                                 "",
		"Rain fell.":                       "Rain|fell|.",
		"the U.S. and U.N., U.S.A too":     "the|U.S.|and|U.N.|,|U.S.A|too",
		"Mr. Vale met J.K. Moor at 5 p.m.": "Mr.|Vale|met|J.K.|Moor|at|5|p.m.",
		"J.Moor":                           "J.|Moor",
		"Vale's boat, the Vales' boat":     "Vale|'s|boat|,|the|Vales|'|boat",
		"Vale’s U.S.'s":                    "Vale|’s|U.S.|'s",
		"don't O'Hara rock’n’roll":         "don't|O'Hara|rock’n’roll",
		"l’Italie d'avril jusqu'en":        "l’|Italie|d'|avril|jusqu'|en",
		"al-Amin 27-km mid-2014":           "al|-|Amin|27|-|km|mid|-|2014",
		"94,000 1.234,56 1’000 2½":         "94,000|1.234,56|1’000|2|½",
		"$1.2bn US$5 ₹3,450 €3":            "$|1.2|bn|US|$|5|₹|3,450|€|3",
		"Rs500 R450 R2 QR6,120 Dh4.6 A4":   "Rs|500|R|450|R2|QR|6,120|Dh|4.6|A4",
		"12% 40°C 27km² 19th 1990s":        "12|%|40|°|C|27|km|²|19|th|1990|s",
		"see https://a.example/b?c=1. Now": "see|https://a.example/b?c=1|.|Now",
		"mail me@a.example, or @me!":       "mail|me@a.example|,|or|@me|!",
		"www.a.example":                    "www.a.example",
		"2013年5月":                          "2013|年|5|月",
		"“Rain,” he said — “again”…":       "“|Rain|,|”|he|said|—|“|again|”|…",
		"Jan. 5, Sept. 11, Inc.":           "Jan.|5|,|Sept.|11|,|Inc.",
		"3.":                               "3|.",
		"a\u00a0b\u202fc":                  "a|b|c",
	} {
		if got := texts(text, Split(text)); got != want {
			t.Errorf("Split(%q)\n got %s\nwant %s", text, got, want)
		}
	}
}

func TestJoin(t *testing.T) {
	for text, want := range map[string]string{
		"Omar al-Amin left":      "Omar|al-Amin|left",
		"a Riga-based firm":      "a|Riga|-|based|firm",
		"the anti-Vale camp":     "the|anti|-|Vale|camp",
		"Lai Wai-lok":            "Lai|Wai-lok",
		"Asia-Pacific COVID-19":  "Asia-Pacific|COVID-19",
		"mid-2014":               "mid|-|2014",
		"well-known sub-Saharan": "well-known|sub-Saharan",
		"Jeanne d’Albret":        "Jeanne|d’Albret",
		"5G 19th 27km":           "5G|19th|27km",
		"Riga - a port":          "Riga|-|a|port",
		"one-two-three":          "one-two-three",
		"Vale's 1990's":          "Vale|'s|1990|'s",
	} {
		parts := Split(text)
		joined, from := Join(text, parts)
		if got := texts(text, joined); got != want {
			t.Errorf("Join(%q)\n got %s\nwant %s", text, got, want)
		}
		if len(from) != len(joined)+1 || from[len(joined)] != len(parts) {
			t.Errorf("Join(%q): parts %v for %d tokens of %d", text, from, len(joined), len(parts))
		}
	}
}

func TestSentences(t *testing.T) {
	for _, want := range [][]string{
		{"Rain fell.", "It fell all day."},
		{"Mr. Vale came.", "Dr. Moor did not."},
		{"He lives in the U.S. Army camp.", "She left the U.S.", "The camp closed."},
		{"“Stop!”", "He stopped."},
		{"Is it?", "It is…", "So be it."},
		{"It rose 1.5 per cent to 3.2 million."},
		{"He works for Vale Inc. and others.", "So does she."},
		{"Am 27. Mai kam er."},
		{"no capital. here"},
	} {
		text := strings.Join(want, " ")
		tokens := Split(text)
		got := make([]string, 0, len(want))
		from := 0
		for _, to := range Sentences(text, tokens) {
			got = append(got, text[tokens[from].Start:tokens[to-1].End])
			from = to
		}
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("Sentences(%q) = %q", text, got)
		}
	}
}

func FuzzSplit(f *testing.F) {
	for _, s := range []string{"", "Mr. Vale's U.S.-made 27-km road", "Rs500 ’s '", "\xff'\xc3s", "a@b.c @x", "年5月", "l'’'s"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		tokens := Split(text)
		end := 0
		for _, k := range tokens {
			if k.Start < end || k.End <= k.Start || k.End > len(text) {
				t.Fatalf("token %v after %d of %q", k, end, text)
			}
			if strings.TrimFunc(text[end:k.Start], unicode.IsSpace) != "" {
				t.Fatalf("left out %q of %q", text[end:k.Start], text)
			}
			if !utf8.RuneStart(text[k.Start]) && utf8.ValidString(text) {
				t.Fatalf("token %v cuts a rune of %q", k, text)
			}
			end = k.End
		}
		ends := Sentences(text, tokens)
		if len(tokens) > 0 && ends[len(ends)-1] != len(tokens) {
			t.Fatalf("sentences %v of %d tokens", ends, len(tokens))
		}
		Join(text, tokens)
	})
}
