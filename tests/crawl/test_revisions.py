"""What becomes of articles that are known: corrected, gone, moved; and of those that a site in trouble does not give."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from crawler.demo.server import DemoServer
from crawler.demo.site import Reply
from crawler.line import faults
from crawler.store.care import rebuild_history
from crawler.store.database import Database
from crawler.store.opening import DATABASE
from tests.crawl.crawling import crawl, published, record

SECTION = "english/world"


@pytest.fixture
def demo() -> Iterator[DemoServer]:
    with DemoServer() as server:
        yield server


def of(data: Path, url: str) -> list[dict[str, Any]]:
    """The lines of one article, oldest first."""
    return sorted((line for line in published(data) if line["url"] == url), key=lambda line: line["revision"]["number"])


def make_due(data: Path) -> None:
    """Have all known articles looked at by the next run."""
    database = Database.open(data / DATABASE)
    database.write([("UPDATE schedule SET next_check = 1", ())])
    database.close()


def test_a_correction_that_a_sitemap_announces_is_read_by_the_next_run(demo: DemoServer, tmp_path: Path) -> None:
    """One article is asked for, and one line is added; the run after that asks for none."""
    url = f"{demo.url}{SECTION}/sitemap.xml"
    crawl("news", "-a", f"url={url}", data=tmp_path)
    before = published(tmp_path)
    story = demo.newsroom.published(f"/{SECTION}")[1]
    demo.correct(story)
    demo.requests.clear()
    assert crawl("news", "-a", f"url={url}", data=tmp_path).returncode == 0
    paths = [request.path for request in demo.requests if "sitemap" not in request.path]
    assert paths == ["/robots.txt", demo.newsroom.path(story)]
    _, second = of(tmp_path, demo.url[:-1] + demo.newsroom.path(story))
    assert (second["revision"]["number"], second["revision"]["status"]) == (2, "corrected")
    assert len(published(tmp_path)) == len(before) + 1
    demo.requests.clear()
    crawl("news", "-a", f"url={url}", data=tmp_path)
    assert len(demo.requests) == 2


def renamed(demo: DemoServer, data: Path, *, pages: bool) -> list[int]:
    """How many articles three runs look at, where three have other headlines on the list, and on their pages or not."""
    crawl("news", "-a", f"url={demo.url}{SECTION}", data=data)
    lines = published(data)[:3]
    list_page = demo.site.get(f"/{SECTION}").body.decode()
    for line in lines:
        path, headline = line["url"].removeprefix(demo.url[:-1]), line["headline"]
        list_page = list_page.replace(f">{headline}<", f">Now: {headline[10:]}<")
        if pages:
            demo.answers[path] = Reply(demo.site.get(path).body.replace(headline.encode(), f"Now: {headline[10:]}".encode()))
    demo.answers[f"/{SECTION}"] = Reply(list_page.encode())
    asked = []
    for _ in range(3):
        demo.requests.clear()
        crawl("news", "-a", f"url={demo.url}{SECTION}", "-s", "RECHECKS_MAX=2", data=data)
        asked.append(sum(request.path.count("/") > 2 for request in demo.requests))
    return asked


def test_headlines_that_changed_on_the_section_page_are_followed(demo: DemoServer, tmp_path: Path) -> None:
    """Within the budget of the run; what is beyond it comes with the next one."""
    assert renamed(demo, tmp_path, pages=True) == [2, 1, 0]


def test_other_headlines_on_a_list_alone_cost_one_look(demo: DemoServer, tmp_path: Path) -> None:
    """Where the page of the first still has its old one, the list merely puts it otherwise."""
    assert renamed(demo, tmp_path, pages=False) == [1, 0, 0]


def first_page(demo: DemoServer) -> tuple[str, str]:
    """Path and page of the section's first article."""
    path = demo.newsroom.path(demo.newsroom.published(f"/{SECTION}")[0])
    return path, demo.site.get(path).body.decode()


def test_a_correction_that_no_list_announces_is_found_when_the_article_has_its_turn(demo: DemoServer, tmp_path: Path) -> None:
    """Not before: an unchanged list costs one request."""
    crawl("news", "-a", f"url={demo.url}{SECTION}", data=tmp_path)
    path, page = first_page(demo)
    demo.answers[path] = Reply(page.replace("812 to 640", "812 to 641").encode())
    demo.requests.clear()
    assert crawl("news", "-a", f"url={demo.url}{SECTION}", data=tmp_path).returncode == 0
    assert len(demo.requests) == 2
    make_due(tmp_path)
    assert crawl("news", "-a", f"url={demo.url}{SECTION}", data=tmp_path).returncode == 0
    first, second = of(tmp_path, demo.url[:-1] + path)
    assert second["revision"]["changedFields"] == ["description", "articleBody"]
    assert second["revision"]["previousHash"] == first["revision"]["contentHash"]
    assert (second["revision"]["number"], second["revision"]["status"]) == (2, "updated")


WIDGETS = """<aside class="related-inline"><h3>Read more</h3><ul><li>
<a href="/english/2025/09/tide-tables-8804077">{0} things to know about tides</a></li></ul></aside>
<div class="ad" aria-label="Advertisement"><p>Advertisement</p><a href="https://ads.example/">Boats from {0} crowns</a></div>"""
COUNTERS = '<p class="stats"><span class="views">{0} views</span> <span class="comments">{0} comments</span></p>'


def test_counters_adverts_and_other_stories_are_no_revision(demo: DemoServer, tmp_path: Path) -> None:
    path, page = first_page(demo)
    for number in (1204, 1377, 9001):
        dressed = page.replace('<div class="tools"', COUNTERS.format(number) + '<div class="tools"')
        dressed = dressed.replace("<p>“If you", WIDGETS.format(number) + "<p>“If you")
        dressed = dressed.replace("2025, 18:20</time>", f"2025, 18:20</time> · read {number} times")
        assert dressed.count(str(number)) == 5
        demo.answers[path] = Reply(dressed.encode())
        demo.requests.clear()
        assert crawl("news", "-a", f"url={demo.url}{SECTION}", data=tmp_path).returncode == 0
        assert (path, 200) in [(request.path, request.status) for request in demo.requests]
        make_due(tmp_path)
    assert len(of(tmp_path, demo.url[:-1] + path)) == 1


def test_an_article_under_many_addresses_is_one(demo: DemoServer, tmp_path: Path) -> None:
    """With a tracking mark, on one page, for slow telephones, moved to another section: one line, one request each new page."""
    path, page = first_page(demo)
    moved = path.replace("/english/", "/english-archive/")
    demo.answers[f"{path}/amp"] = Reply(page.encode())
    demo.answers[moved] = Reply(page.encode())
    links = [f"{path}?utm_source=start", f"{path}?page=all", f"{path}/amp", moved]
    cards = "".join(f'<article><h2><a href="{link}">Dunmarsh votes to keep its clock fast</a></h2></article>' for link in links)
    demo.answers["/english"] = Reply(f"<html><body><main>{cards}</main></body></html>".encode())
    assert crawl("news", "-a", f"url={demo.url}english", data=tmp_path).returncode == 0
    assert len(published(tmp_path)) == 1
    demo.requests.clear()
    assert crawl("news", "-a", f"url={demo.url}english", data=tmp_path).returncode == 0
    assert [request.path for request in demo.requests] == ["/robots.txt", "/english"]
    database = Database.open(tmp_path / DATABASE)
    assert database.rows("SELECT count(*) FROM address") == [(2,)]
    database.close()
    demo.answers[moved] = Reply(page.replace("812 to 640", "812 to 641").encode())
    demo.answers[path] = Reply(b"", status=301, headers={"Location": demo.url[:-1] + moved})
    make_due(tmp_path)
    assert crawl("news", "-a", f"url={demo.url}english", data=tmp_path).returncode == 0
    first, second = sorted(published(tmp_path), key=lambda line: line["revision"]["number"])
    assert (first["id"], second["revision"]["number"]) == (second["id"], 2)
    assert demo.url[:-1] + path in second["alternateUrls"]
    assert second["url"] == demo.url[:-1] + moved


@pytest.mark.parametrize(("status", "runs"), [(410, 1), (404, 2)])
def test_an_article_that_is_gone_gives_one_last_line(demo: DemoServer, tmp_path: Path, status: int, runs: int) -> None:
    """410 at once, 404 when a second run finds it; a rebuilt history leaves it alone too."""
    crawl("news", "-a", f"url={demo.url}{SECTION}", data=tmp_path)
    url = next(line["url"] for line in published(tmp_path))
    demo.answers[url.removeprefix(demo.url[:-1])] = Reply(b"gone", status=status)
    for run in range(1, runs + 2):
        make_due(tmp_path)
        assert crawl("news", "-a", f"url={demo.url}{SECTION}", data=tmp_path).returncode == 0
        assert len(of(tmp_path, url)) == (2 if run >= runs else 1)
    first, last = of(tmp_path, url)
    assert last["revision"]["status"] == "removed"
    assert (last["id"], last["revision"]["previousHash"]) == (first["id"], first["revision"]["contentHash"])
    assert (last["headline"], last["articleBody"], last["images"]) == (None, None, [])
    assert last["publisher"]["name"]
    assert faults(last) == ()
    rebuild_history(tmp_path)
    demo.requests.clear()
    make_due(tmp_path)
    crawl("news", "-a", f"url={demo.url}{SECTION}", data=tmp_path)
    assert url.removeprefix(demo.url[:-1]) not in [request.path for request in demo.requests]


def test_the_record_counts_what_was_removed(demo: DemoServer, tmp_path: Path) -> None:
    crawl("news", "-a", f"url={demo.url}{SECTION}", data=tmp_path)
    url = next(line["url"] for line in published(tmp_path))
    demo.answers[url.removeprefix(demo.url[:-1])] = Reply(b"gone", status=410)
    make_due(tmp_path)
    crawl("news", "-a", f"url={demo.url}{SECTION}", data=tmp_path)
    assert record(tmp_path)["statuses"]["removed"] == 1


def test_pages_are_not_blamed_for_an_outage(demo: DemoServer, tmp_path: Path) -> None:
    """Runs over a site that gives lists and no articles count against none of them; a page that fails alone is set aside."""
    paths = [demo.newsroom.path(story) for story in demo.newsroom.published("/english")]
    assert len(paths) > 5
    for path in paths:
        demo.answers[path] = Reply(b"down", status=503)
    for _ in range(6):
        crawl("news", "-a", f"url={demo.url}english", "-s", "RETRY_TIMES=0", data=tmp_path)
    database = Database.open(tmp_path / DATABASE)
    assert database.rows("SELECT state, tries, count(*) FROM frontier GROUP BY 1, 2") == [(1, 0, len(paths))]
    database.close()
    for path in paths[1:]:
        del demo.answers[path]
    for _ in range(5):
        crawl("news", "-a", f"url={demo.url}english", "-s", "RETRY_TIMES=0", data=tmp_path)
    database = Database.open(tmp_path / DATABASE)
    assert database.rows("SELECT state, tries FROM frontier") == [(2, 5)]
    database.close()
    assert len(published(tmp_path)) == len(paths) - 1
