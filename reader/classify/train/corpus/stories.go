package corpus

import (
	"fmt"
	"slices"

	"lectern/reader/classify/train/stories"
)

// NameStories is the collection of stories written for lectern.
const NameStories = "stories"

// partLabels are the labels of the parts of stories.
var partLabels = map[stories.Part]Label{stories.Article: Article, stories.Clutter: Clutter}

// Stories returns the stories of some splits: those to learn from, or those to
// measure with.
func Stories(splits ...stories.Split) ([]*Sample, error) {
	all, err := stories.Load()
	if err != nil {
		return nil, err
	}
	var out []*Sample
	of := map[string]int{} // stories by publisher
	for _, s := range all {
		if !slices.Contains(splits, s.Split) {
			continue
		}
		publisher := s.Language + " " + s.Publisher
		of[publisher]++
		t := &Sample{
			ID: fmt.Sprintf("%s %d", publisher, of[publisher]), Source: NameStories, Type: "article", Language: s.Language,
			Fold: Fold("", publisher), Weight: 1, Full: s.Full,
		}
		for _, l := range s.Lines {
			t.Lines = append(t.Lines, Line{Text: l.Text, Label: partLabels[l.Part]})
		}
		t.read()
		out = append(out, t)
	}
	return out, nil
}
