package classify

import (
	"slices"
	"testing"
)

func TestAddress(t *testing.T) {
	const last, within = 2, 1
	for _, c := range []struct {
		address string
		sign    addressSign
		want    float32
	}{
		{"https://www.example.org/threads/which-kettle.1234/", addressForum, within},
		{"https://forums.example.org/viewtopic.php?t=42", addressForum, last},
		{"https://forum.example.org/x/42", addressForum, within},
		{"https://example.com/products/oak-table", addressProduct, within},
		{"https://example.com/c/kettles", addressList, within},
		{"https://example.com/collections", addressList, last},
		{"https://docs.example.dev/start", addressDocs, within},
		{"https://example.com/Blog/2024/why-tea", addressStory, within},
		{"https://example.com/services/", addressService, last},
		{"https://example.com/services/", addressForum, 0},
		{"", addressForum, -1},
		{"http://[::1", addressForum, -1},
	} {
		if got := tell(c.address); got[c.sign] != c.want {
			t.Errorf("%q: sign %d of %v, want %v", c.address, c.sign, got, c.want)
		}
	}
	got := tell("https://example.com/2024/05/why-tea-is-hot7.html?x=1")
	if want := []float32{3, 3, 1, 20, 1, 1, 1}; !slices.Equal(want, got[addressSigns:]) {
		t.Errorf("the rest of an address is %v, want %v", got[addressSigns:], want)
	}
}
