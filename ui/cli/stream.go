package cli

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"

	"golang.org/x/sync/semaphore"

	"lectern/reader/doc"
)

// The bounds of a stream. They keep its memory constant however much comes in.
const (
	// maxLine is the longest line taken, in bytes: the largest source (64 MiB),
	// written as JSON.
	maxLine = 128 << 20
	// maxInFlight is how many bytes of lines are held at once, beside the one
	// being read.
	maxInFlight = maxLine
	// ahead is how many finished lines each worker may be ahead of the writer.
	ahead = 4
)

// lineWorker turns one line of a stream into the line that answers it, without
// the line end. Its error is about that line alone; the answer then says what
// it is.
type lineWorker func(line []byte) (answer []byte, err error)

// job is one line on its way through a stream.
type job struct {
	line   []byte
	err    error // the line cannot be worked on
	size   int64 // what it takes of maxInFlight
	answer chan answer
}

type answer struct {
	text []byte
	ok   bool
}

// errLong is the error of a line that is not taken.
var errLong = fmt.Errorf("the line is longer than %d MiB", maxLine>>20)

// stream answers every line of in that is not blank with one line on out, in
// order. All cores work on lines at once; answers are written out as soon as
// there is nothing more to write at once. It returns how many lines could not
// be read.
func stream(ctx context.Context, in io.Reader, out io.Writer, work lineWorker) (failed int, err error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	workers := runtime.GOMAXPROCS(0)
	todo := make(chan *job)
	order := make(chan *job, workers*ahead)
	room := semaphore.NewWeighted(maxInFlight)
	for range workers {
		go func() {
			for j := range todo {
				j.answer <- j.do(work)
			}
		}()
	}
	read := make(chan error, 1)
	go func() {
		defer close(todo)
		read <- feed(ctx, in, room, todo, order)
		close(order)
	}()
	failed, err = collect(ctx, out, room, order)
	if err != nil {
		return failed, stdoutFault(err)
	}
	if err := ctx.Err(); err != nil {
		return failed, err
	}
	return failed, <-read
}

// do works on the line. A line that makes the worker panic fails alone: the
// stream it stands in may have run for hours.
func (j *job) do(work lineWorker) (a answer) {
	defer func() {
		if r := recover(); r != nil {
			a = answer{text: failure(nil, fmt.Errorf("a mistake in lectern: %v", r))}
		}
		j.line = nil
	}()
	if j.err != nil {
		return answer{text: failure(nil, j.err)}
	}
	text, err := work(j.line)
	return answer{text: text, ok: err == nil}
}

// feed reads lines and hands them to the workers, and to the writer in their
// order.
func feed(ctx context.Context, in io.Reader, room *semaphore.Weighted, todo, order chan<- *job) error {
	r := bufio.NewReaderSize(in, 64<<10)
	for {
		line, err := readLine(r, maxLine)
		long := errors.Is(err, errLong)
		if len(line) > 0 || long {
			j := &job{line: line, size: int64(len(line)), answer: make(chan answer, 1)}
			if long {
				j.err = errLong
			}
			if !hand(ctx, room, j, order, todo) {
				return nil // the writer knows why
			}
		}
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil && !long:
			return &doc.Fault{Kind: doc.Unreachable, Source: "standard input", What: "cannot be read: " + cause(err), Err: err}
		}
	}
}

// hand gives the job to each of the channels once there is room for it. It
// reports false if the stream has ended meanwhile.
func hand(ctx context.Context, room *semaphore.Weighted, j *job, to ...chan<- *job) bool {
	if room.Acquire(ctx, j.size) != nil {
		return false
	}
	for _, c := range to {
		select {
		case c <- j:
		case <-ctx.Done():
			return false
		}
	}
	return true
}

// readLine returns the next line without the white space around it. The error
// is errLong, and no line is returned, if it is longer than limit.
func readLine(r *bufio.Reader, limit int) ([]byte, error) {
	var line []byte
	long := false
	for {
		piece, err := r.ReadSlice('\n')
		if len(line)+len(piece) > limit {
			line, long = nil, true
		}
		if !long {
			line = append(line, piece...)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if long {
			return nil, errors.Join(errLong, err)
		}
		return bytes.TrimSpace(line), err
	}
}

// collect writes the answers in order. It flushes before it waits, so that a
// program at the other end sees each answer as soon as there is one.
func collect(ctx context.Context, w io.Writer, room *semaphore.Weighted, order <-chan *job) (failed int, err error) {
	out := bufio.NewWriterSize(w, 64<<10)
	for {
		j, err := next(ctx, out, order)
		if err != nil {
			return failed, err
		}
		if j == nil {
			return failed, out.Flush()
		}
		a, err := next(ctx, out, j.answer)
		if err != nil {
			return failed, err
		}
		if a.text == nil {
			return failed, nil // interrupted
		}
		if !a.ok {
			failed++
		}
		if _, err := out.Write(append(a.text, '\n')); err != nil {
			return failed, err
		}
		room.Release(j.size)
	}
}

// next receives from the channel. If nothing is there yet it flushes and
// waits. It returns the zero value when the channel is closed or the context
// ends.
func next[T any](ctx context.Context, out *bufio.Writer, from <-chan T) (v T, err error) {
	select {
	case v = <-from:
		return v, nil
	default:
	}
	if err := out.Flush(); err != nil {
		return v, err
	}
	select {
	case v = <-from:
	case <-ctx.Done():
	}
	return v, nil
}
