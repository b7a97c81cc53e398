"""A run through the one door: what is kept, what is known, what comes again."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

from crawler.items import Appearance
from crawler.line import to_line
from crawler.normalise.identity import next_revision
from crawler.store import Entry, LockHeldError, Store, Validators, reading_of
from tests.store.conftest import Hand, Opener
from tests.store.newsdesk import NOW, article, entries, lines, read, url_of, wanted


def test_a_new_article_stands_on_one_line_when_the_store_is_closed(open_store: Opener, tmp_path: Path) -> None:
    store = open_store()
    assert read(store, 1)
    assert lines(tmp_path) == []
    store.close()
    assert lines(tmp_path) == [("example.org:1", 1)]


def test_the_files_are_named_by_spider_day_and_run(open_store: Opener, tmp_path: Path) -> None:
    store = open_store("20261125T031500Z-example-1f2e", day="2026-11-25", publish_lines=2)
    for number in range(5):
        read(store, number)
    store.close()
    found = sorted(str(path.relative_to(tmp_path)) for path in tmp_path.glob("articles/**/*.jsonl"))
    base = "articles/example/dt=2026-11-25/20261125T031500Z-example-1f2e"
    assert found == [f"{base}-001.jsonl", f"{base}-002.jsonl", f"{base}-003.jsonl"]


def test_an_unchanged_article_gives_no_second_line(open_store: Opener, tmp_path: Path) -> None:
    for run_id in ("r1", "r2"):
        store = open_store(run_id)
        read(store, 1)
        read(store, 1)
        store.close()
    assert lines(tmp_path) == [("example.org:1", 1)]


def test_a_changed_article_gives_the_next_revision_and_names_what_changed(open_store: Opener, tmp_path: Path) -> None:
    for version in (1, 2, 2, 1):
        store = open_store(f"r{version}{len(lines(tmp_path))}")
        read(store, 1, version)
        store.close()
    assert sorted(lines(tmp_path)) == [*wanted([1], [1]), ("example.org:1", 3)]
    texts = [path.read_text() for path in (tmp_path / "articles").glob("**/*.jsonl")]
    second = next(line for line in map(json.loads, texts) if line["revision"]["number"] == 2)
    first = next(line for line in map(json.loads, texts) if line["revision"]["number"] == 1)
    assert second["revision"]["changedFields"] == ["articleBody"]
    assert second["revision"]["previousHash"] == first["revision"]["contentHash"]
    assert second["revision"]["firstSeen"] == first["revision"]["firstSeen"]


def test_what_was_just_kept_is_known_before_it_is_committed(open_store: Opener) -> None:
    store = open_store()
    assert store.known(url_of(1)) is None
    read(store, 1)
    assert store.known(url_of(1).replace("https", "http") + "?utm_source=x#top") == "example.org:1"
    last = store.remembered("example.org:1")
    assert last is not None
    assert (last.number, last.first_seen) == (1, NOW)


def test_an_article_is_known_under_every_address_it_was_seen_under(open_store: Opener) -> None:
    store = open_store()
    found = article(1)
    found.canonical_url = "https://example.org/politics/1-a-headline"
    found.revision = next_revision(found, last=None, checked_at=NOW) or found.revision
    store.keep(to_line(found), reading_of(found, also=("https://news.example.org/old/1?utm_medium=rss",)))
    store.publish()
    assert store.known("https://news.example.org/old/1") == "example.org:1"
    assert store.known("https://example.org/politics/1-a-headline/amp") == "example.org:1"
    assert store.alternates("example.org:1") == (
        "https://example.org/politics/1-a-headline",
        "https://news.example.org/old/1",
    )
    assert store.resolve((None, "https://news.example.org/new", "https://news.example.org/old/1")) == "example.org:1"


@pytest.mark.parametrize("line", [b"", b'{"a":1}\n', b'{"a":\r1}'])
def test_what_is_not_one_line_is_refused(open_store: Opener, line: bytes) -> None:
    with pytest.raises(ValueError, match="not one line"):
        open_store().keep(line, reading_of(article(1)))


def test_a_listing_names_a_page_once(open_store: Opener) -> None:
    store = open_store()
    assert [page.url for page in store.name(entries([1, 2]))] == [url_of(1), url_of(2)]
    assert [page.url for page in store.name(entries([1, 2, 3]))] == [url_of(3)]
    read(store, 1)
    store.close()
    store = open_store("r2")
    assert store.name(entries([1, 2, 3])) == ()
    assert {page.url for page in store.due()} == {url_of(2), url_of(3)}
    assert store.due() == ()


def test_what_was_named_is_on_disk_before_it_is_asked_for(tmp_path: Path) -> None:
    """The naming run is killed, not closed; its listing is gone; the next run knows the pages all the same."""
    script = """
import os, sys
from crawler.store import Store
from tests.store.newsdesk import entries
store = Store.open(sys.argv[1], spider="example", run_id="r1")
store.name(entries([1, 2]))
os.kill(os.getpid(), 9)
"""
    root = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", script, str(tmp_path)], cwd=root, check=False).returncode == -9
    store = Store.open(tmp_path, spider="example", run_id="r2")
    pages = store.due()
    store.close()
    assert [page.url for page in pages] == [url_of(1), url_of(2)]
    assert pages[0].entries[0].card == {"headline": "Headline 1"}


def test_all_announcements_of_a_page_come_with_it(open_store: Opener) -> None:
    store = open_store()
    store.name(entries([1]))
    store.name([Entry(url=url_of(1), listing_url="https://news.example.org/feed", via="feed", seen_at=NOW)])
    store.name([Entry(url=url_of(1), listing_url="https://news.example.org/feed", via="feed", seen_at="later")])
    page = store.announcements(f"{url_of(1)}?page=all")
    assert page is not None
    assert page.appearances() == (
        Appearance("https://news.example.org/", "news", 1, "Headline 1", NOW, "section"),
        Appearance("https://news.example.org/feed", None, None, None, NOW, "feed"),
    )


def test_a_page_that_fails_comes_again_in_later_runs_until_it_is_read(open_store: Opener, tmp_path: Path) -> None:
    store = open_store("r1")
    store.name(entries([1]))
    store.failed(url_of(1), "HTTP 500")
    assert store.due() == ()
    store.close()
    for number in range(2, 5):
        store = open_store(f"r{number}")
        (page,) = store.due()
        assert (page.tries, page.reason) == (number - 1, "HTTP 500")
        store.failed(page.url, "HTTP 500")
        store.failed(page.url, "HTTP 500")
        store.close()
    store = open_store("r5")
    assert len(store.due()) == 1
    read(store, 1)
    store.close()
    assert open_store("r6").due() == ()
    assert lines(tmp_path) == [("example.org:1", 1)]


def test_a_skipped_page_is_never_brought_up_again(open_store: Opener) -> None:
    store = open_store()
    store.name(entries([1]))
    store.skipped(url_of(1), "gallery")
    store.close()
    store = open_store("r2")
    assert (store.due(), store.name(entries([1]))) == ((), ())
    assert store.frontier.state(url_of(1)) == "skipped"


def test_a_page_that_kills_the_run_is_counted_and_comes_last(tmp_path: Path) -> None:
    script = """
import os, sys
from crawler.store import Store
from tests.store.newsdesk import entries, url_of
store = Store.open(sys.argv[1], spider="example", run_id=sys.argv[2])
store.name(entries([1, 2]))
store.reading(store.announcements(url_of(1)).url)
os.kill(os.getpid(), 9)
"""
    root = Path(__file__).parents[2]
    for run_id in ("r1", "r2"):
        subprocess.run([sys.executable, "-c", script, str(tmp_path), run_id], cwd=root, check=False)
    store = Store.open(tmp_path, spider="example", run_id="r3")
    pages = store.due()
    store.close()
    assert [(page.url, page.tries) for page in pages] == [(url_of(2), 0), (url_of(1), 2)]
    assert pages[1].reason == "the run ended while this page was read"


def test_articles_are_looked_at_again_when_their_time_has_come(open_store: Opener, clock: Hand) -> None:
    store = open_store()
    found = article(1)
    found.revision = next_revision(found, last=None, checked_at=None) or found.revision
    store.keep(to_line(found), reading_of(found))
    store.publish()
    assert store.rechecks() == ()
    clock.now += 601
    assert [(check.url, check.article_id) for check in store.rechecks()] == [(url_of(1), "example.org:1")]
    store.not_modified(url_of(1))
    store.publish()
    assert store.rechecks() == ()
    store.hasten(url_of(1))
    store.publish()
    assert len(store.rechecks()) == 1
    store.failed(url_of(1), "HTTP 500")
    store.publish()
    assert (store.rechecks(), store.frontier.counts()) == ((), {})
    clock.now += 40 * 86400
    assert len(store.rechecks()) == 1
    store.not_modified(url_of(1))
    store.publish()
    clock.now += 400 * 86400
    assert store.rechecks() == ()


def test_a_retired_article_stays_known_and_is_left_alone(open_store: Opener, clock: Hand) -> None:
    store = open_store()
    read(store, 1)
    store.retire("example.org:1")
    store.publish()
    clock.now += 86400
    assert store.rechecks() == ()
    assert store.known(url_of(1)) == "example.org:1"


def test_a_clock_that_jumps_back_keeps_nothing_waiting(open_store: Opener, clock: Hand, tmp_path: Path) -> None:
    store = open_store()
    store.name(entries([1, 2, 3]))
    read(store, 1)
    store.close()
    for number in range(2, 7):
        store = open_store(f"r{number}")
        store.due()
        store.failed(url_of(2), "HTTP 500")
        store.close()
    clock.now -= 400 * 86400
    store = open_store("r8", day="2025-10-21")
    assert {page.url for page in store.due()} == {url_of(3), url_of(2)}
    assert len(store.rechecks()) == 1
    read(store, 3)
    store.close()
    assert sorted(lines(tmp_path)) == wanted([1, 3])


def test_the_same_run_id_twice_overwrites_nothing(open_store: Opener, tmp_path: Path) -> None:
    for number in (1, 2):
        store = open_store("r1")
        read(store, number)
        store.close()
    assert sorted(lines(tmp_path)) == wanted([1, 2])


def test_listings_have_validators_too(open_store: Opener) -> None:
    store = open_store()
    store.listed("https://news.example.org/?page=1", Validators(etag='"a"', last_modified="Tue"))
    store.publish()
    assert store.validators("https://news.example.org/?page=1") == Validators(etag='"a"', last_modified="Tue")
    assert store.validators("https://news.example.org/") == Validators()
    store.listed("https://news.example.org/?page=1", Validators())
    store.publish()
    assert store.validators("https://news.example.org/?page=1") == Validators()


def test_a_second_run_of_the_spider_is_turned_away_and_others_are_not(open_store: Opener) -> None:
    store = open_store("r1")
    with pytest.raises(LockHeldError, match="another run is on"):
        open_store("r2")
    open_store("r3", spider="other").close()
    store.close()
    open_store("r4").close()


def test_a_revision_that_two_spiders_read_at_once_stands_on_one_line(open_store: Opener, tmp_path: Path) -> None:
    one, other = open_store("r1", spider="one"), open_store("r2", spider="other")
    assert read(one, 1)
    assert read(other, 1)
    one.close()
    other.close()
    assert lines(tmp_path) == [("example.org:1", 1)]


def test_lines_are_committed_in_groups_and_after_a_while(open_store: Opener, tmp_path: Path) -> None:
    store = open_store(group_items=3, group_seconds=3600)
    other = open_store("r2", spider="other")
    for number, known in ((1, None), (2, None), (3, "example.org:1")):
        read(store, number)
        assert other.known(url_of(1)) == known
    store = open_store("r3", spider="third", group_seconds=0)
    read(store, 4)
    assert other.known(url_of(4)) == "example.org:4"


def test_what_waits_too_long_is_published_within_the_run(open_store: Opener, tmp_path: Path) -> None:
    store = open_store(publish_seconds=0, group_seconds=0)
    read(store, 1)
    store.tick()
    assert lines(tmp_path) == [("example.org:1", 1)]


def test_a_closed_store_still_tells_its_figures(open_store: Opener) -> None:
    store = open_store(day="2026-11-25")
    store.name(entries([1, 2]))
    read(store, 1)
    store.close()
    store.close()
    assert store.summary() == {
        "kept": 1,
        "withheld": 0,
        "files": ["example/dt=2026-11-25/r1-001.jsonl"],
        "lines": 1,
        "notices": [],
        "unpublished": 0,
        "frontier": {"waiting": 1},
    }


@pytest.mark.parametrize(("compression", "suffix"), [("gzip", "*.jsonl.gz"), ("zstd", "*.jsonl.zst")])
def test_files_may_be_compressed(open_store: Opener, tmp_path: Path, compression: str, suffix: str) -> None:
    store = open_store(compression=compression)
    read(store, 1)
    store.close()
    (path,) = tmp_path.glob(f"articles/**/{suffix}")
    if compression == "gzip":
        assert json.loads(gzip.decompress(path.read_bytes()))["id"] == "example.org:1"
    assert not list(tmp_path.glob("articles/**/*.jsonl"))


@pytest.mark.parametrize(("spider", "run_id"), [("a/b", "r1"), ("..", "r1"), ("a", "r/1"), ("a", "")])
def test_names_that_are_no_file_names_are_refused(tmp_path: Path, spider: str, run_id: str) -> None:
    with pytest.raises(ValueError, match="no name"):
        Store.open(tmp_path, spider=spider, run_id=run_id)
