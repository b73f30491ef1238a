package decode

// A sample is a short article in one language, and the legacy charsets in
// which such a text is found on the web and on old disks.
type sample struct {
	language string
	charsets []string // labels of the WHATWG encoding standard
	text     string
}

var samples = []sample{
	{"ja", []string{"shift_jis", "euc-jp", "iso-2022-jp"},
		"市の図書館は来月から開館時間を延ばすと発表した。平日は夜九時まで、土曜日は七時まで利用できるようになる。\n" +
			"館長の田中さんは「仕事の帰りに立ち寄れるようにしてほしいという声が多かった」と話した。利用者カードの手続きは変わらない。\n"},
	{"ja-short", []string{"shift_jis", "euc-jp"}, "今日の天気は晴れのち曇り。カタカナとひらがなも少し。"},
	{"zh-Hans", []string{"gbk", "gb18030"},
		"市图书馆昨天宣布，从下个月起延长开放时间。工作日开放到晚上九点，星期六开放到七点。\n" +
			"馆长说，许多读者希望下班以后还能来借书，所以馆里决定增加工作人员。办理借书证的手续没有变化。\n"},
	{"zh-Hant", []string{"big5"},
		"市立圖書館昨天宣布，從下個月起延長開放時間。平日開放到晚上九點，星期六開放到七點。\n" +
			"館長說，許多讀者希望下班以後還能來借書，所以館裡決定增加工作人員。辦理借書證的手續沒有變化。\n"},
	{"ko", []string{"euc-kr"},
		"시립 도서관은 다음 달부터 개관 시간을 늘린다고 발표했다. 평일에는 밤 아홉 시까지, 토요일에는 일곱 시까지 문을 연다.\n" +
			"관장은 퇴근길에 들를 수 있게 해 달라는 요청이 많았다고 말했다. 회원증을 만드는 절차는 바뀌지 않는다.\n"},
	{"ru", []string{"windows-1251", "koi8-r", "iso-8859-5", "ibm866", "x-mac-cyrillic"},
		"Городская библиотека со следующего месяца будет работать дольше. По будням читальный зал закроют в девять вечера, " +
			"а по субботам в семь.\nДиректор сказала, что об этом давно просили читатели, которые приходят после работы. " +
			"Порядок записи остаётся прежним.\n"},
	{"uk", []string{"windows-1251", "koi8-u"},
		"Міська бібліотека з наступного місяця працюватиме довше. У будні читальна зала зачинятиметься о дев'ятій вечора, " +
			"а в суботу о сьомій.\nДиректорка каже, що про це давно просили читачі, які приходять після роботи. " +
			"Її рішення підтримала міська рада, порядок запису не змінюється.\n"},
	{"bg", []string{"windows-1251"},
		"Градската библиотека ще работи по-дълго от следващия месец. През делничните дни читалнята ще затваря в девет часа вечерта, " +
			"а в събота в седем.\nДиректорката обясни, че читателите отдавна искат да идват след работа. Редът за записване не се променя.\n"},
	{"el", []string{"windows-1253", "iso-8859-7"},
		"Η δημοτική βιβλιοθήκη θα μένει ανοιχτή περισσότερες ώρες από τον επόμενο μήνα. Τις καθημερινές θα κλείνει στις εννέα το βράδυ " +
			"και το Σάββατο στις επτά.\nΗ διευθύντρια είπε ότι το ζητούσαν πολλοί αναγνώστες που έρχονται μετά τη δουλειά.\n"},
	{"tr", []string{"windows-1254", "iso-8859-9"},
		"Şehir kütüphanesi gelecek aydan itibaren daha uzun süre açık kalacak. Okuma salonu hafta içi akşam dokuzda, " +
			"cumartesi günleri yedide kapanacak.\nMüdür, işten sonra gelmek isteyen okuyucuların bunu uzun zamandır beklediğini söyledi. " +
			"Üyelik işlemleri değişmiyor.\n"},
	{"pl", []string{"iso-8859-2", "windows-1250"},
		"Biblioteka miejska od przyszłego miesiąca będzie otwarta dłużej. W dni powszednie czytelnię zamkną o dziewiątej wieczorem, " +
			"a w soboty o siódmej.\nDyrektorka powiedziała, że od dawna prosili o to czytelnicy, którzy przychodzą po pracy. " +
			"Świąteczne godziny się nie zmienią, źródłem pieniędzy będzie budżet miasta.\n"},
	{"cs", []string{"iso-8859-2", "windows-1250"},
		"Městská knihovna bude od příštího měsíce otevřena déle. Ve všední dny se čítárna zavře v devět hodin večer, v sobotu v sedm.\n" +
			"Ředitelka řekla, že o to dlouho žádali čtenáři, kteří chodí po práci. Šest nových knihovníků už nastoupilo, " +
			"žádné další změny se nechystají.\n"},
	{"hu", []string{"iso-8859-2", "windows-1250"},
		"A városi könyvtár a jövő hónaptól tovább tart nyitva. Hétköznap az olvasóterem este kilenckor zár, szombaton hétkor.\n" +
			"Az igazgató elmondta, hogy régóta kérték ezt azok az olvasók, akik munka után jönnek. A beiratkozás rendje nem változik, " +
			"az őszi ünnepek alatt is lesz ügyelet, és bővül a gyűjtemény.\n"},
	{"ro", []string{"iso-8859-2", "windows-1250"},
		"Biblioteca orăşenească va fi deschisă mai mult timp începând de luna viitoare. În zilele de lucru sala de lectură se va închide " +
			"la ora nouă seara, iar sâmbăta la şapte.\nDirectoarea a spus că cititorii care vin după muncă cereau de mult acest lucru. " +
			"Înscrierea rămâne aceeaşi şi nu costă nimic pentru elevi şi studenţi.\n"},
	{"hr", []string{"iso-8859-2", "windows-1250"},
		"Gradska knjižnica od idućeg mjeseca bit će otvorena dulje. Radnim danom čitaonica će se zatvarati u devet navečer, " +
			"a subotom u sedam.\nRavnateljica je rekla da su to odavno tražili čitatelji koji dolaze poslije posla. " +
			"Način učlanjenja neće se mijenjati, a već su zaposlena tri nova knjižničara.\n"},
	{"fr", []string{"windows-1252", "macintosh"},
		"La bibliothèque municipale restera ouverte plus longtemps à partir du mois prochain. En semaine, la salle de lecture fermera " +
			"à neuf heures du soir, et à sept heures le samedi.\nLa directrice a expliqué qu’on le réclamaient depuis " +
			"des années. L’inscription demeure gratuite pour les élèves.\n"},
	{"de", []string{"windows-1252"},
		"Die Stadtbücherei öffnet vom nächsten Monat an länger. Werktags schließt der Lesesaal abends um neun, samstags um sieben.\n" +
			"Die Leiterin sagte, viele Leser hätten sich das gewünscht, weil sie erst nach der Arbeit kämen. Für Schüler bleibt " +
			"der Ausweis frei; die Gebühren für Erwachsene steigen nicht.\n"},
	{"es", []string{"windows-1252"},
		"La biblioteca municipal abrirá más horas a partir del próximo mes. Entre semana la sala de lectura cerrará a las nueve " +
			"de la noche y los sábados a las siete.\nLa directora explicó que los lectores lo pedían desde hacía años. ¿Cambiará " +
			"la inscripción? No: seguirá siendo gratuita para los niños.\n"},
	{"sv", []string{"windows-1252"},
		"Stadsbiblioteket håller öppet längre från nästa månad. På vardagar stänger läsesalen klockan nio på kvällen och på lördagar " +
			"klockan sju.\nChefen säger att många besökare har frågat efter det, eftersom de kommer först efter jobbet. " +
			"Lånekortet är fortfarande gratis för alla.\n"},
	{"en", []string{"windows-1252"},
		"The town library will stay open longer from next month. “People asked for it for years,” said the head librarian — " +
			"who’d rather not be named — “so we’re trying it.”\nThe café on the ground floor keeps its old hours.\n"},
	{"he", []string{"windows-1255"},
		"הספרייה העירונית תהיה פתוחה שעות רבות יותר החל מהחודש הבא. בימי חול ייסגר אולם הקריאה בתשע בערב, ובימי שישי בצהריים.\n" +
			"המנהלת אמרה שקוראים רבים ביקשו זאת מזמן, משום שהם מגיעים אחרי העבודה. סדרי ההרשמה לא ישתנו.\n"},
	{"ar", []string{"windows-1256", "iso-8859-6"},
		"ستبقى المكتبة العامة في المدينة مفتوحة ساعات أطول ابتداء من الشهر القادم. في أيام العمل تغلق قاعة القراءة في التاسعة مساء " +
			"وفي يوم السبت في السابعة.\nوقالت المديرة إن القراء طلبوا ذلك منذ سنوات لأنهم يأتون بعد العمل. ولن تتغير طريقة التسجيل.\n"},
	{"th", []string{"windows-874"},
		"ห้องสมุดประจำเมืองจะเปิดให้บริการนานขึ้นตั้งแต่เดือนหน้า ในวันธรรมดาห้องอ่านหนังสือจะปิดเวลาสามทุ่ม และวันเสาร์จะปิดหนึ่งทุ่ม\n" +
			"ผู้อำนวยการกล่าวว่าผู้อ่านจำนวนมากขอให้ทำเช่นนี้มานานแล้ว เพราะมาได้หลังเลิกงานเท่านั้น\n"},
	{"lt", []string{"windows-1257", "iso-8859-13"},
		"Miesto biblioteka nuo kito mėnesio dirbs ilgiau. Darbo dienomis skaitykla bus uždaroma devintą valandą vakaro, " +
			"o šeštadieniais septintą.\nDirektorė sakė, kad skaitytojai to seniai prašė, nes ateina po darbo. " +
			"Registracijos tvarka nesikeičia, mokiniams viskas lieka nemokamai, žiūrėkite skelbimą.\n"},
}
