package export

import (
	"bytes"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lectern/reader/doc"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares output with a file of testdata/export.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	dir := filepath.Join("..", "..", "testdata", "export")
	if *update {
		if err := os.WriteFile(filepath.Join(dir, name), got, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := fs.ReadFile(os.DirFS(dir), name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s differs (-want +got):\n%s", name, diff)
	}
}

func TestWriteMatchesGoldenFiles(t *testing.T) {
	saved := time.Date(2026, 11, 23, 18, 6, 7, 0, time.FixedZone("CET", 3600))
	for _, f := range Formats() {
		var whole, removed bytes.Buffer
		if err := writeCopy(&whole, sample(), f, saved); err != nil {
			t.Errorf("%s: %v", f, err)
		}
		golden(t, "sample"+f.Extension(), whole.Bytes())
		if err := WriteRemoved(&removed, sample(), f); err != nil {
			t.Errorf("%s: %v", f, err)
		}
		golden(t, "removed"+f.Extension(), removed.Bytes())
	}
}

func TestWriteHonoursChoices(t *testing.T) {
	var b bytes.Buffer
	if err := Write(&b, sample().With(doc.Choices{24: true, 7: false}), Text); err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(b.Bytes(), []byte("€4 a month")) || bytes.Contains(b.Bytes(), []byte("still water")) {
		t.Errorf("the choices of the reader are not in:\n%s", b.String())
	}
}
