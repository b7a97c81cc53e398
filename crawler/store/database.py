"""The one SQLite database of a data directory: opening, migrating, writing in whole groups, and plain errors."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from crawler.store.schema import MIGRATIONS

Parameters = Sequence[object] | Mapping[str, object]
Statement = tuple[str, Parameters]
"""SQL and its parameters."""

APPLICATION = 0x43445348
"""Marks the file as ours (``PRAGMA application_id``)."""
BUSY_SECONDS = 30.0

_SQLITE = {
    3: "readonly",
    5: "busy",
    6: "busy",
    7: "memory",
    8: "readonly",
    10: "io",
    11: "damaged",
    13: "full",
    14: "io",
    26: "damaged",
}
_SYSTEM = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
    errno.EROFS: "readonly",
    errno.EACCES: "readonly",
    errno.EPERM: "readonly",
}


class StorageError(Exception):
    """The disk or the database refused; nothing that was not committed before is marked as done.

    ``kind`` is full, readonly, io, damaged, busy, memory or newer (written by a later version). The run should end
    with exit code 74; once the cause is gone the next run takes up everything.
    """

    def __init__(self, kind: str, path: Path, cause: str) -> None:
        super().__init__(f"{path}: {cause} ({kind})")
        self.kind = kind
        self.path = path


@contextmanager
def storage(path: Path) -> Iterator[None]:
    """Turn what the system or SQLite says about ``path`` into ``StorageError``; faults of ours pass through."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        kind = _SQLITE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if kind is None:
            raise
        raise StorageError(kind, path, str(error)) from error
    except OSError as error:
        kind = _SYSTEM.get(error.errno or 0, "io")
        raise StorageError(kind, Path(error.filename or path), error.strerror or str(error)) from error


class Database:
    """A connection in WAL mode with ``synchronous=FULL``: what ``write`` returned from survives a power cut.

    Nothing holds the write lock longer than one ``write`` takes, so several runs may share the file.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    @classmethod
    def open(cls, path: Path, *, timeout: float = BUSY_SECONDS) -> Database:
        """Open or make the database and bring it to the present schema; raise ``StorageError`` where that cannot be."""
        with storage(path):
            connection = sqlite3.connect(path, timeout=timeout, isolation_level=None)
            try:
                _configure(connection)
                _migrate(path, connection)
            except BaseException:
                connection.close()
                raise
        return cls(path, connection)

    def rows(self, sql: str, parameters: Parameters = ()) -> list[tuple[Any, ...]]:
        """Give all rows of a query."""
        with storage(self.path):
            return self._connection.execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Parameters = ()) -> tuple[Any, ...] | None:
        """Give the first row of a query, or ``None``."""
        with storage(self.path):
            found: tuple[Any, ...] | None = self._connection.execute(sql, parameters).fetchone()
            return found

    def stream(self, sql: str, parameters: Parameters = ()) -> Iterator[tuple[Any, ...]]:
        """Give the rows of a query one by one, without keeping them."""
        with storage(self.path):
            yield from self._connection.execute(sql, parameters)

    def write(self, statements: Iterable[Statement]) -> None:
        """Carry out all statements in one commit, or none of them."""
        with storage(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                for sql, parameters in statements:
                    self._execute(sql, parameters)
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def _execute(self, sql: str, parameters: Parameters) -> None:
        try:
            self._connection.execute(sql, parameters)
        except UnicodeEncodeError:  # a lone surrogate, from a page or an error's text
            self._connection.execute(sql, _encodable(parameters))

    def faults(self) -> tuple[str, ...]:
        """Give what SQLite's integrity check finds wrong; reads the whole file."""
        found = tuple(str(row[0]) for row in self.rows("PRAGMA integrity_check"))
        return () if found == ("ok",) else found

    def close(self) -> None:
        """Close the file; what was not written is gone."""
        with storage(self.path):
            self._connection.close()


def _encodable(parameters: Parameters) -> Parameters:
    if isinstance(parameters, Mapping):
        return {name: _replaced(value) for name, value in parameters.items()}
    return [_replaced(value) for value in parameters]


def _replaced(value: object) -> object:
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def _configure(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA synchronous=FULL")
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA cache_size=-16384")
    connection.execute("PRAGMA journal_size_limit=8388608")
    connection.execute("PRAGMA temp_store=MEMORY")


def _migrate(path: Path, connection: sqlite3.Connection) -> None:
    version = _version(connection)
    if version > len(MIGRATIONS):
        raise StorageError("newer", path, f"schema {version}, this version knows {len(MIGRATIONS)}")
    if version == len(MIGRATIONS):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for number, script in enumerate(MIGRATIONS[_version(connection) :], _version(connection) + 1):
            for statement in filter(str.strip, script.split(";\n")):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version={number}")
        connection.execute(f"PRAGMA application_id={APPLICATION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
