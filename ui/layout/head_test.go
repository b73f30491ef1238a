package layout_test

import (
	"strings"
	"testing"

	"lectern/reader/doc"
	"lectern/ui/layout"
)

func TestReadingTime(t *testing.T) {
	const perMinute = 987 // characters of English
	for _, test := range []struct {
		minutes int
		want    string
	}{
		{1, "1 min read"},
		{59, "59 min read"},
		{60, "1 h read"},
		{95, "1 h 35 min read"},
		{599, "9 h 59 min read"},
		{600, "10 h read"},
		{2922, "49 h read"},
	} {
		d := &doc.Document{Blocks: []doc.Block{{
			Kind: doc.Paragraph, Text: strings.Repeat("x", test.minutes*perMinute), Verdict: doc.Verdict{Kept: true},
		}}}
		head := layout.Head(d, layout.Options{Width: 72})
		if len(head) != 1 || head[0].Text != test.want {
			t.Errorf("%d minutes are shown as %+v, want %q", test.minutes, head, test.want)
		}
	}
}

// The notice is what matters; how one can tell stands below it without emphasis.
func TestOnlyTheNoticeStandsOut(t *testing.T) {
	d := &doc.Document{Cutoff: doc.Cutoff{Cut: true, Evidence: []string{"Subscribe to read on", "the text ends in an ellipsis"}}}
	for _, l := range layout.Tail(d, layout.Options{Width: 72}) {
		if notice := strings.HasPrefix(l.Text, "The text ends here"); l.Text != "" && (l.Kind == layout.Notice) != notice {
			t.Errorf("the row %q is of kind %v", l.Text, l.Kind)
		}
	}
}
