package entity

import (
	"strings"

	"github.com/RadhiFadlillah/whatlanggo"

	"lectern/reader/entity/token"
)

// common are words that hardly a text of the language does without.
var common = map[string]string{
	"en": "the of and to in is that was for with on by are he as at from his it be said have not",
	"de": "der die und das nicht mit ist von den dem ein eine auf für im sich des zu",
	"fr": "le la les des et est une dans que pour qui du au en sur pas un",
	"es": "el los las del que una por con para se su en la y de un",
	"it": "il che di della per non gli è del una con sono la alla un",
	"pt": "os as do da que não uma em para com um na por dos o",
	"nl": "de het een van en niet dat op met voor zijn is te aan",
	"sv": "och att det som är en på för av inte med den till har",
	"da": "og at det er en på til af ikke som med den har for",
	"nb": "og at det er en på til av ikke som med den har for",
	"pl": "i w na z się nie do że jest to po o jak dla",
	"cs": "a v se na je že s z do by ve pro jsou jako",
	"fi": "ja on ei se että oli hän mutta ovat myös kun ole",
	"tr": "ve bir bu için ile da de olarak daha çok gibi olan",
	"ru": "и в не на что с по как он из это но для",
}

const (
	sampled = 3000 // tokens looked at
	sure    = 0.08 // share of common words in a text of the language
	ahead   = 1.3  // how far the first language leads the second
	plain   = 8    // common words of a text that leave no doubt
	telling = 12   // words, among them a common one in every language known here
	excerpt = 1500 // bytes that the detector looks at
)

// settle returns the code of the language to read the texts in: what they
// plainly are, else what the document says, else what they seem to be, else "".
// Common words tell a long text at once; the trigrams of a library tell a
// short one, and the languages whose words are not known here.
func settle(declared string, texts []string, tokens [][]token.Token) string {
	code, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(declared, "_", "-")), "-")
	if code == "no" || code == "nn" {
		code = "nb"
	}
	counts, words := count(texts, tokens)
	worded := guess(counts, words, code)
	if worded != "" && (counts[worded] >= plain || worded == code) {
		return worded
	}
	detected, reliable := detect(texts)
	switch {
	case reliable, worded != "" && worded == detected, words >= telling && counts[code] == 0 && detected != code && common[code] != "":
		return detected
	case code != "":
		return code
	case worded != "":
		return worded
	case detected == "en" || english(counts):
		return "en"
	}
	return ""
}

// detect returns the language of the longest text, as its trigrams tell, and
// whether that is to be relied on. The code is "" for none.
func detect(texts []string) (code string, reliable bool) {
	longest := ""
	for _, text := range texts {
		if len(text) > len(longest) {
			longest = text
		}
	}
	if len(longest) > excerpt {
		longest = strings.ToValidUTF8(longest[:excerpt], "")
	}
	found := whatlanggo.Detect(longest)
	if found.Lang < 0 || found.Confidence == 0 { // two languages are alike, and either may come first
		return "", false
	}
	return found.Lang.Iso6391(), found.IsReliable()
}

// english reports whether the few common words of a text speak for English
// more than for any other language: a table of results, a list of names.
func english(counts map[string]int) bool {
	for code, n := range counts {
		if code != "en" && n >= counts["en"] {
			return false
		}
	}
	return counts["en"] > 0
}

// guess returns the language whose common words the texts have, "" if that is
// not clear. Of two languages that share their words the declared one leads.
func guess(counts map[string]int, words int, declared string) string {
	best, second := "", ""
	for code := range common {
		switch n := counts[code]; {
		case best == "" || n > counts[best] || n == counts[best] && (code == declared || best != declared && code < best):
			best, second = code, best
		case second == "" || n > counts[second]:
			second = code
		}
	}
	lead := float64(counts[best]) >= ahead*float64(counts[second]) || related(best, second)
	if words == 0 || counts[best] < 2 || float64(counts[best]) < sure*float64(words) || !lead {
		return ""
	}
	return best
}

// count returns how many words of the texts are common in each language, and
// how many words were looked at.
func count(texts []string, tokens [][]token.Token) (counts map[string]int, words int) {
	of := make(map[string][]string, 256)
	for code, list := range common {
		for w := range strings.FieldsSeq(list) {
			of[w] = append(of[w], code)
		}
	}
	counts = map[string]int{}
	for i, text := range texts {
		for _, t := range tokens[i] {
			if t.Kind != token.Word || words >= sampled {
				continue
			}
			words++
			for _, code := range of[strings.ToLower(t.Text(text))] {
				counts[code]++
			}
		}
	}
	return counts, words
}

// related reports whether two languages share most of their common words.
func related(a, b string) bool {
	nordic := func(s string) bool { return s == "da" || s == "nb" || s == "sv" }
	return nordic(a) && nordic(b)
}
