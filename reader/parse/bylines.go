package parse

import (
	"strings"
	"unicode"
)

// maxByline bounds a name, in bytes; whatever is longer is a sentence.
const maxByline = 80

// maxAuthors bounds how many names a byline has.
const maxAuthors = 12

// byWords introduce a byline.
var byWords = [...]string{
	"written by", "posted by", "reported by", "story by", "published by", "words by", "text by", "article by", "author:",
	"authors:", "reviewed by", "by:", "by", "von", "por", "par", "door", "autor:", "autore:", "auteur:", "作者：", "作者:", //nolint:misspell // not English
	"文：", "文/", "文・", "執筆：",
}

// roles are what people are, not who.
var roles = [...]string{
	"editor", "reporter", "correspondent", "writer", "columnist", "contributor", "staff", "journalist", "producer",
	"analyst", "director", "manager", "fellow", "professor", "founder", keyAuthor, "redakteur", "bureau", "chief", "ceo",
}

// names joins the names among some strings into a byline.
func byline(candidates []string) string {
	var out []string
	for _, c := range candidates {
		for _, n := range splitNames(c) {
			n = personName(n)
			if n != "" && len(out) < maxAuthors && !contains(out, n) {
				out = append(out, n)
			}
		}
	}
	return strings.Join(out, ", ")
}

func contains(list []string, s string) bool {
	for _, l := range list {
		if same(l, s) {
			return true
		}
	}
	return false
}

// splitNames takes a byline apart: "By A, B and C".
func splitNames(s string) []string {
	s = unprefixed(s)
	for _, end := range [...]string{bar, " · ", " • ", " – ", " — ", hyphen, " / ", "\u00a0|"} {
		s, _, _ = strings.Cut(s, end)
	}
	for _, and := range [...]string{" and ", " & ", "; ", " und ", " et ", " y ", "、", "，", " with "} {
		s = strings.ReplaceAll(s, and, ", ")
	}
	return strings.Split(s, ", ")
}

// unprefixed strips "By" and its like.
func unprefixed(s string) string {
	s = strings.TrimSpace(s)
	for _, w := range byWords {
		if len(s) <= len(w) || !strings.EqualFold(s[:len(w)], w) {
			continue
		}
		rest := s[len(w):]
		if c := w[len(w)-1]; c >= 'a' && c <= 'z' && !strings.HasPrefix(rest, " ") && !strings.HasPrefix(rest, ":") &&
			!strings.HasPrefix(rest, "\u00a0") {
			continue
		}
		return strings.TrimLeft(rest, " :\u00a0")
	}
	return s
}

// personName returns s if it can be a name, "" for an address, a role, a
// date, a placeholder or a sentence.
func personName(s string) string {
	s = strings.Trim(s, " ,.;:\u00a0")
	lower := strings.ToLower(s)
	switch {
	case s == "" || len(s) > maxByline || strings.ContainsAny(s, "@/\\<>{}[]|=_"),
		strings.Contains(lower, "http"), strings.Contains(lower, "www."), strings.Count(s, " ") > 5,
		lower == "admin", lower == "administrator", lower == "undefined", lower == "null", lower == none,
		lower == "unknown", lower == keyAuthor, lower == "by", lower == "view all posts", lower == "anonymous":
		return ""
	}
	letters, digits := 0, 0
	for _, r := range s {
		switch {
		case unicode.IsLetter(r):
			letters++
		case unicode.IsDigit(r):
			digits++
		}
	}
	if letters < 2 || digits > 4 || dateOf(s) != "" {
		return ""
	}
	for _, r := range roles {
		if hasToken(lower, r) {
			return ""
		}
	}
	return s
}
