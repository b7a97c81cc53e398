"""From the counts of a run to its exit code."""

from typing import Any

import pytest

from crawler.extensions._judgement import judge
from crawler.extensions.progress import line

READ = {"sections/read": 1, "sections/cards": 20}

RUNS: list[tuple[dict[str, Any], int, str | None]] = [
    ({"sections/unchanged": 3}, 0, None),
    ({**READ, "articles/new": 20}, 0, None),
    ({**READ, "articles/new": 15, "pages/fresh/failed": 18, "pages/fresh/failed/HTTP 500": 18}, 0, None),
    ({**READ, "articles/new": 12, "pages/fresh/none": 12, "pages/fresh/none/no text": 12}, 0, None),
    ({"sections/unchanged": 1, "pages/again/none": 9, "pages/again/none/no text": 9}, 0, None),
    ({**READ, "articles/unchanged": 0, "pages/fresh/none": 1, "pages/fresh/none/no text": 1}, 0, None),
    ({"sections/read": 5, "sections/failed": 1, "sections/failed/timeout": 1}, 0, None),
    (
        {"sections/failed": 2, "sections/failed/HTTP 503": 2},
        69,
        "site down: 2 of 2 section pages could not be read (HTTP 503)",
    ),
    (
        {"sections/failed": 1, "sections/failed/HTTP 403": 1},
        69,
        "site blocked: 1 of 1 section pages could not be read (HTTP 403)",
    ),
    ({"sections/empty": 1}, 69, "nothing found: no article is named on any section page"),
    (
        {**READ, "pages/fresh/failed": 20, "pages/fresh/failed/HTTP 500": 20},
        69,
        "site down: 20 of 20 articles could not be read (HTTP 500)",
    ),
    (
        {**READ, "pages/fresh/none": 19, "pages/fresh/none/no text": 19, "articles/new": 1},
        65,
        "layout changed? 19 of 20 pages hold no article (no text)",
    ),
    (
        {**READ, "pages/fresh/none": 1, "pages/fresh/none/no text": 1, "pages/again/none": 6},
        65,
        "layout changed? 7 of 7 pages hold no article (no text)",
    ),
    ({**READ, "articles/new": 6, "articles/weak/headline": 6}, 65, "layout changed? 6 of 6 articles have no headline"),
    (
        {**READ, "sections/out_of_bounds": "3 cards on /bola, 5 to 400 expected"},
        65,
        "layout changed? 3 cards on /bola, 5 to 400 expected",
    ),
    ({}, 70, "no section was asked for"),
]


@pytest.mark.parametrize(("stats", "code", "cause"), RUNS)
def test_a_run_is_judged_by_its_counts(stats: dict[str, Any], code: int, cause: str | None) -> None:
    """Good, down, blocked, empty, changed: each has its code and its sentence."""
    outcome = judge(stats)
    assert (outcome.code, outcome.cause) == (code, cause)


def test_the_progress_line_leaves_out_what_is_zero() -> None:
    """But says how much is new, even when nothing is."""
    assert line({"sections/unchanged": 2}) == "2 sections · 0 new"
    assert line({**READ, "articles/new": 3, "pages/fresh/failed": 1}) == "1 sections · 3 new · 1 failed"
