package parse

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lectern/reader/doc"
)

var update = flag.Bool("update", false, "write the golden files anew")

// repository is where the fixtures of all packages are.
const repository = "../../testdata"

// TestBlocks compares the blocks of every fixture with what is known to be
// right. Look through the difference before you run it with -update.
func TestBlocks(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(repository, "pages", "*"))
	if err != nil || len(files) == 0 {
		t.Fatal("no fixtures: ", err)
	}
	for _, f := range files {
		t.Run(filepath.Base(f), func(t *testing.T) {
			source := readFile(t, f)
			format := Detect(source, "", f)
			d := Parse(format, source, "https://fixture.example/dir/"+filepath.Base(f))
			checkDocument(t, d)
			switch format {
			case doc.HTML:
				if diff := differ(blockWords(d), visibleWords(source)); diff != "" {
					t.Errorf("blocks and page part\n%s", diff)
				}
			case doc.Text:
				checkLines(t, source, d.Blocks, 0)
				checkWords(t, source, d.Blocks)
			default:
				_, skipped := frontMatter(&doc.Document{}, source)
				checkLines(t, source, d.Blocks, skipped)
			}
			golden := filepath.Join(repository, "blocks", filepath.Base(f)+".txt")
			got := dump(d)
			if *update {
				writeFile(t, golden, got)
				return
			}
			if diff := cmp.Diff(readFile(t, golden), got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

func readFile(tb testing.TB, name string) string {
	tb.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		tb.Fatal(err)
	}
	return string(b)
}

func writeFile(tb testing.TB, name, s string) {
	tb.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o750); err != nil {
		tb.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(s), 0o600); err != nil {
		tb.Fatal(err)
	}
}

// dump writes a document for people to compare: its metadata, and a line or
// more for each block.
func dump(d *doc.Document) string {
	var b strings.Builder
	free := "not stated"
	if d.Meta.Free != nil {
		free = strconv.FormatBool(*d.Meta.Free)
	}
	for _, f := range [][2]string{
		{"format", d.Format.String()}, {"title", d.Title}, {"byline", d.Byline}, {"site", d.Site},
		{"published", d.Published}, {"language", d.Language}, {"description", d.Description},
		{"canonical", d.Canonical}, {"type", d.Meta.Type}, {"free", free},
	} {
		fmt.Fprintf(&b, "%s: %s\n", f[0], f[1])
	}
	for i := range d.Blocks {
		b.WriteString("\n" + head(d, i) + "\n")
		blk := &d.Blocks[i]
		if blk.Text != "" {
			b.WriteString("    " + strings.ReplaceAll(strings.ReplaceAll(blk.Text, "\t", " ⇥ "), "\n", "\n    ") + "\n")
		}
		for _, s := range blk.Spans {
			fmt.Fprintf(&b, "  %s: %s", spanNames[s.Kind], blk.Text[s.Start:s.End])
			if s.Target != "" {
				b.WriteString(" → " + s.Target)
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

var spanNames = [...]string{
	doc.Link: "link", doc.Emphasis: "emphasis", doc.Strong: "strong", doc.InlineCode: "code", doc.Strike: "strike",
	doc.Superscript: "superscript", doc.Subscript: "subscript", doc.Marked: "marked",
}

// head describes a block apart from its text.
func head(d *doc.Document, i int) string {
	b := &d.Blocks[i]
	parts := []string{b.Kind.String()}
	say := func(yes bool, format string, v ...any) {
		if yes {
			parts = append(parts, fmt.Sprintf(format, v...))
		}
	}
	say(b.Level > 0, "%d", b.Level)
	say(b.Marker != "", "[%s]", b.Marker)
	say(b.Quotes > 0, "quoted %d", b.Quotes)
	say(b.Tight, "tight")
	say(b.Header, "with header")
	say(b.Hidden, "hidden")
	say(b.Language != "", "in %s", b.Language)
	say(b.Target != "", "→ %s", b.Target)
	say(b.First >= 0, "lines %d-%d", b.First, b.Last)
	say(b.Element >= 0, "<%s>", d.Path(i))
	return strings.Join(parts, " ")
}
