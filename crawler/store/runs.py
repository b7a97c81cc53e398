"""Run records: what each run set out to do, did, and how it ended; one JSON file a run, there from its first second."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

import orjson

from crawler.store.database import storage
from crawler.store.files import write_whole

RUNS = "runs"
"""The records' folder in a data directory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRecord:
    """One run. A record without ``ended_at`` is of a run that is on, or was killed. Times are ISO, UTC."""

    id: str
    spider: str
    started_at: str
    ended_at: str | None = None
    exit_code: int | None = None
    cause: str | None = None
    """Why it ended as it did, in a sentence; ``None`` for a good run."""
    versions: Mapping[str, str] = field(default_factory=dict)
    """Name -> version of this software and of what it rests on."""
    arguments: Mapping[str, Any] = field(default_factory=dict)
    sections: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Section -> what was counted there: cards, new, known, failed …"""
    statuses: Mapping[str, int] = field(default_factory=dict)
    """new, updated, corrected, removed, unchanged -> articles."""
    fill_rates: Mapping[str, float] = field(default_factory=dict)
    """Field of the line -> share of this run's lines that have it, 0 to 1."""
    gaps: Sequence[Mapping[str, Any]] = ()
    """Sections whose list ended before known ground: section, from (the last whole reading), to (the oldest card)."""
    compared: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Site -> of the new articles: how many feeds and first pages of sections both named, and which only one of them did."""
    unmatched: Mapping[str, int] = field(default_factory=dict)
    """Fact of the site's file (articles, list_rows, layouts) -> pages on which it matched nothing: read without it."""
    skipped: Mapping[str, int] = field(default_factory=dict)
    """Reason -> pages that are no articles."""
    failed: Mapping[str, int] = field(default_factory=dict)
    """Reason -> pages to be tried again."""
    sites: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Host -> requests, bytes, refusals, and failures by kind: blocked, gone, walled, timeout, 5xx …"""
    browser: Mapping[str, int] = field(default_factory=dict)
    """What was counted of the browser: pages, requests, refused, missing …; empty where none was needed."""
    storage: Mapping[str, Any] = field(default_factory=dict)
    """As ``Store.summary`` gives it."""


def write_record(data_dir: str | Path, record: RunRecord) -> Path:
    """Put a record on disk in one step, in place of an earlier one of the same run; give its path."""
    path = Path(data_dir) / RUNS / f"{record.id}.json"
    options = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE | orjson.OPT_NON_STR_KEYS
    write_whole(path, orjson.dumps(asdict(record), option=options, default=str))
    return path


def read_record(data_dir: str | Path, run_id: str) -> RunRecord | None:
    """Give one run's record; ``None`` where there is none or it cannot be read."""
    return _read(Path(data_dir) / RUNS / f"{run_id}.json")


def records(data_dir: str | Path, *, spider: str | None = None, last: int | None = None) -> tuple[RunRecord, ...]:
    """Give the records, oldest first, of one spider or all, at most the ``last`` ones; files that are none are passed over."""
    found: list[RunRecord] = []
    for record in _newest_first(Path(data_dir) / RUNS):
        if last is not None and len(found) >= last:
            break
        if spider is None or record.spider == spider:
            found.append(record)
    return tuple(reversed(found))


def forget_records(data_dir: str | Path, *, before: str) -> int:
    """Remove records and logs of runs that began before a day (YYYYMMDD, as their names begin); give the number of files.

    One that cannot be removed stays: it is no reason for a run to fail.
    """
    folder = Path(data_dir) / RUNS
    removed = 0
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name[:8].isdecimal() and entry.name[:8] < before:
                with suppress(OSError):
                    Path(entry.path).unlink()
                    removed += 1
    return removed


def _newest_first(folder: Path) -> Iterator[RunRecord]:
    with storage(folder):
        paths = sorted(folder.glob("*.json"), reverse=True) if folder.is_dir() else []
    return (record for path in paths if (record := _read(path)) is not None)


def _read(path: Path) -> RunRecord | None:
    names = {each.name for each in fields(RunRecord)}
    try:
        value = orjson.loads(path.read_bytes())
        record = RunRecord(**{name: value[name] for name in value if name in names})
        return replace(record, gaps=tuple(record.gaps))
    except (OSError, ValueError, TypeError):
        return None
