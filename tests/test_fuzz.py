"""A handful of broken inputs for every reader; ``make fuzz`` hands them thousands."""

import pytest

from benchmarks.fuzz import run
from benchmarks.fuzz_targets import TARGETS


@pytest.mark.parametrize("name", [name for name in TARGETS if name != "corpus"])
def test_broken_inputs_are_read_or_left(name: str) -> None:
    assert run(name, 60, seed=7) == 0


def test_a_reader_that_falls_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fall(*_: object) -> None:
        raise ValueError("no")

    monkeypatch.setitem(TARGETS, "byline", (TARGETS["byline"][0], fall))
    assert run("byline", 3, seed=7) == 3
