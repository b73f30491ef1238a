package pattern

import "lectern/reader/entity/token"

// bareMonth finds a month alone where it can only be the month.
func (s *scan) bareMonth(i int) int {
	end := s.anyMonth(i)
	if end == 0 {
		return 0
	}
	cued := s.cued(i)
	switch {
	case s.shortMonth(i) || s.capitals&month == 0:
		if !cued {
			return 0
		}
	case s.has(i, doubtful) && !cued && !s.paired(i):
		return 0
	case i > 0 && s.capital(i-1) && !s.begins(i-1) && !cued && s.kind(i-1) == token.Word:
		return 0
	}
	if s.has(i, doubtful) && s.capital(end) && !s.touches(end) && s.kind(end) == token.Word && !s.cuedStrongly(i) {
		return 0 // "by April Jones"
	}
	return end
}

// cued reports whether the word before i, a dash aside, announces a month or a year.
func (s *scan) cued(i int) bool {
	if s.dash(i-1) && s.touches(i) && s.touches(i-1) {
		i--
	}
	return i > 0 && (s.has(i-1, cue|strong|near) || i > 1 && s.is(i-2, cue|strong) == i)
}

func (s *scan) cuedStrongly(i int) bool { return i > 0 && s.has(i-1, strong|near) }

// paired reports whether another month stands beside the one at i: "June and July".
func (s *scan) paired(i int) bool {
	if e := s.between(i + 1); e > 0 && s.has(e, month) && s.capital(e) {
		return true
	}
	return i >= 2 && s.between(i-1) == i && s.has(i-2, month) && s.capital(i-2)
}
