"""The publisher: outbox lines become whole files, once, whatever happens in between.

The name is fixed in the database, then the file is written beside its place, synced, renamed into it, the folder is synced, and
only then are the lines forgotten. Whoever comes after a crash repeats the last step that is not known to be done: the same
lines under the same name.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from crawler.store.database import Database, Statement, storage
from crawler.store.entries import Run
from crawler.store.files import fill_whole, write_whole
from crawler.store.packing import SUFFIXES, compression_of, packed

SUMS = "SHA256SUMS"
"""The manifest of a day's folder: ``sha256sum -c`` checks it."""
LINES = 10_000
"""Most lines of a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A file as the manifest has it; ``name`` is its path below the articles folder."""

    name: str
    lines: int
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class _Fixed:
    number: int
    spider: str
    day: str
    name: str


class Publisher:
    """Publishes one spider's lines as ``<spider>/dt=<day>/<run>-NNN.jsonl`` below ``folder``.

    ``compression`` is ``None``, gzip or zstd. No method leaves half a file: on ``StorageError`` the lines are still in
    the outbox.
    """

    def __init__(self, database: Database, folder: Path, run: Run, *, compression: str | None = None) -> None:
        self._database = database
        self._folder = folder
        self._spider = run.spider
        self._run = run
        self._suffix = SUFFIXES[compression]

    def publish(self) -> tuple[Published, ...]:
        """Publish all committed lines that wait; give the files made, none where none waited."""
        made: list[Published] = []
        while self._fix():
            made.extend(self.finish())
        return tuple(made)

    def finish(self) -> tuple[Published, ...]:
        """Put into place every file whose name was fixed and that was not: what a killed run left."""
        sql = "SELECT id, spider, day, name FROM file WHERE spider = ? AND lines IS NULL ORDER BY id"
        return tuple(self._place(_Fixed(*row)) for row in self._database.rows(sql, (self._spider,)))

    def _fix(self) -> bool:
        sql = "SELECT max(id), count(*) FROM (SELECT id FROM outbox WHERE spider = ? AND file IS NULL ORDER BY id LIMIT ?)"
        row = self._database.row(sql, (self._spider, LINES))
        if row is None or not row[1]:
            return False
        name = self._free_name()
        insert: Statement = ("INSERT INTO file (spider, day, name) VALUES (?, ?, ?)", (self._spider, self._run.day, name))
        assign = """UPDATE outbox SET file = (SELECT id FROM file WHERE name = ?)
            WHERE spider = ? AND file IS NULL AND id <= ?"""
        self._database.write([insert, (assign, (name, self._spider, row[0]))])
        return True

    def _free_name(self) -> str:
        base = f"{self._spider}/dt={self._run.day}/{self._run.id}"
        number = 1
        while self._taken(name := f"{base}-{number:03d}{self._suffix}"):
            number += 1
        return name

    def _taken(self, name: str) -> bool:
        known = self._database.row("SELECT 1 FROM file WHERE name = ?", (name,))
        return known is not None or (self._folder / name).exists()

    def _place(self, file: _Fixed) -> Published:
        path = self._folder / file.name
        count = 0

        def fill(target: BinaryIO) -> None:
            nonlocal count
            with packed(target, compression_of(file.name)) as stream:
                for (line,) in self._database.stream("SELECT line FROM outbox WHERE file = ? ORDER BY id", (file.number,)):
                    stream.write(line + b"\n")
                    count += 1

        fill_whole(path, fill)
        done = Published(name=file.name, lines=count, size=path.stat().st_size, sha256=digest_of(path))
        write_sums(self._database, self._folder, file.spider, file.day, done)
        self._forget(file, done)
        return done

    def _forget(self, file: _Fixed, done: Published) -> None:
        self._database.write(
            [
                (
                    "UPDATE file SET lines = ?, size = ?, sha256 = ? WHERE id = ?",
                    (done.lines, done.size, done.sha256, file.number),
                ),
                (
                    "UPDATE article SET file = ?1 WHERE key IN (SELECT article FROM outbox WHERE file = ?1)",
                    (file.number,),
                ),
                ("DELETE FROM outbox WHERE file = ?", (file.number,)),
            ]
        )


def write_sums(database: Database, folder: Path, spider: str, day: str, changed: Published | None = None) -> None:
    """Write a day's ``SHA256SUMS`` anew from the manifest; ``changed`` stands for what the manifest has not yet."""
    rows = database.rows("SELECT name, sha256 FROM file WHERE spider = ? AND day = ? AND lines IS NOT NULL", (spider, day))
    sums = dict(rows)
    if changed is not None:
        sums[changed.name] = changed.sha256
    text = "".join(f"{sums[name]}  {Path(name).name}\n" for name in sorted(sums))
    write_whole(folder / spider / f"dt={day}" / SUMS, text.encode())


def digest_of(path: Path) -> str:
    """Give a file's SHA-256 in hex."""
    with storage(path), path.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


def size_of(path: Path) -> int | None:
    """Give a file's size; ``None`` where there is none."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return None
