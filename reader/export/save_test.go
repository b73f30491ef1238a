package export

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"lectern/reader/doc"
)

var savedAt = time.Date(2026, 11, 23, 18, 0, 0, 0, time.UTC)

// names lists the files of a folder.
func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	out := make([]string, len(entries))
	for i, e := range entries {
		out[i] = e.Name()
	}
	return out
}

func TestSaveNeverOverwrites(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new")
	d := sample()
	d.Title = "Frost"
	paths := make([]string, 3)
	for i := range paths {
		path, err := Save(dir, d, Markdown, savedAt)
		if err != nil {
			t.Fatal(err)
		}
		paths[i] = filepath.Base(path)
	}
	if _, err := Save(dir, d, Text, savedAt); err != nil {
		t.Fatal(err)
	}
	if want := []string{"Frost.md", "Frost 2.md", "Frost 3.md"}; !slices.Equal(paths, want) {
		t.Errorf("saved as %q, want %q", paths, want)
	}
	if want := []string{"Frost 2.md", "Frost 3.md", "Frost.md", "Frost.txt"}; !slices.Equal(names(t, dir), want) {
		t.Errorf("the folder holds %q, want %q", names(t, dir), want)
	}
	data, err := fs.ReadFile(os.DirFS(dir), "Frost 3.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(data), "saved: 2026-11-23T18:00:00Z\n") || !strings.Contains(string(data), "# Frost\n") {
		t.Errorf("not the article:\n%s", data)
	}
}

func TestSaveLeavesWhatIsThereAlone(t *testing.T) {
	dir := t.TempDir()
	d := &doc.Document{Title: "Frost"}
	if err := os.WriteFile(filepath.Join(dir, "Frost.md"), []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "Frost 2.md"), 0o700); err != nil {
		t.Fatal(err)
	}
	want := "Frost 3.md"
	if err := os.Symlink(filepath.Join(t.TempDir(), "nowhere"), filepath.Join(dir, "Frost 3.md")); err == nil {
		want = "Frost 4.md"
	}
	path, err := Save(dir, d, Markdown, savedAt)
	if err != nil {
		t.Fatal(err)
	}
	if filepath.Base(path) != want {
		t.Errorf("saved as %q, want %q", path, want)
	}
	if data, err := fs.ReadFile(os.DirFS(dir), "Frost.md"); err != nil || string(data) != "mine" {
		t.Errorf("the file before now holds %q, %v", data, err)
	}
}

func TestSaveAtOnce(t *testing.T) {
	dir := t.TempDir()
	d := sample()
	const writers = 24
	paths := make([]string, writers)
	var wg sync.WaitGroup
	for i := range writers {
		wg.Go(func() {
			path, err := Save(dir, d, Text, savedAt)
			if err != nil {
				t.Error(err)
			}
			paths[i] = path
		})
	}
	wg.Wait()
	slices.Sort(paths)
	if n := len(slices.Compact(paths)); n != writers {
		t.Errorf("%d copies got %d names", writers, n)
	}
	if n := len(names(t, dir)); n != writers {
		t.Errorf("%d files for %d copies: %q", n, writers, names(t, dir))
	}
}

func TestClaimWithoutLinks(t *testing.T) {
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = root.Close() }()
	// A temporary file that does not exist fails to link and to be renamed.
	if err := claim(root, "none", "a.md"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("claim says %v", err)
	}
	if left := names(t, dir); len(left) > 0 {
		t.Errorf("%q stayed behind", left)
	}
	if err := root.WriteFile("temp", []byte("whole"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := reserve(root, "temp", "b.md"); err != nil {
		t.Fatal(err)
	}
	if data, err := root.ReadFile("b.md"); err != nil || string(data) != "whole" {
		t.Errorf("b.md holds %q, %v", data, err)
	}
	if err := root.WriteFile("temp", []byte("other"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := reserve(root, "temp", "b.md"); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a name that is taken: %v", err)
	}
	if data, err := root.ReadFile("b.md"); err != nil || string(data) != "whole" {
		t.Errorf("b.md now holds %q, %v", data, err)
	}
}

func TestSaveFaults(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	closed := filepath.Join(dir, "closed")
	if err := os.Mkdir(closed, 0o500); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, dir, says string }{
		{"a file", file, "not a folder"},
		{"below a file", filepath.Join(file, "x"), "not a folder"},
		{"a path that is not there", filepath.Join(dir, "no", "such"), "does not exist"},
		{"no permission", closed, "no permission"},
	} {
		if c.dir == closed && (runtime.GOOS == "windows" || os.Getuid() == 0) {
			continue // nobody is kept out
		}
		path, err := Save(c.dir, sample(), Markdown, savedAt)
		if path != "" || !doc.IsFault(err, doc.Unsaved) || !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), c.dir) {
			t.Errorf("%s: %q, %v", c.name, path, err)
		}
	}
	// A folder in which files vanish, as those of /proc do: all above it is there.
	if err := fault(filepath.Join(dir, "x"), syscall.ENOENT); !strings.Contains(err.Error(), "nothing can be kept there") {
		t.Errorf("a folder that keeps nothing: %v", err)
	}
	if _, err := Save(dir, sample(), "pdf", savedAt); !doc.IsFault(err, doc.Unsaved) {
		t.Errorf("an unknown format: %v", err)
	}
	if left := names(t, dir); !slices.Equal(left, []string{"closed", "file"}) {
		t.Errorf("after failures the folder holds %q", left)
	}
}

func TestFaultWords(t *testing.T) {
	for _, c := range []struct {
		err  error
		says string
	}{
		{syscall.ENOSPC, "the disk is full; make room"},
		{&fs.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC}, "the disk is full"},
		{syscall.EDQUOT, "the disk is full"},
		{syscall.EACCES, "no permission to write there"},
		{syscall.EROFS, "cannot be written to"},
		{syscall.ENOTDIR, "not a folder"},
		{errTaken, "thousands of files"},
		{errors.New("odd\x1b[31m"), "could not be written (odd␛[31m)"},
	} {
		err := fault("/some/where", c.err)
		if got := err.Error(); !strings.HasPrefix(got, "/some/where: ") || !strings.Contains(got, c.says) {
			t.Errorf("%v: %q, want %q in it", c.err, got, c.says)
		}
		if !errors.Is(err, c.err) {
			t.Errorf("%v: the cause is lost", c.err)
		}
	}
}
