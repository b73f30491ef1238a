package layout

import (
	"strings"
	"testing"

	"lectern/reader/doc"
)

// sampleText returns n bytes or a little more of paragraphs made of the words.
func sampleText(words string, n int) *doc.Document {
	ws := strings.Fields(words)
	d := &doc.Document{Language: "en"}
	var b strings.Builder
	for i, size := 0, 0; size < n; i++ {
		b.WriteString(ws[(i*7919+i/13)%len(ws)])
		b.WriteByte(' ')
		if b.Len() > 600 {
			size += b.Len()
			d.Blocks = append(d.Blocks, doc.Block{Text: strings.TrimSpace(b.String()), Verdict: doc.Verdict{Kept: true}})
			b.Reset()
		}
	}
	return d
}

func BenchmarkBlocks(b *testing.B) {
	for _, c := range []struct{ name, words string }{
		{"ascii", "The ministers met again on Monday, and nobody in the room (there were forty people) had slept much; \"We go on,\" one of them said. It is now 12:30, they have 3,500 pages before them"},
		{"english", "The ministers met again on Monday — and nobody’s seat in the long-drawn room (there were 40 people) stayed empty; “We go on,” one of them said. It’s 12:30, they have 3,500 pages before them at $40 each or 5% more"},
		{"german", "Die Minister trafen sich am Montag erneut, größere Fortschritte blieben aus; „Wir machen weiter“, sagte über Nacht einer der Männer. Für die Lösung fehlen 3.500 Seiten"},
		{"russian", "Министры снова встретились в понедельник и никто в зале не спал; «Мы продолжаем», сказал один из них. Сейчас половина первого, перед ними ещё 3500 страниц"},
		{"chinese", "部长们星期一再次会面，但会议没有取得进展。“我们继续”，其中一人说道。 现在是十二点半，他们面前还有三千五百页。"},
		{"japanese", "大臣たちは月曜日に再び会談したが、進展はなかった。「続けよう」と一人が言った。 いまは十二時半で、まだ三千五百ページが残っている。"},
		{"thai", "รัฐมนตรีพบกันอีกครั้งในวันจันทร์ แต่ไม่มีความคืบหน้า เราจะไปต่อ หนึ่งในนั้นกล่าว"},
		{"arabic", "التقى الوزراء مرة أخرى يوم الاثنين، ولم ينم أحد في القاعة. قال أحدهم: «سنواصل العمل»."},
		{"emoji", "Yes 👍🏽 no 👨‍👩‍👧‍👦 maybe 🇫🇷 one ❤️ two ☕ three"},
	} {
		d := sampleText(c.words, 1<<20)
		n := 0
		for i := range d.Blocks {
			n += len(d.Blocks[i].Text)
		}
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(n))
			b.ReportAllocs()
			for b.Loop() {
				Blocks(d, 0, len(d.Blocks), Options{Width: 72})
			}
		})
	}
}

func BenchmarkLongWord(b *testing.B) {
	for _, c := range []struct{ name, text string }{
		{"ascii", strings.Repeat("x", 200_000)},
		{"cyrillic", strings.Repeat("ж", 200_000)},
		{"marks", strings.Repeat("a\u0301", 200_000)},
		{"hyphens", strings.Repeat("a-", 100_000)},
		{"spaces", strings.Repeat(" ", 200_000) + "x"},
		{"one cluster", "a" + strings.Repeat("\u0301", 200_000)},
	} {
		d := &doc.Document{Blocks: []doc.Block{{Text: c.text, Verdict: doc.Verdict{Kept: true}}}}
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.text)))
			for b.Loop() {
				Blocks(d, 0, 1, Options{Width: 72})
			}
		})
	}
}
