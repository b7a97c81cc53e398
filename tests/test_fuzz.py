"""A handful of broken inputs for every reader; ``make fuzz`` hands them thousands."""

import pytest

from benchmarks.fuzz import run
from benchmarks.fuzz_guided import dictionary
from benchmarks.fuzz_inputs import words
from benchmarks.fuzz_targets import TARGETS


@pytest.mark.parametrize("name", [name for name in TARGETS if name != "corpus"])
def test_broken_inputs_are_read_or_left(name: str) -> None:
    assert run(name, 60, seed=7) == 0


def test_a_reader_that_falls_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fall(*_: object) -> None:
        raise ValueError("no")

    monkeypatch.setitem(TARGETS, "byline", (TARGETS["byline"][0], fall))
    assert run("byline", 3, seed=7) == 3


def test_the_guided_dictionary_has_every_byte_escaped_that_means_something_there() -> None:
    assert dictionary([b"Oleh", b'"a\\', "é".encode(), b"", b"x" * 100, b"Oleh"]) == '"\\x22a\\x5C"\n"Oleh"\n"\\xC3\\xA9"\n'
    assert dictionary(words()).isascii()
