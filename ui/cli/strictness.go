package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"go.yaml.in/yaml/v3"

	"lectern/reader/doc"
)

// strictnessVariable is the environment's word on how strict to be.
const strictnessVariable = "LECTERN_STRICTNESS"

// strictnessNames are the values of --strictness.
func strictnessNames() []string {
	all := doc.Strictnesses()
	names := make([]string, len(all))
	for i, s := range all {
		names[i] = s.String()
	}
	return names
}

func strictnesses() string { return strings.Join(strictnessNames(), ", ") }

// strictness returns what the flag says, or else the environment, or else the
// configuration.
func (p *program) strictness(cmd *cobra.Command, c config) (doc.Strictness, error) {
	given, by := p.getenv(strictnessVariable), strictnessVariable
	switch {
	case cmd.Flags().Changed("strictness"):
		given, by = p.flags.strictness, "--strictness"
	case given == "" && c.strictness == "":
		return doc.Normal, nil
	case given == "":
		given = c.strictness
	}
	s, ok := doc.ParseStrictness(given)
	if !ok {
		return doc.Normal, usage(cmd, "%s: %q is none of %s", by, given, strictnesses())
	}
	return s, nil
}

func setStrictness(c *config, n *yaml.Node) error {
	if _, ok := doc.ParseStrictness(n.Value); !ok {
		return fmt.Errorf("%q is none of %s", n.Value, strictnesses())
	}
	c.strictness = n.Value
	return nil
}
