"""The run's record in ``runs/``: there from its first second, complete when it has ended; warnings go to a log beside it."""

from __future__ import annotations

import logging
import platform
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

import scrapy
from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.spiders import Spider

from crawler import __version__
from crawler.extensions import crawls_news
from crawler.extensions.sites import sites_of
from crawler.extensions.storage import Storage
from crawler.normalise.harmless import safe, without_secrets
from crawler.store.database import StorageError
from crawler.store.runs import RUNS, RunRecord, write_record

_STATUSES = ("new", "updated", "corrected", "removed", "unchanged", "not_modified")


class Record:
    """Write the record when the run begins and when it ends; a record that cannot be written ends no run."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self._record: RunRecord | None = None
        self._log: logging.Handler | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build the extension and have it hear of the beginning."""
        if not crawls_news(crawler):
            raise NotConfigured
        extension = cls(crawler)
        crawler.signals.connect(extension.engine_started, signals.engine_started)
        return extension

    def engine_started(self) -> None:
        """Write that the run is on: the lock is held, the store is open."""
        storage, spider = self.crawler.get_extension(Storage), self.crawler.spider
        if storage is None or spider is None:
            return
        versions = {"copydesk": __version__, "scrapy": scrapy.__version__, "python": platform.python_version()}
        self._record = RunRecord(
            id=storage.run_id, spider=spider.name, started_at=_now(), versions=versions, arguments=_arguments(spider)
        )
        self._write()
        self._log = log_to(Path(self.crawler.settings["DATA_DIR"]) / RUNS / f"{storage.run_id}.log")

    def end(self, code: int, cause: str | None) -> None:
        """Complete the record; nothing where the run never began."""
        if self._record is None:
            return
        stats = self.crawler.stats.get_stats()
        storage = self.crawler.get_extension(Storage)
        self._record = replace(
            self._record,
            ended_at=_now(),
            exit_code=code,
            cause=without_secrets(cause) if cause else cause,
            statuses={kind: stats[f"articles/{kind}"] for kind in _STATUSES if f"articles/{kind}" in stats},
            skipped=_both(stats, "none"),
            failed=_both(stats, "failed"),
            sites=sites_of(stats),
            browser=_under(stats, "browser/"),
            sections=_sections(stats),
            gaps=stats.get("gaps", ()),
            compared=stats.get("compared", {}),
            unmatched=_under(stats, "unmatched/"),
            fill_rates=storage.bounds.sample().rates() if storage is not None and storage.bounds is not None else {},
            storage=storage.summary if storage is not None else {},
        )
        self._write()
        if self._log is not None:
            logging.getLogger().removeHandler(self._log)
            self._log.close()

    def _write(self) -> None:
        with suppress(StorageError):
            if self._record is not None:
                write_record(self.crawler.settings["DATA_DIR"], self._record)


class HarmlessFormatter(logging.Formatter):
    """What pages and addresses bring into a message neither moves a cursor nor tells a secret."""

    def format(self, record: logging.LogRecord) -> str:
        """Give the message, harmless."""
        return safe(without_secrets(super().format(record)))


def log_to(path: Path) -> logging.Handler:
    """Have warnings and errors written to a file, which is only made when there are any."""
    handler = logging.FileHandler(path, encoding="utf-8", delay=True)
    handler.setLevel(logging.WARNING)
    handler.setFormatter(HarmlessFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    return handler


def _under(stats: Mapping[str, Any], prefix: str) -> dict[str, int]:
    found = {name.removeprefix(prefix): value for name, value in stats.items() if name.startswith(prefix)}
    return {name: value for name, value in found.items() if isinstance(value, int)}


def _sections(stats: Mapping[str, Any]) -> dict[str, dict[str, int]]:
    """What was counted on each section, by its name."""
    found: dict[str, dict[str, int]] = {}
    for path, count in _under(stats, "section/").items():
        name, _, what = path.rpartition("/")
        found.setdefault(name, {})[what] = count
    return found


def _both(stats: Mapping[str, Any], kind: str) -> dict[str, int]:
    """Reasons of pages asked for the first time and of those that failed before."""
    fresh, again = _under(stats, f"pages/fresh/{kind}/"), _under(stats, f"pages/again/{kind}/")
    return {reason: fresh.get(reason, 0) + again.get(reason, 0) for reason in (*fresh, *again)}


def _arguments(spider: Spider) -> dict[str, Any]:
    return {"sections": list(spider.start_urls)}


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
