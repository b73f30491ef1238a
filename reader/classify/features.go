package classify

import (
	"math"
	"strings"

	"lectern/reader/doc"
)

// vector holds the measures of a block, in the order of the families.
type vector []float32

// family is a group of measures that say the same kind of thing.
type family struct {
	aspect aspect
	add    func(pg *page, i int, v vector) vector
}

// families are the measures of the first pass, in their order.
var families = [...]family{
	{ofLength, (*page).lengths},
	{ofSentences, (*page).sentences},
	{ofLinks, (*page).linkage},
	{ofWords, (*page).phrasing},
	{ofFigures, (*page).prices},
	{ofFigures, (*page).marks},
	{ofKind, (*page).kinds},
	{ofPlace, (*page).places},
	{ofNeighbours, (*page).beside},
	{ofNeighbours, (*page).around},
	{ofElement, (*page).elements},
	{ofName, (*page).called},
	{ofContainer, (*page).containers},
	{ofGrid, (*page).alikes},
	{ofContainer, (*page).covers},
	{ofCopies, (*page).repeated},
	{ofTitle, (*page).titled},
	{ofHiding, (*page).concealed},
	{ofPage, (*page).overall},
	{ofPage, (*page).addressed},
	{ofNeighbours, (*page).runs},
	{ofPlace, (*page).stretches},
	{ofNeighbours, (*page).spaced},
	{ofCopies, (*page).resembling},
	{ofWords, (*page).tongues},
	{ofWords, (*page).offering},
	{ofName, (*page).structureSays},
	{ofWords, (*page).wordsSay},
	{ofNeighbours, (*page).neighboursSay},
}

// learnt is how many of the families come from linear models, learntWidth how
// many measures they have.
const (
	learnt      = 3
	learntWidth = 4 + 2*viewpoints
)

// measure appends the measures of families.
func (pg *page) measure(of []family, i int, v vector) vector {
	for k := range of {
		v = of[k].add(pg, i, v)
	}
	return v
}

// yes is a measure that is there or not.
func yes(b bool) float32 {
	if b {
		return 1
	}
	return 0
}

// ratio is a share, 0 of nothing.
func ratio[N int | int32](a, b N) float32 {
	if b <= 0 {
		return 0
	}
	return float32(a) / float32(b)
}

// magnitude is a logarithm that knows zero.
func magnitude[N int | int32](n N) float32 {
	return float32(math.Log2(float64(1 + max(0, n))))
}

func (pg *page) lengths(i int, v vector) vector {
	b := &pg.blocks[i]
	return append(v, float32(b.size), float32(b.words), ratio(b.size, b.words), ratio(b.size, pg.size), ratio(b.size, pg.proses))
}

func (pg *page) sentences(i int, v vector) vector {
	b := &pg.blocks[i]
	return append(v, float32(b.ends), float32(b.commas), float32(b.last), ratio(b.upper, b.words), ratio(b.lowers, b.words),
		yes(b.lower), ratio(b.size, b.ends), ratio(b.commas, b.words), yes(b.prose), yes(b.first == '"' || b.first == 0xe2))
}

func (pg *page) linkage(i int, v vector) vector {
	b := &pg.blocks[i]
	return append(v, float32(b.linked), float32(b.links), ratio(b.links, b.words), float32(b.size)*(1-float32(b.linked)))
}

func (pg *page) phrasing(i int, v vector) vector {
	b := &pg.blocks[i]
	most := none
	for _, t := range tables {
		s := b.hits[t.reason]
		v = append(v, float32(s))
		most = max(most, s)
	}
	return append(v, float32(most), yes(b.wall), yes(b.leads), float32(b.anchor))
}

func (pg *page) prices(i int, v vector) vector {
	b := &pg.blocks[i]
	return append(v, yes(b.money), yes(b.perTime), yes(b.span), ratio(b.digits, b.digits+b.size), float32(b.digits))
}

func (pg *page) marks(i int, v vector) vector {
	b := &pg.blocks[i]
	return append(v, yes(b.braces), yes(b.mail), float32(b.bars), yes(b.clock), yes(b.year))
}

func (pg *page) kinds(i int, v vector) vector {
	src := &pg.d.Blocks[i]
	strong, slanted := 0, 0
	for _, s := range src.Spans {
		switch s.Kind {
		case doc.Strong:
			strong += s.End - s.Start
		case doc.Emphasis:
			slanted += s.End - s.Start
		default:
		}
	}
	return append(v, float32(src.Kind), float32(src.Level), float32(src.Quotes), yes(src.Marker != ""), yes(src.Tight),
		ratio(strong, len(src.Text)), ratio(slanted, len(src.Text)), float32(strings.Count(src.Text, "\n")))
}

func (pg *page) places(i int, v vector) vector {
	n := len(pg.blocks)
	v = append(v, float32(i), float32(n-i), ratio(i, n), ratio(pg.before[i], pg.size), float32(i-pg.sv.top))
	h := pg.sv.heading[i]
	if h < 0 {
		v = append(v, -1, -1, -1, -1)
	} else {
		v = append(v, float32(i-int(h)), float32(pg.d.Blocks[h].Level), float32(pg.blocks[h].anchor), float32(pg.sv.section[i]))
	}
	if pg.first < 0 {
		return append(v, 0, 0, 0, 0)
	}
	return append(v, float32(i-pg.first), float32(i-pg.last), float32(pg.before[i]-pg.before[pg.first]), float32(pg.before[pg.last]-pg.before[i]))
}

// neighbourReach is how many blocks to each side are measured one by one.
const neighbourReach = 3

func (pg *page) beside(i int, v vector) vector {
	for k := -neighbourReach; k <= neighbourReach; k++ {
		j := i + k
		switch {
		case k == 0:
		case j < 0 || j >= len(pg.blocks):
			v = append(v, -1, -1, -1, -1, -1)
		default:
			b := &pg.blocks[j]
			v = append(v, float32(b.size), float32(b.linked), float32(pg.d.Blocks[j].Kind), float32(b.last), float32(b.anchor))
		}
	}
	return v
}

// around measures what stands within a few blocks, and how far the next
// paragraphs are.
func (pg *page) around(i int, v vector) vector {
	for _, reach := range [...]int{3, 10, 30} {
		from, to := pg.sv.upTo[max(0, i-reach)], pg.sv.upTo[min(len(pg.blocks), i+reach+1)]
		n := int32(min(len(pg.blocks), i+reach+1) - max(0, i-reach)) //nolint:gosec // sixty at most
		size := to.size - from.size
		v = append(v, float32(to.prose-from.prose), ratio(to.linked-from.linked, size), ratio(to.hits-from.hits, n), ratio(to.linky-from.linky, n), ratio(size, n))
	}
	before, at, after := pg.sv.upTo[max(0, i-10)], pg.sv.upTo[i], pg.sv.upTo[min(len(pg.blocks), i+11)]
	return append(v, float32(at.prose-before.prose), float32(after.prose-at.prose), float32(at.linky-before.linky), float32(after.linky-at.linky),
		float32(at.hits), float32(at.headings), ratio(int(at.proses), pg.sv.prose))
}

func (pg *page) repeated(i int, v vector) vector {
	b := &pg.blocks[i]
	copies := b.copies
	if b.copyOf >= 0 {
		copies = pg.blocks[b.copyOf].copies
	}
	away := 0
	if b.copyOf >= 0 {
		away = i - b.copyOf
	}
	return append(v, float32(copies), yes(b.copyOf >= 0), float32(away))
}

func (pg *page) titled(i int, v vector) vector {
	b := &pg.blocks[i]
	return append(v, yes(b.title), b.likeTitle, b.likeSummary, b.onTopic)
}

func (pg *page) concealed(i int, v vector) vector {
	return append(v, yes(pg.d.Blocks[i].Hidden))
}

func (pg *page) overall(_ int, v vector) vector {
	n, s := len(pg.blocks), &pg.sv
	free := float32(-1)
	if f := pg.d.Meta.Free; f != nil {
		free = yes(*f)
	}
	return append(v, float32(n), float32(pg.size), float32(pg.proses), float32(s.prose), ratio(pg.proses, pg.size),
		ratio(pg.hits, n), ratio(s.links, n), ratio(s.hidden, n), float32(pg.kind), float32(s.said), free, ratio(s.upTo[n].linked, s.upTo[n].size),
		ratio(int(s.upTo[n].headings), n), yes(pg.d.Published != ""), yes(pg.d.Byline != ""))
}

func saysType(t string) saidType {
	switch {
	case t == "":
		return saidNothing
	case strings.Contains(t, "article") || strings.Contains(t, "posting"):
		return saidArticle
	case strings.Contains(t, "product"):
		return saidProduct
	case strings.Contains(t, "forum") || strings.Contains(t, "qapage"):
		return saidForum
	case strings.Contains(t, "web"):
		return saidWebsite
	}
	return saidOther
}

// bucket returns how many of the ascending limits x reaches.
func bucket(x int, limits ...int) int {
	for i, l := range limits {
		if x < l {
			return i
		}
	}
	return len(limits)
}
