package classify

import (
	"iter"
	"math"
	"runtime"
	"slices"
	"sync"

	"lectern/reader/classify/internal/linear"
	"lectern/reader/classify/internal/tree"
	"lectern/reader/doc"
)

// Folds is how many parts the samples are cut into. Every stage learns from
// what the stages before it say of pages that they were not fitted on.
const Folds = 5

// All asks for a model fitted on all folds.
const All = -1

// Sample is a page to learn from.
type Sample struct {
	Doc     *doc.Document
	Labels  []int8       // by block: 1 for the article, 0 for what surrounds it, -1 where nobody knows
	Fold    int          // 0 … Folds-1; pages of one site share it
	Weight  float64      // how much the page counts; of texts, those in English
	Abroad  float64      // how much a text counts among those in other languages
	English bool         // it is in English
	Kind    Kind         // what the page is
	Nowhere bool         // the page's address is not to be looked at
	Asks    []float32    // by block: how much it counts where prompts are told from the article, 0 for other clutter; nil where nobody knows
	Reasons []doc.Reason // by block: why a prompt is clutter, None where nobody knows; nil for none
	Aside   bool         // a text from whose words alone models of pages learn
}

// Trainer fits models. It measures all samples once.
type Trainer struct {
	courses [media]*course
	letters *letters
}

// NewTrainer measures the samples.
func NewTrainer(samples []Sample) *Trainer {
	r := tablesOnly()
	var of [media][]Sample
	var asides []Sample
	t := &Trainer{letters: &letters{}}
	for _, s := range samples {
		switch {
		case s.Aside:
			asides = append(asides, s)
		case s.Doc.Format == doc.HTML:
			of[ofPages] = append(of[ofPages], s)
		default:
			t.letters.add(&s)
			if s.Weight > 0 {
				of[ofEnglish] = append(of[ofEnglish], s)
			}
			if s.Weight = s.Abroad; s.Weight > 0 {
				of[ofOthers] = append(of[ofOthers], s)
			}
		}
	}
	for k, p := range plans() {
		t.courses[k] = newCourse(r, of[k], asides, p)
		asides = nil // pages alone learn from them
	}
	return t
}

// Model fits a model on all samples but those of a fold.
func (t *Trainer) Model(but int) *Model {
	m := &Model{english: t.letters.fit(but)}
	spread(int(media), func(k int) {
		h := t.courses[k].fit(but)
		m.heads[k] = func() *head { return h }
	})
	return m
}

// course is the samples of one medium. A block of any page is a row.
type course struct {
	plan   plan
	pages  []*lesson
	y, w   []float32      // labels and weights, by row
	why    []doc.Reason   // of rows that are prompts
	voice  []float32      // weights where prompts are told from the article
	taught [Folds][]int32 // rows with a label
	worded [Folds][]int32 // those, and rows of asides
	voiced [Folds][]int32 // of those, rows of articles and of prompts
	table  tree.Table
	width  int        // measures that need no fitting
	first  int        // measures of the first trees
	genres tree.Table // a row for each page
	pleas  tree.Table // of what prompts around say
	hashed [3]linear.Rows
	mu     sync.Mutex
	fitted map[int]*[4]linear.Model // linear models by the set of folds left out
}

// lesson is a page with its fold and its first row.
type lesson struct {
	*page

	fold, at int
	kind     Kind
	weight   float32
}

func newCourse(r *Rules, samples, asides []Sample, p plan) *course {
	c := &course{plan: p, pages: make([]*lesson, len(samples)), fitted: map[int]*[4]linear.Model{}}
	texts := make([]*overheard, len(samples))
	spread(len(samples), func(k int) {
		texts[k] = &overheard{}
		c.pages[k] = &lesson{page: r.read(samples[k].Doc, texts[k].listen), fold: samples[k].Fold, kind: samples[k].Kind, weight: float32(samples[k].Weight)}
		if samples[k].Nowhere {
			c.pages[k].sv.address = tell("")
		}
	})
	for k, l := range c.pages {
		l.at = len(c.y)
		c.weigh(l, &samples[k])
		texts[k].hash(l.page, &c.hashed)
		texts[k] = nil
	}
	if len(samples) > 0 {
		c.overhear(r, asides)
	}
	c.first, c.table.Width, c.genres.Width = widths()
	c.genres.Data = make([]float32, len(c.pages)*c.genres.Width)
	c.width = c.first - learntWidth
	c.pleas.Width = pleaWidth()
	c.pleas.Data = make([]float32, len(c.y)*c.pleas.Width)
	c.table.Data = make([]float32, len(c.y)*c.table.Width)
	spread(len(c.pages), func(k int) {
		l := c.pages[k]
		for i := range l.blocks {
			l.measure(families[:len(families)-learnt], i, c.table.Row(l.at + i)[:0])
		}
	})
	return c
}

// weigh notes the labels and weights of a page's blocks: long blocks count for
// more, long pages for less than the sum of their blocks.
func (c *course) weigh(l *lesson, s *Sample) {
	const weight, smallest, usual = .42, 50, 200
	known := func(i int) bool { return s.Weight > 0 && s.Labels[i] >= 0 }
	var total float64
	for i := range l.blocks {
		if known(i) {
			total += l.blocks[i].counts(c.plan.longest)
		}
	}
	scale := s.Weight * weight * math.Pow((total+smallest)/usual, c.plan.whole-1)
	for i := range l.blocks {
		var y, w, voice float32
		var why doc.Reason
		if known(i) {
			y, w = float32(s.Labels[i]), float32(scale*l.blocks[i].counts(c.plan.longest))
			row := int32(len(c.y)) //nolint:gosec // a few million rows
			if !s.Aside {
				c.taught[l.fold] = append(c.taught[l.fold], row)
			}
			c.worded[l.fold] = append(c.worded[l.fold], row)
			if i < len(s.Reasons) {
				why = s.Reasons[i]
			}
			if i < len(s.Asks) && s.Asks[i] > 0 {
				voice = w * s.Asks[i]
				c.voiced[l.fold] = append(c.voiced[l.fold], row)
			}
		}
		c.y, c.w, c.voice = append(c.y, y), append(c.w, w), append(c.voice, voice)
		c.why = append(c.why, why)
	}
}

// counts returns how much a block counts among those of its page.
func (b *block) counts(longest int) float64 {
	const unit = 60 // letters
	return 1 + float64(min(b.size, longest))/unit
}

// but returns the labelled rows of all folds but those left out.
func (c *course) but(out ...int) []int32 { return but(&c.taught, out...) }

func but(folds *[Folds][]int32, out ...int) []int32 {
	var rows []int32
	for f := range folds {
		if !slices.Contains(out, f) {
			rows = append(rows, folds[f]...)
		}
	}
	return rows
}

// fit fits a head without a fold.
func (c *course) fit(out int) *head {
	if len(c.pages) == 0 {
		return &head{}
	}
	var m *[4]linear.Model
	spread(Folds+1, func(k int) {
		switch {
		case k == Folds:
			m = c.linears(out, out)
		case k != out:
			c.lend(k, c.linears(out, k))
		}
	})
	h := &head{structure: &m[0], own: &m[1], near: &m[2], pitch: &m[3]}
	rows := c.but(out)
	bins := tree.Cut(&c.table, c.first, rows, c.plan.bins)
	spread(Folds+1, func(k int) {
		switch {
		case k == Folds:
			h.first = tree.Fit(bins, rows, c.y, c.w, c.plan.first)
		case k != out:
			c.believe(k, tree.Fit(bins, c.but(out, k), c.y, c.w, c.plan.first))
			c.characterize(k)
		}
	})
	if c.pages[0].html {
		h.genres = c.fitGenres(out, out)
	}
	for k := range Folds {
		if k != out {
			c.reconsider(k, c.fitGenres(out, k))
		}
	}
	bins.Extend(&c.table, c.table.Width, rows, c.plan.bins)
	h.second = tree.Fit(bins, rows, c.y, c.w, c.plan.second)
	c.fitPleas(h, bins, out)
	h.reasons = c.fitReasons(out)
	return h
}

// of gives the pages of a fold, with their places among all.
func (c *course) of(fold int) iter.Seq2[int, *lesson] {
	return func(yield func(int, *lesson) bool) {
		for k, l := range c.pages {
			if l.fold == fold && !yield(k, l) {
				return
			}
		}
	}
}

// believe puts what trees make of a fold they do not know in the place of what
// the pass before made of it.
func (c *course) believe(fold int, f *tree.Forest) {
	for _, l := range c.of(fold) {
		for i := range l.blocks {
			l.blocks[i].put(f.Score(c.table.Row(l.at + i)))
		}
		l.believe()
	}
}

// spread calls do for 0 … n-1, as many at once as there are processors.
func spread(n int, do func(int)) {
	var wg sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for k := range next {
				do(k)
			}
		})
	}
	for k := range n {
		next <- k
	}
	close(next)
	wg.Wait()
}
