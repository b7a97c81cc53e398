"""On a terminal: one line that moves while the run is on, and a summary at its end. Elsewhere: nothing."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Mapping
from typing import Any, Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured

from crawler.extensions import crawls_news
from crawler.extensions.storage import Storage

_INTERVAL = 0.5
_CLEAR = "\r\x1b[K"


class Progress:
    """Write to stderr only, and only where it is a terminal."""

    def __init__(self, crawler: Crawler) -> None:
        if not sys.stderr.isatty() or not crawls_news(crawler):
            raise NotConfigured
        self.crawler = crawler
        self._task: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build the extension; raises ``NotConfigured`` where nobody looks."""
        extension = cls(crawler)
        crawler.signals.connect(extension.spider_opened, signals.spider_opened)
        crawler.signals.connect(extension.spider_closed, signals.spider_closed)
        return extension

    def spider_opened(self) -> None:
        """Begin to show the line."""
        self._task = asyncio.ensure_future(self._show())

    def spider_closed(self) -> None:
        """Take the line away; the summary follows when the run is over."""
        if self._task is not None:
            self._task.cancel()
        sys.stderr.write(_CLEAR)

    async def _show(self) -> None:
        while True:
            sys.stderr.write(f"{_CLEAR}{line(self.crawler.stats.get_stats())}")
            sys.stderr.flush()
            await asyncio.sleep(_INTERVAL)

    def summary(self) -> str:
        """What the run brought and where it lies."""
        storage = self.crawler.get_extension(Storage)
        files = storage.summary.get("files") if storage is not None else None
        where = "".join(f"\n  {self.crawler.settings['DATA_DIR']}/articles/{name}" for name in files or ())
        stats = self.crawler.stats.get_stats()
        missing, fault = stats.get("browser/missing"), stats.get("browser/fault")
        return line(stats) + (f"\n  {missing} pages are filled by script: {fault}" if missing else "") + where


def line(stats: Mapping[str, Any]) -> str:
    """The counts of a run on one line; what is 0 is left out but for new articles."""
    counts = {
        "sections": stats.get("sections/read", 0) + stats.get("sections/unchanged", 0) + stats.get("sections/empty", 0),
        "new": stats.get("articles/new", 0),
        "updated": stats.get("articles/updated", 0) + stats.get("articles/corrected", 0),
        "unchanged": stats.get("articles/unchanged", 0) + stats.get("articles/not_modified", 0),
        "no article": stats.get("pages/fresh/none", 0) + stats.get("pages/again/none", 0),
        "failed": sum(stats.get(name, 0) for name in ("sections/failed", "pages/fresh/failed", "pages/again/failed")),
    }
    return " · ".join(f"{count} {name}" for name, count in counts.items() if count or name == "new")
