package conv

// channel is what a layer makes of a line, or the weights of one number of the
// layer before.
type channel [channels]float32

// add adds v times another.
func (h *channel) add(v float32, w *channel) {
	if v == 0 {
		return
	}
	for j := range h {
		h[j] += v * w[j]
	}
}

func (h *channel) dot(w *channel) float32 {
	var s float32
	for j := range h {
		s += h[j] * w[j]
	}
	return s
}

// positive sets what is below zero to zero.
func (h *channel) positive() *channel {
	for j := range h {
		h[j] = max(h[j], 0)
	}
	return h
}

// where leaves only the numbers that are positive in another, and reports
// whether any of them is not zero.
func (h *channel) where(of *channel) bool {
	some := false
	for j := range h {
		if of[j] <= 0 {
			h[j] = 0
		}
		some = some || h[j] != 0
	}
	return some
}
