package sniff

import "strings"

// Names of more than one kind of file.
const (
	program    = "a program"
	office     = "an office document"
	archive    = "an archive"
	compressed = "a compressed file"
	pdf        = "a PDF document"
	sound      = "a sound recording"
	font       = "a font"
	postScript = "a PostScript document"
	rtf        = "an RTF document"
)

// kind pairs the bytes a kind of file begins with and its name for people.
type kind struct{ magic, name string }

// magics are kinds that net/http does not know.
var magics = [...]kind{
	{"\x7fELF", program},
	{"MZ", program},
	{"\xca\xfe\xba\xbe", program},
	{"\xcf\xfa\xed\xfe", program},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", office},
	{"SQLite format 3\x00", "a database"},
	{"7z\xbc\xaf\x27\x1c", archive},
	{"\xfd7zXZ\x00", compressed},
	{"BZh", compressed},
	{"\x28\xb5\x2f\xfd", compressed},
}

// textual are kinds written in printable characters that no article begins
// with.
var textual = [...]kind{
	{"%PDF-", pdf},
	{"%!PS-Adobe-", postScript},
	{`{\rtf`, rtf},
}

// mediaNames are the names of media types, by the whole type or its first half.
var mediaNames = map[string]string{
	"image/png":                     "a PNG image",
	"image/jpeg":                    "a JPEG image",
	"image/gif":                     "a GIF image",
	"image/webp":                    "a WebP image",
	svg:                             "an SVG image",
	"image":                         "an image",
	"audio":                         sound,
	"application/ogg":               sound,
	"video":                         "a video",
	"font":                          font,
	"application/vnd.ms-fontobject": font,
	"application/pdf":               pdf,
	"application/postscript":        postScript,
	"application/rtf":               rtf,
	"application/epub+zip":          "an EPUB book",
	"application/msword":            office,
	"application/zip":               "a ZIP archive",
	"application/gzip":              compressed,
	"application/x-gzip":            compressed,
	"application/x-tar":             archive,
	"application/x-7z-compressed":   archive,
	"application/x-rar-compressed":  archive,
	"application/wasm":              program,
}

// Media names a media type that is not for reading ("a PNG image", "a video"),
// and returns "" for the others.
func Media(mediaType string) string {
	if name, ok := mediaNames[mediaType]; ok {
		return name
	}
	major, _, _ := strings.Cut(mediaType, "/")
	if name, ok := mediaNames[major]; ok {
		return name
	}
	if strings.HasPrefix(mediaType, "application/vnd.openxmlformats") || strings.HasPrefix(mediaType, "application/vnd.oasis") {
		return office
	}
	return ""
}
