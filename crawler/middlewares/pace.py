"""One clock a host: how long to leave it alone between two requests, and when it has asked for a rest."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from dataclasses import dataclass, field
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
_REST = 2.0
"""Seconds of rest for a host that says 429 without saying how long."""
_NOTHING = 0.005
"""A delay as short as this spares nobody; Scrapy's own slots keep it."""
_SENSIBLE = 86400.0
"""A Retry-After beyond a day is a mistake of the server's."""


@dataclass(slots=True)
class HostClock:
    """When a host may be asked again; all times on the monotonic clock, in seconds."""

    delay: float = 0.0
    at_once: int = 1
    crawl_delay: float = 0.0
    free_at: float = 0.0
    away: float = 0.0
    """The rest that a host asked for and that is longer than a run may wait."""
    flying: set[Request] = field(default_factory=set)
    landed: asyncio.Event = field(default_factory=asyncio.Event)

    def take_off(self, request: Request, now: float) -> None:
        """Take the turn that is free now."""
        self.flying.add(request)
        self.free_at = max(self.free_at, now + max(self.delay, self.crawl_delay))

    def land(self, request: Request) -> None:
        """Give the place to the next request; nothing for one that never took off."""
        if request in self.flying:
            self.flying.remove(request)
            self.landed.set()

    async def wait(self, now: float) -> None:
        """Wait a little: for the time, or for a place."""
        if self.free_at > now:
            await asyncio.sleep(min(self.free_at - now, _SLICE))
            return
        self.landed.clear()
        with suppress(TimeoutError):
            await asyncio.wait_for(self.landed.wait(), _SLICE)

    def rest(self, seconds: float, now: float, *, longest: float) -> None:
        """Leave the host alone for so long; for the whole run where that is longer than a run may wait."""
        if seconds > longest:
            self.away = seconds
        else:
            self.free_at = max(self.free_at, now + seconds)


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
        """Hold the request until its host's turn; raise ``IgnoreRequest`` where there will be none in this run."""
        clock = self._clock(request)
        while clock.away or clock.free_at > time.monotonic() or len(clock.flying) >= clock.at_once:
            if clock.away:
                raise IgnoreRequest(f"the host asked to be left alone for {clock.away:.0f} s")
            if not self.crawler.crawling:
                raise IgnoreRequest("the run is ending")
            await clock.wait(time.monotonic())
        clock.take_off(request, time.monotonic())

    def process_response(self, request: Request, response: Response) -> Response:
        """Learn from the answer: how long it took, and whether the host wants to be left alone."""
        clock = self._clock(request)
        clock.land(request)
        wish = retry_after(response.headers.get("Retry-After"))
        if response.status in (429, 503) and wish is not None:
            clock.rest(wish, time.monotonic(), longest=self.most_wait)
        elif response.status == 429:
            clock.rest(_REST, time.monotonic(), longest=self.most_wait)
        latency = request.meta.get("download_latency")
        if latency is not None and self._host(request) not in self.slots:
            clock.delay = min(max((clock.delay + latency / self.at_once) / 2, self.floor), self.most_delay)
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Give the place to the next request; stats: ``pace/lost`` and the name of what was raised."""
        self._clock(request).land(request)
        self.crawler.stats.inc_value(f"pace/lost/{type(exception).__name__}")

    def robots_parsed(self, robotparser: RobotParser, request: Request) -> None:
        """Take over the host's Crawl-delay."""
        delay = robotparser.crawl_delay(self.agent)
        if delay is not None and delay > 0:
            self._clock(request).crawl_delay = min(delay, self.most_delay)

    def _clock(self, request: Request) -> HostClock:
        host = self._host(request)
        if host not in self._hosts:
            slot = self.slots.get(host, {})
            delay, at_once = float(slot.get("delay", self.floor)), int(slot.get("concurrency", self.at_once))
            self._hosts[host] = HostClock(delay=delay if delay > _NOTHING else 0.0, at_once=at_once)
        return self._hosts[host]

    @staticmethod
    def _host(request: Request) -> str:
        return urlparse_cached(request).hostname or ""


def retry_after(header: bytes | None) -> float | None:
    """Read a Retry-After header: seconds to wait, never negative; ``None`` for nonsense and for more than a day."""
    text = (header or b"").decode("latin-1").strip()
    try:
        seconds = float(text) if text.isdecimal() else parsedate_to_datetime(text).timestamp() - time.time()
    except (ValueError, TypeError, OverflowError):
        return None
    return max(0.0, seconds) if seconds <= _SENSIBLE else None
