package classify

// A text has no containers that could tell which lines belong together. Lines of
// one shape, or that open or close with the same word, or say the same but for
// their figures do, and so do those that stand without a blank line between.

// kindred is what the pass before made of lines that are alike: by shape, by
// first and by last word, and by all words.
type kindred [4][]mass

// kindredBits is how many bits of a hash tell lines apart.
const kindredBits = 11

// keys are the hashes by which line i is like others.
func (pg *page) keys(i int) [len(kindred{})]uint32 {
	b := &pg.blocks[i]
	whole := uint32(fnvStart)
	for _, w := range pg.words.of(i) {
		whole = mix(whole, w)
	}
	keys := [...]uint32{b.form, b.opens, b.closes, whole}
	for k := range keys {
		keys[k] = keys[k] * 2654435769 >> (32 - kindredBits)
	}
	return keys
}

// liken works out the kindred of a text's lines.
func (pg *page) liken() {
	l := &pg.kindred
	for k := range l {
		if l[k] == nil {
			l[k] = make([]mass, 1<<kindredBits)
		}
		clear(l[k])
	}
	for i := range pg.blocks {
		for k, at := range pg.keys(i) {
			l[k][at].article += pg.blocks[i].p
			l[k][at].text++
		}
	}
}

// likewise tells what the pass before made of the lines that are like line i, of
// the run of lines that it is in and those beside, and of the lines that no
// blank one parts from it; the line itself does not count.
func (pg *page) likewise(i int, v vector) vector {
	b, l := &pg.blocks[i], &pg.ln
	for k, at := range pg.keys(i) {
		m := pg.kindred[k][at]
		v = append(v, others(m.article, m.text, b.p))
	}
	from, to := int(l.run[i]), int(l.end[i])
	h := pg.belief.sum
	v = append(v, others(h[to]-h[from], float64(to-from), b.p))
	for _, j := range [...]int{from - 1, to} {
		if j < 0 || j >= len(pg.blocks) {
			v = append(v, -1)
			continue
		}
		a, z := l.run[j], l.end[j]
		v = append(v, float32((h[z]-h[a])/float64(z-a)))
	}
	a, z := int(l.stanza[i]), int(l.stanzaEnd[i])
	return append(v, others(h[z]-h[a], float64(z-a), b.p), float32(z-a))
}

// others returns the mean of all but one, -1 where there is no other.
func others(sum, n, one float64) float32 {
	const some = .5
	if n < 1+some {
		return -1
	}
	return float32((sum - one) / (n - 1))
}
