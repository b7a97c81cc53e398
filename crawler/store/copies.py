"""Which article had a text first: wire stories that several papers print, articles that appear a second time."""

from __future__ import annotations

from crawler.normalise.copies import Sketch, unpacked
from crawler.store.database import Database, Statement
from crawler.store.entries import Clock, Reading
from crawler.store.keys import key_of, seconds
from crawler.store.schedule import DAY

KEPT = 120 * DAY
"""A text read so long ago is nobody's original any more: what is kept of texts grows with the days, not with the years."""

_PUT = "INSERT OR REPLACE INTO text (article, sketch, original, seen) VALUES (?, ?, ?, ?)"
_BAND = "INSERT OR IGNORE INTO band (hash, article) VALUES (?, ?)"
_UNBAND = "DELETE FROM band WHERE hash = ? AND article = ?"
_LIKE = """SELECT DISTINCT a.id, t.sketch, coalesce(o.id, a.id), a.first_seen FROM band b
    JOIN text t ON t.article = b.article JOIN article a ON a.key = b.article LEFT JOIN article o ON o.key = t.original
    WHERE b.hash IN (?, ?, ?, ?)"""
_KNOWN = """SELECT o.id, a.first_seen FROM article a LEFT JOIN text t ON t.article = a.key
    LEFT JOIN article o ON o.key = t.original WHERE a.key = ?"""

Candidate = tuple[str, Sketch, str, int]
"""Id, sketch, id of its original or its own, time it was first seen."""


class Copies:
    """The texts of an installation, whichever spider read them; what is not committed yet is known at once."""

    def __init__(self, database: Database, *, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._fresh: dict[str, Candidate] = {}

    def forget_fresh(self) -> None:
        """Read from the database again what was kept since: it is committed."""
        self._fresh.clear()

    def original(self, article_id: str, sketch: Sketch | None) -> str | None:
        """Give the id of the article that had this text first; ``None`` where that is the article itself.

        Once told, it stays so in later revisions.
        """
        told, before = self._known(article_id)
        if told is not None or sketch is None:
            return told
        found = [each for each in self._like(sketch) if _is_before(each, article_id, before, sketch)]
        return min(found, key=lambda each: (each[3], each[0]))[2] if found else None

    def kept(self, reading: Reading) -> list[Statement]:
        """Give the statements that keep the text of a reading; none for one without a sketch, or of long ago."""
        now = int(self._clock())
        seen = seconds(reading.checked_at) or now
        if reading.sketch is None or seen < now - KEPT:
            return []
        key = key_of(reading.article_id)
        first = seconds(reading.first_seen) or now
        origin = reading.duplicate_of or reading.article_id
        self._fresh[reading.article_id] = (reading.article_id, reading.sketch, origin, first)
        original = key_of(reading.duplicate_of) if reading.duplicate_of else None
        put: Statement = (_PUT, (key, reading.sketch.packed(), original, seen))
        old = self._unbanded(key) if reading.number > 1 else []
        return [*old, put, *((_BAND, (band, key)) for band in reading.sketch.bands())]

    def forgotten(self) -> list[Statement]:
        """Give the statements that forget the texts of long ago."""
        rows = self._database.rows("SELECT article FROM text WHERE seen < ?", (int(self._clock()) - KEPT,))
        return [statement for (key,) in rows for statement in self.dropped(key)]

    def dropped(self, key: int) -> list[Statement]:
        """Give the statements that forget the text of one article, by its key."""
        return [*self._unbanded(key), ("DELETE FROM text WHERE article = ?", (key,))]

    def _unbanded(self, key: int) -> list[Statement]:
        row = self._database.row("SELECT sketch FROM text WHERE article = ?", (key,))
        return [(_UNBAND, (band, key)) for band in unpacked(row[0]).bands()] if row else []

    def _known(self, article_id: str) -> tuple[str | None, int | None]:
        """The original that an article was told to have, and when it was first seen itself."""
        if article_id in self._fresh:
            _, _, origin, first = self._fresh[article_id]
            return (origin if origin != article_id else None), first
        row = self._database.row(_KNOWN, (key_of(article_id),))
        return (row[0], row[1]) if row else (None, None)

    def _like(self, sketch: Sketch) -> list[Candidate]:
        rows = self._database.rows(_LIKE, sketch.bands())
        return [(name, unpacked(data), origin, first) for name, data, origin, first in rows] + list(self._fresh.values())


def _is_before(other: Candidate, article_id: str, first_seen: int | None, sketch: Sketch) -> bool:
    name, text, _, first = other
    if name == article_id or (first_seen is not None and first >= first_seen):
        return False
    return sketch.is_copy_of(text, same_site=_site(name) == _site(article_id))


def _site(article_id: str) -> str:
    return article_id.partition(":")[0]
