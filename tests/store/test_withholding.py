"""Lines of a broken layout are kept out of ``articles/`` and come again once it is mended."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from crawler.items import Appearance, Article, Publisher
from crawler.line import to_line
from crawler.normalise.identity import next_revision, removal
from crawler.store import Store, reading_of
from tests.store.conftest import Opener
from tests.store.laboratory import MISSING, Laboratory
from tests.store.newsdesk import NOW, article, entries, lines, read, url_of, wanted


def in_quarantine(data: Path) -> list[str]:
    """The ids of all lines that were kept back."""
    files = sorted((data / "quarantine").rglob("*.jsonl"))
    return [json.loads(line)["id"] for file in files for line in file.read_bytes().splitlines()]


def test_withheld_lines_are_unseen_and_their_pages_come_again(open_store: Opener, tmp_path: Path) -> None:
    store = open_store()
    for page in store.name(entries([1, 2, 3])):
        read(store, int(page.url.split("/")[-1].split("-")[0]))
    assert store.withhold("layout changed? no headline") == 3
    store.close()
    assert (lines(tmp_path), in_quarantine(tmp_path)) == ([], ["example.org:1", "example.org:2", "example.org:3"])
    assert (store.summary()["withheld"], store.summary()["lines"]) == (3, 0)
    store = open_store("r2")
    assert store.name(entries([1, 2, 3])) == ()
    pages = store.due()
    assert sorted(page.url for page in pages) == [url_of(1), url_of(2), url_of(3)]
    assert {page.reason for page in pages} == {"layout changed? no headline"}
    for number in (1, 2, 3):
        assert read(store, number)
    store.close()
    assert lines(tmp_path) == wanted([1, 2, 3])


def test_people_in_the_bylines_of_a_broken_layout_are_not_staff(open_store: Opener) -> None:
    store = open_store()
    store.hold = lambda: True
    read(store, 1)
    store.publish()
    assert store.register.staff("example.org") == {"Rara Wulan": 1}
    read(store, 2)
    store.withhold("layout changed")
    assert store.register.staff("example.org") == {"Rara Wulan": 1}


def test_announcements_come_back_with_the_page(open_store: Opener) -> None:
    store = open_store()
    found = article(1)
    found.appearances = (Appearance(listing_url="https://news.example.org/", headline="Headline 1", rank=3, via="section"),)
    found.revision = next_revision(found, last=None, checked_at=NOW) or found.revision
    store.keep(to_line(found), reading_of(found))
    store.withhold("layout changed")
    store.close()
    (page,) = open_store("r2").due()
    assert page.appearances() == found.appearances


def test_what_was_published_before_stays_and_an_update_falls_back_to_it(open_store: Opener, tmp_path: Path) -> None:
    """The mended page is compared with the last published text: if that is the same, there is nothing to tell."""
    store = open_store()
    read(store, 1)
    read(store, 2)
    store.close()
    store = open_store("r2")
    read(store, 1, version=2)
    read(store, 2, version=2)
    store.withhold("layout changed")
    store.close()
    store = open_store("r3")
    assert len(store.due()) == 2
    assert not read(store, 1)
    assert read(store, 2, version=3)
    store.close()
    assert lines(tmp_path) == [*wanted([1, 2]), ("example.org:2", 2)]
    assert open_store("r4").due() == ()


def test_the_last_line_of_an_article_that_is_gone_is_not_withheld(open_store: Opener, tmp_path: Path) -> None:
    store = open_store()
    read(store, 1)
    store.close()
    store = open_store("r2")
    last = store.remembered("example.org:1")
    assert last
    gone = Article(id="example.org:1", url=url_of(1), publisher=Publisher("Example"))
    gone.revision = removal(gone, last=last, checked_at=NOW)
    store.keep(to_line(gone), reading_of(gone))
    assert store.withhold("layout changed") == 0
    store.close()
    assert lines(tmp_path) == wanted([1], [1])


def test_lines_wait_while_they_are_held(open_store: Opener, tmp_path: Path) -> None:
    store: Store = open_store(publish_lines=2)
    held = True
    store.hold = lambda: held
    for number in (1, 2, 3):
        read(store, number)
    assert lines(tmp_path) == []
    held = False
    read(store, 4)
    assert lines(tmp_path) == wanted([1, 2, 3, 4])


@pytest.mark.skipif(MISSING, reason="faults are made with a C compiler and LD_PRELOAD")
def test_a_withholding_run_struck_at_any_system_call_is_made_good_by_the_next(laboratory: Laboratory) -> None:
    """Every revision ends on exactly one published line: kept back lines come again, others are published."""
    template = laboratory.room / "withheld"
    laboratory.fresh()
    laboratory.run("r1")
    shutil.copytree(laboratory.data, template)
    calls = laboratory.run("r2", again=True, withheld=True)["operations"]
    for at in range(1, calls + 1):
        for mode in ("half", "full"):
            laboratory.fresh(template)
            laboratory.run("r2", mode, at, again=True, withheld=True)
            assert laboratory.run("r3", again=True)["status"] == 0
            assert laboratory.sound(again=True), f"{mode} {at} of {calls}"
    shutil.rmtree(template)
