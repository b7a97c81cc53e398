"""Agencies: one name for all spellings, and nothing that only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.normalise.agencies import cut_first, cut_last, find_agency


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("The Associated Press", "AP"),
        ("AP Photo", "AP"),
        ("(AP)", "AP"),
        ("A.P.", "AP"),
        ("DPA", "dpa"),
        ("Deutsche Presse-Agentur", "dpa"),
        ("dpa-infocom", "dpa"),
        ("Agencia EFE", "EFE"),
        ("l’AFP", "AFP"),
        ("Agence France-Presse", "AFP"),
        ("BELGA", "Belga"),
        ("Picture Alliance", "picture alliance"),
        ("stock.adobe.com", "Adobe Stock"),
        ("CNN Wire", "CNN Wire"),
        ("ANTARA FOTO", "ANTARA"),
        ("新华社", "新华社"),
        ("ロイター", "ロイター"),
        ("연합뉴스", "연합뉴스"),
        ("РИА Новости", "РИА Новости"),
    ],
)
def test_an_agency_has_one_name_in_every_spelling_of_a_script(printed: str, name: str) -> None:
    agency = find_agency(printed)
    assert agency is not None
    assert agency.name == name


@pytest.mark.parametrize(
    "text", ["", "Sid", "Ana", "Rex", "Mia", "Jane Doe", "AP National Security Writer", "Reuters/kra", "Pa"]
)
def test_given_names_and_longer_phrases_are_no_agency(text: str) -> None:
    assert find_agency(text) is None


def test_names_of_one_house_share_an_identifier() -> None:
    short, long, translated = (find_agency(text) for text in ("PTI", "Press Trust of India", "पीटीआई"))
    assert short and long and translated
    assert short.identifier == long.identifier == translated.identifier


def test_an_agency_is_cut_from_the_end_and_the_start_of_a_text() -> None:
    cut = cut_last("Vasilisa Stepanenko The Associated Press")
    assert cut is not None
    assert (cut[0], cut[1].name) == ("Vasilisa Stepanenko", "AP")
    first = cut_first("AP National Security Writer")
    assert first is not None
    assert (first[0].name, first[1]) == ("AP", "National Security Writer")


def test_a_surname_is_not_cut_off_as_an_agency() -> None:
    assert cut_last("Carlo Imago") is None


@given(st.text(max_size=80))
def test_looking_for_an_agency_never_fails(text: str) -> None:
    find_agency(text)
    cut_last(text)
    cut_first(text)
