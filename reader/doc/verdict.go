package doc

// Verdict says whether a block belongs to the article, how sure that is, and
// what a person can check to agree or not.
type Verdict struct {
	Kept     bool
	Reason   Reason   // why it was removed; None when kept
	Score    float64  // 0 … 1: how sure the verdict is of itself
	Evidence []string // short facts: "price with a billing period", "12 of 14 words are links"

	// Signs are what counted for and against the block, the weightiest first;
	// nil unless they were asked for.
	Signs []Sign
}

// Sign is a fact about a block that counted when its verdict was found.
type Sign struct {
	Fact string // what a person can check: "4 full sentences", "inside <nav>"

	// Weight is how far the fact moved the odds that the block belongs to the
	// article, as a logarithm: above 0 it counted for the block, below against.
	Weight float64
}

// Reason is why a block was removed.
type Reason uint8

// The reasons, a closed list. None is the zero value, for blocks kept.
const (
	None Reason = iota
	Subscription
	Account
	Newsletter
	Consent
	Advertising
	Navigation
	Related
	Social
	Comments
	AuthorBox
	Player
	Metadata
	Legal
	Duplicate
	Template
	Concealed
	User
	Unclear
	reasonCount
)

// reasons gives each reason its name in output and its sentence for people.
var reasons = [reasonCount]struct{ name, sentence string }{
	None:         {"", "Part of the article."},
	Subscription: {"subscription", "Asks for a subscription: a limit reached, plans, prices, trials."},
	Account:      {"account", "Asks to log in or to register."},
	Newsletter:   {"newsletter", "Offers a newsletter or alerts."},
	Consent:      {"consent", "Asks for consent to cookies or other use of data."},
	Advertising:  {"advertising", "Advertises, or labels an advertisement."},
	Navigation:   {"navigation", "Leads around the site: menus, breadcrumbs, buttons."},
	Related:      {"related", "Points to other stories."},
	Social:       {"social", "Shares, follows or counts."},
	Comments:     {"comments", "Readers' comments, or the place for them."},
	AuthorBox:    {"author box", "Introduces the author."},
	Player:       {"player", "Controls of a player: listen, watch."},
	Metadata:     {"metadata", "About the story, not of it: dates, tags, reading time."},
	Legal:        {"legal", "Copyright, terms, imprint."},
	Duplicate:    {"duplicate", "Says again what stands elsewhere on the page."},
	Template:     {"template", "A template the site did not fill in."},
	Concealed:    {"hidden", "Hidden from visitors by the page."},
	User:         {"user", "Removed by you."},
	Unclear:      {"other", "Does not read like part of the article."},
}

// String returns the reason's name, as panels and JSON output have it.
func (r Reason) String() string { return reasons[r].name }

// Sentence returns one line that tells a person what the reason means.
func (r Reason) Sentence() string { return reasons[r].sentence }

// Reasons returns every reason a block can be removed for, in the order in
// which lists show them.
func Reasons() []Reason {
	rs := make([]Reason, 0, reasonCount-1)
	for r := None + 1; r < reasonCount; r++ {
		rs = append(rs, r)
	}
	return rs
}

// Choices are a person's own verdicts: block index → kept.
type Choices map[int]bool

// With returns a copy of the document in which the person's choices overrule
// the classifier. The receiver is unchanged and shares all but the verdicts.
func (d *Document) With(c Choices) *Document {
	if len(c) == 0 {
		return d
	}
	out := *d
	out.Blocks = make([]Block, len(d.Blocks))
	copy(out.Blocks, d.Blocks)
	for i, keep := range c {
		if i < 0 || i >= len(out.Blocks) || out.Blocks[i].Verdict.Kept == keep {
			continue
		}
		v := Verdict{Kept: keep, Score: 1, Evidence: []string{"your choice"}}
		if !keep {
			v.Reason = User
		}
		out.Blocks[i].Verdict = v
	}
	return &out
}
