package parse

import (
	"slices"
	"strings"
	"unicode"
)

// maxByline bounds a name, in bytes; whatever is longer is a sentence.
const maxByline = 80

// maxDigits is how many digits a name may have; people write under their logins.
const maxDigits = 8

// maxAuthors bounds how many names a byline has.
const maxAuthors = 12

// byWords introduce a byline.
var byWords = [...]string{
	"written by", "posted by", "reported by", "story by", "published by", "words by", "text by", "article by", "author:",
	"authors:", "reviewed by", "by:", "by", "von", "por", "par", "door", "autor:", "autore:", "auteur:", "作者：", "作者:",
	"文：", "文/", "文・", "執筆：",
}

// roles are what people are, not who.
var roles = [...]string{
	"editor", "reporter", "correspondent", "writer", "columnist", "contributor", "staff", "journalist", "producer",
	"analyst", "director", "manager", "fellow", "professor", "founder", keyAuthor, "redakteur", "bureau", "chief", "ceo",
}

// byline joins the names among some strings.
func byline(candidates []string) string {
	var out []string
	for _, c := range candidates {
		for _, n := range splitNames(c) {
			n = personName(n)
			known := slices.ContainsFunc(out, func(o string) bool { return same(o, n) })
			if n != "" && len(out) < maxAuthors && !known {
				out = append(out, n)
			}
		}
	}
	return strings.Join(out, ", ")
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

// noNames are what content management systems put where a name is missing.
const noNames = "admin administrator webmaster undefined null none unknown anonymous author by follow"

// personName returns the name in s, "" for an address, a role, a date, a
// placeholder or a sentence.
func personName(s string) string {
	s = strings.Trim(withoutRole(s), " ,.;:\u00a0")
	lower := strings.ToLower(s)
	switch {
	case s == "", len(s) > maxByline, strings.Count(s, " ") > 5, hasToken(noNames, lower), lower == "view all posts",
		strings.ContainsAny(s, "@/\\<>{}[]|="), strings.Contains(lower, "http"), strings.Contains(lower, "www."),
		unprefixed(s+" x") == "x":
		return ""
	}
	letters, digits, months := 0, 0, 0
	for f := range strings.FieldsSeq(s) {
		months += monthOf(f)
	}
	for _, r := range s {
		switch {
		case unicode.IsLetter(r):
			letters++
		case unicode.IsDigit(r):
			digits++
		}
	}
	if letters < 2 || digits > maxDigits || dateOf(s) != "" || months > 0 && digits > 0 {
		return ""
	}
	for _, r := range roles {
		if hasToken(lower, r) {
			return ""
		}
	}
	return s
}

// withoutRole cuts off what follows a first and a last name, if it is a role
// or the label of a button.
func withoutRole(s string) string {
	fields := strings.Fields(s)
	for i := 2; i < len(fields); i++ {
		f := strings.ToLower(fields[i])
		if slices.Contains(roles[:], f) || hasToken("expert senior follow reviewer research", f) {
			return strings.Join(fields[:i], " ")
		}
	}
	return s
}
