"""Group commits: many small writes share one fsync, bounded in number and time."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

from crawler.store.database import Database, Statement


class GroupCommit:
    """Collect statements and commit them together, in order, at the latest ``items`` additions or ``seconds`` later.

    Nobody else waits meanwhile: the write lock is held only for the commit itself. What is not committed when the process
    dies was never said to be stored. Time is kept by whoever calls ``tick``, on a clock that never jumps.
    """

    def __init__(
        self, database: Database, *, items: int = 50, seconds: float = 2.0, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._database = database
        self._items = items
        self._seconds = seconds
        self._clock = clock
        self._statements: list[Statement] = []
        self._count = 0
        self._since = 0.0
        self._after: list[Callable[[], None]] = []

    def after(self, function: Callable[[], None]) -> None:
        """Have ``function`` called after every commit."""
        self._after.append(function)

    def add(self, statements: Iterable[Statement]) -> None:
        """Add one item's statements; commits where the group is full or old."""
        if not self._statements:
            self._since = self._clock()
        self._statements.extend(statements)
        self._count += 1
        if self._count >= self._items:
            self.flush()
        else:
            self.tick()

    def tick(self) -> None:
        """Commit if the oldest addition has waited its time."""
        if self._statements and self._clock() - self._since >= self._seconds:
            self.flush()

    def flush(self) -> None:
        """Commit now; on ``StorageError`` everything stays collected and nothing of it is stored."""
        if not self._statements:
            return
        self._database.write(self._statements)
        self._statements, self._count = [], 0
        for function in self._after:
            function()
