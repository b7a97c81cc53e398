"""How a run went, in one exit code and one sentence."""

from __future__ import annotations

import logging
from typing import Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from twisted.python.failure import Failure

from crawler.extensions import crawls_news
from crawler.extensions._judgement import Outcome, judge
from crawler.extensions.storage import Storage
from crawler.store.lock import LockHeldError


class ErrorWatch(logging.Handler):
    """Keep the first error that anything logs: Scrapy logs what fails in its signal handlers and exports, and goes on."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.export: str | None = None
        self.other: str | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Sort the error by where it came from."""
        error = record.exc_info[1] if record.exc_info else None
        text = f"{type(error).__name__}: {error}" if error is not None else record.getMessage().partition("\n")[0]
        if "feedexport" in record.name or "FeedExporter" in record.getMessage():
            self.export = self.export or text
        elif record.name.startswith(("scrapy.", "crawler.")):
            self.other = self.other or text


class Verdict:
    """Collect what went wrong in a run; ``outcome`` judges it once the run is over."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.fault: str | None = None
        self.errors = ErrorWatch()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build the extension and have it hear of faults."""
        if not crawls_news(crawler):
            raise NotConfigured
        extension = cls(crawler)
        crawler.signals.connect(extension.failed, signals.spider_error)
        crawler.signals.connect(extension.failed, signals.item_error)
        crawler.signals.connect(extension.engine_stopped, signals.engine_stopped)
        logging.getLogger().addHandler(extension.errors)
        return extension

    def engine_stopped(self) -> None:
        """Listen no longer: nothing of the run is left."""
        logging.getLogger().removeHandler(self.errors)

    def failed(self, failure: Failure) -> None:
        """Keep the first fault of ours: an exception in a callback or pipeline."""
        if self.fault is None:
            self.fault = f"{type(failure.value).__name__}: {failure.value}"

    def outcome(self) -> Outcome:
        """Judge the run: storage before faults of ours, those before the site."""
        storage = self.crawler.get_extension(Storage)
        trouble = storage.trouble if storage is not None else None
        if isinstance(trouble, LockHeldError):
            return Outcome(75, str(trouble))
        if trouble is not None:
            return Outcome(74, f"storage failed: {trouble}")
        if self.errors.export is not None:
            return Outcome(74, f"the export to -o or -O failed, the lines in articles/ are complete: {self.errors.export}")
        fault = self.fault or self.errors.other
        if fault is not None:
            return Outcome(70, f"a fault of ours: {fault}")
        stats = self.crawler.stats.get_stats()
        if stats.get("finish_reason") == "memusage_exceeded":
            return Outcome(70, "the run grew beyond MEMUSAGE_LIMIT_MB")
        found = judge(stats)
        return found if found.code == 69 or storage is None else _beyond(storage) or found


def _beyond(storage: Storage) -> Outcome | None:
    """What the site's usual shares and counts say."""
    bounds, held = storage.bounds, storage.summary.get("withheld")
    if bounds is not None and bounds.lost is not None:
        return Outcome(65, f"layout changed? {bounds.lost}; {held} lines are in quarantine/ and come again")
    if bounds is not None and bounds.few is not None:
        return Outcome(65, f"layout changed? {bounds.few}")
    return None
