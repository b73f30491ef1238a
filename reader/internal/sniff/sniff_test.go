package sniff

import (
	"bytes"
	"crypto/sha256"
	"strings"
	"testing"
	"unicode/utf16"
)

func TestBinary(t *testing.T) {
	prose := strings.Repeat("A sentence about nothing in particular. ", 20)
	tests := []struct {
		name, in, want string
	}{
		{"empty", "", ""},
		{"prose", prose, ""},
		{"html", "<!doctype html><p>" + prose, ""},
		{"a few zeros", prose + "\x00" + prose + "\x00\x00", ""},
		{"one zero in a short text", "a\x00b", ""},
		{"overstruck manual", "N\bNA\bAM\bME\bE\n" + prose, ""},
		{"terminal colours", "\x1b[1mbold\x1b[0m \x1b[31mred\x1b[0m", ""},
		{"sentence that begins like a bitmap", "BMW opens a factory in Debrecen.", ""},
		{"sentence that begins like a program", "MZ, the maker of motorcycles, was sold.", ""},
		{"sentence that begins like a font", "OTTO is the name of a shop.", ""},
		{"sentence that begins like a GIF", "GIF89a is a picture format.", ""},
		{"utf-16 with a mark", "\xff\xfeA\x00 \x00t\x00", ""},
		{"utf-16 without", wide(prose, 0), ""},
		{"windows-1252", "caf\xe9 na\xefve \x93quoted\x94", ""},
		{"png", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01", "a PNG image"},
		{"jpeg", "\xff\xd8\xff\xe0\x00\x10JFIF\x00", "a JPEG image"},
		{"gif", "GIF89a\x01\x00\x01\x00\x80\x00\x00", "a GIF image"},
		{"pdf", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a PDF document"},
		{"pdf in plain characters", "%PDF-1.1\n1 0 obj << /Type /Catalog >>", "a PDF document"},
		{"rtf", `{\rtf1\ansi Hello}`, "an RTF document"},
		{"zip", "PK\x03\x04\x14\x00\x00\x00", "a ZIP archive"},
		{"gzip", "\x1f\x8b\x08\x00\x00\x00\x00\x00", "a compressed file"},
		{"mp4", "\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom", "a video"},
		{"mp3", "ID3\x04\x00\x00\x00\x00\x00#TSSE", "a sound recording"},
		{"elf", "\x7fELF\x02\x01\x01\x00\x00", "a program"},
		{"exe", "MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00", "a program"},
		{"unknown", noise(2000), "binary data"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Binary([]byte(tt.in)); got != tt.want {
				t.Errorf("Binary = %q, want %q", got, tt.want)
			}
		})
	}
}

func TestText(t *testing.T) {
	png := "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00"
	for _, tt := range []struct{ in, mediaType, want string }{
		{"words", "text/plain", ""},
		{"words", "image/png", ""},
		{"<svg/>", svg, "an SVG image"},
		{png, "video/mp4", "a PNG image"},
		{noise(2000), "video/mp4", "a video"},
		{noise(2000), "text/html", "binary data"},
	} {
		err := Text([]byte(tt.in), tt.mediaType)
		if tt.want == "" && err != nil || tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)) {
			t.Errorf("%.10q declared %q: got %v, want %q", tt.in, tt.mediaType, err, tt.want)
		}
	}
}

func TestUTF16(t *testing.T) {
	german := strings.Repeat("Über den Fluß führt eine Brücke. ", 5)
	tests := []struct {
		name, in, want string
	}{
		{"little end first", wide(german, 0), "utf-16le"},
		{"big end first", wide(german, 1), "utf-16be"},
		{"odd length", wide(german, 0) + "x", "utf-16le"},
		{"Cyrillic", wide("Через реку ведёт старый мост.", 1), "utf-16be"},
		{"plain", german, ""},
		{"numbers of two bytes", "\x01\x00\x05\x00\x02\x00\x07\x00\x01\x00", ""},
		{"zeros only", strings.Repeat("\x00", 100), ""},
		{"too short", "a\x00", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := UTF16([]byte(tt.in)); got != tt.want {
				t.Errorf("UTF16 = %q, want %q", got, tt.want)
			}
		})
	}
}

func TestMedia(t *testing.T) {
	for in, want := range map[string]string{
		"image/png":   "a PNG image",
		"image/x-tga": "an image",
		"video/mp4":   "a video",
		"text/html":   "",
		"":            "",
		"application/vnd.oasis.opendocument.text": "an office document",
	} {
		if got := Media(in); got != want {
			t.Errorf("Media(%q) = %q, want %q", in, got, want)
		}
	}
}

// wide returns s in UTF-16; low is the place of the low byte in a pair's order:
// 0 for little-endian, 1 for big-endian.
func wide(s string, low int) string {
	var b bytes.Buffer
	for _, u := range utf16.Encode([]rune(s)) {
		pair := [2]byte{}
		pair[low], pair[1-low] = byte(u&0xff), byte(u>>8)
		b.Write(pair[:])
	}
	return b.String()
}

// noise returns n bytes without any pattern, the same ones every time.
func noise(n int) string {
	var b []byte
	sum := sha256.Sum256([]byte("seed"))
	for len(b) < n {
		sum = sha256.Sum256(sum[:])
		b = append(b, sum[:]...)
	}
	return string(b[:n])
}
