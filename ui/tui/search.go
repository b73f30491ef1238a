package tui

import (
	"context"
	"fmt"
	"sort"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/rivo/uniseg"

	"lectern/reader/doc"
	"lectern/ui/layout"
)

// search is what the reader looks for and what was found.
type search struct {
	typing bool   // the prompt is open
	query  string // as typed so far
	last   string // the query confirmed last, which an empty prompt repeats

	found   []match
	current int  // the match the reader stands at, -1 if none
	busy    bool // a search is under way
	jump    bool // the page goes to the first match when it is found
	owed    int  // steps asked for while the search was under way
	serial  int  // tells the answer to this query from those to earlier ones
	stop    context.CancelFunc

	origin place // where the reader stood when the prompt was opened
}

// foundMsg brings the matches of a search.
type foundMsg struct {
	serial int
	found  []match
}

// open opens the prompt.
func (s *search) open(at place) {
	s.clear()
	s.typing, s.origin = true, at
}

// clear ends the search and forgets its matches.
func (s *search) clear() {
	if s.stop != nil {
		s.stop()
		s.stop = nil
	}
	s.typing, s.query, s.found, s.current, s.busy, s.jump, s.owed = false, "", nil, -1, false, false, 0
	s.serial++
}

// active reports whether there is a query.
func (s *search) active() bool { return s.query != "" }

// ask returns the command that looks for the query in the document.
func (s *search) ask(d *doc.Document, ghost bool) tea.Cmd {
	if s.stop != nil {
		s.stop()
		s.stop = nil
	}
	s.serial++
	if s.query == "" || d == nil {
		s.found, s.current, s.busy = nil, -1, false
		return nil
	}
	ctx, stop := context.WithCancel(context.Background())
	s.busy, s.stop = true, stop
	serial, query := s.serial, s.query
	return guarded(func() tea.Msg {
		defer stop()
		return foundMsg{serial, find(ctx, d, query, ghost)}
	})
}

// take keeps the matches if they answer the query. The current one becomes the
// first at the place or after it, or as many further as steps were asked for.
func (s *search) take(msg foundMsg, at layout.Anchor) bool {
	if msg.serial != s.serial {
		return false
	}
	s.found, s.busy, s.stop, s.current = msg.found, false, nil, -1
	if n := len(s.found); n > 0 {
		s.current = ((s.from(at)+s.owed)%n + n) % n
	}
	s.owed = 0
	return true
}

// from returns the index of the first match at the place or after it.
func (s *search) from(at layout.Anchor) int {
	return sort.Search(len(s.found), func(i int) bool {
		m := s.found[i]
		return m.block > at.Block || m.block == at.Block && m.start >= at.Offset
	})
}

// step makes the next match current, or the one before, and reports whether it
// had to begin again at the other end.
func (s *search) step(forward bool) (wrapped bool) {
	n, by := len(s.found), 1
	if !forward {
		by = -1
	}
	switch {
	case s.busy:
		s.owed += by
		return false
	case n == 0:
		return false
	}
	s.current += by
	if s.current >= 0 && s.current < n {
		return false
	}
	s.current = (s.current + n) % n
	return true
}

// here returns the current match.
func (s *search) here() (match, bool) {
	if s.current < 0 || s.current >= len(s.found) {
		return match{}, false
	}
	return s.found[s.current], true
}

// count says how many matches there are and which is current.
func (s *search) count() string {
	switch {
	case s.query == "", s.busy && len(s.found) == 0:
		return ""
	case len(s.found) == 0:
		return "no match"
	}
	return fmt.Sprintf("%d of %d", s.current+1, len(s.found))
}

// edit changes the query as the key says and reports whether it is another.
func (s *search) edit(k tea.KeyPressMsg) bool {
	was := s.query
	switch k.String() {
	case "backspace", "ctrl+h":
		s.query = dropCluster(s.query)
	case "ctrl+w", "alt+backspace", "ctrl+backspace":
		s.query = strings.TrimRight(s.query, " ")
		s.query = s.query[:strings.LastIndex(s.query, " ")+1]
	case "ctrl+u":
		s.query = ""
	default:
		s.query += doc.Clean(k.Text)
	}
	return s.query != was
}

// paste appends pasted text, which is text and never keys.
func (s *search) paste(text string) bool {
	text = strings.TrimSpace(doc.Clean(text))
	s.query += text
	return text != ""
}

// dropCluster returns s without its last character as people count them.
func dropCluster(s string) string {
	end, state := 0, -1
	for rest := s; rest != ""; {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if rest == "" {
			return s[:end]
		}
		end += len(cluster)
	}
	return ""
}
