package token

// abbreviations are words written with a period. The value says whether a
// capital after the period begins a sentence.
var abbreviations = func() map[string]ending {
	m := make(map[string]ending)
	for _, w := range []string{
		"Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "Gen", "Lt", "Col", "Maj", "Capt", "Cmdr", "Sgt", "Cpl", "Pvt", "Adm",
		"Sen", "Rep", "Gov", "Pres", "Rev", "Fr", "Hon", "Amb", "Supt", "Insp", "Det", "Messrs", "Mme", "Mlle", "St",
		"Ste", "Mt", "Ft", "No", "Nos", "vs", "Vol", "Fig", "pp", "cf", "Hr", "bzw", "ca", "approx", "est", "Rs", "Sr",
		"Sra", "Dott", "Ing", "Mag", "Nr", "Abs", "Bd", "Tk", "Re",
	} {
		m[w] = inside
	}
	for _, w := range []string{
		"Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Okt", "Nov", "Dec", "Dez", "Mon", "Tue",
		"Tues", "Wed", "Thu", "Thurs", "Fri", "janv", "févr", "avr", "juil", "déc", "Inc", "Corp", "Ltd", "Co", "Bros",
		"Jr", "Esq", "Dept", "Univ", "Assn", "Ave", "Blvd", "Rd", "etc", "al", "Mio", "Mrd", "mln", "mld", "млн", "млрд",
		"тыс", "руб", "tis", "mio", "mrd", "usw", "kr", "ft", "lb", "lbs", "oz", "Kfz", "ggf", "milj", "mil",
	} {
		m[w] = either
	}
	return m
}()

// ending says what the period of an abbreviation may be besides its own.
type ending uint8

const (
	inside ending = iota + 1 // never the end of a sentence: "Mr."
	either                   // the end too, if a sentence plainly begins after it: "Inc."
)

// gluedCodes are currency codes that are written without a space before the sum.
var gluedCodes = set("Rs", "R", "RM", "RMB", "Dh", "Dhs", "QR", "SR", "Tk", "KSh", "Ksh", "KES", "USh", "TSh", "Sh",
	"N", "GH", "USD", "EUR", "GBP", "CHF", "INR", "AED", "SAR", "QAR", "JPY", "CNY", "AUD", "CAD", "NZD", "SGD", "HKD",
	"ZAR", "NGN", "PHP", "PKR", "BDT", "LKR", "SEK", "NOK", "DKK", "Kč", "zł", "kr", "P", "Php", "Rp", "MK", "US", "Afl")

// elisions are the words that lose their vowel before another in French and
// Italian; the word after them stands by itself.
var elisions = set("l", "d", "j", "qu", "jusqu", "lorsqu", "puisqu", "s", "n", "c", "m", "t",
	"dell", "all", "nell", "sull", "dall", "un", "quest", "quell")

// starters are words that begin sentences far more often than names.
var starters = set("The", "A", "An", "He", "She", "It", "They", "We", "I", "You", "This", "That", "These", "Those",
	"In", "On", "At", "But", "And", "For", "If", "As", "When", "While", "After", "Before", "Since", "His", "Her", "Its",
	"Their", "Our", "There", "Then", "However", "Meanwhile", "Some", "Many", "Most", "Both", "Another", "According",
	"Last", "Not", "No", "So", "To", "From", "With", "By", "What", "Who", "Why", "How", "Der", "Die", "Das", "Er", "Sie",
	"Es", "Ein", "Eine", "Im", "Am", "Le", "La", "Les", "Il", "Elle", "El", "Los", "Las", "En")

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}
