"""What an operator may want of a data directory between runs: check it, mend it, rebuild it, let pages out of quarantine."""

from __future__ import annotations

import time
from contextlib import ExitStack, closing
from pathlib import Path

from crawler.store.database import Database
from crawler.store.entries import Run, Waiting
from crawler.store.frontier import Frontier
from crawler.store.lock import Lock
from crawler.store.opening import ARTICLES, DATABASE, LOCKS
from crawler.store.rebuild import rebuild, set_aside
from crawler.store.verify import Fault, Repair, repair, verify


def check(data_dir: str | Path, *, spider: str | None = None) -> tuple[Fault, ...]:
    """Compare every published file, of one spider or all, with the manifest, and have SQLite check the history.

    Reads everything and changes nothing; may be used during a run. A fault of the history has its file's name.
    """
    data = Path(data_dir)
    with closing(Database.open(data / DATABASE)) as database:
        history = (Fault(name=DATABASE, kind="damaged"),) if database.faults() else ()
        return (*history, *verify(database, data / ARTICLES, spider=spider))


def mend(data_dir: str | Path) -> tuple[Repair, ...]:
    """Repair every damaged file: whole lines stay, the articles of the others are read again by their spider's next run.

    Raises ``LockHeldError`` while any run is on.
    """
    data = Path(data_dir)
    with _alone(data), closing(Database.open(data / DATABASE)) as database:
        damaged = [fault for fault in verify(database, data / ARTICLES) if fault.kind == "damaged"]
        return tuple(repair(database, data / ARTICLES, fault.name) for fault in damaged)


def rebuild_history(data_dir: str | Path) -> tuple[str, ...]:
    """Set the history aside and make it anew from the published files; give what was noticed.

    Raises ``LockHeldError`` while any run is on.
    """
    data = Path(data_dir)
    path = data / DATABASE
    with _alone(data):
        old = set_aside(path) if path.exists() else None
        return rebuild(path, data / ARTICLES, clock=time.time, old=old)


def quarantined(data_dir: str | Path, *, spider: str) -> tuple[Waiting, ...]:
    """Give the pages a spider has given up for the time being, with their reasons."""
    with closing(Database.open(Path(data_dir) / DATABASE)) as database:
        return _frontier(database, spider).quarantined()


def release(data_dir: str | Path, *, spider: str) -> None:
    """Let all failed and quarantined pages of a spider start afresh with its next run, and forget what was usual on its site.

    Raises ``LockHeldError`` while a run of it is on.
    """
    data = Path(data_dir)
    forget = "DELETE FROM note WHERE name >= ? AND name < ?"
    with Lock(data / LOCKS / f"{spider}.lock"), closing(Database.open(data / DATABASE)) as database:
        database.write([*_frontier(database, spider).requeued(), (forget, (f"bounds/{spider}/", f"bounds/{spider}0"))])


def _frontier(database: Database, spider: str) -> Frontier:
    return Frontier(database, Run(spider=spider, id="care", day="none"), clock=time.time)


def _alone(data: Path) -> ExitStack:
    stack = ExitStack()
    try:
        stack.enter_context(Lock(data / LOCKS / "open", wait=True))
        for path in sorted((data / LOCKS).glob("*.lock")):
            stack.enter_context(Lock(path))
    except BaseException:
        stack.close()
        raise
    return stack
