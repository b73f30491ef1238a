package cli

import (
	"context"
	"encoding/json"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"lectern/reader/doc"
	"lectern/reader/entity"
)

// passage is one line given to entities --jsonl.
type passage struct {
	ID   json.RawMessage `json:"id"`
	Text *string         `json:"text"`
}

// errNoText is the error of a line without a text.
var errNoText = errors.New("want a text")

// mention is a name or figure at bytes [Start, End) of a passage's text.
type mention struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Kind  string `json:"kind"`
	Text  string `json:"text"`
}

func (p *program) entitiesCommand() *cobra.Command {
	var jsonl bool
	cmd := &cobra.Command{
		Use:   "entities --jsonl",
		Short: "Find the names and figures in texts",
		Long: "entities reads lines from standard input, each an object with an id and a text, and prints for each, " +
			"in the same order, an object with the id and the people, organisations, places, dates, sums, " +
			"percentages and quantities in the text. Their places are bytes into the text.",
		Example: `echo '{"id":1,"text":"Ada Lovelace was born in London in 1815."}' | lectern entities --jsonl`,
		Args:    cobra.ArbitraryArgs,
		RunE: p.inSettings(func(ctx context.Context, cmd *cobra.Command, _ *settings, args []string) error {
			if !jsonl {
				return usage(cmd, "entities needs --jsonl: it reads a stream of JSON objects")
			}
			if len(args) > 0 {
				return usage(cmd, "--jsonl reads standard input and takes no source")
			}
			return p.entityStream(ctx, cmd)
		}),
	}
	cmd.Flags().BoolVar(&jsonl, "jsonl", false, "read a stream of JSON objects, one a line")
	return cmd
}

// entityStream tags the lines of standard input.
func (p *program) entityStream(ctx context.Context, cmd *cobra.Command) error {
	tagger := entity.New()
	return p.runStream(ctx, cmd, func(line []byte) ([]byte, error) {
		var in passage
		err := decode(line, &in)
		if err == nil && in.Text == nil {
			err = errNoText
		}
		if err != nil {
			return failure(in.ID, err), err
		}
		return withID(in.ID, struct {
			Entities []mention `json:"entities"`
		}{mentions(tagger, *in.Text)})
	})
}

// mentions tags the paragraphs of a text, which end at newlines.
func mentions(tagger *entity.Tagger, text string) []mention {
	paragraphs := strings.Split(text, "\n")
	starts := make([]int, len(paragraphs))
	at := 0
	for i, s := range paragraphs {
		starts[i] = at
		at += len(s) + 1
	}
	entities := tagger.Tag("", paragraphs)
	found := make([]mention, 0, len(entities))
	for _, e := range entities {
		found = append(found, mention{
			Start: starts[e.Block] + e.Start,
			End:   starts[e.Block] + e.End,
			Kind:  e.Kind.String(),
			Text:  doc.Clean(paragraphs[e.Block][e.Start:e.End]),
		})
	}
	return found
}
