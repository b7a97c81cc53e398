"""The durable frontier: what listings named is on disk before any of it is asked for, and stays until it is settled."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

import orjson

from crawler.normalise.urls import clean_url, identity_key
from crawler.store.database import Database, Statement
from crawler.store.entries import Clock, Entry, Run, Waiting
from crawler.store.keys import key_of
from crawler.store.schedule import DAY, HOUR, LAST_TRY_EVERY

WAITING, FAILED, QUARANTINED, SKIPPED = range(4)
NAMES = ("waiting", "failed", "quarantined", "skipped")
TRIES = 5
"""Failed runs before a page is quarantined: from then on it is tried at growing intervals only."""
_ENTRIES = 20

_OPEN = """SELECT key, url, cards, tries, reason FROM frontier
    WHERE spider = :spider AND state < 3 AND last_run IS NOT :run
    AND (next_try IS NULL OR next_try <= :now OR next_try > :now + :longest) ORDER BY state = 2, tries, named DESC, key"""
_ONE = "SELECT key, url, cards, tries, reason FROM frontier WHERE key = ?"
_QUARANTINED = "SELECT key, url, cards, tries, reason FROM frontier WHERE spider = ? AND state = 2 ORDER BY named DESC"
_NAME = "INSERT INTO frontier (key, spider, url, state, tries, named, cards) VALUES (?, ?, ?, 0, 0, ?, ?)"
_FAIL = """INSERT INTO frontier (key, spider, url, state, tries, named, last_run, reason)
    VALUES (:key, :spider, :url, 1, :counts, :now, :run, :reason)
    ON CONFLICT (key) DO UPDATE SET reason = :reason, last_run = :run, tries = tries + (:counts * (last_run IS NOT :run)),
    state = CASE WHEN tries + (:counts * (last_run IS NOT :run)) >= :most THEN 2 ELSE 1 END,
    next_try = CASE WHEN tries + (:counts * (last_run IS NOT :run)) >= :most
        THEN :now + min(:longest, :day << min(8, max(0, tries + (:counts * (last_run IS NOT :run)) - :most))) END"""
_WAIT = """UPDATE frontier SET next_try = :now + (:first << min(tries, 5))
    WHERE spider = :spider AND state = 1 AND last_run = :run
    AND EXISTS (SELECT 1 FROM json_each(:reasons) WHERE reason = value OR reason LIKE '%: ' || value)"""
_SKIP = """INSERT INTO frontier (key, spider, url, state, tries, named, reason) VALUES (?1, ?2, ?3, 3, 0, ?4, ?5)
    ON CONFLICT (key) DO UPDATE SET state = 3, reason = ?5, cards = NULL, next_try = NULL"""


class Frontier:
    """One spider's part of the frontier, in one run.

    Reads see what is committed; writes are statements for the caller to commit together with whatever belongs to them.
    ``clock`` gives seconds since 1970 and may jump: nothing waits longer than it would have.
    """

    def __init__(self, database: Database, run: Run, *, clock: Clock) -> None:
        self._database = database
        self._spider = run.spider
        self._run = run.id
        self._clock = clock
        self._handed: set[int] = set()

    def named(self, entries: Iterable[Entry]) -> tuple[tuple[Waiting, ...], list[Statement]]:
        """Give the pages among ``entries`` that nobody has named yet, and the statements that store all that is new.

        Several announcements of one page become one. The pages given count as handed out: ``due`` leaves them out.
        """
        found: dict[int, list[Entry]] = {}
        for entry in entries:
            found.setdefault(self._key(entry.url), []).append(entry)
        new: list[Waiting] = []
        statements: list[Statement] = []
        for key, announced in found.items():
            row = self._database.row("SELECT state, cards FROM frontier WHERE key = ?", (key,))
            if row is None and key not in self._handed:
                page = Waiting(url=clean_url(announced[0].url), entries=tuple(announced[:_ENTRIES]))
                statements.append((_NAME, (key, self._spider, page.url, int(self._clock()), _dump(page.entries))))
                new.append(page)
                self._handed.add(key)
            elif row is not None and row[0] < SKIPPED:
                statements.extend(_announced_again(key, _load("", row[1]), announced))
        return tuple(new), statements

    def due(self, limit: int | None = None) -> tuple[Waiting, ...]:
        """Give what waits from earlier runs and was not handed out in this one, at most ``limit``.

        Pages that never failed come first, the newest of them before the older; quarantined ones, where their time
        has come, last.
        """
        now = int(self._clock())
        wanted = {"spider": self._spider, "run": self._run, "now": now, "longest": LAST_TRY_EVERY}
        rows = self._database.rows(_OPEN, wanted)
        left = [row for row in rows if row[0] not in self._handed][:limit]
        self._handed.update(row[0] for row in left)
        return tuple(_waiting(row) for row in left)

    def entry(self, url: str) -> Waiting | None:
        """Give a page of the frontier with all its announcements; ``None`` where it is not there."""
        row = self._database.row(_ONE, (self._key(url),))
        return _waiting(row) if row else None

    def state(self, url: str) -> str | None:
        """Give waiting, failed, quarantined or skipped; ``None`` for a page that is not in the frontier."""
        row = self._database.row("SELECT state FROM frontier WHERE key = ?", (self._key(url),))
        return NAMES[row[0]] if row else None

    def settled(self, urls: Iterable[str]) -> list[Statement]:
        """Give the statements that take pages out: they are articles of the history now."""
        return [("DELETE FROM frontier WHERE key = ?", (key,)) for key in dict.fromkeys(map(self._key, urls))]

    def failed(self, url: str, reason: str, *, counts: int = 1, run_id: str | None = None) -> list[Statement]:
        """Give the statements for a failure: another run will try again; the fifth failed run quarantines.

        Several failures in one run count once, for ``counts`` tries; for none with 0 (the whole site is down).
        ``run_id`` is the run that failed, where it is not this one.
        """
        values = {
            "key": self._key(url),
            "spider": self._spider,
            "url": clean_url(url),
            "run": run_id or self._run,
            "now": int(self._clock()),
            "counts": counts,
            "reason": reason,
            "most": TRIES,
            "day": DAY,
            "longest": LAST_TRY_EVERY,
        }
        return [(_FAIL, values)]

    def patient(self, reasons: Iterable[str]) -> list[Statement]:
        """Give the statements that let pages wait that failed in this run for one of these reasons: some hours, then more."""
        values = {"now": int(self._clock()), "first": HOUR, "spider": self._spider, "run": self._run}
        return [(_WAIT, {**values, "reasons": json.dumps(sorted(reasons))})]

    def skipped(self, url: str, reason: str) -> list[Statement]:
        """Give the statements for a page that is no article and is not to be asked for again."""
        return [(_SKIP, (self._key(url), self._spider, clean_url(url), int(self._clock()), reason))]

    def requeued(self) -> list[Statement]:
        """Give the statements that let all quarantined and failed pages start afresh."""
        sql = "UPDATE frontier SET state = 0, tries = 0, last_run = NULL, next_try = NULL WHERE spider = ? AND state IN (1, 2)"
        return [(sql, (self._spider,))]

    def counts(self) -> dict[str, int]:
        """Give the number of pages per state."""
        rows = self._database.rows("SELECT state, count(*) FROM frontier WHERE spider = ? GROUP BY state", (self._spider,))
        return {NAMES[state]: count for state, count in rows}

    def quarantined(self) -> tuple[Waiting, ...]:
        """Give the quarantined pages with the reason of their last failure."""
        return tuple(_waiting(row) for row in self._database.rows(_QUARANTINED, (self._spider,)))

    def _key(self, url: str) -> int:
        return _key(self._spider, url)


def waiting_again(spider: str, url: str, reason: str, *, entries: tuple[Entry, ...] = ()) -> Statement:
    """Give the statement that has a page of a spider asked for once more, whatever became of it before."""
    sql = """INSERT OR REPLACE INTO frontier (key, spider, url, state, tries, named, reason, cards)
        VALUES (?, ?, ?, 0, 0, CAST(strftime('%s') AS INTEGER), ?, ?)"""
    return sql, (_key(spider, url), spider, url, reason, _dump(entries) if entries else None)


def _key(spider: str, url: str) -> int:
    return key_of(f"{spider} {identity_key(url)}")


def _announced_again(key: int, known: tuple[Entry, ...], announced: list[Entry]) -> list[Statement]:
    places = {(entry.listing_url, entry.section, entry.via) for entry in known}
    more = [entry for entry in announced if (entry.listing_url, entry.section, entry.via) not in places]
    if not more or len(known) >= _ENTRIES:
        return []
    return [("UPDATE frontier SET cards = ? WHERE key = ?", (_dump((*known, *more)[:_ENTRIES]), key))]


def _waiting(row: tuple[Any, ...]) -> Waiting:
    _, url, cards, tries, reason = row
    return Waiting(url=url, entries=_load(url, cards), tries=tries, reason=reason)


def _dump(entries: tuple[Entry, ...]) -> bytes:
    cards = [asdict(entry) for entry in entries]
    try:
        return orjson.dumps(cards, default=str, option=orjson.OPT_NON_STR_KEYS)
    except TypeError:  # a lone surrogate
        return json.dumps(cards, default=str, ensure_ascii=False).encode("utf-8", "replace")


def _load(url: str, cards: bytes | None) -> tuple[Entry, ...]:
    return tuple(Entry(**{"url": url, **card}) for card in orjson.loads(cards)) if cards else ()
