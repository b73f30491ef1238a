package export

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lectern/reader/doc"
)

// encoded returns a record as a line.
func encoded(t *testing.T, r *Record, fields Fields) string {
	t.Helper()
	var b bytes.Buffer
	if err := NewEncoder(&b, fields).Encode(r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestRecordOfText(t *testing.T) {
	d := &doc.Document{
		Format: doc.Text,
		Cutoff: doc.Cutoff{Cut: true, Evidence: []string{"an ellipsis at the end"}},
		Blocks: []doc.Block{
			{Text: "Ada <lives> & works in Oslo…", First: 0, Last: 1, Verdict: doc.Verdict{Kept: true, Score: 0.9, Evidence: []string{"long"}}},
			{Kind: doc.ListItem, Marker: "•", Text: "€4", First: 3, Last: 3, Verdict: doc.Verdict{Reason: doc.Subscription, Score: 0.98044}},
		},
		Entities: []doc.Entity{
			{Block: 0, Start: 0, End: 3, Kind: doc.Person, Name: "Ada Berg"},
			{Block: 0, Start: 23, End: 27, Kind: doc.Place, Name: "Oslo", Doubtful: true},
		},
	}
	want := `{"url":"","title":"","byline":"","site":"","published":"","language":"","words":5,` +
		`"cutoff":{"cut":true,"evidence":["an ellipsis at the end"]},"text":"Ada <lives> & works in Oslo…",` +
		`"blocks":[{"kind":"paragraph","text":"Ada <lives> & works in Oslo…","kept":true,"lines":[0,1]},` +
		`{"kind":"list item","text":"€4","kept":false,"reason":"subscription","score":0.98,"evidence":[],"lines":[3,3]}],` +
		`"entities":[{"block":0,"start":0,"end":3,"kind":"person","text":"Ada","name":"Ada Berg"},` +
		`{"block":0,"start":23,"end":27,"kind":"place","text":"Oslo","name":"Oslo","doubtful":true}]}` + "\n"
	if diff := cmp.Diff(want, encoded(t, NewRecord(d, nil), nil)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestRecordOfNothingHasListsNotNull(t *testing.T) {
	want := `{"url":"","title":"","byline":"","site":"","published":"","language":"","words":0,` +
		`"cutoff":{"cut":false,"evidence":[]},"text":"","blocks":[],"entities":[]}` + "\n"
	if got := encoded(t, NewRecord(&doc.Document{}, nil), nil); got != want {
		t.Errorf("got  %swant %s", got, want)
	}
}

func TestRecordFields(t *testing.T) {
	d := sample()
	for names, want := range map[string]string{
		"title":             `{"title":"The winter the harbour froze: \"a quiet month\""}`,
		"words, site":       `{"site":"The Østby Courier","words":131}`,
		"id,words":          `{"id":"a7","words":131}`,
		"site,id,site":      `{"id":"a7","site":"The Østby Courier"}`,
		"entities":          `{"entities":[{"block":1,"start":15,"end":21,"kind":"place","text":"Østby","name":"Østby"}]}`,
		"cutoff,published,": `{"published":"2026-02-11","cutoff":{"cut":true,"evidence":["Subscribe to read the full story"]}}`,
	} {
		fields, err := ParseFields(names)
		if err != nil {
			t.Fatal(err)
		}
		r := NewRecord(d, fields)
		r.ID = json.RawMessage(`"a7"`)
		if got := encoded(t, r, fields); got != want+"\n" {
			t.Errorf("%s: got %swant %s", names, got, want)
		}
	}
	if _, err := ParseFields("title,colour\x1b"); err == nil || !strings.Contains(err.Error(), `"colour␛"`) || !strings.Contains(err.Error(), "byline") {
		t.Errorf("an unknown field: %v", err)
	}
	if fields, err := ParseFields(" , "); err != nil || !fields.Has("text") {
		t.Errorf("no fields named: %v, %v", fields, err)
	}
}

func TestRecordsReadBack(t *testing.T) {
	var b bytes.Buffer
	e := NewEncoder(&b, nil)
	ids := []string{`"a"`, `17`, `{"x":[1]}`}
	want := make([]Record, 0, len(ids))
	for i, id := range ids {
		r := NewRecord(randomDocument(uint64(i)), nil)
		r.ID = json.RawMessage(id)
		want = append(want, *r)
		if err := e.Encode(r); err != nil {
			t.Fatal(err)
		}
	}
	if n := strings.Count(b.String(), "\n"); n != len(want) {
		t.Errorf("%d lines for %d records", n, len(want))
	}
	for dec, i := json.NewDecoder(&b), 0; dec.More(); i++ {
		var got Record
		if err := dec.Decode(&got); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want[i], got); diff != "" {
			t.Errorf("record %d: -want +got:\n%s", i, diff)
		}
	}
}

func BenchmarkRecord(b *testing.B) {
	d := sample()
	var out bytes.Buffer
	e := NewEncoder(&out, nil)
	for b.Loop() {
		out.Reset()
		if err := e.Encode(NewRecord(d, nil)); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(out.Len()))
}
