package corpus

import (
	"hash/fnv"
	"net/url"
	"strings"

	"golang.org/x/net/publicsuffix"
)

// Folds is how many parts the collections are cut into.
const Folds = 5

// Fold returns the part, 0 … Folds-1, of the page with an address: all pages of
// a registered domain (example.co.uk, somebody.github.io) are in the same one.
// A page without a usable address is placed by its id.
func Fold(address, id string) int {
	key := domain(address)
	if key == "" {
		key = id
	}
	h := fnv.New32a()
	_, _ = h.Write([]byte(key)) // never fails
	return int(h.Sum32()>>3) % Folds
}

// domain returns the registered domain of an address, the host itself where
// there is no such thing, "" without a host.
func domain(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	host := strings.ToLower(strings.TrimSuffix(u.Hostname(), "."))
	if d, err := publicsuffix.EffectiveTLDPlusOne(host); err == nil {
		return d
	}
	return host
}
