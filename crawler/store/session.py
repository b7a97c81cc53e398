"""How a store lives through a run: writes in groups, files in time, and an end that leaves nothing behind."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta

from crawler.store.copies import Copies
from crawler.store.database import Statement, StorageError
from crawler.store.entries import Options, Run
from crawler.store.frontier import Frontier
from crawler.store.group import GroupCommit
from crawler.store.history import History
from crawler.store.lock import Lock
from crawler.store.lookups import Lookups
from crawler.store.notes import Notes
from crawler.store.opening import Opened, mark_suspect
from crawler.store.outbox import Outbox
from crawler.store.publisher import Published
from crawler.store.register import Register
from crawler.store.runs import forget_records
from crawler.store.withholding import withhold


class Session(Lookups):
    """What every write of a run goes through, from the opened data directory to ``close``."""

    def __init__(self, opened: Opened, lock: Lock, run: Run, options: Options) -> None:
        database, clock = opened.database, options.clock
        super().__init__(History(database, spider=run.spider, clock=clock), Frontier(database, run, clock=clock))
        self.run = run
        self.notices = opened.notices
        self.published = list(opened.published)
        self.kept = 0
        self.withheld = 0
        self.register = Register(database, clock=clock)
        self.notes = Notes(database)
        self._database = database
        self._lock = lock
        self._publisher = opened.publisher
        self._outbox = Outbox(database, spider=run.spider)
        self._group = GroupCommit(database, items=options.group_items, seconds=options.group_seconds)
        self.copies = Copies(database, clock=clock)
        self._group.after(self._history.forget_fresh)
        self._group.after(self.copies.forget_fresh)
        self._options = options
        self._broken = False
        self._last_summary: dict[str, object] | None = None
        self._unpublished = 0
        self._since_publishing = time.monotonic()
        self.hold: Callable[[], bool] = lambda: False
        """Asked before lines are published within the run: whether they had better wait for its end."""

    def add(self, statements: Iterable[Statement]) -> None:
        """Commit statements of ``register``, ``notes`` or ``frontier`` with the next group."""
        with self._guarded():
            self._group.add(statements)

    def tick(self) -> None:
        """Keep the bounds of time: commit what waited two seconds, publish what waited five minutes."""
        with self._guarded():
            self._group.tick()
        self._publish_in_time()

    def publish(self) -> tuple[Published, ...]:
        """Commit, then publish all lines; give the files made."""
        with self._guarded():
            self._group.flush()
            made = self._publisher.publish()
        self.published.extend(made)
        self._unpublished = 0
        self._since_publishing = time.monotonic()
        return made

    def withhold(self, reason: str) -> int:
        """Put the lines that are not published yet into quarantine: their layout is broken; give their number.

        They are unseen again, and their pages are asked for by later runs.
        """
        with self._guarded():
            self._group.flush()
            self.withheld += withhold(self._database, self._database.path.parent, self.run, reason)
            return self.withheld

    def close(self) -> None:
        """Commit and publish everything, then give the lock back; after a ``StorageError`` only the latter."""
        if self._last_summary is not None:
            return
        try:
            if not self._broken:
                self._forget_old()
                self.publish()
        finally:
            self._last_summary = self._figures()
            try:
                self._database.close()
            finally:
                self._lock.release()

    def summary(self) -> dict[str, object]:
        """Give the figures for the run's record: lines kept, files and lines published, states of the frontier, notices."""
        return self._last_summary or self._figures()

    def _figures(self) -> dict[str, object]:
        figures = {
            "kept": self.kept,
            "withheld": self.withheld,
            "files": [file.name for file in self.published],
            "lines": sum(file.lines for file in self.published),
            "notices": list(self.notices),
        }
        with suppress(StorageError):
            figures |= {"unpublished": self._outbox.waiting(), "frontier": self.frontier.counts()}
        return figures

    def _publish_in_time(self) -> None:
        old = time.monotonic() - self._since_publishing >= self._options.publish_seconds
        due = self._unpublished >= self._options.publish_lines or (old and self._unpublished > 0)
        if due and not self.hold():
            self.publish()

    def _forget_old(self) -> None:
        if self.notes.get("teasers/forgotten") != self.run.day:
            old = (*self.register.forgotten(), *self.copies.forgotten())
            self.add([*old, *self.notes.put("teasers/forgotten", self.run.day)])
            first = datetime.fromtimestamp(self._options.clock(), UTC) - timedelta(days=self._options.runs_kept_days)
            forget_records(self._database.path.parent, before=f"{first:%Y%m%d}")

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        if self._broken:
            raise StorageError("io", self._database.path, "an earlier error ended this store")
        try:
            yield
        except StorageError as error:
            self._broken = True
            if error.kind == "damaged":
                mark_suspect(self._database.path.parent)
            raise
