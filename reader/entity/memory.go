package entity

import (
	"slices"

	"lectern/reader/doc"
	"lectern/reader/entity/pattern"
	"lectern/reader/entity/token"
)

// memory is what was found in the blocks of a document before, by their text:
// what each block holds by itself, before the document is made to agree.
type memory struct {
	language string
	passages map[string]*passage
}

// passage is what one block holds.
type passage struct {
	patterns []pattern.Match
	labelled bool
	mentions [][]mention // of each sentence
}

// Follow returns a Find for one document whose blocks come and go: a block
// whose text was seen the time before is not read anew. It is for one goroutine
// at a time.
func (t *Tagger) Follow() func(language string, texts []string) doc.Findings {
	m := &memory{}
	return func(language string, texts []string) doc.Findings { return t.search(language, texts, m) }
}

// turn forgets all texts but those of now, and all of them where the language
// is another.
func (m *memory) turn(language string, texts []string) {
	passages := make(map[string]*passage, len(texts))
	for _, text := range texts {
		if p := m.passages[text]; p != nil && m.language == language {
			passages[text] = p
		}
	}
	m.language, m.passages = language, passages
}

// at returns what is known of a text, so that it can be added to.
func (m *memory) at(text string) *passage {
	if m == nil {
		return &passage{}
	}
	p := m.passages[text]
	if p == nil {
		p = &passage{}
		m.passages[text] = p
	}
	return p
}

// figures returns the dates, sums and measures of a text.
func (t *Tagger) figures(language, text string, tokens []token.Token, m *memory) []pattern.Match {
	p := m.at(text)
	if p.patterns == nil {
		p.patterns = t.finder.Find(language, text, tokens)
		if p.patterns == nil {
			p.patterns = []pattern.Match{}
		}
	}
	return p.patterns
}

// read finds the names in the sentences of one block, [from, to) of the story.
func (t *Tagger) read(st *story, from, to int, m *memory) {
	p := m.at(st.texts[st.sentences[from].block])
	if p.labelled && len(p.mentions) == to-from {
		for i := range p.mentions {
			st.sentences[from+i].mentions = slices.Clone(p.mentions[i])
		}
		return
	}
	p.labelled = true
	p.mentions = p.mentions[:0]
	for i := from; i < to; i++ {
		t.label(&st.sentences[i], st)
		p.mentions = append(p.mentions, slices.Clone(st.sentences[i].mentions))
	}
}
