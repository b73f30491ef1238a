package classify

import (
	"testing"

	"lectern/reader/doc"
)

// ideasIn returns how many ideas of offers a line speaks of.
func ideasIn(t *testing.T, line string) float32 {
	t.Helper()
	d := &doc.Document{Format: doc.Text, Blocks: []doc.Block{{Text: line, Element: -1}}}
	pg := tablesOnly().read(d, func(*block, *tokens) {})
	return pg.blocks[0].ideas.count()
}

func TestOffersSpeakOfIdeasInManyLanguages(t *testing.T) {
	for _, offer := range []string{
		"Subscribe now and cancel any time", "Jetzt abonnieren, jederzeit kündbar", "Essai gratuit, sans engagement, résiliable à tout moment",
		"Prøv gratis den første måned", "Fizessen elő most, bármikor lemondható", "Δοκιμάστε δωρεάν με τη συνδρομή σας",
		"Đăng ký miễn phí, hủy bất cứ lúc nào", "สมัครสมาชิกวันนี้ ยกเลิกได้ทุกเมื่อ", "বিনামূল্যে নিবন্ধন করুন, যে কোনো সময় বাতিল", "登録は無料、いつでも解約できます",
		"اشترك الآن مجانا", "Оформите подписку бесплатно",
	} {
		if n := ideasIn(t, offer); n < 2 {
			t.Errorf("%v ideas in %q", n, offer)
		}
	}
	for _, told := range []string{
		"The ferry left at noon with forty people aboard.", "Die Fähre legte mittags mit vierzig Leuten ab.", "Færgen sejlede ved middagstid med fyrre mennesker om bord.",
		"A komp délben indult el negyven emberrel.", "Chuyến phà rời bến lúc giữa trưa với bốn mươi người.",
	} {
		if n := ideasIn(t, told); n > 1 {
			t.Errorf("%v ideas in %q", n, told)
		}
	}
}
