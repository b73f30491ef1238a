// Package gazetteer knows names: countries and the people of them, cities,
// regions, first and last names, companies, football clubs; and the clusters
// of words that stand in like places. The data is compiled into a few hundred
// kilobytes of hashes by the program in generate and embedded; see that
// program for the sources.
//
// Looking a name up can err: two names in a few thousand share a hash. The
// answers are evidence, not facts.
package gazetteer

//go:generate go run ./generate -names names.tsv -clusters clusters.tsv -out .

import (
	_ "embed"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// Kinds is a set of what a name is known to be.
type Kinds uint8

// What a name can be known to be.
const (
	Country Kinds = 1 << iota
	Demonym
	City
	Region
	First
	Last
	Company // and other organisations
	Club
)

// Hash identifies a sequence of words whatever their case.
type Hash uint64

// FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
const (
	offset Hash = 14695981039346656037
	prime  Hash = 1099511628211
)

// HashWord returns the hash of one word.
func HashWord(word string) Hash { return offset.fold(word) }

// HashExact returns the hash of one word as it is written: "Bush" is not "bush".
func HashExact(word string) Hash {
	h := offset
	for i := range len(word) {
		h = (h ^ Hash(word[i])) * prime
	}
	return h
}

// Then returns the hash of the sequence h followed by word.
func (h Hash) Then(word string) Hash { return ((h ^ ' ') * prime).fold(word) }

func (h Hash) fold(word string) Hash {
	for i := range len(word) {
		c := word[i]
		if c >= utf8.RuneSelf {
			return h.foldRunes(word[i:])
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		h = (h ^ Hash(c)) * prime
	}
	return h
}

func (h Hash) foldRunes(word string) Hash {
	var buf [utf8.UTFMax]byte
	for _, r := range word {
		if r == '’' {
			r = '\''
		}
		for _, c := range utf8.AppendRune(buf[:0], unicode.ToLower(r)) {
			h = (h ^ Hash(c)) * prime
		}
	}
	return h
}

// Plain returns the name without diacritical marks.
func Plain(name string) string {
	t := transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC)
	s, _, err := transform.String(t, name)
	if err != nil {
		return name
	}
	return s
}

// mixed spreads the hash's bits so that the upper ones depend on every byte.
func (h Hash) mixed() Hash {
	h ^= h >> 32
	h *= 0x9e3779b97f4a7c15 // 2^64 over the golden ratio
	return h
}

//go:embed names.bin
var nameData string

//go:embed clusters.bin
var clusterData string

// Gazetteer is the names and clusters, ready to be asked.
type Gazetteer struct {
	names, clusters table
}

// Load reads the embedded data; it takes some ten microseconds.
func Load() *Gazetteer {
	return &Gazetteer{names: readTable(nameData, 1), clusters: readTable(clusterData, clusterBytes)}
}

// Kinds returns what the name is known to be, by its HashWord, 0 for nothing.
func (g *Gazetteer) Kinds(name Hash) Kinds {
	v := g.names.find(name)
	if v == "" {
		return 0
	}
	return Kinds(v[0])
}

// Clusters is where a word stands among words used alike, at three grains; 0
// for a word that is not known.
type Clusters struct{ Coarse, Middle, Fine uint16 }

const clusterBytes = 4

// Clusters returns the clusters of a word by its HashExact.
func (g *Gazetteer) Clusters(word Hash) Clusters {
	v := g.clusters.find(word)
	if v == "" {
		return Clusters{}
	}
	return Clusters{
		Coarse: uint16(v[0]) + 1,
		Middle: uint16(v[1]) + 1,
		Fine:   uint16(v[2]) | uint16(v[3])<<8 + 1,
	}
}
