"""The outbox: a line and its marks are one commit; the line waits here until it stands in a published file."""

from __future__ import annotations

from crawler.store.database import Database, Statement
from crawler.store.entries import Reading
from crawler.store.history import hash_bytes
from crawler.store.keys import key_of

_PUT = """INSERT INTO outbox (spider, article, line) SELECT :spider, :article, :line
    WHERE NOT EXISTS (SELECT 1 FROM article WHERE key = :article AND (revision >= :number OR hash = :hash))"""


class Outbox:
    """One spider's lines on their way out."""

    def __init__(self, database: Database, *, spider: str) -> None:
        self._database = database
        self._spider = spider

    def put(self, line: bytes, reading: Reading) -> Statement:
        """Give the statement that stores a line, to be committed **before** the history's in the same group.

        It stores nothing where the history has this revision already, from another run that was faster: a revision is on
        one line. Raises ``ValueError`` for a line that is empty or holds a line break.
        """
        if not line or b"\n" in line or b"\r" in line:
            raise ValueError(f"not one line: {line[:80]!r}")
        values = {
            "spider": self._spider,
            "article": key_of(reading.article_id),
            "line": line,
            "number": reading.number,
            "hash": hash_bytes(reading.content_hash),
        }
        return _PUT, values

    def waiting(self) -> int:
        """Give the number of committed lines that are in no published file."""
        row = self._database.row("SELECT count(*) FROM outbox WHERE spider = ?", (self._spider,))
        return row[0] if row else 0
