"""``scrapy list``: the sites that have a file."""

from __future__ import annotations

import argparse
from typing import Any, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from crawler.spiders.sites import all_sites


class Command(ScrapyCommand):
    """Print the name of each site, one a line; ``news``, which takes any address, is none."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def short_desc(self) -> str:
        """One line for ``scrapy -h``."""
        return "List the sites that have a file"

    def run(self, args: list[str], _opts: argparse.Namespace) -> None:
        """Print the names; raises ``UsageError`` for an argument."""
        if args:
            raise UsageError("takes no arguments")
        for name in all_sites():
            print(name)
