package doc

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
)

// sample is a document of an article's blocks and some clutter.
func sample() *Document {
	kept := Verdict{Kept: true, Score: 0.9}
	return &Document{
		Title: "A title",
		Elements: []Element{
			{Parent: -1, Tag: "html", Nth: 1},
			{Parent: 0, Tag: "body", Class: " page  wide", Nth: 1},
			{Parent: 1, Tag: "main", ID: "content", Class: "ignored", Nth: 1},
			{Parent: 2, Tag: "div", Class: "story body", Nth: 2},
			{Parent: 3, Tag: "p", Nth: 1},
			{Parent: 1, Tag: "footer", Nth: 1},
		},
		Blocks: []Block{
			{Kind: Heading, Level: 2, Text: "Two words", Element: 3, Verdict: kept},
			{Text: "Three more words", Element: 4, Verdict: kept},
			{Kind: Image, Text: "not counted", Element: 3, Verdict: kept},
			{Kind: Rule, Element: -1, Verdict: kept},
			{Text: "Subscribe", Element: 5, Verdict: Verdict{Reason: Subscription, Score: 0.8, Evidence: []string{"call to action"}}},
		},
	}
}

func TestArticleAndRemovedAreTheSource(t *testing.T) {
	d := sample()
	if got := d.Kept(); !slices.Equal(got, []int{0, 1, 2, 3}) {
		t.Errorf("Kept() = %v", got)
	}
	if got := d.Removed(); !slices.Equal(got, []int{4}) {
		t.Errorf("Removed() = %v", got)
	}
	if got, want := d.Article(), "Two words\n\nThree more words"; got != want {
		t.Errorf("Article() = %q, want %q", got, want)
	}
	if got := d.Words(); got != 5 {
		t.Errorf("Words() = %d, want 5", got)
	}
	empty := &Document{}
	if empty.Article() != "" || empty.Words() != 0 || empty.Kept() != nil {
		t.Error("an empty document has an article")
	}
}

// Programs look for passages in the article: no space is another than theirs.
func TestArticleHasPlainSpaces(t *testing.T) {
	kept := Verdict{Kept: true}
	d := &Document{Blocks: []Block{
		{Text: "a low price:\u00a0 12\u202f000\u00a0€, \u00a0\u00a0now", Verdict: kept},
		{Kind: Code, Text: "if x:\n\u00a0\u00a0return", Verdict: kept},
		{Text: "Two  spaces of a typist", Verdict: kept},
	}}
	if got, want := d.Article(), "a low price: 12 000 €, now\n\nif x:\n  return\n\nTwo  spaces of a typist"; got != want {
		t.Errorf("Article() = %q, want %q", got, want)
	}
}

func TestPath(t *testing.T) {
	d := sample()
	for i, want := range []string{"main#content > div.story", "main#content > div.story > p", "main#content > div.story", "", "html > body.page > footer"} {
		if got := d.Path(i); got != want {
			t.Errorf("Path(%d) = %q, want %q", i, got, want)
		}
	}
	deep := &Document{Blocks: []Block{{Element: 9}}}
	for i := range 10 {
		deep.Elements = append(deep.Elements, Element{Parent: i - 1, Tag: "div"})
	}
	if got, want := deep.Path(0), "div > div > div > div"; got != want {
		t.Errorf("Path in a deep page = %q, want %q", got, want)
	}
}

func TestWithHonoursChoicesAndLeavesTheOriginal(t *testing.T) {
	d := sample()
	if d.With(nil) != d {
		t.Error("no choices should cost nothing")
	}
	got := d.With(Choices{4: true, 0: false, 1: true, -1: true, 99: false})
	for i, want := range []Verdict{
		{Reason: User, Score: 1, Evidence: []string{"your choice"}},
		{Kept: true, Score: 0.9},
		{Kept: true, Score: 0.9},
		{Kept: true, Score: 0.9},
		{Kept: true, Score: 1, Evidence: []string{"your choice"}},
	} {
		v := got.Blocks[i].Verdict
		if v.Kept != want.Kept || v.Reason != want.Reason || v.Score != want.Score || !slices.Equal(v.Evidence, want.Evidence) {
			t.Errorf("block %d: %+v, want %+v", i, v, want)
		}
	}
	if !slices.Equal(d.Removed(), []int{4}) {
		t.Error("the original changed")
	}
	if back := got.With(Choices{4: false, 0: true}); !slices.Equal(back.Removed(), []int{4}) {
		t.Errorf("taking choices back left %v removed", back.Removed())
	}
}

func TestNames(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Reasons() {
		if r.String() == "" || seen[r.String()] {
			t.Errorf("reason %d has the name %q, empty or taken", r, r)
		}
		seen[r.String()] = true
		if s := r.Sentence(); !strings.HasSuffix(s, ".") || len(s) > 80 {
			t.Errorf("reason %s: %q is not one short sentence", r, s)
		}
	}
	if None.String() != "" || len(Reasons()) != int(reasonCount)-1 {
		t.Error("None is not a reason to remove")
	}
	for k := Paragraph; k <= Rule; k++ {
		if k.String() == "" {
			t.Errorf("kind %d has no name", k)
		}
	}
	for k := Person; k <= Quantity; k++ {
		if k.String() == "" {
			t.Errorf("entity kind %d has no name", k)
		}
	}
	for f := Auto; f <= Markdown; f++ {
		if f.String() == "" {
			t.Errorf("format %d has no name", f)
		}
	}
}

func TestFault(t *testing.T) {
	f := &Fault{Kind: Unreachable, Source: "a\x1b[31m", What: "is not there", Hint: "check\nthe name", Err: fs.ErrNotExist}
	if got, want := f.Error(), "a␛[31m: is not there; check the name"; got != want {
		t.Errorf("Error() = %q, want %q", got, want)
	}
	if got := (&Fault{What: "broken"}).Error(); got != "broken" {
		t.Errorf("Error() = %q", got)
	}
	wrapped := errors.Join(errors.New("context"), f)
	if !IsFault(wrapped, Unreachable) || IsFault(wrapped, Unsaved) || IsFault(nil, Unreachable) {
		t.Error("IsFault does not tell kinds apart")
	}
	if !errors.Is(f, fs.ErrNotExist) {
		t.Error("the cause is lost")
	}
}
