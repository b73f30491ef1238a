package parse

import (
	"testing"

	"lectern/reader/doc"
)

func TestDateOf(t *testing.T) {
	for in, want := range map[string]string{
		"2013-05-27":                     "2013-05-27",
		"2013-05-27T10:00:00+05:30":      "2013-05-27",
		"2013/5/7":                       "2013-05-07",
		"20130527":                       "2013-05-27",
		"20130527101500":                 "2013-05-27",
		"1369612800":                     "2013-05-27",
		"1369612800000":                  "2013-05-27",
		"27.05.2013":                     "2013-05-27",
		"27/05/2013":                     "2013-05-27",
		"05/27/2013":                     "2013-05-27",
		"05/06/2013":                     "", // May or June
		"05/05/2013":                     "2013-05-05",
		"May 27, 2013":                   "2013-05-27",
		"27 May 2013":                    "2013-05-27",
		"27th of May, 2013":              "2013-05-27",
		"Mon, 27 May 2013 10:00:00 GMT":  "2013-05-27",
		"Updated: Sept. 3, 2020 8:15 PM": "2020-09-03",
		"27. Mai 2013":                   "2013-05-27",
		"1er juin 2013":                  "2013-06-01",
		"3 de março de 2021":             "2021-03-03",
		"2013年5月27日":                     "2013-05-27",
		"2013년 5월 27일":                   "2013-05-27",
		"1970-01-01":                     "",
		"0001-01-01T00:00:00Z":           "",
		"2013-02-30":                     "",
		"market of 12 in 2013":           "",
		"12":                             "",
		"":                               "",
		"today":                          "",
	} {
		if got := dateOf(in); got != want {
			t.Errorf("dateOf(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestByline(t *testing.T) {
	for in, want := range map[string]string{
		"By Jane Doe":                           "Jane Doe",
		"BY JANE DOE AND JOHN ROE":              "JANE DOE AND JOHN ROE",
		"By Jane Doe and John Roe":              "Jane Doe, John Roe",
		"Jane Doe, John Roe & Ann Poe":          "Jane Doe, John Roe, Ann Poe",
		"By Jane Doe, Staff Writer":             "Jane Doe",
		"Jane Doe | 3 March 2026":               "Jane Doe",
		"Written by: Jane Doe":                  "Jane Doe",
		"Von Jörg Öttinger":                     "Jörg Öttinger",
		"Byron Smith":                           "Byron Smith",
		"Ludwig van der Rohe":                   "Ludwig van der Rohe",
		"Robert Brown Expert Reviewer":          "Robert Brown",
		"文：佐藤 美咲":                               "佐藤 美咲",
		"https://example.com/jane":              "",
		"jane@example.com":                      "",
		"admin":                                 "",
		"Written By":                            "",
		"May 27, 2013":                          "",
		"{{ author }}":                          "",
		"":                                      "",
		"The best thing about this is its size": "",
	} {
		if got := byline([]string{in}); got != want {
			t.Errorf("byline(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestBylineIn(t *testing.T) {
	for in, want := range map[string]string{
		"By Jane Doe":                "Jane Doe",
		"by Jane Doe and John Roe":   "Jane Doe, John Roe",
		"Jane Doe":                   "",
		"By the way":                 "",
		"By clicking you agree":      "",
		"By Tuesday":                 "",
		"By Land and Sea":            "",
		"Posted by Anna von Kleist":  "Anna von Kleist",
		"By Jane Doe in the kitchen": "",
	} {
		if got := bylineIn(in); got != want {
			t.Errorf("bylineIn(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestMetadata reads pages of which only one thing matters.
func TestMetadata(t *testing.T) {
	title := func(d *doc.Document) string { return d.Title }
	author := func(d *doc.Document) string { return d.Byline }
	site := func(d *doc.Document) string { return d.Site }
	published := func(d *doc.Document) string { return d.Published }
	tongue := func(d *doc.Document) string { return d.Language }
	canon := func(d *doc.Document) string { return d.Canonical }
	body := func(d *doc.Document) string { return d.Meta.ArticleBody }
	kind := func(d *doc.Document) string { return d.Meta.Type }
	for _, c := range []struct {
		name, page string
		of         func(*doc.Document) string
		want       string
	}{
		{"site at the end", "<title>A story | The Post</title><meta property=og:site_name content='The Post'>", title, "A story"},
		{"site in front", "<title>The Post - A story</title><meta property=og:site_name content='The Post'>", title, "A story"},
		{"site by its address", "<title>A story – Example News</title>", title, "A story"},
		{"no site confirmed", "<title>Paris - A love story</title>", title, "Paris - A love story"},
		{"heading confirms", "<title>A long story - News - Daily</title><h1>A long story</h1>", title, "A long story"},
		{"site after the heading's words", "<title>A long story - News - Daily</title><h1>A long story</h1>", site, "Daily"},
		{"heading as people see it", "<title>a LONG story of ships</title><h1>A Long Story of Ships</h1>", title, "A Long Story of Ships"},
		{"the site's name is a heading", "<title>A story</title><meta property=og:site_name content='The Post'><h1>The Post</h1>", title, "A story"},
		{"Open Graph before title", "<title>x</title><meta property=og:title content='A story'>", title, "A story"},
		{"unfilled template", "<title>{{title}}</title><meta property=og:title content='{{ title }}'><h1>A story</h1>", title, "A story"},
		{"entities in JSON-LD", `<script type="application/ld+json">{"@type":"Article","headline":"Salt &amp; pepper"}</script>`, title, "Salt & pepper"},
		{"heading alone", "<h1>A story</h1>", title, "A story"},
		{"sign of a link", "<h1>Install<a href=#i>¶</a></h1>", title, "Install"},
		{"controls in a title", "<title>a&#27;[31mb\u202ec</title>", title, "a␛[31mbc"},

		{"authors of a graph", `<script type="application/ld+json">{"@graph":[{"@type":"Article","author":[{"@id":"#j"},{"name":"John Roe"}]},{"@id":"#j","@type":"Person","name":"Jane Doe"}]}</script>`, author, "Jane Doe, John Roe"},
		{"author as a string", `<script type="application/ld+json">[{"@type":"BlogPosting","author":"By Jane Doe"}]</script>`, author, "Jane Doe"},
		{"trailing comma", `<script type="application/ld+json">{"@type":"Article","author":{"name":"Jane Doe",},}</script>`, author, "Jane Doe"},
		{"line break in a string", "<script type=application/ld+json>{\"@type\":\"Article\",\"author\":\"Jane\nDoe\"}</script>", author, "Jane Doe"},
		{"broken JSON", `<script type="application/ld+json">{"@type":"Article","author":</script><meta name=author content="Jane Doe">`, author, "Jane Doe"},
		{"meta author", "<meta name=Author content='Jane Doe'>", author, "Jane Doe"},
		{"address for an author", "<meta property=article:author content='https://facebook.com/jane'><p class=byline>By Jane Doe</p>", author, "Jane Doe"},
		{"the site for an author", "<meta name=author content='The Post'><meta property=og:site_name content='The Post'><a rel=author>Jane Doe</a>", author, "Jane Doe"},
		{"microdata", "<div itemprop=author itemscope><a><span itemprop=name>Jane Doe</span></a> writes</div>", author, "Jane Doe"},
		{"catalogue", "<meta name=citation_author content='Doe, Jane'><meta name=citation_author content='Roe, John'>", author, "Jane Doe, John Roe"},
		{"a line under the heading", "<h1>A story</h1><div>By Jane Doe</div><p>text", author, "Jane Doe"},
		{"an author's biography", "<div class=author-bio>Jane Doe</div>", author, ""},

		{"published in JSON-LD", `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2013-05-27T00:00Z"}</script><meta name=date content=2001-01-01>`, published, "2013-05-27"},
		{"published in meta", "<meta property=article:published_time content='2013-05-27T08:00'>", published, "2013-05-27"},
		{"time element", "<time datetime=2013-05-27>Monday</time>", published, "2013-05-27"},
		{"a line above the heading", "<p>27 May 2013<h1>A story</h1>", published, "2013-05-27"},
		{"in the address", "<p>x", published, "2012-11-10"},

		{"html lang", "<html lang=en-gb><p>x", tongue, "en-GB"},
		{"og:locale", "<meta property=og:locale content=pt_BR>", tongue, "pt-BR"},
		{"no language", "<html lang='{{lang}}'>", tongue, ""},
		{"canonical", "<link rel=canonical href=/a>", canon, "https://www.example.com/a"},
		{"canonical and base", "<base href=https://other.example/x/><link rel=canonical href=a>", canon, "https://other.example/x/a"},
		{"article body", `<script type="application/ld+json">{"@type":"Article","articleBody":"One.\n Two."}</script>`, body, "One. Two."},
		{"type", `<meta property=og:type content=Article>`, kind, "article"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := HTML(c.page, "https://www.example.com/2012/11/10/story")
			checkDocument(t, d)
			if got := c.of(d); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestFree(t *testing.T) {
	for in, want := range map[string]string{
		`true`: "free", `false`: "paid", `"False"`: "paid", `"http://schema.org/True"`: "free", `"some"`: "", `null`: "", `0`: "",
	} {
		d := HTML(`<script type="application/ld+json">{"@type":"Article","isAccessibleForFree":`+in+`}</script>`, "")
		got := ""
		if f := d.Meta.Free; f != nil {
			got = map[bool]string{true: "free", false: "paid"}[*f]
		}
		if got != want {
			t.Errorf("isAccessibleForFree %s is %q, want %q", in, got, want)
		}
	}
}
