"""Any news site by the address of a section or front page: ``scrapy crawl news -a url=https://www.example.org/world``."""

from __future__ import annotations

from typing import ClassVar

from crawler.normalise.hosts import host_of, registered_domain
from crawler.site import Site
from crawler.spiders._arguments import WrongUsageError
from crawler.spiders._news import NewsSpider
from crawler.spiders.sites import spider_of


class AnyNewsSpider(NewsSpider):
    """Sections, front pages, feeds or sitemaps given by ``url``, one or several, parted by commas.

    A site that has a file is read with its facts.
    """

    name = "news"
    _allowed: ClassVar[tuple[str, ...]] = ("url", "since", "until", "limit")

    def __init__(self, **given: str) -> None:
        super().__init__(**given)
        if not self.start_urls:
            raise WrongUsageError("url= is missing: scrapy crawl news -a url=https://www.example.org/world")
        self.allowed_domains = tuple(dict.fromkeys(map(_domain, self.start_urls)))

    def chosen(self) -> tuple[str, ...]:
        """The lists of this run: what ``url`` names."""
        return self.arguments.urls

    def facts_for(self, url: str) -> tuple[Site, str | None]:
        """The facts of the site's file, else its domain alone."""
        known = spider_of(url)
        if known is not None:
            return known.site, known.articles
        return Site(name=_domain(url), domains=(_domain(url),)), None


def _domain(url: str) -> str:
    return registered_domain(url) or host_of(url)
