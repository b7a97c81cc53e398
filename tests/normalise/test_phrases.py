"""Word lists are asked by words: at the head, at the tail, or for the whole text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from crawler.normalise.phrases import Match, Phrases

LIST = Phrases({"file": "a", "file photo": "b", "capture d'écran": "c", "(c)": "d", "z.v.g.": "e"})


def test_the_longest_phrase_wins_at_both_edges() -> None:
    assert LIST.head("File photo: AP") == Match("b", 0, 10)
    assert LIST.tail("AP file photo.") == Match("b", 3, 13)


def test_case_blanks_and_the_kind_of_apostrophe_do_not_matter() -> None:
    assert LIST.whole("CAPTURE  D’ÉCRAN") == "c"


def test_marks_at_the_edge_are_passed_over() -> None:
    assert LIST.head("– file AP") == Match("a", 2, 6)
    assert LIST.whole("(file photo)") == "b"
    assert LIST.head("(c) AP") == Match("d", 0, 3)


def test_a_part_of_a_word_is_no_phrase() -> None:
    assert LIST.head("files") is None
    assert LIST.tail("profile") is None
    assert LIST.whole("file photos") is None


@given(st.text(max_size=200))
def test_a_match_lies_within_the_text(text: str) -> None:
    for match in (LIST.head(text), LIST.tail(text)):
        assert match is None or 0 <= match.start < match.end <= len(text)
