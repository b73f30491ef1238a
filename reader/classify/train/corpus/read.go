package corpus

import (
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"
)

// types are the kinds of page of the collection of web pages, a file each.
var types = []string{"article", "forum", "product", "collection", "listing", "documentation", "service"}

// WCXB reads the web pages of all kinds, page by page. The folder is that of the
// shared data, the error the first one met; it ends the sequence.
func WCXB(dir string) iter.Seq2[*Page, error] {
	names := make([]string, len(types))
	for i, t := range types {
		names[i] = filepath.Join(dir, "wcxb-dev", t+".jsonl.gz")
	}
	return read(NameWCXB, names...)
}

// Dragnet reads the news and blog pages of 2010 to 2012.
func Dragnet(dir string) iter.Seq2[*Page, error] {
	return read(NameDragnet, filepath.Join(dir, "more", "dragnet.jsonl.gz"))
}

// TextDev reads the article pages as labelled lines.
func TextDev(dir string) iter.Seq2[*Page, error] {
	return read(NameTextDev, filepath.Join(dir, "text-dev.jsonl.gz"))
}

// TextDragnet reads the pages of 2010 to 2012 as labelled lines.
func TextDragnet(dir string) iter.Seq2[*Page, error] {
	return read(NameTextDragnet, filepath.Join(dir, "more", "text-dragnet.jsonl.gz"))
}

// MeasureOnlyL3S reads the news pages of 2008. They are to measure with: their
// samples have weight 0, and nothing may be learnt from them.
func MeasureOnlyL3S(dir string) iter.Seq2[*Page, error] {
	return read(NameL3S, filepath.Join(dir, "more", "l3s.jsonl.gz"))
}

// MeasureOnlyTextL3S is MeasureOnlyL3S as labelled lines.
func MeasureOnlyTextL3S(dir string) iter.Seq2[*Page, error] {
	return read(NameTextL3S, filepath.Join(dir, "more", "text-l3s.jsonl.gz"))
}

// row is a page as the files have it.
type row struct {
	ID      string `json:"id"`
	URL     string `json:"url"`
	Type    string `json:"type"`
	HTML    string `json:"html"`
	Title   string `json:"title"`
	Author  string `json:"author"`
	Content string `json:"content"`

	With    []string `json:"with"`
	Without []string `json:"without"`
	Lines   []struct {
		Text  string `json:"text"`
		Label string `json:"label"`
		Tag   string `json:"tag"`
	} `json:"lines"`
}

// read reads files of one JSON object after another.
func read(source string, names ...string) iter.Seq2[*Page, error] {
	return func(yield func(*Page, error) bool) {
		for _, name := range names {
			more := true
			err := each(name, func(r *row) bool {
				more = yield(r.page(source), nil)
				return more
			})
			if err != nil {
				yield(nil, fmt.Errorf("read %s: %w", name, err))
				return
			}
			if !more {
				return
			}
		}
	}
}

// each calls do for every row of a file until it returns false.
func each(name string, do func(*row) bool) error {
	f, err := os.Open(name) //nolint:gosec // the person who trains says where the data is
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	z, err := gzip.NewReader(f)
	if err != nil {
		return err
	}
	d := json.NewDecoder(z)
	for {
		var r row
		switch err := d.Decode(&r); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
		if !do(&r) {
			return nil
		}
	}
}

// labelNames are the labels as the files have them; any other is unsure.
var labelNames = map[string]Label{"article": Article, "clutter": Clutter}

func (r *row) page(source string) *Page {
	p := &Page{
		ID: r.ID, Source: source, Type: r.Type, Address: r.URL, Title: r.Title, Author: r.Author, HTML: r.HTML,
		Gold: Gold{Text: r.Content, With: r.With, Without: r.Without},
	}
	if len(r.Lines) > 0 {
		p.Type = "article"
		p.Lines = make([]Line, len(r.Lines))
	}
	for i, l := range r.Lines {
		p.Lines[i] = Line{Text: strings.ReplaceAll(l.Text, "\n", " "), Label: labelNames[l.Label], Tag: l.Tag}
	}
	return p
}
