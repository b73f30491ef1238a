package classify

import "lectern/reader/classify/internal/linear"

// linears fits the linear models without two folds; each pair once.
func (c *course) linears(a, b int) *[4]linear.Model {
	key := 0 // a bit for each fold left out; All is none
	for _, f := range [...]int{a, b} {
		if f != All {
			key |= 1 << f
		}
	}
	c.mu.Lock()
	m := c.fitted[key]
	c.mu.Unlock()
	if m != nil {
		return m
	}
	m = &[4]linear.Model{}
	rows := c.but(a, b)
	m[0] = *linear.Fit(&c.hashed[0], rows, c.y, c.w, c.plan.linear[0])
	m[1] = *linear.Fit(&c.hashed[1], but(&c.worded, a, b), c.y, c.w, c.plan.linear[1])
	m[2] = *linear.Fit(&c.hashed[2], rows, c.y, c.w, c.plan.linear[2])
	m[3] = *linear.Fit(&c.hashed[1], but(&c.voiced, a, b), c.y, c.w, c.plan.linear[3])
	c.mu.Lock()
	c.fitted[key] = m
	c.mu.Unlock()
	return m
}

// lend puts what linear models say of a fold they do not know into the table.
func (c *course) lend(fold int, m *[4]linear.Model) {
	for _, l := range c.of(fold) {
		c.lendPage(l, m)
	}
}

// lendPage does so for a page.
func (c *course) lendPage(l *lesson, m *[4]linear.Model) {
	for i := range l.blocks {
		b, r := &l.blocks[i], int32(l.at+i) //nolint:gosec // a few million rows
		b.own, b.near, b.pitch = m[1].Score(&c.hashed[1], r), m[2].Score(&c.hashed[2], r), m[3].Score(&c.hashed[1], r)
		if l.html {
			b.structure = m[0].Score(&c.hashed[0], r)
		}
	}
	for i := range l.blocks {
		l.measure(families[len(families)-learnt:], i, c.table.Row(l.at + i)[:c.width])
	}
}
