package doc

import (
	"net/url"
	"strings"
	"testing"
)

func TestCleanURL(t *testing.T) {
	base, err := url.Parse("https://news.example/2026/story.html?x=1")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, in, want string }{
		{"absolute", "http://a.example/b?c=d#e", "http://a.example/b?c=d#e"},
		{"relative", "../about", "https://news.example/about"},
		{"root", "/about", "https://news.example/about"},
		{"other host", "//b.example/x", "https://b.example/x"},
		{"query only", "?page=2", "https://news.example/2026/story.html?page=2"},
		{"fragment only", "#note", "https://news.example/2026/story.html?x=1#note"},
		{"mail", "mailto:desk@news.example?subject=Hello", "mailto:desk@news.example?subject=Hello"},
		{"scheme in capitals", "HTTPS://A.example/", "https://A.example/"},
		{"white space around and within", " \thttps://a.exa\nmple/b \r\n", "https://a.example/b"},
		{"space in the path", "/a b", "https://news.example/a%20b"},
		{"space in the query", "/s?q=a b", "https://news.example/s?q=a%20b"},
		{"quotes and brackets", `/s?q="<b>"` + "`{|}\\^", "https://news.example/s?q=%22%3Cb%3E%22%60%7B%7C%7D%5C%5E"},
		{"letters beyond ASCII", "/é?é#é", "https://news.example/%C3%A9?%C3%A9#%C3%A9"},
		{"a percent sign that encodes nothing", "/100%-cotton?%", "https://news.example/100%25-cotton?%25"},
		{"controls in the query", "/s?q=\x1b]8;;\u009b", "https://news.example/s?q=]8;;%C2%9B"},
		{"address for mail beyond ASCII", "mailto:jürgen@a.example", "mailto:j%C3%BCrgen@a.example"},
		{"script", "javascript:alert(1)", ""},
		{"script behind controls", "java\nscript:alert(1)", ""},
		{"script behind a space", "\x00 javascript:alert(1)", ""},
		{"data", "data:text/html,<script>1</script>", ""},
		{"file", "file:///etc/passwd", ""},
		{"ftp", "ftp://a.example/", ""},
		{"telephone", "tel:123", ""},
		{"no host", "http:///a", ""},
		{"a port alone", "http://:80/", ""},
		{"opaque", "http:a", ""},
		{"mail to nobody", "mailto:", ""},
		{"markup in the host", `http://a"b<c>/`, ""},
		{"a host that reads backwards", "http://a\u202eb/", ""},
		{"a host that is none", "http://[::1/", ""},
		{"backslash before the host's end", `https://good.example\@evil.example/`, ""},
		{"empty", " ", ""},
		{"longer than terminals take", "/" + strings.Repeat("a", maxURL), ""},
		{"longer than terminals take once encoded", "/" + strings.Repeat("é", maxURL/4), ""},
	} {
		if got := CleanURL(base, c.in); got != c.want {
			t.Errorf("%s: CleanURL(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

func TestCleanURLWithoutBase(t *testing.T) {
	for in, want := range map[string]string{
		"https://a.example": "https://a.example", "about": "", "#note": "", "//a.example/": "", "a:b": "",
	} {
		if got := CleanURL(nil, in); got != want {
			t.Errorf("CleanURL(nil, %q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzCleanURL(f *testing.F) {
	for _, s := range []string{
		"http://a.example/b c?d=é#f", "mailto:a@b.example", "//x", "/100%", "http://münchen.example/", "?a=%zz|",
		"http://[fe80::1%25en0]/", "http://a%41/", "HTTP://u:p@h:1/", "mailto://a", "http://a/%2f%5C", "x:y", "http://a?b\\",
	} {
		f.Add("", s)
		f.Add("https://news.example/a/b?c#d", s)
	}
	f.Fuzz(func(t *testing.T, from, target string) {
		base, err := url.Parse(from)
		if err != nil || from == "" {
			base = nil
		}
		out := CleanURL(base, target)
		if out == "" {
			return
		}
		if len(out) > maxURL {
			t.Errorf("%d bytes long", len(out))
		}
		if !strings.HasPrefix(out, "http://") && !strings.HasPrefix(out, "https://") && !strings.HasPrefix(out, "mailto:") {
			t.Errorf("CleanURL(%q) = %q", target, out)
		}
		for i := range len(out) {
			if c := out[i]; c <= ' ' || c >= 0x7f || strings.IndexByte("\"<>\\^`{|}", c) >= 0 {
				t.Errorf("CleanURL(%q) = %q holds %q", target, out, c)
			}
		}
		if again := CleanURL(nil, out); again != out {
			t.Errorf("not idempotent: %q, then %q", out, again)
		}
	})
}
