"""``scrapy crawl SPIDER``: Scrapy's own command, with exit codes that cron can act on.

0 well · 2 wrong usage · 65 beyond the site's bounds · 69 site down, blocked or nothing found · 70 a fault of ours ·
74 storage or export failed · 75 another run holds the lock · 78 wrong configuration · 130/143 cut short by a signal.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import sys
from difflib import get_close_matches
from typing import TypeVar

from scrapy.commands import BaseRunSpiderCommand
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.exceptions import UsageError

from crawler.commands import EX_CONFIG, EX_IOERR, EX_SOFTWARE, EX_USAGE, tell
from crawler.commands._checks import wrong_setting
from crawler.extensions._judgement import Outcome
from crawler.extensions.progress import Progress
from crawler.extensions.record import Record
from crawler.extensions.storage import Storage
from crawler.extensions.verdict import Verdict
from crawler.spiders._arguments import WrongUsageError
from crawler.spiders.sites import all_sites

_T = TypeVar("_T")
GRACE = 10.0
"""Seconds that a stopped run has to finish its open responses."""


class Command(BaseRunSpiderCommand):
    """Run one spider and tell how it went."""

    requires_project = True

    def syntax(self) -> str:
        """Arguments as ``scrapy crawl -h`` shows them."""
        return "[options] SPIDER"

    def short_desc(self) -> str:
        """One line for ``scrapy -h``."""
        return "Crawl a site that has a file, or any site: crawl news -a url=URL"

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Check everything that can be wrong before a run begins; exits with 2 or 78 and one line."""
        try:
            super().process_options(args, opts)
        except UsageError as error:
            sys.exit(tell("crawl", str(error), code=EX_USAGE))
        except OSError as error:
            sys.exit(tell("crawl", f"cannot write {error.filename}: {error.strerror}", code=EX_IOERR))
        fault = _wrong_usage(args)
        if fault is not None:
            sys.exit(tell("crawl", fault, code=EX_USAGE))
        assert self.settings is not None
        fault = wrong_setting(self.settings)
        if fault is not None:
            sys.exit(tell("crawl", fault, code=EX_CONFIG))

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Run the spider to its end or to a signal."""
        assert isinstance(self.crawler_process, AsyncCrawlerProcess)
        crawler = self.crawler_process.create_crawler(args[0])
        task = self.crawler_process.crawl(crawler, **opts.spargs)
        task.add_done_callback(_look_at)
        stop = Stop(self.crawler_process, crawler)
        self.crawler_process.start(install_signal_handlers=False)
        outcome = stop.outcome() or _failure(task) or _verdict(crawler)
        self.exitcode = report(crawler, outcome)


def _wrong_usage(args: list[str]) -> str | None:
    names = [*all_sites(), "news"]
    if len(args) != 1:
        extra = f", not {' '.join(args)}" if args else ""
        return f"takes one spider{extra}; allowed: {', '.join(names)}"
    if args[0] not in names:
        hint = "".join(f" (did you mean {guess}?)" for guess in get_close_matches(args[0], names, 1))
        return f"no spider {args[0]}{hint}; allowed: {', '.join(names)}"
    return None


def _look_at(task: asyncio.Task[None]) -> None:
    """Take a failure into view, so that asyncio does not print it as forgotten."""
    if not task.cancelled():
        task.exception()


def _failure(task: asyncio.Task[None]) -> Outcome | None:
    """The outcome of a run that could not begin."""
    error = task.exception() if task.done() and not task.cancelled() else None
    if error is None:
        return None
    if isinstance(error, WrongUsageError):
        return Outcome(EX_USAGE, str(error))
    wrong = isinstance(error, ImportError | NameError | TypeError | ValueError)
    return Outcome(EX_CONFIG if wrong else EX_SOFTWARE, f"cannot begin: {type(error).__name__}: {error}")


def _verdict(crawler: Crawler) -> Outcome:
    verdict = _extension(crawler, Verdict)
    return verdict.outcome() if verdict is not None else Outcome(EX_SOFTWARE, "the verdict extension is missing")


def report(crawler: Crawler, outcome: Outcome) -> int:
    """Complete the run's record, show the summary on a terminal, name the cause of a bad end; give the exit code."""
    record, progress = _extension(crawler, Record), _extension(crawler, Progress)
    if record is not None:
        record.end(outcome.code, outcome.cause)
    if progress is not None:
        sys.stderr.write(progress.summary() + "\n")
    return tell("crawl", outcome.cause or "failed", code=outcome.code) if outcome.code else 0


def _extension(crawler: Crawler, kind: type[_T]) -> _T | None:
    """An extension of the run; ``None`` also where the run never got as far."""
    try:
        return crawler.get_extension(kind)
    except RuntimeError:
        return None


class Stop:
    """Signals: the first lets open responses finish, for at most ``GRACE`` seconds; the second ends the process at once.

    Nothing is lost either way: what is not committed was never said to be stored.
    """

    def __init__(self, process: AsyncCrawlerProcess, crawler: Crawler) -> None:
        self.process = process
        self.crawler = crawler
        self.signum: int | None = None
        self.loop = asyncio.get_event_loop()
        for signum in (signal.SIGINT, signal.SIGTERM):
            signal.signal(signum, self._handle)

    def outcome(self) -> Outcome | None:
        """130 or 143 with the cause where a signal came, else ``None``."""
        if self.signum is None:
            return None
        return Outcome(128 + self.signum, f"stopped by {signal.Signals(self.signum).name}; the next run goes on from here")

    def _handle(self, signum: int, *_: object) -> None:
        if self.signum is not None:
            os.write(2, f"scrapy crawl: stopped at once by {signal.Signals(signum).name}\n".encode())
            os._exit(128 + signum)
        self.signum = signum
        self.loop.call_soon_threadsafe(self._begin)

    def _begin(self) -> None:
        self._stopping = asyncio.ensure_future(self.process.stop())
        self.loop.call_later(GRACE, self._force)

    def _force(self) -> None:
        storage = _extension(self.crawler, Storage)
        if storage is not None:
            storage.finish()
        outcome = self.outcome()
        assert outcome is not None
        code = report(self.crawler, outcome)
        sys.stderr.flush()
        os._exit(code)
