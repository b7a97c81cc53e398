"""The body laid out: paragraphs, headings, positions, corrections beside it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.evidence import BodyBlock
from crawler.items import Correction, Heading
from crawler.normalise.body import correction_kind, count_words, lay_out

NOTES = {
    "Koreksi: Versi sebelumnya artikel ini menyebut biaya empat miliar rupiah.": "correction",
    "Ralat – Nama narasumber semula tertulis keliru.": "correction",
    "Correction: An earlier version misstated the year.": "correction",
    "Correction, March 4: The bridge is 42 metres long.": "correction",
    "CORRECTION (March 4): The bridge is 42 metres long.": "correction",
    "Editor’s note: This story first ran in May.": "editorsNote",
    "This article was amended on 4 March 2025 to correct a name.": "correction",
    "Anmerkung der Redaktion: Der Name wurde geändert.": "editorsNote",
    "【訂正】初出時の日付に誤りがありました。": "correction",
    "Correction officers said the prison was calm.": None,
    "Ralat itu diumumkan kemarin.": None,
    "Klarstellungen dieser Art sind selten.": None,
    "": None,
}


@pytest.mark.parametrize(("text", "kind"), NOTES.items())
def test_a_note_is_known_by_its_label(text: str, kind: str | None) -> None:
    """A label with its colon, dash, bracket or date opens a note; the same word in a sentence does not."""
    assert correction_kind(text) == kind


def test_blocks_are_joined_and_headings_keep_their_place() -> None:
    """Empty blocks and corrections count for no position."""
    blocks = (
        BodyBlock("paragraph", "One."),
        BodyBlock("paragraph", ""),
        BodyBlock("heading", "Then", level=3),
        BodyBlock("paragraph", "Two words."),
        BodyBlock("paragraph", "Correction: It was three."),
    )
    body = lay_out(blocks)
    assert body.text == "One.\n\nThen\n\nTwo words."
    assert body.headings == (Heading("Then", 3, 1),)
    assert body.corrections == (Correction("Correction: It was three.", kind="correction"),)
    assert body.word_count == 4
    assert [body.position(n) for n in range(-1, 7)] == [0, 0, 1, 1, 2, 3, 3, 3]


def test_nothing_is_no_body() -> None:
    """Without blocks the text is absent, not empty."""
    assert lay_out(()).text is None


@given(st.lists(st.builds(BodyBlock, st.sampled_from(["paragraph", "heading", "quote"]), st.text())))
def test_any_blocks_can_be_laid_out(blocks: list[BodyBlock]) -> None:
    """Every position lies within the text, and each heading stands where it says."""
    body = lay_out(blocks)
    assert len(body.positions) == len(blocks) + 1
    assert all(0 <= position <= len(blocks) for position in body.positions)


def test_signs_of_scripts_without_blanks_count_as_words() -> None:
    """A Chinese or Japanese text has as many words as signs; Korean has blanks."""
    assert count_words("国会は予算を可決した。") == 11
    assert count_words("이재명이 말했다") == 2
    assert count_words("岸田 said no") == 4
