"""The history from the published files: they are the truth, the history is an index of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import replace
from itertools import count, islice
from pathlib import Path
from typing import Any

import orjson

from crawler.normalise.copies import sketch_of
from crawler.normalise.hosts import registered_domain
from crawler.store.copies import KEPT, Copies
from crawler.store.database import Database, Statement, storage
from crawler.store.entries import Clock, Reading, reading_of_line
from crawler.store.files import sync_folder
from crawler.store.history import History
from crawler.store.keys import key_of, seconds
from crawler.store.outbox import Outbox
from crawler.store.publisher import digest_of
from crawler.store.register import Register
from crawler.store.verify import published_files, whole_lines

_GROUP = 500
_COMPANIONS = ("", "-wal", "-shm", "-journal")
_SALVAGED = (
    (
        "SELECT key, spider, url, state, tries, named, last_run, next_try, reason, cards FROM frontier",
        "INSERT OR IGNORE INTO frontier (key, spider, url, state, tries, named, last_run, next_try, reason, cards)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    ),
    ("SELECT key, page, seen FROM teaser", "INSERT OR IGNORE INTO teaser (key, page, seen) VALUES (?, ?, ?)"),
    (
        "SELECT site, name, url, articles, seen FROM staff",
        "INSERT OR IGNORE INTO staff (site, name, url, articles, seen) VALUES (?, ?, ?, ?, ?)",
    ),
    ("SELECT name, value FROM note", "INSERT OR IGNORE INTO note (name, value) VALUES (?, ?)"),
)


def rebuild(path: Path, folder: Path, *, clock: Clock, old: Path | None = None) -> tuple[str, ...]:
    """Make the database at ``path`` anew from the files below ``folder``, in one step; give what was noticed on the way.

    Articles, revisions, hashes, addresses and manifest come back as they were. What the files do not hold (lines not yet
    published, the frontier, further teaser texts) is taken from ``old``, a damaged database, as far as that can be read.
    """
    fresh = path.with_name(f".{path.name}.part")
    _remove(fresh)
    database = Database.open(fresh)
    with closing(database):
        notices = [notice for name in published_files(folder) for notice in _take_in(database, folder, name, clock)]
        if old is not None:
            _salvage(database, old, clock)
    _remove(path)
    with storage(path):
        fresh.replace(path)
        sync_folder(path.parent)
    return tuple(notices)


def set_aside(path: Path) -> Path:
    """Move a damaged database, with what belongs to it, out of the way; give its new path."""
    target = next(p for number in count(1) if not (p := path.with_name(f"{path.name}.damaged-{number}")).exists())
    with storage(path):
        for companion in _COMPANIONS:
            with suppress(FileNotFoundError):
                path.with_name(path.name + companion).replace(target.with_name(target.name + companion))
        sync_folder(path.parent)
    return target


def _take_in(database: Database, folder: Path, name: str, clock: Clock) -> Iterator[str]:
    path = folder / name
    with storage(path):
        data = path.read_bytes()
    lines = whole_lines(data, name)
    spider, day = Path(name).parts[0], Path(name).parts[1].removeprefix("dt=")
    values = (spider, day, name, len(lines), len(data), digest_of(path))
    database.write([("INSERT INTO file (spider, day, name, lines, size, sha256) VALUES (?, ?, ?, ?, ?, ?)", values)])
    history = History(database, spider=spider, clock=clock)
    copies = Copies(database, clock=clock)
    register = Register(database, clock=clock)
    readings = (reading for _, line in lines if (reading := _reading(line, clock)) is not None)
    while group := list(islice(readings, _GROUP)):
        statements: list[Statement] = []
        for reading in group:
            statements.extend((*history.saved(reading), *copies.kept(reading), *register.read(reading)))
            statements.append(_standing_in(name, reading.article_id, reading.number))
        database.write(statements)
        history.forget_fresh()
    database.write(statement for _, line in lines for statement in _announced(register, line, clock))
    if torn := data.count(b"\n") - len(lines) if name.endswith(".jsonl") else 0:
        yield f"{name}: {torn} lines are not whole and were left out"


def _announced(register: Register, line: Mapping[str, Any], clock: Clock) -> list[Statement]:
    """The headlines under which lists announced an article lately."""
    if not _is_young(line, clock):
        return []
    texts = [place["headline"] for place in line.get("appearances") or () if place.get("headline")]
    return register.announced(registered_domain(line["url"]), dict.fromkeys(texts), url=line["url"])


def _is_young(line: Mapping[str, Any], clock: Clock) -> bool:
    revision = line.get("revision")
    checked = seconds(revision.get("checkedAt")) if isinstance(revision, dict) else None
    return isinstance(line.get("url"), str) and (checked or 0) >= clock() - KEPT


def _reading(line: Mapping[str, Any], clock: Clock) -> Reading | None:
    """A line's reading; a sketch only of texts that are young enough to be kept."""
    reading = reading_of_line(line)
    if reading is None or not _is_young(line, clock):
        return reading
    return replace(reading, sketch=sketch_of(line.get("articleBody")))


def _standing_in(name: str, article_id: str, number: int) -> Statement:
    sql = "UPDATE article SET file = (SELECT id FROM file WHERE name = ?) WHERE key = ? AND revision = ?"
    return sql, (name, key_of(article_id), number)


def _salvage(database: Database, old: Path, clock: Clock) -> None:
    for spider, line in _readable(old, "SELECT spider, line FROM outbox ORDER BY id"):
        reading = _reading(orjson.loads(line), clock)
        if reading is not None:
            outbox, history = Outbox(database, spider=spider), History(database, spider=spider, clock=clock)
            copies = Copies(database, clock=clock)
            database.write([outbox.put(line, reading), *history.saved(reading), *copies.kept(reading)])
    for select, insert in _SALVAGED:
        database.write((insert, row) for row in list(_readable(old, select)))


def _readable(old: Path, select: str) -> Iterator[tuple[Any, ...]]:
    with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(f"file:{old}?mode=ro", uri=True)) as connection:
        yield from connection.execute(select)


def _remove(path: Path) -> None:
    with storage(path):
        for companion in _COMPANIONS:
            path.with_name(path.name + companion).unlink(missing_ok=True)
