"""Picture credits: who made the picture, who hands it on, where it comes from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.evidence import Context, Segment
from crawler.items import Source
from crawler.normalise.credits import PictureCredit, parse_credit

PLAIN = Context()
VIVA = Context(language="id", publishers=("VIVA", "VIVA.co.id"))


def read(text: str, context: Context = PLAIN) -> PictureCredit:
    credit = parse_credit(text, context)
    assert credit is not None
    return credit


def persons(credit: PictureCredit) -> tuple[str, ...]:
    return tuple(maker.name for maker in credit.creator if maker.type == "Person")


@pytest.mark.parametrize(
    ("line", "creators", "providers"),
    [
        ("Foto: picture alliance/dpa | Daniel Vogl", ("Daniel Vogl",), ("dpa", "picture alliance")),
        ("APA/AFP/Mandel Ngan", ("Mandel Ngan",), ("AFP", "APA")),
        ("BERTRAND GUAY / AFP", ("Bertrand Guay",), ("AFP",)),
        ("Foto: Dan Bashakov/AP", ("Dan Bashakov",), ("AP",)),
        ("(AP Photo/Edgar H. Clemente)", ("Edgar H. Clemente",), ("AP",)),
        ("Florion Goga (REUTERS)", ("Florion Goga",), ("Reuters",)),
        ("Alketa Misja (dpa/picture alliance via Getty)", ("Alketa Misja",), ("dpa", "picture alliance", "Getty")),
        ("Stephane Cardinale - Corbis/Getty Images", ("Stephane Cardinale",), ("Corbis", "Getty Images")),
        ("© Lukas Coch/dpa/AAP", ("Lukas Coch",), ("dpa", "AAP")),
        ("IMAGO/ZUMA Press", (), ("ZUMA Press", "IMAGO")),
        ("The Associated Press", (), ("Associated Press",)),
        ("Kristy Sparow/Stringer/Getty Images", ("Kristy Sparow",), ("Getty Images",)),
        ("STR/AFP via Getty Images", (), ("AFP", "Getty Images")),
        ("ANTARA FOTO/Reno Esnir/foc/nz", ("Reno Esnir",), ("ANTARA",)),
        ("- Sergei Vedyashkin - Associated Press", ("Sergei Vedyashkin",), ("Associated Press",)),
        ("Foto: Anas-Mohamed, Shutterstock", ("Anas-Mohamed",), ("Shutterstock",)),
        ("Foto von Josh Willink von Pexels", ("Josh Willink",), ("Pexels",)),
        ("Image source, Getty Images", (), ("Getty Images",)),
        ("Crédit photo, AFP", (), ("AFP",)),
        ("AFP-Yonhap", (), ("AFP", "Yonhap")),
        ("新华社记者 潘昱龙 摄", ("潘昱龙",), ("新华社",)),
        ("[사진 = 김혜진 기자]", ("김혜진",), ()),
        ("Ảnh: Hoàng Phong", ("Hoàng Phong",), ()),
        ("J. Stacevičiaus / LRT nuotr.", ("J. Stacevičiaus",), ("LRT",)),
        ("الصورة: أ ف ب", (), ("أ ف ب",)),
        ("(Getty Images: Brendon Thorne)", ("Brendon Thorne",), ("Getty Images",)),
        ("THE CANADIAN PRESS/Sean Kilpatrick", ("Sean Kilpatrick",), ("CANADIAN PRESS",)),
        ("— Bernama pic", (), ("Bernama",)),
        ("[File: Ramadan Abed/Reuters]", ("Ramadan Abed",), ("Reuters",)),
        ("[Photo/Xinhua]", (), ("Xinhua",)),
        ("Jane Doe / Special to the Star / AP", ("Jane Doe",), ("AP",)),
        ("© Sebastian Kahnert/dpa-Zentralbild/dpa", ("Sebastian Kahnert",), ("dpa-Zentralbild", "dpa")),
        ("PHOTO SEAN KILPATRICK, LA PRESSE CANADIENNE", ("Sean Kilpatrick",), ("LA PRESSE CANADIENNE",)),
        ("Eduardo Knapp - 12.mar.24/Folhapress", ("Eduardo Knapp",), ("Folhapress",)),
        ("Andrius Ufarto (ELTA) nuotr.", ("Andrius Ufarto",), ("ELTA",)),
        ("AP=연합뉴스", (), ("AP", "연합뉴스")),
        ("AP・アフロ", (), ("AP", "アフロ")),
        ("图/视觉中国", (), ("视觉中国",)),
        ("题图来自视觉中国", (), ("视觉中国",)),
        ("图源新华社", (), ("新华社",)),
        ("（記者王小明攝）", ("王小明",), ()),
        ("(צילום: AP)", (), ("AP",)),
        ("Фото: Сергей Бобылев / ТАСС", ("Сергей Бобылев",), ("ТАСС",)),
        ("Photo: jane whitmore/Getty Images", ("Jane Whitmore",), ("Getty Images",)),
        ("foto: Jakub Kamiński/East News", ("Jakub Kamiński",), ("East News",)),
    ],
)
def test_agencies_and_makers_are_told_apart(line: str, creators: tuple[str, ...], providers: tuple[str, ...]) -> None:
    credit = read(line)
    assert persons(credit) == creators
    assert credit.provider == providers
    assert credit.source is None


@pytest.mark.parametrize(
    ("line", "creators", "source"),
    [
        ("Foto: Galerie EIGEN + ART", (), "Galerie EIGEN + ART"),
        ("Image: GCIS", (), "GCIS"),
        ("(Christie's)", (), "Christie's"),
        ("Tomer Appelbaum/Haaretz", ("Tomer Appelbaum",), "Haaretz"),
        ("Tara Atkinson for Rest of World", ("Tara Atkinson",), "Rest of World"),
        ("Фото: Дмитрий Азаров, Коммерсантъ", ("Дмитрий Азаров",), "Коммерсантъ"),
        ("Источник: Фундация DEJURE", (), "Фундация DEJURE"),
        ("Fairmont Jasper Park Lodge: Jacob Sjöman, jacob@sjomanart.com", ("Jacob Sjöman",), "Fairmont Jasper Park Lodge"),
        ("Foto: Bild Från Polisen.", (), "Polisen"),
        ("Foto: Jane Doe/Stadt Bonn", ("Jane Doe",), "Stadt Bonn"),
        ("© 2018 Apple", (), "Apple"),
        ("Credit...Doug Mills/The New York Times", ("Doug Mills",), "New York Times"),
        ("Express photo by Amit Mehra", ("Amit Mehra",), "Express"),
        ("ST PHOTO: GAVIN FOO", ("Gavin Foo",), "ST"),
        ("Fabián Marelli - LA NACION", ("Fabián Marelli",), "LA NACION"),
        ("Photo : Le Progrès /Jean Dupont", ("Jean Dupont",), "Le Progrès"),
        ("Foto: Polizeiinspektion Goslar", (), "Polizeiinspektion Goslar"),
        ("Foto: Balai KSDA NTT", (), "Balai KSDA NTT"),
        ("LOUISE TANGUY POUR « LE MONDE »", ("Louise Tanguy",), "LE MONDE"),
        ("©2026 merdeka.com/Arie Sunaryo Adi", ("Arie Sunaryo Adi",), "merdeka.com"),
        ("© Royal Geographical Society, London, UK", (), "Royal Geographical Society"),
        ("Foto: Max Frei, Hamburg/Museo Civico", ("Max Frei",), "Museo Civico"),
        ("题图来自 Hater", (), "Hater"),
        ("U.S. Air Force photo/Staff Sgt. Jane Doe", ("Jane Doe",), "U.S. Air Force"),
        ("U.S. Navy photo by Mass Communication Specialist 2nd Class Jane Doe", ("Jane Doe",), "U.S. Navy"),
        ("Herald photo/Jane Doe", ("Jane Doe",), "Herald"),
        ("MoD Crown Copyright", (), "MoD Crown"),
        ("Beeld Freek van den Bergh / de Volkskrant", ("Freek van den Bergh",), "de Volkskrant"),
    ],
)
def test_a_house_that_is_no_agency_is_the_source(line: str, creators: tuple[str, ...], source: str) -> None:
    credit = read(line)
    assert persons(credit) == creators
    assert credit.source is not None
    assert credit.source.name == source
    assert credit.provider == ()


@pytest.mark.parametrize(
    ("line", "language", "creators", "usage"),
    [
        ("© DR", "fr", (), ("handout",)),
        ("© DR", "da", (), ()),
        ("Foto: Especial", "es", (), ("handout",)),
        ("Imagem: Ricardo Stuckert/PR", "pt", ("Ricardo Stuckert",), ()),
        ("Tribunnews.com/Jeprima", "id", ("Jeprima",), ()),
        ("Mynd/Vilhelm", "is", ("Vilhelm",), ()),
    ],
)
def test_some_words_mean_what_they_mean_in_one_language(
    line: str, language: str, creators: tuple[str, ...], usage: tuple[str, ...]
) -> None:
    credit = read(line, Context(language=language))
    assert (persons(credit), credit.usage_info) == (creators, usage)


def test_an_address_is_the_source_under_the_host_as_printed() -> None:
    assert read("Sumber : • newsweek.com").source == Source("newsweek.com", None, "newsweek.com")
    credit = read("Photo : • http://5magazine.com")
    assert credit.source == Source("5magazine.com", "http://5magazine.com", "5magazine.com")
    assert credit.text == "5magazine.com"
    assert credit.raw == "Photo : • http://5magazine.com"


def test_a_maker_for_the_site_itself_needs_but_a_hyphen() -> None:
    tvone = Context(language="id", publishers=("tvOnenews.com", "tvOne"))
    credit = read("Sumber foto : Teguh Joko Sutrisna-tvOne", tvone)
    assert persons(credit) == ("Teguh Joko Sutrisna",)
    assert credit.source == Source("tvOne")
    assert persons(read("Foto: Anna Meyer-Stern", tvone)) == ("Anna Meyer-Stern",)


@pytest.mark.parametrize("line", ["Dok. Nusa Kabel Prima", "(Dok. Nusa Kabel Prima)", "dok Nusa Kabel Prima"])
def test_the_giver_of_a_handout_is_a_house_where_no_given_name_says_otherwise(line: str) -> None:
    credit = read(line, VIVA)
    assert (persons(credit), credit.source) == ((), Source("Nusa Kabel Prima"))
    assert persons(read("Handout/Jane Doe")) == ("Jane Doe",)
    assert persons(read("Dok. Maria Simbolon", VIVA)) == ("Maria Simbolon",)


def test_a_year_behind_a_copyright_mark_is_no_part_of_the_credit() -> None:
    assert read("©2026 merdeka.com/Arie Sunaryo Adi").text == "merdeka.com/Arie Sunaryo Adi"


@pytest.mark.parametrize("place", ["Surabaya", "Kuala Lumpur", "Kuala Merati"])
def test_a_place_behind_a_maker_whose_house_is_known_is_dropped(place: str) -> None:
    """One that has a person's shape too."""
    credit = read(f"VIVA.co.id/Rahmat Fajar ({place})", VIVA)
    assert persons(credit) == ("Rahmat Fajar",)
    assert credit.source == Source("VIVA.co.id", None, "viva.co.id")
    assert credit.provider == ()


def test_an_account_is_a_maker_on_a_platform() -> None:
    credit = read("Instagram/@o.dembele7")
    assert [(maker.type, maker.name) for maker in credit.creator] == [("Organization", "@o.dembele7")]
    assert credit.source == Source("Instagram", None, None)
    assert credit.usage_info == ("social media",)


@pytest.mark.parametrize(
    ("line", "usage"),
    [
        ("Foto: privat", ("private",)),
        ("Foto: Zvg.", ("handout",)),
        ("Supplied", ("handout",)),
        ("(Dok Istimewa)", ("handout",)),
        ("istimewa", ("courtesy",)),
        ("Credit: Courtesy", ("courtesy",)),
        ("(stock image)", ("stock",)),
        ("Φωτό αρχείου", ("archive",)),
        ("Isithombe: Sithunyelwe", ("handout",)),
        ("Midjourney („housewife baking bread“)", ("AI generated",)),
    ],
)
def test_words_for_the_kind_of_picture_name_nobody(line: str, usage: tuple[str, ...]) -> None:
    credit = read(line)
    assert credit.usage_info == usage
    assert (credit.creator, credit.provider, credit.source) == ((), (), None)
    assert credit.text


@pytest.mark.parametrize(
    ("line", "usage", "creators", "houses"),
    [
        ("AP Photo/Eric Gay, File", ("archive",), ("Eric Gay",), ("AP",)),
        ("HANDOUT / AFP", ("handout",), (), ("AFP",)),
        ("Symbolfoto: picture alliance/dpa", ("symbolic",), (), ("dpa", "picture alliance")),
        ("Ohad Zwigenberg / Pool via Reuters", ("pool",), ("Ohad Zwigenberg",), ("Reuters",)),
        ("Foto: iStock", ("stock",), (), ("iStock",)),
        ("Capture d'écran de Reddit", ("screenshot", "social media"), (), ("Reddit",)),
        ("警視庁提供", ("handout",), (), ("警視庁",)),
        ("(Dok.IGI )", ("handout",), (), ("IGI",)),
        ("UN Photo / Frank van Beek. Courtesy of the ICJ", ("courtesy",), ("Frank van Beek",), ("UN Photo", "ICJ")),
        (
            "(Bild: Bild erstellt mit KI in Bing Designer durch heise online / dmk)",
            ("AI generated",),
            ("dmk",),
            ("heise online",),
        ),
    ],
)
def test_the_giver_of_such_a_picture_is_named(
    line: str, usage: tuple[str, ...], creators: tuple[str, ...], houses: tuple[str, ...]
) -> None:
    credit = read(line)
    assert credit.usage_info == usage
    assert persons(credit) == creators
    assert {*credit.provider, *([credit.source.name] if credit.source else [])} == set(houses)


@pytest.mark.parametrize(
    "line",
    [
        "Hannes P. Albert/dpa/Hannes P Albert",
        "© Eran Yardeni/dpa | ERAN YARDENI",
        "GEORG HOCHMUTH/dpa/GEORG HOCHMUT",
        "(AP Photo/Matias Delacroix) - Copyright AP Photo",
        "(AP Photo/Matias Delacroix) AP Photo Copyright AP Photo",
        "Jane Doe/Reuters Copyright Reuters",
    ],
)
def test_a_name_printed_twice_is_given_once(line: str) -> None:
    credit = read(line)
    assert len(credit.creator) == len(credit.provider) == 1


def test_crafts_that_made_no_picture_are_left_out() -> None:
    credit = read("Foto: Nikolai von Bismarck. Styling: Kate Phelan. Haare: Sam McKnight")
    assert [(maker.name, maker.role) for maker in credit.creator] == [("Nikolai von Bismarck", "photographer")]
    assert persons(read("Foto: Florion Goga (REUTERS) | Vídeo: EPV")) == ("Florion Goga",)


def test_an_illustrator_is_a_creator_with_that_role() -> None:
    credit = read("(Photos by Associated Press; photo illustration by Tim Hubbard / Los Angeles Times)")
    assert [(maker.name, maker.role) for maker in credit.creator] == [("Tim Hubbard", "illustrator")]
    assert credit.provider == ("Associated Press",)
    assert credit.usage_info == ("illustration",)


@pytest.mark.parametrize(
    ("line", "holder", "notice"),
    [
        ("© Picture Alliance", "picture alliance", "© Picture Alliance"),
        ("© Stefan Wermuth", "Stefan Wermuth", "© Stefan Wermuth"),
        ("Bild © Roman Warschauer (hr)", None, "© Roman Warschauer (hr)"),
        ("© ntv.de Alle Rechte vorbehalten", "ntv.de", "© ntv.de Alle Rechte vorbehalten"),
        ("Foto: Jane Doe", None, None),
    ],
)
def test_the_copyright_is_held_by_a_name_that_stands_alone_behind_its_mark(
    line: str, holder: str | None, notice: str | None
) -> None:
    credit = read(line)
    assert (credit.copyright_holder, credit.copyright_notice) == (holder, notice)


@pytest.mark.parametrize("line", ["", "Foto:", "(Bild: )", "©", "Photo : •", "• / |", "Copyright 2024"])
def test_a_label_alone_is_no_credit(line: str) -> None:
    credit = parse_credit(line, PLAIN)
    assert credit is None or (credit.creator, credit.provider, credit.source) == ((), (), None)
    assert line == "Copyright 2024" or credit is None


def test_a_sentence_names_nobody_but_is_kept() -> None:
    credit = read("Alle Bilder wurden uns von den Veranstaltern des Festes zur Verfügung gestellt und sind frei")
    assert (credit.creator, credit.provider, credit.source) == ((), (), None)
    assert credit.text


def test_segments_are_read_as_the_page_parts_them() -> None:
    parts = (Segment("Foto:", tag="span"), Segment("Jane Doe", tag="b"), Segment("AFP", tag="i"))
    credit = parse_credit(parts, PLAIN)
    assert credit is not None
    assert (persons(credit), credit.provider) == (("Jane Doe",), ("AFP",))
    assert (credit.text, credit.raw) == ("Jane Doe AFP", "Foto: Jane Doe AFP")


def test_terms_of_use_name_nobody() -> None:
    credit = read('© SWR/Hugo Jehle, honorarfrei - Verwendung gemäß der AGB und bei Nennung "Bild: SWR/Hugo Jehle" (S2).')
    assert (persons(credit), credit.provider, credit.source) == (("Hugo Jehle",), ("SWR",), None)


@pytest.mark.parametrize(
    ("line", "makers", "providers", "source"),
    [
        ("Financial Times, 24.3.2020", (), (), "Financial Times"),
        ("Bild: Christine Limmer In: Pfarrbriefservice.de", ("Christine Limmer",), (), "Pfarrbriefservice.de"),
        ("(Badan Nasional Penanggulangan Bencana/BNPB)", (), ("BNPB",), "Badan Nasional Penanggulangan Bencana"),
        ("Red Bull Content Pool", (), (), "Red Bull Content Pool"),
        ("© istimewa", (), (), None),
    ],
)
def test_dates_and_institutions_are_no_persons(
    line: str, makers: tuple[str, ...], providers: tuple[str, ...], source: str | None
) -> None:
    credit = read(line)
    assert (persons(credit), credit.provider, credit.source and credit.source.name) == (makers, providers, source)


PIECES = st.sampled_from([
    "Foto:", "©", "(c)", "/", "|", "AFP", "dpa", "via", "Jane Doe", "Archiv", "handout", "(", ")", "[", "]", "@x_y", "x.com",
    "https://a.example/c", ".", ",", "und", "by", "von", "提供", "摄", "기자", "Courtesy of", "X", ":", "–", "-", "Symbolfoto",
    "CC BY", "2024", "Stadt Bonn", "“", "”", "Unsplash", "AI", "nuotr.",
])  # fmt: skip
LINES = st.one_of(st.text(max_size=50), st.lists(PIECES, max_size=8).map(" ".join))


@given(LINES)
def test_any_text_is_read_and_its_own_text_says_the_same(line: str) -> None:
    first = parse_credit(" ".join(line.split()), PLAIN)
    if first is None or first.text is None:
        return
    second = parse_credit(first.text, PLAIN)
    assert second is not None
    assert second.text == first.text
    assert persons(second) == persons(first)
    assert set(second.provider) == set(first.provider)


def test_a_very_long_text_is_no_chain_of_names() -> None:
    credit = read("Jane Doe/AFP " * 20_000)
    assert (credit.creator, credit.provider) == ((), ())
