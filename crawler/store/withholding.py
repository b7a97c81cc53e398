"""Lines of a broken layout: they go to ``quarantine/`` and are unseen, so that their pages come again once it is mended."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any

import orjson

from crawler.normalise.hosts import registered_domain
from crawler.normalise.identity import field_digests
from crawler.normalise.urls import clean_url
from crawler.store.copies import Copies
from crawler.store.database import Database, Statement
from crawler.store.entries import Entry, Run, reading_of_line
from crawler.store.files import write_whole
from crawler.store.frontier import waiting_again
from crawler.store.history import hash_bytes
from crawler.store.keys import exact_key, key_of, pack
from crawler.store.register import Register

QUARANTINE = "quarantine"
"""The folder of a data directory that no reader of ``articles/`` looks into."""

_UNDO = "UPDATE article SET revision = ?, hash = ?, digests = ? WHERE key = ? AND revision = ?"


def withhold(database: Database, data: Path, run: Run, reason: str) -> int:
    """Move all committed lines of a spider that no file was fixed for into ``quarantine/<spider>/<run>.jsonl``.

    Gives their number. The file is there first, then one commit takes the lines out, undoes their marks in the history and
    lets their pages wait again. A run that is killed in between leaves the lines where they were: the next one publishes
    them. Last lines of articles that are gone stay: no layout has a part in them.
    """
    sql = "SELECT id, line FROM outbox WHERE spider = ? AND file IS NULL ORDER BY id DESC"
    found = [(number, line, orjson.loads(line)) for number, line in database.rows(sql, (run.spider,))]
    held = [(number, line, value) for number, line, value in found if value["revision"]["status"] != "removed"]
    if not held:
        return 0
    whole = b"".join(line + b"\n" for _, line, _ in reversed(held))
    write_whole(_free(data / QUARANTINE / run.spider, run.id), whole)
    copies = Copies(database, clock=time.time)
    texts = [statement for _, _, value in held for statement in copies.dropped(key_of(value["id"]))]
    register = Register(database, clock=time.time)
    for reading in filter(None, (reading_of_line(value) for _, _, value in held)):
        if reading.number == 1:
            texts += register.unmet(registered_domain(reading.url), reading.staff)
    lines = (statement for number, _, value in held for statement in _unseen(number, value, run.spider, reason))
    database.write([*texts, *lines])
    return len(held)


def _free(folder: Path, name: str) -> Path:
    return next(p for n in count(1) if not (p := folder / f"{name}{f'-{n}' if n > 1 else ''}.jsonl").exists())


def _unseen(number: int, line: Mapping[str, Any], spider: str, reason: str) -> Iterator[Statement]:
    """Undo one line. Fields that it changed count as changed in the next one too: their digests before are not kept."""
    key, revision = key_of(line["id"]), line["revision"]
    before = {name: digest for name, digest in field_digests(line).items() if name not in revision["changedFields"]}
    is_first = revision["number"] == 1
    hash_before = None if is_first else hash_bytes(revision.get("previousHash") or "")
    digests = None if is_first else pack(before)
    yield _UNDO, (revision["number"] - 1, hash_before, digests, key, revision["number"])
    yield "DELETE FROM outbox WHERE id = ?", (number,)
    yield "DELETE FROM schedule WHERE article = ?", (key,)
    yield "DELETE FROM validator WHERE key = ?", (exact_key(line["url"]),)
    yield waiting_again(spider, clean_url(line["url"]), reason, entries=tuple(_entries(line)))


def _entries(line: Mapping[str, Any]) -> Iterator[Entry]:
    """Where the article was announced, as far as its line says."""
    for place in line.get("appearances", ()):
        yield Entry(
            url=line["url"],
            listing_url=place.get("listingUrl"),
            section=place.get("section"),
            rank=place.get("rank"),
            seen_at=place.get("seenAt"),
            via=place.get("via"),
            card={"headline": place["headline"]} if place.get("headline") else {},
        )
