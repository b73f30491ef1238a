package layout

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"lectern/ui/layout/layouttest"
)

// pieces returns the pieces of s; byRules sends all of it through the full
// rules.
func pieces(s string, m measure, byRules bool) []piece {
	b := breaker{s: s, m: m}
	if byRules {
		b.limit, b.state = len(s), -1
	}
	var ps []piece
	for b.next() {
		ps = append(ps, b.piece)
	}
	return ps
}

func TestPieces(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"words", "one two  three", "one |two  |three"},
		{"spaces around", "  one ", "  |one "},
		{"hyphen", "a state-of-the-art thing", "a |state-|of-|the-|art |thing"},
		{"hyphen before a figure", "in 2019-20 and -5", "in |2019-20 |and |-5"},
		{"option", "run it with -x or --long", "run |it |with |-x |or |--|long"},
		{"slash", "and/or 24/7", "and/|or |24/7"},
		{"brackets", "f (x) [y] z)", "f |(x) |[y] |z)"},
		{"punctuation set off", "quoi ? non !", "quoi ? |non !"},
		{"guillemets set off", "dit « oui » et « non », puis", "dit |« oui » |et |« non », |puis"},
		{"guillemets the German way", "er sagte »ja« und ging", "er |sagte |»ja« |und |ging"},
		{"low quotes", "er sagte: „ja“, und", "er |sagte: |„ja“, |und"},
		{"dash set off", "one — two – three", "one |— |two |– |three"},
		{"dash between words", "one—two", "one—|two"},
		{"ellipsis", "well… no", "well… |no"},
		{"money", "about $40 or 5% of 3,500.50", "about |$40 |or |5% |of |3,500.50"},
		{"no-break space", "10\u00a0km on", "10\u00a0km |on"},
		{"han", "他说：“你好”。", "他|说：“你|好”。"},
		{"han brackets", "在（北京）见", "在|（北|京）|见"},
		{"kana", "きょうはラーメン、ね", "きょ|う|は|ラー|メ|ン、|ね"},
		{"hangul", "한국 사람", "한|국 |사|람"},
		{"mixed", "用Go语言 写 code", "用|Go|语|言 |写 |code"},
		{"thai", "สวัสดี ครับ", "สวัสดี |ครับ"},
		{"marks", "e\u0301te\u0301 a\u0301 b", "e\u0301te\u0301 |a\u0301 |b"},
		{"mark behind a space", "a \u0301b", "a \u0301b"},
		{"emoji", "ok 👨‍👩‍👧‍👦👍🏽 x", "ok |👨‍👩‍👧‍👦|👍🏽 |x"},
		{"flags", "🇫🇷🇩🇪🇯🇵", "🇫🇷|🇩🇪|🇯🇵"},
		{"arabic", "قال: «نعم»، ثم", "قال: |«نعم»، |ثم"},
		{"ideographic space", "一　二", "一　|二"},
	} {
		t.Run(c.name, func(t *testing.T) {
			ps := pieces(c.text, newMeasure(false), false)
			got := make([]string, len(ps))
			for i, p := range ps {
				got[i] = c.text[p.start:p.end]
			}
			if s := strings.Join(got, "|"); s != c.want {
				t.Errorf("got  %q\nwant %q", s, c.want)
			}
		})
	}
}

// What the comparisons settle is what the full rules say.
func TestPlainAgreesWithTheRules(t *testing.T) {
	alphabets := map[string]string{
		"ascii":    "aZ09 ()[]{}.,;:!?'\"#&*<=>@^_~-/$%+\\|  ",
		"words":    "ab.,;:!?'\"()-/%$1 ",
		"european": "aéñüßžПяλ’‘“”„«»–—…\u00a0,.!?()- ",
		"cjk":      "中文かなカナ한글っゃー々「」（）。、！？：“”a1 ",
		"arabic":   "سمعلنه،؛؟.«»()a1 \u064b",
		"all":      "aé中か1「」“”’—- .,!?()\u0301\u200d👍🏽🇫🇷 \u3000ก็",
	}
	for name, alphabet := range alphabets {
		t.Run(name, func(t *testing.T) {
			rs := []rune(alphabet)
			rnd := layouttest.Rand(1)
			for range 3_000 {
				var sb strings.Builder
				for range 1 + rnd.IntN(12) {
					sb.WriteRune(rs[rnd.IntN(len(rs))])
				}
				s := sb.String()
				if unsettled(s) {
					continue
				}
				for _, graphemes := range []bool{false, true} {
					m := newMeasure(graphemes)
					if got, want := pieces(s, m, false), pieces(s, m, true); !slices.Equal(got, want) {
						t.Fatalf("%q: got %v, by the rules %v", s, got, want)
					}
				}
			}
		})
	}
}

// unsettled reports whether uniseg is known to leave UAX #14 in s: it parts a
// mark such as a comma from a digit behind it (LB 25), and ties a hyphen with a
// digit behind it to whatever stands before.
func unsettled(s string) bool {
	for i := 1; i < len(s); i++ {
		if isDigit(s[i]) && strings.IndexByte(".,;:-", s[i-1]) >= 0 {
			return true
		}
	}
	return false
}

// What counts as plain is, in the renderer's own eyes, one cluster of one cell
// or, for ideographs and their punctuation, two.
func TestPlainWidths(t *testing.T) {
	for r := rune(0x80); r < 0x10000; r++ {
		var want int
		switch {
		case isPlainLetter(r):
			want = 1
		case isIdeograph(r), leadsIdeograph(r), trails(r):
			want = 2
		default:
			continue
		}
		for _, m := range []ansi.Method{ansi.WcWidth, ansi.GraphemeWidth} {
			for _, next := range []string{"", " ", "a", "я", "中", "。"} {
				c, w := ansi.FirstGraphemeCluster(string(r)+next, m)
				if c != string(r) || w != want {
					t.Fatalf("%U before %q: cluster %q of %d cells, want %d", r, next, c, w, want)
				}
			}
		}
	}
}

// Each byte is in one piece, and the widths are the renderer's.
func FuzzPieces(f *testing.F) {
	for _, s := range []string{"one two", "« oui »", "中文「か」っ", "a\u0301 \u0301b", "👨‍👩‍👧‍👦🇫🇷🇩", "x-y/z -1 $5 5%", "\xff\xc3 a", "ก็เ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "\ufffd")
		for _, graphemes := range []bool{false, true} {
			m := newMeasure(graphemes)
			at := 0
			for _, p := range pieces(s, m, false) {
				if p.start != at || p.text < p.start || p.end < p.text || p.end == p.start {
					t.Fatalf("%q: %+v after byte %d", s, p, at)
				}
				if got := m.width(s[p.start:p.text]); got != p.width {
					t.Fatalf("%q: %q takes %d cells, not %d", s, s[p.start:p.text], got, p.width)
				}
				if strings.Trim(s[p.text:p.end], " \u3000") != "" {
					t.Fatalf("%q: %q passes for spaces", s, s[p.text:p.end])
				}
				at = p.end
			}
			if at != len(s) {
				t.Fatalf("%q: the pieces end at byte %d", s, at)
			}
		}
	})
}
