"""Media that a text names as its source, and names that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.items import Credit
from crawler.normalise.quotes import based_on

FOUND = [
    ("kata Korotchenko, dikutip dari Independent, Selasa, 9 Agustus 2022.", "Independent", "dikutip dari Independent"),
    ("ujarnya seperti dilansir dari laman BBC Sport, Senin.", "BBC Sport", "dilansir dari laman BBC Sport"),
    ("Melansir Reuters, harga minyak naik.", "Reuters", "Melansir Reuters"),
    ("dikutip dari detik.com, Jumat", "detik.com", "dikutip dari detik.com"),
    ("dikutip dari Sky Sports Senin (9/8)", "Sky Sports", "dikutip dari Sky Sports"),
    ("It grew, according to the New York Times, by half.", "New York Times", "according to the New York Times"),
    ("first reported by Axios on Friday", "Axios", "first reported by Axios"),
    ("Laut „Washington Post“ ist das so.", "Washington Post", "Laut „Washington Post“"),
    ("selon l'agence Reuters, le prix", "Reuters", "selon l'agence Reuters"),
    ("según EFE, el precio", "EFE", "según EFE"),
    ("Как сообщает ТАСС, цены выросли.", "ТАСС", "сообщает ТАСС"),
]

NONE = [
    "according to the minister, who spoke",
    "According to John Smith, the price",
    "dikutip dari Instagram @viva, Senin",
    "dikutip dari Kementerian Kesehatan, Senin",
    "dikutip dari keterangan tertulis",
    "laut einer Studie der Universität",
    "mengutip pernyataan presiden",
    "",
]


@pytest.mark.parametrize(("text", "name", "raw"), FOUND)
def test_a_medium_named_as_source_is_credited(text: str, name: str, raw: str) -> None:
    assert based_on(text) == (Credit(type="Organization", name=name, name_raw=raw, role="source"),)


@pytest.mark.parametrize("text", NONE)
def test_persons_authorities_and_platforms_are_no_media(text: str) -> None:
    assert based_on(text) == ()


def test_each_medium_is_listed_once_in_reading_order() -> None:
    text = "Melansir Reuters, begini.\n\ndikutip dari Independent. Kemudian dilansir Reuters lagi."
    assert [credit.name for credit in based_on(text)] == ["Reuters", "Independent"]


@given(
    st.one_of(
        st.text(), st.lists(st.sampled_from(["dikutip dari ", "the ", "Reuters", "laut ", "A", "“", "\n\n", ", "])).map("".join)
    )
)
def test_every_text_names_media_or_none(text: str) -> None:
    assert all(credit.name and credit.name_raw and credit.name_raw in text for credit in based_on(text))
