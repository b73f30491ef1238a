package reader_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lectern/reader/doc"
	"lectern/reader/export"
	"lectern/reader/parse"
)

// maxCrawled is how many crawled pages are read.
const maxCrawled = 80

// TestCopiesOfCrawledPages brings back everything on real pages and looks
// whether a copy still says all of it.
func TestCopiesOfCrawledPages(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(sharedDir(t), "data", "wcxb-dev", "*.jsonl.gz"))
	if len(files) == 0 {
		t.Skip("no crawled pages here")
	}
	n := 0
	for _, name := range files {
		eachPage(t, name, func(id, address, source string) bool {
			n++
			d := parse.HTML(source, address)
			for i := range d.Blocks {
				d.Blocks[i].Verdict.Kept = true
			}
			// Without metadata, a copy holds the blocks and nothing else.
			d = &doc.Document{Blocks: d.Blocks, Elements: d.Elements}
			for f, format := range map[export.Format]doc.Format{export.Markdown: doc.Markdown, export.HTML: doc.HTML} {
				var b bytes.Buffer
				if err := export.Write(&b, d, f); err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(texts(d), texts(parse.Parse(format, b.String(), ""))); diff != "" {
					t.Errorf("%s as %s: -page +copy:\n%s", id, f, diff)
				}
			}
			return n < maxCrawled
		})
		if n == maxCrawled {
			break
		}
	}
	t.Logf("%d pages", n)
}

// texts lists the texts of a document's blocks.
func texts(d *doc.Document) []string {
	var out []string
	for i := range d.Blocks {
		if b := &d.Blocks[i]; strings.TrimSpace(b.Text) != "" {
			out = append(out, b.Text)
		}
	}
	return out
}

// sharedDir returns the folder of data kept outside the repository.
func sharedDir(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("LECTERN_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared")
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skip("no shared data here; set LECTERN_SHARED to its folder")
	}
	return dir
}

// eachPage reads packed pages until do says that it has enough.
func eachPage(t *testing.T, name string, do func(id, address, source string) bool) {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	in := bufio.NewReaderSize(z, 1<<20)
	for {
		line, err := in.ReadBytes('\n')
		if len(line) > 1 {
			var p struct {
				ID   string `json:"id"`
				URL  string `json:"url"`
				HTML string `json:"html"`
			}
			if e := json.Unmarshal(line, &p); e != nil {
				t.Fatal(e)
			}
			if !do(p.ID, p.URL, p.HTML) {
				return
			}
		}
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}
