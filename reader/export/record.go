package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"lectern/reader/doc"
)

// Record is a document as JSON, the object that other programs rely on. Its
// field names and meanings do not change.
type Record struct {
	ID        json.RawMessage `json:"id,omitempty"` // as the input had it; absent outside streams
	URL       string          `json:"url"`          // the document's address, or ""
	Title     string          `json:"title"`
	Byline    string          `json:"byline"`
	Site      string          `json:"site"`
	Published string          `json:"published"` // YYYY-MM-DD, or ""
	Language  string          `json:"language"`
	Words     int             `json:"words"`
	Cutoff    RecordCutoff    `json:"cutoff"`
	Text      string          `json:"text"` // the blocks kept, an empty line between two
	Blocks    []RecordBlock   `json:"blocks"`
	Entities  []RecordEntity  `json:"entities"`
}

// RecordCutoff says whether the source ends before its story does.
type RecordCutoff struct {
	Cut      bool     `json:"cut"`
	Evidence []string `json:"evidence"`
}

// RecordBlock is a block, kept or removed. Reason, score and evidence are those
// of a removal, and absent from blocks kept.
type RecordBlock struct {
	Kind     string   `json:"kind"` // as doc.Kind.String has it
	Text     string   `json:"text"`
	Kept     bool     `json:"kept"`
	Reason   string   `json:"reason,omitempty"` // as doc.Reason.String has it
	Score    *float64 `json:"score,omitempty"`  // 0 … 1, to three decimals
	Evidence []string `json:"evidence,omitzero"`
	Lines    *[2]int  `json:"lines,omitempty"` // of the input, 0-based and inclusive; absent where there are none
}

// RecordEntity is a name or figure at bytes [Start, End) of the text of a block.
type RecordEntity struct {
	Block int    `json:"block"` // index into Blocks
	Start int    `json:"start"`
	End   int    `json:"end"`
	Kind  string `json:"kind"` // as doc.EntityKind.String has it
	Text  string `json:"text"`
	Name  string `json:"name"` // the same for all mentions of one thing

	Doubtful bool `json:"doubtful,omitempty"` // too likely wrong to be marked on a page
}

// NewRecord returns the record of a document, as far as fields ask for it.
func NewRecord(d *doc.Document, fields Fields) *Record {
	r := &Record{
		URL: d.Address, Title: d.Title, Byline: d.Byline, Site: d.Site, Published: d.Published, Language: d.Language,
		Cutoff: RecordCutoff{d.Cutoff.Cut, orEmpty(d.Cutoff.Evidence)},
	}
	if fields.Has("words") {
		r.Words = d.Words()
	}
	if fields.Has("text") {
		r.Text = d.Article()
	}
	if fields.Has("blocks") {
		r.Blocks = make([]RecordBlock, len(d.Blocks))
		for i := range d.Blocks {
			r.Blocks[i] = recordBlock(&d.Blocks[i])
		}
	}
	if fields.Has("entities") {
		r.Entities = make([]RecordEntity, len(d.Entities))
		for i, e := range d.Entities {
			r.Entities[i] = RecordEntity{
				Block: e.Block, Start: e.Start, End: e.End, Kind: e.Kind.String(), Text: d.Blocks[e.Block].Text[e.Start:e.End],
				Name: e.Name, Doubtful: e.Doubtful,
			}
		}
	}
	return r
}

func recordBlock(b *doc.Block) RecordBlock {
	r := RecordBlock{Kind: b.Kind.String(), Text: b.Text, Kept: b.Verdict.Kept}
	if !b.Verdict.Kept {
		score := math.Round(b.Verdict.Score*1000) / 1000
		r.Reason, r.Score, r.Evidence = b.Verdict.Reason.String(), &score, orEmpty(b.Verdict.Evidence)
	}
	if b.First >= 0 {
		r.Lines = &[2]int{b.First, b.Last}
	}
	return r
}

// orEmpty makes an empty list of none, which JSON would write as null.
func orEmpty(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}

// Fields are the names of the fields of a Record to write; nil is all of them.
type Fields []string

// fieldsOf lists the fields of a Record in their order.
var fieldsOf = [...]struct {
	name  string
	value func(*Record) any
}{
	{"id", func(r *Record) any { return r.ID }},
	{"url", func(r *Record) any { return r.URL }},
	{"title", func(r *Record) any { return r.Title }},
	{"byline", func(r *Record) any { return r.Byline }},
	{"site", func(r *Record) any { return r.Site }},
	{"published", func(r *Record) any { return r.Published }},
	{"language", func(r *Record) any { return r.Language }},
	{"words", func(r *Record) any { return r.Words }},
	{"cutoff", func(r *Record) any { return r.Cutoff }},
	{"text", func(r *Record) any { return r.Text }},
	{"blocks", func(r *Record) any { return r.Blocks }},
	{"entities", func(r *Record) any { return r.Entities }},
}

// ParseFields reads names separated by commas. No names at all are all fields.
func ParseFields(s string) (Fields, error) {
	var fields Fields
	for name := range strings.SplitSeq(s, ",") {
		if name = strings.TrimSpace(name); name == "" {
			continue
		}
		if !isField(name) {
			return nil, fmt.Errorf("unknown field %q; there are %s", doc.Clean(name), strings.Join(fieldNames(), ", "))
		}
		fields = append(fields, name)
	}
	return fields, nil
}

func isField(name string) bool { return slices.Contains(fieldNames(), name) }

func fieldNames() []string {
	names := make([]string, len(fieldsOf))
	for i := range fieldsOf {
		names[i] = fieldsOf[i].name
	}
	return names
}

// Has reports whether a field is to be written.
func (f Fields) Has(name string) bool { return len(f) == 0 || slices.Contains(f, name) }

// Encoder writes records, one line each. It is for one goroutine.
type Encoder struct {
	w      io.Writer
	fields Fields
	line   bytes.Buffer
	json   *json.Encoder // into line
}

// NewEncoder returns an Encoder that writes the fields of each record to w, in
// the order of Record.
func NewEncoder(w io.Writer, fields Fields) *Encoder {
	e := &Encoder{w: w, fields: fields}
	e.json = json.NewEncoder(&e.line)
	e.json.SetEscapeHTML(false)
	return e
}

// Encode writes one record as one line, in one call of the writer. A record
// without an ID is written without that field.
func (e *Encoder) Encode(r *Record) error {
	e.line.Reset()
	e.line.WriteByte('{')
	for i := range fieldsOf {
		f := &fieldsOf[i]
		if !e.fields.Has(f.name) || f.name == "id" && len(r.ID) == 0 {
			continue
		}
		if e.line.Len() > 1 {
			e.line.WriteByte(',')
		}
		e.line.WriteString(`"` + f.name + `":`)
		if err := e.json.Encode(f.value(r)); err != nil {
			return fmt.Errorf("field %s: %w", f.name, err)
		}
		e.line.Truncate(e.line.Len() - 1) // the encoder's own line end
	}
	e.line.WriteString("}\n")
	_, err := e.w.Write(e.line.Bytes())
	return err
}
