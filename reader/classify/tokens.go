package classify

import (
	"math/bits"
	"unicode/utf8"
)

// Hashes of words, word pairs, beginnings of words and names feed the linear
// models: FNV-1a over bytes, features told apart by mixing in a number.
const (
	fnvStart = 2166136261
	fnvPrime = 16777619
)

// mix makes one hash of two.
func mix(a, b uint32) uint32 {
	a = (bits.RotateLeft32(a, 15) ^ b) * 0x85ebca6b
	return a ^ a>>13
}

// hashOf returns the hash of a string.
func hashOf(s string) uint32 {
	h := uint32(fnvStart)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * fnvPrime
	}
	return h
}

// How many words of a block are looked at: of itself from its beginning, and of
// its neighbours from the beginning and the end.
const (
	ownWords  = 40
	nearFirst = 8
	nearLast  = 4
)

// What a hash stands for.
const (
	asPair uint32 = iota + 1
	asBeginning
	asFirst
	asLast
	asWhole
	asShape
	asFirstPair
)

// beginning is the length of a word's beginning, in letters.
const beginning = 5

// tokens are the hashes of a block's text.
type tokens struct {
	words []uint32 // its words in order, numbers all alike
	more  []uint32 // pairs, beginnings and the like, its shape last
	seen  []uint32 // what neighbours see of it
}

// tokens hashes the words of the block just scanned.
func (sc *scanner) tokens(t *text) *tokens {
	k := &sc.toks
	k.words, k.more = k.words[:0], k.more[:0]
	whole, last := uint32(fnvStart), uint32(0)
	for n, s := range sc.start {
		end := len(sc.low)
		if n+1 < len(sc.start) {
			end = sc.start[n+1]
		}
		word, head := sc.word(s, end)
		k.words = append(k.words, word)
		whole = mix(whole, word)
		if n >= ownWords {
			last = word
			continue
		}
		if head != word {
			k.more = append(k.more, mix(head, asBeginning))
		}
		if n > 0 {
			k.more = append(k.more, mix(mix(last, word), asPair))
		}
		last = word
	}
	if len(k.words) > 0 {
		k.more = append(k.more, mix(k.words[0], asFirst), mix(last, asLast))
		if len(k.words) > 1 {
			k.more = append(k.more, mix(mix(k.words[0], k.words[1]), asFirstPair))
		}
		if len(k.words) <= 12 {
			k.more = append(k.more, mix(whole, asWhole))
		}
	}
	k.more = append(k.more, mix(t.shape(), asShape))
	return k
}

// word hashes the word that starts at byte i, and its beginning.
func (sc *scanner) word(i, end int) (word, head uint32) {
	h, letters := uint32(fnvStart), 0
	for _, c := range sc.low[i:end] {
		if !inWord(c) {
			break
		}
		if utf8.RuneStart(c) {
			if letters == beginning {
				head = h
			}
			letters++
		}
		if c >= '0' && c <= '9' {
			c = '0'
		}
		h = (h ^ uint32(c)) * fnvPrime
	}
	if letters <= beginning {
		head = h
	}
	return h, head
}

// inWord reports whether a byte of lower-case text is of a word.
func inWord(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= utf8.RuneSelf || c == '\''
}

// shape is what the block looks like from afar.
func (t *text) shape() uint32 {
	h := uint32(t.last)
	for _, n := range [...]int{
		bucket(t.words, 1, 2, 3, 4, 6, 9, 15, 30, 60), bucket(t.ends, 1, 2, 4), bucket(4*t.upper/max(1, t.words), 1, 2, 4),
		bucket(t.digits, 1, 3, 8), bucket(t.commas, 1, 2, 4),
	} {
		h = h<<4 | uint32(n) //nolint:gosec // a few steps each
	}
	return h
}
