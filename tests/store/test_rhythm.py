"""From looks at a section to the interval between them."""

from __future__ import annotations

import pytest

from crawler.store.rhythm import FIRST, WANTED, Rhythm, after, looked, rhythm_of, spoken
from tests.store.conftest import Opener


def settle(every: float, per_hour: float) -> float:
    """The interval after forty looks at a section that gets so many articles an hour, each when it is due."""
    rhythm, now, seen = Rhythm(read=0, every=every), 0.0, 0
    for _ in range(40):
        now += rhythm.every
        count = int(now / 3600 * per_hour)
        rhythm, seen = after(rhythm, now=int(now), new=count - seen), count
    return rhythm.every


@pytest.mark.parametrize("every", [60.0, 900.0, 86400.0])
@pytest.mark.parametrize("per_hour", [2, 12, 60])
def test_a_look_comes_to_find_a_few_articles(every: float, per_hour: int) -> None:
    assert WANTED / 2 < settle(every, per_hour) * per_hour / 3600 < WANTED * 2


def test_a_section_that_never_changes_is_looked_at_ever_less() -> None:
    assert settle(900, 0) == 7 * 86400


def test_a_look_too_early_says_nothing() -> None:
    assert after(Rhythm(read=1000, every=900), now=1010, new=0).every == 900


def test_the_first_look_and_a_clock_set_back_begin_anew() -> None:
    assert after(None, now=5000, new=40) == Rhythm(read=5000, changed=5000, every=FIRST)
    assert after(Rhythm(read=9000, changed=8000, every=60), now=5000, new=0) == Rhythm(read=5000)


def test_the_last_change_is_kept() -> None:
    assert after(Rhythm(read=1000, changed=700), now=3000, new=0).changed == 700


def test_the_next_look_is_kept_within_bounds() -> None:
    assert Rhythm(read=1000, every=60).due(shortest=300, longest=3600) == 1300
    assert Rhythm(read=1000, every=86400).due(shortest=300, longest=3600) == 4600


def test_a_rhythm_is_kept_between_runs(open_store: Opener) -> None:
    store = open_store()
    assert rhythm_of(store.notes, "viva", "https://a.example/x") is None
    store.add(looked(store.notes, "viva", "https://a.example/x", now=100, new=2))
    store.publish()
    assert rhythm_of(store.notes, "viva", "https://a.example/x") == Rhythm(read=100, changed=100)


@pytest.mark.parametrize(("seconds", "text"), [(0, "0 s"), (61, "1 min"), (7200, "2 h"), (200000, "2 d")])
def test_spans_are_spoken(seconds: float, text: str) -> None:
    assert spoken(seconds) == text
