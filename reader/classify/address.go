package classify

import (
	"net/url"
	"strings"
)

// What a page's address tells of its kind. Sites name the parts of their
// addresses for what stands there, and much alike: threads, products, category,
// docs, blog.

// addressSign is a kind of page that a part of an address speaks for.
type addressSign uint8

const (
	addressForum addressSign = iota
	addressProduct
	addressList
	addressDocs
	addressStory
	addressService
	addressSigns // how many there are
)

// addressWords are the parts of paths that tell the kind of a page.
var addressWords = words(map[addressSign]string{
	addressForum: "forum forums thread threads topic showthread viewtopic viewthread t discussion discussions discuss questions question " +
		"comments board boards community bbs talk q d r qa answers",
	addressProduct: "product products p dp itm item pd pdp sku app listing gp prod buy",
	addressList: "collections collection category categories c cat browse catalog catalogs catalogue market search tag tags w l b genre " +
		"list lists archive archives page rankings chart charts trending jobs shop store all best-sellers bestsellers directory author sale",
	addressDocs: "docs doc documentation wiki guide guides reference ref api manual manuals learn tutorial tutorials howto handbook help " +
		"kb man support faq glossary usersguide userguide spec specs latest stable",
	addressStory: "blog blogs news article articles story stories post posts opinion features feature review reviews magazine press " +
		"press-release insights resources politics world business sport sports culture entertainment health science recipe recipes",
	addressService: "services service solutions solution about pricing department departments program programs industries platform " +
		"what-we-do our-services locations government",
})

// addressHosts are the parts of host names that do.
var addressHosts = words(map[addressSign]string{
	addressForum:   "forum forums community discuss discussion boards board bbs answers users talk ask stackexchange stackoverflow reddit",
	addressProduct: "",
	addressList:    "shop store",
	addressDocs:    "docs doc developer developers wiki learn help api readthedocs gitbook support kb",
	addressStory:   "blog blogs news medium substack",
	addressService: "",
})

func words(of map[addressSign]string) map[string]addressSign {
	out := map[string]addressSign{}
	for sign, list := range of {
		for w := range strings.FieldsSeq(list) {
			out[w] = sign
		}
	}
	return out
}

// addressMeasures is how many measures there are of an address: the signs, and
// the rest.
const addressMeasures = int(addressSigns) + 7

// tell returns what an address tells: which kinds its parts speak for (2 the
// last part, 1 one before it or the host), how many parts it has, how many
// hyphens, digits and bytes the last of them, a year, a page of its own, a
// query. Without an address all are -1.
func tell(address string) (m [addressMeasures]float32) {
	u, err := url.Parse(address)
	if address == "" || err != nil {
		for i := range m {
			m[i] = -1
		}
		return m
	}
	for label := range strings.SplitSeq(strings.ToLower(u.Hostname()), ".") {
		if sign, ok := addressHosts[label]; ok {
			m[sign] = 1
		}
	}
	parts := strings.FieldsFunc(strings.ToLower(u.Path), func(r rune) bool { return r == '/' })
	rest := m[addressSigns:]
	for i, part := range parts {
		if isYear(part) {
			rest[4] = 1
		}
		if sign, ok := addressWords[strings.TrimSuffix(part, ".php")]; ok {
			m[sign] = 1 + yes(i == len(parts)-1)
		}
	}
	rest[0], rest[6] = float32(len(parts)), yes(u.RawQuery != "")
	if len(parts) > 0 {
		last := parts[len(parts)-1]
		rest[1], rest[3] = float32(strings.Count(last, "-")+strings.Count(last, "_")), float32(len(last))
		for i := range len(last) {
			rest[2] += yes(last[i] >= '0' && last[i] <= '9')
		}
		rest[5] = yes(strings.Contains(last, ".htm"))
	}
	return m
}

// addressed lists what the page's address tells.
func (pg *page) addressed(_ int, v vector) vector { return append(v, pg.sv.address[:]...) }

// isYear reports whether a part of a path is a year, as in /2025/11/.
func isYear(part string) bool {
	if len(part) != 4 || part[0] != '1' && part[0] != '2' || part[1] != '9' && part[1] != '0' {
		return false
	}
	return part[2] >= '0' && part[2] <= '9' && part[3] >= '0' && part[3] <= '9'
}
