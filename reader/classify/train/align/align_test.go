package align

import (
	"slices"
	"strings"
	"testing"
)

const story = `The ferry left at noon with forty people aboard.
Nobody had told the harbour master.
A quiet crossing
It came back at dusk, the captain said, without a scratch on it.
No.
The harbour master has asked for a report by Friday.`

func TestLines(t *testing.T) {
	page := `Home
News
Ferry slips out of harbour
Nobody at the quay knew of the trip until evening
The ferry left at noon with forty people aboard.
Advertisement
Nobody had told the harbour master.
A quiet crossing
Subscribe for two crowns a month and read on
It came back at dusk, the captain said, without a scratch on it.
No.
***
The harbour master has asked for a report by Friday.
The ferry left at noon with forty people aboard.
More from the harbour: ten boats you would not sail in`
	want := "ccuuacaacaauauc"
	labels, covered := Lines(strings.Split(page, "\n"), story, "Ferry slips out of harbour")
	got := make([]byte, 0, len(labels))
	for _, l := range labels {
		got = append(got, "uac"[l])
	}
	if string(got) != want {
		t.Errorf("labels %s, want %s", got, want)
	}
	if covered < .99 {
		t.Errorf("covered %.2f of the text", covered)
	}
}

func TestLinesMissingFromThePage(t *testing.T) {
	labels, covered := Lines([]string{"Home", "Quite another story stands here, of bread and of salt."}, story, "")
	if slices.Contains(labels, Article) || covered != 0 {
		t.Errorf("labels %v, covered %.2f", labels, covered)
	}
	if labels, _ := Lines(nil, "", ""); len(labels) != 0 {
		t.Errorf("labels %v of no lines", labels)
	}
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"It’s “ﬁne”, 3½ €5", "it s fine 31 2 € 5"},
		{"İstanbul ΟΔΟΣ", "i stanbul οδος"},
		{"日本語の記事。₹900", "日本語の記事 ₹ 900"},
		{"...", ""},
	} {
		if got := strings.Join(Tokens(c.in), " "); got != c.want {
			t.Errorf("Tokens(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestTag(t *testing.T) {
	lines := []string{
		"We use cookies", "Cookie dough for beginners", "Join our newsletter", "Log in", "€4", "A month costs less than a coffee",
		"The five best subscription boxes", "Subscribe", "The ferry left at noon.", "Share on Facebook", "Read next: ferries", "Advertisement",
	}
	want := []string{Cookie, "", Newsletter, Login, Plan, "", "", Paywall, "", Share, Related, Ad}
	for i := range lines {
		if got := Tag(lines, i); got != want[i] {
			t.Errorf("%q: %q, want %q", lines[i], got, want[i])
		}
	}
	if got := Tag([]string{"€4"}, 0); got != Price {
		t.Errorf("a price alone is %q", got)
	}
}
