"""No request leaves for anywhere but the site itself, however it came about."""

from __future__ import annotations

from typing import Protocol, Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest, NotConfigured
from scrapy.http import Request

from crawler.extensions import crawls_news
from crawler.normalise.reach import Reach


class Sited(Protocol):
    """A spider that says where it may go."""

    allowed_domains: tuple[str, ...]
    start_urls: list[str]


class OriginMiddleware:
    """Raise ``IgnoreRequest`` for what ``normalise.reach`` refuses: foreign hosts, odd ports, other schemes, private machines.

    Scrapy's own offsite filter lets retries and redirects of start requests pass and knows no ports. Allowed are the
    spider's ``allowed_domains`` with what lies below them, on the usual ports or those of its ``start_urls``.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.reach = Reach(domains=frozenset())

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build the middleware; the spider's facts are read when it is opened."""
        if not crawls_news(crawler):
            raise NotConfigured
        middleware = cls(crawler)
        crawler.signals.connect(middleware.spider_opened, signals.spider_opened)
        return middleware

    def spider_opened(self, spider: Sited) -> None:
        """Read where the spider may go."""
        private = self.crawler.settings.getbool("PRIVATE_ADDRESSES")
        self.reach = Reach.of(spider.allowed_domains, spider.start_urls, private=private)

    def process_request(self, request: Request) -> None:
        """Let the request pass, or raise ``IgnoreRequest``."""
        reason = self.why_not(request.url)
        if reason is not None:
            self.crawler.stats.inc_value("origin/refused")
            raise IgnoreRequest(reason)

    def why_not(self, url: str) -> str | None:
        """Why nothing may be asked of an address; ``None`` where it may."""
        return self.reach.refusal(url)
