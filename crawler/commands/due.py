"""``scrapy due``: what a tick would do now, and when the other sections have their turn."""

from __future__ import annotations

import time

from scrapy.commands import ScrapyCommand
from scrapy.settings import BaseSettings

from crawler.commands import EX_OK
from crawler.commands._schedule import OverSites, schedule
from crawler.normalise.harmless import safe
from crawler.spiders._news import NewsSpider


class Command(OverSites, ScrapyCommand):
    """List sections with the time of their next look; changes nothing."""

    name = "due"

    def short_desc(self) -> str:
        """One line for ``scrapy -h``."""
        return "List the sections of all sites, or of some, with the time of their next look"

    def serve(self, settings: BaseSettings, spiders: dict[str, type[NewsSpider]]) -> int:
        """Print a line a section, the longest overdue first."""
        now = time.time()
        for due in schedule(settings, spiders, now):
            print(safe(due.told(now)))
        return EX_OK
