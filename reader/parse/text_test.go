package parse

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"lectern/reader/doc"
)

// checkLines reports what is wrong with how the lines of a text were given to
// blocks: each that is not blank to exactly one, in order.
func checkLines(tb testing.TB, source string, blocks []doc.Block, from int) {
	tb.Helper()
	lines := strings.Split(source, "\n")
	owner := make([]int, len(lines))
	last := -1
	for i := range blocks {
		b := &blocks[i]
		if b.First < 0 && b.Last < 0 {
			continue
		}
		if b.First <= last || b.Last < b.First || b.Last >= len(lines) {
			tb.Fatalf("block %d %q has lines %d to %d after line %d of %d", i, b.Text, b.First, b.Last, last, len(lines))
		}
		last = b.Last
		for l := b.First; l <= b.Last; l++ {
			owner[l]++
		}
	}
	for i, l := range lines {
		if i >= from && strings.TrimSpace(l) != "" && owner[i] != 1 {
			tb.Fatalf("line %d %q belongs to %d blocks", i, l, owner[i])
		}
	}
}

// checkWords reports a block of plain text whose words are not those of its
// lines, less the marks of quotations and lists.
func checkWords(tb testing.TB, source string, blocks []doc.Block) {
	tb.Helper()
	lines := strings.Split(source, "\n")
	for i := range blocks {
		b := &blocks[i]
		var want []string
		for l := b.First; l <= b.Last; l++ {
			want = append(want, strings.FieldsFunc(doc.Clean(strings.ReplaceAll(lines[l], "\t", " ")), unicode.IsSpace)...)
		}
		got := strings.FieldsFunc(b.Text, unicode.IsSpace)
		switch {
		case b.Kind == doc.Rule:
			if rest := strings.Trim(strings.Join(want, ""), "-=_*~#—–─═━>"); rest != "" {
				tb.Fatalf("a rule hides %q", rest)
			}
			continue
		case b.Quotes > 0:
			got = strings.Fields(strings.ReplaceAll(strings.Join(got, " "), ">", ""))
			want = strings.Fields(strings.ReplaceAll(strings.Join(want, " "), ">", ""))
		}
		if b.Kind == doc.ListItem && b.Marker != "" && len(want) > 0 && len([]rune(want[0])) <= 4 {
			want = want[1:]
		}
		if strings.Join(got, " ") != strings.Join(want, " ") {
			tb.Fatalf("block %d at lines %d to %d\ngot  %q\nwant %q", i, b.First, b.Last, got, want)
		}
	}
}

func TestEveryLineOfCrawledTexts(t *testing.T) {
	texts, lines, joined, lists, heads := 0, 0, 0, 0, 0
	for _, file := range []string{"text-dev.jsonl.gz", "more/text-dragnet.jsonl.gz"} {
		eachRow(t, filepath.Join(shared(t), "data", file), func(p page) {
			ls := make([]string, 0, len(p.Lines))
			for _, l := range p.Lines {
				ls = append(ls, l.Text)
			}
			source := strings.Join(ls, "\n")
			d := Text(source)
			checkLines(t, source, d.Blocks, 0)
			checkWords(t, source, d.Blocks)
			texts++
			lines += len(ls)
			for i := range d.Blocks {
				b := &d.Blocks[i]
				joined += b.Last - b.First
				if b.Kind == doc.ListItem {
					lists++
				}
				if b.Kind == doc.Heading {
					heads++
				}
			}
		})
	}
	// These lines are whole blocks of their pages: next to none may be joined.
	if joined*1000 > lines {
		t.Errorf("%d of %d lines were taken for the rest of a wrapped one", joined, lines)
	}
	t.Logf("%d texts, %d lines, %d joined, %d list items, %d headings", texts, lines, joined, lists, heads)
}
