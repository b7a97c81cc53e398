"""A site of which nothing is known but the address of its front page."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler.demo.server import DemoServer
from crawler.demo.site import Reply
from tests.crawl.crawling import crawl, published, scrapy

LISTS = ("/rss.xml", "/sitemap-news.xml", "/berita/nasional", "/english/world")
BARE = "<!doctype html><html lang=id><head><title>Sauh</title></head><body><main>{rows}</main></body></html>"


@pytest.fixture
def demo() -> Iterator[DemoServer]:
    with DemoServer() as server:
        yield server


def front(site: DemoServer, data: Path) -> subprocess.CompletedProcess[str]:
    return crawl("news", "-a", f"url={site.url}", data=data)


def paths(site: DemoServer) -> Counter[str]:
    return Counter(request.path for request in site.requests)


def shown(url: str, data: Path) -> subprocess.CompletedProcess[str]:
    return scrapy("site", url, "-s", f"DATA_DIR={data}")


def test_sections_feed_and_news_sitemap_are_found(demo: DemoServer, tmp_path: Path) -> None:
    """From the menu, the head and robots.txt; each is asked for once, and every story comes once."""
    run = front(demo, tmp_path)
    assert run.returncode == 0, run.stderr
    asked = paths(demo)
    assert {path: asked[path] for path in LISTS} == dict.fromkeys(LISTS, 1)
    urls = [line["url"] for line in published(tmp_path)]
    assert len(urls) == len(set(urls))
    assert set(demo.articles) <= set(urls)


def test_feeds_and_sections_are_held_against_each_other(demo: DemoServer, tmp_path: Path) -> None:
    """A feed that names one story of many stands out in the run record."""
    item = f"<item><title>Kabar yang hanya ada di umpan</title><link>{demo.articles[0]}</link></item>"
    demo.answers["/rss.xml"] = Reply(f"<rss version='2.0'><channel>{item}</channel></rss>".encode(), "application/xml")
    demo.answers["/sitemap-news.xml"] = Reply(b"gone", status=404)
    front(demo, tmp_path)
    (record,) = (tmp_path / "runs").glob("*.json")
    (told,) = json.loads(record.read_text())["compared"].values()
    assert (told["both"], told["only_feeds"]["count"]) == (1, 0)
    assert told["only_sections"]["count"] > 5


def test_a_later_run_reads_what_was_found_and_costs_one_request_a_list(crawled: DemoServer, tmp_path: Path) -> None:
    """Nothing is looked for again; an unchanged site gives 304 throughout."""
    assert front(crawled, tmp_path).returncode == 0
    lists = [request for request in crawled.requests if request.path != "/robots.txt"]
    assert set(LISTS) <= {request.path for request in lists}
    assert {request.status for request in lists} == {304}
    assert max(paths(crawled).values()) == 1


@pytest.mark.parametrize(
    "answer",
    [Reply(b"<!doctype html><title>Bola</title><p>Halaman ini sedang dibangun.</p>"), Reply(b"<h1>404</h1>", status=404)],
)
def test_a_section_that_names_nothing_is_left_out(answer: Reply, demo: DemoServer, tmp_path: Path) -> None:
    """It is asked for once and never again, whatever the menu says; one that robots.txt forbids is not asked for."""
    demo.answers["/bola"] = answer
    assert front(demo, tmp_path).returncode == 0
    assert paths(demo)["/internal/stats"] == 0
    demo.requests.clear()
    demo.grow(1)
    front(demo, tmp_path)
    assert paths(demo)["/bola"] == 0


def test_a_section_that_was_read_once_is_never_left_out(crawled: DemoServer, tmp_path: Path) -> None:
    """An empty page of one day is a fault of that day."""
    crawled.answers["/bola"] = Reply(b"<!doctype html><title>Bola</title><p>Halaman ini sedang dibangun.</p>")
    front(crawled, tmp_path)
    crawled.requests.clear()
    front(crawled, tmp_path)
    assert paths(crawled)["/bola"] > 0


def test_what_was_found_can_be_seen(crawled: DemoServer, tmp_path: Path) -> None:
    """By a command of its own."""
    told = shown(crawled.url, tmp_path)
    assert told.returncode == 0
    for text in (
        "no file",
        "language   id",
        "names      SAUH",
        f"{crawled.url}berita/nasional",
        f"{crawled.url}sitemap-news.xml",
    ):
        assert text in told.stdout


def test_a_site_with_a_file_shows_its_facts(tmp_path: Path) -> None:
    """No history is needed."""
    told = shown("https://www.viva.co.id/", tmp_path)
    assert "viva.co.id: spider viva" in told.stdout
    assert "time zone  Asia/Jakarta" in told.stdout


@pytest.mark.parametrize(
    ("url", "said"), [("https://nobody.example/", "nothing is known of nobody.example yet"), ("viva", "takes the address")]
)
def test_what_is_not_known_is_told_in_a_line(url: str, said: str, tmp_path: Path) -> None:
    """With the way to find out."""
    told = shown(url, tmp_path)
    assert told.returncode == 2
    assert said in told.stderr
    assert told.stderr.count("\n") == 1


def test_the_usual_places_are_tried_where_a_site_names_no_list(demo: DemoServer, tmp_path: Path) -> None:
    """Only then, one after the other, and only once."""
    rows = "".join(f"<h2><a href='{url}'>Sebuah berita dari pulau seberang</a></h2>" for url in demo.articles[:5])
    demo.answers["/"] = Reply(BARE.format(rows=rows).encode())
    demo.answers["/robots.txt"] = Reply(b"User-agent: *\nDisallow:\n", "text/plain")
    demo.answers["/sitemap-news.xml"] = Reply(b"gone", status=404)
    demo.answers["/news-sitemap.xml"] = Reply(b"gone", status=404)
    assert front(demo, tmp_path).returncode == 0
    asked = paths(demo)
    assert [asked[path] for path in ("/sitemap-news.xml", "/news-sitemap.xml", "/feed", "/rss.xml", "/rss")] == [1, 1, 1, 1, 0]
    assert len(published(tmp_path)) > 5
    demo.requests.clear()
    assert front(demo, tmp_path).returncode == 0
    assert [paths(demo)[path] for path in ("/sitemap-news.xml", "/rss.xml")] == [0, 1]
