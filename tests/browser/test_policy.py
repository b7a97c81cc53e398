"""What pages in the browser may ask for, how a list is read in it, and what is remembered: the pure parts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from scrapy.http import Response
from scrapy.settings import Settings

from crawler.browser.addon import has_sandbox
from crawler.browser.finding import find_browser
from crawler.browser.job import headers_for
from crawler.browser.policy import fate, sent
from crawler.extract.listing.more import seen_request
from crawler.extract.listing.reading import Card, Listing
from crawler.spiders._list_reading import ListReading
from crawler.spiders._render_notes import AGAIN, Habit
from crawler.spiders._substitutes import filled, pattern_of
from tests.browser.processes import script


@pytest.mark.parametrize(
    ("kind", "method", "url", "what"),
    [
        ("script", "GET", "https://www.example.org/app.js", "ask"),
        ("fetch", "GET", "https://www.example.org/api", "ask"),
        ("xhr", "POST", "https://www.example.org/more", "ask"),
        ("xhr", "DELETE", "https://www.example.org/more", "refuse"),
        ("script", "POST", "https://www.example.org/app.js", "refuse"),
        ("stylesheet", "GET", "https://www.example.org/app.css", "empty"),
        ("image", "GET", "https://www.example.org/a.jpg", "refuse"),
        ("media", "GET", "https://www.example.org/a.mp4", "refuse"),
        ("font", "GET", "https://www.example.org/a.woff2", "refuse"),
        ("document", "GET", "https://www.example.org/frame", "refuse"),
        ("ping", "POST", "https://www.example.org/beacon", "refuse"),
        ("eventsource", "GET", "https://www.example.org/events", "refuse"),
        ("websocket", "GET", "wss://www.example.org/socket", "refuse"),
        ("fetch", "GET", "file:///etc/passwd", "refuse"),
        ("other", "GET", "https://www.example.org/favicon.ico", "refuse"),
    ],
)
def test_scripts_and_what_they_fetch_are_asked_for_and_nothing_else(kind: str, method: str, url: str, what: str) -> None:
    assert fate(kind, method, url) == what


def test_headers_of_the_page_go_out_but_for_those_that_name_us_or_are_secret() -> None:
    given = {"User-Agent": "Mozilla", "Cookie": "a=b", "Authorization": "Bearer x", "sec-fetch-mode": "cors", "x-api-key": "k"}
    assert sent({**given, "accept": "application/json"}) == {"x-api-key": "k", "accept": "application/json"}


def test_what_stands_in_for_a_page_keeps_what_its_headers_say_of_it() -> None:
    """Rules for robots hold; validators of the empty page do not."""
    given = {"X-Robots-Tag": "noindex", "ETag": '"1"', "Content-Encoding": "gzip", "Content-Type": "text/html; charset=latin-1"}
    kept = headers_for(Response("https://www.example.org/", headers=given), "utf-8")
    assert kept.to_unicode_dict() == {"X-Robots-Tag": "noindex", "Content-Type": "text/html; charset=utf-8"}


def view(*numbers: int) -> Listing:
    return Listing(cards=tuple(Card(url=f"https://www.example.org/news/story-{n}-10000{n}", block="stream") for n in numbers))


def reading(*views: Listing, reads_on: bool = True, steps: int = 9, shown: int = 0) -> tuple[ListReading, list[bool]]:
    found = dict(enumerate(views))
    made = ListReading(lambda html: found[int(html)], lambda _: reads_on, steps=steps, shown=shown)
    return made, [made(str(number)) for number in found]


def test_a_list_is_read_until_a_view_brings_nothing_new() -> None:
    made, wanted = reading(view(1, 2), view(1, 2, 3), view(1, 2, 3))
    assert wanted == [True, True, False]
    assert len(made.listing(view(1, 2, 3)).cards) == 3


def test_what_has_scrolled_away_is_not_lost() -> None:
    """A virtual list shows only what is in sight."""
    made, _ = reading(view(1, 2), view(3, 4), view(5))
    assert len(made.listing(view(5)).cards) == 5


@pytest.mark.parametrize(("reads_on", "steps", "wanted"), [(False, 9, [False]), (True, 0, [False]), (True, 1, [True])])
def test_the_stop_rule_and_the_budget_end_a_list(reads_on: bool, steps: int, wanted: list[bool]) -> None:
    assert reading(view(1, 2), reads_on=reads_on, steps=steps)[1] == wanted


def test_a_rendering_that_shows_no_more_than_the_page_was_in_vain() -> None:
    assert not reading(view(1, 2), shown=2)[0].gained
    assert reading(view(1, 2, 3), shown=2)[0].gained


def test_the_browser_is_left_alone_after_three_vain_tries_and_tried_again_after_a_week() -> None:
    habit = Habit()
    for _ in range(3):
        assert habit.is_worth_it(now=1000)
        habit = habit.after(gained=False, now=1000)
    assert not habit.is_worth_it(now=1000 + AGAIN - 1)
    assert habit.is_worth_it(now=1000 + AGAIN)
    assert habit.after(gained=True, now=2000).is_worth_it(now=2000)


def test_a_request_that_was_seen_is_made_again_for_the_next_page() -> None:
    more = seen_request("GET", "https://www.example.org/api/list?page=1&size=8", "")
    assert more is not None
    assert more.address == "https://www.example.org/api/list?page=1&size=8"
    following = more.following(8)
    assert following is not None
    assert following.address == "https://www.example.org/api/list?page=2&size=8"
    form = seen_request("POST", "https://www.example.org/more", "offset=8&kind=news")
    assert form is not None
    assert replace(form, offset=16).body == "offset=16&kind=news"
    assert seen_request("POST", "https://www.example.org/graphql", '{"query": "x"}') is None
    assert Habit().with_endpoint(more).more == more


@pytest.mark.parametrize(
    ("endpoint", "page", "pattern"),
    [
        (
            "https://api.example.org/v1/story/44110",
            "https://www.example.org/news/kapal-pos-44110",
            "https://api.example.org/v1/story/{id}",
        ),
        (
            "https://www.example.org/api?slug=kapal-pos",
            "https://www.example.org/news/kapal-pos",
            "https://www.example.org/api?slug={slug}",
        ),
        ("https://www.example.org/api/menu", "https://www.example.org/news/kapal-pos-44110", None),
        ("https://www.example.org/api/441109", "https://www.example.org/news/kapal-pos-44110", None),
    ],
)
def test_an_interface_is_known_by_the_name_of_the_page_in_it(endpoint: str, page: str, pattern: str | None) -> None:
    assert pattern_of(endpoint, page) == pattern
    if pattern is not None:
        assert filled(pattern, page) == endpoint


@pytest.mark.parametrize(("user", "wanted", "has"), [(0, True, False), (1000, True, True), (1000, False, False)])
def test_chromium_runs_in_its_sandbox_unless_root_runs_it(
    monkeypatch: pytest.MonkeyPatch, user: int, wanted: bool, has: bool
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: user)
    assert has_sandbox(Settings({"BROWSER_SANDBOX": wanted})) is has


def test_a_named_browser_goes_before_all_others(tmp_path: Path) -> None:
    named = script(tmp_path / "browser", "#!/bin/sh\n")
    assert find_browser(named).executable == named
    assert "is no program" in (find_browser("/nowhere/browser").fault or "")


def test_without_any_browser_the_way_to_one_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "browsers"))
    assert "playwright install chromium" in (find_browser().fault or "")
    (tmp_path / "browsers" / "chromium-1234").mkdir(parents=True)
    assert find_browser() == type(find_browser())()
