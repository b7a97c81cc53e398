"""Captions and credits: parted as the markup parts them, else by the shape of the text."""

from __future__ import annotations

import unicodedata
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.evidence import Context, Segment
from crawler.normalise.captions import caption_usage, split_caption

PLAIN = Context()


@pytest.mark.parametrize(
    ("caption", "credit", "how"),
    [
        ("A flag flies over a refinery in Carson, California.", "(AP Photo/Damian Dovarganes)", "bracket"),
        ("Statehouse, Thursday, April 27, 2023, in Indianapolis.", "(AP Photo/Darron Cummings)", "bracket"),
        ("Tentara Korea Utara berbaris.", "(Dok. Humas Polri)", "bracket"),
        ("Arnaldo Báez intenta marcharse de un defensor.", "(Edu Luque)", "bracket"),
        ("The islands where young women and girls were exploited.", "(Christie's)", "bracket"),
        ("Der schnellste deutsche Mann beim 50. Berlin-Marathon.", "(Foto: John MacDougall/AFP)", "bracket"),
        ("졸업식에서 기념 촬영을 하는 당선인.", "[사진 출처 = 더불어민주당 캠프]", "bracket"),
        ("Rök stiger över Kievs centrum, natten mot lördag.", "Foto: Dan Bashakov/AP", "label"),
        ("Zirkuspferde auf Schloss Moritzburg", "Foto: Sylvio Dittrich", "label"),
        ("ilustrasi karakter zodiak", "Photo by Renato Abati from Pexels", "label"),
        ("Der 24 Jahre alte Charles III. gar nicht.", "© IMAGO / Cinema Publishers Collection /Pool / i-Images", "mark"),
        ("Swedish police officer", "Copyright Fredrik Persson/AP", "mark"),
        ("Nataliia im Lager der Unfallhilfe.", "Bild © Roman Warschauer (hr)", "mark"),
        ("The temperature in Colorado reached 32.7 celsius that day.", "The Associated Press", "sentence"),
        ("The designed golf course was meticulously restored.", "Supplied", "sentence"),
        ("A fragment of pottery, probably by Paseas.", "SIA/EFAK/YPPOA", "sentence"),
        ("Sophie Binet, à Paris, le 12 juillet 2023.", "BERTRAND GUAY / AFP", "sentence"),
        (
            "Agentes en la ciudad de Shengjin, el 1 de agosto de 2024.",
            "Alketa Misja (dpa/picture alliance via Getty)",
            "bracket",
        ),
        ("享受悠闲周末。", "刘力鑫 摄", "sentence"),
        ("The old bridge over the river at dawn.", "Jane Doe for The Star", "sentence"),
        ("De Dam in Amsterdam.", "Foto ANP", "sentence"),
        ("Rynek w Krakowie.", "Fot. Jan Kowalski / PAP", "label"),
        ("유세에서 연설하고 있다.", "연합뉴스", "sentence"),
        ("순천 시민들에게 큰절을 올리고 있다.", "고영권 기자", "sentence"),
        ("Anak-anak bermain air di Jakarta.", "Foto: (Istimewa)", "bracket"),
        ("Der Minister sprach am Montag mit vielen Leuten.", "Crédits : © Reuters", "mark"),
        ("The minister spoke to many people on Monday.", "RNZ / Samuel Rillstone", "sentence"),
        ("The minister spoke to many people on Monday.", "Express photo by Amit Mehra", "label"),
        ("The minister spoke to many people on Monday.", "Photo Illustration by Luis G. Rendon/Getty", "label"),
        ("The minister spoke to many people on Monday.", "File pic: PA", "sentence"),
        ("首相は月曜日に会見した。", "EPA＝時事", "sentence"),
        ("首相は月曜日に会見した。", "山田太郎撮影", "sentence"),
        ("首相は月曜日に会見した。", "北村はるか撮影", "sentence"),
    ],
)
def test_a_credit_is_found_by_its_shape(caption: str, credit: str, how: str) -> None:
    split = split_caption(f"{caption} {credit}", PLAIN)
    assert (split.caption, split.credit, split.how) == (caption, credit, how)


@pytest.mark.parametrize(
    ("caption", "sign", "credit"),
    [
        ("Phil Foden at the Qatar World Cup", "", "Credit: PA"),
        ("Festnahme in Palma", " / ", "Lorenzo Marina"),
        ("The old bridge at dawn", " | ", "Jane Doe, The Star"),
        ("Cyber-Attacken nehmen zu.", " – ", "© Sergey Nivens – stock.adobe.com"),
        ("Joe Biden arrives in Washington DC", " ", "Stefan Rousseau/via Reuters"),
        ("Migrants entering the country", " ", "AP Photo/Edgar H. Clemente"),
        ("Large waves crash over the harbour during strong winds", " ", "PA"),
        ("The crew were forced to take shelter on deck", " ", "AFP via Getty"),
    ],
)
def test_a_credit_needs_no_stop_before_it(caption: str, sign: str, credit: str) -> None:
    split = split_caption(caption + sign + credit, PLAIN)
    assert (split.caption, split.credit) == (caption, credit)


def test_a_button_glued_to_the_caption_goes() -> None:
    split = split_caption("Wilders spricht in Den Haag. Foto: dpaVisa mer", PLAIN)
    assert (split.caption, split.credit) == ("Wilders spricht in Den Haag.", "Foto: dpa")


@pytest.mark.parametrize(
    "text",
    [
        "Tentara Rakyat Korea Utara (KPA)",
        "Im Bild: Peter Müller mit seiner Frau",
        "Texas Gov. Greg Abbott",
        "Harry Kane, Konrad Laimer und Alphonso Davies (v.l.)",
        "Die bedeutendste Rebsorte feiert am 13. März Geburtstag.",
        'Zendaya attends the "Dune" premiere in London, England.',
        "Er ist seit 20 Jahren Reporter bei der dpa",
        "The company has signed a deal with AP",
        "イスラエルの国旗＝同国で2019年5月",
        "Borussia Dortmund - Bayern München",
        "FILE - Mike and Jane Roberts tend to their son on March 1, 2024.",
        "Kryžius, asociatyvi nuotr.",
        "Steffen Kauert von der Autobahn GmbH. (Archivbild)",
        "Neil Patrick Harris",
        "Photo of the day",
        "Foto von der Unfallstelle",
        "Imagen de la protesta",
        "Photo: The view from the top",
        "Bild: Ein Mann geht über die Straße.",
        "Grafik: So funktioniert die Wärmepumpe",
        "Tom Holland as Spider-Man (Peter Parker)",
        "Presiden Joko Widodo (Jokowi)",
        "Satuan gugus tugas (satgas) COVID-19 Season City. Dok",
        "Press conference at the national palace. Buenos Aires",
        "Rishi Sunak / Keir Starmer",
        "Elon Musk on X",
        "Supplied water in a bottle",
        "A talk on HIV/AIDS",
        "首相官邸で記者会見する岸田文雄首相（左）",
    ],
)
def test_a_caption_without_a_credit_stays_whole(text: str) -> None:
    split = split_caption(text, PLAIN)
    assert (split.caption, split.credit, split.how) == (text, None, "none")


@pytest.mark.parametrize(
    "text",
    [
        "Foto: Nick Fedirko/Shutterstock",
        "Labour Party / Flickr",
        "Supplied",
        "© Stefan Wermuth",
        "Courtesy of Zillow",
        "SIA/EFAK/YPPOA",
    ],
)
def test_a_caption_may_be_nothing_but_a_credit(text: str) -> None:
    split = split_caption(text, PLAIN)
    assert (split.caption, split.credit) == (None, text)


@pytest.mark.parametrize(
    "parts",
    [
        (Segment("Ilustrasi kebakaran."), Segment("(Pixabay)", tag="b")),
        (Segment("Ilustrasi kebakaran."), Segment("Pixabay", tag="span", cls="photo__author")),
        (Segment("Ilustrasi kebakaran."), Segment("Foto:", tag="span"), Segment("Pixabay", tag="span")),
        (Segment("Pixabay", cls="img-credit"), Segment("Ilustrasi kebakaran.", line=1)),
        (Segment("Foto: Pixabay", line=0), Segment("Ilustrasi kebakaran.", line=1)),
        (Segment("Ilustrasi kebakaran."), Segment("Sumber :", line=1), Segment("• pixabay.com", line=2)),
    ],
)
def test_the_markup_decides_first(parts: tuple[Segment, ...]) -> None:
    split = split_caption(parts, PLAIN)
    assert split.caption == "Ilustrasi kebakaran."
    assert split.raw == "Ilustrasi kebakaran."
    assert split.credit
    assert "ixabay" in split.credit
    assert split.how in ("markup", "line")


def test_brackets_that_a_link_parts_are_one_credit() -> None:
    parts = (Segment("The harbour at dawn. ("), Segment("Robbing Peter", href="/p", tag="a"), Segment("/Flickr)", glued=True))
    split = split_caption(parts, PLAIN)
    assert (split.caption, split.credit) == ("The harbour at dawn.", "(Robbing Peter/Flickr)")


def test_brackets_with_a_link_in_mid_sentence_are_text() -> None:
    parts = (Segment("The harbour ("), Segment("seen in 1952", href="/p", tag="a"), Segment("and since) is closed."))
    assert split_caption(parts, PLAIN).credit is None


@pytest.mark.parametrize(
    ("told", "other", "credit"),
    [("A speaker of the harbour", "b", "Jane Whitmore"), ("A speaker of the harbour", "a", None), ("A lunch with", "b", None)],
)
def test_a_name_in_a_class_of_its_own_behind_a_caption_is_the_credit(told: str, other: str, credit: str | None) -> None:
    parts = (Segment(told, tag="span", cls="a"), Segment("Jane Whitmore", tag="span", cls=other))
    assert split_caption(parts, PLAIN).credit == credit


def test_a_house_and_a_person_over_the_picture_are_its_credit() -> None:
    """A line of its own above the caption, in an element that is called nothing."""
    parts = (Segment("Tribun Jabar/Deni Hermawan", line=0), Segment("Warga berjalan di dalam terowongan.", line=1))
    split = split_caption(parts, PLAIN)
    assert (split.caption, split.credit) == ("Warga berjalan di dalam terowongan.", "Tribun Jabar/Deni Hermawan")


def test_a_name_linked_in_a_sentence_is_no_credit() -> None:
    parts = (Segment("A lunch with"), Segment("Angela Merkel", href="https://a.example/merkel", tag="a"))
    assert split_caption(parts, PLAIN).credit is None


def test_an_element_that_calls_caption_and_credit_alike_is_parted_by_the_text() -> None:
    parts = (
        Segment("The harbour at dawn on Monday. (AP Photo/Jane Doe)", tag="figcaption", cls="source"),
        Segment("more >", tag="a", cls="source"),
    )
    split = split_caption(parts, PLAIN)
    assert (split.caption, split.credit) == ("The harbour at dawn on Monday.", "(AP Photo/Jane Doe)")


def test_a_word_of_the_page_in_an_element_of_its_own_is_no_caption() -> None:
    parts = (Segment("写真・図版", tag="span"), Segment("発電機を見る住民たち＝長野県上田市、小森かおる撮影"))
    assert split_caption(parts, Context(language="ja")).caption == "発電機を見る住民たち＝長野県上田市"


def test_a_licence_in_brackets_behind_a_sentence_is_the_credit() -> None:
    split = split_caption("The harbour was drained in 1952. (Public domain)", PLAIN)
    assert (split.caption, split.credit) == ("The harbour was drained in 1952.", "(Public domain)")


def test_two_credits_are_both_found() -> None:
    parts = (
        Segment("Achsanul Qosasi menyalami pendukung (Sumber: MO Madura United)"),
        Segment("Photo :", line=1),
        Segment("- VIVA", line=2),
    )
    split = split_caption(parts, Context(publishers=("VIVA",)))
    assert split.caption == "Achsanul Qosasi menyalami pendukung"
    assert split.pieces == ("(Sumber: MO Madura United)", "Photo : - VIVA")


def test_the_sites_own_label_is_parted_where_the_context_knows_it() -> None:
    known = Context(caption_labels=("VIVA Militer",))
    split = split_caption("VIVA Militer: Tentara Rakyat Korea Utara (KPA)", known)
    assert (split.label, split.caption) == ("VIVA Militer", "Tentara Rakyat Korea Utara (KPA)")
    assert split_caption("VIVA Militer: Tentara", PLAIN).caption == "VIVA Militer: Tentara"


def test_the_sites_name_and_a_section_before_a_caption_are_its_label() -> None:
    split = split_caption("VIVA Nasional: Jembatan di atas Sungai Lanoa", Context(publishers=("VIVA.co.id", "VIVA")))
    assert (split.label, split.caption) == ("VIVA Nasional", "Jembatan di atas Sungai Lanoa")


def test_the_word_photo_before_a_caption_whose_credit_stands_elsewhere_goes() -> None:
    split = split_caption("Foto: Kapal penggelar kabel sandar di Ambon. (Dok. Nusa Kabel Prima)", PLAIN)
    assert (split.caption, split.credit) == ("Kapal penggelar kabel sandar di Ambon.", "(Dok. Nusa Kabel Prima)")


def test_a_place_and_day_before_the_japanese_maker_are_no_part_of_the_credit() -> None:
    """And "from above" is no maker."""
    day = "旧駅舎で団子を焼く高校生＝青森県浜久里町で２０２５年１月１２日、"
    assert split_caption(f"{day}北村はるか撮影", PLAIN).credit == "北村はるか撮影"
    assert split_caption(f"{day}上空から撮影", PLAIN).credit is None


def test_words_of_the_page_before_a_caption_go_silently() -> None:
    split = split_caption("Image caption, The harbour at dawn", PLAIN)
    assert (split.label, split.caption, split.raw) == (None, "The harbour at dawn", "Image caption, The harbour at dawn")


@pytest.mark.parametrize(
    ("caption", "usage"),
    [
        ("FILE - Mike and Jane Roberts tend to their son.", ("archive",)),
        ("Kryžius, asociatyvi nuotr.", ("symbolic",)),
        ("Annalena Baerbock (Archivbild)", ("archive",)),
        ("Ilustrasi kebakaran.", ("illustration",)),
        ("A file photograph shows the minister.", ("archive",)),
        ("Ein Archiv wird geräumt", ()),
        ("A collage of papers on the wall", ()),
    ],
)
def test_a_caption_tells_the_kind_of_picture(caption: str, usage: tuple[str, ...]) -> None:
    assert caption_usage(caption) == usage


def test_a_name_in_brackets_of_its_own_after_the_last_sentence_is_the_credit() -> None:
    """However long the name of the house; an aside within a sentence stays."""
    caption = "Two residents were arrested at the station."
    split = split_caption((Segment(caption, tag="span"), Segment("(U.S. District Court, Eastern District)", tag="span")), PLAIN)
    assert (split.caption, split.credit) == (caption, "(U.S. District Court, Eastern District)")
    split = split_caption((Segment("The station", tag="span"), Segment("(from left to right, behind)", tag="span")), PLAIN)
    assert split.credit is None


def test_two_credits_and_nothing_else_leave_no_caption() -> None:
    split = split_caption("Photo illustration: Jane Doe/Axios. Photo: John Roe/Getty Images", PLAIN)
    assert split.caption is None
    assert split.pieces == ("Photo illustration: Jane Doe/Axios", "Photo: John Roe/Getty Images")


def test_an_abbreviated_label_needs_no_colon() -> None:
    split = split_caption("Sala obrad w piątek Fot. Jan Kowalski / Agencja Wyborcza.pl", PLAIN)
    assert (split.caption, split.credit) == ("Sala obrad w piątek", "Fot. Jan Kowalski / Agencja Wyborcza.pl")


TEXTS = st.text(max_size=60) | st.lists(
    st.sampled_from(
        ["Foto:", "©", "(", ")", "AFP", "Jane Doe", ". ", "/", "Ein Satz", "Visa mer", " – ", "“", "＝", "摄", "\n"]
    ),
    max_size=9,
).map(" ".join)
SEGMENTS = st.builds(
    Segment, TEXTS, tag=st.sampled_from(["", "a", "b"]), cls=st.sampled_from(["", "credit", "caption"]), line=st.integers(0, 2)
)


@given(st.lists(SEGMENTS, max_size=5).map(tuple) | TEXTS)
def test_any_caption_is_parted_and_nothing_is_printed_twice(parts: tuple[Segment, ...] | str) -> None:
    split = split_caption(parts, PLAIN)
    printed = parts if isinstance(parts, str) else "".join(part.text for part in parts)
    given_out = Counter("".join("".join((split.caption or "", *split.pieces)).split()))
    assert given_out <= Counter(unicodedata.normalize("NFC", printed))


def test_a_very_long_caption_is_parted_at_its_end() -> None:
    split = split_caption("Ein Satz: mit – allem. " * 20_000 + "Foto: Jane Doe/AFP", PLAIN)
    assert split.credit == "Foto: Jane Doe/AFP"


@pytest.mark.parametrize("word", ["awp ", "zdjęcia:", "Foto: ", "photo de ", "(AP) ", "© "])
def test_a_text_of_nothing_but_credits_is_read_at_its_end_alone(word: str) -> None:
    """All of it, it would take minutes."""
    split = split_caption(word * 100_000, PLAIN)
    assert len(split.credit or "") < 2000


LONG_SENTENCE = "The minister opened the second bridge across the river in the small town of Bexley on Tuesday"


@pytest.mark.parametrize(
    ("behind", "credit"),
    [
        (". Anna Berg", "Anna Berg"),
        ("! Anna Berg/AFP", "Anna Berg/AFP"),
        (" with Gov. Anna Berg", None),
        (" beside Prof. Dr. Anna Berg", None),
        (" in St. Albans Market", None),
    ],
)
def test_the_word_at_a_stop_tells_whether_a_long_sentence_ends(behind: str, credit: str | None) -> None:
    """However much stands before it, the last few words decide."""
    for sentence in (LONG_SENTENCE, f"{LONG_SENTENCE}, which {'very ' * 200}many people saw"):
        split = split_caption(sentence + behind, PLAIN)
        assert split.credit == credit
        assert (split.caption or "").startswith(LONG_SENTENCE)
