package corpus

import (
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"strings"

	"lectern/reader/doc"
	"lectern/reader/parse"
)

// piece is a line on its way into a text.
type piece struct {
	Line

	kind   doc.Kind
	marker string // of a list item
	put    bool   // it was put in, and is not the page's own
}

// pieces returns what can be seen of a page, line by line.
func (s *Sample) pieces() []piece {
	if s.Lines != nil {
		out := make([]piece, 0, len(s.Lines))
		for _, l := range s.Lines {
			if strings.TrimSpace(l.Text) != "" {
				out = append(out, piece{Line: l})
			}
		}
		s.doubtPieces(out)
		return out
	}
	out := make([]piece, 0, len(s.Doc.Blocks))
	for i := range s.Doc.Blocks {
		b := &s.Doc.Blocks[i]
		if b.Hidden || b.Kind == doc.Image || b.Kind == doc.Rule {
			continue
		}
		for line := range strings.SplitSeq(b.Text, "\n") {
			if strings.TrimSpace(line) == "" {
				continue
			}
			if b.Kind == doc.Table {
				line = strings.ReplaceAll(line, "\t", "  ")
			}
			out = append(out, piece{Line: Line{line, s.Labels[i], s.Tags[i]}, kind: b.Kind, marker: b.Marker})
		}
	}
	return out
}

// doubtPieces is doubt for lines.
func (s *Sample) doubtPieces(ps []piece) {
	if s.Source != NameTextDragnet {
		return
	}
	from, to := extent(ps)
	for i := from; i < to; i++ {
		if ps[i].Label == Clutter && ps[i].Tag == "" {
			ps[i].Label = Unsure
		}
	}
}

// generator returns the source of chance for a variant of a page.
func generator(id string, variant uint64) *rand.Rand {
	h := fnv.New64a()
	_, _ = h.Write([]byte(id))                       // never fails
	return rand.New(rand.NewPCG(h.Sum64(), variant)) //nolint:gosec // a reproducible draw, no secret
}

// chance reports true in the share p of cases.
func chance(rng *rand.Rand, p float64) bool { return rng.Float64() < p }

// pick returns one of several.
func pick[T any](rng *rand.Rand, of []T) T { return of[rng.IntN(len(of))] }

// Text returns the page as plain text, as somebody might have copied or
// converted it: whole or in part, with or without blank lines, wrapped by hand,
// its menus in one line, with lines that other sites have, with prompts in it.
// The clutter around the article is that of another page where one is given,
// which must be of the same fold. The same page, companion and variant give the
// same text. Its weight is the page's; nil is returned for pages without much
// of an article.
func (s *Sample) Text(variant uint64, companion *Sample, stock *Stock) *Sample {
	const least = 3
	rng := generator(s.ID, variant)
	ps := s.pieces()
	if companion != nil {
		ps = surround(ps, companion.pieces())
	}
	if articleLines(ps) < least {
		return nil
	}
	ps = crop(ps, rng)
	if chance(rng, .25) {
		ps = fragment(slices.DeleteFunc(ps, func(p piece) bool { return p.Label != Article }), rng)
	} else {
		ps = thin(ps, rng)
		if s.IsEnglish() && chance(rng, .5) {
			ps = newsroom(ps, rng)
		}
	}
	ps = stock.beside(s).add(ps, s.Language, rng)
	language := s.Language
	if s.IsEnglish() && chance(rng, .2) {
		encipher(ps, rng)
		language = invented
	}
	t := writeText(ps, rng)
	t.of(s)
	t.Language = language
	return t
}

// IsEnglish reports whether the page is in English.
func (s *Sample) IsEnglish() bool { return s.Language == "" || s.Language == english }

// Invented reports whether the text is in writing that no list of words knows.
func (s *Sample) Invented() bool { return s.Language == invented }

// of says what page the text is made of.
func (s *Sample) of(page *Sample) {
	s.ID, s.Source, s.Type, s.Address, s.Language = page.ID, page.Source+"+", page.Type, page.Address, page.Language
	s.Fold, s.Weight, s.Full = page.Fold, page.Weight, page.Full
}

func articleLines(ps []piece) int {
	n := 0
	for i := range ps {
		if ps[i].Label == Article {
			n++
		}
	}
	return n
}

// extent returns the first line of the article and the one after its last; both
// are 0 without any.
func extent(ps []piece) (from, to int) {
	for i := range ps {
		if ps[i].Label == Article {
			if to == 0 {
				from = i
			}
			to = i + 1
		}
	}
	return from, to
}

// surround puts the article, with the clutter within it, between the clutter of
// another page.
func surround(ps, other []piece) []piece {
	from, to := extent(ps)
	a, b := extent(other)
	if to == 0 || b == 0 {
		return ps
	}
	out := make([]piece, 0, len(ps)+len(other))
	out = append(out, other[:a]...)
	out = append(out, ps[from:to]...)
	return append(out, other[b:]...)
}

// crop cuts the page as people do who copy it: from somewhere before the
// article to somewhere after it, from the middle of it, to the middle of it. A
// long article may lose its later part, so that short ones are learnt too.
func crop(ps []piece, rng *rand.Rand) []piece {
	from, to := extent(ps)
	start, end := 0, len(ps)
	switch u := rng.Float64(); {
	case u < .25:
		start = max(0, from-rng.IntN(20))
	case u < .33:
		start = from
	case u < .4:
		start = from + rng.IntN((to-from)/2+1)
	}
	switch u := rng.Float64(); {
	case u < .3:
		end = min(len(ps), to+rng.IntN(40))
	case u < .37:
		end = to
	case u < .45:
		end = to - rng.IntN((to-start)/3+1)
	}
	out := ps[start:end:end]
	if chance(rng, .35) {
		return shorten(out, rng)
	}
	return out
}

// shorten leaves only the first lines of the article.
func shorten(ps []piece, rng *rand.Rand) []piece {
	from, to := extent(ps)
	keep, n := 3+rng.IntN(18), 0
	for i := from; i < to; i++ {
		if ps[i].Label != Article {
			continue
		}
		n++
		if n == keep {
			return append(ps[:i+1:i+1], ps[to:]...)
		}
	}
	return ps
}

// fragment leaves all of an article that somebody has cut out, or a few lines in
// a row: a list, a dialogue, a paragraph.
func fragment(ps []piece, rng *rand.Rand) []piece {
	if len(ps) < 2 || chance(rng, .6) {
		return ps
	}
	n := min(len(ps), 2+rng.IntN(12))
	from := rng.IntN(len(ps) - n + 1)
	return ps[from : from+n]
}

// thin drops part of the clutter: stretches before, in and after the article.
func thin(ps []piece, rng *rand.Rand) []piece {
	if chance(rng, .5) {
		return ps
	}
	out := make([]piece, 0, len(ps))
	share := rng.Float64()
	drop, left := false, 0
	for i := range ps {
		if left == 0 {
			drop, left = chance(rng, share), 1+rng.IntN(12)
		}
		left--
		if !drop || ps[i].Label != Clutter {
			out = append(out, ps[i])
		}
	}
	return out
}

// writeText writes the lines in a manner drawn by chance and reads them as
// plain text.
func writeText(ps []piece, rng *rand.Rand) *Sample {
	t := &Sample{Lines: draw(rng).write(ps, rng)}
	t.read()
	return t
}

// read parses labelled lines as plain text and hands the labels to the blocks.
func (s *Sample) read() {
	texts := make([]string, len(s.Lines))
	for i, l := range s.Lines {
		texts[i] = l.Text
	}
	s.Doc = parse.Text(strings.Join(texts, "\n"))
	s.Labels = make([]Label, len(s.Doc.Blocks))
	s.Tags = make([]string, len(s.Doc.Blocks))
	for i := range s.Doc.Blocks {
		b := &s.Doc.Blocks[i]
		s.Labels[i], s.Tags[i] = common(s.Lines[b.First : b.Last+1])
	}
}
