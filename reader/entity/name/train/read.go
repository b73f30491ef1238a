package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"lectern/reader/entity/gazetteer"
	"lectern/reader/entity/name"
	"lectern/reader/entity/token"
)

// A reader turns a file of labelled words into examples.
type reader struct {
	names    *gazetteer.Gazetteer
	glue     bool // the file has hyphens apart: join "two - year" again
	others   bool // the file has the kind MISC at all
	document []name.Example
	all      [][]name.Example
	words    []string
	labels   []name.Label
}

// read returns the examples of a file.
func read(path string) ([]name.Example, error) {
	documents, err := readDocuments(path)
	return slices.Concat(documents...), err
}

// content returns the text of a file, unpacked if its name ends in .gz.
func content(path string) (string, error) {
	data, err := os.ReadFile(filepath.Clean(path))
	if err != nil || !strings.HasSuffix(path, ".gz") {
		return string(data), err
	}
	unpacked, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return "", err
	}
	data, err = io.ReadAll(unpacked)
	return string(data), err
}

// readDocuments returns the examples of a file by document.
func readDocuments(path string) ([][]name.Example, error) {
	text, err := content(path)
	if err != nil {
		return nil, err
	}
	r := &reader{names: gazetteer.Load(), others: strings.Contains(text, "\tB-MISC"), glue: hyphensApart(text)}
	lines := bufio.NewScanner(strings.NewReader(text))
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		word, tag, ok := strings.Cut(line, "\t")
		switch {
		case line == "":
			r.sentence()
		case strings.HasPrefix(line, "-DOCSTART-"):
			r.sentence()
			r.endDocument()
		case !ok:
			return nil, fmt.Errorf("%s:%d: no label", path, n)
		default:
			if err := r.add(word, tag); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", path, n, err)
			}
		}
	}
	r.sentence()
	r.endDocument()
	return r.all, lines.Err()
}

// hyphensApart reports whether a file has hyphens as words of their own.
func hyphensApart(text string) bool {
	inside := 0
	for line := range strings.Lines(text) {
		if i := strings.IndexByte(line, '-'); i > 0 && i < strings.IndexByte(line, '\t')-1 {
			inside++
		}
	}
	return strings.Count(text, "\n-\t") > inside
}

var begins = map[string]name.Label{
	"PER": name.BeginPerson, "ORG": name.BeginOrganization, "LOC": name.BeginPlace, "MISC": name.BeginOther,
}

func (r *reader) add(word, tag string) error {
	if strings.TrimSpace(word) == "" {
		return nil
	}
	if (word == "n't" || word == "n’t") && len(r.words) > 0 {
		r.words[len(r.words)-1] += word
		return nil
	}
	label := name.Outside
	if tag != "O" {
		place, kind, _ := strings.Cut(tag, "-")
		b, ok := begins[kind]
		if !ok {
			return fmt.Errorf("unknown label %q", tag)
		}
		label = b
		if n := len(r.labels); place == "I" && n > 0 && (r.labels[n-1] == b || r.labels[n-1] == b+1) {
			label = b + 1
		}
	}
	r.words = append(r.words, word)
	r.labels = append(r.labels, label)
	return nil
}

// sentence ends a sentence: hyphens are joined as the tagger joins them, and
// the people of a country become Other where the file calls them places or
// nothing.
func (r *reader) sentence() {
	if len(r.words) == 0 {
		return
	}
	var text strings.Builder
	parts := make([]token.Token, len(r.words))
	for i, w := range r.words {
		if i > 0 && !r.joins(i) {
			text.WriteByte(' ')
		}
		parts[i] = token.Token{Start: text.Len(), End: text.Len() + len(w), Kind: token.Split(w)[0].Kind}
		text.WriteString(w)
	}
	joined, from := token.Join(text.String(), parts)
	e := name.Example{}
	for k, t := range joined {
		e.Words = append(e.Words, t.Text(text.String()))
		e.Labels = append(e.Labels, r.labels[from[k]])
	}
	r.peoples(e)
	r.document = append(r.document, e)
	r.words, r.labels = nil, nil
}

// joins reports whether words i-1 and i were one word before the file cut them
// at a hyphen.
func (r *reader) joins(i int) bool {
	apart := func(h int) bool {
		if h < 1 || h+1 >= len(r.words) || r.words[h] != "-" {
			return false
		}
		inName := r.labels[h] != name.Outside && !r.labels[h].Begins()
		return inName && !r.labels[h+1].Begins() || r.glue && r.labels[h] == name.Outside
	}
	return apart(i) || apart(i-1)
}

func (r *reader) peoples(e name.Example) {
	for i, w := range e.Words {
		whole := i+1 == len(e.Labels) || e.Labels[i+1] == name.Outside || e.Labels[i+1].Begins()
		if r.names.Kinds(gazetteer.HashWord(w))&gazetteer.Demonym == 0 || strings.ToLower(w) == w || !whole {
			continue
		}
		if l := e.Labels[i]; l == name.BeginPlace || l == name.Outside && !r.others {
			e.Labels[i] = name.BeginOther
		}
	}
}

func (r *reader) endDocument() {
	if len(r.document) == 0 {
		return
	}
	cased := name.Casings{}
	for _, e := range r.document {
		cased.Add(e.Words)
	}
	for i := range r.document {
		r.document[i].Cased = cased
		r.document[i].Weight = 1
	}
	r.all = append(r.all, r.document)
	r.document = nil
}
