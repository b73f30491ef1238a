package export

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"lectern/reader/doc"
)

// WriteRemoved writes what was removed instead of the article, in the order of
// the source, each with its reason and what speaks for it. As JSON it is a
// Record with the fields url, title and blocks, the latter without those kept.
// Errors are those of w.
func WriteRemoved(w io.Writer, d *doc.Document, f Format) error {
	out := bufio.NewWriter(w)
	var err error
	switch f {
	case Markdown:
		m := markdownWriter{out: out}
		for _, b := range labelled(d, true) {
			m.block(b)
		}
		if m.previous != nil {
			m.put("\n")
		}
	case Text:
		t := textWriter{out: out}
		for _, b := range labelled(d, false) {
			t.block(b)
		}
	case HTML:
		err = removedPage(d).render(out)
	case JSON:
		fields := Fields{"url", "title", "blocks"}
		r := NewRecord(d, fields)
		r.Blocks = slices.DeleteFunc(r.Blocks, func(b RecordBlock) bool { return b.Kept })
		err = NewEncoder(out, fields).Encode(r)
	default:
		err = fmt.Errorf("unknown format %q", string(f))
	}
	if err != nil {
		return err
	}
	return out.Flush()
}

// removedPage returns the page of what was removed. It does not claim to be a
// copy of the source.
func removedPage(d *doc.Document) *page {
	p := newPage(d, strings.TrimSpace("Removed: "+d.Title))
	main := p.section(element(atom.Main))
	for _, b := range labelled(d, true) {
		main.block(b, nil)
	}
	return p
}

// labelled returns the removed blocks with something to show, and before each a
// paragraph that says why: the reason and what speaks for it. Blocks in a row
// removed alike share one. With quote, the blocks are quoted under it and the
// reason is strong; without, it is in brackets.
func labelled(d *doc.Document, quote bool) []*doc.Block {
	var blocks []*doc.Block
	last := -1
	for _, i := range d.Removed() {
		if isEmpty(&d.Blocks[i]) {
			continue
		}
		b := d.Blocks[i]
		fresh := last < 0 || i != last+1 || !sameVerdict(&b, &d.Blocks[last])
		last = i
		if fresh {
			blocks = append(blocks, label(b.Verdict, quote))
		}
		if b.Kind == doc.Image && !quote {
			b.Text = strings.TrimSpace(b.Text + " " + b.Target)
			b.Kind = doc.Paragraph
		}
		if quote {
			b.Quotes = quotesOf(&b) + 1
		}
		b.Tight = b.Tight && !fresh || !quote && b.Quotes == 0
		blocks = append(blocks, &b)
	}
	return blocks
}

func sameVerdict(a, b *doc.Block) bool {
	return a.Verdict.Reason == b.Verdict.Reason && slices.Equal(a.Verdict.Evidence, b.Verdict.Evidence)
}

// label says why a block was removed.
func label(v doc.Verdict, quote bool) *doc.Block {
	name, evidence := v.Reason.String(), strings.Join(v.Evidence, "; ")
	if !quote {
		return &doc.Block{Text: strings.TrimSpace("[" + name + "] " + evidence)}
	}
	b := &doc.Block{Text: name, Spans: []doc.Span{{Start: 0, End: len(name), Kind: doc.Strong}}}
	if evidence != "" {
		b.Text += " · " + evidence
	}
	return b
}
