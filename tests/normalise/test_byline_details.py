"""Bylines in detail: what stands beside the names, what segments tell, and that any text can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.evidence import Context, Segment, Segments
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
    ("line", "title"),
    [
        ("Thabo Mokone Parliamentary editor", "Parliamentary editor"),
        ("By Jon King, News Reporter", "News Reporter"),
        ("Johannes RitterKorrespondent für Politik und Wirtschaft in der Schweiz.",
         "Korrespondent für Politik und Wirtschaft in der Schweiz"),
        ("Mathias Hagen – Journalist Journalist", "Journalist"),
        ("Anna Ūdre (LTV Ziņu dienesta ārzemju ziņu redaktore)", "LTV Ziņu dienesta ārzemju ziņu redaktore"),
        ("Marta Cañete\nCorresponsal en Atenas", "Corresponsal en Atenas"),
    ],
)  # fmt: skip
def test_the_job_title_is_parted_from_the_name(line: str, title: str) -> None:
    (author,) = read(line).authors
    assert author.job_title == title
    assert len(author.name.split()) == 2


def test_a_label_that_no_list_knows_is_one_behind_a_known_label() -> None:
    byline = read("Redaktion: Theresa Bäuerlein, Klangbild: Iris Hochberger und Christian Melchert", "de")
    assert helpers(byline) == (
        ("Theresa Bäuerlein", "editor"),
        ("Iris Hochberger", "contributor"),
        ("Christian Melchert", "contributor"),
    )
    assert helpers(read("Klangbild: Iris Hochberger", "de")) == ()


@pytest.mark.parametrize(
    ("line", "language", "names", "helping"),
    [
        ("Penulis Budi Santoso Editor Sari Dewi", "id", ("Budi Santoso",), (("Sari Dewi", "editor"),)),
        ("Reporter Budi Santoso | Redaktur Sari Dewi", "id", ("Budi Santoso",), (("Sari Dewi", "editor"),)),
        ("Budi - detikNews", "id", ("Budi",), ()),
        ("Jakarta - detikNews", "id", (), ()),
        ("By Political Editor John Smith", "en", ("John Smith",), ()),
        ("Aus Tel Aviv berichten Anna Müller und Max Bauer", "de", ("Anna Müller", "Max Bauer"), ()),
        ("Von Anna Müller mit Material von dpa", "de", ("Anna Müller",), (("dpa", "contributor"),)),
        ("Ana Souza, da Folha de S.Paulo", "pt", ("Ana Souza",), ()),
        ("记者 王伟 北京报道", "zh", ("王伟",), ()),
        ("CNN's Jane Doe", "en", ("Jane Doe",), ()),
    ],
)
def test_names_are_told_from_roles_houses_and_places(
    line: str, language: str, names: tuple[str, ...], helping: tuple[tuple[str, str], ...]
) -> None:
    byline = read(line, language)
    assert (people(byline), helpers(byline)) == (names, helping)


def test_chinese_labels_in_one_line_part_their_names() -> None:
    byline = parse_byline("责任编辑：郑浩 图片编辑：乐浴峰 校对：栾梦", Context(language="zh"))
    assert [(credit.name, credit.role) for credit in byline.contributors] == [
        ("郑浩", "editor"),
        ("乐浴峰", "editor"),
        ("栾梦", "editor"),
    ]


def test_the_office_before_a_name_is_none() -> None:
    assert people(parse_byline("（熊本支局長 岩崎航、松浦奈美）", Context(language="ja"))) == ("岩崎航", "松浦奈美")


def test_sentences_that_each_say_what_somebody_did_are_read_one_by_one() -> None:
    byline = parse_byline("Jeff Kao contributed data reporting. Mariam Elba contributed research.", Context(language="en"))
    assert [credit.name for credit in byline.contributors] == ["Jeff Kao", "Mariam Elba"]


def test_a_name_in_the_authors_element_is_no_rubric_wherever_it_leads() -> None:
    name = Segment("Michael Rädel", href="/topics/michael-raedel/", cls="author")
    named = Segment("אילנה קוריאל", href="/topics/ilana_curiel", cls="authors")
    assert people(parse_byline((named, Segment(", נטע בר")), Context(language="he"))) == ("אילנה קוריאל", "נטע בר")
    assert people(parse_byline((Segment("von"), name), Context(language="de"))) == ("Michael Rädel",)
    rubric = Segment("Middle East", href="/topics/middle-east/", cls="meta")
    assert people(parse_byline((Segment("By"), Segment("Jane Doe"), rubric), Context(language="en"))) == ("Jane Doe",)
    named = Segment("Jane Doe", href="/profile/jane-doe", cls="author auto tag link")
    assert people(parse_byline((named,), Context(language="en"))) == ("Jane Doe",)


def test_honours_credentials_house_and_address_stand_beside_the_name() -> None:
    (author,) = read("By Dr. Ilana Muhlstein, MS, RDN | NDR | ilana@example.org").authors
    assert author.name == "Ilana Muhlstein"
    assert (author.honorific_prefix, author.honorific_suffix) == ("Dr.", "MS, RDN")
    assert (author.affiliation, author.email) == ("NDR", "ilana@example.org")


def test_an_address_glued_to_the_name_gives_the_name_its_letters_back() -> None:
    (author,) = read("Por María Alejandra Carrasquilla Reinamaria.carrasquilla@laestrella.com.pa", "es").authors
    assert author.name == "María Alejandra Carrasquilla Reina"
    assert author.email == "maria.carrasquilla@laestrella.com.pa"


def test_a_single_word_beside_full_names_is_a_place() -> None:
    byline = read("Markus M. Haefliger, London, Beat Bumbacher", "de")
    assert people(byline) == ("Markus M. Haefliger", "Beat Bumbacher")
    assert byline.location == "London"


def test_a_single_word_under_a_label_is_a_person() -> None:
    assert helpers(read("Editor : Heryadi", "id")) == (("Heryadi", "editor"),)


def test_signs_beside_a_house_are_authors_and_codes_of_a_service_are_not() -> None:
    assert people(read("srf/hosb;kesm", "de")) == ("hosb", "kesm")
    assert people(read("dpa/lno", "de")) == ()
    assert people(read("Elena Oberholzer (obe)", "de")) == ("Elena Oberholzer",)


def test_unnamed_agencies_are_nobody() -> None:
    byline = read("By Euronews with Agencies", "en")
    assert houses(byline) == ("Euronews",)
    assert agencies(byline) == ()


def test_counted_authors_without_a_name_are_counted() -> None:
    byline = read("박준석 기자 외 1명", "ko")
    assert people(byline) == ("박준석",)
    assert byline.others == 1


def test_the_genre_and_the_date_are_reported() -> None:
    byline = read("Eine Kolumne von Nils Pickert – 28. April 2024, 8:52 Uhr", "de")
    assert byline.genre == "opinion"
    assert byline.date_text == "28. April 2024, 8:52 Uhr"


def test_the_date_behind_the_names_is_no_part_of_the_byline_shown() -> None:
    line = (Segment("Binti Mufidah", tag="span"), Segment("Senin, 04 Agustus 2025 - 12:34 WIB", tag="span", glued=True))
    assert parse_byline(line, Context(language="id")).undated == "Binti Mufidah"
    assert read("Jane Doe, 1 May 2024, and John Roe", "en").undated == "Jane Doe, 1 May 2024, and John Roe"
    assert read("1 May 2024", "en").undated == "1 May 2024"
    assert read("By Jane Doe on 1 May 2024", "en").undated == "By Jane Doe"
    assert parse_byline("Oleh Melati Rukmana pada", Context(language="id")).undated == "Oleh Melati Rukmana"


@pytest.mark.parametrize("day", ["Senin, ", "Jum'at, ", "Rabu "])
def test_a_weekday_behind_a_hyphen_belongs_to_the_date(day: str) -> None:
    byline = read(f"Arief Setyawan , Jurnalis-{day}24 Juli 2026 |15:16 WIB", "id")
    assert [(author.name, author.job_title) for author in byline.authors] == [("Arief Setyawan", "Jurnalis")]
    assert (byline.undated, byline.date_text) == ("Arief Setyawan , Jurnalis", f"{day}24 Juli 2026 |15:16 WIB")


@pytest.mark.parametrize(
    "line",
    [
        "View author archive\nemail the author\nGet author RSS feed",
        "Follow",
        "3 min read",
        "Updated 5 hours ago",
        "105092",
        "Von",
        "·",
        "(:-Doe)",
    ],
)
def test_furniture_credits_nobody(line: str) -> None:
    assert read(line, "en").credits == ()


def test_the_publisher_is_credited_where_it_stands_beside_the_name() -> None:
    context = Context(language="en", publishers=("CBC",), hosts=("cbc.ca",))
    assert [credit.name for credit in parse_byline("Yasmine Hassan · CBC News", context).authors] == [
        "Yasmine Hassan",
        "CBC News",
    ]


def test_the_articles_headline_in_the_byline_is_no_name() -> None:
    context = Context(language="en", headline="Chuck Berry Returns")
    assert people(parse_byline("Chuck Berry Returns\nBy Jane Doe", context)) == ("Jane Doe",)


def parts(*texts: str) -> Segments:
    return tuple(Segment(text) for text in texts)


def test_segments_keep_apart_what_text_would_glue() -> None:
    byline = parse_byline(parts("Von", "Jasper Riemann", "Barbara Schneider"), Context(language="de"))
    assert people(byline) == ("Jasper Riemann", "Barbara Schneider")


def test_halves_of_one_name_in_elements_of_their_own_are_one_name() -> None:
    assert people(parse_byline(parts("By", "Jane", "Doe"), Context(language="en"))) == ("Jane Doe",)


def test_an_initial_that_is_set_apart_within_a_word_belongs_to_it() -> None:
    byline = parse_byline((Segment("By J"), Segment("ane Doe", glued=True)), Context(language="en"))
    assert people(byline) == ("Jane Doe",)


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (("Por", "Juan Pérez", "LA NACION"), ["Juan Pérez", "LA NACION"]),
        (("LA NACION", "Juan Pérez"), ["Juan Pérez"]),
        (("LA NACION",), ["LA NACION"]),
    ],
)
def test_the_publisher_on_a_line_of_its_own_is_credited_below_the_name_and_where_it_is_alone(
    lines: tuple[str, ...], names: list[str]
) -> None:
    segments = tuple(Segment(text, line=line) for line, text in enumerate(lines))
    byline = parse_byline(segments, Context(language="es", publishers=("LA NACION",)))
    assert [credit.name for credit in byline.authors] == names


def test_a_job_title_that_touches_the_name_is_no_part_of_it() -> None:
    byline = parse_byline((Segment("Matti Virtaniemi"), Segment("toimittaja", glued=True)), Context(language="fi"))
    assert people(byline) == ("Matti Virtaniemi",)


def test_a_joining_word_between_elements_joins_a_desk_to_the_person() -> None:
    byline = parse_byline(parts("By", "Jane Doe", "and", "ToI Staff"), Context(language="en"))
    assert [credit.name for credit in byline.authors] == ["Jane Doe", "ToI Staff"]


def test_a_title_in_the_authors_element_is_no_part_of_the_name() -> None:
    byline = parse_byline((Segment("JANE DOE AP Business Writer", cls="byline"),), Context(language="en"))
    assert (people(byline), [credit.name for credit in byline.source_organization]) == (("Jane Doe",), ["AP"])


@pytest.mark.parametrize(
    ("line", "newsrooms"),
    [
        ("By Jane Doe, The Washington Post", ("The Washington Post",)),
        ("By Jane Doe, Nexstar Media Wire", ("Nexstar Media Wire",)),
        ("By Jane Doe | Sioux City Journal", ("Sioux City Journal",)),
        ("By Jane Doe, Special to the Pioneer Press", ()),
        ("James Lynch from University of Michigan", ()),
        ("By Jane Doe | portdaily.com.cn", ("portdaily.com.cn",)),
        ("By Jane Doe, Finance Reporter", ()),
    ],
)
def test_a_newsroom_behind_its_writer_is_known_apart_from_other_employers(line: str, newsrooms: tuple[str, ...]) -> None:
    assert read(line, "en").newsrooms == newsrooms


def test_a_house_with_a_by_word_of_its_own_is_an_author_beside_persons() -> None:
    byline = parse_byline(parts("Written by", "Jane Doe", "Written by", "Global Voices Latin America"), Context(language="en"))
    assert [credit.name for credit in byline.authors] == ["Jane Doe", "Global Voices Latin America"]


@pytest.mark.parametrize(
    ("line", "language"), [("سیاست ویب ڈیسک", "ur"), ("தினமணி செய்திச் சேவை", "ta"), ("लोकमत न्यूज नेटवर्क", "mr")]
)
def test_a_desk_in_a_script_without_capitals_is_an_organisation(line: str, language: str) -> None:
    (author,) = read(line, language).authors
    assert (author.type, author.name) == ("Organization", line)


def test_joiners_within_persian_names_stay_and_others_go() -> None:
    assert people(read("نویسنده: علی رضایی\u200cپور", "fa")) == ("علی رضایی\u200cپور",)
    assert people(read("ജെയ്സണ്\u200d മണിയങ്ങാട്", "ml")) == ("ജെയ്സണ്\u200d മണിയങ്ങാട്",)
    assert people(read("By Jane\u200c Doe\u200d", "en")) == ("Jane Doe",)


def test_a_sentence_about_the_writer_is_no_job_title() -> None:
    lines = (Segment("By Jane Doe"), Segment("Jane Doe is the chief correspondent of The Star.", line=1))
    (author,) = parse_byline(lines, Context(language="en")).authors
    assert author.job_title is None


def test_a_link_to_the_writers_page_is_the_address_of_the_name() -> None:
    byline = parse_byline((Segment("By"), Segment("Heryadi", href="https://example.org/author/heryadi", tag="a")), Context())
    assert [(credit.name, credit.url) for credit in byline.authors] == [("Heryadi", "https://example.org/author/heryadi")]


def test_a_link_whose_address_spells_its_name_is_one_name() -> None:
    """Four words may be two names of two; here they are one."""
    names = ("Dwi Bowo Raharja Utama", "Fakhri Nurmala")
    links = ("https://example.org/author/811/dwi-bowo-raharja-utama", "https://example.org/reporter/933/fakhri-nurmala")
    line = (Segment(names[0], links[0], "a"), Segment("|"), Segment(names[1], links[1], "a"))
    assert people(parse_byline(line, Context(language="id"))) == names
    assert people(parse_byline(names[0], Context(language="id"), known={"dwi bowo raharja utama": "Person"})) == names[:1]


def test_what_touches_a_linked_name_is_no_part_of_it() -> None:
    line = (Segment("kumparanNEWS", "https://example.org/kumparannews", "a"), Segment("waktu baca 2 menit", glued=True))
    byline = parse_byline(line, Context(language="id", publishers=("kumparan", "kumparanNEWS")))
    assert [credit.name for credit in byline.authors] == ["kumparanNEWS"]


def test_links_to_rubrics_are_no_names() -> None:
    line = (Segment("Von Jane Doe"), Segment("Bunte Welt", href="https://example.org/category/bunte-welt/", tag="a"))
    assert people(parse_byline(line, Context(language="de"))) == ("Jane Doe",)


@given(st.text(max_size=300), st.sampled_from([None, "en", "de", "id", "ja", "ko", "zh", "ar", "tr", "fr"]))
def test_any_text_gives_a_byline(text: str, language: str | None) -> None:
    byline = parse_byline(text, Context(language=language, publishers=("VIVA",), hosts=("viva.co.id",)))
    assert all(credit.name.strip() for credit in byline.credits)


NAMES = ["By", "Von", "von", "Jane", "Doe", "JANE", "DOE", "dpa", "AFP", "Redaktion", "Staff", "in", "London", "王伟", "김철수"]
MARKS = ["/", ",", "und", "and", ";", "|", "(", ")", "=", "·", ".", "\n", "5.3.2024", "11:30", "Uhr", "@doe", "a.b@c.de"]
LABELS = [
    "Reporter",
    "editor",
    "Editor:",
    "記者",
    "기자",
    "The",
    "im",
    "Gespräch",
    "mit",
    "contributed",
    "to",
    "this",
    "report",
]
WORDS = st.sampled_from(NAMES + MARKS + LABELS)


@given(st.lists(WORDS, max_size=40))
def test_any_order_of_a_bylines_words_gives_a_byline(words: list[str]) -> None:
    byline = parse_byline(" ".join(words), Context())
    assert all(credit.type in {"Person", "Organization"} for credit in byline.credits)


@given(st.lists(WORDS, min_size=1, max_size=12))
def test_reading_a_clean_name_again_changes_nothing(words: list[str]) -> None:
    for credit in parse_byline(" ".join(words), Context()).authors:
        if credit.type == "Person" and credit.name.startswith("Jane ") and "." not in credit.name:
            assert people(parse_byline(f"By {credit.name}", Context())) == (credit.name,)


def test_the_place_beside_an_office_in_brackets_is_where_it_was_written() -> None:
    byline = read("Par Maëlle Kerjean (Bruxelles, envoyée spéciale)", "fr")
    assert (byline.location, byline.authors[0].name, byline.authors[0].job_title) == (
        "Bruxelles",
        "Maëlle Kerjean",
        "envoyée spéciale",
    )
    assert read("Par Maëlle Kerjean (journaliste, Politique)", "fr").location is None
