"""Published files damaged from outside, a history lost or broken: noticed, and made good from what is whole."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from crawler.store import Store
from crawler.store.database import Database
from crawler.store.verify import Fault, verify
from tests.store.conftest import Opener
from tests.store.newsdesk import entries, lines, read, run, url_of, wanted


def the_file(data: Path) -> Path:
    (path,) = data.glob("articles/**/*.jsonl*")
    return path


def faults(data: Path) -> tuple[Fault, ...]:
    database = Database.open(data / "history.db")
    found = verify(database, data / "articles")
    database.close()
    return found


def filled(open_store: Opener, *, compression: str | None = None) -> None:
    store = open_store(compression=compression)
    for number in range(4):
        read(store, number)
    store.close()


def test_the_manifest_is_one_that_sha256sum_reads(open_store: Opener, tmp_path: Path) -> None:
    filled(open_store)
    done = subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=the_file(tmp_path).parent, check=True, capture_output=True)
    assert done.stdout.strip() == f"{the_file(tmp_path).name}: OK".encode()


def test_damaged_missing_and_foreign_files_are_told_apart(open_store: Opener, tmp_path: Path) -> None:
    for run_id in ("a", "b", "c"):
        store = open_store(run_id, day="2026-11-25")
        read(store, ord(run_id))
        store.close()
    assert faults(tmp_path) == ()
    folder = tmp_path / "articles/example/dt=2026-11-25"
    (folder / "a-001.jsonl").write_bytes((folder / "a-001.jsonl").read_bytes().replace(b"Wort", b"Word", 1))
    (folder / "b-001.jsonl").unlink()
    (folder / "z-001.jsonl").write_bytes(b"{}\n")
    assert [(Path(fault.name).name, fault.kind) for fault in faults(tmp_path)] == [
        ("a-001.jsonl", "damaged"),
        ("b-001.jsonl", "missing"),
        ("z-001.jsonl", "foreign"),
    ]


def test_a_torn_file_is_noticed_by_the_next_run_and_its_article_read_again(open_store: Opener, tmp_path: Path) -> None:
    filled(open_store)
    path = the_file(tmp_path)
    path.write_bytes(path.read_bytes()[:-300])
    store = open_store("r2")
    (notice,) = store.notices
    assert "was damaged: 3 whole lines kept, 1 articles to be read again" in notice
    assert sorted(lines(tmp_path)) == wanted(range(3))
    assert [page.url for page in store.due()] == [url_of(3)]
    assert read(store, 3)
    store.close()
    assert sorted(lines(tmp_path)) == wanted(range(4))
    assert (path.parent / f"{path.name}.damaged").exists()
    assert faults(tmp_path) == ()
    assert open_store("r3").notices == ()


def test_a_line_that_was_altered_is_not_whole(open_store: Opener, tmp_path: Path) -> None:
    filled(open_store)
    path = the_file(tmp_path)
    path.write_bytes(path.read_bytes().replace(b"Text 2, version 1", b"Text 2"))
    store = open_store("r2")
    assert [page.url for page in store.due()] == [url_of(2)]


@pytest.mark.parametrize("compression", ["gzip", "zstd"])
def test_a_torn_compressed_file_is_made_whole_again(open_store: Opener, tmp_path: Path, compression: str) -> None:
    filled(open_store, compression=compression)
    path = the_file(tmp_path)
    path.write_bytes(path.read_bytes()[:-40])
    store = open_store("r2", compression=compression)
    assert len(store.notices) == 1
    for page in store.due():
        assert read(store, int(page.url.split("/")[-1].split("-")[0]))
    store.close()
    assert faults(tmp_path) == ()


def test_files_that_were_moved_away_are_nobodys_loss(open_store: Opener, tmp_path: Path) -> None:
    filled(open_store)
    the_file(tmp_path).unlink()
    store = open_store("r2")
    assert (store.notices, store.due()) == ((), ())


HISTORY = (
    "SELECT key, id, revision, hash, digests, first_seen, file FROM article ORDER BY key",
    "SELECT key, article FROM address ORDER BY key",
    "SELECT article, url FROM alternate ORDER BY article, url",
    "SELECT spider, day, name, lines, size, sha256 FROM file ORDER BY name",
    "SELECT site, name, articles FROM staff ORDER BY site, name",
)


def history(data: Path) -> list[list[tuple[Any, ...]]]:
    database = Database.open(data / "history.db")
    found = [database.rows(sql) for sql in HISTORY]
    database.close()
    return found


def test_a_lost_history_comes_back_from_the_files_as_it_was(tmp_path: Path) -> None:
    run(tmp_path, "r1", range(12), said=len)
    run(tmp_path, "r2", range(15), again=(1, 4), said=len)
    before = history(tmp_path)
    for path in tmp_path.glob("history.db*"):
        path.unlink()
    store = Store.open(tmp_path, spider="example", run_id="r3")
    assert store.notices == ("history.db was missing and was rebuilt from the published files",)
    assert store.name(entries(range(15))) == ()
    assert not read(store, 1, version=2)
    store.close()
    assert history(tmp_path) == before


@pytest.mark.parametrize("wound", ["header", "pages"])
def test_a_damaged_history_is_set_aside_and_rebuilt(tmp_path: Path, wound: str) -> None:
    run(tmp_path, "r1", range(12), said=len)
    before = history(tmp_path)
    path = tmp_path / "history.db"
    data = bytearray(path.read_bytes())
    if wound == "header":
        data[:100] = b"x" * 100
    else:
        data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    codes = [run(tmp_path, f"r{number}", range(14), said=len) for number in (2, 3, 4)]
    assert codes[-1] == 0
    assert set(codes) <= {0, 74}
    assert sorted(lines(tmp_path)) == wanted(range(14))
    assert (tmp_path / "history.db.damaged-1").exists()
    assert set(before[0]) <= set(history(tmp_path)[0])


def test_lines_and_pages_that_only_a_damaged_history_had_are_saved_from_it(tmp_path: Path) -> None:
    """A killed run leaves an unpublished line and two waiting pages; then the article table is overwritten."""
    script = """
import os, sys
from crawler.store import Options, Store
from tests.store.newsdesk import entries, read
store = Store.open(sys.argv[1], spider="example", run_id="r1", options=Options(group_items=1))
store.name(entries([1, 2, 3]))
read(store, 1)
os.kill(os.getpid(), 9)
"""
    subprocess.run([sys.executable, "-c", script, str(tmp_path)], cwd=Path(__file__).parents[2], check=False)
    path = tmp_path / "history.db"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'article'").fetchone()
    connection.close()
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)
    (tmp_path / "history.db.suspect").touch()
    store = Store.open(tmp_path, spider="example", run_id="r2")
    pages = store.due()
    store.close()
    assert "history.db was damaged" in store.notices[0]
    assert [page.url for page in pages] == [url_of(2), url_of(3)]
    assert lines(tmp_path) == [("example.org:1", 1)]
