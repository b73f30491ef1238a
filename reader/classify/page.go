package classify

import (
	"hash/maphash"
	"strings"

	"lectern/reader/doc"
)

// block is what the classifier knows of one block.
type block struct {
	text

	heard

	linked  float64 // share of the text in links
	links   int
	copyOf  int // an earlier block of the same text, -1 for none
	copies  int // blocks of the same text, itself included
	title   bool
	prose   bool       // reads like a paragraph
	anchor  doc.Reason // the reason that a strong phrase gives, None without one
	prior   float64    // how likely it belongs to the article, as the model says
	p       float64    // the same, leaning as the strictness says
	logit   float64
	asks    float64 // how likely it is a prompt if it is not a menu or the like
	keep    bool
	by      rule // what decided
	reason  doc.Reason
	facts   []string
	memo    memo
	row     int  // lines in the list whose entry it was taken for, 0 for none
	offered bool // stands in a table of offers
	other   int  // 1 + the block that it repeats or shares its reason with, 0 for none

	form, opens, closes uint32 // its shape, its first and its last word, as hashes

	// Shares of the words that stand in the title, in the summary and in the
	// page's other paragraphs too.
	likeTitle, likeSummary, onTopic float32

	ideas  ideaSet // what it speaks of that offers are about; of texts only
	offers int     // words in it that speak of that
	tongue float32 // how much it is of the page's language, in bits a pair of letters; 0 is usual
}

// page is a document under analysis.
type page struct {
	d         *doc.Document
	head      *head // of the model, that reads it; nil while fitting
	blocks    []block
	nodes     []node
	kind      pageKind
	html      bool
	size      int    // letters in all blocks
	proses    int    // letters in prose blocks
	hits      int    // blocks with a strong phrase
	before    []int  // letters in the blocks before each block
	cover     [3]int // the deepest nodes that hold 40, 60, 85 % of the prose, -1 for none
	first     int    // the first prose block, -1 for none
	last      int    // the last prose block
	sv        survey
	belief    belief
	ofKind    [kindsOfPage]float32 // log-odds that the page is of each kind
	words     wordList
	ln        lineup
	echoes    echoes
	kindred   kindred
	bare      bool    // there is no sign of clutter on the page but prompts
	limit     float64 // the probability from which on a block is kept
	leaning   float64 // what the strictness adds to the odds of blocks
	nameless  bool    // the names of containers are not to be looked at
	offerNear []bool  // a phrase of subscriptions stands near
	topics    scanner
	about     text         // what topics found last
	modelled  [][]doc.Sign // what counted in the model, per block; nil unless asked for
}

// proseSize is the least size of a block that reads like a paragraph, in letters.
const proseSize = 60

// read analyses a document. It calls listen with the words of every block.
func (r *Rules) read(d *doc.Document, listen func(b *block, k *tokens)) *page {
	pg := &page{d: d, html: d.Format == doc.HTML, first: -1, last: -1, topics: scanner{lex: r.topics}}
	pg.blocks = make([]block, len(d.Blocks))
	pg.before = make([]int, len(d.Blocks)+1)
	sc := scanner{lex: r.phrases}
	title := fold(d.Title)
	sc.set(d.Title, &pg.sv.title)
	sc.set(d.Description, &pg.sv.summary)
	seen := make(map[uint64]int, len(d.Blocks))
	for i := range d.Blocks {
		b, src := &pg.blocks[i], &d.Blocks[i]
		sc.scan(src.Text, &b.text)
		if !pg.html {
			b.ideas, b.offers = r.ideas.scan(&sc)
		}
		k := sc.tokens(&b.text)
		listen(b, k)
		pg.words.add(k.words)
		b.form = b.shape()
		if len(k.words) > 0 {
			b.opens, b.closes = k.words[0], k.words[len(k.words)-1]
		}
		b.measureLinks(src)
		b.copyOf = -1
		if b.words > 0 {
			h := maphash.Bytes(r.seed, sc.low)
			if j, ok := seen[h]; ok {
				b.copyOf = j
				pg.blocks[j].copies++
			} else {
				seen[h] = i
			}
		}
		b.copies++
		b.title = title != "" && b.size > 0 && sameTitle(title, src.Text)
		b.prose = b.size >= proseSize && b.linked < .5 && (b.ends > 0 || b.commas > 1 || b.size > 160) &&
			src.Kind != doc.Heading && src.Kind != doc.Code
		b.anchor = b.strongest()
		pg.count(i)
	}
	names := naming{lex: r.classes, seen: make(map[string]category, 64)}
	pg.nodes = names.nodes(d)
	pg.gather()
	pg.widen()
	pg.cover = [3]int{pg.deepest(.4), pg.deepest(.6), pg.deepest(.85)}
	pg.kind = pg.guess()
	pg.compare(&pg.words)
	pg.survey()
	if !pg.html {
		pg.lineUp()
		pg.listenTongues()
	}
	return pg
}

// count adds block i to the page's sums.
func (pg *page) count(i int) {
	b := &pg.blocks[i]
	pg.before[i+1] = pg.before[i] + b.size
	pg.size += b.size
	if b.anchor != doc.None {
		pg.hits++
	}
	if b.prose && !pg.d.Blocks[i].Hidden {
		pg.proses += b.size
		pg.last = i
		if pg.first < 0 {
			pg.first = i
		}
	}
}

// measureLinks sets the share of the block that is in links.
func (b *block) measureLinks(src *doc.Block) {
	n, end := 0, 0
	for _, s := range src.Spans {
		if s.Kind != doc.Link {
			continue
		}
		b.links++
		if s.Start > end {
			end = s.Start
		}
		if s.End > end {
			n += s.End - end
			end = s.End
		}
	}
	if src.Text != "" {
		b.linked = float64(n) / float64(len(src.Text))
	}
}

// strongest returns the reason with the strongest phrase, None if there is
// none of at least "strong".
func (b *block) strongest() doc.Reason {
	best, reason := fair, doc.None
	for _, t := range tables[:len(tables)-1] {
		if b.hits[t.reason] > best {
			best, reason = b.hits[t.reason], t.reason
		}
	}
	return reason
}

// gather sums the blocks up into their containers.
func (pg *page) gather() {
	for i := range pg.blocks {
		e := pg.d.Blocks[i].Element
		if e < 0 {
			continue
		}
		b, n := &pg.blocks[i], &pg.nodes[e]
		n.size += b.size
		n.linked += int(b.linked * float64(b.size))
		n.blocks++
		if b.prose {
			n.proses++
			n.prose += b.size
		}
		if b.anchor != doc.None {
			n.hits++
		}
		if n.first < 0 {
			n.first = i
		}
		n.last = i
	}
	for i := len(pg.nodes) - 1; i >= 0; i-- {
		n := &pg.nodes[i]
		if n.parent < 0 || n.blocks == 0 {
			continue
		}
		up := &pg.nodes[n.parent]
		up.size += n.size
		up.linked += n.linked
		up.blocks += n.blocks
		up.prose += n.prose
		up.proses += n.proses
		up.hits += n.hits
		if up.first < 0 || n.first < up.first {
			up.first = n.first
		}
		up.last = max(up.last, n.last)
	}
}

// widen finds for each container the innermost from it outwards that holds more
// than one block.
func (pg *page) widen() {
	for i := range pg.nodes {
		n := &pg.nodes[i]
		n.outer = i
		if n.blocks == 1 && n.parent >= 0 {
			n.outer = pg.nodes[n.parent].outer
		}
		n.wider = n.parent
		if up := n.parent; up >= 0 && pg.nodes[up].blocks == n.blocks {
			n.wider = pg.nodes[up].wider
		}
	}
}

// deepest returns the deepest container that holds the share of the page's
// prose, -1 for none.
func (pg *page) deepest(share float64) int {
	best := -1
	need := int(share * float64(pg.proses))
	for i := range pg.nodes {
		n := &pg.nodes[i]
		if n.prose >= need && n.prose > 0 && (best < 0 || n.depth > pg.nodes[best].depth) {
			best = i
		}
	}
	return best
}

// fold reduces a title to its letters, lower case.
func fold(s string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(s) {
		if isWord(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// sameTitle reports whether a block says what the title says: the whole of it,
// or most of it with the site's name beside.
func sameTitle(title, s string) bool {
	if len(s) > 2*len(title)+60 || len(s) < 3 {
		return false
	}
	f := fold(s)
	if f == title {
		return true
	}
	long, short := title, f
	if len(short) > len(long) {
		long, short = short, long
	}
	return len(short) >= 15 && 10*len(short) >= 7*len(long) && strings.HasPrefix(long, short)
}
