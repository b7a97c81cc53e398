"""Between runs an operator can check, mend and rebuild a data directory."""

from __future__ import annotations

from pathlib import Path

import pytest

from crawler.store import Entry, LockHeldError
from crawler.store.care import check, mend, quarantined, rebuild_history, release
from tests.store.conftest import Opener
from tests.store.newsdesk import entries, lines, read, run, url_of, wanted


def test_a_file_that_kept_its_size_but_not_its_bytes_is_found_and_mended(tmp_path: Path) -> None:
    run(tmp_path, "r1", range(4), said=len)
    assert check(tmp_path) == ()
    path = next(path for path in tmp_path.glob("articles/**/*.jsonl") if b"Text 2" in path.read_bytes())
    path.write_bytes(path.read_bytes().replace(b"Text 2", b"Text 7"))
    assert [(fault.name.endswith(path.name), fault.kind) for fault in check(tmp_path)] == [(True, "damaged")]
    (repaired,) = mend(tmp_path)
    assert (repaired.again, repaired.lost) == (1, ())
    assert check(tmp_path) == ()
    run(tmp_path, "r2", (), said=len)
    assert sorted(lines(tmp_path)) == wanted(range(4))


def test_a_rebuilt_history_keeps_what_only_the_old_one_had(tmp_path: Path, open_store: Opener) -> None:
    store = open_store("r1")
    store.name(entries([1, 2]))
    read(store, 1)
    store.close()
    assert rebuild_history(tmp_path) == ()
    store = open_store("r2")
    assert store.known(url_of(1)) == "example.org:1"
    assert [page.url for page in store.due()] == [url_of(2)]


def test_nothing_is_mended_or_rebuilt_under_a_run(tmp_path: Path, open_store: Opener) -> None:
    store = open_store("r1")
    for work in (mend, rebuild_history):
        with pytest.raises(LockHeldError):
            work(tmp_path)
    assert check(tmp_path) == ()
    store.close()
    assert mend(tmp_path) == ()


def test_the_quarantined_can_be_seen_and_let_out(tmp_path: Path, open_store: Opener) -> None:
    for number in range(5):
        store = open_store(f"r{number}")
        store.failed(url_of(1), "HTTP 410")
        store.close()
    assert [(page.url, page.reason) for page in quarantined(tmp_path, spider="example")] == [(url_of(1), "HTTP 410")]
    release(tmp_path, spider="example")
    assert [page.url for page in open_store("r9").due()] == [url_of(1)]


def test_texts_that_are_not_unicode_are_stored_all_the_same(open_store: Opener) -> None:
    store = open_store("r1")
    store.name([Entry(url=f"{url_of(1)}\ud800", card={"headline": "half a \udc00 pair"}, section="\ud800")])
    store.failed("urn:\ud800", "odd \udfff reason")
    store.add(store.register.met("example", ["A\ud800"]))
    store.close()
    assert len(open_store("r2").due()) == 2
