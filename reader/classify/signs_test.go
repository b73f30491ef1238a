package classify

import (
	"math"
	"strings"
	"testing"

	"lectern/reader/doc"
)

// mixed is a page with something of everything.
func mixed() *doc.Document {
	d := &doc.Document{Format: doc.HTML, Elements: []doc.Element{
		{Parent: -1, Tag: "body"}, {Parent: 0, Tag: "nav", Class: "menu"}, {Parent: 0, Tag: "article", Class: "story"},
		{Parent: 0, Tag: "aside", Class: "newsletter-signup"}, {Parent: 0, Tag: "footer"},
	}}
	add := func(element int, link bool, texts ...string) {
		for _, s := range texts {
			b := doc.Block{Text: s, First: -1, Last: -1, Element: element}
			if link {
				b.Spans = []doc.Span{{End: len(s), Kind: doc.Link}}
			}
			d.Blocks = append(d.Blocks, b)
		}
	}
	add(1, true, "Home", "News", "Sport", "Weather", "About us")
	add(2, false,
		"The lighthouse keeper of Ness has counted birds for thirty years, every evening at the same window, and has never missed a day.",
		"Her books fill a shelf in the museum now. Biologists come from as far as Lisbon to read them, and she makes them tea.",
		"Last spring, she says, there were fewer swallows than ever before. She does not know why, and she does not like to guess.",
	)
	add(3, false, "Sign up for our newsletter", "Only €2 a month")
	add(4, true, "Imprint", "Privacy policy")
	return d
}

// What the aspects of a block weigh is all that the model has to say about it.
func TestWhatIsWeighedIsTheWholeVerdict(t *testing.T) {
	for _, d := range []*doc.Document{mixed(), {Format: doc.Text, Blocks: mixed().Blocks}} {
		for i := range d.Blocks {
			if d.Format == doc.Text {
				d.Blocks[i].Element = -1
			}
		}
		r := New()
		pg := r.judge(d)
		for i, w := range pg.weigh() {
			total := 0.0
			for _, by := range w {
				total += by
			}
			if want := logit(pg.blocks[i].p); math.Abs(total-want) > .01 {
				t.Errorf("%q: the aspects weigh %.3f, the model says %.3f", d.Blocks[i].Text, total, want)
			}
		}
	}
}

func TestSignsAreOfTheBlock(t *testing.T) {
	d := mixed()
	New().With(Options{Explain: true}).Classify(d)
	for _, want := range []struct {
		text, fact string
		counts     float64
	}{
		{"Home", "its container is 100 % links", -1},
		{"The lighthouse", "of the page's paragraphs", 1},
		{"Sign up", "newsletter-signup", -1},
		{"Imprint", "<footer>", -1},
	} {
		if !hasSign(d, want.text, want.fact, want.counts) {
			t.Errorf("nothing like %q among what counted for %q:\n%+v", want.fact, want.text, signsOf(d, want.text))
		}
	}
	for i := range d.Blocks {
		if n := len(d.Blocks[i].Verdict.Signs); n == 0 || n > maxSigns {
			t.Errorf("%q has %d signs", d.Blocks[i].Text, n)
		}
	}
}

func signsOf(d *doc.Document, text string) []doc.Sign {
	for i := range d.Blocks {
		if strings.HasPrefix(d.Blocks[i].Text, text) {
			return d.Blocks[i].Verdict.Signs
		}
	}
	return nil
}

func hasSign(d *doc.Document, text, fact string, counts float64) bool {
	for _, s := range signsOf(d, text) {
		if strings.Contains(s.Fact, fact) && s.Weight*counts > 0 {
			return true
		}
	}
	return false
}

// Whatever overrules the model is among the signs.
func TestRulesAreAmongTheSigns(t *testing.T) {
	d := mixed()
	d.Title = "The birds of Ness and who counts them"
	d.Blocks[5].Text, d.Blocks[5].Kind, d.Blocks[5].Level = d.Title, doc.Heading, 1
	New().With(Options{Explain: true}).Classify(d)
	v := d.Blocks[5].Verdict
	if v.Kept || !hasSign(d, d.Title, "is the title shown above", -1) {
		t.Errorf("%+v", v)
	}
}

// Nobody pays for signs that nobody asked for.
func TestNoSignsUnasked(t *testing.T) {
	d := mixed()
	New().Classify(d)
	for i := range d.Blocks {
		if d.Blocks[i].Verdict.Signs != nil {
			t.Errorf("%q has signs", d.Blocks[i].Text)
		}
	}
}

// The words that are told are the block's own.
func TestWordsToldAreThere(t *testing.T) {
	d := mixed()
	New().With(Options{Explain: true}).Classify(d)
	n := 0
	for i := range d.Blocks {
		for _, s := range d.Blocks[i].Verdict.Signs {
			words, ok := strings.CutPrefix(s.Fact, "its words “")
			if !ok {
				continue
			}
			n++
			for w := range strings.SplitSeq(strings.TrimSuffix(words, "”"), "”, “") {
				if !strings.Contains(strings.ToLower(d.Blocks[i].Text), w) {
					t.Errorf("%q is told of %q", w, d.Blocks[i].Text)
				}
			}
		}
	}
	if n == 0 {
		t.Error("no words are told")
	}
}
