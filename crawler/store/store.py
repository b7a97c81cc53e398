"""The store: the one door to history, frontier, outbox and published files, for spiders and pipelines.

A run goes like this::

    store = Store.open("data", spider="viva", run_id="20261125T031500Z-viva-1f2e")   # LockHeldError: 75, StorageError: 74
    for page in store.due(): ...                     # what earlier runs did not settle: ask for it
    for page in store.name(entries): ...             # a listing was read: what is new is on disk now; ask for it
    for check in store.rechecks(): ...               # known articles whose next look is due: ask conditionally

    store.reading(url)                               # before a response is read
    revision = next_revision(article, last=store.remembered(article.id), checked_at=…)
    store.keep(to_line(article), reading_of(article, also=(requested_url,)))         # new or changed
    store.unchanged(reading_of(article, also=(requested_url,)))                      # the same as before, or 304
    store.failed(url, "HTTP 503")  /  store.skipped(url, "gallery")                  # no article this time / ever

    store.tick()                                     # every second or so: keeps the bounds of time
    store.close()                                    # everything is committed and published when this returns

Every method may raise ``StorageError``; after it the store takes nothing more, ``close`` only gives the lock back, and the
next run takes up what is missing. Use it from one thread.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from crawler.store.database import Statement, StorageError
from crawler.store.entries import Entry, Options, Reading, Recheck, Run, Validators, Waiting
from crawler.store.frontier import Frontier
from crawler.store.group import GroupCommit
from crawler.store.history import History
from crawler.store.lock import Lock
from crawler.store.lookups import Lookups
from crawler.store.notes import Notes
from crawler.store.opening import LOCKS, Opened, mark_suspect, open_data
from crawler.store.outbox import Outbox
from crawler.store.publisher import Published
from crawler.store.register import Register


class Store(Lookups):
    """One run's store; made by ``open``, ended by ``close``.

    ``run`` says whose it is. ``notices`` are sentences on what was found and put right at the start (files of a killed run
    published, damaged files repaired, the history rebuilt): worth a line in the run's record. ``published`` are
    the files made so far. ``notes``, ``register`` and ``frontier`` have further questions; writes through them go to ``add``.
    """

    def __init__(self, opened: Opened, lock: Lock, run: Run, options: Options) -> None:
        database, clock = opened.database, options.clock
        super().__init__(History(database, spider=run.spider, clock=clock), Frontier(database, run, clock=clock))
        self.run = run
        self.notices = opened.notices
        self.published = list(opened.published)
        self.kept = 0
        self.register = Register(database, clock=clock)
        self.notes = Notes(database)
        self._database = database
        self._lock = lock
        self._publisher = opened.publisher
        self._outbox = Outbox(database, spider=run.spider)
        self._group = GroupCommit(database, items=options.group_items, seconds=options.group_seconds)
        self._group.after(self._history.forget_fresh)
        self._options = options
        self._broken = False
        self._last_summary: dict[str, object] | None = None
        self._unpublished = 0
        self._since_publishing = time.monotonic()

    @classmethod
    def open(cls, data_dir: str | Path, *, spider: str, run_id: str, options: Options | None = None) -> Store:
        """Take over a data directory for one run of a spider.

        Whatever an earlier run left is put in order first: see ``notices``. Raises ``LockHeldError`` where another run of this
        spider is on, ``StorageError`` where disk or database refuse, ``ValueError`` for names that are no file names.
        """
        chosen = options or Options()
        today = datetime.fromtimestamp(chosen.clock(), UTC).strftime("%Y-%m-%d")
        run = Run(spider=spider, id=run_id, day=chosen.day or today)
        data = Path(data_dir)
        lock = Lock(data / LOCKS / f"{spider}.lock")
        try:
            store = cls(open_data(data, run, chosen), lock, run, chosen)
            store._blame(lock.left)
        except BaseException:
            lock.release()
            raise
        return store

    def name(self, entries: Iterable[Entry]) -> tuple[Waiting, ...]:
        """Put what a listing named on disk; give what is new among it, to be asked for now.

        Pages that are known articles, wait already, are quarantined or were skipped are left out; a further announcement of a
        page that waits is added to it.
        """
        with self._guarded():
            pages, statements = self.frontier.named(entry for entry in entries if self._history.known(entry.url) is None)
            if statements:
                self._group.add(statements)
                self._group.flush()
            return pages

    def due(self, limit: int | None = None) -> tuple[Waiting, ...]:
        """Give what earlier runs named and did not settle, each page once a run: what never failed first, newest first."""
        with self._guarded():
            return self.frontier.due(limit)

    def rechecks(self, limit: int = -1) -> tuple[Recheck, ...]:
        """Give the known articles whose next look has come, with their validators."""
        with self._guarded():
            return self._history.due(limit)

    def reading(self, url: str) -> None:
        """Say that this page is about to be read: should it kill the run, the next one counts it as a failure and goes on."""
        self._lock.note(url)

    def keep(self, line: bytes, reading: Reading) -> bool:
        """Take a new article or revision: line, marks and the end of its waiting are one commit, soon.

        Gives ``False``, and keeps no line, where this revision is known already. ``line`` is one line of JSON without its
        end; one that is empty or holds a line break raises ``ValueError``.
        """
        last = self._history.remembered(reading.article_id)
        if last is not None and (last.number >= reading.number or last.content_hash == reading.content_hash):
            self.unchanged(reading)
            return False
        settled = self.frontier.settled((reading.url, *reading.also))
        self.add([self._outbox.put(line, reading), *self._history.saved(reading), *settled])
        self.kept += 1
        self._unpublished += 1
        self._publish_in_time()
        return True

    def unchanged(self, reading: Reading) -> None:
        """Take note that a known article is as it was: its further addresses, validators, and the time of the next look."""
        settled = self.frontier.settled((reading.url, *reading.also))
        self.add([*self._history.unchanged(reading), *settled])

    def not_modified(self, url: str) -> None:
        """Take note that the server answered 304 for a known article: the next look has its time; nothing for a new page."""
        self.add(self._history.postponed(url))

    def failed(self, url: str, reason: str, *, counts: bool = True) -> None:
        """Take note that a page could not be read: later runs try again, the fifth failed run quarantines it.

        ``counts`` is false where not the page but the whole site failed. A known article merely waits for its next look.
        """
        postponed = self._history.postponed(url)
        waits = not postponed or self.frontier.state(url) is not None
        self.add([*postponed, *(self.frontier.failed(url, reason, counts=counts) if waits else ())])

    def skipped(self, url: str, reason: str) -> None:
        """Take note that a page is no article and never will be: no listing brings it up again."""
        self.add(self.frontier.skipped(url, reason))

    def listed(self, url: str, validators: Validators) -> None:
        """Keep a listing's validators; call it once what the listing named is safe in ``name``."""
        self.add(self._history.validated(url, validators))

    def hasten(self, url: str) -> None:
        """Have a known article looked at again at once: a listing says that it was changed."""
        self.add(self._history.hastened(url))

    def retire(self, article_id: str) -> None:
        """Look at an article no more (it is gone); it stays known."""
        self.add(self._history.retired(article_id))

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
            "files": [file.name for file in self.published],
            "lines": sum(file.lines for file in self.published),
            "notices": list(self.notices),
        }
        with suppress(StorageError):
            figures |= {"unpublished": self._outbox.waiting(), "frontier": self.frontier.counts()}
        return figures

    def _publish_in_time(self) -> None:
        old = time.monotonic() - self._since_publishing >= self._options.publish_seconds
        if self._unpublished >= self._options.publish_lines or (old and self._unpublished):
            self.publish()

    def _forget_old(self) -> None:
        if self.notes.get("teasers/forgotten") != self.run.day:
            self.add([*self.register.forgotten(), *self.notes.put("teasers/forgotten", self.run.day)])

    def _blame(self, url: str) -> None:
        if url and self.frontier.state(url) is not None:
            reason = "the run ended while this page was read"
            self.add(self.frontier.failed(url, reason, run_id=f"before {self.run.id}"))
            self._group.flush()

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
