package doc

import "slices"

// Strictness is how readily a doubtful block is removed. It is the one
// threshold a person can turn: a stricter setting never keeps what a laxer one
// removes. The zero value is right for most.
type Strictness int8

// The settings, from the one that keeps most to the one that removes most.
const (
	Lenient Strictness = iota - 2
	Mild
	Normal
	Firm
	Strict
)

// settings is how many strictnesses there are.
const settings = int(Strict-Lenient) + 1

var strictnessNames = [settings]string{"lenient", "mild", "normal", "firm", "strict"}

// Strictnesses returns every setting, the laxest first.
func Strictnesses() []Strictness { return []Strictness{Lenient, Mild, Normal, Firm, Strict} }

// ParseStrictness returns the setting of a name; false if there is none.
func ParseStrictness(name string) (Strictness, bool) {
	i := slices.Index(strictnessNames[:], name)
	return Lenient + Strictness(i), i >= 0 //nolint:gosec // five names
}

// String returns the name used by --strictness and in messages.
func (s Strictness) String() string { return strictnessNames[s.clamp()-Lenient] }

// Turned returns the setting n steps stricter, or laxer if n is negative, and
// no further than there are settings.
func (s Strictness) Turned(n int) Strictness {
	n = max(-settings, min(n, settings))
	return (s + Strictness(n)).clamp()
}

func (s Strictness) clamp() Strictness { return max(Lenient, min(s, Strict)) }

// Dial holds what every strictness makes of a document, as far as they differ.
// Few people turn it, so a Document works it out when it is first asked for;
// that may be done by several goroutines at once.
type Dial struct {
	Blocks   []int // the blocks whose verdict is not the same at every setting, in order
	Settings [settings]Setting
}

// Setting is what one strictness makes of a document.
type Setting struct {
	Verdicts []Verdict // of the dial's Blocks
	Cutoff   Cutoff
	Notes    []string
}

// Setting returns what strictness s makes of the document.
func (dl *Dial) Setting(s Strictness) *Setting { return &dl.Settings[s.clamp()-Lenient] }

// At returns the document with the verdicts of another strictness. The receiver
// is unchanged and shares all but the verdicts. Without a Dial, and at the
// setting that it has already, the document is returned as it is.
func (d *Document) At(s Strictness) *Document {
	s = s.clamp()
	if d.Dial == nil || s == d.Strictness {
		return d
	}
	dl := d.Dial()
	out, to := *d, dl.Setting(s)
	out.Strictness, out.Cutoff, out.Notes = s, to.Cutoff, to.Notes
	out.Blocks = slices.Clone(d.Blocks)
	for k, i := range dl.Blocks {
		out.Blocks[i].Verdict = to.Verdicts[k]
	}
	return &out
}

// RemovedFrom returns the laxest setting at which block i is removed; false if
// it is kept at all of them. It asks for a Dial.
func (d *Document) RemovedFrom(i int) (Strictness, bool) {
	dl := d.Dial()
	k, turns := slices.BinarySearch(dl.Blocks, i)
	for _, s := range Strictnesses() {
		v := &d.Blocks[i].Verdict
		if turns {
			v = &dl.Setting(s).Verdicts[k]
		}
		if !v.Kept {
			return s, true
		}
	}
	return Strict, false
}
