package parse

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lectern/reader/doc"
)

// sketch describes the blocks of a document, a line each, without their place
// in the source.
func sketch(d *doc.Document) string {
	bare := *d
	bare.Blocks = slices.Clone(d.Blocks)
	for i := range bare.Blocks {
		bare.Blocks[i].Element, bare.Blocks[i].First = -1, -1
	}
	return sketchLines(&bare)
}

// sketchLines is sketch with the lines of the blocks.
func sketchLines(d *doc.Document) string {
	var b strings.Builder
	for i := range d.Blocks {
		blk := d.Blocks[i]
		b.WriteString(head(d, i))
		if blk.Text != "" {
			b.WriteString(": " + strings.NewReplacer("\n", "⏎", "\t", "⇥").Replace(blk.Text))
		}
		for _, s := range blk.Spans {
			b.WriteString(" {" + spanNames[s.Kind] + " " + blk.Text[s.Start:s.End])
			if s.Target != "" {
				b.WriteString(" → " + s.Target)
			}
			b.WriteByte('}')
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestHTML(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"white space", "<p> a \n\t b&nbsp;&#x2003;c </p>", "paragraph: a b\u00a0 c\n"},
		{"words across elements", "<p>un<b>break</b>able", "paragraph: unbreakable {strong break}\n"},
		{"one break is a line, two are a paragraph", "a<br>b<br><br>c<br>\n<br><br>d", "paragraph: a\nparagraph tight: b\nparagraph: c\nparagraph: d\n"},
		{"a break in a heading is a space", "<h2>a<br>b</h2>", "heading 2: a b\n"},
		{"text around blocks", "a<p>b</p>c<div>d</div>e", "paragraph: a\nparagraph: b\nparagraph: c\nparagraph: d\nparagraph: e\n"},
		{"the text before a quotation is not in it", "a<blockquote>b</blockquote>c", "paragraph: a\nquote quoted 1: b\nparagraph: c\n"},
		{"a link over two blocks", "<a href=/x><h3>a</h3><p>b</a>", "heading 3: a {link a → https://h.example/x}\nparagraph: b {link b → https://h.example/x}\n"},
		{"spaces stay outside of markup", "<p>a<em> b </em>c", "paragraph: a b c {emphasis b}\n"},
		{"nested markup, outer first", "<p><b><i>a</i> b</b>", "paragraph: a b {strong a b} {emphasis a}\n"},
		{"markup within the same", "<p><b>a<strong>b</strong></b>", "paragraph: ab {strong ab}\n"},
		{"links that lead nowhere", "<p><a href='javascript:x'>a</a> <a name=b>b</a>", "paragraph: a b {link a}\n"},
		{"a button in a sentence", "<p>a <button>b</button> c", "paragraph: a b c\n"},
		{"a button among blocks", "<div>a <button>b</button> c", "paragraph: a\nparagraph: b\nparagraph: c\n"},
		{"custom elements", "<x-a>a</x-a><x-b>b</x-b><p>c<x-c>d</x-c>", "paragraph: a\nparagraph: b\nparagraph: c d\n"},
		{"headings by role", "<div role=heading aria-level=4>a</div><div role=heading>b</div>", "heading 4: a\nheading 2: b\n"},
		{"an image after its sentence", "<p>a <img src=/i.png alt=b> c", "paragraph: a c\nimage → https://h.example/i.png: b\n"},
		{"a linked image", "<a href=/l><img src=i.png alt=b></a>", "image → https://h.example/d/i.png: b {link b → https://h.example/l}\n"},
		{"a lazy image", "<img src='data:image/gif,x' data-src=/r.png alt=a><noscript><img src=/r.png alt=a></noscript>", "image → https://h.example/r.png: a\n"},
		{"a lazy image before its copy", "<div></div><noscript><img src=/r.png></noscript><img data-src=/r.png>", "image → https://h.example/r.png\n"},
		{"pixels and emoji", "<img src=/p.gif width=1 height=1><img src=/e.png class=emoji alt=x>", ""},
		{"srcset", "<img srcset='/a.png 1x, /b.png 2x'>", "image → https://h.example/a.png\n"},
		{"code", "<pre class='brush: go'>\n\n\ta <b>b</b>\n\n</pre>", "code in go:     a b\n"},
		{"code line by line", "<pre><div>a</div><div>b</div>c<br>d<span hidden>e</span></pre>", "code: a⏎b⏎c⏎d\n"},
		{"header cells", "<table><tr><th>a<th>b<tr><td>c<td>d</table>", "table with header: a⇥b⏎c⇥d\n"},
		{"wide and high cells", "<table><tr><td colspan=2>a<td>b<tr><td rowspan=2>c<td>d<td>e<tr><td>f<td>g</table>", "table: a⇥⇥b⏎c⇥d⇥e⏎⇥f⇥g\n"},
		{"empty rows", "<table><tr><td><td><tr><td>a<td>b<tr><td>&nbsp;<td><tr><td>c<td>d</table>", "table: a⇥b⏎c⇥d\n"},
		{"a caption", "<table><caption>t<tr><td>a<td>b<tr><td>c<td>d</table>", "caption: t\ntable: a⇥b⏎c⇥d\n"},
		{"links in a table", "<table><tr><td>a<td><a href=/x>b</a><tr><td>c<td>d</table>", "table: a⇥b⏎c⇥d {link b → https://h.example/x}\n"},
		{"one column is layout", "<table><tr><td>a<tr><td>b</table>", "paragraph: a\nparagraph: b\n"},
		{"paragraphs make layout", "<table><tr><td><p>a<p>b<p>c<td>d<tr><td>e<td>f</table>", "paragraph: a\nparagraph: b\nparagraph: c\nparagraph: d\nparagraph: e\nparagraph: f\n"},
		{"tables in tables are layout", "<table><tr><td><table><tr><td>a<td>b<tr><td>c<td>d</table><td>e<tr><td>f<td>g</table>", "table: a⇥b⏎c⇥d\nparagraph: e\nparagraph: f\nparagraph: g\n"},
		{"layout by role", "<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>", "paragraph: a\nparagraph: b\nparagraph: c\nparagraph: d\n"},
		{"a picture and its words", "<figure><img src=/i.png alt=a><figcaption>b</figcaption></figure>", "image → https://h.example/i.png: a\ncaption: b\n"},
		{"terms", "<dl><dt>a<dd>b<dd>c</dl>", "paragraph: a {strong a}\nlist item 1 tight: b\nlist item 1: c\n"},
		{"what form fields show", "<input placeholder=a><input type=submit value=b><input type=hidden value=c><input type=checkbox value=d><textarea>e</textarea>", "paragraph: a\nparagraph: b\nparagraph: e\n"},
		{"what is not shown", "a<script>b</script><style>c</style><template>d</template><svg><text>e</text></svg><iframe>f</iframe><!--g--><p hidden>h<p style='color:red;DISPLAY : none !important'>i<dialog>j</dialog><video>k</video>", "paragraph: a\n"},
		{"what is shown", "<p style='display:block'>a<p style='visibility:visible'>b<dialog open>c</dialog><p hidden=until-found>d", "paragraph: a\nparagraph: b\nparagraph: c\nparagraph: d\n"},
		{"hidden within a sentence", "<p>a <span hidden>b</span>c", "paragraph: a c\n"},
		{"hidden sentences", "<p>a <span hidden>" + longSentence + "</span>c", "paragraph: a c\nparagraph hidden: " + longSentence + "\n"},
		{"hidden, and shown elsewhere", "<p hidden>" + longSentence + "</p><p>" + longSentence, "paragraph: " + longSentence + "\n"},
		{"hidden story, with its short lines", "<div hidden><p>" + longSentence + "<p>Yes.<p>" + longSentence + " It was late.<p>" + longSentence + " It rained.</div>",
			"paragraph hidden: " + longSentence + "\nparagraph hidden: Yes.\nparagraph hidden: " + longSentence + " It was late.\nparagraph hidden: " + longSentence + " It rained.\n"},
		{"hidden label", "<div hidden><p>Week 8.</p></div>a", "paragraph: a\n"},
		{"hidden until it is unfolded", "<button>Week 8</button><div role=region style='display:none'><p>It rained.<p>" + longSentence + "</div><div role=tabPanel hidden>Two days.</div>a",
			"paragraph: Week 8\nparagraph hidden: It rained.\nparagraph hidden: " + longSentence + "\nparagraph hidden: Two days.\nparagraph: a\n"},
		{"decoration", "<p>a<span aria-hidden=true>★</span>b<span aria-hidden=false>c</span>", "paragraph: abc\n"},
		{"text marked as decoration", "<p aria-hidden=true>Forty characters and some more make a text of this.", "paragraph: Forty characters and some more make a text of this.\n"},
		{"a short plea to switch scripts on", "<div></div><noscript>Please enable JavaScript.</noscript>a", "paragraph: a\n"},
		{"mathematics", "<p><math><mi>x</mi><mo>=</mo><mn>2</mn><annotation>y</annotation></math>", "paragraph: x=2\n"},
		{"shadow roots", "<x-a><template shadowrootmode=open><p>a</template></x-a>", "paragraph: a\n"},
		{"controls", "<p>a&#27;[31mb&#x9b;c\u200bd\u202ee", "paragraph: a␛[31mb›cde\n"},
		{"plain words", "just words", "paragraph: just words\n"},
		{"nothing", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := HTML(c.page, "https://h.example/d/p.html")
			checkDocument(t, d)
			if diff := cmp.Diff(c.want, sketch(d)); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

func TestElements(t *testing.T) {
	d := HTML(`<body class=b><main id=m><p>a<p>b <i>c</i><p><i class=x>d</i></main><div itemprop=y aria-label=l role=r>e</div>`, "")
	got := make([]string, 0, len(d.Blocks))
	for i := range d.Blocks {
		got = append(got, d.Path(i))
	}
	want := []string{"main#m > p", "main#m > p", "main#m > p > i.x", "html > body.b > div"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if p := d.Elements[d.Blocks[1].Element]; p.Nth != 2 {
		t.Errorf("the second paragraph is number %d", p.Nth)
	}
	if e := d.Elements[d.Blocks[3].Element]; e.Itemprop != "y" || e.Label != "l" || e.Role != "r" {
		t.Errorf("%+v", e)
	}
}

func TestBase(t *testing.T) {
	for _, c := range []struct{ head, address, want string }{
		{"", "https://a.example/b/c", "https://a.example/b/d"},
		{"<base href=https://x.example/y/>", "https://a.example/b/c", "https://x.example/y/d"},
		{"<base href=/y/>", "https://a.example/b/c", "https://a.example/y/d"},
		{"<base target=_top><base href=z/>", "https://a.example/b/c", "https://a.example/b/z/d"},
		{"<base href=javascript:x>", "https://a.example/b/c", "https://a.example/b/d"},
		{"", "", ""},
		{"<base href=https://x.example/y/>", "", "https://x.example/y/d"},
	} {
		d := HTML(c.head+"<a href=d>e</a>", c.address)
		if got := d.Blocks[0].Spans[0].Target; got != c.want {
			t.Errorf("%q at %q: %q, want %q", c.head, c.address, got, c.want)
		}
	}
}

func TestFormatNumber(t *testing.T) {
	for _, c := range []struct {
		n     int
		style byte
		want  string
	}{
		{1, '1', "1"}, {-3, '1', "-3"}, {1, 'a', "a"}, {26, 'a', "z"}, {27, 'A', "AA"}, {703, 'a', "aaa"}, {0, 'a', "0"},
		{4, 'i', "iv"}, {1994, 'I', "MCMXCIV"}, {4000, 'i', "4000"}, {0, 'I', "0"},
	} {
		if got := formatNumber(c.n, c.style); got != c.want {
			t.Errorf("formatNumber(%d, %c) = %q, want %q", c.n, c.style, got, c.want)
		}
	}
}
