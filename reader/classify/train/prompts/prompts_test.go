package prompts

import (
	"path"
	"slices"
	"strings"
	"testing"
	"unicode"

	"lectern/reader/doc"
)

// Models that are measured never learn from texts of these styles and languages.
var (
	heldOutStyles    = []string{"ad-blocker", "gift-link", "group-offer"}
	heldOutLanguages = []string{"bn", "da", "el", "hu", "th", "vi"}
)

func loadAll(t *testing.T) (texts, negatives []Prompt) {
	t.Helper()
	texts, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	negatives, err = Negatives()
	if err != nil {
		t.Fatal(err)
	}
	return texts, negatives
}

// TestLines wants every line to be one that a parsed page could have.
func TestLines(t *testing.T) {
	texts, negatives := loadAll(t)
	for _, p := range slices.Concat(texts, negatives) {
		if len(p.Lines) == 0 {
			t.Errorf("%s %s %s has no lines", p.Language, p.Publisher, p.Style)
		}
		for _, l := range p.Lines {
			if l.Text == "" || doc.Clean(l.Text) != l.Text || strings.TrimSpace(l.Text) != l.Text {
				t.Errorf("%s %s %s: not a clean line: %q", p.Language, p.Publisher, p.Style, l.Text)
			}
			if strings.HasPrefix(l.Text, "#") && strings.Contains(l.Text, "=") {
				t.Errorf("%s %s %s: a broken header: %q", p.Language, p.Publisher, p.Style, l.Text)
			}
		}
	}
}

func TestReasons(t *testing.T) {
	texts, negatives := loadAll(t)
	for _, p := range texts {
		for _, l := range p.Lines {
			if l.Reason == doc.None {
				t.Errorf("%s %s: no reason to remove %q", p.Language, p.Publisher, l.Text)
			}
		}
	}
	for _, p := range negatives {
		for _, l := range p.Lines {
			if l.Reason != doc.None {
				t.Errorf("%s: an article's line has the reason %s: %q", p.Language, l.Reason, l.Text)
			}
		}
	}
}

func TestFilesAreOfOneLanguage(t *testing.T) {
	dir, err := files.ReadDir("texts")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range dir {
		text, err := files.ReadFile(path.Join("texts", f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		ps, err := parse(string(text))
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range ps {
			if p.Language+".txt" != f.Name() {
				t.Errorf("%s has a text in %q", f.Name(), p.Language)
			}
		}
	}
}

// TestHeldOut keeps what is to be measured apart from what is learnt: by
// style, by language, and by publisher within a language.
func TestHeldOut(t *testing.T) {
	texts, _ := loadAll(t)
	learnt := map[string]bool{}
	measured := map[string]bool{}
	for _, p := range texts {
		style := slices.Contains(heldOutStyles, p.Style)
		if (style || slices.Contains(heldOutLanguages, p.Language)) && p.Split.Learnt() {
			t.Errorf("%s of %s (%s) is held out, but marked %q", p.Style, p.Publisher, p.Language, p.Split)
		}
		if p.Split == Valid {
			measured[p.Language] = true
		}
		if style || p.Split == Last {
			continue
		}
		key := p.Language + " " + p.Publisher
		if l, seen := learnt[key]; seen && l != p.Split.Learnt() {
			t.Errorf("%s: %s is both learnt from and measured", p.Language, p.Publisher)
		}
		learnt[key] = p.Split.Learnt()
	}
	for _, p := range texts {
		if !measured[p.Language] {
			t.Errorf("nothing of %q is held out", p.Language)
			measured[p.Language] = true
		}
	}
}

// plain folds a line to what makes it the same for a learner: lower case,
// letters only, every digit alike.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsDigit(r):
			return '0'
		case unicode.IsLetter(r), unicode.IsMark(r):
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// trivial is the length in bytes of folded lines that may well stand in both
// splits: "Log in", "Accept all", "Password".
const trivial = 13

func TestNoLineIsInBothSplits(t *testing.T) {
	texts, negatives := loadAll(t)
	for _, set := range [][]Prompt{texts, negatives} {
		learnt := map[string]bool{}
		for _, p := range set {
			for _, l := range p.Lines {
				if s := plain(l.Text); p.Split.Learnt() && len(s) > trivial {
					learnt[s] = true
				}
			}
		}
		for _, p := range set {
			for _, l := range p.Lines {
				if !p.Split.Learnt() && p.Split != Last && learnt[plain(l.Text)] {
					t.Errorf("%s %s: learnt and measured: %q", p.Language, p.Publisher, l.Text)
				}
			}
		}
	}
}

// TestVariety keeps the collection wide: how many texts, styles and languages.
func TestVariety(t *testing.T) {
	texts, negatives := loadAll(t)
	count, styles := map[string]int{}, map[string]map[string]bool{}
	for _, p := range texts {
		count[p.Language]++
		if styles[p.Language] == nil {
			styles[p.Language] = map[string]bool{}
		}
		styles[p.Language][p.Style] = true
	}
	if len(count) < 25 {
		t.Errorf("%d languages", len(count))
	}
	for lang, want := range map[string]int{"en": 40, "de": 15, "fr": 15, "es": 15} {
		if count[lang] < want || len(styles[lang]) < 12 {
			t.Errorf("%s: %d texts in %d styles", lang, count[lang], len(styles[lang]))
		}
	}
	for lang, n := range count {
		if n < 5 {
			t.Errorf("%s: %d texts", lang, n)
		}
	}
	if len(negatives) < 40 {
		t.Errorf("%d passages of articles", len(negatives))
	}
}

func TestParse(t *testing.T) {
	ps, err := parse("# style=trial publisher=A reason=subscription split=train lang=en\n" +
		"Try it free\naccount| Log in\n*|UNSUB|*\nLogin | Register\n\n" +
		"# style=login publisher=B reason=account split=valid lang=de\nAnmelden\n")
	if err != nil {
		t.Fatal(err)
	}
	want := []Prompt{
		{"en", "trial", "A", Train, []Line{
			{"Try it free", doc.Subscription}, {"Log in", doc.Account},
			{"*|UNSUB|*", doc.Subscription}, {"Login | Register", doc.Subscription},
		}},
		{"de", "login", "B", Valid, []Line{{"Anmelden", doc.Account}}},
	}
	if !slices.EqualFunc(ps, want, same) {
		t.Errorf("got %+v", ps)
	}
}

func same(a, b Prompt) bool {
	return a.Language == b.Language && a.Style == b.Style && a.Publisher == b.Publisher &&
		a.Split == b.Split && slices.Equal(a.Lines, b.Lines)
}

func TestParseRefuses(t *testing.T) {
	const head = "# style=a publisher=B reason=subscription split=train lang=en\n"
	for name, text := range map[string]string{
		"unknown reason":           strings.Replace(head, "subscription", "subscriptions", 1),
		"unknown reason of a line": head + "acount| Log in",
		"unknown split":            strings.Replace(head, "train", "test", 1),
		"no split":                 strings.Replace(head, "split=train ", "", 1),
		"no language":              strings.Replace(head, " lang=en", "", 1),
		"unknown field":            strings.Replace(head, "lang=", "language=", 1),
		"empty field":              strings.Replace(head, "=B", "=", 1),
		"line without a record":    head + "Subscribe\n\nNow",
	} {
		if ps, err := parse(text); err == nil {
			t.Errorf("%s: read as %+v", name, ps)
		}
	}
}
