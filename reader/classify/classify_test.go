package classify_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lectern/reader/classify"
	"lectern/reader/doc"
)

const (
	first  = "The bridge over the Oder was closed on Tuesday after engineers found a crack in the third pillar, and lorries now take the long way round by Frankfurt, which adds an hour to every trip."
	second = "The mayor said that the repair would take at least until autumn. “We have asked for a ferry,” she told the council, “and we have been told that the ferry is on another river.”"
	third  = "Shops on the eastern bank have lost a third of their customers, the chamber of commerce says. Some have begun to deliver by bicycle, across the railway bridge, which is still open to walkers."
)

// page builds an HTML document as the parser would, a container per block.
type page struct{ d *doc.Document }

func newPage(title string) *page {
	return &page{&doc.Document{Format: doc.HTML, Title: title, Elements: []doc.Element{{Parent: -1, Tag: "body"}}}}
}

// in adds a container and returns its index.
func (p *page) in(parent int, tag, class string) int {
	p.d.Elements = append(p.d.Elements, doc.Element{Parent: parent, Tag: tag, Class: class})
	return len(p.d.Elements) - 1
}

// add adds paragraphs to a container and returns the index of the first.
func (p *page) add(parent int, texts ...string) int {
	at := len(p.d.Blocks)
	for _, s := range texts {
		p.d.Blocks = append(p.d.Blocks, doc.Block{Text: s, First: -1, Last: -1, Element: p.in(parent, "p", "")})
	}
	return at
}

// links is add for blocks that are nothing but a link.
func (p *page) links(parent int, texts ...string) {
	at := p.add(parent, texts...)
	for i := at; i < len(p.d.Blocks); i++ {
		p.d.Blocks[i].Spans = []doc.Span{{End: len(p.d.Blocks[i].Text), Kind: doc.Link, Target: "https://example.org/"}}
	}
}

func (p *page) classify() *doc.Document {
	classify.New().Classify(p.d)
	return p.d
}

func removed(t *testing.T, d *doc.Document, i int, reason doc.Reason) {
	t.Helper()
	if v := d.Blocks[i].Verdict; v.Kept || v.Reason != reason {
		t.Errorf("%q: kept %v, reason %q %q; want it removed as %q", d.Blocks[i].Text, v.Kept, v.Reason, v.Evidence, reason)
	}
}

func kept(t *testing.T, d *doc.Document, is ...int) {
	t.Helper()
	for _, i := range is {
		if v := d.Blocks[i].Verdict; !v.Kept {
			t.Errorf("%q removed as %q %q", d.Blocks[i].Text, v.Reason, v.Evidence)
		}
	}
}

// site is a page with a menu, a story and a footer.
func site(title string) (p *page, story int) {
	p = newPage(title)
	nav := p.in(0, "nav", "menu")
	p.links(nav, "Home", "News", "Sport", "Culture", "About us")
	story = p.in(p.in(0, "main", ""), "article", "story")
	return p, story
}

func (p *page) foot() {
	p.links(p.in(0, "footer", "site-footer"), "Imprint", "Privacy policy", "Terms of use", "Contact")
}

func TestMenuFooterAndStory(t *testing.T) {
	p, story := site("")
	at := p.add(story, first, second, third)
	p.foot()
	d := p.classify()
	kept(t, d, at, at+1, at+2)
	removed(t, d, 0, doc.Navigation)
	removed(t, d, len(d.Blocks)-3, doc.Legal)
	if d.Cutoff.Cut {
		t.Errorf("cut off: %q", d.Cutoff.Evidence)
	}
}

func TestTitleIsShownOnce(t *testing.T) {
	p, story := site("A crack in the third pillar closes the bridge")
	head := p.add(story, "A crack in the third pillar closes the bridge")
	p.d.Blocks[head].Kind, p.d.Blocks[head].Level = doc.Heading, 1
	p.add(story, first, second, third)
	d := p.classify()
	removed(t, d, head, doc.Duplicate)
	if got := d.Blocks[head].Verdict.Evidence; len(got) == 0 || got[0] != "is the title shown above" {
		t.Errorf("evidence %q", got)
	}
}

func TestWhatIsSaidTwiceIsShownOnce(t *testing.T) {
	p, story := site("")
	at := p.add(story, first, second, third)
	again := p.add(story, second)
	d := p.classify()
	kept(t, d, at, at+1, at+2)
	removed(t, d, again, doc.Duplicate)
}

func TestHiddenTextIsRemovedAndMentioned(t *testing.T) {
	p, story := site("")
	no := false
	p.d.Meta.Free = &no
	p.add(story, first)
	wall := p.add(p.in(story, "div", "paywall"), "Subscribe to read the full story")
	hid := p.add(p.in(story, "div", ""), second, third)
	p.d.Blocks[hid].Hidden, p.d.Blocks[hid+1].Hidden = true, true
	d := p.classify()
	removed(t, d, wall, doc.Subscription)
	removed(t, d, hid, doc.Concealed)
	removed(t, d, hid+1, doc.Concealed)
	if !d.Cutoff.Cut || len(d.Notes) == 0 || !strings.Contains(d.Notes[0], "hidden") {
		t.Errorf("cut %v, notes %q", d.Cutoff.Cut, d.Notes)
	}
}

func TestCutoff(t *testing.T) {
	yes, no := true, false
	long := strings.Repeat(first+" ", 12)
	for name, c := range map[string]struct {
		story, after []string
		free         *bool
		cut          bool
	}{
		"prompt after the story":     {[]string{first, second}, []string{"Subscribe to read the full story"}, nil, true},
		"ellipsis and a prompt":      {[]string{first, "The repair may not even begin before the engineers have agreed, and they have not, says the mayor, who…"}, []string{"Subscribe now"}, nil, true},
		"said not to be free, short": {[]string{first, second}, nil, &no, true},
		"said not to be free, long":  {[]string{long, second + third, third + first}, nil, &no, false},
		"said to be free":            {[]string{first, second, third}, nil, &yes, false},
		"newsletter box":             {[]string{first, second, third}, []string{"Sign up for our newsletter", "Enter your email"}, nil, false},
		"generic footer":             {[]string{first, second, third}, []string{"Subscribe now"}, nil, false},
	} {
		t.Run(name, func(t *testing.T) {
			p, story := site("")
			p.add(story, c.story...)
			p.add(p.in(0, "div", "subscribe"), c.after...)
			p.foot()
			p.d.Meta.Free = c.free
			d := p.classify()
			if d.Cutoff.Cut != c.cut || c.cut && len(d.Cutoff.Evidence) == 0 {
				t.Errorf("cut off %v %q, want %v", d.Cutoff.Cut, d.Cutoff.Evidence, c.cut)
			}
		})
	}
}

// One misleading class name must not take the story.
func TestBrakeSavesStoryFromOneName(t *testing.T) {
	for _, class := range []string{"newsletter", "comments", "cookie-notice", "comments related-posts", "newsletter-signup popup comments"} {
		t.Run(class, func(t *testing.T) {
			p := newPage("")
			p.links(p.in(0, "nav", "menu"), "Home", "News", "Sport", "Culture", "About us")
			at := p.add(p.in(0, "div", class), first, second, third)
			p.foot()
			kept(t, p.classify(), at, at+1, at+2)
		})
	}
}

// Many comments are removed though they are most of the text, for more than
// their name speaks against them.
func TestBrakeLetsCommentsGo(t *testing.T) {
	p, story := site("")
	at := p.add(story, first, second, third)
	list := p.in(p.in(0, "section", "comments"), "ol", "comment-list")
	comments := []string{
		"I drive there every day and I can tell you that nobody looked at those pillars for ten years.",
		"My brother works on the railway bridge. He says it is next, and then what will they do?",
		"Bicycles! In January! Whoever wrote that has never been here in winter, with all due respect.",
		"Thanks for sharing. The ferry story made me laugh, then it made me sad, then I wrote to the council.",
		"There used to be a ferry when I was a child, it cost twenty pfennigs and it was never late.",
		"Same thing happened in our town, they closed it for a summer and it took four years in the end.",
	}
	said := make([]int, 0, len(comments))
	for _, s := range comments {
		item := p.in(list, "li", "comment")
		p.add(item, "Reader")
		said = append(said, p.add(item, s))
		p.links(item, "Reply")
	}
	p.foot()
	d := p.classify()
	kept(t, d, at, at+1, at+2)
	for _, i := range said {
		removed(t, d, i, doc.Comments)
	}
}

func TestEveryRemovalHasReasonAndEvidence(t *testing.T) {
	p, story := site("")
	p.add(story, first, second, third)
	p.add(p.in(0, "div", ""), "Lorem", "Gallery", "£3")
	p.foot()
	d := p.classify()
	for _, i := range d.Removed() {
		if v := d.Blocks[i].Verdict; v.Reason == doc.None || len(v.Evidence) == 0 || v.Score < .5 || v.Score > 1 {
			t.Errorf("%q: %+v", d.Blocks[i].Text, v)
		}
	}
}

func TestNothingToClassify(t *testing.T) {
	c := classify.New()
	c.Classify(&doc.Document{})
	d := &doc.Document{Format: doc.HTML, Blocks: []doc.Block{{Element: -1}, {Kind: doc.Rule, Element: -1}}}
	c.Classify(d)
	if d.Cutoff.Cut || len(d.Notes) > 0 {
		t.Errorf("cut off %v, notes %q", d.Cutoff.Cut, d.Notes)
	}
}

// TestSample reads the text of the case that started it all, where it is at
// hand.
func TestSample(t *testing.T) {
	shared := os.Getenv("LECTERN_SHARED")
	if shared == "" {
		shared = "../../../shared"
	}
	b, err := os.ReadFile(filepath.Join(shared, "samples", "peace-conference.txt"))
	if err != nil {
		t.Skip("the sample is not at hand: ", err)
	}
	d := lines(string(b))
	classify.New().Classify(d)
	for i := range d.Blocks {
		if want := i < 10; d.Blocks[i].Verdict.Kept != want {
			t.Errorf("line %d: kept %v, want %v: %s", d.Blocks[i].First+1, !want, want, d.Blocks[i].Text)
		}
	}
	if !d.Cutoff.Cut {
		t.Error("not reported as cut off")
	}
}

func BenchmarkClassifyText(b *testing.B) {
	text, err := os.ReadFile("../../testdata/texts/harbour-mail.txt")
	if err != nil {
		b.Fatal(err)
	}
	d, c := lines(string(text)), classify.New()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		c.Classify(d)
	}
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		classify.New()
	}
}
