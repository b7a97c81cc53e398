"""``scrapy site URL``: what is known of a site, by its file or by what runs have found."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

from scrapy.commands import ScrapyCommand

from crawler.commands import EX_IOERR, EX_USAGE, tell
from crawler.extract.listing.survey import Survey
from crawler.normalise.harmless import safe
from crawler.normalise.hosts import host_of, registered_domain
from crawler.spiders._discovery import note_name, read_note
from crawler.spiders._news import NewsSpider
from crawler.spiders.sites import spider_of
from crawler.store.database import Database, StorageError
from crawler.store.notes import Notes
from crawler.store.opening import DATABASE


class Command(ScrapyCommand):
    """Show sections, feeds, sitemaps, language, names and time zone of a site."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """Arguments as ``scrapy site -h`` shows them."""
        return "URL"

    def short_desc(self) -> str:
        """One line for ``scrapy -h``."""
        return "Show what is known of a site: its sections, feeds, sitemaps, language, names, time zone"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print what is known; exit code 2 where nothing is, 74 where the history cannot be read."""
        assert self.settings is not None
        if len(args) != 1 or not host_of(args[0]):
            self.exitcode = tell("site", "takes the address of a site, like https://www.example.org/", code=EX_USAGE)
            return
        spider = spider_of(args[0])
        domain = registered_domain(args[0]) or host_of(args[0])
        try:
            known = _learned(Path(self.settings["DATA_DIR"]), domain)
        except StorageError as error:
            self.exitcode = tell("site", str(error), code=EX_IOERR)
            return
        if spider is None and known == Survey():
            hint = f"scrapy crawl news -a url={args[0]} finds out"
            self.exitcode = tell("site", f"nothing is known of {domain} yet; {hint}", code=EX_USAGE)
            return
        lines = _of_file(spider) if spider is not None else _of_history(domain, known)
        print(safe("\n".join(lines)))


def _learned(data: Path, domain: str) -> Survey:
    path = data / DATABASE
    if not path.is_file():
        return Survey()
    database = Database.open(path)
    try:
        return read_note(Notes(database).get(note_name(domain)))
    finally:
        database.close()


def _of_file(spider: type[NewsSpider]) -> Iterator[str]:
    site = spider.site
    yield f"{site.name}: spider {spider.name}, facts from {spider.known_from or 'its file'}"
    yield from _facts(site.language, site.publishers, site.timezone, spider.articles)
    yield from _named("sections", spider.sections)


def _of_history(domain: str, known: Survey) -> Iterator[str]:
    yield f"{domain}: no file; found by runs of scrapy crawl news"
    yield from _facts(known.language, known.publishers, known.timezone, known.articles)
    yield from _named("sections", known.sections)
    yield from _named("feeds", known.feeds)
    yield from _named("sitemaps", known.sitemaps)


def _facts(language: str | None, names: tuple[str, ...], timezone: str | None, articles: str | None) -> Iterator[str]:
    told = {"language": language, "names": ", ".join(names), "time zone": timezone, "articles": articles}
    yield from (f"  {name:10} {value or 'not stated'}" for name, value in told.items())


def _named(name: str, urls: tuple[str, ...]) -> Iterator[str]:
    yield f"  {name:10} {len(urls)}"
    yield from (f"    {url}" for url in urls)
