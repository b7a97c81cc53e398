"""Captions with their credits as papers of many countries print them, line by line."""

from __future__ import annotations

import pytest

from crawler.evidence import Context, RawImage, Segment
from crawler.normalise.images import read_image

PRINTED = [
    # language, the paper, lines, caption, persons, houses
    ("en", "CNN", "Smoke rises in Kyiv. Jane Doe/Reuters", "Smoke rises in Kyiv.", ("Jane Doe",), ("Reuters",)),
    ("en", "The Post", "The mayor says so.ROBERT KITCHIN / The Post", "The mayor says so.", ("Robert Kitchin",), ("Post",)),
    ("en", "The Day", "Jane Doe and John Roe (left) at the gate", "Jane Doe and John Roe (left) at the gate", (), ()),
    ("en", "The Day", "Image from the film", "Image from the film", (), ()),
    ("en", "The Day", "VIDEO: Cancer Symptoms That Aren't Lumps", "VIDEO: Cancer Symptoms That Aren't Lumps", (), ()),
    ("en", "The Day", "Helmet POC Tectal | Shirt Joint VPD", "Helmet POC Tectal | Shirt Joint VPD", (), ()),
    ("en", "The Day", "Lionel Messi. Reuters", "Lionel Messi.", (), ("Reuters",)),
    (
        "es",
        "La Hora",
        "Las compras cayeron en la región -crédito Ana Ruiz/REUTERS",
        "Las compras cayeron en la región",
        ("Ana Ruiz",),
        ("Reuters",),
    ),
    ("es", "La Hora", "La feria abre - crédito Feriasur", "La feria abre", (), ("Feriasur",)),
    ("es", "La Hora", "La tasa del banco - crédito hipotecario", "La tasa del banco - crédito hipotecario", (), ()),
    ("el", "Ημέρα", "Το τραμ επιστρέφει στην πόλη. Φωτ. INTIME NEWS", "Το τραμ επιστρέφει στην πόλη.", (), ("INTIME NEWS",)),
    ("el", "Ημέρα", "Ο υπουργός στην Αθήνα / Eurokinissi", "Ο υπουργός στην Αθήνα", (), ("EUROKINISSI",)),
    ("ja", "日報", "会見する首相＝時事", "会見する首相", (), ("時事",)),
    ("ja", "日報", "会見する首相（3日、首相官邸）=共同", "会見する首相（3日、首相官邸）", (), ("共同",)),
    ("ja", "日報", "会見する首相（C）共同通信社", "会見する首相", (), ("共同通信社",)),
    ("zh", "日报", "总理在北京。新华社发", "总理在北京。", (), ("新华社",)),
    ("zh", "日報", "總統在台北。圖／取自臉書", "總統在台北。", (), ("臉書",)),
    ("ru", "День", "Мэр в Москве. Фото: пресс-служба мэрии", "Мэр в Москве.", (), ("пресс-служба мэрии",)),
    ("kk", "Күн", "Президент Астанада. Фото: Ақорда баспасөз қызметі", "Президент Астанада.", (), ("Ақорда баспасөз қызметі",)),
    (
        "uz",
        "Kun",
        "Prezident Toshkentda. Foto: Prezident matbuot xizmati",
        "Prezident Toshkentda.",
        (),
        ("Prezident matbuot xizmati",),
    ),
    ("hy", "Օր", "Վարչապետը Երևանում։ Լուսանկարը՝ Photolure", "Վարչապետը Երևանում։", (), ("Photolure",)),
    ("am", "ቀን", "ሚኒስትሩ በአዲስ አበባ። ፎቶ፡ ኢዜአ", "ሚኒስትሩ በአዲስ አበባ።", (), ("ኢዜአ",)),
    ("am", "ቀን", "ልጆች በደሴቱ (ፎቶ፦ የክልሉ ትምህርት ቢሮ)", "ልጆች በደሴቱ", (), ("የክልሉ ትምህርት ቢሮ",)),
    ("ka", "დღე", "ფაბრიკა. ფოტო: საქართველოს ეროვნული არქივი", "ფაბრიკა.", (), ("საქართველოს ეროვნული არქივი",)),
    ("kk", "Күн", "Суретті түсірген: Сәкен Молдахметов", None, ("Сәкен Молдахметов",), ()),
    ("mn", "Өдөр", "Сургууль. Гэрэл зургийг MPA.mn", "Сургууль.", (), ("MPA.mn",)),
    ("gu", "દિવસ", "તાલીમ લઈ રહેલી મહિલા (ફોટો - દિવસ)", "તાલીમ લઈ રહેલી મહિલા", (), ("દિવસ",)),
    ("ar", "اليوم", 'خبز "الطابونة" المصنوع من القمح المحلي (اليوم)', 'خبز "الطابونة" المصنوع من القمح المحلي', (), ("اليوم",)),
    ("he", "היום", "בין המדפים | צילום: באדיבות המצולמת", "בין המדפים", (), ()),
    ("sw", "Siku", "Mwalimu Joyce Magesa. Picha: Mtandao", "Mwalimu Joyce Magesa.", (), ()),
    ("th", "วัน", "แปลงเพาะกล้า ภาพจากกรมทรัพยากรทางทะเล", "แปลงเพาะกล้า", (), ("กรมทรัพยากรทางทะเล",)),
    ("vi", "Ngày", "Sinh viên phụ bếp (ảnh do nhân vật cung cấp)", "Sinh viên phụ bếp", (), ()),
    ("km", "ថ្ងៃ", "នាយករដ្ឋមន្ត្រី នៅភ្នំពេញ។ រូបថត៖ AFP", "នាយករដ្ឋមន្ត្រី នៅភ្នំពេញ។", (), ("AFP",)),
    ("sw", "Siku", "Rais Samia jijini Dodoma. Picha na Ikulu", "Rais Samia jijini Dodoma.", (), ("Ikulu",)),
    ("da", "Dagen", "Ministeren i byen. (Foto: Jan Ek/Scanpix 2023)", "Ministeren i byen.", ("Jan Ek",), ("Scanpix",)),
    ("en", "The Day", "A crowd in Times Square.Credit...Ann Doe/AP", "A crowd in Times Square.", ("Ann Doe",), ("AP",)),
    ("en", "The Day", "The president in Manila. (MALACAÑANG PHOTO)", "The president in Manila.", (), ("MALACAÑANG",)),
    ("ko", "일보", "▲ 대통령이 발언하고 있다. ⓒ연합뉴스", "대통령이 발언하고 있다.", (), ("연합뉴스",)),
    ("en", "The Day", "The bridge at dawn. Photo by the author", "The bridge at dawn.", (), ()),
    ("de", "Blatt", "Im Bild: Hans Huber (r.) und Anna Maier", "Im Bild: Hans Huber (r.) und Anna Maier", (), ()),
    (
        "de",
        "Blatt",
        "Das Rathaus in Krefeld. Foto: Lammertz, Thomas (lamm)",
        "Das Rathaus in Krefeld.",
        ("Thomas Lammertz",),
        (),
    ),
    ("de", "Blatt", "Foto: Anna Maier – das Rathaus im Winter", "das Rathaus im Winter", ("Anna Maier",), ()),
    ("de", "Blatt", "Foto: Kay Nietfeld - dpa", None, ("Kay Nietfeld",), ("dpa",)),
    ("pl", "Dzień", "Fot. Polska Press", None, (), ("Polska Press",)),
    ("pl", "Dzień", "Most nocą. Fot. Urząd Miasta", "Most nocą.", (), ("Urząd Miasta",)),
    ("it", "Il Giorno", "La frana sulla statale - RIPRODUZIONE RISERVATA", "La frana sulla statale", (), ()),
    ("de", "Blatt", "Der Rat tagt. Foto: Peter Klaunzer (Keystone)", "Der Rat tagt.", ("Peter Klaunzer",), ("Keystone",)),
    (
        "de",
        "Blatt",
        "Karl Huber (ÖVP) im Parlament. APA/Hans Maier",
        "Karl Huber (ÖVP) im Parlament.",
        ("Hans Maier",),
        ("APA",),
    ),
    ("fr", "Jour", "Le ministre à Matignon - Ludovic MARIN © 2019 AFP", "Le ministre à Matignon", ("Ludovic Marin",), ("AFP",)),
    (
        "fr",
        "Le Devoir",
        "Photo: Jacques Nadeau Archives Le Devoir\nLa rue à Montréal",
        "La rue à Montréal",
        ("Jacques Nadeau",),
        ("Le Devoir",),
    ),
    (
        "es",
        "Día",
        "Pedro Sánchez en La Moncloa.J.J. Guillén (EFE)",
        "Pedro Sánchez en La Moncloa.",
        ("J.J. Guillén",),
        ("EFE",),
    ),
    (
        "es",
        "Día",
        "El presidente en el Parlamento\nÀlex Garcia / Propias",
        "El presidente en el Parlamento",
        ("Àlex Garcia",),
        ("Propias",),
    ),
    (
        "pt",
        "Dia",
        "O presidente em Brasília • Ana Silva/Agência Brasil",
        "O presidente em Brasília",
        ("Ana Silva",),
        ("Agência Brasil",),
    ),
    ("nl", "Dag", "De brandweer is uitgerukt. © Persbureau Heitink", "De brandweer is uitgerukt.", (), ("Persbureau Heitink",)),
    ("id", "Hari", "Menteri Sri Mulyani. ANTARA/Galih Pradipta", "Menteri Sri Mulyani.", ("Galih Pradipta",), ("ANTARA",)),
    ("ja", "日報", "会見する首相（3日、首相官邸）＝共同", "会見する首相（3日、首相官邸）", (), ("共同",)),
    ("ja", "日報", "会見する首相＝3日、首相官邸（ＥＰＡ時事）", "会見する首相＝3日、首相官邸", (), ("ＥＰＡ時事",)),
    (
        "ko",
        "일보",
        "발언하는 대통령 (서울=연합뉴스) 홍길동 기자 = 대통령이 발언하고 있다.",
        "발언하는 대통령 대통령이 발언하고 있다.",
        ("홍길동",),
        ("연합뉴스",),
    ),
    (
        "en",
        "The Day",
        "Workers unroll a bag. —INQUIRER PHOTO/LYN RILLON",
        "Workers unroll a bag.",
        ("Lyn Rillon",),
        ("INQUIRER",),
    ),
    ("en", "The Day", "The family photo - Reuters saw it", "The family photo - Reuters saw it", (), ()),
    ("ms", "Hari", "Sangkar buluh. - Foto ihsan Jabatan Perikanan", "Sangkar buluh.", (), ("Jabatan Perikanan",)),
    ("ja", "日報", "工場の建設が進む菊陽町（10月）=共同", "工場の建設が進む菊陽町（10月）", (), ("共同",)),
    (
        "ko",
        "일보",
        "배들이 묶여 있다. 집어등에 녹이 슬었다. /김동환 기자",
        "배들이 묶여 있다. 집어등에 녹이 슬었다.",
        ("김동환",),
        (),
    ),
    ("fr", "Le360", "Des noix d’argan. (K.Essalak/Le360)", "Des noix d’argan.", ("K.Essalak",), ("Le360",)),
    ("hi", "दिन", "खेत में लगा सोलर पंप। फोटो - पीटीआई", "खेत में लगा सोलर पंप।", (), ("पीटीआई",)),
    ("bn", "দিন", "শাক তুলছেন কৃষক। সম্প্রতি নিকলী হাওরে", "শাক তুলছেন কৃষক। সম্প্রতি নিকলী হাওরে", (), ()),
    ("fa", "روز", "تالاب فریدونکنار؛ عکس: میلاد خدابخش", "تالاب فریدونکنار", ("میلاد خدابخش",), ()),
    ("ko", "일보", "가수가 무대에 올랐다. [사진 이담엔터테인먼트]", "가수가 무대에 올랐다.", (), ("이담엔터테인먼트",)),
    ("zh", "日报", "这是西湖景色。新华社发（龙巍摄）", "这是西湖景色。", ("龙巍",), ("新华社",)),
    ("zh", "日報", "總統今出席活動。中央社記者王騰毅攝 113年5月3日", "總統今出席活動。", ("王騰毅",), ("中央社",)),
]


@pytest.mark.parametrize(("language", "paper", "printed", "caption", "persons", "houses"), PRINTED)
def test_caption_persons_and_houses_of_what_is_printed(
    language: str, paper: str, printed: str, caption: str | None, persons: tuple[str, ...], houses: tuple[str, ...]
) -> None:
    parts = tuple(Segment(line, line=number) for number, line in enumerate(printed.split("\n")))
    image = read_image(RawImage("p.jpg", "lead", 0, parts), Context(language=language, publishers=(paper,)))
    source = (image.source.name,) if image.source else ()
    assert image.caption == caption
    assert tuple(maker.name for maker in image.creator) == persons
    assert {*source, *image.provider} == set(houses)
