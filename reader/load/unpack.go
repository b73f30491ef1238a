package load

import (
	"bufio"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
)

// acceptEncoding is what unpack can unpack.
const acceptEncoding = "gzip, br, zstd, deflate"

// maxLayers is how many content codings, one within another, are unpacked. Real
// servers use one, or two by mistake.
const maxLayers = 4

// maxWindow is how far back zstd may refer, in bytes: RFC 9659 allows senders no more.
const maxWindow = 8 << 20

var errPacking = errors.New("unknown content coding")

// unpack returns a reader of body without the content codings that a server
// says it applied, in the order of the header. What is no more than limit bytes
// in every layer can be read. A body that is plainly not in the coding declared
// is passed on as it is; one that is gzipped without saying so is unpacked.
func unpack(body io.Reader, header []string, limit int64) (io.Reader, error) {
	var codings []string
	for coding := range strings.SplitSeq(strings.Join(header, ","), ",") {
		coding = strings.ToLower(strings.TrimSpace(coding))
		if coding != "" && coding != "identity" {
			codings = append(codings, coding)
		}
	}
	if len(codings) > maxLayers {
		return nil, fmt.Errorf("%w: %d layers", errPacking, len(codings))
	}
	if len(codings) == 0 {
		codings = []string{"gzip"}
	}
	for _, coding := range slices.Backward(codings) {
		open, ok := openers[strings.TrimPrefix(coding, "x-")]
		if !ok {
			return nil, fmt.Errorf("%w: %s", errPacking, clip(coding))
		}
		body = &meter{from: &layer{packed: body, open: open}, limit: limit}
	}
	return body, nil
}

// layer opens its unpacker with the first read, for opening reads too and that
// may take time.
type layer struct {
	packed io.Reader
	open   func(*bufio.Reader) (io.Reader, error)
	plain  io.Reader
}

// Read reads the plain bytes.
func (l *layer) Read(p []byte) (int, error) {
	if l.plain == nil {
		plain, err := l.open(bufio.NewReader(l.packed))
		if err != nil {
			return 0, err
		}
		l.plain = plain
	}
	return l.plain.Read(p)
}

// openers are the unpackers of the content codings.
var openers = map[string]func(*bufio.Reader) (io.Reader, error){
	"gzip":    openGzip,
	"deflate": openDeflate,
	"zstd":    openZstd,
	"br":      func(b *bufio.Reader) (io.Reader, error) { return brotli.NewReader(b), nil },
}

// begins reports whether b begins with the bytes of magic.
func begins(b *bufio.Reader, magic string) bool {
	head, err := b.Peek(len(magic))
	return err == nil && string(head) == magic
}

func openGzip(b *bufio.Reader) (io.Reader, error) {
	if !begins(b, "\x1f\x8b") {
		return b, nil
	}
	return gzip.NewReader(b)
}

// openDeflate opens zlib data, which the standard means by deflate, and bare
// deflate data, which some servers do.
func openDeflate(b *bufio.Reader) (io.Reader, error) {
	head, err := b.Peek(2)
	if err != nil {
		return b, nil //nolint:nilerr // too short to be packed; the reader meets the error again
	}
	const method, deflate = 0x0f, 8
	if head[0]&method == deflate && (int(head[0])<<8|int(head[1]))%31 == 0 {
		return zlib.NewReader(b)
	}
	return flate.NewReader(b), nil
}

func openZstd(b *bufio.Reader) (io.Reader, error) {
	if !begins(b, "\x28\xb5\x2f\xfd") {
		return b, nil
	}
	// One at a time needs no goroutines, so nothing has to be closed.
	return zstd.NewReader(b, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(maxWindow))
}
