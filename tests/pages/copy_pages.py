"""Pages of invented papers, one convention each: where a line of attribution stands, and how it is marked up.

``PROSE`` is one paragraph a language; a page prints it several times. ``PAGES`` are the conventions.
"""

from dataclasses import dataclass

PROSE = {
    "en": (
        "The ferry across the sound will run twice a day from Monday, the harbour board of Tolin decided "
        "after a long evening. Nobody spoke against it, and the last boat will wait for the train as it "
        "did before."
    ),
    "de": (
        "Die Fähre über den Sund fährt von Montag an zweimal am Tag, beschloss der Hafenrat von Tolin nach "
        "einem langen Abend. Niemand sprach dagegen, und das letzte Boot wartet wieder auf den Zug."
    ),
    "fr": (
        "Le bac du détroit circulera deux fois par jour à partir de lundi, a décidé le conseil du port de "
        "Tolin après une longue soirée. Personne ne s'y est opposé, et le dernier bateau attendra le train."
    ),
    "es": (
        "El transbordador del estrecho saldrá dos veces al día a partir del lunes, decidió la junta del "
        "puerto de Tolin tras una larga noche. Nadie se opuso, y el último barco esperará de nuevo al tren."
    ),
    "it": (
        "Il traghetto dello stretto partirà due volte al giorno da lunedì, ha deciso il consiglio del "
        "porto di Tolin dopo una lunga serata. Nessuno si è opposto, e l'ultima barca aspetterà di nuovo "
        "il treno."
    ),
    "pt": (
        "A balsa do estreito sairá duas vezes por dia a partir de segunda-feira, decidiu o conselho do "
        "porto de Tolin depois de uma longa noite. Ninguém foi contra, e o último barco vai esperar o trem."
    ),
    "nl": (
        "De veerboot over de zeestraat vaart vanaf maandag twee keer per dag, besloot de havenraad van "
        "Tolin na een lange avond. Niemand was ertegen, en de laatste boot wacht weer op de trein uit de "
        "stad."
    ),
    "sv": (
        "Färjan över sundet går två gånger om dagen från måndag, beslutade hamnstyrelsen i Tolin efter en "
        "lång kväll. Ingen talade emot, och den sista båten väntar åter på tåget som den gjorde förr i "
        "tiden."
    ),
    "da": (
        "Færgen over sundet sejler to gange om dagen fra mandag, besluttede havnerådet i Tolin efter en "
        "lang aften. Ingen talte imod, og den sidste båd venter igen på toget, sådan som den gjorde før i "
        "tiden."
    ),
    "no": (
        "Ferja over sundet går to ganger om dagen fra mandag, vedtok havnestyret i Tolin etter en lang "
        "kveld. Ingen talte imot, og den siste båten venter igjen på toget, slik den gjorde før i tiden "
        "her."
    ),
    "fi": (
        "Lautta salmen yli kulkee maanantaista alkaen kahdesti päivässä, päätti Tolinin satamalautakunta "
        "pitkän illan jälkeen. Kukaan ei vastustanut, ja viimeinen vene odottaa jälleen junaa kuten "
        "ennenkin."
    ),
    "pl": (
        "Prom przez cieśninę będzie od poniedziałku kursował dwa razy dziennie, zdecydowała rada portu w "
        "Tolinie po długim wieczorze. Nikt się nie sprzeciwił, a ostatnia łódź znów poczeka na pociąg z "
        "miasta."
    ),
    "cs": (
        "Přívoz přes úžinu bude od pondělí jezdit dvakrát denně, rozhodla rada přístavu v Tolinu po "
        "dlouhém večeru. Nikdo nebyl proti a poslední loď bude zase čekat na vlak, jak to dělávala dříve."
    ),
    "hu": (
        "A tengerszoros kompja hétfőtől naponta kétszer közlekedik, döntött a tolini kikötőtanács egy "
        "hosszú este után. Senki sem szólt ellene, és az utolsó hajó ismét megvárja a városból érkező "
        "vonatot."
    ),
    "ro": (
        "Bacul peste strâmtoare va circula de două ori pe zi începând de luni, a decis consiliul portului "
        "Tolin după o seară lungă. Nimeni nu s-a opus, iar ultima barcă va aștepta din nou trenul din oraș."
    ),
    "ru": (
        "Паром через пролив с понедельника будет ходить дважды в день, решил совет порта Толин после "
        "долгого вечера. Никто не возражал, и последняя лодка снова будет ждать поезд, как это было раньше."
    ),
    "uk": (
        "Пором через протоку з понеділка ходитиме двічі на день, вирішила рада порту Толін після довгого "
        "вечора. Ніхто не заперечував, і останній човен знову чекатиме на поїзд, як це було колись давно."
    ),
    "el": (
        "Το φέρι του πορθμού θα κάνει δύο δρομολόγια την ημέρα από τη Δευτέρα, αποφάσισε το συμβούλιο του "
        "λιμανιού της Τόλιν ύστερα από μια μακρά βραδιά. Κανείς δεν αντέδρασε, και το τελευταίο πλοίο θα "
        "περιμένει."
    ),
    "tr": (
        "Boğazın feribotu pazartesiden itibaren günde iki kez sefer yapacak, Tolin liman kurulu uzun bir "
        "akşamın ardından buna karar verdi. Kimse karşı çıkmadı ve son tekne yine şehirden gelen treni "
        "bekleyecek."
    ),
    "ar": (
        "ستعمل العبارة عبر المضيق مرتين في اليوم ابتداء من يوم الاثنين بحسب ما قرره مجلس ميناء تولين بعد "
        "أمسية طويلة ولم يعترض أحد على القرار وسينتظر القارب الأخير القطار القادم من المدينة كما كان يفعل "
        "من قبل"
    ),
    "he": (
        "המעבורת במצר תפליג פעמיים ביום החל מיום שני, כך החליטה מועצת הנמל של טולין לאחר ערב ארוך. איש לא "
        "התנגד, והסירה האחרונה תמתין שוב לרכבת מן העיר כפי שעשתה בעבר, אמרו אנשי הנמל בסוף הערב הארוך הזה."
    ),
    "zh": (
        "托林港务委员会经过漫长的讨论后决定，海峡渡轮从星期一起每天开行两班。"
        "会上没有人提出反对意见，末班船将像从前一样等候从城里开来的火车。"
        "委员会主席表示，新的时刻表会张贴在码头和车站，居民也可以在港务局的窗口领取。"
        "渡轮公司说，船员已经准备就绪，票价不变，学生仍然可以半价乘船，自行车免费。"
    ),
    "ja": (
        "トーリン港の委員会は長い議論の末、海峡の渡し船を月曜日から一日二便にすると決めた。"
        "反対する人はなく、最終便は以前のように町からの列車を待つ。委員長は、"
        "新しい時刻表を桟橋と駅に張り出すと話した。運賃は変わらず、学生は半額で乗ることができ、"
        "自転車は無料で積める。船員の準備はもう整っているという。"
    ),
    "ko": (
        "톨린 항만위원회는 긴 논의 끝에 해협 나룻배를 월요일부터 하루 두 차례 운항하기로 결정했다. "
        "반대하는 사람은 없었고 마지막 배는 예전처럼 시내에서 오는 열차를 기다린다. 위원장은 새 시간표를 "
        "부두와 역에 붙이겠다고 말했다. 요금은 그대로이며 학생은 반값에 탈 수 있고 자전거는 무료라고 한다."
    ),
    "id": (
        "Feri di selat akan berlayar dua kali sehari mulai Senin, demikian keputusan dewan pelabuhan Tolin "
        "setelah malam yang panjang. Tidak ada yang menentang, dan perahu terakhir akan menunggu kereta "
        "dari kota."
    ),
    "hi": (
        "जलडमरूमध्य की नौका सोमवार से दिन में दो बार चलेगी, तोलिन के बंदरगाह मंडल ने एक लंबी शाम के बाद यह "
        "तय किया। किसी ने विरोध नहीं किया, और आखिरी नाव पहले की तरह शहर से आने वाली रेलगाड़ी का इंतजार "
        "करेगी, अधिकारियों ने बताया।"
    ),
}


@dataclass(frozen=True)
class Page:
    """A page: what stands above, at the end of, and below the copy, and what is to be read from it."""

    name: str
    language: str
    line: str | None
    """The source line."""
    parties: tuple[tuple[str, str], ...] = ()
    """Names and roles, in order."""
    above: str = ""
    opening: str = ""
    """Put in front of the first paragraph's words."""
    closing: str = ""
    """Put behind the last paragraph's words."""
    last: str = ""
    """Behind the last paragraph, in the box of the copy."""
    below: str = ""
    dateline: str | None = None
    corrections: tuple[str, ...] = ()
    label: str | None = None


def one(name, role="origcont"):
    """One party."""
    return ((name, role),)


MADE, GAVE, WROTE, EDITED = "origcont", "contentSource", "author", "contentEditor"

PAGES = (
    Page(
        "label in bold",
        "en",
        "Tolin Herald with Reuters",
        (("Tolin Herald", MADE), ("Reuters", GAVE)),
        last="<p><strong>Source: Tolin Herald with Reuters</strong></p>",
        label="Source",
    ),
    Page(
        "label and value in two elements of a list",
        "de",
        "dpa",
        one("dpa"),
        below="<dl><dt>Quelle</dt><dd>dpa</dd><dt>Datum</dt><dd>4. Mai 2026</dd></dl>",
    ),
    Page(
        "label and value in two inline elements",
        "de",
        "Tolinger Anzeiger",
        one("Tolinger Anzeiger"),
        below='<div class="x1"><span>Quelle</span> <span>Tolinger Anzeiger</span></div>',
    ),
    Page(
        "label in a label element",
        "en",
        "Reuters",
        one("Reuters"),
        below='<div><label>Source:</label> <a href="/agency/reuters">Reuters</a></div>',
    ),
    Page(
        "label and value in two paragraphs of the copy",
        "en",
        "Harbour Times",
        one("Harbour Times"),
        last="<p>Source:</p><p>Harbour Times</p>",
    ),
    Page(
        "label above a list of sources",
        "de",
        "Hafenrat Tolin; Reuters; Meldung der Gewerkschaft Meer",
        (("Hafenrat Tolin", GAVE), ("Reuters", GAVE), ("Meldung der Gewerkschaft Meer", GAVE)),
        last="<p>Quellen:<br/></p><div><ul><li><em>Hafenrat Tolin</em></li>"
        "<li>Reuters</li><li>Meldung der Gewerkschaft Meer</li></ul></div>",
    ),
    Page("label and value on two lines", "it", "ANSA", one("ANSA"), last="<p>Fonte:<br>ANSA</p>"),
    Page(
        "label alone at the foot of the copy, its value outside",
        "nl",
        "ANP",
        one("ANP"),
        last="<p>Bron:</p>",
        below='<div class="v">ANP</div>',
    ),
    Page("in brackets", "de", "APA/dpa", (("APA", GAVE), ("dpa", GAVE)), last="<p>(Quelle: APA/dpa)</p>"),
    Page("agency alone below the copy", "tr", "AA", one("AA"), below='<div class="k">AA</div>'),
    Page(
        "agency alone above the copy",
        "tr",
        "Anadolu Ajansı",
        one("Anadolu Ajansı"),
        above='<div class="meta"><span>Anadolu Ajansı</span></div><div>Giriş: 04.05.2026 - 18:24</div>',
    ),
    Page(
        "agency with its place above the copy", "en", "AFP, TOLIN", one("AFP"), above="<div>AFP, TOLIN</div>"
    ),
    Page(
        "agency and date in one line above",
        "fr",
        "AFP",
        one("AFP"),
        above="<p class='m'>AFP | Publié le 04/05/2026 à 12:30</p>",
    ),
    Page(
        "agency and editor's initials below",
        "de",
        "SDA/sep",
        (("SDA", GAVE), ("sep", WROTE)),
        below="<p><span>SDA/sep</span></p><p>Fehler gefunden? <a href='/x'>Jetzt melden.</a></p>",
    ),
    Page("agencies in general", "es", "Agencias", (("Agencias", GAVE),), above="<p>Agencias</p>"),
    Page("suffix in brackets", "de", "dpa/gem", (("dpa", GAVE), ("gem", WROTE)), closing=" (dpa/gem)"),
    Page("suffix in capitals", "en", "AP", one("AP"), closing=" (AP)"),
    Page("suffix between slashes", "da", "/ritzau/", one("ritzau"), closing=" /ritzau/"),
    Page("suffix in full-width brackets", "ja", "共同", one("共同"), closing="（共同）"),
    Page("suffix in Chinese", "zh", "新华社", one("新华社"), closing="（新华社）"),
    Page(
        "suffix before a note on the author",
        "de",
        "KNA",
        one("KNA"),
        closing=" (KNA)",
        last="<p>Mehr aus Tolin lesen Sie hier.</p>",
    ),
    Page("suffix as a paragraph of its own", "no", "NTB", one("NTB"), last="<p>(NTB)</p>"),
    Page(
        "material of an agency",
        "de",
        "Mit Material von dpa und AFP",
        (("dpa", GAVE), ("AFP", GAVE)),
        last="<p><em>Mit Material von dpa und AFP</em></p>",
    ),
    Page(
        "material of agencies in general",
        "de",
        "Mit Agenturmaterial.",
        (("Agenturmaterial", GAVE),),
        last="<p>Mit Agenturmaterial.</p>",
    ),
    Page(
        "files from an agency and a person",
        "en",
        "With files from The Canadian Press and Mara Dunn",
        (("The Canadian Press", GAVE), ("Mara Dunn", WROTE)),
        below="<h2>About the author</h2><div>Tobin Reed</div><p>Tobin Reed writes on harbours.</p>"
        "<div class='s'><p>With files from The Canadian Press and Mara Dunn</p></div>",
    ),
    Page(
        "who reported and edited is no source line",
        "en",
        None,
        (("Mara Dunn", WROTE), ("Tobin Reed", EDITED)),
        last="<p>(Reporting by Mara Dunn; Editing by Tobin Reed)</p>",
    ),
    Page(
        "writers of an agency contributed",
        "en",
        "Associated Press writers Mara Dunn in Tolin and Tobin Reed in Varn contributed to this report.",
        (("Associated Press", MADE), ("Mara Dunn", WROTE), ("Tobin Reed", WROTE)),
        last="<h2>___</h2><p>Associated Press writers Mara Dunn in Tolin and Tobin Reed in Varn "
        "contributed to this report.</p>",
    ),
    Page(
        "first published elsewhere",
        "de",
        "Dieser Text ist zuerst im Tolinger Anzeiger erschienen.",
        one("Tolinger Anzeiger"),
        last="<p>Dieser Text ist zuerst im Tolinger Anzeiger erschienen.</p>",
    ),
    Page(
        "first published elsewhere, above",
        "en",
        "This article originally appeared on Harbour Review.",
        one("Harbour Review"),
        above="<p><i>This article originally appeared on Harbour Review.</i></p>",
    ),
    Page("informations de l'agence", "fr", "Avec AFP", (("AFP", GAVE),), last="<p>Avec AFP</p>"),
    Page(
        "con información",
        "es",
        "Con información de EFE y Reuters",
        (("EFE", GAVE), ("Reuters", GAVE)),
        last="<p>Con información de EFE y Reuters</p>",
    ),
    Page(
        "com informações, with an asterisk",
        "pt",
        "*Com informações da Agência Brasil",
        (("Agência Brasil", GAVE),),
        last="<p>*Com informações da Agência Brasil</p>",
    ),
    Page(
        "po materialam",
        "ru",
        "По материалам РИА Новости",
        (("РИА Новости", GAVE),),
        last="<p>По материалам РИА Новости</p>",
    ),
    Page(
        "time and source in one line, above",
        "zh",
        "托林日报",
        one("托林日报"),
        above="<div class='info'>2026-05-04 20:29 来源： 托林日报</div>",
    ),
    Page(
        "time, an agency and the author in one line, above",
        "zh",
        "新华网",
        one("新华网"),
        above="<div class='info'>2026-05-12 10:05　来源：新华网　作者：李四</div>",
    ),
    Page(
        "source above the headline",
        "zh",
        "新华网",
        one("新华网"),
        above="<div class='source'>来源：新华网</div><h1>渡轮</h1>",
    ),
    Page(
        "time, source and length in one line",
        "de",
        "dpa-AFX",
        one("dpa-AFX"),
        above="<div>04.05.2026 - 07:18 | Quelle: dpa-AFX | Lesedauer etwa 4 min.</div>",
    ),
    Page("label in Swedish", "sv", "TT", one("TT"), last="<p>Källa: TT</p>"),
    Page("label in Finnish", "fi", "STT", one("STT"), last="<p>Lähde: STT</p>"),
    Page("label in Polish", "pl", "PAP", one("PAP"), below="<div class='zr'>Źródło: PAP</div>"),
    Page("label in Czech", "cs", "ČTK", one("ČTK"), below="<p>Zdroj: ČTK</p>"),
    Page("label in Hungarian", "hu", "MTI", one("MTI"), last="<p>Forrás: MTI</p>"),
    Page("label in Romanian", "ro", "Agerpres", one("Agerpres"), last="<p>Sursa: Agerpres</p>"),
    Page("label in Ukrainian", "uk", "Укрінформ", one("Укрінформ"), last="<p>Джерело: Укрінформ</p>"),
    Page("label in Greek", "el", "ΑΠΕ-ΜΠΕ", one("ΑΠΕ-ΜΠΕ"), last="<p>Πηγή: ΑΠΕ-ΜΠΕ</p>"),
    Page(
        "label in Turkish",
        "tr",
        "Anadolu Ajansı",
        one("Anadolu Ajansı"),
        last="<p>Kaynak: Anadolu Ajansı</p>",
    ),
    Page("label in Arabic", "ar", "رويترز", one("رويترز"), below="<div>المصدر: رويترز</div>"),
    Page("label in Hebrew", "he", "רויטרס", one("רויטרס"), below="<div>מקור: רויטרס</div>"),
    Page("label in Korean", "ko", "뉴시스", one("뉴시스"), below="<div>출처: 뉴시스</div>"),
    Page("label in Indonesian", "id", "Antara", one("Antara"), last="<p>Sumber: Antara</p>"),
    Page(
        "label in Portuguese, in the article's foot",
        "pt",
        "Lusa",
        one("Lusa"),
        below="<footer>Fonte: Lusa</footer>",
    ),
    Page("label in Hindi", "hi", "पीटीआई", one("पीटीआई"), last="<p>स्रोत: पीटीआई</p>"),
    Page(
        "source in an aside of facts",
        "de",
        "MDV Varn",
        one("MDV Varn"),
        above="<aside><div><strong>Datum</strong><p>04.05.2026</p></div>"
        "<div><p><strong>Quelle:</strong> MDV Varn</p></div></aside>",
    ),
    Page(
        "source and photo in one paragraph",
        "en",
        "tolin.example with Varnia press service (Varn) and agencies",
        (("tolin.example", MADE), ("Varnia press service", GAVE), ("agencies", GAVE)),
        last="<p><strong>Source: tolin.example with Varnia press service (Varn) and agencies</strong><br>"
        "<em>photo: The harbour board of Tolin at its table on 4 May. (picture courtesy of Varnia)</em></p>",
    ),
    Page(
        "dateline of an agency",
        "en",
        None,
        one("AP"),
        opening="TOLIN, Varnia (AP) — ",
        dateline="TOLIN, Varnia (AP) —",
    ),
    Page(
        "dateline with a date",
        "en",
        None,
        one("Yonhap"),
        opening="SEOUL, Aug. 20 (Yonhap) -- ",
        dateline="SEOUL, Aug. 20 (Yonhap) --",
    ),
    Page(
        "dateline in German, with the suffix of the same agency",
        "de",
        "dpa",
        one("dpa"),
        opening="Tolin/Varn (dpa) - ",
        closing=" (dpa)",
        dateline="Tolin/Varn (dpa) -",
    ),
    Page(
        "dateline in Spanish",
        "es",
        None,
        one("EFE"),
        opening="Tolin, 4 may (EFE).- ",
        dateline="Tolin, 4 may (EFE).-",
    ),
    Page(
        "dateline in Chinese",
        "zh",
        None,
        one("新华社"),
        opening="新华社北京11月17日电 ",
        dateline="新华社北京11月17日电",
    ),
    Page(
        "dateline before a source line",
        "en",
        "Harbour Times, Reuters",
        (("Harbour Times", MADE), ("Reuters", GAVE)),
        opening="TOLIN (Reuters) - ",
        last="<p>Source: Harbour Times, Reuters</p>",
        dateline="TOLIN (Reuters) -",
    ),
    Page("satire's dateline", "de", None, one("dpo"), opening="Kiel (dpo) - ", dateline="Kiel (dpo) -"),
    Page(
        "correction at the foot",
        "en",
        None,
        last="<p><em>Correction: An earlier version of this article gave the "
        "wrong day. The ferry runs from Monday.</em></p>",
        corrections=(
            "Correction: An earlier version of this article gave the wrong day. The ferry runs from Monday.",
        ),
    ),
    Page(
        "correction in an aside",
        "de",
        None,
        below="<aside><p>In einer früheren Version dieses Textes stand, die "
        "Fähre fahre viermal. Das ist korrigiert.</p></aside>",
        corrections=(
            "In einer früheren Version dieses Textes stand, die Fähre fahre viermal. Das ist korrigiert.",
        ),
    ),
    Page(
        "correction with a heading of its own",
        "fr",
        None,
        last="<h3>Rectificatif</h3><p>Le bac part à huit heures, et non à neuf.</p>",
        corrections=("Rectificatif: Le bac part à huit heures, et non à neuf.",),
    ),
    Page(
        "correction and source line",
        "nl",
        "ANP",
        one("ANP"),
        last="<p>Bron: ANP</p><p>Rectificatie: In een eerdere "
        "versie stond dat de boot om acht uur vertrekt.</p>",
        corrections=("Rectificatie: In een eerdere versie stond dat de boot om acht uur vertrekt.",),
    ),
    Page(
        "doubtful names behind a label stay as they are",
        "en",
        "various, see below 12",
        last="<p>Source: various, see below 12</p>",
    ),
    Page("behind a full stop", "en", "AFP", one("AFP"), closing=" Source: AFP"),
    Page("behind a full stop in German", "de", "dpa", one("dpa"), closing=" Quelle: dpa"),
    Page(
        "a list of sources with links",
        "en",
        "Tolin Times; Reuters; Harbour Board",
        (("Tolin Times", GAVE), ("Reuters", GAVE), ("Harbour Board", GAVE)),
        last='<h4>Sources:</h4><ul><li><a href="https://times.example/a">Tolin Times</a></li>'
        '<li><a href="https://news.example/b">Reuters</a></li><li>Harbour Board</li></ul>',
    ),
    Page(
        "compiled from reports",
        "en",
        "Compiled from AP and Reuters reports",
        (("AP", GAVE), ("Reuters", GAVE)),
        last="<p>Compiled from AP and Reuters reports</p>",
    ),
    Page(
        "an institution in small type",
        "en",
        "Ministry of Fisheries",
        one("Ministry of Fisheries"),
        last="<p><small>Source: Ministry of Fisheries</small></p>",
    ),
    Page(
        "a byline behind the text, with who edited",
        "en",
        None,
        (("Mara Olsen", WROTE), ("Ivo Petrenko", WROTE), ("Sam Cole", EDITED)),
        last="<p>By Mara Olsen in Berlin and Ivo Petrenko in Kyiv; editing by Sam Cole</p>",
    ),
    Page(
        "sources that say something",
        "en",
        None,
        last="<p>Sources say the second boat will be sold before the winter, and nobody asked the crew.</p>",
    ),
    Page(
        "a picture with a heading and its source",
        "de",
        None,
        below='<div class="chart"><h4>Fahrten im Jahr</h4><img src="/c.png" alt="">'
        "<p>Quelle: Statistisches Amt</p></div>",
    ),
    Page("nothing to find", "en", None),
    Page(
        "person and agency below the copy are a picture's", "es", None, last="<p>Mara Dunn | Agencia Uno</p>"
    ),
    Page("a town in a state is no agency", "en", None, last="<p>June 26 -- Harbour Arena, Allentown, PA</p>"),
    Page("channels of a country are no agencies", "es", None, last="<p>Ecuador: TVC, RTS y Star+</p>"),
    Page(
        "a date behind a label is nobody",
        "de",
        None,
        last="<p>Quelle:</p><p>Veröffentlicht am 07.06.2026</p>",
    ),
    Page(
        "quoted headline",
        "en",
        None,
        below="<p>Source: “Ferry will run twice a day from Monday, board decides”</p>",
    ),
    Page("notice of rights", "it", None, below="<p>© RIPRODUZIONE RISERVATA</p>"),
    Page("field of a form", "de", None, below="<form><p>Quelle: dpa</p><input name=q></form>"),
    Page(
        "credit in a figure",
        "de",
        None,
        below="<figure><img src=a.jpg><figcaption>Quelle: dpa</figcaption></figure>",
    ),
    Page(
        "source of a fact box",
        "no",
        None,
        below="<aside><h3>Fakta om ferja</h3><p>Ferja ble bygget i Tolin og har "
        "gått over sundet i mer enn femti år, med plass til tjue biler og hundre reisende.</p>"
        "<p>Kilde: NTB</p></aside>",
    ),
    Page(
        "source of a chart",
        "en",
        None,
        below="<div class=c><iframe src='https://charts.example/1'></iframe><p>Source: Reuters</p></div>",
    ),
    Page("tag with the name of an agency", "de", None, below='<ul><li><a href="/t/dpa">dpa</a></li></ul>'),
)
