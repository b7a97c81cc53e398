"""Bylines: every name once, typed, with its role, and nothing that is no name."""

from __future__ import annotations

import pytest

from crawler.evidence import Context
from crawler.normalise.bylines import Byline, parse_byline


def read(text: str, language: str | None = None) -> Byline:
    return parse_byline(text, Context(language=language))


def people(byline: Byline) -> tuple[str, ...]:
    return tuple(credit.name for credit in byline.authors if credit.type == "Person")


def houses(byline: Byline) -> tuple[str, ...]:
    return tuple(credit.name for credit in byline.authors if credit.type == "Organization")


def agencies(byline: Byline) -> tuple[str, ...]:
    return tuple(credit.name for credit in byline.source_organization)


def helpers(byline: Byline) -> tuple[tuple[str, str | None], ...]:
    return tuple((credit.name, credit.role) for credit in byline.contributors)


@pytest.mark.parametrize(
    ("line", "language", "names"),
    [
        ("By Dana A. Ford , James S.A. Corey, Chien-Ming Wang, and Tom Watkins, CNN", "en",
         ("Dana A. Ford", "James S.A. Corey", "Chien-Ming Wang", "Tom Watkins")),
        ("By STEVE PEOPLES, THOMAS BEAUMONT and AMELIA THOMSON-DEVEAUX", "en",
         ("Steve Peoples", "Thomas Beaumont", "Amelia Thomson-Deveaux")),
        ("Clara Löw, Siddharth Prakash & Klaus Jacob", "de", ("Clara Löw", "Siddharth Prakash", "Klaus Jacob")),
        ("Julia Vergin | Clare Roth", "de", ("Julia Vergin", "Clare Roth")),
        ("Por Laura Jordán / Javier Urbina", "es", ("Laura Jordán", "Javier Urbina")),
        ("Isabel Caro, Rocío Latorre y José Miguel Wilson", "es", ("Isabel Caro", "Rocío Latorre", "José Miguel Wilson")),
        ("Jan de Vries en Piet van den Berg", "nl", ("Jan de Vries", "Piet van den Berg")),
        ("e. barreneche / J. I. da silva", "es", ("E. Barreneche", "J. I. da Silva")),
        ("Czelinski, Patrick", "de", ("Patrick Czelinski",)),
        ("Birgit Baumann Anna Giulia Fink Jan Michael Marchart", "de",
         ("Birgit Baumann", "Anna Giulia Fink", "Jan Michael Marchart")),
        ("Ярослав Кузишин Антон Зелинский Карина Гасимова", "ru", ("Ярослав Кузишин", "Антон Зелинский", "Карина Гасимова")),
        ("Von Jasper RiemannBarbara Schneider", "de", ("Jasper Riemann", "Barbara Schneider")),
        ('["Adam Vidler", "Jane Doe"]', "en", ("Adam Vidler", "Jane Doe")),
        ("LP\nLuana Patriolino\nRF\nRaphael Felice", "it", ("Luana Patriolino", "Raphael Felice")),
        ("Sidney Wiltgen\nSidney Wiltgen", "de", ("Sidney Wiltgen",)),
        ("Xiaoying You0, Davide Castelvecchi1", "en", ("Xiaoying You", "Davide Castelvecchi")),
        ("김철수·이영희 기자", "ko", ("김철수", "이영희")),
        ("新华社记者王伟、李娜", "zh", ("王伟", "李娜")),
        ("松岡大地", "ja", ("松岡大地",)),
        ("ए कुमार\nलखनऊ ।।", "hi", ("ए कुमार",)),
        ("di Anna Biancheri\x1fe Carlo Verdone", "it", ("Anna Biancheri", "Carlo Verdone")),
        ("山田太一 ワシントン=鈴木花江", "ja", ("山田太一", "鈴木花江")),
        ("記者張曉峰、李光明／台北報導", "zh", ("張曉峰", "李光明")),
        ("生活中心／張曉峰報導", "zh", ("張曉峰",)),
        ("القاهرة: أحمد محمود", "ar", ("أحمد محمود",)),
        ("بيروت ـ أحمد محمود", "ar", ("أحمد محمود",)),
        ("יעל לויטן ואיתמר כהן", "he", ("יעל לויטן", "איתמר כהן")),
        ("דנה בר וייס", "he", ("דנה בר וייס",)),
        ("أحمد محمود ومنى السيد", "ar", ("أحمد محمود", "منى السيد")),
        ("محمد علي وليد حسن", "ar", ("محمد علي وليد حسن",)),
        ("Nguyễn Minh Anh - Thứ Sáu, 03/05/2024, 10:00", "vi", ("Nguyễn Minh Anh",)),
        ("Maria Silveira (texto) e João Batista (fotos)", "pt", ("Maria Silveira",)),
        ("ニューヨーク支局長 山田太一", "ja", ("山田太一",)),
        ("Jane Fielding, editor Mark Ollerton", "en", ("Jane Fielding",)),
        ("Anna Nowicka-Zielińska, współpraca Jan Kowalewski", "pl", ("Anna Nowicka-Zielińska",)),
        ("By Dan Balz, Dan Moren and Dan Diamond", "en", ("Dan Balz", "Dan Moren", "Dan Diamond")),
        ("BUDI SANTOSA DAN RINA WULAN", "id", ("Budi Santosa", "Rina Wulan")),
        ("DON BABWIN", "en", ("Don Babwin",)),
        ("Philipp Haussleiter", "de", ("Philipp Haussleiter",)),
        ("Dan Sabbagh Defence and security editor", "en", ("Dan Sabbagh",)),
        ("MD OALIUR RAHMAN", "en", ("MD Oaliur Rahman",)),
        ("MARÍA DEL CARMEN DE LA FUENTE", "es", ("María del Carmen de la Fuente",)),
        ("Tendai Moyo Herald Reporter", "en", ("Tendai Moyo",)),
        ("Аутор: Марко Петковић", "sr", ("Марко Петковић",)),
        ("Συντάκτης: Γιώργος Παπαδάκης", "el", ("Γιώργος Παπαδάκης",)),
        ("ΑΡΘΡΟΓΡΑΦΟΣ: Γιώργος Παπαδάκης", "el", ("Γιώργος Παπαδάκης",)),
        ("Nga Arben Hoxhallari", "sq", ("Arben Hoxhallari",)),
        ("ავტორი: გიორგი ბერიძე", "ka", ("გიორგი ბერიძე",)),
        ("Maria Silveira\nColaboração para o UOL, em Recife", "pt", ("Maria Silveira",)),
        ("Maria Silveira\nDo UOL, em São Paulo", "pt", ("Maria Silveira",)),
        ("Jane Fielding\nSenior Political Correspondent", "en", ("Jane Fielding",)),
    ],
)  # fmt: skip
def test_several_authors_are_parted(line: str, language: str, names: tuple[str, ...]) -> None:
    assert people(read(line, language)) == names


@pytest.mark.parametrize(
    ("line", "language", "name"),
    [
        ("Von: JÖRG ZSCHOCHE", "de", "Jörg Zschoche"),
        ("Veröffentlicht vonChris Jung", "de", "Chris Jung"),
        ("AUTOR/IN Julius Richter", "de", "Julius Richter"),
        ("Eine Analyse von Caspar Schwietering", "de", "Caspar Schwietering"),
        ("Ein Interview von Marc von Lüpke", "de", "Marc von Lüpke"),
        ("byFrom EDWARD QORRO in Arusha", "en", "Edward Qorro"),
        ("Par Matthieu Hy le 07 Mai 2020", "fr", "Matthieu Hy"),
        ("Escribe Camila Méndez en Territorio", "es", "Camila Méndez"),
        ("Por João da Silva — São Paulo", "pt", "João da Silva"),
        ("dal nostro inviato Mario Rossi", "it", "Mario Rossi"),
        ("Af Mette Hansen", "da", "Mette Hansen"),
        ("Jón Jónsson skrifar", "is", "Jón Jónsson"),
        ("Szerző: Kovács János", "hu", "Kovács János"),
        ("Текст: Венера Ерофеева", "ru", "Венера Ерофеева"),
        ("Haber: Murat KÜÇÜK/BOLU", "tr", "Murat Küçük"),
        ("Na Juma Hassan", "sw", "Juma Hassan"),
        ("Laporan Wartawan Tribun Pekanbaru, Rizky Armanda", "id", "Rizky Armanda"),
        ("Ariska Puspita Anggraini\nPenulis", "id", "Ariska Puspita Anggraini"),
        ("Penulis | : | Ferril Dennys", "id", "Ferril Dennys"),
        ("โดย สมชาย ใจดี", "th", "สมชาย ใจดี"),
        ("كتب: أحمد محمد", "ar", "أحمد محمد"),
        ("記者／王小明", "zh", "王小明"),
        ("（記者王偉）", "zh", "王偉"),
        ("取材・文／山田太郎", "ja", "山田太郎"),
        ("この記事の筆者\n松岡大地\nすべて見る", "ja", "松岡大地"),
        ("워싱턴=김철수 특파원", "ko", "김철수"),
        ("이영희 | 서울", "ko", "이영희"),
        ("山田太郎\n編集委員", "ja", "山田太郎"),
        ("राहुल शर्मा, नई दिल्ली", "hi", "राहुल शर्मा"),
        ("Greg Iacurci@GregIacurci", "en", "Greg Iacurci"),
        ("Von&nbspMalek Fouda", "de", "Malek Fouda"),
        ("Tuva Mathilde Løland\nTips meg", "no", "Tuva Mathilde Løland"),
        ("Kyle Wiggers 7 hours", "en", "Kyle Wiggers"),
        ("March 7, 20247:55 AM UTC By Jane Doe", "en", "Jane Doe"),
        ("chuck-ross", "en", "Chuck Ross"),
        ("Ditulis oleh dr. Rina Wulandari", "id", "Rina Wulandari"),
        ("Автор: Иван Петраков Дата: 03.05.2024", "ru", "Иван Петраков"),
        ("J. F.", "fr", "J. F."),
        ("By J.-M. R.", "en", "J.-M. R."),
        ("Egilea: Andoni Canellada", "eu", "Andoni Canellada"),
        ("Gan Dafydd Jones", "cy", "Dafydd Jones"),
        ("Le Seán Ó Briain", "ga", "Seán Ó Briain"),
        ("minn Joseph Borg", "mt", "Joseph Borg"),
    ],
)
def test_by_words_dates_places_and_furniture_are_no_part_of_the_name(line: str, language: str, name: str) -> None:
    assert people(read(line, language)) == (name,)


@pytest.mark.parametrize(
    ("line", "language", "names", "agency"),
    [
        ("Von DPA", "de", (), ("dpa",)),
        ("- Associated Press - Friday, April 28, 2023", "en", (), ("AP",)),
        ("Associated PressApril 28, 2023 GMT", "en", (), ("AP",)),
        ("von Konstantin Furrer, Deutsche Presse-Agentur", "de", ("Konstantin Furrer",), ("dpa",)),
        ("By Samya Kullab and Vasilisa Stepanenko The Associated Press", "en",
         ("Samya Kullab", "Vasilisa Stepanenko"), ("AP",)),
        ("Tom Krisher, Ap Auto Writer", "en", ("Tom Krisher",), ("AP",)),
        ("Marie Martin (avec AFP)", "fr", ("Marie Martin",), ("AFP",)),
        ("J. F. avec AFP", "fr", ("J. F.",), ("AFP",)),
        ("By Jane Doe with AFP", "en", ("Jane Doe",), ("AFP",)),
        ("Reuters, Washington, Nov 20 2019, 11:06am ist", "en", (), ("Reuters",)),
        ("Av Anna Svensson/TT", "sv", ("Anna Svensson",), ("TT",)),
        ("Theo TTXVN", "vi", (), ("TTXVN",)),
        ("来源：新华社", "zh", (), ("新华社",)),
        ("(서울=연합뉴스) 김철수 기자 =", "ko", ("김철수",), ("연합뉴스",)),
        ("JIJI", "en", (), ("JIJI",)),
        ("Quelle: dpa Sport", "de", (), ("dpa Sport",)),
        ("La Presse canadienne à Ottawa", "fr", (), ("Presse canadienne",)),
        ("STT-AFP", "fi", (), ("STT", "AFP")),
        ("EFE y AP", "es", (), ("EFE", "AP")),
        ("《山田太郎》", "ja", ("山田太郎",), ()),
        ("Inês Moreira Cabral e Lusa", "pt", ("Inês Moreira Cabral",), ("Lusa",)),
        ("João Costa e Silva", "pt", ("João Costa e Silva",), ()),
        ("MIKKEL VANGSGAARD\nOG RITZAU", "da", ("Mikkel Vangsgaard",), ("Ritzau",)),
        ("DHA / İSTANBUL", "tr", (), ("DHA",)),
        ("By NAN", "en", (), ("NAN",)),
        ("রয়টার্স", "bn", (), ("রয়টার্স",)),
        ("来源：新华网", "zh", (), ("新华网",)),
        ("来源：人民日报", "zh", (), ("人民日报",)),
        ("中央社 記者張曉峰", "zh", ("張曉峰",), ("中央社",)),
    ],
)  # fmt: skip
def test_agencies_are_sources_and_never_persons(
    line: str, language: str, names: tuple[str, ...], agency: tuple[str, ...]
) -> None:
    byline = read(line, language)
    assert people(byline) == names
    assert agencies(byline) == agency


@pytest.mark.parametrize(
    ("line", "language", "desk"),
    [
        ("Von BR24 Redaktion", "de", "BR24 Redaktion"),
        ("Von unserer Redaktion", "de", "Redaktion"),
        ("By HNN Staff | November 18, 2019 at 2:26 PM HST", "en", "HNN Staff"),
        ("Staff Reports", "en", "Staff Reports"),
        ("By Staff and news service reports", "en", "Staff and news service reports"),
        ("Guardian staff reporter", "en", "Guardian staff reporter"),
        ("Tim Redaksi", "id", "Tim Redaksi"),
        ("La rédaction", "fr", "La rédaction"),
        ("di Redazione", "it", "Redazione"),
        ("온라인뉴스팀", "ko", "온라인뉴스팀"),
        ("編集部", "ja", "編集部"),
        ("by Lesotho Times", "en", "Lesotho Times"),
        ("von Die Tagespresse", "de", "Die Tagespresse"),
        ("Da Redação", "pt", "Redação"),
        ("Redacția Digi24", "ro", "Redacția Digi24"),
        ("Redacció", "ca", "Redacció"),
        ("Erredakzioa", "eu", "Erredakzioa"),
        ("即時中心／綜合報導", "zh", "即時中心"),
        ("Na Mwandishi Wetu, Dodoma", "sw", "Mwandishi Wetu"),
        ("বিশেষ প্রতিনিধি", "bn", "বিশেষ প্রতিনিধি"),
        ("जागरण संवाददाता, लखनऊ", "hi", "जागरण संवाददाता"),
    ],
)
def test_a_desk_or_house_is_an_organisation(line: str, language: str, desk: str) -> None:
    byline = read(line, language)
    assert houses(byline) == (desk,)
    assert people(byline) == ()


@pytest.mark.parametrize(
    ("line", "language", "names", "others"),
    [
        ("Penulis: Rizky Armanda | Editor: Nolpitos Hendri", "id", ("Rizky Armanda",), (("Nolpitos Hendri", "editor"),)),
        ("Von: Adrian Padeanu\nÜbersetzt von: Roland Hildebrandt", "de",
         ("Adrian Padeanu",), (("Roland Hildebrandt", "translator"),)),
        ("Text & Fotos: Ivan Valetny", "de", ("Ivan Valetny",), (("Ivan Valetny", "photographer"),)),
        ("Von Max Muster (Text) und Erika Muster (Fotos)", "de", ("Max Muster",), (("Erika Muster", "photographer"),)),
        ("Richard David Precht im Gespräch mit Karin Fischer", "de",
         (), (("Richard David Precht", "interviewee"), ("Karin Fischer", "interviewer"))),
        ("Reporting by Maya Gebeily in Beirut; Writing by David Clarke; Editing by Daniel Flynn", "en",
         ("Maya Gebeily", "David Clarke"), (("Daniel Flynn", "editor"),)),
        ("—Associated Press writer John Leicester in Paris contributed to this report.", "en",
         (), (("John Leicester", "contributor"),)),
        ("AP writers Will Weissert in Johnstown, Pennsylvania, and Bill Barrow in Atlanta contributed to this report.",
         "en", (), (("Will Weissert", "contributor"), ("Bill Barrow", "contributor"))),
        ("(责编：牛镛、岳弘彬)", "zh", (), (("牛镛", "editor"), ("岳弘彬", "editor"))),
        ("文・山田太郎 写真・佐藤花子", "ja", ("山田太郎",), (("佐藤花子", "photographer"),)),
        ("Übersetzung und Adaptierung: AFP Deutschland", "de", (), (("AFP Deutschland", "translator"),)),
        ("حاوره في صنعاء / عبد الملك الفهيدي -", "ar", (), (("عبد الملك الفهيدي", "interviewer"),)),
    ],
)  # fmt: skip
def test_a_printed_role_is_kept(line: str, language: str, names: tuple[str, ...], others: tuple[tuple[str, str], ...]) -> None:
    byline = read(line, language)
    assert people(byline) == names
    assert helpers(byline) == others
