package doc

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestClean(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "Plain text, nothing to do.", "Plain text, nothing to do."},
		{"escape sequence", "a\x1b[31mred\x1b[0m", "a␛[31mred␛[0m"},
		{"window title", "\x1b]0;owned\x07x", "␛]0;owned␇x"},
		{"NUL, backspace, DEL", "a\x00b\bc\x7fd", "a␀b␈c␡d"},
		{"C1 as a code point", "a\u009b31mb", "a\ufffd31mb"},
		{"C1 as a byte", "a\x9b31mb", "a\ufffd31mb"},
		{"halves of a C1 code around a byte order mark", "\xc2\ufeff\x9b", "\ufffd\ufffd"},
		{"cut-off sequence at the end", "abc\xe2\x82", "abc\ufffd\ufffd"},
		{"surrogate", "a\xed\xa0\x80b", "a\ufffd\ufffd\ufffdb"},
		{"overlong NUL", "a\xc0\x80b", "a\ufffd\ufffdb"},
		{"lines become spaces", "a\nb\tc\r\nd\ve\ff\u0085g\u2028h\u2029i", "a b c  d e f g h i"},
		{"spaces of other widths", "a\u2003b\u2009c\u1680d\u205fe", "a b c d e"},
		{"spaces that mean something", "10\u00a0km, 5\u202f%,\u3000全角", "10\u00a0km, 5\u202f%,\u3000全角"},
		{"overrides and isolates", "a\u202eb\u202cc\u2066d\u2069e", "abcde"},
		{"nothing to see", "so\u00adft\u200bly\u2060un\ufeffseen\u180e\ufff9", "softlyunseen"},
		{"tags", "a\U000e0041\U000e0042\U000e007fb", "ab"},
		{"noncharacters", "a\ufffeb\uffffc\ufdd0d\U0001fffee\U0010fffff", "abcdef"},
		{"joiners", "می\u200cخواهم 👩\u200d💻", "می\u200cخواهم 👩\u200d💻"},
		{"emoji and text style", "❤\ufe0f ✈\ufe0e", "❤\ufe0f ✈\ufe0e"},
		{"ideograph with its variant", "葛\U000e0100飾", "葛\U000e0100飾"},
		{"variant selectors where nothing varies", "a\U000e0100b葛\U000e0100\U000e0101", "ab葛\U000e0100"},
		{"direction mark in Hebrew", "שפת C++\u200e היא", "שפת C++\u200e היא"},
		{"direction mark before any letter", "\u200f(א)", "\u200f(א)"},
		{"direction mark in Arabic", "\u061c10% من", "\u061c10% من"},
		{"direction mark that turns figures around", "$10\u200f/\u200f$20 \u061c\u200e", "$10/$20 "},
		{"combining marks", "e\u0301 ก\u0e33 \U0001f3f4", "e\u0301 ก\u0e33 \U0001f3f4"},
		{"private use", "\ue000\U000f0000", "\ue000\U000f0000"},
		{"empty", "", ""},
	} {
		if got := Clean(c.in); got != c.want {
			t.Errorf("%s: Clean(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

func TestCleanLines(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"line ends", "a\r\nb\rc\nd", "a\nb\nc\nd"},
		{"tabs go to the next stop", "\ta\tb\n12\t3\n1234\t5", "    a   b\n12  3\n1234    5"},
		{"what is dropped takes no room", "\u200ba\tb", "a   b"},
		{"a wide letter is one column", "é\tb", "é   b"},
		{"controls", "a\x1b[2J\n\x07", "a␛[2J\n␇"},
		{"separators are not line ends", "a\u2028b\vc", "a b c"},
		{"already fine", "if x {\n    y()\n}", "if x {\n    y()\n}"},
		{"already fine, beyond ASCII", "// café\n    y()", "// café\n    y()"},
		{"a variant does not reach over a line end", "葛\n\U000e0100", "葛\n"},
	} {
		if got := CleanLines(c.in); got != c.want {
			t.Errorf("%s: CleanLines(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

func TestCleanReturnsCleanStringsAsTheyAre(t *testing.T) {
	for _, s := range []string{"plain", "naïve café — “quoted”", "日本語の記事", "שפה\u200e", "❤\ufe0f"} {
		if n := testing.AllocsPerRun(10, func() { Clean(s) }); n != 0 {
			t.Errorf("Clean(%q) allocates %v times", s, n)
		}
	}
}

// TestCleanSpaces holds the list of spaces against Unicode's own.
func TestCleanSpaces(t *testing.T) {
	keep := map[rune]bool{' ': true, 0xa0: true, 0x202f: true, 0x3000: true}
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !unicode.In(r, unicode.Zs, unicode.Zl, unicode.Zp) {
			continue
		}
		want := " "
		if keep[r] {
			want = string(r)
		}
		if got := Clean(string(r)); got != want {
			t.Errorf("Clean(%U) = %q, want %q", r, got, want)
		}
	}
}

// checkClean reports what a terminal might obey or a reader could not see.
func checkClean(t *testing.T, in, out string, lines bool) {
	t.Helper()
	if !utf8.ValidString(out) {
		t.Errorf("%q: result %q is not UTF-8", in, out)
	}
	for _, r := range out {
		switch {
		case lines && r == '\n':
		case unicode.IsControl(r), unicode.In(r, unicode.Zl, unicode.Zp),
			r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0x200b, r == 0xfeff, r == 0xad:
			t.Errorf("%q: result %q holds %U", in, out, r)
		}
	}
}

// letters returns what may never be lost: the letters, digits and marks of s.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) && r < 0xe0000 && r != 0x180e {
			return r
		}
		return -1
	}, s)
}

func FuzzClean(f *testing.F) {
	for _, s := range []string{
		"", "plain", "\x1b]8;;http://x\x1b\\", "\xc2\x9b", "\xc2\ufeff\x9b", "a\u202eb", "葛\U000e0100", "א\u200f1/2",
		"\t\r\n\u2028", "\U000e0041", "\ufffe", "👩\u200d💻", "\u200f", "ﷺ\u061c",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		out := Clean(s)
		checkClean(t, s, out, false)
		if again := Clean(out); again != out {
			t.Errorf("not idempotent: %q, then %q", out, again)
		}
		if letters(out) != letters(s) {
			t.Errorf("letters lost: %q became %q", s, out)
		}
	})
}

func FuzzCleanLines(f *testing.F) {
	for _, s := range []string{"a\tb\r\nc\rd", "\t\u200b\t", "é\t\n\t", "\x1b[2J\n\x00", "\xff\t", "葛\n\U000e0100"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		out := CleanLines(s)
		checkClean(t, s, out, true)
		if again := CleanLines(out); again != out {
			t.Errorf("not idempotent: %q, then %q", out, again)
		}
		if letters(out) != letters(s) {
			t.Errorf("letters lost: %q became %q", s, out)
		}
		ends := strings.Count(s, "\n") + strings.Count(s, "\r") - strings.Count(s, "\r\n")
		if got := strings.Count(out, "\n"); got != ends {
			t.Errorf("%q has %d line ends, %q has %d", s, ends, out, got)
		}
	})
}

func BenchmarkClean(b *testing.B) {
	for _, c := range []struct{ name, text string }{
		{"ascii", strings.Repeat("The quick brown fox jumps over the lazy dog. ", 200)},
		{"german", strings.Repeat("Zwölf Boxkämpfer jagen Viktor quer über den Sylter Deich. ", 160)},
		{"russian", strings.Repeat("Съешь же ещё этих мягких французских булок. ", 120)},
		{"chinese", strings.Repeat("他们昨天在会议上讨论了这个问题，没有结果。", 150)},
		{"dirty", strings.Repeat("a\tb\u00adc\x1b[0m d\u200b é ", 400)},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.text)))
			for b.Loop() {
				Clean(c.text)
			}
		})
	}
}
