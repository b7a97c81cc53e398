"""The frontier: tried again over later runs, then quarantined, never forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest

from crawler.store.database import Database
from crawler.store.entries import Run
from crawler.store.frontier import Frontier
from tests.store.conftest import Hand
from tests.store.newsdesk import entries, url_of

DAY = 86400


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database.open(tmp_path / "history.db")


class Runs:
    """One run after another over the same database."""

    def __init__(self, database: Database, clock: Hand) -> None:
        self.database = database
        self.clock = clock
        self.number = 0

    def next(self, spider: str = "example") -> Frontier:
        """Begin a run."""
        self.number += 1
        run = Run(spider=spider, id=f"r{self.number}", day="2026-11-25")
        return Frontier(self.database, run, clock=self.clock)

    def fail(self, times: int, reason: str = "HTTP 500", *, counts: bool = True) -> None:
        """Let every page that is due fail, in so many runs."""
        for _ in range(times):
            frontier = self.next()
            for page in frontier.due():
                self.database.write(frontier.failed(page.url, reason, counts=counts))

    def name(self, *numbers: int) -> None:
        """Name pages in a run of their own."""
        pages, statements = self.next().named(entries(numbers))
        assert len(pages) == len(numbers)
        self.database.write(statements)


@pytest.fixture
def runs(database: Database, clock: Hand) -> Runs:
    return Runs(database, clock)


def test_the_fifth_failed_run_quarantines_with_the_reason(runs: Runs) -> None:
    runs.name(1)
    runs.fail(4)
    assert runs.next().counts() == {"failed": 1}
    runs.fail(1, "HTTP 404")
    frontier = runs.next()
    assert frontier.counts() == {"quarantined": 1}
    (page,) = frontier.quarantined()
    assert (page.url, page.tries, page.reason) == (url_of(1), 5, "HTTP 404")
    assert frontier.due() == ()


def test_several_failures_in_one_run_are_one_try(runs: Runs) -> None:
    runs.name(1)
    frontier = runs.next()
    for _ in range(9):
        runs.database.write(frontier.failed(url_of(1), "HTTP 500"))
    assert [page.tries for page in runs.next().due()] == [1]


def test_a_site_that_is_down_uses_up_no_tries(runs: Runs) -> None:
    runs.name(1)
    runs.fail(20, "connection refused", counts=False)
    assert [page.tries for page in runs.next().due()] == [0]


def test_pages_without_text_wait_for_hours_on_a_site_that_is_well(runs: Runs, clock: Hand) -> None:
    """Others that failed in the same run do not; the tries are counted on."""
    runs.name(1, 2)
    frontier = runs.next()
    for page, reason in zip(frontier.due(), ("no text", "HTTP 500"), strict=True):
        runs.database.write(frontier.failed(page.url, reason))
    runs.database.write(frontier.patient(["no text"]))
    assert [page.reason for page in runs.next().due()] == ["HTTP 500"]
    clock.now += DAY // 12 + 1
    frontier = runs.next()
    (again,) = (page for page in frontier.due() if page.reason == "no text")
    runs.database.write([*frontier.failed(again.url, "no text"), *frontier.patient(["no text"])])
    clock.now += DAY // 12 + 1
    assert "no text" not in [page.reason for page in runs.next().due()]
    clock.now += DAY // 12
    assert [page.tries for page in runs.next().due() if page.reason == "no text"] == [2]


def test_the_quarantined_are_tried_again_at_growing_intervals(runs: Runs, clock: Hand) -> None:
    runs.name(1)
    runs.fail(5)
    for days in (1, 2, 4, 8, 16, 30, 30):
        clock.now += days * DAY - 1
        assert runs.next().due() == ()
        clock.now += 1
        runs.fail(1)


def test_a_listing_does_not_let_the_quarantined_out(runs: Runs) -> None:
    runs.name(1)
    runs.fail(5)
    pages, statements = runs.next().named(entries([1]))
    runs.database.write(statements)
    assert pages == ()
    assert runs.next().counts() == {"quarantined": 1}


def test_the_operator_lets_them_out(runs: Runs) -> None:
    runs.name(1)
    runs.fail(5)
    runs.database.write(runs.next().requeued())
    assert [page.tries for page in runs.next().due()] == [0]


def test_what_never_failed_comes_first_and_the_newest_of_it_before_the_older(runs: Runs, clock: Hand) -> None:
    runs.name(1)
    runs.fail(1)
    clock.now += 60
    runs.name(2)
    clock.now += 60
    runs.name(3)
    assert [page.url for page in runs.next().due()] == [url_of(3), url_of(2), url_of(1)]


def test_a_limit_leaves_the_rest_for_the_next_call(runs: Runs) -> None:
    runs.name(1, 2, 3)
    frontier = runs.next()
    first, second, third = frontier.due(2), frontier.due(2), frontier.due(2)
    assert [len(first), len(second), len(third)] == [2, 1, 0]
    assert len({page.url for page in first + second}) == 3


def test_a_failure_of_a_page_nobody_named_is_remembered_too(runs: Runs) -> None:
    frontier = runs.next()
    runs.database.write(frontier.failed(url_of(1), "cut short"))
    assert [(page.url, page.entries) for page in runs.next().due()] == [(url_of(1), ())]


def test_spiders_have_frontiers_of_their_own(runs: Runs) -> None:
    runs.name(1)
    other = runs.next("other")
    assert other.due() == ()
    pages, statements = other.named(entries([1]))
    runs.database.write(statements)
    assert len(pages) == 1
    runs.database.write(other.settled([url_of(1)]))
    assert len(runs.next().due()) == 1


def test_an_announcement_in_twenty_places_is_kept_and_no_more(runs: Runs) -> None:
    for number in range(30):
        frontier = runs.next()
        named = [entries([1])[0].__class__(url=url_of(1), listing_url=f"https://news.example.org/{number}")]
        runs.database.write(frontier.named(named)[1])
    page = runs.next().entry(url_of(1))
    assert page is not None
    assert [entry.listing_url for entry in page.entries] == [f"https://news.example.org/{n}" for n in range(20)]
