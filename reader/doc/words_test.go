package doc

import (
	"strings"
	"testing"
)

func TestCountWords(t *testing.T) {
	for _, c := range []struct {
		in   string
		want int
	}{
		{"", 0},
		{"  — … ", 0},
		{"one", 1},
		{"Two words.", 2},
		{"don't, won’t", 2},
		{"well-known 3.14 1,000", 3},
		{"end.\nnext\tcell", 3},
		{"snake_case a/b", 4},
		{"€5 50% #3", 3},
		{"naïve café", 2},
		{"nai\u0308ve", 1},
		{"Привет, мир", 2},
		{"नमस्ते दुनिया", 2},
		{"سلام می\u200cخواهم", 2},
		{"他们讨论", 4},
		{"2013年5月", 4},
		{"時々", 2},
		{"コーヒー", 4},
		{"コーヒーcoffee", 5},
		{"ｺｰﾋｰ", 4},
		{"二〇二六", 4},
		{"한국어 기사", 2},
		{"ภาษาไทย อ่าน", 2},
	} {
		if got := CountWords(c.in); got != c.want {
			t.Errorf("CountWords(%q) = %d, want %d", c.in, got, c.want)
		}
	}
}

func FuzzCountWords(f *testing.F) {
	for _, s := range []string{"a b", "don't", "時々a", "ーb", "e\u0301", "\xff"} {
		f.Add(s, "next word")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		n, m := CountWords(a), CountWords(b)
		if n < 0 || n > len(a) {
			t.Errorf("CountWords(%q) = %d", a, n)
		}
		if got := CountWords(a + " " + b); got != n+m {
			t.Errorf("%q has %d words, %q has %d, both together %d", a, n, b, m, got)
		}
		if strings.TrimSpace(a) == "" && n != 0 {
			t.Errorf("CountWords(%q) = %d", a, n)
		}
	})
}
