package load

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"lectern/reader/doc"
	"lectern/reader/internal/sniff"
)

// loadStdin reads standard input. It waits as long as it takes: what writes to
// a pipe may be slow.
func (o Options) loadStdin(ctx context.Context) (*Resource, error) {
	in := o.Stdin
	if in == nil {
		in = os.Stdin
	}
	return o.loadStream(ctx, in, 0)
}

// loadFile reads a file or a named pipe.
func (o Options) loadFile(ctx context.Context, path string) (*Resource, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fileFault(err)
	}
	mode := info.Mode()
	switch {
	case mode.IsDir():
		return nil, fault(doc.Unreadable, "is a folder", "name a file in it", nil)
	case mode&(fs.ModeDevice|fs.ModeSocket|fs.ModeIrregular) != 0:
		return nil, fault(doc.Unreadable, "is a device, not a file", "name a file, or - for standard input", nil)
	case info.Size() > o.MaxBytes:
		return nil, tooLarge(o.MaxBytes, errTooLarge)
	}
	f, err := o.open(ctx, path, mode)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // nothing was written
	r, err := o.loadStream(ctx, f, info.Size())
	if err != nil {
		return nil, err
	}
	r.Address = fileAddress(path)
	return r, nil
}

// open opens a file. A named pipe opens only when somebody opens its other
// end; that is waited for as long as for an answer from the network.
func (o Options) open(ctx context.Context, path string, mode fs.FileMode) (*os.File, error) {
	if mode&fs.ModeNamedPipe == 0 {
		f, err := os.Open(path) //nolint:gosec // the path is the person's own
		if err != nil {
			return nil, fileFault(err)
		}
		return f, nil
	}
	type opened struct {
		f   *os.File
		err error
	}
	done := make(chan opened)
	left, leave := context.WithCancel(ctx)
	defer leave()
	go func() {
		f, err := os.Open(path) //nolint:gosec // the path is the person's own
		select {
		case done <- opened{f, err}:
		case <-left.Done():
			if err == nil {
				_ = f.Close()
			}
		}
	}()
	timer := time.NewTimer(o.Timeout)
	defer timer.Stop()
	select {
	case d := <-done:
		if d.err != nil {
			return nil, fileFault(d.err)
		}
		return d.f, nil
	case <-ctx.Done():
		return nil, cancelled(context.Cause(ctx))
	case <-timer.C:
		return nil, fault(doc.Unreachable, "is a pipe that nothing writes to", "start what writes to it, or name a file", os.ErrDeadlineExceeded)
	}
}

// loadStream reads a local source of size bytes, 0 if that is not known.
func (o Options) loadStream(ctx context.Context, in io.Reader, size int64) (*Resource, error) {
	total := size
	if size == 0 {
		total = -1
	}
	m := &meter{from: in, limit: o.MaxBytes}
	rd := reading{
		size:   size,
		limit:  o.MaxBytes,
		meter:  m,
		report: func() { o.Progress(Progress{Done: m.count(), Total: total}) },
		check:  func(head []byte) error { return sniff.Text(head, "") },
	}
	body, err := rd.all(ctx, m)
	switch {
	case err == nil && len(body) == 0:
		return nil, fault(doc.Unreadable, "is empty", "", nil)
	case errors.Is(err, errTooLarge):
		return nil, tooLarge(o.MaxBytes, err)
	case ctx.Err() != nil:
		return nil, cancelled(context.Cause(ctx))
	case err != nil:
		return nil, fileFault(err)
	}
	return &Resource{Body: body}, nil
}

// fileAddress returns the file: URL of a path.
func fileAddress(path string) string {
	abs, err := filepath.Abs(path)
	if err != nil {
		abs = path
	}
	abs = filepath.ToSlash(abs)
	if !strings.HasPrefix(abs, "/") {
		abs = "/" + abs
	}
	return (&url.URL{Scheme: "file", Path: abs}).String()
}
