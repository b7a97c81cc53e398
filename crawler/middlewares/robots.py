"""robots.txt by its status, as RFC 9309 has it: 4xx opens the site, 5xx and silence close it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest, NotConfigured, StopDownload
from scrapy.http import Request
from scrapy.http.request import NO_CALLBACK
from scrapy.robotstxt import ProtegoRobotParser, RobotParser
from scrapy.utils.httpobj import urlparse_cached

from crawler.middlewares.reasons import reason_of_error

MAX_BYTES = 512 * 1024
"""RFC 9309 asks for at least 500 KiB; what is beyond is not read."""
_MARK = "robots_txt"


@dataclass(frozen=True, slots=True)
class Rules:
    """What an origin's robots.txt says; ``closed`` is why it could not be read, and then nothing may be."""

    parser: RobotParser | None = None
    closed: str | None = None


class RobotsMiddleware:
    """Ask each origin's robots.txt once, before anything else of it; raise ``IgnoreRequest`` for what it forbids.

    ``robots_parsed`` is sent as Scrapy's own middleware does. Stats: ``robotstxt/forbidden``, ``robotstxt/unreachable``.
    """

    def __init__(self, crawler: Crawler) -> None:
        if not crawler.settings.getbool("ROBOTSTXT_OBEY"):
            raise NotConfigured
        self.crawler = crawler
        self.agent = crawler.settings.get("ROBOTSTXT_USER_AGENT") or crawler.settings["USER_AGENT"]
        self._rules: dict[str, asyncio.Task[Rules]] = {}
        self._read: dict[Request, int] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build the middleware and have it see arriving bytes."""
        middleware = cls(crawler)
        crawler.signals.connect(middleware.bytes_received, signals.bytes_received)
        return middleware

    async def process_request(self, request: Request) -> None:
        """Wait for the origin's rules, then let the request pass or raise ``IgnoreRequest``."""
        if request.meta.get(_MARK) or not request.url.startswith("http"):
            return
        url = urlparse_cached(request)
        origin = f"{url.scheme}://{url.netloc}"
        if origin not in self._rules:
            self._rules[origin] = asyncio.ensure_future(self._fetch(origin, request))
        rules = await self._rules[origin]
        if rules.closed is not None:
            raise IgnoreRequest(f"robots.txt: {rules.closed}")
        if rules.parser is not None and not rules.parser.allowed(request.url, self.agent):
            self.crawler.stats.inc_value("robotstxt/forbidden")
            raise IgnoreRequest("forbidden by robots.txt")

    async def _fetch(self, origin: str, request: Request) -> Rules:
        asked = Request(f"{origin}/robots.txt", priority=1000, meta={_MARK: True}, callback=NO_CALLBACK)
        try:
            response = await self.crawler.engine.download_async(asked)
        except Exception as error:  # noqa: BLE001 - whatever kept us from reading it, the site counts as closed
            return self._closed(reason_of_error(error))
        if response.status == 429 or response.status >= 500:
            return self._closed(f"HTTP {response.status}")
        body = response.body[:MAX_BYTES] if response.status < 300 else b""
        parser = ProtegoRobotParser.from_crawler(self.crawler, body)
        await self.crawler.signals.send_catch_log_async(signals.robots_parsed, robotparser=parser, request=request)
        return Rules(parser=parser)

    def _closed(self, reason: str) -> Rules:
        self.crawler.stats.inc_value("robotstxt/unreachable")
        return Rules(closed=reason)

    def bytes_received(self, data: bytes, request: Request) -> None:
        """Stop reading a robots.txt that does not end."""
        if not request.meta.get(_MARK):
            return
        self._read[request] = self._read.get(request, 0) + len(data)
        if self._read[request] > MAX_BYTES:
            raise StopDownload(fail=False)
