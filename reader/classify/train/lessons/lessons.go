// Package lessons chooses what the classifier is trained on: which pages, which
// texts made of them, and how much each counts.
package lessons

import (
	"iter"
	"runtime"
	"slices"
	"sync"

	"lectern/reader/classify"
	"lectern/reader/classify/train/align"
	"lectern/reader/classify/train/corpus"
	"lectern/reader/classify/train/prompts"
	"lectern/reader/classify/train/stories"
)

// How much pages count, beside those of WCXB. The clutter of old pages is of
// their time; texts made of pages are many and much alike.
const (
	ofDragnet = .35
	ofAside   = 1
	talkAsks  = 4 // of passages, where prompts are told from the article
)

// share is how much texts count for reading English, and for reading other
// languages.
type share struct{ english, abroad float64 }

// English is learnt from stories in other languages too: without them fewer of its
// lines are told right. The other way round little of it does most.
var (
	ofTextDev     = share{1, .5}
	ofTextDragnet = share{.12, 0}
	ofTextVariant = share{.3, 0}
	ofOffer       = share{.35, 0}
	ofOldOffer    = share{.25, 0}
	ofTalk        = share{1, 1}
	ofStory       = share{.4, 1}
	ofRetold      = share{.22, .55}
	ofStoryOffer  = share{.34, .85}
)

// offers is how many texts with prompts put in are made of each text, retold
// how many others of each story.
const (
	offers = 5
	retold = 2
)

// Set is a collection that was read, parsed and labelled.
type Set []*corpus.Sample

// Read reads a collection.
func Read(pages iter.Seq2[*corpus.Page, error]) (Set, error) {
	var all []*corpus.Page
	for p, err := range pages {
		if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	out := make(Set, len(all))
	spread(len(all), func(i int) {
		out[i] = all[i].Sample()
		all[i] = nil // the source is larger than what is made of it
	})
	return out, nil
}

// Material is everything to learn from.
type Material struct{ WCXB, Dragnet, TextDev, TextDragnet Set }

// Load reads the material from the folder of the shared data.
func Load(dir string) (*Material, error) {
	m := &Material{}
	for _, c := range []struct {
		into  *Set
		pages iter.Seq2[*corpus.Page, error]
	}{{&m.WCXB, corpus.WCXB(dir)}, {&m.Dragnet, corpus.Dragnet(dir)}, {&m.TextDev, corpus.TextDev(dir)}, {&m.TextDragnet, corpus.TextDragnet(dir)}} {
		var err error
		if *c.into, err = Read(c.pages); err != nil {
			return nil, err
		}
	}
	return m, nil
}

// HTML returns the pages to learn from, prompts put into a part of them.
func (m *Material) HTML() ([]classify.Sample, error) {
	stock, err := corpus.NewStock(prompts.Train)
	if err != nil {
		return nil, err
	}
	out := append(m.WCXB.posted(stock).samples(share{english: 1}), m.Dragnet.posted(stock).samples(share{english: ofDragnet})...)
	asides := Set(stock.Pleas()).samples(share{english: ofAside})
	for i := range asides {
		asides[i].Aside = true
	}
	return append(out, asides...), nil
}

// posted puts prompts into one of three pages of the set that are articles.
func (s Set) posted(stock *corpus.Stock) Set {
	out := slices.Clone(s)
	spread(len(s), func(i int) {
		if i%3 == 1 && kinds[s[i].Type] == classify.Story {
			out[i] = stock.Posted(s[i], 1)
		}
	})
	return out
}

// Use is what a model is for: to be measured with the written texts that are held
// out for it, or to ship, when nothing is held out any more.
type Use int

// The uses.
const (
	Measured Use = iota
	Shipped
)

// splits returns which of the written texts are learnt from.
func (u Use) splits() ([]prompts.Split, []stories.Split) {
	ps, ss := []prompts.Split{prompts.Train, prompts.Bare}, []stories.Split{stories.Train}
	if u == Shipped {
		ps = append(ps, prompts.Valid, prompts.Fresh, prompts.Last)
		ss = append(ss, stories.Valid, stories.Last)
	}
	return ps, ss
}

// Text returns the texts to learn from: the labelled ones, stories in other
// languages, and others made of them.
func (m *Material) Text(use Use) ([]classify.Sample, error) {
	ofPrompts, ofStories := use.splits()
	stock, err := corpus.NewStock(ofPrompts...)
	if err != nil {
		return nil, err
	}
	out := append(m.TextDev.samples(ofTextDev), m.TextDragnet.samples(ofTextDragnet)...)
	out = append(out, m.TextDev.variants(1, stock).samples(ofTextVariant)...)
	for v := range uint64(offers) {
		out = append(out, m.TextDev.offered(100+v, stock, v == 0).samples(ofOffer)...)
	}
	out = append(out, m.TextDragnet.offered(100, stock, false).samples(ofOldOffer)...)
	told, err := corpus.Stories(ofStories...)
	if err != nil {
		return nil, err
	}
	out = append(out, Set(told).samples(ofStory)...)
	for v := range uint64(retold) {
		out = append(out, Set(told).retold(20+v, stock).samples(ofRetold)...)
	}
	for v := range uint64(offers) {
		out = append(out, Set(told).offered(30+v, stock, v == 0).samples(ofStoryOffer)...)
	}
	return append(out, Set(stock.Talks()).samples(ofTalk)...), nil
}

// variants makes a text of every page that has an article.
func (s Set) variants(variant uint64, stock *corpus.Stock) Set {
	return s.each(func(i int) *corpus.Sample { return s[i].Text(variant, s.companion(i), stock) })
}

// retold makes a text of every story, with its own clutter: that of another would
// be in another language.
func (s Set) retold(variant uint64, stock *corpus.Stock) Set {
	return s.each(func(i int) *corpus.Sample { return s[i].Text(variant, nil, stock) })
}

// offered puts a prompt into every text that has an article, or into some lines
// of it.
func (s Set) offered(variant uint64, stock *corpus.Stock, whole bool) Set {
	return s.each(func(i int) *corpus.Sample { return stock.Offered(s[i], variant, whole) })
}

// each makes a sample of every one of the set, or none.
func (s Set) each(of func(i int) *corpus.Sample) Set {
	made := make(Set, len(s))
	spread(len(s), func(i int) { made[i] = of(i) })
	return slices.DeleteFunc(made, func(c *corpus.Sample) bool { return c == nil })
}

// companion returns the next page of the same fold for every third page: its
// clutter is put around the article.
func (s Set) companion(i int) *corpus.Sample {
	if i%3 != 0 {
		return nil
	}
	for k := 1; k < len(s); k++ {
		if c := s[(i+k)%len(s)]; c.Fold == s[i].Fold {
			return c
		}
	}
	return nil
}

// kinds are those of pages by name.
var kinds = map[string]classify.Kind{
	"article": classify.Story, "forum": classify.Forum, "product": classify.Product, "collection": classify.Collection,
	"listing": classify.Listing, "documentation": classify.Documentation, "service": classify.Service,
}

// samples returns the pages of the set from which anything may be learnt.
func (s Set) samples(of share) []classify.Sample {
	out := make([]classify.Sample, 0, len(s))
	for n, c := range s {
		if c.Weight == 0 {
			continue
		}
		labels := make([]int8, len(c.Labels))
		for i, l := range c.Labels {
			switch l {
			case corpus.Article:
				labels[i] = 1
			case corpus.Clutter:
				labels[i] = 0
			default:
				labels[i] = -1
			}
		}
		asks := make([]float32, len(c.Labels))
		for i, l := range c.Labels {
			switch tag := c.Tags[i]; {
			case l == corpus.Article && tag == corpus.Talk:
				asks[i] = talkAsks
			case l == corpus.Article, l == corpus.Clutter && (align.Asks(tag) || tag == align.Ad):
				asks[i] = 1
			}
		}
		english, abroad := of.english, of.abroad
		if c.Invented() {
			abroad = of.english // it stands for languages that no page is in
		}
		if c.Full {
			english = 0 // frames as they are written would be learnt in place of those that pages have
		}
		out = append(out, classify.Sample{Doc: c.Doc, Labels: labels, Asks: asks, Reasons: c.Reasons(), Fold: c.Fold, Weight: english * c.Weight, Abroad: abroad * c.Weight, English: c.IsEnglish(), Kind: kinds[c.Type], Nowhere: n%3 == 0})
	}
	return out
}

// spread calls do for 0 … n-1, as many at once as there are processors.
func spread(n int, do func(int)) {
	var wg sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := range next {
				do(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wg.Wait()
}
