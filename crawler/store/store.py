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
    for check in store.announced(entries, changed={url: time}): ...                  # a list says that they were changed
    if name := store.gone(url): store.keep(to_line(removed), reading_of(removed))    # 404 in a second run, or 410

    store.tick()                                     # every second or so: keeps the bounds of time
    store.close()                                    # everything is committed and published when this returns

Every method may raise ``StorageError``; after it the store takes nothing more, ``close`` only gives the lock back, and the
next run takes up what is missing. Use it from one thread.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from crawler.normalise.identity import NOTHING
from crawler.store.announced import Announcements
from crawler.store.entries import Entry, Options, Reading, Recheck, Run, Validators, Waiting
from crawler.store.lock import Lock
from crawler.store.opening import LOCKS, open_data
from crawler.store.session import Session


class Store(Session):
    """One run's store; made by ``open``, ended by ``close``.

    ``run`` says whose it is. ``notices`` are sentences on what was found and put right at the start (files of a killed run
    published, damaged files repaired, the history rebuilt): worth a line in the run's record. ``published`` are
    the files made so far. ``notes``, ``register``, ``copies``, ``frontier`` have further questions; writes go to ``add``.
    """

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
        kept = (*self._history.saved(reading), *self.copies.kept(reading), *self.register.read(reading))
        self.add([self._outbox.put(line, reading), *kept, *settled])
        self.kept += 1
        self._unpublished += 1
        self._publish_in_time()
        return True

    def unchanged(self, reading: Reading) -> None:
        """Take note that a known article is as it was: its further addresses, validators, and the time of the next look."""
        settled = self.frontier.settled((reading.url, *reading.also))
        self.add([*self._history.unchanged(reading), *settled, *self.notes.put(_gone(reading.article_id), None)])

    def not_modified(self, url: str) -> None:
        """Take note that the server answered 304 for a known article: the next look has its time; nothing for a new page."""
        name = self.known(url)
        self.add([*self._history.confirmed(url), *(self.notes.put(_gone(name), None) if name else ())])

    def gone(self, url: str, *, for_good: bool = False) -> str | None:
        """Take note that a known article's page is not there; give its id where that is worth a line.

        That is so in the second run that finds it gone, at once with ``for_good``, and never twice. A first time the next run
        looks again; an article that has its line is looked at no more. ``None`` also for a page that is no known article.
        """
        name = self.known(url)
        last = self.remembered(name) if name else None
        if name is None or last is None:
            return None
        if last.content_hash == NOTHING:
            self.retire(name)
            return None
        if for_good or self.notes.get(_gone(name)) not in (None, self.run.id):
            self.add(self.notes.put(_gone(name), None))
            return name
        self.add([*self._history.hastened(url), *self.notes.put(_gone(name), self.run.id)])
        return None

    def failed(self, url: str, reason: str, *, counts: int = 1) -> None:
        """Take note that a page could not be read: later runs try again, the fifth failed run quarantines it.

        ``counts`` is how many of the five this run is worth: 0 where not the page but the whole site failed. A known article
        merely waits for its next look.
        """
        postponed = self._history.postponed(url)
        waits = not postponed or self.frontier.state(url) is not None
        self.add([*postponed, *(self.frontier.failed(url, reason, counts=counts) if waits else ())])

    def patient(self, reasons: Iterable[str]) -> None:
        """Let pages that failed in this run for one of these reasons wait for hours: all others of the site were well."""
        self.add(self.frontier.patient(reasons))

    def skipped(self, url: str, reason: str) -> None:
        """Take note that a page is no article and never will be: no listing brings it up again."""
        self.add(self.frontier.skipped(url, reason))

    def listed(self, url: str, validators: Validators) -> None:
        """Keep a listing's validators; call it once what the listing named is safe in ``name``."""
        self.add(self._history.validated(url, validators))

    def announced(self, entries: Iterable[Entry], *, changed: Mapping[str, int]) -> tuple[Recheck, ...]:
        """Keep the texts with which a list announces articles; give the known ones that have changed since the last look.

        They have: where the list says so (``changed``: URL -> time of the change); these are due from now on, asked for in this
        run or not. They may have: where a headline has not been seen on the site before.
        """
        with self._guarded():
            known = Announcements(self._history, self.register)
            checks, statements = known.read(entries, changed=changed)
            self._group.add(statements)
            return checks

    def hasten(self, url: str) -> None:
        """Have a known article looked at again at once: a listing says that it was changed."""
        self.add(self._history.hastened(url))

    def retire(self, article_id: str) -> None:
        """Look at an article no more (it is gone); it stays known."""
        self.add(self._history.retired(article_id))

    def _blame(self, url: str) -> None:
        if url and self.frontier.state(url) is not None:
            reason = "the run ended while this page was read"
            self.add(self.frontier.failed(url, reason, run_id=f"before {self.run.id}"))
            self._group.flush()


def _gone(article_id: str) -> str:
    return f"gone/{article_id}"
