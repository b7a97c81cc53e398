"""How a run takes over a data directory: whatever an earlier run left, whole or not, is put in order first."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from crawler.store.database import Database, StorageError, storage
from crawler.store.entries import Clock, Options, Run
from crawler.store.files import make_folder
from crawler.store.lock import Lock
from crawler.store.publisher import Published, Publisher
from crawler.store.rebuild import rebuild, set_aside
from crawler.store.verify import damaged_lately, published_files, repair

DATABASE = "history.db"
ARTICLES = "articles"
LOCKS = ".locks"
_SUSPECT = "history.db.suspect"
"""Left by a run that met a damaged page: the next one checks the whole database first."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An open database in good order, the publisher of this run, and what had to be done."""

    database: Database
    publisher: Publisher
    notices: tuple[str, ...]
    published: tuple[Published, ...]


def open_data(data: Path, run: Run, options: Options) -> Opened:
    """Open a data directory for a run that holds its spider's lock.

    A missing or damaged history is rebuilt from the published files, files of this spider that were damaged are repaired, and
    what a killed run left is published. Raises ``StorageError`` where the disk does not let it.
    """
    folder = data / ARTICLES
    with storage(data):
        make_folder(folder)
    with Lock(data / LOCKS / "open", wait=True):
        database, notices = _open_or_rebuild(data, options.clock)
    try:
        repairs = [repair(database, folder, fault.name) for fault in damaged_lately(database, folder, spider=run.spider)]
        publisher = Publisher(database, folder, run, compression=options.compression)
        published = (*publisher.finish(), *publisher.publish())
    except BaseException:
        database.close()
        raise
    left = sum(file.lines for file in published)
    notices = (*notices, *map(str, repairs), *([f"{left} lines of an earlier run were published"] if left else []))
    return Opened(database, publisher, notices, published)


def mark_suspect(data: Path) -> None:
    """Have the next run check the whole database before it uses it."""
    with storage(data):
        (data / _SUSPECT).touch()


def _open_or_rebuild(data: Path, clock: Clock) -> tuple[Database, tuple[str, ...]]:
    path, folder = data / DATABASE, data / ARTICLES
    if not path.exists() and published_files(folder):
        notices = rebuild(path, folder, clock=clock)
        return Database.open(path), (f"{path.name} was missing and was rebuilt from the published files", *notices)
    try:
        return _checked(data), ()
    except StorageError as error:
        if error.kind != "damaged":
            raise
    old = set_aside(path)
    notices = rebuild(path, folder, clock=clock, old=old)
    (data / _SUSPECT).unlink(missing_ok=True)
    return Database.open(path), (
        f"{path.name} was damaged, was kept as {old.name} and rebuilt from the published files",
        *notices,
    )


def _checked(data: Path) -> Database:
    database = Database.open(data / DATABASE)
    suspect = data / _SUSPECT
    if not suspect.exists():
        return database
    with closing(database):
        if faults := database.faults():
            raise StorageError("damaged", database.path, faults[0])
        suspect.unlink(missing_ok=True)
    return Database.open(data / DATABASE)
