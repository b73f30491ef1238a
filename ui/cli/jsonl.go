package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"lectern/reader"
	"lectern/reader/doc"
	"lectern/reader/export"
)

// page is one line given to clean --jsonl.
type page struct {
	ID       json.RawMessage `json:"id"`
	URL      string          `json:"url"`
	HTML     *string         `json:"html"`
	Text     *string         `json:"text"`
	Markdown *string         `json:"markdown"`
}

// source returns the one source text of the page.
func (p *page) source() (f doc.Format, text string, err error) {
	n := 0
	for _, s := range []struct {
		format doc.Format
		text   *string
	}{{doc.HTML, p.HTML}, {doc.Text, p.Text}, {doc.Markdown, p.Markdown}} {
		if s.text != nil {
			f, text = s.format, *s.text
			n++
		}
	}
	if n != 1 {
		return doc.Auto, "", fmt.Errorf("want exactly one of html, text and markdown, not %d", n)
	}
	return f, text, nil
}

// cleanStream cleans the lines of standard input. The id is always among the
// fields of the answers.
func (p *program) cleanStream(ctx context.Context, cmd *cobra.Command, s *settings, fields export.Fields) error {
	if len(fields) > 0 {
		fields = append(export.Fields{"id"}, fields...)
	}
	r := reader.New(s.reader)
	return p.runStream(ctx, cmd, func(line []byte) ([]byte, error) {
		var in page
		if err := decode(line, &in); err != nil {
			return failure(in.ID, err), err
		}
		format, text, err := in.source()
		if err != nil {
			return failure(in.ID, err), err
		}
		answer := record(r, r.Parse(format, text, in.URL), fields)
		answer.ID = safeID(in.ID)
		var out bytes.Buffer
		err = export.NewEncoder(&out, fields).Encode(answer)
		return bytes.TrimSuffix(out.Bytes(), []byte("\n")), err
	})
}

// record returns the JSON object of a document, its entities among it if they
// are asked for.
func record(r *reader.Reader, d *doc.Document, fields export.Fields) *export.Record {
	if !fields.Has("entities") {
		return export.NewRecord(d, fields)
	}
	tagged := *d
	tagged.Entities = r.Entities(d)
	return export.NewRecord(&tagged, fields)
}

// runStream runs a worker over standard input and turns lines that failed into
// exit code 1.
func (p *program) runStream(ctx context.Context, cmd *cobra.Command, work lineWorker) error {
	if _, screen := terminal(p.stdin); screen {
		return usage(cmd, "--jsonl reads standard input, which is a terminal; pipe lines into it")
	}
	failed, err := stream(ctx, p.stdin, p.stdout, work)
	switch {
	case err != nil:
		return err
	case failed == 1:
		return errors.New("one line could not be read; its answer says why")
	case failed > 1:
		return fmt.Errorf("%d lines could not be read; their answers say why", failed)
	}
	return nil
}

// decode reads one JSON object. Its error is for people.
func decode(line []byte, to any) error {
	err := json.Unmarshal(bytes.TrimPrefix(line, []byte("\ufeff")), to)
	var (
		kind   *json.UnmarshalTypeError
		syntax *json.SyntaxError
	)
	switch {
	case err == nil:
		return nil
	case errors.As(err, &kind) && kind.Field == "":
		return fmt.Errorf("want a JSON object, not %s %s", indefinite(kind.Value), kind.Value)
	case errors.As(err, &kind):
		return fmt.Errorf("%s: want a string, not %s %s", kind.Field, indefinite(kind.Value), kind.Value)
	case errors.As(err, &syntax):
		return fmt.Errorf("not JSON: %w at byte %d", syntax, syntax.Offset)
	}
	return err
}

func indefinite(noun string) string {
	if strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an"
	}
	return "a"
}

// failure returns the answer to a line that could not be read.
func failure(id json.RawMessage, err error) []byte {
	text, merr := withID(id, struct {
		Error string `json:"error"`
	}{doc.Clean(err.Error())})
	if merr != nil {
		return []byte(`{"id":null,"error":"unreadable"}`)
	}
	return text
}

// withID returns the JSON of a struct as an object that starts with the id.
func withID(id json.RawMessage, object any) ([]byte, error) {
	var fields bytes.Buffer
	enc := json.NewEncoder(&fields)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(object); err != nil {
		return nil, err
	}
	b := append([]byte(`{"id":`), safeID(id)...)
	rest := bytes.TrimPrefix(bytes.TrimSpace(fields.Bytes()), []byte("{"))
	if len(rest) > len("}") {
		b = append(b, ',')
	}
	return append(b, rest...), nil
}

// safeID returns an id with the characters a terminal might obey written as \u
// escapes: the same value, safe to show. Without an id it returns null.
func safeID(id json.RawMessage) json.RawMessage {
	var compact bytes.Buffer
	if json.Compact(&compact, id) != nil {
		return json.RawMessage("null")
	}
	text := compact.Bytes()
	var b json.RawMessage
	for len(text) > 0 {
		r, n := utf8.DecodeRune(text)
		switch s := string(text[:n]); {
		case doc.Clean(s) == s:
			b = append(b, s...)
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			b = fmt.Appendf(b, `\u%04x\u%04x`, high, low)
		default:
			b = fmt.Appendf(b, `\u%04x`, r)
		}
		text = text[n:]
	}
	return b
}
