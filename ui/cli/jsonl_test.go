package cli

import (
	"encoding/json"
	"testing"
	"unicode/utf8"

	"lectern/reader/doc"
)

func TestDecodeErrors(t *testing.T) {
	for line, want := range map[string]string{
		`[1]`:                   "want a JSON object, not an array",
		`"x"`:                   "want a JSON object, not a string",
		`7`:                     "want a JSON object, not a number",
		`{"id":1,"html":7}`:     "html: want a string, not a number",
		`{"id":1,"url":[1]}`:    "url: want a string, not an array",
		`{"id":1`:               "not JSON: unexpected end of JSON input at byte 7",
		`plain`:                 "not JSON: invalid character 'p' looking for beginning of value at byte 1",
		"\ufeff" + `{"text":1}`: "text: want a string, not a number",
	} {
		var p page
		if err := decode([]byte(line), &p); err == nil || err.Error() != want {
			t.Errorf("%s: got %v, want %s", line, err, want)
		}
	}
}

// An id comes back as the same value, whatever it is made of, and holds
// nothing that a terminal obeys.
func FuzzIDs(f *testing.F) {
	for _, id := range []string{`"a"`, `7`, `null`, `{"n": [1, "\u0080"]}`, "\"\u009b31m\u202e\x7f\U000e0041\"", "\"\xff\"", ``, `"`, `-1e9`} {
		f.Add([]byte(id))
	}
	f.Fuzz(func(t *testing.T, id []byte) {
		out, err := withID(id, struct{}{})
		if err != nil {
			t.Fatal(err)
		}
		if s := string(out); doc.Clean(s) != s || !utf8.ValidString(s) {
			t.Errorf("%q is not safe", s)
		}
		var got struct {
			ID json.RawMessage `json:"id"`
		}
		if err := json.Unmarshal(out, &got); err != nil {
			t.Fatalf("%q: %v", out, err)
		}
		var in, back any
		if json.Unmarshal(id, &in) != nil {
			in = nil
		}
		if err := json.Unmarshal(got.ID, &back); err != nil {
			t.Fatalf("%q: %v", got.ID, err)
		}
		if a, b := compact(t, in), compact(t, back); a != b {
			t.Errorf("%q came back as %q", a, b)
		}
	})
}

func compact(t *testing.T, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
