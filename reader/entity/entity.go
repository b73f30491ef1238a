// Package entity finds the people, organisations, places, dates, sums,
// percentages and quantities a text speaks of.
//
// What has a form (package pattern) is found in many languages. Names come from
// a trained model (package name) that knows English only; where the text is not
// clearly English none are marked, since a wrong colour is worse than none.
// The names of one document are then made to agree: a person named in full is
// known again by the last name, a capital at the start of a sentence counts for
// nothing if the word is common elsewhere, and what a headline names must be
// named in the story.
package entity

import (
	"cmp"
	"slices"
	"sync"

	"lectern/reader/doc"
	"lectern/reader/entity/name"
	"lectern/reader/entity/pattern"
	"lectern/reader/entity/token"
)

// Tagger finds entities. It reads its data when it is first used and is safe
// for use by several goroutines.
type Tagger struct {
	finder pattern.Finder
	once   sync.Once
	model  *name.Model
}

// New returns a tagger.
func New() *Tagger { return &Tagger{} }

// Tag returns the entities of the texts, as Find does.
func (t *Tagger) Tag(language string, texts []string) []doc.Entity {
	return t.Find(language, texts).Entities
}

// Find returns the entities of the texts, which are the blocks of one document,
// ordered by block and place. Entities do not overlap, are never empty, lie on
// rune boundaries and have no space at either end. language is the document's
// own word ("en", "pt-BR"), or "" where it has none; it is believed unless the
// text plainly says otherwise.
func (t *Tagger) Find(language string, texts []string) doc.Findings {
	return t.search(language, texts, nil)
}

func (t *Tagger) search(language string, texts []string, seen *memory) doc.Findings {
	tokens := make([][]token.Token, len(texts))
	for i, text := range texts {
		tokens[i] = token.Split(text)
	}
	language = settle(language, texts, tokens)
	if seen != nil {
		seen.turn(language, texts)
	}
	var found []doc.Entity
	for i, text := range texts {
		for _, m := range t.figures(language, text, tokens[i], seen) {
			found = append(found, doc.Entity{
				Block: i, Start: m.Start, End: m.End, Kind: m.Kind, Name: oneSpace(text[m.Start:wordEnd(text, m.End)]),
			})
		}
	}
	if language != "en" {
		return doc.Findings{Entities: found, Language: language}
	}
	return doc.Findings{Entities: merge(t.names(texts, tokens, seen), found), Language: language, Names: true}
}

// wordEnd returns where the ending glued to a figure that ends at byte i ends:
// the "s" of "1990s" is not marked, but is part of what that is called.
func wordEnd(text string, i int) int {
	const longest = 3
	if i == 0 || text[i-1] < '0' || text[i-1] > '9' {
		return i
	}
	for end := i; end <= min(i+longest, len(text)); end++ {
		if end == len(text) || text[end] < 'a' || text[end] > 'z' {
			return end
		}
	}
	return i
}

// names returns the names in English texts.
func (t *Tagger) names(texts []string, tokens [][]token.Token, seen *memory) []doc.Entity {
	t.once.Do(func() { t.model = name.Load() })
	story := newStory(texts, tokens)
	for from := 0; from < len(story.sentences); {
		to := from + 1
		for to < len(story.sentences) && story.sentences[to].block == story.sentences[from].block {
			to++
		}
		t.read(story, from, to, seen)
		from = to
	}
	story.agree(t.model.Names())
	return story.entities()
}

// label finds the names in one sentence, by the model and by their form.
func (t *Tagger) label(s *sentence, st *story) {
	known := t.model.Names()
	s.mentions = mentions(t.model.Mark(s.words, st.cased))
	s.refine(known)
	if s.heads {
		s.dateline(known)
	}
	s.credit(known)
	s.drop()
	s.rows()
}

// merge joins names and patterns, each in order. Where they overlap the pattern
// stays, unless a name is the longer and has all of it: "Expo 2020".
func merge(names, patterns []doc.Entity) []doc.Entity {
	all := make([]doc.Entity, 0, len(names)+len(patterns))
	all = append(append(all, patterns...), names...)
	slices.SortStableFunc(all, func(a, b doc.Entity) int {
		return cmp.Or(a.Block-b.Block, a.Start-b.Start, b.End-a.End)
	})
	out := all[:0]
	for _, e := range all {
		if n := len(out); n > 0 && out[n-1].Block == e.Block && e.Start < out[n-1].End {
			if rank(out[n-1]) <= rank(e) || e.End <= out[n-1].End {
				continue
			}
			out = out[:n-1]
		}
		out = append(out, e)
	}
	return out
}

// rank orders the kinds by how sure their finding is, surest first.
func rank(e doc.Entity) int {
	if e.Kind >= doc.Date {
		return 0
	}
	return 1
}
