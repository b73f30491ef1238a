package parse

import (
	"sort"
	"strings"

	"lectern/reader/doc"
)

// lineIndex is where each line of a text begins, in bytes.
type lineIndex []int

func newLineIndex(s string) lineIndex {
	ix := make(lineIndex, 1, strings.Count(s, "\n")+1)
	for i := range len(s) {
		if s[i] == '\n' {
			ix = append(ix, i+1)
		}
	}
	return ix
}

// of returns the line that a byte stands on.
func (ix lineIndex) of(offset int) int {
	return sort.SearchInts(ix, offset+1) - 1
}

// assignLines puts the blocks into the order of their lines and gives every
// line that is not blank to exactly one of them: its own, or else the one
// before it, or the first. A block that shares all of its lines with another
// keeps none.
func assignLines(blocks []doc.Block, spots []spot, body string) {
	if len(blocks) == 0 {
		return
	}
	if order := (&byLine{blocks, spots}); !sort.IsSorted(order) {
		sort.Stable(order)
	}
	covered, owner := 0, -1 // lines before covered have an owner
	for i := range blocks {
		first, last := max(spots[i].first, covered), spots[i].last
		if spots[i].first > spots[i].last || first > last {
			continue
		}
		blocks[i].First, blocks[i].Last = first, last
		covered, owner = last+1, i
	}
	if owner < 0 {
		blocks[0].First, blocks[0].Last = 0, 0
	}
	stretch(blocks, body)
}

// stretch gives the lines between blocks to the blocks before them.
func stretch(blocks []doc.Block, body string) {
	ls := strings.Split(body, "\n")
	prev := -1
	next := 0
	for line, s := range ls {
		for next < len(blocks) && (blocks[next].First < 0 || blocks[next].Last < line) {
			if blocks[next].First >= 0 {
				prev = next
			}
			next++
		}
		if strings.TrimSpace(s) == "" || next < len(blocks) && blocks[next].First <= line {
			continue
		}
		switch {
		case prev >= 0:
			blocks[prev].Last = line
		case next < len(blocks):
			blocks[next].First = line
		}
	}
}

// byLine sorts blocks by their lines.
type byLine struct {
	blocks []doc.Block
	spots  []spot
}

func (b *byLine) Len() int           { return len(b.blocks) }
func (b *byLine) Less(i, j int) bool { return b.spots[i].last < b.spots[j].last }
func (b *byLine) Swap(i, j int) {
	b.blocks[i], b.blocks[j] = b.blocks[j], b.blocks[i]
	b.spots[i], b.spots[j] = b.spots[j], b.spots[i]
}
