package entity

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lectern/reader/doc"
)

// TestQuality prints how well names and figures are found in texts that no part
// of the tagger was made from, beside what is asked for and what the named
// libraries reach. It needs the shared data; with -v it prints the table.
func TestQuality(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a while")
	}
	dir := filepath.Join(sharedDir(t), "data", "ner", "dev")
	var b strings.Builder
	fmt.Fprintf(&b, "\n%-44s %7s %7s  %s\n", "", "lectern", "asked", "prose v3, compromise")
	row := func(what string, got float64, least float64, peers string) {
		fmt.Fprintf(&b, "%-44s %7.1f %7.0f  %s\n", what, got, least, peers)
	}
	ww := judge(t, spans(t, filepath.Join(dir, "ww_dev.jsonl.gz")))
	row("world news, person organization place, F1", ww.names.f1(), 83, "44, 48")
	row("  person", ww.kinds[doc.Person].f1(), 0, "")
	row("  organization", ww.kinds[doc.Organization].f1(), 0, "")
	row("  place", ww.kinds[doc.Place].f1(), 0, "")
	row("world news, kind ignored, F1", ww.bare.f1(), 88, "63")
	p, r, _ := ww.sure.scores()
	row("world news, coloured names, precision", p, 88, "41 to 61")
	row("  their recall", r, 0, "")
	row("world news, dates, F1", ww.kinds[doc.Date].f1(), 92, "a plain regular expression: 86")
	row("world news, money, F1", ww.kinds[doc.Money].f1(), 90, "a plain regular expression: 83")
	reuters := judge(t, spans(t, filepath.Join(dir, "conllpp_dev.jsonl.gz")))
	row("Reuters 1996 (CoNLL++ dev), F1", reuters.names.f1(), 78, "48")
	web := judge(t, columns(t, filepath.Join(dir, "uner_ewt_dev_tail.conll.gz")))
	row("web and mail (UNER EWT dev tail), F1", web.names.f1(), 70, "34, 51")
	for _, own := range []struct {
		what string
		docs []markedText
		kind []doc.EntityKind
	}{
		{"own sentences, percentages, F1", readSentences(t, "percent.txt", doc.Percent), []doc.EntityKind{doc.Percent}},
		{"own sentences, quantities, F1", readSentences(t, "quantity.txt", doc.Quantity), []doc.EntityKind{doc.Quantity}},
		{"own stories, variants of names, F1", readMarked(t, "variants.txt", doc.Other), nameKinds},
		{"own datelines, credits, headlines, lists, F1", readMarked(t, "datelines.txt", doc.Other), everyKind},
		{"ten own articles, all kinds, F1", articles(t, "articles"), everyKind},
		{"six own articles written last, all kinds, F1", articles(t, "fresh"), everyKind},
	} {
		row(own.what, total(own.docs, own.kind...).f1(), 0, "")
	}
	row("their display names, right", named(t, readMarked(t, "variants.txt", doc.Other)).f1(), 0, "")
	row("weights and lists in the program, MB", weights(t), 3, "8.9")
	first, each := timings()
	row("first sentence of all, ms", first, 8, "18 to 34")
	row("an article of 630 words, ms", each, 5, "54")
	t.Log(b.String())
}

// TestSample looks for whom and what the sample article speaks of, in its story
// and in no list made for it.
func TestSample(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(sharedDir(t), "samples", "peace-conference.txt"))
	if err != nil {
		t.Fatal(err)
	}
	story, _, ok := strings.Cut(string(data), "You’ve reached")
	if !ok {
		t.Fatal("the sample is another")
	}
	got := map[string]string{}
	for _, s := range doc.Subjects(New().Tag("", strings.Split(story, "\n"))) {
		got[s.Name] = s.Kind.String()
	}
	for kind, names := range map[string]string{
		"person":       "Kerry, Sergei Lavrov, Laurent Fabius, Bashar al-Assad, Navi Pillay",
		"organization": "European Union, Hezbollah, UN",
		"place": "Brussels, Syria, Paris, United States, Jordan, Russia, Lebanon, Istanbul, Britain, France, Italy, " +
			"Spain, Germany, Sweden",
		"date": "last June, Friday",
	} {
		for name := range strings.SplitSeq(names, ", ") {
			if got[name] != kind {
				t.Errorf("%s is taken for %q, not %s", name, got[name], kind)
			}
			delete(got, name)
		}
	}
	for name, kind := range got {
		if kind != "other" {
			t.Errorf("%s is none, but is taken for %s", name, kind)
		}
	}
}

func (n tally) f1() float64 { _, _, f := n.scores(); return f }

// verdict is how well a set of texts was tagged.
type verdict struct {
	names tally // people, organisations and places
	sure  tally // those of them that are coloured
	bare  tally // the same as names, whatever their kind
	kinds map[doc.EntityKind]tally
}

// total compares what is found in documents with what was marked by hand.
func total(docs []markedText, kinds ...doc.EntityKind) (all tally) {
	v := measure(docs)
	for _, k := range kinds {
		all = all.plus(v.kinds[k])
	}
	return all
}

// judge compares what is found in texts of the shared data with their marks.
func judge(t *testing.T, docs []markedText) verdict {
	t.Helper()
	if len(docs) == 0 {
		t.Fatal("no texts to judge by")
	}
	return measure(docs)
}

func measure(docs []markedText) verdict {
	v := verdict{kinds: map[doc.EntityKind]tally{}}
	tagger := New()
	for i := range docs {
		m := &docs[i]
		want, bare := map[doc.Entity]bool{}, map[doc.Entity]bool{}
		for _, w := range m.want {
			want[w.Entity] = true
			v.mark(w.Kind, tally{marked: 1})
			if w.Kind <= doc.Place {
				bare[kindless(w.Entity)] = true
			}
		}
		for _, e := range tagger.Tag(m.language, m.texts) {
			n := tally{found: 1}
			if want[place(e)] {
				n.both = 1
			}
			v.mark(e.Kind, n)
			if e.Kind > doc.Place {
				continue
			}
			if !e.Doubtful {
				v.sure = v.sure.plus(n)
			}
			n = tally{found: 1}
			if bare[kindless(e)] {
				n.both = 1
			}
			v.bare = v.bare.plus(n)
		}
	}
	return v
}

// mark counts an entity of a kind.
func (v *verdict) mark(k doc.EntityKind, n tally) {
	v.kinds[k] = v.kinds[k].plus(n)
	if k <= doc.Place {
		v.names = v.names.plus(n)
		if n.marked > 0 {
			v.sure, v.bare = v.sure.plus(n), v.bare.plus(n)
		}
	}
}

func kindless(e doc.Entity) doc.Entity { return doc.Entity{Block: e.Block, Start: e.Start, End: e.End} }

// sharedDir returns the folder of shared data, or skips the test.
func sharedDir(t testing.TB) string {
	t.Helper()
	dir := os.Getenv("LECTERN_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	if _, err := os.Stat(filepath.Join(dir, "data", "ner")); err != nil {
		t.Skip("no shared data here; set LECTERN_SHARED to its folder")
	}
	return dir
}

// unpacked calls do with the lines of a gzipped file.
func unpacked(t testing.TB, path string, do func(line string)) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		do(lines.Text())
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
}

// labelKinds are the kinds of the shared data's labels. Other names than those
// of people, organisations and places are not compared.
var labelKinds = map[string]doc.EntityKind{
	"PER": doc.Person, "ORG": doc.Organization, "LOC": doc.Place, "DATE": doc.Date, "MONEY": doc.Money,
}

// spans reads texts with marks in code points.
func spans(t testing.TB, path string) []markedText {
	t.Helper()
	var docs []markedText
	unpacked(t, path, func(line string) {
		var in struct {
			Text     string   `json:"text"`
			Entities [][3]any `json:"entities"`
		}
		if err := json.Unmarshal([]byte(line), &in); err != nil {
			t.Fatal(err)
		}
		offsets := make([]int, 0, len(in.Text)+1)
		for i := range in.Text {
			offsets = append(offsets, i)
		}
		offsets = append(offsets, len(in.Text))
		m := markedText{texts: strings.Split(in.Text, "\n")}
		for _, e := range in.Entities {
			kind, known := labelKinds[fmt.Sprint(e[2])]
			start, ok := e[0].(float64)
			end, also := e[1].(float64)
			if !ok || !also {
				t.Fatalf("no offsets: %v", e)
			}
			if known {
				m.mark(offsets[int(start)], offsets[int(end)], kind)
			}
		}
		docs = append(docs, m)
	})
	return docs
}

// mark adds an entity at bytes of the whole text.
func (m *markedText) mark(start, end int, kind doc.EntityKind) {
	for i, text := range m.texts {
		if start <= len(text) {
			m.want = append(m.want, marking{Entity: doc.Entity{Block: i, Start: start, End: end, Kind: kind}})
			return
		}
		start, end = start-len(text)-1, end-len(text)-1
	}
}

// columns reads documents of labelled tokens. Each is one paragraph, a space
// between its tokens.
func columns(t testing.TB, path string) []markedText {
	t.Helper()
	var docs []markedText
	var text strings.Builder
	end := func() {
		if n := len(docs); n > 0 {
			docs[n-1].texts = []string{text.String()}
		}
		text.Reset()
	}
	unpacked(t, path, func(line string) {
		word, label, ok := strings.Cut(line, "\t")
		switch {
		case word == "-DOCSTART-":
			end()
			docs = append(docs, markedText{})
			return
		case !ok:
			return
		}
		if text.Len() > 0 {
			text.WriteByte(' ')
		}
		m := &docs[len(docs)-1]
		start := text.Len()
		text.WriteString(word)
		first, of, _ := strings.Cut(label, "-")
		kind, known := labelKinds[of]
		switch {
		case !known:
		case first == "I" && len(m.want) > 0 && m.want[len(m.want)-1].End == start-1:
			m.want[len(m.want)-1].End = text.Len()
		default:
			m.want = append(m.want, marking{Entity: doc.Entity{Start: start, End: text.Len(), Kind: kind}})
		}
	})
	end()
	return docs
}

// weights returns the size of the embedded data, in megabytes.
func weights(t testing.TB) float64 {
	t.Helper()
	bytes := int64(0)
	for _, pattern := range []string{"name/*.bin", "gazetteer/*.bin", "pattern/lexicon/*.txt"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("no %s", pattern)
		}
		for _, f := range files {
			info, err := os.Stat(f)
			if err != nil {
				t.Fatal(err)
			}
			bytes += info.Size()
		}
	}
	return float64(bytes) / 1e6
}

// timings returns how long the first sentence and an article take, in
// milliseconds, at best.
func timings() (first, each float64) {
	texts := article()
	first, each = 1e9, 1e9
	for range 20 {
		begun := time.Now()
		tagger := New()
		tagger.Tag("en", []string{"Rain fell on the town."})
		first = min(first, time.Since(begun).Seconds()*1000)
		begun = time.Now()
		tagger.Tag("en", texts)
		each = min(each, time.Since(begun).Seconds()*1000)
	}
	return first, each
}
