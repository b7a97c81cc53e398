"""After an outage: read back to known ground, or say what was not seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from crawler.demo.server import DemoServer
from crawler.demo.site import Reply
from crawler.demo.story import Story
from crawler.spiders._walk import overlaps
from tests.crawl.crawling import crawl, published, record


@pytest.fixture
def demo() -> Iterator[DemoServer]:
    with DemoServer() as server:
        yield server


def listing(demo: DemoServer, stories: Iterable[Story]) -> Reply:
    """A section of one page."""
    cards = "".join(
        f"<article><h2><a href='{demo.newsroom.path(story)}'>{story.headline}</a></h2>"
        f"<time datetime='{story.published.isoformat()}'>{story.published:%d %B %Y}</time></article>"
        for story in stories
    )
    return Reply(f"<html lang=en><body><main>{cards}</main></body></html>".encode())


def test_a_list_that_ended_before_known_ground_leaves_a_gap(demo: DemoServer, tmp_path: Path) -> None:
    """The section and the span, in the record and in the log; the run is well. The next one starts from the new ground."""
    stories = demo.newsroom.published()
    arguments = ("news", "-a", f"url={demo.url}section")
    demo.answers["/section"] = listing(demo, stories[20:30])
    assert crawl(*arguments, data=tmp_path).returncode == 0
    before = record(tmp_path)
    assert before["gaps"] == []
    demo.answers["/section"] = listing(demo, stories[5:15])
    assert crawl(*arguments, data=tmp_path).returncode == 0
    told = record(tmp_path)
    (gap,) = told["gaps"]
    assert gap["section"] == f"{demo.url}section"
    assert before["started_at"] <= gap["from"] <= (before["ended_at"] or "")
    assert gap["to"].startswith(f"{stories[14].published:%Y-%m-%d}")
    assert f"gap: {demo.url}section was not read from " in (tmp_path / "runs" / f"{told['id']}.log").read_text()
    demo.answers["/section"] = listing(demo, stories[2:12])
    assert crawl(*arguments, data=tmp_path).returncode == 0
    assert record(tmp_path)["gaps"] == []


def test_after_an_outage_the_crawl_pages_back_to_what_it_knew(crawled: DemoServer, tmp_path: Path) -> None:
    """All that came meanwhile is read, from every page of the list, and there is no gap."""
    arguments = ("news", "-a", f"url={crawled.url}")
    before = {line["url"] for line in published(tmp_path)}
    crawled.grow(11)
    assert crawl(*arguments, data=tmp_path).returncode == 0
    assert {line["url"] for line in published(tmp_path)} - before == set(crawled.articles) - before
    assert record(tmp_path)["gaps"] == []


def test_a_failed_page_is_no_gap(crawled: DemoServer, tmp_path: Path) -> None:
    """The next run reads on from there."""
    arguments = ("news", "-a", f"url={crawled.url}")
    crawled.grow(11)
    crawled.answers["/?page=2"] = Reply(b"oops", status=500)
    crawl(*arguments, data=tmp_path)
    assert record(tmp_path)["gaps"] == []


@pytest.mark.parametrize(
    ("keys", "known", "in_order", "met"),
    [
        ("abcdef", "", True, False),
        ("abcdef", "f", True, True),
        ("abcdef", "a", True, False),
        ("abcdef", "ab", True, False),
        ("abcdef", "cde", True, True),
        ("abcdef", "a", False, True),
        ("", "abc", True, False),
    ],
)
def test_pinned_stories_are_no_known_ground(keys: str, known: str, in_order: bool, met: bool) -> None:
    assert overlaps(keys, known, in_order=in_order) is met
