"""No request leaves for anywhere but the site itself, however it came about."""

from __future__ import annotations

from typing import Protocol, Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest, NotConfigured
from scrapy.http import Request
from scrapy.utils.httpobj import urlparse_cached

from crawler.extensions import crawls_news
from crawler.normalise.hosts import host_of, registered_domain

_PORTS = {"http": 80, "https": 443}


class Sited(Protocol):
    """A spider that says where it may go."""

    allowed_domains: tuple[str, ...]
    start_urls: list[str]


class OriginMiddleware:
    """Raise ``IgnoreRequest`` for foreign hosts, odd ports and other schemes.

    Scrapy's own offsite filter lets retries and redirects of start requests pass and knows no ports. Allowed are the
    spider's ``allowed_domains`` with what lies below them, on the usual ports or those of its ``start_urls``.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self._domains: frozenset[str] = frozenset()
        self._ports: frozenset[tuple[str, int]] = frozenset()

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
        starts = [urlparse_cached(Request(url)) for url in spider.start_urls]
        self._domains = frozenset(spider.allowed_domains)
        self._ports = frozenset((each.hostname or "", each.port) for each in starts if each.port)

    def process_request(self, request: Request) -> None:
        """Let the request pass, or raise ``IgnoreRequest``."""
        reason = self.why_not(request.url)
        if reason is not None:
            self.crawler.stats.inc_value("origin/refused")
            raise IgnoreRequest(reason)

    def why_not(self, url: str) -> str | None:
        """Why nothing may be asked of an address; ``None`` where it may."""
        parts = urlparse_cached(Request(url))
        host = host_of(url)
        known = host in self._domains or registered_domain(host) in self._domains
        known = known or any(host.endswith("." + domain) for domain in self._domains)
        usual = parts.port in (None, _PORTS.get(parts.scheme)) or (host, parts.port) in self._ports
        return None if parts.scheme in _PORTS and known and usual else f"not of this site: {url}"
