package classify_test

import (
	"strings"
	"testing"

	"lectern/reader/classify"
)

// tale is a story in Danish.
var tale = []string{
	"Færgen sejlede ved middagstid med fyrre mennesker om bord, og ingen af dem vidste, at det blev den sidste tur i år.",
	"Kaptajnen havde set skyerne komme fra vest siden morgenen, men havnen havde lovet roligt vejr, og han stolede på havnen.",
	"Da de kom tilbage ved solnedgang, stod hele byen på kajen, og en dreng talte dem højt, mens de gik i land.",
	"Nu ligger båden på land, og der bliver malet og hamret, indtil isen slipper bugten en gang i marts.",
}

// TestOfferGoesWhole: an offer between two paragraphs goes with its doubtful
// lines, and nothing else does.
func TestOfferGoesWhole(t *testing.T) {
	offer := []string{"Prøv gratis i en måned", "Bliv abonnent og få ubegrænset adgang til alle artikler", "Opsig når som helst"}
	d := lines(strings.Join(append(append(append([]string{}, tale[:2]...), offer...), tale[2:]...), "\n"))
	classify.New().Classify(d)
	for i := range d.Blocks {
		if inside := i >= 2 && i < 2+len(offer); d.Blocks[i].Verdict.Kept == inside {
			t.Errorf("%q: kept %v", d.Blocks[i].Text, !inside)
		}
	}
}

// TestStoryInAnUnlearntLanguageIsWhole, its heading and its speech included.
func TestStoryInAnUnlearntLanguageIsWhole(t *testing.T) {
	text := []string{ // in Icelandic
		"Síðasta ferðin",
		"Ferjan sigldi um hádegi með fjörutíu manns um borð, og enginn þeirra vissi að þetta yrði síðasta ferðin á árinu.",
		"Skipstjórinn hafði séð skýin koma úr vestri frá því um morguninn, en höfnin hafði lofað góðu veðri og hann treysti höfninni.",
		"– Við komumst heim, sagði hann.",
		"Þegar þau komu aftur við sólsetur stóð allur bærinn á bryggjunni, og drengur taldi þau upphátt þegar þau gengu í land.",
		"Ísinn bíður",
		"Nú liggur báturinn á landi, og þar er málað og smíðað þangað til ísinn sleppir firðinum einhvern tíma í mars.",
	}
	d := lines(strings.Join(text, "\n"))
	classify.New().Classify(d)
	for i := range d.Blocks {
		kept(t, d, i)
	}
}

// TestRefrainStays: what a text says twice it means twice.
func TestRefrainStays(t *testing.T) {
	const refrain = "And still the river runs, and still the river runs to sea."
	d := lines(strings.Join([]string{first, refrain, second, refrain, third, refrain}, "\n"))
	classify.New().Classify(d)
	for i := range d.Blocks {
		kept(t, d, i)
	}
}
