package cli

import (
	"bytes"
	"testing"
	"time"

	"lectern/reader/load"
)

// A meter leaves nothing behind, and what comes at once is not worth a word.
func TestMeter(t *testing.T) {
	var out bytes.Buffer
	m := &meter{w: &out}
	m.start()
	m.report(load.Progress{Done: 1 << 20, Total: -1})
	m.stop()
	if out.Len() > 0 {
		t.Errorf("it spoke at once: %q", out.String())
	}
	m.next = time.Time{} // as if much time had passed
	m.report(load.Progress{Done: 3 << 19, Total: 4 << 20})
	m.report(load.Progress{Done: 2 << 20, Total: 4 << 20})
	m.stop()
	m.stop()
	if want := "\r\x1b[Klectern: loading, 1.5 MiB of 4.0 MiB\r\x1b[K"; out.String() != want {
		t.Errorf("got %q, want %q", out.String(), want)
	}
	silent := &meter{}
	silent.report(load.Progress{Done: 1})
	silent.stop()
}
