package decode

import "golang.org/x/text/encoding/charmap"

// A language is the letters it writes beyond ASCII, in lower case, and the
// charsets it is found in.
type language struct {
	letters  string
	charsets []*charmap.Charmap
}

// symbols are the characters beyond ASCII, other than letters and punctuation,
// that articles hold in any language.
const symbols = "§©®°±²³¹¼½¾×÷€£¥¢™"

var (
	western = []*charmap.Charmap{charmap.Windows1252, charmap.ISO8859_15, charmap.Macintosh}
	central = []*charmap.Charmap{charmap.Windows1250, charmap.ISO8859_2}
	baltic  = []*charmap.Charmap{charmap.Windows1257, charmap.ISO8859_13}
	turkish = []*charmap.Charmap{charmap.Windows1254}
	arabic  = []*charmap.Charmap{charmap.Windows1256, charmap.ISO8859_6}
)

// languages are tried in this order; the first of equals wins, so the charsets
// that are met most come first.
var languages = [...]language{
	{"àâæçéèêëîïôœùûüÿ", western},  // French
	{"äöüßéà", western},            // German
	{"áéíñóúüªº", western},         // Spanish
	{"áàâãçéêíóôõúüªº", western},   // Portuguese
	{"àèéìíîòóùú", western},        // Italian
	{"åäöæøéü", western},           // Danish, Finnish, Norwegian, Swedish
	{"áæðéíóöþúý", western},        // Icelandic
	{"äëïöüéèêáóíú", western},      // Dutch
	{"àçéèíïóòúü·", western},       // Catalan
	{"äõöüšž", western},            // Estonian
	{"ąćęłńóśźż", central},         // Polish
	{"áčďéěíňóřšťúůýž", central},   // Czech
	{"áäčďéíĺľňóôŕšťúýž", central}, // Slovak
	{"áéíóöőúüű", central},         // Hungarian
	{"ăâîşţșț", central},           // Romanian
	{"čćđšž", central},             // Bosnian, Croatian, Serbian, Slovene
	{"çğıöşüâî", turkish},          // Turkish
	{"ąčęėįšųūž", baltic},          // Lithuanian
	{"āčēģīķļņšūž", baltic},        // Latvian
	{"äõöüšž", baltic},             // Estonian
	{"ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىيًٌٍَُِّْ", arabic}, // Arabic
}
