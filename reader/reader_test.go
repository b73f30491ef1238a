package reader_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lectern/reader"
	"lectern/reader/doc"
)

const story = `<html lang="en"><head><title>The ferry is back | Harbour Mail</title></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>The ferry is back</h1>
<p>After eleven weeks in dry dock the Margarethe carried passengers across the sound again on Friday, an hour late and to the sound of a brass band.</p>
<p>Ingrid Solberg, who has run the kiosk on the eastern quay since 1998, sold out of coffee by nine and said she had not seen such a queue in years. See <a href="timetable.html">the timetable</a>.</p>
<p>The repair cost 2.4 million kroner, about a third more than the council had set aside, and the rest will come from next year's budget for roads.</p>
</article>
<footer>© Harbour Mail. All rights reserved. <a href="/terms">Terms of use</a></footer></body></html>`

func TestReadResolvesLinksAndRemovesClutter(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ferry.html")
	if err := os.WriteFile(path, []byte(story), 0o600); err != nil {
		t.Fatal(err)
	}
	r := reader.New(reader.Options{Base: "https://harbour.example/news/ferry.html"})
	d, err := r.Read(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	if d.Title != "The ferry is back" || d.Format != doc.HTML || d.Source != path {
		t.Errorf("title %q, format %v, source %q", d.Title, d.Format, d.Source)
	}
	if got := d.Address; got != "https://harbour.example/news/ferry.html" {
		t.Errorf("address %q is not the base that was given", got)
	}
	article := d.Article()
	if !strings.HasPrefix(article, "After eleven weeks") || !strings.HasSuffix(article, "budget for roads.") {
		t.Errorf("article is not the three paragraphs:\n%s", article)
	}
	var target string
	for _, i := range d.Kept() {
		for _, s := range d.Blocks[i].Spans {
			if s.Kind == doc.Link {
				target = s.Target
			}
		}
	}
	if target != "https://harbour.example/news/timetable.html" {
		t.Errorf("link leads to %q", target)
	}
}

func TestReadAgainAsksWhetherThePageChanged(t *testing.T) {
	version, full := 1, 0
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		tag := fmt.Sprintf(`"v%d"`, version)
		w.Header().Set("ETag", tag)
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		if req.Header.Get("If-None-Match") == tag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		full++
		_, _ = fmt.Fprint(w, strings.ReplaceAll(story, "eleven weeks", fmt.Sprintf("%d weeks", 10+version)))
	}))
	defer srv.Close()
	r := reader.New(reader.Options{})
	read := func() *doc.Document {
		t.Helper()
		d, err := r.Read(context.Background(), srv.URL)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	first := read()
	if second := read(); second != first || full != 1 {
		t.Errorf("an unchanged page was fetched %d times", full)
	}
	version = 2
	if third := read(); !strings.Contains(third.Article(), "After 12 weeks") {
		t.Errorf("a changed page reads as before:\n%s", third.Article())
	}
}

func TestEntitiesAreThoseOfTheArticle(t *testing.T) {
	r := reader.New(reader.Options{})
	d := r.Parse(doc.HTML, story, "")
	names := map[string]doc.EntityKind{}
	for _, e := range r.Entities(d) {
		b := &d.Blocks[e.Block]
		if !b.Verdict.Kept {
			t.Errorf("%q is in a removed block", b.Text[e.Start:e.End])
		}
		names[b.Text[e.Start:e.End]] = e.Kind
	}
	for text, kind := range map[string]doc.EntityKind{
		"Ingrid Solberg": doc.Person, "Friday": doc.Date, "2.4 million kroner": doc.Money,
	} {
		if got, ok := names[text]; !ok || got != kind {
			t.Errorf("%q: found %v, kind %v, want %v", text, ok, got, kind)
		}
	}
}

func TestCheck(t *testing.T) {
	r := reader.New(reader.Options{})
	for _, tt := range []struct{ name, text, want string }{
		{"nothing", " \n\n", "holds no text"},
		{"clutter", "Home\nNews\nLog in\nSubscribe now for €4 a month\nCancel anytime\n", "nothing that reads like an article"},
		{"story", "The council met on Tuesday evening and decided, after a long debate, to keep the old bridge open to bicycles.\n", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			err := reader.Check(r.Parse(doc.Text, tt.text, ""))
			switch {
			case tt.want == "" && err != nil:
				t.Errorf("refused: %v", err)
			case tt.want != "" && (!doc.IsFault(err, doc.Unreadable) || !strings.Contains(err.Error(), tt.want)):
				t.Errorf("got %v, want a fault that says %q", err, tt.want)
			}
		})
	}
}
