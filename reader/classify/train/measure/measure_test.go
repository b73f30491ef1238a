package measure

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lectern/reader/classify/train/corpus"
	"lectern/reader/doc"
)

func TestWords(t *testing.T) {
	for _, c := range []struct {
		text, gold string
		want       string
	}{
		{"The ferry left. The ferry came back.", "the ferry came back", "0.57 1.00 0.73"},
		{"", "", "1.00 1.00 1.00"},
		{"a", "", "0.00 0.00 0.00"},
		{"", "a", "0.00 0.00 0.00"},
		{"x y", "z", "0.00 0.00 0.00"},
		{"Straße ΟΔΟΣ", "straße οδος", "1.00 1.00 1.00"},
	} {
		s := Words(c.text, c.gold)
		if got := fmt.Sprintf("%.2f %.2f %.2f", s.P, s.R, s.F1); got != c.want {
			t.Errorf("Words(%q, %q) = %s, want %s", c.text, c.gold, got, c.want)
		}
	}
}

func TestFound(t *testing.T) {
	lines := []corpus.Line{{Text: "Home"}, {Text: "The ferry left at noon with forty people."}, {Text: "Subscribe"}, {Text: "It came back at dusk without a scratch on it."}}
	text := "The ferry left at noon with forty people.\n\nIt came back at dusk without a scratch on it."
	if got := fmt.Sprint(Found(lines, text)); got != "[false true false true]" {
		t.Errorf("found %s", got)
	}
	if got := Found(lines, ""); slices.Contains(got, true) || len(got) != len(lines) {
		t.Errorf("found %v in nothing", got)
	}
}

func TestKept(t *testing.T) {
	d := &doc.Document{Blocks: []doc.Block{{First: 0, Last: 1, Verdict: doc.Verdict{Kept: true}}, {First: 3, Last: 3}, {First: 4, Last: 4, Verdict: doc.Verdict{Kept: true}}}}
	if got := Kept(d, 5); !slices.Equal(got, []bool{true, true, false, false, true}) {
		t.Errorf("kept %v", got)
	}
}

func TestSpliced(t *testing.T) {
	var s Spliced
	lines := []corpus.Line{{Label: corpus.Article}, {Label: corpus.Clutter}, {Label: corpus.Clutter}, {Label: corpus.Article}, {}, {Label: corpus.Clutter}}
	put, keep := []bool{false, true, true, false, false, false}, []bool{true, false, true, false, false, true}
	s.Add(lines, put, keep, []bool{true, false, false, false, false, false})
	if removed, kept, still := s.Shares(); removed != .5 || kept != .5 || still != 1 {
		t.Errorf("%v: removed %v, kept %v, still %v", s, removed, kept, still)
	}
	s.Add(lines, put, keep, []bool{true, false, false, true, false, false})
	s.Add(lines, put, keep, nil)
	if _, kept, still := s.Shares(); kept != .5 || still != 2./3 {
		t.Errorf("%v: kept %v, still %v", s, kept, still)
	}
}

func TestAgrees(t *testing.T) {
	if !Agrees("login", doc.Account) || Agrees("login", doc.Social) || Agrees("", doc.None) {
		t.Error("reasons and tags do not go together")
	}
}

var sets = [][]corpus.Line{
	{
		{Text: "Home", Label: corpus.Clutter}, {Text: "Log in", Label: corpus.Clutter, Tag: "login"},
		{Text: "The ferry left at noon.", Label: corpus.Article}, {Text: "Join our newsletter", Label: corpus.Clutter, Tag: "newsletter"},
		{Text: "By nobody", Label: corpus.Unsure}, {Text: "Es kam heil zurück.", Label: corpus.Article},
		{Text: "Share", Label: corpus.Clutter, Tag: "share"}, {Text: "Subscribe", Label: corpus.Clutter, Tag: "paywall"},
	},
	{{Text: "One line of a story.", Label: corpus.Article}, {Text: "Cookies", Label: corpus.Clutter, Tag: "cookie"}},
	{{Text: "Nothing but a menu", Label: corpus.Clutter}},
}

var decisions = [][]bool{{false, true, true, false, true, false, true, true}, {true, false}, {false}}

// TestAgainstBench holds the scores against those of the benchmark's own
// program, where it and its interpreter are at hand.
func TestAgainstBench(t *testing.T) {
	shared := os.Getenv("LECTERN_SHARED")
	if shared == "" {
		shared = "../../../../../shared"
	}
	program := filepath.Join(shared, "bench", "score.py")
	if _, err := os.Stat(program); err != nil {
		t.Skip("the benchmark's program is not at hand; set LECTERN_SHARED to the folder of shared data")
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3 here")
	}
	run := func(kind string, gold, preds []map[string]any) string {
		dir := t.TempDir()
		write(t, filepath.Join(dir, "gold.jsonl"), gold)
		write(t, filepath.Join(dir, "pred.jsonl"), preds)
		//nolint:gosec // the program is named by who runs the tests
		out, err := exec.CommandContext(context.Background(), python, program, kind, filepath.Join(dir, "gold.jsonl"), "-p", "us="+filepath.Join(dir, "pred.jsonl")).CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		return strings.ReplaceAll(string(out), " ", "")
	}
	t.Run("lines", func(t *testing.T) { benchLines(t, run) })
	t.Run("words", func(t *testing.T) { benchWords(t, run) })
}

type runner func(kind string, gold, preds []map[string]any) string

func benchLines(t *testing.T, run runner) {
	t.Helper()
	var ls Lines
	gold, preds := make([]map[string]any, 0, len(sets)), make([]map[string]any, 0, len(sets))
	names := map[corpus.Label]string{corpus.Article: "article", corpus.Clutter: "clutter", corpus.Unsure: "unsure"}
	for i, lines := range sets {
		ls.Add(lines, decisions[i])
		var rows []map[string]string
		for _, l := range lines {
			r := map[string]string{"text": l.Text, "label": names[l.Label]}
			if l.Tag != "" {
				r["tag"] = l.Tag
			}
			rows = append(rows, r)
		}
		gold = append(gold, map[string]any{"id": i, "lines": rows})
		preds = append(preds, map[string]any{"id": i, "keep": decisions[i]})
	}
	out, s := run("text", gold, preds), ls.Total()
	want := fmt.Sprintf("|us|0|%.3f|%.3f|%.3f|%.3f|%.3f|%.3f|", s.Article.P, s.Article.R, s.Article.F1, s.Clutter.P, s.Clutter.R, s.Clutter.F1)
	if !strings.Contains(out, want) {
		t.Errorf("no %s in\n%s", want, out)
	}
	for _, want := range []string{fmt.Sprintf("|%.3f|%.3f|\n", s.PageF1, s.Exact), fmt.Sprintf("|%.3f|%.3f|", s.Prompts, s.Near)} {
		if !strings.Contains(out, want) {
			t.Errorf("no %s in\n%s", want, out)
		}
	}
}

func benchWords(t *testing.T, run runner) {
	t.Helper()
	var p Pages
	cases := []struct {
		kind, text    string
		content       string
		with, without []string
	}{
		{"article", "The ferry LEFT at noon. Subscribe!", "The ferry left at noon.", []string{"ferry left", "missing"}, []string{"Subscribe", "cookies"}},
		{"article", "İstanbul'da bir gün", "İstanbul'da iki gün", nil, nil},
		{"forum", "", "A post", nil, []string{"x"}},
	}
	gold, preds := make([]map[string]any, 0, len(cases)), make([]map[string]any, 0, len(cases))
	for i, c := range cases {
		p.Add(c.kind, c.text, corpus.Gold{Text: c.content, With: c.with, Without: c.without})
		gold = append(gold, map[string]any{"id": i, "type": c.kind, "content": c.content, "with": c.with, "without": c.without})
		preds = append(preds, map[string]any{"id": i, "text": c.text})
	}
	out, s := run("wcxb", gold, preds), p.Total()
	want := []string{
		fmt.Sprintf("|us|3|0|%.3f|%.3f|%.3f|%.3f|%.3f|", s.Words.F1, s.Words.P, s.Words.R, s.With, s.Without),
		fmt.Sprintf("|us|%.3f|%.3f|", p.Total("article").Words.F1, p.Total("forum").Words.F1),
	}
	for _, w := range want {
		if !strings.Contains(out, w) {
			t.Errorf("no %s in\n%s", w, out)
		}
	}
}

func write(t *testing.T, name string, rows []map[string]any) {
	t.Helper()
	var b strings.Builder
	for _, r := range rows {
		line, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(line)
		b.WriteByte('\n')
	}
	if err := os.WriteFile(name, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
}
