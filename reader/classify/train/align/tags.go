package align

import "regexp"

// The tags of clutter, after what it is about.
const (
	Cookie     = "cookie"
	Newsletter = "newsletter"
	Login      = "login"
	Plan       = "plan"
	Paywall    = "paywall"
	Price      = "price"
	Ad         = "ad"
	Share      = "share"
	Related    = "related"
)

// rule gives a tag to lines that match it and not its exception.
type rule struct {
	tag    string
	match  *regexp.Regexp
	unless *regexp.Regexp
}

// rules are tried in order. They are for English, as the labelled pages are.
var rules = []rule{
	{Cookie, word(`\bcookies?\b|\bgdpr\b|\bconsent\b|privacy (choices|preference|settings)|we value your privacy|do not (sell|share)|(technical )?storage or access|personali[sz]ed (ads|advertising)|\bopt[- ]out\b`), word(`\bcookies? (dough|recipe|cutter|jar|sheet)`)},
	{Newsletter, word(`newsletter|sign ?up (for|to|now|here|today)|^sign ?up$|(in|to) your inbox|mailing list|(enter|your) (your )?e-?mail|e-?mail address|^e-?mail( ?\*)?$|get (our|the) (latest|daily|weekly|best)|(daily|weekly|morning) (briefing|digest|roundup|email)|join (our|the) (list|community|newsletter)|get (email )?(alerts|updates)|unsubscribe|subscribe (to|for|by|via) (our|the|email|e-mail|updates|this|rss|feed|podcast|blog|channel)`), nil},
	{Login, word(`\blog ?(in|out)\b|\bsign[- ]?(in|out)\b|\blogin\b|forgot(ten)? (your )?password|create (an |your |a )?(free )?account|\bmy account\b|already (a (member|subscriber)|subscribed|registered|have an account)|^register( now)?$|keep me (signed|logged) in|remember me`), nil},
	{Plan, word(`billed (annually|monthly|yearly)|cancel any ?time|renews? automatically|auto-?renew|free trial|^\d+ (months?|weeks?|years?)( plan)?$|\b(monthly|annual|yearly) (plan|subscription)\b|[₹$€£¥]\s?\d[\d,.]* ?(/|per|a) ?(mo(nth)?|w(ee)?k|y(ea)?r)\b`), nil},
	{Paywall, word(`\bsubscri(be|ber|bers|ption|ptions|bing)\b`), word(`\b(best|box(es)?|review)\b`)},
	{Paywall, word(`unlimited (digital )?access|free articles?|paywall|premium (content|article|member)|members?[- ]only|become an? (member|patron|supporter|subscriber)|^memberships?$|support (our|independent|quality) journalism|continue reading|read the full (story|article)|\bunlock\b|upgrade (now|to|your)|\bdonat(e|ion|ing)\b|\bpatreon\b|gift this article`), nil},
	{Price, word(`^[\s(]*(from |only |just |save |now |was )?[₹$€£¥]\s?\d[\d,.]*[\s)]*$`), nil},
	{Ad, word(`^(advertisement|ads?|sponsored( content)?|promoted|advertise( with us)?)( - .*)?$|continue reading below|article continues below|affiliate (link|commission)|earn (a |an )?(affiliate )?commission`), nil},
	{Share, word(`^(share|tweet|pin( it)?|facebook|twitter|x|linkedin|whatsapp|pinterest|reddit|e-?mail|print|copy( link)?|instagram|youtube|tiktok|telegram|save)( (this|on|via|to|article|link).{0,30})?$|share (this|on)\b`), nil},
	{Related, word(`^(related|read (next|more|also)|more (from|in|on|like)|recommended|you (may|might) (also )?(like|enjoy)|trending|popular|most (read|popular|viewed)|latest|recent posts?|featured|see also|next (up|article|post)|previous (article|post)|editors?.? picks?)\b.{0,60}$`), nil},
}

// Asks reports whether what a tag is about is asked of the reader: consent, an
// address, a login, money.
func Asks(tag string) bool {
	switch tag {
	case Cookie, Newsletter, Login, Plan, Paywall:
		return true
	}
	return false
}

var (
	planWords = word(`subscri|\bplans?\b|month|annual|billed|member|cancel|renew|digital access`)
	credits   = word(`^\W*(photos?|images?|credits?|pictured|courtesy|illustration|screenshot|getty|shutterstock|unsplash|©|via)\b`)
)

func word(pattern string) *regexp.Regexp { return regexp.MustCompile("(?i)" + pattern) }

// Lengths in bytes: a line of a tag is no longer than the first; a price next to
// a line no longer than the second that speaks of plans is part of the plan.
const (
	tagged    = 240
	planLine  = 160
	planReach = 3 // lines
)

// Tag returns what line i is about if it is clutter, "" if that cannot be told.
func Tag(lines []string, i int) string {
	tag := tagOf(lines[i])
	if tag != Price {
		return tag
	}
	for _, l := range lines[max(0, i-planReach):min(len(lines), i+planReach+1)] {
		if len(l) < planLine && planWords.MatchString(l) {
			return Plan
		}
	}
	return tag
}

func tagOf(line string) string {
	if len(line) > tagged {
		return ""
	}
	for _, r := range rules {
		if r.match.MatchString(line) && (r.unless == nil || !r.unless.MatchString(line)) {
			return r.tag
		}
	}
	return ""
}

// Credit reports whether a line names the source of a picture.
func Credit(line string) bool { return credits.MatchString(line) }
