"""The one place of a crawl that opens the store, keeps it in time and closes it."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider, DropItem, NotConfigured
from scrapy.http import Response
from scrapy.settings import BaseSettings
from scrapy.spiders import Spider

from crawler.extensions import crawls_news
from crawler.extensions._judgement import judge
from crawler.extensions.bounds import Bounds, note_name
from crawler.manners.failures import LASTING, TEMPORARY, Kind, kind_of, weight_of
from crawler.store.database import StorageError
from crawler.store.entries import Options
from crawler.store.lock import LockHeldError
from crawler.store.store import Store

ASKED = "asked"
"""Meta key of article requests: the address as it was named, whatever redirects follow."""
OUTAGE = 5
"""So many pages in a row that do not come are the site's fault, not theirs."""
_TICK = 1.0
"""Seconds between two looks at the store's clock."""


class Settled(DropItem):
    """An item that gives no line, and whose page needs no further try."""


class Missing(DropItem):
    """A page that holds no article, and why: kept in the frontier."""

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(f"no article at {url}: {reason}", log_level="INFO")
        self.reason = reason


class Storage:
    """Open the store when the spider is opened, close it when the spider is closed.

    Others get it by ``crawler.get_extension(Storage)`` and use ``store`` inside ``with storage.guarded()``. ``trouble`` is the
    first fault of lock, disk or database; from then on nothing more is taken and the run ends.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.trouble: StorageError | LockHeldError | None = None
        self.run_id = run_id(crawler.spidercls.name)
        self.summary: dict[str, Any] = {}
        self.bounds: Bounds | None = None
        self._failures: list[tuple[str, str]] = []
        self._walls: list[tuple[str, str]] = []
        self._store: Store | None = None
        self._clock: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build the extension and have it hear of the run's beginning and end."""
        if not crawls_news(crawler):
            raise NotConfigured
        extension = cls(crawler)
        crawler.signals.connect(extension.spider_opened, signals.spider_opened)
        crawler.signals.connect(extension.spider_closed, signals.spider_closed)
        crawler.signals.connect(extension.item_dropped, signals.item_dropped)
        crawler.signals.connect(extension.item_error, signals.item_error)
        return extension

    @property
    def is_open(self) -> bool:
        """Whether there is a store to ask: not before the spider is opened, nor after it is closed."""
        return self._store is not None

    @property
    def store(self) -> Store:
        """The run's store; raises ``CloseSpider`` where it is not open."""
        if self._store is None:
            raise CloseSpider("storage")
        return self._store

    def spider_opened(self, spider: Spider) -> None:
        """Take the lock and put in order what an earlier run left; raises ``CloseSpider`` where that fails."""
        try:
            settings = self.crawler.settings
            self._store = Store.open(settings["DATA_DIR"], spider=spider.name, run_id=self.run_id, options=_options(settings))
            self.bounds = self._bounds(self._store, spider)
        except (StorageError, LockHeldError) as error:
            self.trouble = error
            raise CloseSpider("storage") from error
        self._clock = asyncio.ensure_future(self._tick())

    def answered(self) -> None:
        """Take note that the site has given an article: it is not down."""
        with self.guarded():
            self._settle(self.store)

    def failed(self, url: str, reason: str) -> None:
        """Take note that a page did not come: a later run tries again.

        That counts against the page where the page is to blame, by the reason's weight; the host's own trouble only where
        fewer than ``OUTAGE`` pages failed until the site gave one again.
        """
        if kind_of(reason) in TEMPORARY:
            self._failures.append((url, reason))
        elif self._store is not None:
            with self.guarded():
                self._store.failed(url, reason, counts=weight_of(reason))

    def _settle(self, store: Store) -> None:
        failures, self._failures = self._failures, []
        for url, reason in failures:
            store.failed(url, reason, counts=weight_of(reason) if len(failures) < OUTAGE else 0)

    def _settle_walls(self, store: Store) -> None:
        """Walls before most of a site are no fault of the pages behind them."""
        site_wide = len(self._walls) >= max(OUTAGE, store.kept)
        for url, reason in self._walls:
            store.failed(url, reason, counts=0 if site_wide else weight_of(reason))

    def spider_closed(self) -> None:
        """Commit and publish everything; what fails now is trouble too."""
        if self._clock is not None:
            self._clock.cancel()
        self.finish()

    def finish(self) -> None:
        """Close the store; a second call does nothing. Safe to call in the last moments of a stopped run."""
        if self._store is None:
            return
        store, self._store = self._store, None
        with self.guarded():
            try:
                self._settle(store)
                self._settle_walls(store)
                self._judge(store)
                store.publish()
                self.summary = store.summary()
            finally:
                store.close()

    @property
    def probing(self) -> bool:
        """Whether the site's layout was broken in the last run: a few articles show whether it still is."""
        return self.bounds is not None and self.bounds.broken

    def _bounds(self, store: Store, spider: Any) -> Bounds:
        name = note_name(spider.name, tuple(spider.allowed_domains or ()))
        bounds = Bounds(store.notes, self.crawler.stats, name=name, declared=spider.expects.filled)
        store.hold = bounds.hold
        return bounds

    def _judge(self, store: Store) -> None:
        """Learn from the run; keep its lines back where they show a broken layout."""
        if self.bounds is None:
            return
        well = judge(self.crawler.stats.get_stats()).code == 0
        store.add(self.bounds.conclude(well=well))
        if well:
            store.patient(LASTING)
        if self.bounds.lost is not None:
            store.withhold(f"layout changed? {self.bounds.lost}")

    @contextmanager
    def guarded(self) -> Iterator[None]:
        """Take a fault of the storage: the first is kept, the run ends, whoever asked need not care."""
        try:
            yield
        except StorageError as error:
            if self.trouble is None:
                self.trouble = error
                self._stop()

    def item_dropped(self, response: Response | None, exception: DropItem) -> None:
        """Keep the page of a dropped article in the frontier: a later run tries again."""
        if isinstance(exception, Missing):
            self._lost(response, exception.reason)
        elif not isinstance(exception, Settled):
            self._lost(response, str(exception))

    def item_error(self, response: Response | None, failure: Any) -> None:
        """Likewise where a pipeline failed."""
        self._lost(response, f"{type(failure.value).__name__}: {failure.value}")

    def _lost(self, response: Response | None, reason: str) -> None:
        asked = response.meta.get(ASKED) if response is not None and response.request is not None else None
        if asked is not None and kind_of(reason) in (Kind.BLOCKED, Kind.WALLED):
            self._walls.append((asked, reason))
        elif asked is not None and self._store is not None:
            with self.guarded():
                self.store.failed(asked, reason, counts=weight_of(reason))

    async def _tick(self) -> None:
        while self.trouble is None and self._store is not None:
            with self.guarded():
                self._store.tick()
            await asyncio.sleep(_TICK)

    def _stop(self) -> None:
        if self.crawler.crawling:
            self._closing = asyncio.ensure_future(self.crawler.engine.close_spider_async(reason="storage"))


def _options(settings: BaseSettings) -> Options:
    return Options(
        publish_lines=settings.getint("PUBLISH_LINES"),
        publish_seconds=settings.getfloat("PUBLISH_SECONDS"),
        runs_kept_days=settings.getint("RUNS_KEPT_DAYS"),
        compression=settings["ARTICLES_COMPRESSION"] or None,
    )


def run_id(spider: str) -> str:
    """Give a name that sorts by time and is a file name on any system: ``20261125T031500Z-viva-1f2e``."""
    return f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{spider}-{secrets.token_hex(2)}"
