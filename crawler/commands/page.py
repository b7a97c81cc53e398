"""``scrapy page URL``: save one more golden page of a site that has a file."""

from __future__ import annotations

import argparse
from pathlib import Path

from scrapy.commands import ScrapyCommand
from scrapy.crawler import AsyncCrawlerProcess

from crawler.commands import EX_DATAERR, EX_UNAVAILABLE, EX_USAGE, tell
from crawler.commands._golden import PROJECT, golden_line, save_golden
from crawler.commands._probe import Probe, run
from crawler.normalise.hosts import host_of
from crawler.spiders.sites import spider_of


class Command(ScrapyCommand):
    """Fetch an article, save it with the line that is made of it, for review."""

    requires_project = True

    def syntax(self) -> str:
        """Arguments as ``scrapy page -h`` shows them."""
        return "URL [--project FOLDER]"

    def short_desc(self) -> str:
        """One line for ``scrapy -h``."""
        return "Save an article of a site as a golden page with its line, for review"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add where the files go."""
        super().add_options(parser)
        parser.add_argument("--project", metavar="FOLDER", default=str(PROJECT), help="where tests/sites lies (default: here)")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Exit code 2 for an address of no site, 69 where it cannot be read, 65 where it holds no article."""
        spider = spider_of(args[0]) if len(args) == 1 and host_of(args[0]) else None
        if spider is None:
            hint = "takes the address of an article of a site that has a file; scrapy newsite URL writes one"
            self.exitcode = tell("page", hint, code=EX_USAGE)
            return
        assert isinstance(self.crawler_process, AsyncCrawlerProcess)
        probe = run(self.crawler_process, Probe(url=args[0]))
        if not probe.pages:
            self.exitcode = tell("page", next(iter(probe.faults), "nothing was read"), code=EX_UNAVAILABLE)
            return
        page = probe.pages[0]
        line = golden_line(page.body, page.url, spider.site, fetched_at=page.at)
        if not line.get("headline") or not line.get("articleBody"):
            self.exitcode = tell("page", f"no article at {page.url}: no headline or no text", code=EX_DATAERR)
            return
        saved = save_golden(page, spider.site, Path(opts.project) / "tests" / "sites" / spider.name)
        print(f'{saved}\n{saved.with_suffix(".json")}: read it, mend it, then take out its line "reviewed": false')
