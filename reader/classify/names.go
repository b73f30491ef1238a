package classify

import "lectern/reader/doc"

// Containers are hashed by what they are called: element name, role, microdata,
// and the parts of class and id. How far out a container stands from the block
// makes different features of the same name.

// rings is how many distances are told apart: the innermost container, the
// next, the one after, two further out.
const rings = 4

// ringOf maps a distance in containers to its ring; names further out count
// wherever they stand, as far as outermost.
var ringOf = [...]uint32{0, 1, 2, 3, 3}

const outermost = 12

// What a hash of a container stands for.
const (
	asTag uint32 = iota + 101
	asClass
	asPart
	asID
	asRole
	asItem
	asType
	asPath
	asAnyRing
	asKind
)

// maxNames is how many hashes a container has at most.
const maxNames = 24

// nameTokens returns the hashes of a container's names.
func nameTokens(e *doc.Element, out []uint32) []uint32 {
	out = out[:0]
	out = append(out, mix(hashOf(e.Tag), asTag))
	out = nameParts(e.Class, asClass, out)
	out = nameParts(e.ID, asID, out)
	out = nameParts(e.Label, asPart, out)
	if e.Role != "" {
		out = append(out, mix(hashOf(e.Role), asRole))
	}
	if e.Itemprop != "" {
		out = append(out, mix(hashOf(e.Itemprop), asItem))
	}
	if e.Itemtype != "" {
		out = append(out, mix(hashOf(e.Itemtype), asType))
	}
	return out
}

// nameParts hashes the names in a list of them, whole and in parts: "post-body"
// is "post-body", "post" and "body". Numbers are all alike.
func nameParts(list string, as uint32, out []uint32) []uint32 {
	n := nameHash{as: as, out: out, whole: fnvStart, part: fnvStart}
	var prev byte
	for i := range len(list) {
		c := list[i]
		switch c {
		case ' ', '\n', '\t':
			n.endName()
		case '-', '_', ':', '/':
			n.endPart()
			n.whole = (n.whole ^ '-') * fnvPrime
		default:
			if c >= 'A' && c <= 'Z' {
				if prev >= 'a' && prev <= 'z' {
					n.endPart()
				}
				c += 'a' - 'A'
			}
			n.add(c, prev)
		}
		prev = list[i]
	}
	n.endName()
	return n.out
}

// nameHash is a name on its way to its hashes.
type nameHash struct {
	as          uint32
	out         []uint32
	whole, part uint32
	size, named int // bytes of the part and of the name
}

func (n *nameHash) add(c, prev byte) {
	if c >= '0' && c <= '9' {
		if prev >= '0' && prev <= '9' {
			return
		}
		c = '0'
	}
	n.whole = (n.whole ^ uint32(c)) * fnvPrime
	n.part = (n.part ^ uint32(c)) * fnvPrime
	n.size++
	n.named++
}

func (n *nameHash) endPart() {
	if n.size > 1 && len(n.out) < maxNames {
		n.out = append(n.out, mix(n.part, asPart))
	}
	n.part, n.size = fnvStart, 0
}

func (n *nameHash) endName() {
	n.endPart()
	if n.named > 0 && len(n.out) < maxNames {
		n.out = append(n.out, mix(n.whole, n.as))
	}
	n.whole, n.named = fnvStart, 0
}

// pathTokens returns the hashes of the way from container e outwards, together
// with what the block is.
func pathTokens(d *doc.Document, e int, kind doc.Kind, out []uint32) []uint32 {
	out = append(out[:0], mix(uint32(kind), asKind))
	h := mix(uint32(kind), asPath)
	for n := 0; e >= 0 && n < 4; n++ {
		h = mix(h, hashOf(d.Elements[e].Tag))
		out = append(out, h)
		e = d.Elements[e].Parent
	}
	return out
}
