package classify

import (
	"slices"

	"lectern/reader/classify/internal/linear"
)

// fitReasons fits what tells by its words why a prompt is one, a model for each
// reason, without a fold.
func (c *course) fitReasons(out int) []*linear.Model {
	if c.plan.reasons.Epochs == 0 {
		return nil
	}
	var rows []int32
	for _, r := range c.but(out) {
		if slices.Contains(askReasons[:], c.why[r]) {
			rows = append(rows, r)
		}
	}
	models := make([]*linear.Model, len(askReasons))
	y := make([]float32, len(c.y))
	for k, reason := range askReasons {
		for _, r := range rows {
			y[r] = yes(c.why[r] == reason)
		}
		models[k] = linear.Fit(&c.hashed[1], rows, y, c.w, c.plan.reasons)
	}
	return models
}
