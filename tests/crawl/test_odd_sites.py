"""Sites that nobody has described: ``scrapy crawl news`` from their bare front page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.crawl.crawling import crawl, published
from tests.crawl.odd import WHOLE, Maze, OddSite

NEW = 6


@pytest.mark.parametrize("kind", WHOLE)
def test_every_story_comes_once_and_later_runs_ask_for_what_is_new(kind: type[OddSite], tmp_path: Path) -> None:
    """All lists are found and read to their ends; the next run goes back to known ground, the third asks what changed."""
    with kind() as site:
        site.hidden = NEW
        run = crawl("news", "-a", f"url={site.url}", data=tmp_path)
        assert (run.returncode, run.stderr) == (0, "")
        assert sorted(line["url"] for line in published(tmp_path)) == site.urls()
        lists = {request.path for request in site.requests if request.status == 200} - {
            site.path(story) for story in site.shown
        }
        site.requests.clear()
        site.hidden = 0
        assert crawl("news", "-a", f"url={site.url}", data=tmp_path).returncode == 0
        assert sorted(line["url"] for line in published(tmp_path)) == site.urls()
        assert len(site.requests) <= NEW + 8
        assert len({request.path for request in site.requests} - lists) <= NEW + 3
        site.requests.clear()
        assert crawl("news", "-a", f"url={site.url}", data=tmp_path).returncode == 0
        assert {request.path for request in site.requests if request.status != 304} <= {"/robots.txt"}
        assert len(site.requests) <= 6


def test_ways_without_an_end_cost_a_bounded_number_of_requests(tmp_path: Path) -> None:
    """Calendars, chains of nocache=, endless pages and parameters, a new session on each page: every story comes once."""
    with Maze() as site:
        run = crawl("news", "-a", f"url={site.url}", data=tmp_path)
        assert (run.returncode, run.stderr) == (0, "")
        assert sorted(line["url"] for line in published(tmp_path)) == site.urls()
        assert len(site.requests) <= Maze.FIRST + 24
        site.requests.clear()
        assert crawl("news", "-a", f"url={site.url}", data=tmp_path).returncode == 0
        assert len(site.requests) <= 8
