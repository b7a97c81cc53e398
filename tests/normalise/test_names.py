"""Names: what looks like a person, and the case it is written in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.normalise.names import is_given_name, is_initials, looks_like_person, name_key, natural_case


@pytest.mark.parametrize(
    ("printed", "language", "natural"),
    [
        ("JÖRG ZSCHOCHE", "de", "Jörg Zschoche"),
        ("Bill MCCARTHY", None, "Bill McCarthy"),
        ("BILL McCARTHY", None, "Bill McCarthy"),
        ("Marisha GOLDHAMER", None, "Marisha Goldhamer"),
        ("viktor hedlund", "sv", "Viktor Hedlund"),
        ("e. barreneche", "es", "E. Barreneche"),
        ("AMELIA THOMSON-DEVEAUX", "en", "Amelia Thomson-Deveaux"),
        ("AHMET KILIÇ", "tr", "Ahmet Kılıç"),
        ("İBRAHİM IŞIK", None, "İbrahim Işık"),
        ("CONAN O'BRIEN", "en", "Conan O'Brien"),
        ("JD VANCE", "en", "JD Vance"),
        ("LUIS DE LA CRUZ", "es", "Luis de la Cruz"),
        ("ROBERT DE NIRO", "en", "Robert De Niro"),
        ("ALASDAIR MACDONALD", "en", "Alasdair MacDonald"),
        ("EMMANUEL MACRON", "fr", "Emmanuel Macron"),
        ("JOHN SMITH JR.", "en", "John Smith Jr."),
        ("Иван ИВАНОВ", "ru", "Иван Иванов"),
        ("HNN Staff", "en", "HNN Staff"),
        ("AP", None, "AP"),
        ("Michelle de Oliveira", "de", "Michelle de Oliveira"),
        ("松岡大地", "ja", "松岡大地"),
    ],
)
def test_shouted_and_flattened_names_are_set_in_natural_case(printed: str, language: str | None, natural: str) -> None:
    assert natural_case(printed, language=language) == natural


@pytest.mark.parametrize(
    "name",
    [
        "Anne-Marie Slaughter", "Michelle de Oliveira", "J. I. da Silva", "M Ali Wafa", "Mohamed El Saife", "Will Weissert",
        "Till Eckert", "N'Golo Kanté", "Ma. Teresa Cruz", "Rajesh K", "Fouzia Van Der Fort", "María R. Sahuquillo",
        "Sophie in 't Veld", "Андрей Колесников", "Γιώργος Παπαδόπουλος", "Nguyễn Văn An", "عبد الملك الفهيدي", "דוד כהן",
        "विवेक रस्तोगी", "สมชาย ใจดี", "松岡大地", "金子淳", "李銀", "박준석", "マイケル・サンデル", "Perry Bacon Jr.",
    ],
)  # fmt: skip
def test_full_names_of_all_scripts_look_like_persons(name: str) -> None:
    assert looks_like_person(name)


@pytest.mark.parametrize(
    "text",
    [
        "", "Heryadi", "Sioux Falls Argus Leader", "Associated Press", "Die Tagespresse", "Le Monde", "BR24 Redaktion",
        "Guardian staff reporter", "How To Vote", "Jane Doe 2", "jane@doe", "新华社", "社会部", "정치부", "दैनिक भास्कर",
        "The Washington Post", "de l’innovation de Zuora", "t-online", "one two three four five six seven eight nine",
    ],
)  # fmt: skip
def test_houses_phrases_and_single_words_do_not_look_like_persons(text: str) -> None:
    assert not looks_like_person(text)


def test_the_language_decides_what_han_signs_may_be() -> None:
    assert looks_like_person("山田 太郎", language="ja")
    assert not looks_like_person("社会部 山田太郎", language="ja")


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("kra", True),
        ("LP", True),
        ("J.D.", True),
        ("J. D.", True),
        ("z. B.", False),
        ("Kra", False),
        ("abcde", False),
        ("k1", False),
    ],
)
def test_signs_are_two_to_four_letters_of_one_case(text: str, sign: bool) -> None:
    assert is_initials(text) is sign


def test_spellings_of_one_name_share_a_key() -> None:
    assert name_key("Hannes P. Albert") == name_key("HANNES P ALBERT")
    assert name_key("José") == name_key("JOSE")


def test_a_double_given_name_is_known_by_its_parts() -> None:
    assert is_given_name("Anne-Kathrin")
    assert not is_given_name("Lesedauer")


NAMES = st.text(st.characters(codec="utf-8", categories=("L", "M", "Z", "P", "N")), max_size=60)


@given(NAMES)
def test_natural_case_is_total_and_settles_at_once(text: str) -> None:
    once = natural_case(text)
    assert natural_case(once) == once


@given(st.text(max_size=120))
def test_no_text_breaks_the_look_at_a_name(text: str) -> None:
    looks_like_person(text)
    is_initials(text)
    assert name_key(name_key(text)) == name_key(text)


def test_behind_a_vietnamese_surname_a_short_word_is_a_name() -> None:
    assert looks_like_person("Nguyễn Văn An")
    assert looks_like_person("Le Van An", language="vi")
    assert not looks_like_person("Le Monde An")
    assert looks_like_person("ப.சரவணகுமார்")
    assert not looks_like_person("தி.மு.க")
    assert looks_like_person("K.Essalak")
    assert not looks_like_person("Detik.Com")
