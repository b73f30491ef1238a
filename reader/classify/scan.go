package classify

import (
	"unicode"
	"unicode/utf8"

	"lectern/reader/doc"
)

// text is what one look at a block's characters tells.
type text struct {
	size    int // letters; a character of an unspaced script counts 2½
	words   int
	digits  int
	upper   int // words that begin with a capital
	lowers  int // words that begin with a small letter; 0 too in scripts without capitals
	ends    int // sentence ends
	commas  int
	bars    int // | • · › » / between words
	last    ending
	lower   bool // the first letter is lower case
	first   byte // the first byte, 0 when empty
	braces  bool // {{…}} or a like sign of an unfilled template
	money   bool // an amount with a currency
	perTime bool // an amount with a billing period beside it
	span    bool // nothing but a number and a period: "3 Months"
	year    bool // a number that can be a year
	clock   bool // hh:mm
	mail    bool // an address or a web address
	hits    [doc.Unclear + 1]strength
	said    [doc.Unclear + 1]string // the phrase behind the hit
	wall    bool                    // says that there is more to read for those who pay
	leads   bool                    // a phrase that prompts or labels opens the block
}

// ending is what kind of character closes a block.
type ending uint8

const (
	endOther ending = iota
	endStop
	endQuestion
	endEllipsis
	endColon
	endComma
	endSign // arrows and the like
	endDigit
	endings
)

// reach is how many bytes of a block are searched for phrases: prompts are
// short or say it early.
const reach = 700

// scanner reads blocks one after another into a buffer it keeps.
type scanner struct {
	lex   *lexicon
	low   []byte // lower case, white space folded, padded
	start []int  // where words start in low
	toks  tokens
}

// scan reads s, the text of a block.
func (sc *scanner) scan(s string, t *text) {
	*t = text{}
	sc.low, sc.start = sc.low[:0], sc.start[:0]
	half, in, cjk := 0, false, false
	var prev rune
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		i += n
		word := isWord(r)
		switch {
		case word && r >= 0x0e00 && unspaced(r):
			half += 5
			t.words++
			cjk = true
			sc.begin()
		case word:
			half += 2
			if !in || cjk {
				sc.begin()
				t.words++
				if unicode.IsUpper(r) {
					t.upper++
				} else if unicode.IsLower(r) {
					t.lowers++
				}
				if t.words == 1 {
					t.lower = t.lowers == 1
				}
			}
			cjk = false
			if r <= '9' {
				t.digits++
				half -= 2
			}
		default:
			t.punctuation(r, prev, s[i:])
			if r == '©' {
				sc.begin()
			}
		}
		in = word || in && (r == '\'' || r == '’')
		sc.keep(r)
		prev = r
	}
	t.size = half / 2
	if s != "" {
		t.first = s[0]
	}
	t.last = endOf(s)
	sc.low = append(sc.low, ' ', ' ', ' ')
	sc.phrases(t)
	if t.digits > 0 {
		sc.figures(t)
	}
}

// begin notes that a word starts here.
func (sc *scanner) begin() {
	if len(sc.low) < reach {
		sc.start = append(sc.start, len(sc.low))
	}
}

// keep adds r to the lower-case buffer.
func (sc *scanner) keep(r rune) {
	if len(sc.low) >= reach {
		return
	}
	switch {
	case r >= 'A' && r <= 'Z':
		sc.low = append(sc.low, byte(r)+'a'-'A')
	case r == ' ' || r == '\n' || r == '\t' || r == 0xa0 || r == 0x202f || r == 0x3000:
		if n := len(sc.low); n > 0 && sc.low[n-1] != ' ' {
			sc.low = append(sc.low, ' ')
		}
	case r < utf8.RuneSelf:
		sc.low = utf8.AppendRune(sc.low, r)
	case r == '’' || r == '‘':
		sc.low = append(sc.low, '\'')
	case r == '‑' || r == '‐':
		sc.low = append(sc.low, '-')
	case r >= 0xff10 && r <= 0xff5a: // full-width Latin
		sc.low = append(sc.low, byte(r-0xff10)+'0')
	default:
		sc.low = utf8.AppendRune(sc.low, unicode.ToLower(r))
	}
}

// punctuation counts what is not part of a word; rest is what follows r.
func (t *text) punctuation(r, prev rune, rest string) {
	switch r {
	case ' ':
	case '.', '!', '?':
		if (rest == "" || rest[0] == ' ' || rest[0] == '"' || rest[0] == ')' || rest[0] >= 0x80) && prev != r {
			t.ends++
		}
	case '。', '！', '？', '।', '؟', '۔', '…':
		t.ends++
	case ',', ';', '、', '，', '،', '؛':
		t.commas++
	case '|', '•', '·', '›', '»', '/', '→':
		t.bars++
	case '{', '%', '[':
		t.braces = t.braces || opensTemplate(prev, r)
	case '@':
		t.mail = true
	}
}

// opensTemplate reports whether the two characters open a field of a template.
func opensTemplate(a, b rune) bool {
	return b == '{' && (a == '{' || a == '$') || b == '%' && a == '{' || b == '[' && a == '['
}

// endOf tells how s closes, brackets and quotation marks aside.
func endOf(s string) ending {
	for s != "" {
		r, n := utf8.DecodeLastRuneInString(s)
		switch r {
		case ' ', '"', '\'', ')', ']', '”', '’', '»', '«', '“', '」', '』', '）', '*', 0xa0:
			s = s[:len(s)-n]
			continue
		case '.':
			if len(s) > 2 && s[len(s)-2] == '.' && s[len(s)-3] == '.' {
				return endEllipsis
			}
			return endStop
		case '…', '⋯':
			return endEllipsis
		case '!', '。', '！', '।', '۔', '॥':
			return endStop
		case '?', '？', '؟', ';':
			return endQuestion
		case ':', '：':
			return endColon
		case ',', '،', '、', '，', '-', '–', '—':
			return endComma
		case '→', '›', '>', '▶', '▸', '+', '↓', '↗', '➜', '▾':
			return endSign
		}
		if r >= '0' && r <= '9' {
			return endDigit
		}
		return endOther
	}
	return endOther
}

// phrases looks up the lexicon at every word.
func (sc *scanner) phrases(t *text) {
	if len(sc.start) == 0 {
		return
	}
	low, first := sc.low, sc.firstWord()
	cut := len(low) >= reach
	for _, i := range sc.start {
		sc.lex.match(low, i, func(p *phrase, end int) {
			switch {
			case p.place == atStart && i != first:
				return
			case p.place == allOf && (cut || i != first || !bare(low[end:])):
				return
			}
			t.wall = t.wall || p.wall
			t.leads = t.leads || i == first && p.strength >= strong
			if p.strength > t.hits[p.group] {
				t.hits[p.group], t.said[p.group] = p.strength, p.text
			}
		})
	}
}

// firstWord returns where the first word starts that is not a number, or the
// first word if all are.
func (sc *scanner) firstWord() int {
	for _, i := range sc.start {
		if c := sc.low[i]; c < '0' || c > '9' {
			return i
		}
	}
	return sc.start[0]
}

// bare reports whether b holds no letters.
func bare(b []byte) bool {
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if isWord(r) && !unicode.IsDigit(r) {
			return false
		}
		i += n
	}
	return true
}
