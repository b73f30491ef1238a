package corpus

import (
	"math/rand/v2"
	"strings"
	"unicode"
)

// The labelled pages are in English. A part of the texts made of them is put
// into writing that no list of words knows, so that what is learnt from shapes,
// lengths and places serves languages that no page is in.

// invented is the language of texts in such writing.
const invented = "art-x-cipher"

// alphabets are the letters, small ones and capitals, that take the place of
// a to z.
var alphabets = [][2]string{
	{"eaionrtslcudpmhgbfvkzyjwxq", "EAIONRTSLCUDPMHGBFVKZYJWXQ"},
	{"оеаинтсрвлкмдпуяыьгзбчйхжш", "ОЕАИНТСРВЛКМДПУЯЫЬГЗБЧЙХЖШ"},
	{"αοιετσνηυρπκμλςωγδχθφβξζψά", "ΑΟΙΕΤΣΝΗΥΡΠΚΜΛΣΩΓΔΧΘΦΒΞΖΨΆ"},
	{"اليمنورتبةعدسفهكقحجشصطخضذث", "اليمنورتبةعدسفهكقحجشصطخضذث"},
}

// encipher puts other letters in the place of a to z, or makes words of Han
// characters without spaces between them.
func encipher(ps []piece, rng *rand.Rand) {
	if chance(rng, .25) {
		for i := range ps {
			ps[i].Text = han(ps[i].Text)
		}
		return
	}
	to := pick(rng, alphabets)
	small, large := []rune(to[0]), []rune(to[1])
	order := rng.Perm(len(small))
	swap := func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z':
			return small[order[r-'a']]
		case r >= 'A' && r <= 'Z':
			return large[order[r-'A']]
		}
		return r
	}
	for i := range ps {
		ps[i].Text = strings.Map(swap, ps[i].Text)
	}
}

// marks are the signs of punctuation of Chinese and Japanese.
var marks = strings.NewReplacer(". ", "。", ", ", "、", "? ", "？", "! ", "！", ": ", "：")

// han writes a text in characters, one for about two and a half letters, as
// Chinese has them.
func han(s string) string {
	const (
		start  = 0x4e00
		count  = 2000
		letter = 5 // half letters that a character stands for
	)
	var b strings.Builder
	hash, half := uint32(0), 0
	for _, r := range marks.Replace(s + " ") {
		switch {
		case unicode.IsLetter(r):
			hash = hash*31 + uint32(unicode.ToLower(r)) //nolint:gosec // runes are not negative
			if half += 2; half >= letter {
				half -= letter
				b.WriteRune(start + rune(hash%count))
			}
		case r == ' ' && half > 0:
			half, hash = 0, 0
			b.WriteRune(start + rune(hash%count))
		case r == ' ' || r == '\'' || r == '’':
			hash = 0
		default:
			b.WriteRune(r)
		}
	}
	return strings.TrimSpace(strings.ReplaceAll(b.String(), ".", "。"))
}
