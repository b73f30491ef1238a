package load

import (
	"context"
	"errors"
	"io"
	"slices"
	"sync/atomic"
	"time"

	"lectern/reader/internal/sniff"
)

// Errors of reading that are turned into faults where the source is known.
var (
	errTooLarge = errors.New("larger than the limit")
	errStalled  = errors.New("no more bytes came")
)

// chunk is the least room for one read, in bytes.
const chunk = 32 << 10

// reading says how a body is read.
type reading struct {
	size   int64                   // how large the body is thought to be, 0 if unknown
	limit  int64                   // most bytes read before errTooLarge
	stall  time.Duration           // longest time without a byte before errStalled; 0 for any
	meter  *meter                  // counts the bytes of the source
	report func()                  // called when bytes came
	check  func(head []byte) error // called once, with the first sniff.Head bytes or all there are
}

// all reads r to its end. It returns at once when ctx ends, even if a read is
// under way: that read, and the goroutine it is in, end with the source.
// What was read comes with the error.
func (o reading) all(ctx context.Context, r io.Reader) ([]byte, error) {
	requests, results := make(chan []byte), make(chan result, 1)
	defer close(requests)
	go serve(r, requests, results)

	var body []byte
	if o.size > 0 {
		body = make([]byte, 0, min(o.size, o.limit)+1)
	}
	checked := false
	for {
		if len(body) == cap(body) {
			body = slices.Grow(body, chunk)
		}
		requests <- body[len(body):cap(body)]
		n, err := o.wait(ctx, results)
		body = body[:len(body)+n]
		if n > 0 {
			o.report()
		}
		if int64(len(body)) > o.limit {
			return body[:o.limit], errTooLarge
		}
		if !checked && (len(body) >= sniff.Head || errors.Is(err, io.EOF)) {
			checked = true
			if bad := o.check(body); bad != nil {
				return body, bad
			}
		}
		if errors.Is(err, io.EOF) {
			return body, nil
		}
		if err != nil {
			return body, err
		}
	}
}

// result is how a read ended.
type result struct {
	n   int
	err error
}

// serve fills the buffers it is sent, one at a time.
func serve(r io.Reader, requests <-chan []byte, results chan<- result) {
	for b := range requests {
		n, err := r.Read(b)
		results <- result{n, err}
	}
}

// wait waits for the read under way.
func (o reading) wait(ctx context.Context, results <-chan result) (int, error) {
	var silence <-chan time.Time
	if o.stall > 0 {
		timer := time.NewTicker(o.stall)
		defer timer.Stop()
		silence = timer.C
	}
	for before := o.meter.count(); ; before = o.meter.count() {
		select {
		case r := <-results:
			return r.n, r.err
		case <-ctx.Done():
			return 0, context.Cause(ctx)
		case <-silence:
			// An unpacker may hold back what came.
			if o.meter.count() == before {
				return 0, errStalled
			}
		}
	}
}

// meter counts what is read from a source, up to a limit.
type meter struct {
	from  io.Reader
	limit int64
	n     atomic.Int64
}

// Read reads on; past the limit it fails with errTooLarge.
func (m *meter) Read(p []byte) (int, error) {
	n, err := m.from.Read(p)
	if m.n.Add(int64(n)) > m.limit {
		return n, errTooLarge
	}
	return n, err
}

func (m *meter) count() int64 { return m.n.Load() }
