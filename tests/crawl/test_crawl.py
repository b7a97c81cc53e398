"""A crawl of the bundled site, end to end: what is asked for, what lies on disk, what cron is told."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event

import pytest

from crawler.demo.server import DemoServer
from crawler.demo.site import Reply
from crawler.line import faults
from crawler.spiders.sites import all_sites
from crawler.store.lock import Lock
from crawler.store.opening import LOCKS
from tests.crawl.crawling import ROOT, command, crawl, identities, published, scrapy, start

SECTION = "english"
REACTOR = "twisted.internet.asyncioreactor.AsyncioSelectorReactor"
SPIDERS = ", ".join([*all_sites(), "news"])


@pytest.fixture
def demo() -> Iterator[DemoServer]:
    with DemoServer() as server:
        yield server


def asked(demo: DemoServer) -> list[tuple[str, int]]:
    """Paths and statuses since the last look."""
    seen = [(request.path, request.status) for request in demo.requests]
    demo.requests.clear()
    return seen


def test_each_article_is_on_one_line_and_a_second_run_asks_for_none(demo: DemoServer, tmp_path: Path) -> None:
    """The first run reads every page of the section; an unchanged site then costs one conditional request."""
    first = crawl("news", "-a", f"url={demo.url}{SECTION}", data=tmp_path)
    assert (first.returncode, first.stdout, first.stderr) == (0, "", "")
    lines = published(tmp_path)
    assert len(lines) == len({line["id"] for line in lines}) == len(demo.newsroom.published("/english"))
    assert not [fault for line in lines for fault in faults(line)]
    assert {line["appearances"][0]["section"] for line in lines} == {"english"}
    asked(demo)
    second = crawl("news", "-a", f"url={demo.url}{SECTION}", data=tmp_path)
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
    assert asked(demo) == [("/robots.txt", 304), (f"/{SECTION}", 304)]
    assert published(tmp_path) == lines


def test_what_is_new_is_read_and_nothing_else(crawled: DemoServer, tmp_path: Path) -> None:
    """Pages of known articles are not asked for again."""
    before = published(tmp_path)
    stories = crawled.grow(2)
    asked(crawled)
    assert crawl("news", "-a", f"url={crawled.url}", data=tmp_path).returncode == 0
    assert len(published(tmp_path)) == len(before) + 2
    paths = {path for path, _ in asked(crawled)}
    assert {crawled.newsroom.path(story) for story in stories} <= paths
    assert not paths & {line["url"].removeprefix(crawled.url[:-1]) for line in before}


def test_sponsored_menu_and_foreign_links_are_not_asked_for(demo: DemoServer, tmp_path: Path) -> None:
    """Nothing but the site, and of the site nothing that robots.txt forbids."""
    crawl("news", "-a", f"url={demo.url}{SECTION}", data=tmp_path)
    paths = [path for path, _ in asked(demo)]
    assert not [path for path in paths if "promo" in path or "internal" in path or "tentang" in path]


def test_a_page_that_fails_comes_in_a_later_run(demo: DemoServer, tmp_path: Path) -> None:
    """It waits in the frontier, even when the section is unchanged."""
    story = demo.newsroom.published(f"/{SECTION}")[0]
    path = demo.newsroom.path(story)
    demo.answers[path] = Reply(b"oops", status=500)
    assert crawl("news", "-a", f"url={demo.url}{SECTION}", data=tmp_path).returncode == 0
    before = len(published(tmp_path))
    del demo.answers[path]
    assert crawl("news", "-a", f"url={demo.url}{SECTION}", data=tmp_path).returncode == 0
    assert len(published(tmp_path)) == before + 1


def test_a_limit_leaves_the_rest_to_later_runs(demo: DemoServer, tmp_path: Path) -> None:
    """At most so many articles; none of the others is forgotten."""
    crawl("news", "-a", f"url={demo.url}{SECTION}", "-a", "limit=3", data=tmp_path)
    assert len(published(tmp_path)) == 3
    crawl("news", "-a", f"url={demo.url}{SECTION}", data=tmp_path)
    lines = published(tmp_path)
    assert len(lines) == len(demo.newsroom.published(f"/{SECTION}"))
    assert len({line["id"] for line in lines}) == len(lines)


@pytest.mark.parametrize(("option", "kept"), [("-O", 0), ("-o", 1)])
def test_an_export_holds_the_same_lines(demo: DemoServer, tmp_path: Path, option: str, kept: int) -> None:
    """-O and -o mean what they mean in Scrapy, overwrite and append, with our line."""
    target = tmp_path / "out.jsonl"
    target.write_text('{"id": "before", "revision": {"number": 1}}\n')
    crawl("news", "-a", f"url={demo.url}{SECTION}/world", option, str(target), data=tmp_path / "data")
    exported = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert identities(exported[kept:]) == identities(published(tmp_path / "data"))
    assert (exported[0]["id"] == "before") == bool(kept)


@pytest.mark.parametrize(("compression", "suffix"), [("gzip", ".jsonl.gz"), ("zstd", ".jsonl.zst")])
def test_files_may_be_compressed(demo: DemoServer, tmp_path: Path, compression: str, suffix: str) -> None:
    """A long run publishes within its time; show and verify read what it made."""
    settings = ("-s", f"ARTICLES_COMPRESSION={compression}", "-s", "PUBLISH_LINES=2")
    assert crawl("news", "-a", f"url={demo.url}{SECTION}/world", *settings, data=tmp_path).returncode == 0
    names = [path.name for path in (tmp_path / "articles").rglob("*.jsonl*")]
    assert [name.endswith(f"-00{n}{suffix}") for n, name in enumerate(sorted(names), 1)] == [True, True]
    assert scrapy("show", "-s", f"DATA_DIR={tmp_path}").stdout.startswith("4 articles in 4 lines of 2 files")
    assert scrapy("verify", "-s", f"DATA_DIR={tmp_path}").returncode == 0


def test_a_page_without_links_is_read_by_its_feed(demo: DemoServer, tmp_path: Path) -> None:
    """A shell that scripts would fill declares a feed: that is the section then."""
    feed = (
        b"<html><head><link rel=alternate type='application/rss+xml' href='/english/world/rss.xml'></head><body></body></html>"
    )
    demo.answers["/english"] = Reply(feed)
    assert crawl("news", "-a", f"url={demo.url}english", data=tmp_path).returncode == 0
    assert len(published(tmp_path)) == len(demo.newsroom.published("/english/world"))


def test_an_export_that_fails_is_told(demo: DemoServer, tmp_path: Path) -> None:
    """74, and what it concerns: the lines of the installation are not."""
    run = crawl("news", "-a", f"url={demo.url}{SECTION}", "-O", "/dev/full:jsonl", data=tmp_path)
    assert run.returncode == 74
    assert run.stderr.startswith("scrapy crawl: the export to -o or -O failed, the lines in articles/ are complete: OSError: ")
    assert len(published(tmp_path)) == len(demo.newsroom.published("/english"))


def test_the_other_commands_of_scrapy_need_no_store(demo: DemoServer, tmp_path: Path) -> None:
    """Fetch and shell bring a spider of their own."""
    run = scrapy("fetch", demo.url, "-s", f"DATA_DIR={tmp_path / 'data'}")
    assert run.returncode == 0
    assert "<title>" in run.stdout
    assert not (tmp_path / "data").exists()


def test_a_backfill_goes_back_to_its_day(demo: DemoServer, tmp_path: Path) -> None:
    """Since and until bound what is asked for by the dates on the cards."""
    crawl("news", "-a", f"url={demo.url}ekonomi", "-a", "since=2025-09-03", "-a", "until=2025-09-04", data=tmp_path)
    days = {line["datePublished"][:10] for line in published(tmp_path) if "/ekonomi/" in line["url"]}
    assert days == {"2025-09-03", "2025-09-04"}


def test_a_summary_is_shown_on_a_terminal(demo: DemoServer, tmp_path: Path) -> None:
    """A line while the run is on, counts and files at its end."""
    master, slave = pty.openpty()
    arguments = command("news", "-a", f"url={demo.url}{SECTION}", data=tmp_path)
    run = subprocess.Popen(arguments, cwd=ROOT, stdin=slave, stdout=slave, stderr=slave)
    os.close(slave)
    shown = b""
    with suppress(OSError):
        while chunk := os.read(master, 4096):
            shown += chunk
    assert run.wait(timeout=30) == 0
    text = shown.decode().replace("\r\n", "\n")
    assert f"1 sections · {len(published(tmp_path))} new\n" in text
    assert f"{tmp_path}/articles/news/dt=" in text


@pytest.mark.parametrize("feed", [f"{SECTION}/world/rss.xml", "sitemap-news.xml"])
def test_feeds_and_sitemaps_are_sections_too(demo: DemoServer, tmp_path: Path, feed: str) -> None:
    """What they state of an article is evidence."""
    assert crawl("news", "-a", f"url={demo.url}{feed}", "-a", "limit=2", data=tmp_path).returncode == 0
    vias = {appearance["via"] for line in published(tmp_path) for appearance in line["appearances"]}
    assert vias == {"feed" if "rss" in feed else "newsSitemap"}


@pytest.mark.parametrize("signum", [signal.SIGTERM, signal.SIGINT])
def test_a_stopped_run_says_so_and_loses_nothing(demo: DemoServer, tmp_path: Path, signum: signal.Signals) -> None:
    """Open responses are finished, 143 or 130; the next run goes on from there."""
    slow = ("-s", 'DOWNLOAD_SLOTS={"127.0.0.1": {"delay": 0.2, "concurrency": 1}}')
    run = start("news", "-a", f"url={demo.url}{SECTION}", *slow, data=tmp_path)
    while len(demo.requests) < 5 and run.poll() is None:
        time.sleep(0.01)
    run.send_signal(signum)
    _, errors = run.communicate(timeout=20)
    said = f"scrapy crawl: stopped by {signum.name}; the next run goes on from here\n"
    assert (run.returncode, errors) == (128 + signum, said)
    part = published(tmp_path)
    assert len(part) < len(demo.newsroom.published(f"/{SECTION}"))
    assert crawl("news", "-a", f"url={demo.url}{SECTION}", data=tmp_path).returncode == 0
    lines = published(tmp_path)
    assert len(lines) == len({line["id"] for line in lines}) == len(demo.newsroom.published(f"/{SECTION}"))


def test_a_second_signal_ends_the_run_at_once_and_loses_nothing(demo: DemoServer, tmp_path: Path) -> None:
    """An answer that does not come is not waited for."""
    asked, enough = Event(), Event()

    def late() -> Reply:
        asked.set()
        enough.wait(20)
        return Reply(b"late")

    paths = [demo.newsroom.path(story) for story in demo.newsroom.published(f"/{SECTION}")]
    demo.answers[paths[2]] = late
    run = start("news", "-a", f"url={demo.url}{SECTION}", data=tmp_path)
    assert asked.wait(30)
    while run.poll() is None:
        run.send_signal(signal.SIGTERM)
        time.sleep(0.05)
    enough.set()
    _, errors = run.communicate()
    assert (run.returncode, errors) == (143, "scrapy crawl: stopped at once by SIGTERM\n")
    demo.answers.clear()
    assert crawl("news", "-a", f"url={demo.url}{SECTION}", data=tmp_path).returncode == 0
    assert len({line["id"] for line in published(tmp_path)}) == len(published(tmp_path)) == len(paths)


def test_a_second_run_of_the_same_spider_leaves_at_once(demo: DemoServer, tmp_path: Path) -> None:
    """75, with the holder named, and not one request."""
    with Lock(tmp_path / LOCKS / "news.lock"):
        run = crawl("news", "-a", f"url={demo.url}", data=tmp_path)
    assert run.returncode == 75
    assert run.stderr.startswith("scrapy crawl: news: another run is on (process ")
    assert asked(demo) == []


def test_a_site_that_is_down_is_told(tmp_path: Path) -> None:
    """69, with the reason."""
    with DemoServer() as server:
        url = server.url
    run = crawl("news", "-a", f"url={url}", data=tmp_path)
    assert run.returncode == 69
    assert run.stderr == "scrapy crawl: site down: 1 of 1 section pages could not be read (robots.txt: connection refused)\n"


def test_a_site_that_blocks_is_told(demo: DemoServer, tmp_path: Path) -> None:
    """403 on the section page is no outage."""
    demo.answers["/"] = Reply(b"<h1>Access denied</h1>", status=403)
    run = crawl("news", "-a", f"url={demo.url}", data=tmp_path)
    assert (run.returncode, run.stderr) == (
        69,
        "scrapy crawl: site blocked: 1 of 1 section pages could not be read (HTTP 403)\n",
    )


def test_a_closed_site_is_left_alone(demo: DemoServer, tmp_path: Path) -> None:
    """robots.txt that cannot be read closes the site."""
    demo.answers["/robots.txt"] = Reply(b"maintenance", status=503)
    assert crawl("news", "-a", f"url={demo.url}", data=tmp_path).returncode == 69
    assert {path for path, _ in asked(demo)} == {"/robots.txt"}


def test_a_data_folder_that_cannot_be_written_is_told(demo: DemoServer, tmp_path: Path) -> None:
    """74, and not one request."""
    (tmp_path / "file").write_text("in the way")
    run = crawl("news", "-a", f"url={demo.url}", data=tmp_path / "file")
    assert run.returncode == 74
    assert run.stderr.startswith("scrapy crawl: storage failed: ")
    assert run.stderr.count("\n") == 1
    assert asked(demo) == []


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["vva"], 2, f"no spider vva (did you mean viva?); allowed: {SPIDERS}"),
        ([], 2, f"takes one spider; allowed: {SPIDERS}"),
        (["viva", "bola"], 2, f"takes one spider, not viva bola; allowed: {SPIDERS}"),
        (["viva", "--since=1"], 2, f"takes one spider, not viva --since=1; allowed: {SPIDERS}"),
        (["viva", "-a", "since"], 2, "Invalid -a value, use -a NAME=VALUE"),
        (["viva", "-a", "to=1"], 2, "unknown argument to; allowed: since, until, sections, limit, render"),
        (["tirto", "-a", "sections=x"], 2, "sections=x is no section of tirto; allowed: indeks"),
        (["news"], 2, "url= is missing: scrapy crawl news -a url=https://www.example.org/world"),
        (["news", "-a", "url=example.org"], 2, "url=example.org is no address; give one like https://www.example.org/world"),
        (["viva", "-s", "BROWSER_RENDER=often"], 78, "BROWSER_RENDER=often: allowed: never, auto, always"),
        (["viva", "-s", "DOWNLOAD_DELAY=soon"], 78, "DOWNLOAD_DELAY=soon is no number"),
        (["viva", "-s", "DOWNLOAD_TIMEOUT=-1"], 78, "DOWNLOAD_TIMEOUT=-1 is not 0 or more"),
        (["viva", "-s", "DOWNLOAD_DELAY=nan"], 78, "DOWNLOAD_DELAY=nan is not 0 or more"),
        (["viva", "-L", "LOUD"], 78, "LOG_LEVEL=LOUD is no level; allowed: DEBUG, INFO, WARNING, ERROR, CRITICAL"),
        (["viva", "--logfile", "/no/log"], 78, "LOG_FILE=/no/log cannot be written: No such file or directory"),
        (["viva", "--pidfile", "/no/pid"], 74, "cannot write /no/pid: No such file or directory"),
        (["viva", "-s", "TWISTED_REACTOR=x"], 78, f"TWISTED_REACTOR=x does not do; the crawler runs on {REACTOR}"),
        (["viva", "-s", "ROBOTSTXT_OBEY=perhaps"], 78, "ROBOTSTXT_OBEY=perhaps is neither True nor False"),
        (["viva", "-s", "DATADIR=x"], 78, "unknown setting DATADIR; did you mean DATA_DIR?"),
        (["viva", "-s", "ARTICLES_COMPRESSION=x"], 78, "ARTICLES_COMPRESSION=x is unknown; allowed: gzip, zstd, or nothing"),
    ],
)  # fmt: skip
def test_wrong_usage_is_told_in_one_line(arguments: list[str], code: int, said: str, tmp_path: Path) -> None:
    """What is wrong, and what is allowed; nothing is made on disk."""
    run = crawl(*arguments, data=tmp_path / "data")
    assert (run.returncode, run.stdout, run.stderr) == (code, "", f"scrapy crawl: {said}\n")
    assert not (tmp_path / "data").exists()


def test_an_empty_data_directory_is_not_the_folder_one_stands_in() -> None:
    run = scrapy("crawl", "viva", "-s", "DATA_DIR=")
    assert (run.returncode, run.stdout) == (78, "")
    assert run.stderr.startswith("scrapy crawl: DATA_DIR is empty; ")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "no article x"),
        ('{"id": 1}\n', "holds lines that are no articles of this crawler"),
        ('{"id": ', "holds lines that are no articles of this crawler"),
    ],
)
def test_a_file_that_is_not_ours_cannot_be_shown(content: str, said: str, tmp_path: Path) -> None:
    file = tmp_path / "lines.jsonl"
    file.write_text(content, encoding="utf-8")
    run = scrapy("show", str(file), "--id", "x")
    assert (run.returncode, run.stderr.count("\n")) == (2, 1)
    assert said in run.stderr


def test_a_section_that_was_cut_short_is_read_on_to_known_ground(crawled: DemoServer, tmp_path: Path) -> None:
    """What a failed page of the list hid comes with the next run; after that one request is enough again."""
    crawled.grow(30)
    crawled.answers["/?page=2"] = Reply(b"oops", status=500)
    crawl("news", "-a", f"url={crawled.url}", data=tmp_path)
    del crawled.answers["/?page=2"]
    asked(crawled)
    crawl("news", "-a", f"url={crawled.url}", data=tmp_path)
    assert [path for path, _ in asked(crawled) if path.startswith("/?")] == ["/?page=2"]
    named = {line["url"].removeprefix(crawled.url[:-1]) for line in published(tmp_path)}
    new = {crawled.newsroom.path(story) for story in crawled.newsroom.published()[:25]}
    assert len(new - named) <= 1
    crawl("news", "-a", f"url={crawled.url}", data=tmp_path)
    assert ("/", 304) in asked(crawled)


def test_a_page_without_text_among_good_ones_is_not_asked_for_again_at_once(demo: DemoServer, tmp_path: Path) -> None:
    """It costs an unchanged site no request: filled by script, it will not be another one in a quarter of an hour."""
    path = demo.articles[0].removeprefix(demo.url.rstrip("/"))
    demo.answers[path] = Reply(b"<!doctype html><html lang=id><div id=app></div><script src=/app.js></script></html>")
    arguments = ("news", "-a", f"url={demo.url}")
    assert crawl(*arguments, data=tmp_path).returncode == 0
    demo.requests.clear()
    assert crawl(*arguments, data=tmp_path).returncode == 0
    assert path not in [request.path for request in demo.requests]
    assert {request.status for request in demo.requests} <= {200, 304}
