// Package layouttest makes documents for tests: arbitrary ones out of the bytes
// of a fuzzer, which keep the contract of package doc and strain everything
// else.
package layouttest

import (
	"math/rand/v2"
	"strings"
	"unicode/utf8"

	"lectern/reader/doc"
)

// words are what texts are made of, between arbitrary bytes: the scripts, marks
// and lengths that layout is most likely to get wrong.
var words = [...]string{
	"word", "a", "I", "state-of-the-art", "and/or", "(so)", "“quoted”", "‘it’s’", "« oui »", "—", "a—b", "wait…", "100 %",
	"$3,500.50", "-5", "--flag", "https://example.org/a/very/long/path?with=parameters&and=more#fragment",
	"Donaudampfschifffahrtsgesellschaftskapitän", "größere", "Привет", "Ελληνικά", "中文字符", "「日本語」、", "っゃー", "한국어",
	"สวัสดีครับ", "เแโ", "العربية", "قَالَ", "שלום", "हिन्दी", "स्ते", "e\u0301", "\u0301", "a\u0301\u0302\u0303", "👍🏽", "👨‍👩‍👧‍👦", "🇫🇷🇩🇪🇯", "❤️", "1️⃣",
	"\u200d", "\ufe0f", "　", "10\u00a0km", "\u202f", "fi", "ｆｕｌｌ", "ﾊﾝｶｸ", "𝔘𝔫𝔦", "│", "↪", "   ", "",
}

// source hands out the bytes of a fuzzer, and zeros when they are used up.
type source struct{ data []byte }

func (s *source) more() bool { return len(s.data) > 0 }

func (s *source) byte() byte {
	if len(s.data) == 0 {
		return 0
	}
	c := s.data[0]
	s.data = s.data[1:]
	return c
}

// below returns a number from 0 to n-1; n is at most 256.
func (s *source) below(n int) int { return int(s.byte()) % n }

// Rand returns the same random numbers every time.
func Rand(seed uint64) *rand.Rand {
	return rand.New(rand.NewPCG(seed, 0)) //nolint:gosec // tests are to be repeatable
}

// Bytes returns n random bytes.
func Bytes(rnd *rand.Rand, n int) []byte {
	data := make([]byte, n)
	for i := range data {
		data[i] = byte(rnd.IntN(256)) //nolint:gosec // below 256
	}
	return data
}

// Document makes a document out of the bytes, the same one every time.
func Document(data []byte) *doc.Document {
	s := &source{data: data}
	d := &doc.Document{
		Title: doc.Clean(s.text(4)), Byline: doc.Clean(s.text(2)), Site: "Site", Published: "2013-05-27",
		Language: [...]string{"", "en", "zh", "de-AT"}[s.below(4)],
	}
	if d.Cutoff.Cut = s.below(2) == 1; d.Cutoff.Cut {
		d.Cutoff.Evidence = []string{doc.Clean(s.text(5))}
	}
	for s.more() {
		d.Blocks = append(d.Blocks, s.block())
	}
	return d
}

func (s *source) block() doc.Block {
	b := doc.Block{Kind: doc.Kind(s.below(int(doc.Rule) + 1)), Element: -1} //nolint:gosec // a byte
	flags := s.byte()
	b.Verdict.Kept = flags&3 != 0
	if !b.Verdict.Kept {
		b.Verdict.Reason = doc.Reasons()[s.below(len(doc.Reasons()))]
	}
	b.Header = flags&4 != 0
	b.Tight = flags&8 != 0
	if flags&16 != 0 {
		b.Quotes = s.below(20)
	}
	switch b.Kind {
	case doc.Heading:
		b.Level = 1 + s.below(6)
	case doc.ListItem:
		b.Level = 1 + s.below(12)
		b.Marker = [...]string{"•", "", "10.", "☑", "(iii)", "一、", "•"}[s.below(7)]
	case doc.Paragraph, doc.Quote, doc.Code, doc.Table, doc.Image, doc.Caption, doc.Rule:
	}
	b.Text = s.blockText(b.Kind)
	s.spans(&b)
	return b
}

func (s *source) blockText(k doc.Kind) string {
	switch k {
	case doc.Code:
		return doc.CleanLines(strings.Join(s.texts(6), "\n"))
	case doc.Table:
		var rows []string
		for range 1 + s.below(5) {
			var cells []string
			for range 1 + s.below(7) {
				cells = append(cells, doc.Clean(s.text(6)))
			}
			rows = append(rows, strings.Join(cells, "\t"))
		}
		return strings.Join(rows, "\n")
	case doc.Rule, doc.Image:
		return doc.Clean(s.text(3))
	case doc.Paragraph, doc.Heading, doc.ListItem, doc.Quote, doc.Caption:
	}
	return doc.Clean(s.text(255))
}

func (s *source) texts(n int) []string {
	ts := make([]string, s.below(n))
	for i := range ts {
		ts[i] = s.text(12)
	}
	return ts
}

// text returns less than n words.
func (s *source) text(n int) string {
	var b strings.Builder
	for range s.below(n) {
		c := s.byte()
		switch w := s.below(256); {
		case c < 200:
			b.WriteString(words[w%len(words)])
		case c < 220:
			b.WriteByte(byte(w)) //nolint:gosec // a byte
		case c < 225:
			b.WriteString(strings.Repeat(words[w%len(words)], 40))
		default:
			b.WriteRune(rune(w)<<8 | rune(s.byte())) //nolint:gosec // a byte
		}
		if c&1 == 0 {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// spans marks up to four stretches of the text.
func (s *source) spans(b *doc.Block) {
	start := 0
	for range s.below(5) {
		start = runeStart(b.Text, start+s.below(64))
		end := runeStart(b.Text, start+s.below(64))
		if start < end {
			b.Spans = append(b.Spans, doc.Span{
				Start: start, End: end, Kind: doc.SpanKind(s.below(int(doc.Marked) + 1)), Target: "https://example.org/ö?q=1;2", //nolint:gosec // a byte
			})
		}
	}
}

// runeStart returns the start of the rune at the byte, or the end of s.
func runeStart(s string, at int) int {
	if at >= len(s) {
		return len(s)
	}
	for at > 0 && !utf8.RuneStart(s[at]) {
		at--
	}
	return at
}
