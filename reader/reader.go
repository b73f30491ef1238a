// Package reader turns a source into a document: the article it holds, and
// everything that was removed around it with the reason. It knows no terminal.
//
// The stages and their order stand here and nowhere else; each stage is a
// package that knows only the document.
package reader

import (
	"context"
	"errors"
	"net/url"
	"sync"

	"lectern/reader/classify"
	"lectern/reader/decode"
	"lectern/reader/doc"
	"lectern/reader/entity"
	"lectern/reader/load"
	"lectern/reader/parse"
)

// Classifier gives every block of a document its verdict, and the document its
// cut-off verdict and notes.
type Classifier interface {
	Classify(d *doc.Document)
}

// Tagger finds the names and figures in the texts of one article. Language is
// a BCP 47 tag or "". Block numbers in the result index texts.
type Tagger interface {
	Find(language string, texts []string) doc.Findings
	// Follow returns a Find for one article whose blocks come and go, which
	// does not read anew what it has read.
	Follow() func(language string, texts []string) doc.Findings
}

// Options say how sources are opened. The zero value is right for most.
type Options struct {
	Format doc.Format   // what sources are written in; Auto detects it
	Base   string       // base address of relative links, for pages saved to a file
	Load   load.Options // limits and the network; Previous is set by the Reader

	Strictness doc.Strictness // how readily a doubtful block is removed
	Dial       bool           // documents can be turned to any other strictness
	Explain    bool           // verdicts say what counted for and against
}

// Reader opens sources. It is safe for concurrent use.
type Reader struct {
	options    Options
	classifier func() Classifier
	tagger     Tagger

	mu   sync.Mutex
	last visit
}

// visit is what a Reader remembers of the last source, so that opening it
// again need not fetch it again.
type visit struct {
	source    string
	validator load.Resource // without its body
	document  *doc.Document
}

// New returns a Reader with lectern's own classifier and tagger.
func New(o Options) *Reader {
	r := &Reader{options: o, tagger: entity.New()}
	r.classifier = sync.OnceValue(func() Classifier {
		return classify.New().With(classify.Options{Strictness: o.Strictness, Dial: o.Dial, Explain: o.Explain})
	})
	go r.classifier() // while the source is being loaded
	return r
}

// Read opens a source (an address, a path, or "-" for standard input) and
// returns its document without entities. Reading the same source again asks the
// server whether it changed and returns the same document if not.
//
// Errors are *doc.Fault: Unreachable, or Unreadable when the source is not
// text. A source of nothing but clutter is no error here: see Check.
func (r *Reader) Read(ctx context.Context, source string) (*doc.Document, error) {
	o := r.options.Load
	previous := r.visited(source)
	if previous.document != nil {
		o.Previous = &previous.validator
	}
	res, err := load.Load(ctx, source, o)
	if err != nil {
		return nil, err
	}
	if res.NotModified {
		return previous.document, nil
	}
	d, err := r.Resource(res)
	if err != nil {
		return nil, err
	}
	r.remember(source, *res, d)
	return d, nil
}

// Resource makes a document of what was loaded.
func (r *Reader) Resource(res *load.Resource) (*doc.Document, error) {
	text, err := decode.Decode(res.Body, res.MediaType, res.Charset)
	if err != nil {
		return nil, named(err, res.Source)
	}
	format := r.options.Format
	if format == doc.Auto {
		format = parse.Detect(text, res.MediaType, res.Address)
	}
	d := r.Parse(format, text, res.Address)
	d.Source = doc.Clean(res.Source)
	return d, nil
}

// Parse makes a document of text that is UTF-8 already. Address is where the
// text came from, or ""; the Base option overrules it as the base of links.
func (r *Reader) Parse(f doc.Format, text, address string) *doc.Document {
	base := address
	if r.options.Base != "" {
		base = r.options.Base
	}
	d := parse.Parse(f, text, base)
	fetched := webAddress(address) != ""
	if address == "" {
		address = base
	}
	d.Address = webAddress(address, base)
	if d.Meta.Copy && !fetched { // on the web, a page's word is not enough
		trust(d)
	} else {
		r.classifier().Classify(d)
	}
	return d
}

// Entities returns the names and figures that Find finds.
func (r *Reader) Entities(d *doc.Document) []doc.Entity { return r.Find(d).Entities }

// Find finds the names and figures of the article. What was removed is not
// looked at: the names of a page's clutter would mislead the tagger about the
// story's own. After a block is brought back, ask again.
func (r *Reader) Find(d *doc.Document) doc.Findings { return r.tagger.Find(d.Language, prose(d)) }

// Follow returns a Find for the versions of one document in which blocks are
// brought back or removed; it is cheap for blocks found in the version before.
// It is for one goroutine at a time.
func (r *Reader) Follow() func(*doc.Document) doc.Findings {
	find := r.tagger.Follow()
	return func(d *doc.Document) doc.Findings { return find(d.Language, prose(d)) }
}

// prose returns the texts of the article, "" for every other block.
func prose(d *doc.Document) []string {
	texts := make([]string, len(d.Blocks))
	for _, i := range d.Kept() {
		if b := &d.Blocks[i]; b.Kind != doc.Code {
			texts[i] = b.Text
		}
	}
	return texts
}

// Check returns an Unreadable fault if nothing of the document is article.
func Check(d *doc.Document) error {
	for i := range d.Blocks {
		if b := &d.Blocks[i]; b.Verdict.Kept && (b.Text != "" || b.Kind == doc.Image) {
			return nil
		}
	}
	f := &doc.Fault{Kind: doc.Unreadable, Source: d.Source}
	if len(d.Blocks) == 0 {
		f.What, f.Hint = "holds no text", "a page that builds itself with scripts can be saved from a browser and opened as a file"
	} else {
		f.What, f.Hint = "holds nothing that reads like an article", "see what there is with: lectern clean --removed"
	}
	return f
}

func (r *Reader) visited(source string) visit {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.last.source != source {
		return visit{}
	}
	return r.last
}

func (r *Reader) remember(source string, res load.Resource, d *doc.Document) {
	if res.ETag == "" && res.LastModified == "" {
		return
	}
	res.Body = nil
	r.mu.Lock()
	defer r.mu.Unlock()
	r.last = visit{source: source, validator: res, document: d}
}

// webAddress returns the first of the addresses that can be opened in a
// browser, or "".
func webAddress(addresses ...string) string {
	for _, a := range addresses {
		u, err := url.Parse(a)
		if err == nil && (u.Scheme == "http" || u.Scheme == "https") {
			return doc.CleanURL(nil, a)
		}
	}
	return ""
}

// named gives a fault that knows only bytes the name of their source.
func named(err error, source string) error {
	if f, ok := errors.AsType[*doc.Fault](err); ok && f.Source == "" {
		g := *f
		g.Source = source
		return &g
	}
	return err
}
