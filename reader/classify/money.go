package classify

import (
	"bytes"
	"unicode/utf8"
)

// currencyWords are currencies written in letters, as they stand beside an
// amount, in lower case.
var currencyWords = map[string]bool{
	"usd": true, "eur": true, "euro": true, "euros": true, "gbp": true, "chf": true, "inr": true, "rs": true,
	"jpy": true, "cad": true, "aud": true, "brl": true, "pln": true, "zł": true, "zl": true, "kr": true, "kč": true, "czk": true,
	"ft": true, "huf": true, "lei": true, "ron": true, "sek": true, "nok": true, "dkk": true, "руб": true, "рублей": true,
	"грн": true, "tl": true, "try": true, "円": true, "元": true, "원": true, "رس": true, "ريال": true, "ر": true, "جنيه": true,
	"درهم": true, "دينار": true, "دولار": true, "تومان": true, "रुपये": true, "रु": true, "रुपए": true, "đ": true, "vnd": true, "idr": true, "rp": true,
	"baht": true, "บาท": true, "reais": true, "dollars": true, "cents": true, "pesos": true, "mxn": true, "ars": true, "sgd": true,
	"egp": true, "aed": true, "sar": true,
}

// figures looks at the numbers of the block: amounts of money, billing periods,
// years, times of day.
func (sc *scanner) figures(t *text) {
	low := sc.low
	for i := 0; i < len(low); {
		if low[i] < '0' || low[i] > '9' {
			i++
			continue
		}
		end := i + 1
		for end < len(low) && numeral(low, end) {
			end++
		}
		t.year = t.year || year(low[i:end])
		if c := bytes.IndexByte(low[i:end], ':'); c == 1 || c == 2 {
			t.clock = true
		}
		if currencyBefore(low, i) || currencyAfter(low, end) {
			t.money = true
			t.perTime = t.perTime || sc.periodNear(i, end)
		}
		i = end
	}
	t.span = t.words > 0 && t.words <= 3 && t.hits[period] >= strong && sc.onlySpan(t)
}

// numeral reports whether the number before byte i goes on there: with a digit,
// or with a separator and a digit after it.
func numeral(low []byte, i int) bool {
	switch c := low[i]; c {
	case '.', ',', ':', '\'':
		return i+1 < len(low) && low[i+1] >= '0' && low[i+1] <= '9'
	default:
		return c >= '0' && c <= '9'
	}
}

// year reports whether a number can be a year of this century or the last.
func year(number []byte) bool {
	return len(number) == 4 && (number[0] == '1' && number[1] == '9' || number[0] == '2' && number[1] == '0')
}

func currencyBefore(low []byte, i int) bool {
	for i > 0 && low[i-1] == ' ' {
		i--
	}
	r, n := utf8.DecodeLastRune(low[:i])
	if currencySign(r) {
		return true
	}
	if r == '.' { // Rs. 99
		i -= n
	}
	start := i
	for start > 0 {
		r, n := utf8.DecodeLastRune(low[:start])
		if !isWord(r) || r <= '9' {
			break
		}
		start -= n
	}
	return start < i && currencyWords[string(low[start:i])]
}

func currencyAfter(low []byte, i int) bool {
	if i+1 < len(low) && low[i] == ',' && (low[i+1] == '-' || low[i+1] == ' ') { // 99,- Kč
		i++
	}
	for i < len(low) && (low[i] == ' ' || low[i] == '-') {
		i++
	}
	r, n := utf8.DecodeRune(low[i:])
	if currencySign(r) {
		return true
	}
	if unspaced(r) {
		return currencyWords[string(low[i:i+n])]
	}
	end := i
	for end < len(low) {
		r, n := utf8.DecodeRune(low[end:])
		if !isWord(r) {
			break
		}
		end += n
	}
	return end > i && currencyWords[string(low[i:end])]
}

func currencySign(r rune) bool {
	return r == '$' || r >= 0xa2 && r <= 0xa5 || r >= 0x20a0 && r <= 0x20c0 || r == '￥' || r == '﷼'
}

// How far from an amount its billing period stands, in bytes; further where
// the letters between take more bytes.
const (
	nearASCII = 10
	nearOther = 20
)

// periodNear reports whether a billing period stands beside the amount [i,end).
func (sc *scanner) periodNear(i, end int) bool {
	ok := false
	for _, w := range sc.start {
		var gap []byte
		switch {
		case w >= end && w <= end+nearOther:
			gap = sc.low[end:w]
		case w < i && w >= i-nearOther:
			gap = sc.low[w:i]
		default:
			continue
		}
		if len(gap) > nearASCII && ascii(gap) {
			continue
		}
		sc.lex.match(sc.low, w, func(p *phrase, _ int) { ok = ok || p.group == uint8(period) })
	}
	return ok
}

func ascii(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// onlySpan reports whether the block is a number and a billing period and
// nothing else.
func (sc *scanner) onlySpan(t *text) bool {
	return t.digits > 0 && t.digits <= 3 && t.size <= 12 && !t.money && sc.low[0] >= '0' && sc.low[0] <= '9'
}
