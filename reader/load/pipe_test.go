//go:build unix

package load

import (
	"context"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"lectern/reader/doc"
)

func pipe(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip("this system has no named pipes:", err)
	}
	return path
}

// A shell's <(command) is a pipe with a name.
func TestPipe(t *testing.T) {
	path := pipe(t)
	written := make(chan error, 1)
	go func() { written <- os.WriteFile(path, []byte(page), 0) }()
	if r := get(t, path, Options{}); string(r.Body) != page {
		t.Errorf("got %+v", r)
	}
	if err := <-written; err != nil {
		t.Error(err)
	}
}

func TestPipeNobodyWrites(t *testing.T) {
	path := pipe(t)
	fail(t, path, Options{Timeout: 20 * time.Millisecond}, doc.Unreachable, "a pipe that nothing writes to")
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	check(t, failingIn(ctx, t, path, Options{}), doc.Unreachable, "stopped")
	// Lets the opens that were left behind come to an end.
	w, err := os.OpenFile(path, os.O_WRONLY|syscall.O_NONBLOCK, 0)
	if err == nil {
		_ = w.Close()
	}
}

func TestDevice(t *testing.T) {
	fail(t, "/dev/null", Options{}, doc.Unreadable, "is a device")
}
