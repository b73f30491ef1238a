package stories

import (
	"path"
	"strings"
	"testing"

	"lectern/reader/doc"
)

// Models that are measured never learn from stories in these languages.
var heldOut = map[string]bool{"bn": true, "da": true, "el": true, "hu": true, "th": true, "vi": true}

func loadAll(t *testing.T) []Story {
	t.Helper()
	all, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestLines wants every line to be one that a parsed page could have, and every
// page to have an article.
func TestLines(t *testing.T) {
	for _, s := range loadAll(t) {
		article := 0
		for _, l := range s.Lines {
			if doc.Clean(l.Text) != l.Text || strings.TrimSpace(l.Text) != l.Text {
				t.Errorf("%s %s: not a clean line: %q", s.Language, s.Publisher, l.Text)
			}
			if l.Part == Article {
				article++
			}
		}
		if article < 3 {
			t.Errorf("%s %s %s: %d lines of article", s.Language, s.Publisher, s.Kind, article)
		}
	}
}

// TestSplits: what is measured is not learnt, neither by language nor by
// publisher.
func TestSplits(t *testing.T) {
	split := map[string]Split{}
	for _, s := range loadAll(t) {
		if s.Split == Last {
			continue
		}
		if heldOut[s.Language] && s.Split != Valid {
			t.Errorf("%s %s is to be learnt from", s.Language, s.Publisher)
		}
		key := s.Language + " " + s.Publisher
		if was, known := split[key]; known && was != s.Split {
			t.Errorf("%s is both learnt from and measured", key)
		}
		split[key] = s.Split
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
		all, err := parse(string(text))
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range all {
			if s.Language+".txt" != f.Name() {
				t.Errorf("%s has a story in %s", f.Name(), s.Language)
			}
		}
	}
}

func TestParse(t *testing.T) {
	const good = "# kind=brief publisher=Moorpost split=train lang=de\n- Start\n+ Die Brücke steht.\n? Von Ute Lund\n"
	all, err := parse(good + "\n" + strings.ReplaceAll(good, "train", "valid"))
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 2 || all[0].Split != Train || all[1].Split != Valid || all[0].Kind != "brief" || all[0].Publisher != "Moorpost" {
		t.Errorf("%+v", all)
	}
	if l := all[0].Lines; len(l) != 3 || l[0] != (Line{"Start", Clutter}) || l[1] != (Line{"Die Brücke steht.", Article}) || l[2].Part != Disputed {
		t.Errorf("%+v", l)
	}
	for what, bad := range map[string]string{
		"a line outside": "+ Die Brücke steht.",
		"unknown mark":   good + "= Ende",
		"without a mark": good + "Ende",
		"unknown split":  "# kind=brief publisher=Moorpost split=all lang=de",
		"is missing":     "# kind=brief publisher=Moorpost split=train",
		"unknown field":  "# kind=brief author=Ute",
	} {
		if _, err := parse(bad); err == nil || !strings.Contains(err.Error(), what) || !strings.Contains(err.Error(), "line ") {
			t.Errorf("%s: error %v", what, err)
		}
	}
}
