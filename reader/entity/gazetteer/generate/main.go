// Command generate compiles the names and word clusters that package gazetteer
// embeds.
//
//	go run ./generate -names names.tsv -clusters clusters.tsv -out .
//
// names.tsv has a kind and a name a line, separated by a tab: city and region
// (GeoNames, CC BY 4.0), first and last (smashew/NameDatabases, Unlicense),
// company (nasdaq-listings, PDDL), club (openfootball, CC0). clusters.tsv has a
// word and its numbers among 64, 256 and 640 clusters. Countries come from
// CLDR through golang.org/x/text; the lists beside this file add countries, their
// peoples, organisations known everywhere and first names that are not there. Merging order does not matter, so equal sources
// give equal bytes.
package main

import (
	"bufio"
	"bytes"
	_ "embed"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"lectern/reader/entity/gazetteer"
	"lectern/reader/entity/token"
)

//go:embed countries.txt
var countries string

//go:embed demonyms.txt
var demonyms string

//go:embed organizations.txt
var organizations string

//go:embed first.txt
var firstNames string

func main() {
	names := flag.String("names", "names.tsv", "kinds and names, tab-separated")
	clusters := flag.String("clusters", "clusters.tsv", "words and their clusters, tab-separated")
	out := flag.String("out", ".", "folder for names.bin and clusters.bin")
	flag.Parse()
	if err := run(*names, *clusters, *out); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func run(names, clusters, out string) error {
	n, err := compileNames(names)
	if err != nil {
		return err
	}
	c, err := compileClusters(clusters)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(out, "names.bin"), n, 0o600); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "clusters.bin"), c, 0o600)
}

var kinds = map[string]gazetteer.Kinds{
	"city": gazetteer.City, "region": gazetteer.Region, "first": gazetteer.First, "last": gazetteer.Last,
	"company": gazetteer.Company, "club": gazetteer.Club,
}

func compileNames(path string) ([]byte, error) {
	values := map[gazetteer.Hash][]byte{}
	add := func(name string, k gazetteer.Kinds) {
		for _, spelling := range []string{name, gazetteer.Plain(name)} {
			h, words := hash(spelling)
			if words == 0 || words > maxWords {
				continue
			}
			if values[h] == nil {
				values[h] = []byte{0}
			}
			values[h][0] |= byte(k)
		}
	}
	err := rows(path, 2, func(f []string) error {
		k, ok := kinds[f[0]]
		if !ok {
			return fmt.Errorf("unknown kind %q", f[0])
		}
		add(f[1], k)
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, name := range append(regions(), strings.Split(strings.TrimSpace(countries), "\n")...) {
		add(name, gazetteer.Country)
	}
	for name := range strings.Lines(organizations) {
		add(strings.TrimSpace(name), gazetteer.Company)
	}
	for name := range strings.FieldsSeq(firstNames) {
		add(name, gazetteer.First)
	}
	for name := range strings.FieldsSeq(demonyms) {
		add(strings.ReplaceAll(name, "_", " "), gazetteer.Demonym)
	}
	return gazetteer.Compile(values, func(a, b []byte) []byte { return []byte{a[0] | b[0]} })
}

// maxWords is how many words the names that are looked up have at most.
const maxWords = 5

// hash returns the hash of the name's words as the tagger cuts them.
func hash(name string) (h gazetteer.Hash, words int) {
	parts, _ := token.Join(name, token.Split(name))
	for i, t := range parts {
		if i == 0 {
			h = gazetteer.HashWord(t.Text(name))
		} else {
			h = h.Then(t.Text(name))
		}
	}
	return h, len(parts)
}

// unions are the codes that CLDR has among the countries but are none.
const unions = "EU EZ UN XA XB ZZ"

// regions returns CLDR's English names of all countries.
func regions() []string {
	var names []string
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			code := string(a) + string(b)
			r, err := language.ParseRegion(code)
			if err != nil || !r.IsCountry() || strings.Contains(unions, code) {
				continue
			}
			name := display.English.Regions().Name(r)
			names = append(names, name, strings.ReplaceAll(name, "&", "and"))
		}
	}
	return names
}

// grains are how many clusters there are at each grain.
var grains = [3]int{64, 256, 640}

func compileClusters(path string) ([]byte, error) {
	values := map[gazetteer.Hash][]byte{}
	err := rows(path, 4, func(f []string) error {
		var c [3]int
		for i := range c {
			n, err := strconv.Atoi(f[i+1])
			if err != nil {
				return err
			}
			if n < 1 || n > grains[i] {
				return fmt.Errorf("cluster %d of %d", n, grains[i])
			}
			c[i] = n - 1
		}
		values[gazetteer.HashExact(f[0])] = []byte{byte(c[0]), byte(c[1]), byte(c[2]), byte(c[2] >> 8)} //nolint:gosec // checked above
		return nil
	})
	if err != nil {
		return nil, err
	}
	// Of two words that share a hash either will do, but always the same.
	return gazetteer.Compile(values, func(a, b []byte) []byte { return slices.MinFunc([][]byte{a, b}, bytes.Compare) })
}

// rows calls f with the tab-separated fields of every line of a file.
func rows(path string, fields int, f func([]string) error) error {
	file, err := os.Open(filepath.Clean(path))
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }()
	lines := bufio.NewScanner(file)
	for n := 1; lines.Scan(); n++ {
		cells := strings.Split(lines.Text(), "\t")
		if len(cells) != fields {
			return fmt.Errorf("%s:%d: %d fields, want %d", path, n, len(cells), fields)
		}
		if err := f(cells); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	return lines.Err()
}
