package gazetteer

import (
	"errors"
	"math"
	"sort"
)

// A table maps hashes to values of a fixed size. Its bytes are, in order, how
// many entries each bucket holds, and the entries by bucket: two bytes of key,
// then the value. Twelve bits of the hash choose the bucket.
type table struct {
	starts  [buckets + 1]uint32 // index of each bucket's first entry
	entries string
	size    int // bytes of one entry
}

const (
	buckets  = 1 << 12
	keyBytes = 2
)

func readTable(data string, valueBytes int) table {
	t := table{entries: data[buckets:], size: keyBytes + valueBytes}
	for i := range buckets {
		t.starts[i+1] = t.starts[i] + uint32(data[i])
	}
	return t
}

// find returns the value of h, "" without one.
func (t *table) find(h Hash) string {
	bucket, lo, hi := place(h)
	for i := int(t.starts[bucket]); i < int(t.starts[bucket+1]); i++ {
		if e := t.entries[i*t.size:][:t.size]; e[0] == lo && e[1] == hi {
			return e[keyBytes:]
		}
	}
	return ""
}

// place returns the bucket and the two key bytes of a hash.
func place(h Hash) (bucket int, lo, hi byte) {
	h = h.mixed()
	return int(h >> 52), byte(h >> 36 & 0xff), byte(h >> 44 & 0xff)
}

// Compile returns the bytes of a table of the values, all of one length. Of
// two names that share bucket and key the values are merged by merge.
func Compile(values map[Hash][]byte, merge func(a, b []byte) []byte) ([]byte, error) {
	var rows [buckets]map[[keyBytes]byte][]byte
	for h, v := range values {
		bucket, lo, hi := place(h)
		if rows[bucket] == nil {
			rows[bucket] = map[[keyBytes]byte][]byte{}
		}
		key := [keyBytes]byte{lo, hi}
		if old := rows[bucket][key]; old != nil {
			v = merge(old, v)
		}
		rows[bucket][key] = v
	}
	sizes := make([]byte, 0, buckets)
	var entries []byte
	for i := range rows {
		row := rows[i]
		if len(row) > math.MaxUint8 {
			return nil, errors.New("too many names for the table's buckets")
		}
		sizes = append(sizes, byte(len(row))) //nolint:gosec // checked
		keys := make([]string, 0, len(row))
		for k := range row {
			keys = append(keys, string(k[:]))
		}
		sort.Strings(keys)
		for _, k := range keys {
			entries = append(entries, k...)
			entries = append(entries, row[[keyBytes]byte([]byte(k))]...)
		}
	}
	return append(sizes, entries...), nil
}
