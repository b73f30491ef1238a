package cli

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"lectern/reader"
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

// findings are the entities of a passage and their index, as JSON.
type findings struct {
	Entities []mention `json:"entities"`
	Language string    `json:"language"` // code of what the text is written in, "" if that could not be told
	Names    bool      `json:"names"`    // names were looked for
	Index    []subject `json:"index"`
}

// mention is a name or figure at bytes [Start, End) of a passage's text.
type mention struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Kind  string `json:"kind"`
	Text  string `json:"text"`
	Name  string `json:"name"` // the same for all mentions of one thing

	Doubtful bool `json:"doubtful,omitempty"`
}

// subject is what one or more mentions are about.
type subject struct {
	Name     string `json:"name"`
	Kind     string `json:"kind"`
	Count    int    `json:"count"`
	Mentions []int  `json:"mentions"` // indices into the entities
}

func (p *program) entitiesCommand() *cobra.Command {
	var jsonl bool
	cmd := &cobra.Command{
		Use:   "entities [SOURCE…]",
		Short: "List the names and figures of an article",
		Long: "entities prints the index of each source: the people, organisations, places, dates, sums, percentages and " +
			"quantities the article speaks of, the most mentioned first, with how often it does and in which other words. " +
			"Without a source it reads what is piped into it. Names are looked for in English only.\n\n" +
			"With --jsonl each line of standard input is an object with an id and a text; for each it prints, in the same " +
			"order, an object with the id, the entities with their places in bytes of the text, and the index.",
		Example: `lectern entities page.html
echo '{"id":1,"text":"Ada Lovelace was born in London in 1815."}' | lectern entities --jsonl`,
		Args: cobra.ArbitraryArgs,
		RunE: p.inSettings(func(ctx context.Context, cmd *cobra.Command, s *settings, args []string) error {
			switch {
			case jsonl && len(args) > 0:
				return usage(cmd, "--jsonl reads standard input and takes no source")
			case jsonl:
				return p.entityStream(ctx, cmd)
			case len(args) == 0 && !p.piped():
				return usage(cmd, "nothing to list: name a source, or pipe one into it")
			case len(args) == 0:
				args = []string{standardInput}
			}
			if err := p.checkStdin(cmd, args); err != nil {
				return err
			}
			return p.entityIndex(ctx, reader.New(s.reader), args)
		}),
	}
	cmd.Flags().BoolVar(&jsonl, "jsonl", false, "read a stream of JSON objects, one a line")
	return cmd
}

// entityIndex prints the index of each source.
func (p *program) entityIndex(ctx context.Context, r *reader.Reader, sources []string) error {
	return p.each(ctx, r, sources, formatText, func(w io.Writer, d *doc.Document) error { return writeIndex(w, d, r.Find(d)) })
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
		return withID(in.ID, tagged(tagger, *in.Text))
	})
}

// tagged tags the paragraphs of a text, which end at newlines.
func tagged(tagger *entity.Tagger, text string) findings {
	paragraphs := strings.Split(text, "\n")
	starts := make([]int, len(paragraphs))
	at := 0
	for i, s := range paragraphs {
		starts[i] = at
		at += len(s) + 1
	}
	found := tagger.Find("", paragraphs)
	f := findings{
		Entities: make([]mention, len(found.Entities)), Language: found.Language, Names: found.Names, Index: []subject{},
	}
	for i, e := range found.Entities {
		f.Entities[i] = mention{
			Start:    starts[e.Block] + e.Start,
			End:      starts[e.Block] + e.End,
			Kind:     e.Kind.String(),
			Text:     doc.Clean(paragraphs[e.Block][e.Start:e.End]),
			Name:     doc.Clean(e.Name),
			Doubtful: e.Doubtful,
		}
	}
	for _, s := range doc.Subjects(found.Entities) {
		f.Index = append(f.Index, subject{doc.Clean(s.Name), s.Kind.String(), len(s.Mentions), s.Mentions})
	}
	return f
}
