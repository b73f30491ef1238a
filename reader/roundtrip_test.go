package reader_test

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"lectern/reader"
	"lectern/reader/doc"
	"lectern/reader/export"
)

// page is an article with every kind of block and with clutter around it.
const page = `<!DOCTYPE html>
<html lang="en"><head><title>How the mill was saved | Valley Post</title>
<meta property="og:site_name" content="Valley Post"><meta name="author" content="Nora Holm">
<meta property="article:published_time" content="2026-03-04T08:00:00Z">
<link rel="canonical" href="https://post.example/mill"></head>
<body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article>
<h1>How the mill was saved</h1>
<p>The wheel of the lower mill had not turned since the flood of 1987, and for most of those years nobody in the valley
thought that it would turn again. <strong>Then the roof fell in.</strong> That, says the miller's <em>grand-niece</em>, was the luck of it.</p>
<p>“You can walk past a sleeping house for thirty years,” she says, “but you cannot walk past a hole.” A hundred and forty
people came to the first meeting; the room at the <a href="https://inn.example/rooms?a=1&amp;b=2">inn</a> holds sixty.</p>
<figure><img src="/wheel.jpg" alt="The wheel, half under water"><figcaption>The wheel in the spring of 2024, before the sluice was rebuilt.</figcaption></figure>
<h2>What it took</h2>
<p>The list that hangs in the kitchen is short, and everything on it took longer than planned:</p>
<ul><li>forty oak boards, each 3*4 inches_wide<ul><li>cut in winter</li><li>dried for two years</li></ul></li><li>a new axle</li></ul>
<ol start="4"><li>the fourth permit, which needed <code>Form 7(b)</code></li><li>the fifth, which did not</li></ol>
<blockquote><p>Water is patient, and so is the council.</p></blockquote>
<p>Each summer the group publishes what it spent, down to the nails, and each summer somebody finds a mistake of a few crowns
and is invited to put it right. The table for the first three years reads like this:</p>
<table><tr><th>Year</th><th>Boards</th><th>Crowns</th></tr><tr><td>2022</td><td>12</td><td>9,100</td></tr><tr><td>2023</td><td>28</td><td>21,400</td></tr></table>
<p>The sluice is run by a small program that the smith's daughter wrote at school, and which has not failed since:</p>
<pre><code class="language-go">if level &gt; 1.2 {
    open("sluice")
}
</code></pre>
<p>On the last Sunday of February the wheel turned for eleven minutes, and then the belt came off, and people clapped anyway.
It needs 10<sup>3</sup> litres a second; the brook has that in March, and in a wet October.</p>
<hr>
<p># 1 on the list for next year is the belt. Nobody in the valley doubts that it will be there when the snow melts.</p>
</article></main>
<aside><h3>Most read</h3><ul><li><a href="/a">Bridge closed until May</a></li><li><a href="/b">New bus to the coast</a></li></ul></aside>
<div class="newsletter"><p>Sign up for our newsletter</p><p>Get the valley in your inbox every Friday.</p></div>
<footer><p>© 2026 Valley Post. All rights reserved.</p></footer>
</body></html>`

// shape is what a reader sees of an article.
func shape(d *doc.Document) []string {
	out := []string{"title: " + d.Title, "by: " + d.Byline, "site: " + d.Site, "on: " + d.Published, "in: " + d.Language,
		fmt.Sprintf("cut off: %t %q", d.Cutoff.Cut, d.Cutoff.Evidence)}
	first := true
	for _, i := range d.Kept() {
		b := &d.Blocks[i]
		if first && b.Kind == doc.Heading && b.Text == d.Title {
			continue // the page has its title above the text
		}
		first = false
		kind := b.Kind
		if kind == doc.Caption {
			kind = doc.Paragraph // Markdown has no captions
		}
		out = append(out, fmt.Sprintf("%s %d %d %q %t %s", kind, b.Level, b.Quotes, b.Text, b.Header, b.Language))
	}
	return out
}

// keepAll brings back everything, as a person might who wants the whole page.
func keepAll(d *doc.Document) *doc.Document {
	c := doc.Choices{}
	for i := range d.Blocks {
		c[i] = true
	}
	return d.With(c)
}

// reopened saves a document and opens the copy.
func reopened(t *testing.T, d *doc.Document, f export.Format) *doc.Document {
	t.Helper()
	path, err := export.Save(t.TempDir(), d, f, time.Date(2026, 11, 23, 18, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	got, err := reader.New(reader.Options{}).Read(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestSavedCopyShowsTheSameArticle(t *testing.T) {
	r := reader.New(reader.Options{})
	d := r.Parse(doc.HTML, page, "https://post.example/mill?from=feed")
	if len(d.Removed()) == 0 || !strings.Contains(d.Article(), "the belt came off") {
		t.Fatalf("the page is not cleaned: %d removed", len(d.Removed()))
	}
	for _, f := range []export.Format{export.Markdown, export.HTML} {
		for name, version := range map[string]*doc.Document{"as cleaned": d, "all brought back": keepAll(d)} {
			got := reopened(t, version, f)
			if diff := cmp.Diff(shape(version), shape(got)); diff != "" {
				t.Errorf("%s, %s: -saved +opened:\n%s", f, name, diff)
			}
		}
	}
}

func TestCopyOfACopyIsTheSame(t *testing.T) {
	r := reader.New(reader.Options{})
	d := r.Parse(doc.HTML, page, "https://post.example/mill?from=feed")
	for _, f := range []export.Format{export.Markdown, export.HTML, export.Text} {
		first := reopened(t, d, export.Markdown)
		second := reopened(t, first, export.Markdown)
		var a, b bytes.Buffer
		if err := export.Write(&a, first, f); err != nil {
			t.Fatal(err)
		}
		if err := export.Write(&b, second, f); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(a.String(), b.String()); diff != "" {
			t.Errorf("%s: -first +second:\n%s", f, diff)
		}
	}
}

func TestPagesOnTheWebAreNotTakenForCopies(t *testing.T) {
	const claim = `<head><meta name="generator" content="lectern">`
	r := reader.New(reader.Options{})
	d := r.Parse(doc.HTML, strings.Replace(page, "<head>", claim, 1), "https://post.example/mill")
	if want := r.Parse(doc.HTML, page, "https://post.example/mill"); d.Article() != want.Article() {
		t.Errorf("a page that calls itself a copy is cleaned differently:\n%s", cmp.Diff(want.Article(), d.Article()))
	}
}

// TestSampleReopens saves the user's own text, which the repository does not hold.
func TestSampleReopens(t *testing.T) {
	path := filepath.Join(sharedDir(t), "samples", "peace-conference.txt")
	d, err := reader.New(reader.Options{}).Read(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []export.Format{export.Markdown, export.HTML} {
		for name, version := range map[string]*doc.Document{"as cleaned": d, "all brought back": keepAll(d)} {
			if diff := cmp.Diff(shape(version), shape(reopened(t, version, f))); diff != "" {
				t.Errorf("%s, %s: -saved +opened:\n%s", f, name, diff)
			}
		}
	}
}
