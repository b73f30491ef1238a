package pattern

import (
	"embed"
	"strings"
	"sync"
)

// Each file has the words of one language, a class and its words a line. Words
// are separated by commas where a line has any, else by spaces.
//
//go:embed lexicon/*.txt
var files embed.FS

// class is a set of what a word can be in a date, a sum or a measure.
type class uint64

const (
	month         class = 1 << iota
	monthShort          // "Sept.": needs a day, a year or a preposition
	doubtful            // a month that is another word or a name too
	weekday             //
	weekdayShort        // needs a date after it
	season              //
	near                // "last", "next"
	strong              // "in", "since": a year follows, whatever its number
	cue                 // "by", "from": a year may follow
	filler              // between a weekday and its date
	of                  // between day, month and year
	to                  // between two numbers
	ordinal             // glued to a day: "th"
	nth                 // "third"
	quarter             //
	holiday             //
	era                 // "BC"
	decade              // glued to a year: "er"
	numeral             // "five"
	article             // "a" before a magnitude
	magnitude           // "million"
	glued               // a magnitude glued to its number: "bn"
	currency            //
	doubtfulMoney       // a currency that is another word too
	code                // "USD", "Rs"
	gluedCode           // "R450"
	dollar              // before a dollar sign: "US"
	issuer              // between a number and its currency: "Canadian"
	percent             //
	percentBefore       // "yüzde"
	unit                //
	symbol              // a unit's symbol, case matters
	prefix              // before a unit: "square"
	square              // glued to a unit
	span                // of time
	old                 // "-old" after years: an age
	per                 // "kilometres per hour"
	against             // a number after it is no year: "page"
	goes                // a word after a year that is no noun
	negative            // "minus"
	part                // "quarter": of a percentage point
	betwixt             // "between" two numbers of one unit
	pair                // joins them
)

var classes = map[string]class{
	"month": month, "month-short": monthShort, "doubtful": doubtful, "weekday": weekday,
	"weekday-short": weekdayShort, "season": season, "near": near, "strong": strong, "cue": cue, "filler": filler,
	"of": of, "to": to, "ordinal": ordinal, "nth": nth, "quarter": quarter, "holiday": holiday, "era": era, "decade": decade, "number": numeral, "article": article,
	"magnitude": magnitude, "magnitude-glued": glued, "currency": currency, "doubtful-currency": doubtfulMoney,
	"code": code, "glued": gluedCode, "dollar": dollar, "issuer": issuer, "percent": percent,
	"percent-before": percentBefore, "unit": unit, "symbol": symbol, "prefix": prefix, "square": square,
	"span": span, "old": old, "per": per, "against": against, "noun-ok": goes,
	"negative": negative, "part": part, "between": betwixt, "pair": pair,
}

// cased are the classes whose words are told apart by case.
const cased = code | gluedCode | glued | dollar | symbol | era | square

// entry is what a lexicon knows of a word, or of the words that begin with it.
type entry struct {
	classes class
	longest uint8 // words in the longest entry that begins so
}

// lexicon is the words of one language and those common to all.
type lexicon struct {
	lower, exact map[string]entry
	capitals     class // classes whose words need a capital in this language
}

// maxEntry is how many tokens an entry has at most.
const maxEntry = 5

// lexicons reads each language's lexicon when it is first asked for.
type lexicons struct {
	mu     sync.Mutex
	loaded map[string]*lexicon
}

// of returns the lexicon of a language by its code ("en", "pt-BR"), the
// English one if there is none.
func (ls *lexicons) of(language string) *lexicon {
	ls.mu.Lock()
	defer ls.mu.Unlock()
	code, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(language, "_", "-")), "-")
	if code == "no" || code == "nn" {
		code = "nb"
	}
	if l := ls.loaded[code]; l != nil {
		return l
	}
	data, err := files.ReadFile("lexicon/" + code + ".txt")
	if err != nil {
		code = "en"
		if l := ls.loaded[code]; l != nil {
			return l
		}
		data, err = files.ReadFile("lexicon/en.txt")
	}
	l := &lexicon{lower: make(map[string]entry, 1024), exact: make(map[string]entry, 512)}
	if err == nil {
		l.read(string(data))
	}
	if data, err = files.ReadFile("lexicon/common.txt"); err == nil {
		l.read(string(data))
	}
	if ls.loaded == nil {
		ls.loaded = map[string]*lexicon{}
	}
	ls.loaded[code] = l
	return l
}

func (l *lexicon) read(data string) {
	for line := range strings.Lines(data) {
		head, words, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || line[0] == '#' {
			continue
		}
		name, _, _ := strings.Cut(head, " ")
		if name == "capitals" {
			for n := range strings.FieldsSeq(words) {
				l.capitals |= classes[n]
			}
			continue
		}
		split := strings.Fields
		if strings.Contains(words, ",") {
			split = func(s string) []string { return strings.Split(s, ",") }
		}
		for _, w := range split(words) {
			l.add(strings.TrimSpace(w), classes[name])
		}
	}
}

// add enters a word. The key of several words is their tokens with a space
// between; the first word's entry tells that there is more.
func (l *lexicon) add(w string, c class) {
	m := l.lower
	if c&cased != 0 {
		m = l.exact
	}
	parts := keyParts(w)
	key := strings.Join(parts, " ")
	e := m[key]
	e.classes |= c
	m[key] = e
	if n := len(parts); n > 1 {
		e := m[parts[0]]
		e.longest = max(e.longest, uint8(min(n, maxEntry)))
		m[parts[0]] = e
	}
}
