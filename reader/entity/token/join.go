package token

import (
	"unicode"
	"unicode/utf8"
)

// Join returns the tokens with hyphenated words in one piece ("al-Assad",
// "Asia-Pacific", "COVID-19"), except where a name and a common word meet
// ("Lisbon-based", "anti-Taliban", "mid-2014"): there the parts stand alone.
// The second result gives, for every joined token, the index of its first
// part; it has one more element than the first, the number of parts.
func Join(text string, parts []Token) ([]Token, []int) {
	joined := make([]Token, 0, len(parts))
	from := make([]int, 0, len(parts)+1)
	for i := 0; i < len(parts); {
		t := parts[i]
		from = append(from, i)
		i++
		for i+1 < len(parts) && t.End == parts[i].Start && isHyphen(parts[i].Text(text)) &&
			parts[i].End == parts[i+1].Start && compound(text, t, parts[i+1]) {
			t.End = parts[i+1].End
			i += 2
		}
		if i < len(parts) && elided(text, t) && parts[i].Kind == Word && t.End == parts[i].Start {
			t.End = parts[i].End
			i++
		}
		if i < len(parts) && t.Kind == Number && parts[i].Kind == Word && t.End == parts[i].Start && parts[i].Text(text)[0] != '\'' {
			t.End, t.Kind = parts[i].End, Word
			i++
		}
		joined = append(joined, t)
	}
	return joined, append(from, len(parts))
}

// elided reports whether the token is a word cut off at its apostrophe.
func elided(text string, t Token) bool {
	r, n := utf8.DecodeLastRuneInString(t.Text(text))
	return t.Kind == Word && n < t.End-t.Start && (r == '\'' || r == '’')
}

func isHyphen(s string) bool { return s == "-" || s == "‐" || s == "‑" }

// compound reports whether the parts left and right of a hyphen are one word.
func compound(text string, left, right Token) bool {
	l, r := left.Text(text), right.Text(text)
	switch {
	case left.Kind != Word || right.Kind != Word && right.Kind != Number:
		return false
	case heads[l]:
		return !startsUpper(r) && right.Kind == Word
	case tails[r]:
		return !startsUpper(l)
	case right.Kind == Number:
		return startsUpper(l) && len(r) <= 3
	}
	return true
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// heads stand before names without being part of them.
var heads = set("anti", "pro", "pre", "post", "non", "ex", "mid", "inter", "intra", "cross", "all", "un", "neo", "semi",
	"then", "now", "early", "late", "former", "co", "half", "Anti", "Pro", "Pre", "Post", "Non", "Ex", "Mid", "Then")

// tails stand after names without being part of them.
var tails = set("based", "led", "backed", "born", "owned", "funded", "controlled", "occupied", "ruled", "sponsored",
	"made", "held", "run", "allied", "linked", "style", "wide", "trained", "educated", "speaking", "friendly", "bound",
	"listed", "supported", "brokered", "administered", "dominated", "era", "like", "related", "inspired", "mediated",
	"majority", "headquartered", "operated", "built", "designed", "branded", "approved", "appointed", "area", "type",
	"registered", "affiliated", "flagged", "themed", "focused", "free", "driven", "hit", "affected", "drafted",
	"imposed", "mandated", "level", "ready", "compliant", "compatible", "produced", "published", "winning", "only",
	"bred", "raised", "aligned", "governed", "language", "first", "proposed", "authored", "in", "on", "to", "and", "the")
