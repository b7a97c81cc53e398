"""One clock a host: how long to leave it alone between two requests, and when it has asked for a rest."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Request, Response
from scrapy.robotstxt import RobotParser
from scrapy.utils.httpobj import urlparse_cached

_SLICE = 0.5
"""How long a waiting request sleeps at most before it looks whether the run is ending."""
_BUSY = frozenset({429, 503})


@dataclass(slots=True)
class HostClock:
    """When a host may be asked again; all times on the monotonic clock."""

    free_at: float = 0.0
    delay: float = 0.0
    crawl_delay: float = 0.0

    def reserve(self, now: float) -> None:
        """Take the turn that is free now."""
        self.free_at = now + max(self.delay, self.crawl_delay)


class PaceMiddleware:
    """Keep Crawl-delay and Retry-After, and ask a slow host less often.

    Requests wait here and not behind the last middleware, so that a host that asks for a rest, or a run that ends, stops
    them all. The delay is ``DOWNLOAD_DELAY`` or that of the host's ``DOWNLOAD_SLOTS``; without the latter it grows with the
    host's latency, so that no more than ``CONCURRENT_REQUESTS_PER_DOMAIN`` requests are ever on their way.
    """

    def __init__(self, crawler: Crawler) -> None:
        settings = crawler.settings
        self.crawler = crawler
        self.agent = settings.get("ROBOTSTXT_USER_AGENT") or settings["USER_AGENT"]
        self.most_delay = settings.getfloat("PACE_MAX_DELAY")
        self.most_wait = settings.getfloat("PACE_MAX_WAIT")
        self.floor = settings.getfloat("DOWNLOAD_DELAY")
        self.slots = settings.getdict("DOWNLOAD_SLOTS")
        self.at_once = max(1, settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN"))
        self._hosts: dict[str, HostClock] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build the middleware and have it hear of Crawl-delay."""
        middleware = cls(crawler)
        crawler.signals.connect(middleware.robots_parsed, signals.robots_parsed)
        return middleware

    async def process_request(self, request: Request) -> None:
        """Hold the request until its host's turn; raise ``IgnoreRequest`` where the run ends first."""
        clock = self._clock(request)
        while (wait := clock.free_at - time.monotonic()) > 0:
            if not self.crawler.crawling:
                raise IgnoreRequest("the run is ending")
            await asyncio.sleep(min(wait, _SLICE))
        clock.reserve(time.monotonic())

    def process_response(self, request: Request, response: Response) -> Response:
        """Learn from the answer: how long it took, and whether the host wants to be left alone."""
        clock = self._clock(request)
        if response.status in _BUSY:
            wait = retry_after(response.headers.get("Retry-After"))
            if wait is not None:
                clock.free_at = max(clock.free_at, time.monotonic() + min(wait, self.most_wait))
        latency = request.meta.get("download_latency")
        if latency is not None and self._host(request) not in self.slots:
            clock.delay = min(max((clock.delay + latency / self.at_once) / 2, self.floor), self.most_delay)
        return response

    def robots_parsed(self, robotparser: RobotParser, request: Request) -> None:
        """Take over the host's Crawl-delay."""
        delay = robotparser.crawl_delay(self.agent)
        if delay is not None and delay > 0:
            self._clock(request).crawl_delay = min(delay, self.most_delay)

    def _clock(self, request: Request) -> HostClock:
        host = self._host(request)
        if host not in self._hosts:
            self._hosts[host] = HostClock(delay=float(self.slots.get(host, {}).get("delay", self.floor)))
        return self._hosts[host]

    @staticmethod
    def _host(request: Request) -> str:
        return urlparse_cached(request).hostname or ""


def retry_after(header: bytes | None) -> float | None:
    """Read a Retry-After header: seconds to wait, never negative; ``None`` for nonsense."""
    text = (header or b"").decode("latin-1").strip()
    if text.isdecimal():
        return float(text[:12])
    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return None
