package doc

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSubjects(t *testing.T) {
	entities := []Entity{
		{Start: 0, End: 4, Kind: Place, Name: "Oslo"},
		{Start: 5, End: 9, Kind: Person, Name: "Ada Lind"},
		{Start: 10, End: 14, Kind: Place, Name: "Bergen"},
		{Block: 1, Start: 0, End: 4, Kind: Person, Name: "Bo Vik"},
		{Block: 1, Start: 5, End: 8, Kind: Place, Name: "Bergen"},
		{Block: 1, Start: 9, End: 12, Kind: Organization, Name: "Bergen"},
	}
	want := []Subject{
		{"Ada Lind", Person, []int{1}},
		{"Bo Vik", Person, []int{3}},
		{"Bergen", Organization, []int{5}},
		{"Bergen", Place, []int{2, 4}},
		{"Oslo", Place, []int{0}},
	}
	if diff := cmp.Diff(want, Subjects(entities)); diff != "" {
		t.Error(diff)
	}
	if got := Subjects(nil); len(got) != 0 {
		t.Errorf("subjects of nothing: %v", got)
	}
}
