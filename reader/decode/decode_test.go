package decode

import (
	"strings"
	"testing"
	"unicode/utf8"

	"lectern/reader/doc"
)

func TestDecode(t *testing.T) {
	latin := func(s string) string { return string(encode(t, s, "windows-1252")) }
	russian, polish := samples[5].text, samples[10].text
	cyrillic := string(encode(t, russian, "windows-1251"))
	tests := []struct {
		name, body, mediaType, charset, want string
	}{
		{"empty", "", "", "", ""},
		{"ascii", "plain", "", "", "plain"},
		{"utf-8", "naïve – “yes”", "", "", "naïve – “yes”"},
		{"utf-8 mark", "\xef\xbb\xbfnaïve", "", "", "naïve"},
		{"utf-8 mark against the header", "\xef\xbb\xbfnaïve", "text/html", "iso-8859-1", "naïve"},
		{"utf-16le mark", "\xff\xfea\x00\xe9\x00", "", "", "aé"},
		{"utf-16be mark", "\xfe\xff\x00a\x00\xe9", "", "", "aé"},
		{"utf-16 pair of surrogates", "\xfe\xff\xd8\x3d\xde\x00", "", "", "😀"},
		{"utf-16 half a pair", "\xfe\xff\xd8\x3d\x00a", "", "", "\ufffda"},
		{"utf-16 odd byte", "\xfe\xff\x00a\x00", "", "", "a\ufffd"},
		{"utf-16 without a mark", "p\x00l\x00a\x00i\x00n\x00\n\x00", "text/plain", "", "plain\n"},
		{"utf-16 declared, plain ASCII sent", "plain", "text/html", "utf-16", "plain"},
		{"utf-32le mark", "\xff\xfe\x00\x00a\x00\x00\x00", "", "", "a"},
		{"utf-32be mark", "\x00\x00\xfe\xff\x00\x00\x00a", "", "", "a"},
		{"mark only", "\xef\xbb\xbf", "", "", ""},
		{"header", cyrillic, "text/html", "windows-1251", russian},
		{"header with quotes", cyrillic, "text/html", `"Windows-1251"`, russian},
		{"header before meta", `<meta charset="iso-8859-7">` + latin("é à ü"), "text/html", "windows-1252", `<meta charset="iso-8859-7">é à ü`},
		{"latin-1 is windows-1252", latin("“so” – €5"), "text/html", "iso-8859-1", "“so” – €5"},
		{"iso-8859-15", "c\xbdur, 5 \xa4", "text/plain", "iso-8859-15", "cœur, 5 €"},
		{"meta", `<meta charset=koi8-r>` + "\xcd\xc9\xd2", "text/html", "", `<meta charset=koi8-r>мир`},
		{"meta with http-equiv", `<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=koi8-r">` + "\xcd\xc9\xd2",
			"text/html", "", `<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=koi8-r">мир`},
		{"meta without its semicolon", `<meta http-equiv=content-type content="text/html charset=koi8-r">` + "\xcd\xc9\xd2",
			"text/html", "", `<meta http-equiv=content-type content="text/html charset=koi8-r">мир`},
		{"meta far down", "<!--" + strings.Repeat("x", 5000) + "--><meta charset=koi8-r>\xcd\xc9\xd2",
			"", "", "<!--" + strings.Repeat("x", 5000) + "--><meta charset=koi8-r>мир"},
		{"meta in a comment", "<!-- <meta charset=koi8-r> --><p>" + latin("é, à"), "text/html", "",
			"<!-- <meta charset=koi8-r> --><p>é, à"},
		{"meta in a text about meta", "Write <meta charset=koi8-r> " + latin("à côté"), "text/plain", "",
			"Write <meta charset=koi8-r> à côté"},
		{"meta says utf-16", "<meta charset=utf-16><p>naïve", "text/html", "", "<meta charset=utf-16><p>naïve"},
		{"xml declaration", `<?xml version="1.0" encoding='iso-8859-2'?><p>` + "\xb1\xe6\xea", "application/xhtml+xml", "",
			`<?xml version="1.0" encoding='iso-8859-2'?><p>ąćę`},
		{"header in error, meta right", "<meta charset=windows-1251>" + cyrillic, "text/html", "iso-8859-1", "<meta charset=windows-1251>" + russian},
		{"utf-8 declared in error, meta right", "<meta charset=windows-1251>" + cyrillic, "text/html", "utf-8", "<meta charset=windows-1251>" + russian},
		{"utf-8 declared in error", string(encode(t, polish, "iso-8859-2")), "text/plain", "utf-8", polish},
		{"latin-1 declared in error", "naïve “yes”", "text/html", "iso-8859-1", "naïve “yes”"},
		{"us-ascii declared in error", cyrillic, "text/plain", "us-ascii", russian},
		{"gbk by two characters that might be utf-8", "\xd0\xa1\xcd\xa8", "text/html", "gbk", "小通"},
		{"gb2312 is gb18030", "\xd6\xd0\x81\x30\x86\x30\xb9\xfa", "text/html", "gb2312", "中¸国"},
		{"unknown label", "naïve", "text/html", "x-klingon", "naïve"},
		{"label no longer allowed", "naïve", "text/html", "hz-gb-2312", "naïve"},
		{"utf-8 with a broken character", "été, naïve, \xc3, Ärger", "", "", "été, naïve, \ufffd, Ärger"},
		{"utf-8 declared, a broken character", "caf\xc3 or tea", "text/html", "utf-8", "caf\ufffd or tea"},
		{"overlong form", "é è à \xc0\xaf ù", "", "utf-8", "é è à \ufffd\ufffd ù"},
		{"a few zeros", "a sentence\x00 with\x00 zeros, long enough", "", "", "a sentence\x00 with\x00 zeros, long enough"},
		{"CRLF", "a\r\nb\r\n", "", "", "a\nb\n"},
		{"lone CR", "a\rb\r\rc\r", "", "", "a\nb\n\nc\n"},
		{"CR in windows-1252", latin("é\r\nà\r"), "", "windows-1252", "é\nà\n"},
		{"CRLF in utf-16", "\xff\xfea\x00\r\x00\n\x00b\x00", "", "", "a\nb"},
		{"ISO-2022-JP declared", "\x1b$B4A;z\x1b(B", "text/plain", "iso-2022-jp", "漢字"},
		{"colours of a terminal", "\x1b[1mbold\x1b[0m", "", "", "\x1b[1mbold\x1b[0m"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			expect(t, []byte(tt.body), tt.mediaType, tt.charset, tt.want)
		})
	}
}

func TestDecodeBinary(t *testing.T) {
	for body, want := range map[string]string{
		"%PDF-1.7\n1 0 obj":                    "is not text: it looks like a PDF document",
		"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR":  "is not text: it looks like a PNG image",
		"\x00\x01\x02\x03\x04\x05\x06\x07\x0e": "is not text: it looks like binary data",
	} {
		text, err := Decode([]byte(body), "text/html", "utf-8")
		if text != "" || !doc.IsFault(err, doc.Unreadable) {
			t.Fatalf("%q: got %q and %v, want an Unreadable fault", body, text, err)
		}
		if !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: got %q, want %q", body, err, want)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, s := range samples {
		for _, charset := range s.charsets {
			f.Add(encode(f, s.text, charset), "text/html", "")
			f.Add(encode(f, s.text, charset), "text/plain", "utf-8")
		}
	}
	f.Add([]byte("<?xml encoding='"), "text/xml", "gbk")
	f.Add([]byte("<meta http-equiv=content-type content='text/html charset=\r"), "", "utf-16be")
	f.Add([]byte("\xff\xfe\x00\x00\x00\xd8\x00\x00"), "", "")
	f.Add([]byte("\x1b$B\xff\x1b(J~"), "text/plain", "iso-2022-jp")
	f.Fuzz(func(t *testing.T, body []byte, mediaType, charset string) {
		before := string(body)
		text, err := Decode(body, mediaType, charset)
		if string(body) != before {
			t.Fatal("the body was changed")
		}
		if err != nil {
			if text != "" || !doc.IsFault(err, doc.Unreadable) {
				t.Fatalf("got %q with %v", text, err)
			}
			return
		}
		if !utf8.ValidString(text) {
			t.Fatalf("not UTF-8: %q", text)
		}
		if strings.ContainsRune(text, '\r') {
			t.Fatalf("holds CR: %q", text)
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	page := strings.Repeat("<p>A paragraph of plain words, – and some “quotes”.</p>\n", 1<<20/56)
	russian := strings.Repeat(samples[5].text, 1<<20/400)
	for _, bench := range []struct {
		name string
		body []byte
	}{
		{"utf-8", []byte(page)},
		{"utf-8 CRLF", []byte(strings.ReplaceAll(page, "\n", "\r\n"))},
		{"guessed windows-1251", encode(b, russian, "windows-1251")},
		{"guessed windows-1252", encode(b, page, "windows-1252")},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.SetBytes(int64(len(bench.body)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Decode(bench.body, "text/html", ""); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
