package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxSentence is how many tokens a sentence has at most; what runs on is cut.
const maxSentence = 400

// Sentences returns the index after the last token of each sentence. Quotes
// and brackets that close after the end belong to the sentence they close.
func Sentences(text string, tokens []Token) []int {
	var ends []int
	from := 0
	for i := 0; i < len(tokens); i++ {
		if i-from < maxSentence && !endsSentence(text, tokens, i) {
			continue
		}
		for i+1 < len(tokens) && tokens[i+1].Start == tokens[i].End && closes(tokens[i+1].Text(text)) {
			i++
		}
		ends = append(ends, i+1)
		from = i + 1
	}
	if n := len(tokens); n > 0 && (len(ends) == 0 || ends[len(ends)-1] < n) {
		ends = append(ends, n)
	}
	return ends
}

// closers and openers stand after and before a sentence's own marks.
const (
	closers = `"'”’»)]`
	openers = `“‘«([—–-•`
)

func closes(mark string) bool { return strings.Contains(closers, mark) }

func endsSentence(text string, tokens []Token, i int) bool {
	t := tokens[i].Text(text)
	if i+1 == len(tokens) {
		return true
	}
	if tokens[i].Kind == Word {
		return endsWithAbbreviation(text, tokens, i)
	}
	switch t {
	case "?", "!", "。", "！", "？", "…":
		return opens(text, tokens, i+1)
	case ".":
		if i > 0 && tokens[i-1].Kind == Number && tokens[i-1].End == tokens[i].Start && tokens[i-1].End-tokens[i-1].Start <= 2 {
			// An ordinal, as in "27. Mai", unless a sentence plainly begins.
			return starters[tokens[i+1].Text(text)]
		}
		return opens(text, tokens, i+1)
	}
	return false
}

// endsWithAbbreviation decides whether the period of the word's own ends the
// sentence too.
func endsWithAbbreviation(text string, tokens []Token, i int) bool {
	w := tokens[i].Text(text)
	if !strings.HasSuffix(w, ".") || abbreviations[w[:len(w)-1]] == inside || utf8.RuneCountInString(w) == 2 {
		return false
	}
	return starters[tokens[i+1].Text(text)]
}

// opens reports whether the token may be the first of a sentence.
func opens(text string, tokens []Token, i int) bool {
	for i < len(tokens) && (closes(tokens[i].Text(text)) || strings.Contains(openers, tokens[i].Text(text))) {
		i++
	}
	if i == len(tokens) {
		return true
	}
	if tokens[i].Start == tokens[i-1].End && tokens[i-1].Text(text) == "." {
		return false
	}
	r, _ := utf8.DecodeRuneInString(tokens[i].Text(text))
	return !unicode.IsLower(r)
}
