"""The database file and the disk under it: migrations, refusals in plain words, nothing half done."""

from __future__ import annotations

import os
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler.store import LockHeldError, StorageError, Store
from crawler.store.database import Database
from crawler.store.files import fill_whole, write_whole
from crawler.store.group import GroupCommit
from crawler.store.lock import Lock
from crawler.store.schema import MIGRATIONS
from tests.store.newsdesk import lines, read, run, wanted

ROOT = Path(__file__).parents[2]


def test_a_new_database_has_the_present_schema_and_survives_a_power_cut(tmp_path: Path) -> None:
    database = Database.open(tmp_path / "history.db")
    assert database.row("PRAGMA user_version") == (len(MIGRATIONS),)
    assert database.row("PRAGMA journal_mode") == ("wal",)
    assert database.row("PRAGMA synchronous") == (2,)
    assert database.faults() == ()


def test_a_database_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    Database.open(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version=99")
    connection.close()
    with pytest.raises(StorageError, match="schema 99") as caught:
        Database.open(path)
    assert caught.value.kind == "newer"


def test_a_write_is_carried_out_wholly_or_not_at_all(tmp_path: Path) -> None:
    database = Database.open(tmp_path / "history.db")
    good = ("INSERT INTO note (name, value) VALUES (?, ?)", ("a", "1"))
    with pytest.raises(sqlite3.OperationalError):
        database.write([good, ("INSERT INTO nowhere VALUES (1)", ())])
    assert database.rows("SELECT * FROM note") == []
    database.write([good])
    assert database.rows("SELECT * FROM note") == [("a", "1")]


def test_a_database_that_another_process_holds_is_busy_in_plain_words(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    database = Database.open(path, timeout=0)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageError) as caught:
        database.write([("DELETE FROM note", ())])
    assert caught.value.kind == "busy"
    holder.execute("ROLLBACK")
    holder.close()
    database.write([("DELETE FROM note", ())])


def test_a_group_whose_commit_failed_stays_together(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    database = Database.open(path, timeout=0)
    committed: list[bool] = []
    group = GroupCommit(database, items=2)
    group.after(lambda: committed.append(True))
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    group.add([("INSERT INTO note VALUES ('a', '1')", ())])
    with pytest.raises(StorageError):
        group.add([("INSERT INTO note VALUES ('b', '2')", ())])
    assert committed == []
    holder.execute("ROLLBACK")
    holder.close()
    group.flush()
    assert database.rows("SELECT name FROM note") == [("a",), ("b",)]
    assert committed == [True]


def test_a_file_is_replaced_in_one_step_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "a.txt"
    write_whole(path, b"old")
    with pytest.raises(ZeroDivisionError):
        fill_whole(path, lambda target: target.write(b"half") // 0)
    assert path.read_bytes() == b"old"
    assert list(path.parent.iterdir()) == [path]


def test_a_lock_ends_with_its_process_and_tells_what_was_left(tmp_path: Path) -> None:
    path = tmp_path / "example.lock"
    script = "import sys, time; from pathlib import Path; from crawler.store.lock import Lock\n"
    script += "lock = Lock(Path(sys.argv[1])); lock.note('reading a'); print('held', flush=True); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", script, str(path)], cwd=ROOT, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(LockHeldError, match=f"process {holder.pid}"):
            Lock(path)
        holder.kill()
        holder.wait()
    lock = Lock(path)
    assert lock.left == "reading a"
    lock.release()
    lock.release()
    assert Lock(path).left == ""


def test_two_runs_at_once_lose_and_double_nothing(tmp_path: Path) -> None:
    script = "import sys; from pathlib import Path; from tests.store.newsdesk import run\n"
    script += "sys.exit(run(Path(sys.argv[1]), sys.argv[2], range(40)))"
    runs = [
        subprocess.Popen([sys.executable, "-c", script, str(tmp_path), f"r{n}"], cwd=ROOT, stdout=subprocess.DEVNULL)
        for n in range(4)
    ]
    codes = [process.wait(60) for process in runs]
    assert 0 in codes
    assert set(codes) <= {0, 75}
    assert sorted(lines(tmp_path)) == wanted(range(40))


def test_spiders_share_a_history_at_the_same_time(tmp_path: Path) -> None:
    script = """
import sys
from crawler.store import Options, Store
from tests.store.newsdesk import read
store = Store.open(sys.argv[1], spider=sys.argv[2], run_id="r1", options=Options(group_items=2))
for number in range(40):
    read(store, number)
store.close()
"""
    runs = [subprocess.Popen([sys.executable, "-c", script, str(tmp_path), f"s{n}"], cwd=ROOT) for n in range(3)]
    assert [process.wait(60) for process in runs] == [0, 0, 0]
    assert sorted(lines(tmp_path)) == wanted(range(40))


def test_a_file_size_limit_ends_the_run_with_74_and_the_next_one_has_everything(tmp_path: Path) -> None:
    """The kernel's own refusal (EFBIG), without any shim."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY))

    script = "import sys; from pathlib import Path; from tests.store.newsdesk import run\n"
    script += "sys.exit(run(Path(sys.argv[1]), 'r1', range(400)))"
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], cwd=ROOT, preexec_fn=limit, check=False, stdout=subprocess.DEVNULL
    )
    assert done.returncode == 74
    assert run(tmp_path, "r2", range(400), said=len) == 0
    assert sorted(lines(tmp_path)) == wanted(range(400))


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", tmp_path], check=False, capture_output=True)
    if mounted.returncode:
        pytest.skip("mounting a small disk needs root")
    yield tmp_path
    subprocess.run(["umount", "-l", tmp_path], check=True)


def test_a_real_disk_that_runs_full_ends_the_run_with_74_and_loses_nothing(tiny_disk: Path) -> None:
    assert run(tiny_disk, "r1", range(300), said=len) == 74
    known = set(lines(tiny_disk))
    assert run(tiny_disk, "r2", (), said=len) == 74
    subprocess.run(["mount", "-o", "remount,size=16m", tiny_disk], check=True)
    assert run(tiny_disk, "r3", range(300), said=len) == 0
    assert sorted(lines(tiny_disk)) == wanted(range(300))
    assert known <= set(lines(tiny_disk))


def test_after_a_storage_error_the_store_takes_nothing_more(tiny_disk: Path) -> None:
    store = Store.open(tiny_disk, spider="example", run_id="r1")
    (tiny_disk / "filler").write_bytes(b"x" * (os.statvfs(tiny_disk).f_bavail * os.statvfs(tiny_disk).f_frsize))
    with pytest.raises(StorageError) as caught:
        for number in range(1000):
            read(store, number)
    assert caught.value.kind in {"full", "io"}
    with pytest.raises(StorageError, match="earlier error"):
        store.publish()
    store.close()
    (tiny_disk / "filler").unlink()
    Store.open(tiny_disk, spider="example", run_id="r2").close()


def test_a_database_of_the_first_schema_is_migrated_and_loses_nothing(tmp_path: Path) -> None:
    """As version 1 left it: a published file (moved away since), a line that a killed run did not publish, a waiting page."""
    path = tmp_path / "history.db"
    connection = sqlite3.connect(path)
    connection.executescript(Path(__file__).with_name("schema_1.sql").read_text(encoding="utf-8"))
    connection.close()
    assert run(tmp_path, "r3", range(4), said=len) == 0
    assert lines(tmp_path) == [("example.org:3", 1), ("example.org:4", 1)]
    database = Database.open(path)
    assert database.row("PRAGMA user_version") == (len(MIGRATIONS),)
    assert database.rows("SELECT id, revision FROM article ORDER BY id") == [(f"example.org:{n}", 1) for n in range(5)]
    assert database.faults() == ()


def test_a_migration_that_fails_leaves_the_database_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "history.db"
    Database.open(path).close()
    monkeypatch.setattr("crawler.store.database.MIGRATIONS", (*MIGRATIONS, "CREATE TABLE a (b);\nCREATE TABLE a (b)"))
    with pytest.raises(sqlite3.OperationalError):
        Database.open(path)
    monkeypatch.undo()
    assert Database.open(path).row("PRAGMA user_version") == (len(MIGRATIONS),)
