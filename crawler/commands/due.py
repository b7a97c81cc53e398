"""``scrapy due``: what a tick would do now, and when the other sections have their turn."""

from __future__ import annotations

import argparse
import time
from typing import Any, ClassVar

from scrapy.commands import ScrapyCommand

from crawler.commands import EX_IOERR, EX_USAGE, tell
from crawler.commands._schedule import chosen, schedule
from crawler.normalise.harmless import safe
from crawler.store.database import StorageError


class Command(ScrapyCommand):
    """List sections with the time of their next look; changes nothing."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """Arguments as ``scrapy due -h`` shows them."""
        return "[SPIDER ...]"

    def short_desc(self) -> str:
        """One line for ``scrapy -h``."""
        return "List the sections of all sites, or of some, with the time of their next look"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print a line a section, the longest overdue first."""
        assert self.settings is not None
        spiders = chosen(args)
        if isinstance(spiders, str):
            self.exitcode = tell("due", spiders, code=EX_USAGE)
            return
        now = time.time()
        try:
            for due in schedule(self.settings, spiders, now):
                print(safe(due.told(now)))
        except StorageError as error:
            self.exitcode = tell("due", str(error), code=EX_IOERR)
