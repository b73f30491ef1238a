package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/adrg/xdg"

	"lectern/reader/doc"
)

// call runs lectern and returns its exit code and what it wrote.
func call(t *testing.T, stdin []byte, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	xdg.Reload()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	var out, errs bytes.Buffer
	code = Main(ctx, args, bytes.NewReader(stdin), &out, &errs)
	if ctx.Err() != nil {
		t.Fatalf("lectern %q does not come to an end", args)
	}
	return code, out.String(), errs.String()
}

// ownEscapes are the escape sequences lectern writes: SGR, and OSC 8 around
// links to http, https and mailto addresses.
var ownEscapes = regexp.MustCompile(`\x1b\[[0-9;:]*m|\x1b\]8;[^;\pC]*;((https?|mailto):[^\pC ]*)?(\x1b\\|\x07)`)

// checkSafe fails if text holds anything a terminal might obey but line ends
// and tabs.
func checkSafe(t *testing.T, what, text string) {
	t.Helper()
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.ReplaceAll(line, "\t", " ")
		if doc.Clean(line) != line {
			t.Errorf("%s: not safe for a terminal: %.200q", what, line)
			return
		}
	}
}

// checkStrings fails if any string of a JSON value is not safe.
func checkStrings(t *testing.T, what string, value any) {
	t.Helper()
	switch v := value.(type) {
	case string:
		checkSafe(t, what, v)
	case []any:
		for _, e := range v {
			checkStrings(t, what, e)
		}
	case map[string]any:
		for k, e := range v {
			checkStrings(t, what, k)
			checkStrings(t, what, e)
		}
	}
}

// checkLines fails if the lines of a stream's output are not one safe object
// each. The ids are the input's own and may be anything once read.
func checkLines(t *testing.T, what, out string, want int) {
	t.Helper()
	checkSafe(t, what, out)
	lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	if len(lines) != want {
		t.Errorf("%s: %d lines, want %d", what, len(lines), want)
	}
	for _, line := range lines {
		var object map[string]any
		if err := json.Unmarshal([]byte(line), &object); err != nil {
			t.Errorf("%s: %v in %.200q", what, err, line)
			continue
		}
		delete(object, "id")
		checkStrings(t, what, object)
		if e, ok := object["error"].(string); ok && strings.Contains(e, "mistake in lectern") {
			t.Errorf("%s: %s", what, e)
		}
	}
}

// everyWay runs a file through every command and format, and checks what comes
// out.
func everyWay(t *testing.T, path string) {
	t.Helper()
	formats := []string{"text", "markdown", "html", "json"}
	for _, removed := range []bool{false, true} {
		for _, format := range formats {
			args := []string{"clean", "--format", format, path}
			if removed {
				args = append(args, "--removed")
			}
			what := strings.Join(args, " ")
			code, out, errs := call(t, nil, args...)
			if code != exitOK && code != exitUnreadable {
				t.Errorf("%s: exit code %d: %s", what, code, errs)
			}
			checkSafe(t, what, out)
			checkSafe(t, what+" (stderr)", errs)
			switch format {
			case "html":
				checkSafe(t, what+" (read)", html.UnescapeString(out))
			case "json":
				var value any
				if err := json.Unmarshal([]byte(out), &value); err != nil && out != "" {
					t.Errorf("%s: %v", what, err)
				}
				checkStrings(t, what, value)
			}
		}
	}
	_, out, _ := call(t, nil, "clean", "--format", "ansi", "--color", "always", path)
	checkSafe(t, "clean --format ansi "+path, ownEscapes.ReplaceAllString(out, ""))
	_, out, _ = call(t, nil, "clean", "--format", "ansi", path)
	checkSafe(t, "clean --format ansi, not coloured, "+path, out)
}

// everyStream runs a text through the streams, as each kind of source.
func everyStream(t *testing.T, name string, text []byte) {
	t.Helper()
	var pages, passages bytes.Buffer
	for i, kind := range []string{"html", "text", "markdown"} {
		line, err := json.Marshal(map[string]any{"id": i, kind: string(text)})
		if err != nil {
			t.Fatal(err)
		}
		pages.Write(append(line, '\n'))
	}
	code, out, errs := call(t, pages.Bytes(), "clean", "--jsonl")
	if code != exitOK {
		t.Errorf("%s: clean --jsonl: exit code %d: %s", name, code, errs)
	}
	checkLines(t, name+": clean --jsonl", out, 3)
	line, err := json.Marshal(map[string]any{"id": name, "text": string(text)})
	if err != nil {
		t.Fatal(err)
	}
	passages.Write(line)
	code, out, errs = call(t, passages.Bytes(), "entities", "--jsonl")
	if code != exitOK {
		t.Errorf("%s: entities --jsonl: exit code %d: %s", name, code, errs)
	}
	checkLines(t, name+": entities --jsonl", out, 1)
}

// Whatever a source holds, nothing that a terminal would obey comes out.
func TestHostileFiles(t *testing.T) {
	paths, err := filepath.Glob("../../testdata/hostile/*")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no hostile files: %v", err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			everyWay(t, path)
			everyStream(t, filepath.Base(path), text)
		})
	}
}

// Copies get names that stay in their directory and text that is safe.
func TestHostileCopies(t *testing.T) {
	dir := t.TempDir()
	paths, err := filepath.Glob("../../testdata/hostile/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		code, out, errs := call(t, nil, "save", "--format", "md,txt,html,json", "--dir", dir, path)
		if code != exitOK && code != exitUnreadable {
			t.Errorf("%s: exit code %d: %s", path, code, errs)
		}
		checkSafe(t, "save "+path, out)
		for saved := range strings.Lines(out) {
			saved = strings.TrimSuffix(saved, "\n")
			if filepath.Dir(saved) != dir {
				t.Errorf("%s was saved outside of its directory: %q", path, saved)
			}
			text, err := os.ReadFile(saved)
			if err != nil {
				t.Error(err)
			}
			checkSafe(t, saved, string(text))
		}
	}
}

// The lines of a hostile stream fail one by one and in their order.
func TestHostileStream(t *testing.T) {
	in, err := os.ReadFile("../../testdata/hostile/lines.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	lines := 0
	for line := range bytes.Lines(in) {
		if len(bytes.TrimSpace(line)) > 0 {
			lines++
		}
	}
	code, out, errs := call(t, in, "clean", "--jsonl")
	if code != exitPartial {
		t.Errorf("clean --jsonl: exit code %d: %s", code, errs)
	}
	checkLines(t, "clean --jsonl", out, lines)
	code, out, errs = call(t, in, "entities", "--jsonl")
	if code != exitPartial {
		t.Errorf("entities --jsonl: exit code %d: %s", code, errs)
	}
	checkLines(t, "entities --jsonl", out, lines)
}

// Sources of great size or depth come to an end, in an article or an error.
func TestHostileSizes(t *testing.T) {
	if testing.Short() {
		t.Skip("giant inputs are left out of short runs")
	}
	sentence := "The ferry left at last at half past four, with nine passengers, a dog and a coffin, and nobody on the pier remarked on it. "
	paragraphs := strings.Repeat("<p>"+sentence+"</p>\n", 5)
	for name, text := range map[string]string{
		"deep.html":     "<h1>Deep</h1>" + paragraphs + strings.Repeat("<div><b>", 10_000) + sentence + strings.Repeat("</b></div>", 10_000),
		"lists.html":    "<h1>Lists</h1>" + paragraphs + strings.Repeat("<ul><li>", 10_000) + sentence,
		"quotes.html":   "<h1>Quotes</h1>" + paragraphs + strings.Repeat("<blockquote>", 10_000) + "<p>" + sentence,
		"tables.html":   "<h1>Tables</h1>" + paragraphs + strings.Repeat("<table><tr><td>", 2_000) + sentence,
		"word.html":     "<h1>Word</h1>" + paragraphs + "<p>" + strings.Repeat("a", 200_000) + "</p>",
		"word.txt":      sentence + "\n\n" + strings.Repeat("a", 200_000) + "\n",
		"headings.html": "<h1>Headings</h1>" + paragraphs + strings.Repeat("<h2>Twice</h2>", 100_000),
		"headings.md":   sentence + "\n\n" + strings.Repeat("# Twice\n", 100_000),
		"lines.txt":     strings.Repeat("a\n", 200_000),
		"quotes.md":     strings.Repeat(">", 10_000) + " " + sentence,
		"brackets.md":   strings.Repeat("[", 50_000) + sentence + strings.Repeat("](", 50_000),
		"stars.md":      strings.Repeat("*a **a ", 20_000) + sentence,
		"links.html":    "<h1>Links</h1>" + paragraphs + "<p>" + strings.Repeat("<a href=/x>a</a> ", 50_000),
		"attrs.html":    "<h1>Attributes</h1><p " + strings.Repeat("a"+sentence[:3]+"=b ", 50_000) + ">" + paragraphs,
		"line.txt":      strings.Repeat(sentence, 2<<20/len(sentence)),
		"huge.txt":      strings.Repeat(sentence, 50<<20/len(sentence)),
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), name)
			if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			formats := []string{"text", "json", "ansi"}
			if len(text) > 10<<20 {
				formats = formats[:1] // marking the names in it takes half a minute
			}
			for _, format := range formats {
				cmd := command(t, "clean", "--format", format, path)
				var errs strings.Builder
				cmd.Stderr = &errs
				_ = cmd.Run()
				if code := cmd.ProcessState.ExitCode(); code != exitOK && code != exitUnreadable {
					t.Errorf("%s: exit code %d: %.300s", format, code, errs.String())
				}
			}
		})
	}
}

// A stream takes lines of any length up to its limit, and only those beyond it
// fail.
func TestHostileLine(t *testing.T) {
	if testing.Short() {
		t.Skip("giant inputs are left out of short runs")
	}
	var in bytes.Buffer
	fmt.Fprintf(&in, "{\"id\":1,\"text\":\"%s\"}\n", strings.Repeat("a word or two ", 4<<20/14))
	fmt.Fprintf(&in, "{\"id\":2,\"text\":\"%s\"}\n", strings.Repeat("a", maxLine))
	in.WriteString("{\"id\":3,\"text\":\"short\"}\n")
	code, out, errs := call(t, in.Bytes(), "clean", "--jsonl", "--fields", "words")
	if code != exitPartial {
		t.Errorf("exit code %d: %s", code, errs)
	}
	lines := strings.Split(out, "\n")
	if len(lines) != 4 || !strings.HasPrefix(lines[0], `{"id":1,"words":`) ||
		!strings.HasPrefix(lines[1], `{"id":null,"error":"the line is longer than`) || lines[2] != `{"id":3,"words":1}` {
		t.Errorf("%.300q", lines)
	}
}
