package corpus

import (
	"math/rand/v2"
	"strconv"
	"strings"
)

// What news sites set around and into their stories, in words of many of them.
// In braces stands what is drawn anew each time. Names are invented.
var (
	// signatures stand under headlines; gold texts are at odds over them.
	signatures = []string{
		"By {name}", "BY {NAME}", "By {name}, Staff Writer", "By {name} and {name}", "{name}, {town}", "{name} | {agency}",
		"By {name}, {agency} Writer", "{agency}", "Published: {date}", "Updated: {date} {time}", "{date} at {time}",
		"Posted {date} {time}", "Last modified: {date}", "{date}, {time}", "{weekday}, {date}", "By {name} • {date}", "{n} hours ago",
		"From {name} in {town}", "{name} reports", "First published {date}", "Article last updated: {date} {time}",
	}

	// captions stand by pictures; gold texts are at odds over them.
	captions = []string{
		"{name} at a meeting in {town} last week. Photograph: {name}/{agency}", "{name} in {town} (File photo)", "Photo: {agency}",
		"{name} (left) and {name} (right)", "Image: {name} / {agency}", "A view of {town} on {weekday}. ({agency})",
		"{name}: “We had no choice.”", "({agency} photo/{name})", "The harbour at {town}, seen from the air",
	}

	// tools stand at the head and the foot of stories and beside them.
	tools = []string{
		"E-mail this story", "Email", "Print", "Print this page", "Printer-friendly version", "Send to a friend", "Text size", "Text size: A- A+",
		"Larger text", "Smaller text", "Share", "Share this", "Share this article", "Save", "Bookmark", "Digg", "Del.icio.us", "Facebook", "Tweet", "Tweet {n}",
		"{n} Comments", "Comments ({n})", "{n} shares", "Recommend", "Recommended ({n})", "Like {n}", "Add a comment", "Have your say", "Discuss",
		"Click here to comment", "Post a comment", "View comments", "Report abuse", "Listen", "Watch video", "Play", "Photo gallery", "Photos ({n})",
		"Click to enlarge", "Enlarge image", "View larger image", "Next photo", "Previous", "Next", "1 of {n}", "Page 1 of {n}", "1 2 3 Next",
		"Read more", "Read More »", "Full story", "More »", "Continue", "Back to top", "Top of page", "Subscribe", "RSS", "Get email alerts",
		"Correct an error", "Contact the writer", "Reprints & permissions", "Buy photo", "Topics", "Tags:", "Filed under: {town}, Politics",
		"{time} {weekday}", "Sponsored links", "Ads by {agency}", "Advertisement", "ADVERTISEMENT", "Story continues below", "Article continues below",
	}

	// boxes are headed lists of other stories.
	boxes = []string{
		"Related stories", "Related articles", "RELATED", "More from {town}", "More in News", "Most popular", "Most read", "Most e-mailed", "Top stories", "Latest headlines",
		"Also in the news", "See also", "From the archive", "Don't miss", "Today's headlines", "In pictures", "Elsewhere on the site", "Recommended for you",
	}

	headlines = []string{
		"{town} council votes to keep its library open", "{name} quits after {n} years", "Storm leaves {n} homes without power", "Rates rise for a third month",
		"Police name man found near {town}", "{town} beats {town} {n}-2", "What we know about the {town} fire", "Why {name} will not run again",
		"Shares slip as {agency} warns on profit", "How to grow beans on a balcony", "Review: {name} in {town}", "{n} held after march in {town}",
		"Strike shuts {town} airport", "New school for {town}", "Video: bridge falls into the river", "Opinion: leave the market where it is",
	}

	first  = []string{"Ada", "Bertil", "Carla", "Dunstan", "Edda", "Farid", "Greta", "Hugh", "Ines", "Jonas", "Keiko", "Lazar", "Mona", "Noor", "Olaf", "Priya"}
	family = []string{"Abernethy", "Bruun", "Calloway", "Dremov", "Eastlake", "Fonseca", "Garrick", "Holm", "Ingleby", "Jurado", "Kettle", "Lindqvist", "Marrow", "Novak", "Okoro", "Pell"}
	towns  = []string{"Ashgrove", "Brackwater", "Corrin", "Dunmere", "Eastholt", "Fallow", "Grantham Bay", "Hollin", "Isca", "Karsdorf", "Lowbridge", "Marling", "Northwick", "Overby", "Santa Ilda", "Varna Heights"}
	agency = []string{"North Wire", "United Dispatch", "Coast Press", "Meridian News", "Tern Media", "The Daily Quill"}
	months = []string{"January", "Feb", "March", "April", "May", "Jun.", "July", "Aug", "September", "Oct.", "November", "Dec"}
	days   = []string{"Monday", "Tuesday", "Wed", "Thursday", "Friday", "Sat", "Sunday"}
)

// fill draws what stands in braces.
func fill(s string, rng *rand.Rand) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(s, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		field, after, _ := strings.Cut(rest, "}")
		b.WriteString(drawField(field, rng))
		s = after
	}
}

func drawField(field string, rng *rand.Rand) string {
	number := func(n int) string { return strconv.Itoa(1 + rng.IntN(n)) }
	switch field {
	case "name":
		return pick(rng, first) + " " + pick(rng, family)
	case "NAME":
		return strings.ToUpper(pick(rng, first) + " " + pick(rng, family))
	case "town":
		return pick(rng, towns)
	case "agency":
		return pick(rng, agency)
	case "weekday":
		return pick(rng, days)
	case "date":
		return pick(rng, months) + " " + number(28) + ", 20" + strconv.Itoa(10+rng.IntN(17))
	case "time":
		return number(12) + ":" + strconv.Itoa(10+rng.IntN(50)) + pick(rng, []string{" am", " pm", " a.m. EST", " p.m.", " GMT", "PM"})
	}
	return number(40)
}

// newsroom adds such lines to a text.
func newsroom(ps []piece, rng *rand.Rand) []piece {
	from, to := extent(ps)
	out := make([]piece, 0, len(ps)+32)
	out = append(out, ps[:from]...)
	out = several(out, signatures, Unsure, rng.IntN(3), rng)
	out = several(out, tools, Clutter, rng.IntN(6), rng)
	for i := from; i < to; i++ {
		out = append(out, ps[i])
		if i+1 == to || ps[i].Label != Article || !chance(rng, .02) {
			continue
		}
		switch rng.IntN(3) {
		case 0:
			out = several(out, captions, Unsure, 1, rng)
		case 1:
			out = several(out, tools, Clutter, 1+rng.IntN(2), rng)
		default:
			out = box(out, rng)
		}
	}
	if chance(rng, .5) {
		out = several(out, tools, Clutter, rng.IntN(8), rng)
	}
	if chance(rng, .4) {
		out = box(out, rng)
	}
	return append(out, ps[to:]...)
}

// several appends n lines drawn from a list.
func several(out []piece, from []string, label Label, n int, rng *rand.Rand) []piece {
	for range n {
		out = append(out, piece{Line: Line{Text: fill(pick(rng, from), rng), Label: label}})
	}
	return out
}

// box appends a list of other stories.
func box(out []piece, rng *rand.Rand) []piece {
	out = several(out, boxes, Clutter, 1, rng)
	return several(out, headlines, Clutter, 1+rng.IntN(5), rng)
}
