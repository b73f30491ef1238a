package cli

import (
	"bytes"
	"testing"
)

// What is decided when standard output is no terminal; the scripts of
// testdata/scripts have the rest.
func TestColorOf(t *testing.T) {
	for _, c := range []struct {
		flag, configured string
		env              map[string]string
		want             color
	}{
		{"", "", nil, bare},
		{"auto", "", nil, bare},
		{"always", "", nil, coloured},
		{"always", "never", map[string]string{"NO_COLOR": "1", "TERM": "dumb"}, coloured},
		{"never", "always", map[string]string{"CLICOLOR_FORCE": "1"}, bare},
		{"", "", map[string]string{"CLICOLOR_FORCE": "1"}, coloured},
		{"", "", map[string]string{"CLICOLOR_FORCE": "0"}, bare},
		{"", "", map[string]string{"CLICOLOR_FORCE": "1", "TERM": "dumb"}, coloured},
		{"", "", map[string]string{"CLICOLOR_FORCE": "1", "NO_COLOR": "1"}, bare},
		{"", "always", nil, coloured},
		{"auto", "always", nil, bare},
		{"", "always", map[string]string{"NO_COLOR": "1"}, bare},
		{"", "always", map[string]string{"TERM": "dumb"}, bare},
		{"", "always", map[string]string{"CLICOLOR": "0"}, bare},
		{"", "always", map[string]string{"NO_COLOR": ""}, coloured},
	} {
		p := &program{stdout: &bytes.Buffer{}, getenv: func(name string) string { return c.env[name] }}
		if got := p.colorOf(c.flag, c.configured); got != c.want {
			t.Errorf("--color %q, configured %q, %v: got %d, want %d", c.flag, c.configured, c.env, got, c.want)
		}
	}
}
