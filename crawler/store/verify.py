"""Are the published files what was published? What was damaged from outside is noticed, and made good where possible."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import orjson

from crawler.normalise.identity import content_hash
from crawler.normalise.urls import clean_url
from crawler.store.database import Database, Statement, storage
from crawler.store.files import fill_whole
from crawler.store.frontier import waiting_again
from crawler.store.keys import exact_key, key_of
from crawler.store.packing import SUFFIXES, compression_of, packed, unpacked
from crawler.store.publisher import Published, digest_of, size_of, write_sums

_RECENT = 500
"""Files looked at when a run starts, by size only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A published file that is not as it was: ``kind`` is damaged, missing or foreign (no run of this store wrote it)."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """What became of a damaged file: lines left, articles that will be asked for again, articles whose line is lost."""

    name: str
    lines: int
    again: int
    lost: tuple[str, ...]

    def __str__(self) -> str:
        gone = f", lost for good: {', '.join(self.lost)}" if self.lost else ""
        return f"{self.name} was damaged: {self.lines} whole lines kept, {self.again} articles to be read again{gone}"


def verify(database: Database, folder: Path, *, spider: str | None = None) -> tuple[Fault, ...]:
    """Compare every published file with the manifest; reads them all."""
    sql = "SELECT name, sha256 FROM file WHERE lines IS NOT NULL AND spider = coalesce(?, spider) ORDER BY name"
    manifest = dict(database.rows(sql, (spider,)))
    present = set(published_files(folder, spider))
    faults = [Fault(name=name, kind="foreign") for name in present - manifest.keys()]
    for name, digest in manifest.items():
        if name not in present:
            faults.append(Fault(name=name, kind="missing"))
        elif digest_of(folder / name) != digest:
            faults.append(Fault(name=name, kind="damaged"))
    return tuple(sorted(faults, key=lambda fault: fault.name))


def damaged_lately(database: Database, folder: Path, *, spider: str) -> tuple[Fault, ...]:
    """Give the youngest files that have another size than they were published with; a file moved away is none of them."""
    sql = "SELECT name, size FROM file WHERE spider = ? AND lines IS NOT NULL ORDER BY id DESC LIMIT ?"
    found = [(name, size, size_of(folder / name)) for name, size in database.rows(sql, (spider, _RECENT))]
    return tuple(Fault(name=name, kind="damaged") for name, size, now in found if now not in (None, size))


def published_files(folder: Path, spider: str | None = None) -> tuple[str, ...]:
    """Give the paths of all files with lines below the articles folder, in the order they were made."""
    ends = tuple(suffix for suffix in SUFFIXES.values())
    with storage(folder):
        found = [path for path in folder.glob(f"{spider or '*'}/dt=*/*") if path.name.endswith(ends)]
    return tuple(str(path.relative_to(folder)) for path in sorted(found, key=lambda path: (path.parent.name, path.name)))


def whole_lines(data: bytes, name: str) -> list[tuple[bytes, dict[str, Any]]]:
    """Give the lines of a file that are whole: JSON objects that still have the content they say they have."""
    found = []
    for line in unpacked(data, name).split(b"\n"):
        with suppress(ValueError):
            value = orjson.loads(line)
            if isinstance(value, dict) and _is_as_stated(value):
                found.append((line, value))
    return found


def repair(database: Database, folder: Path, name: str) -> Repair:
    """Reduce a damaged file to its whole lines and have the articles of the others read again; it stays as ``*.damaged``."""
    path = folder / name
    with storage(path):
        lines = whole_lines(path.read_bytes(), name)
        with suppress(FileExistsError):
            os.link(path, path.with_name(f"{path.name}.damaged"))
    fill_whole(path, lambda target: _fill(target, name, [line for line, _ in lines]))
    done = Published(name=name, lines=len(lines), size=path.stat().st_size, sha256=digest_of(path))
    return _record(database, folder, done, {value.get("id") for _, value in lines})


def _record(database: Database, folder: Path, done: Published, kept: set[object]) -> Repair:
    row = database.row("SELECT id, spider, day FROM file WHERE name = ?", (done.name,))
    assert row is not None, "only files of the manifest are repaired"
    number, spider, day = row
    write_sums(database, folder, spider, day, done)
    sql = """SELECT a.id, coalesce(s.url, (SELECT min(url) FROM alternate WHERE article = a.key))
        FROM article a LEFT JOIN schedule s ON s.article = a.key WHERE a.file = ?"""
    missing = [(name, url) for name, url in database.rows(sql, (number,)) if name not in kept]
    again = {name: url for name, url in missing if url}
    update = "UPDATE file SET lines = ?, size = ?, sha256 = ? WHERE id = ?"
    database.write([*_unseen(again.items(), spider), (update, (done.lines, done.size, done.sha256, number))])
    lost = tuple(name for name, url in missing if not url)
    return Repair(name=done.name, lines=done.lines, again=len(again), lost=lost)


def _unseen(articles: Iterable[tuple[str, str]], spider: str) -> list[Statement]:
    forget = "UPDATE article SET hash = NULL, digests = NULL, revision = revision - 1, file = NULL WHERE key = ?"
    statements: list[Statement] = []
    for name, url in articles:
        statements.append((forget, (key_of(name),)))
        statements.append(("DELETE FROM validator WHERE key = ?", (exact_key(url),)))
        statements.append(waiting_again(spider, clean_url(url), "its line was damaged"))
    return statements


def _fill(target: BinaryIO, name: str, lines: list[bytes]) -> None:
    with packed(target, compression_of(name)) as stream:
        for line in lines:
            stream.write(line + b"\n")


def _is_as_stated(line: dict[str, Any]) -> bool:
    revision = line.get("revision")
    stated = revision.get("contentHash") if isinstance(revision, dict) else None
    return not stated or stated == content_hash(line)
