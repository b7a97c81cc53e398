"""robots.txt is asked for before anything else of a site, and obeyed; what its answers mean says ``manners.robots``."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Self
from urllib.parse import urljoin

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest, NotConfigured, StopDownload
from scrapy.http import Request, Response
from scrapy.http.request import NO_CALLBACK
from scrapy.robotstxt import RobotParser

from crawler.manners.caching import fresh_for
from crawler.manners.robots import (
    LONGEST_KEPT,
    MOST_BYTES,
    MOST_HOPS,
    SHUT_OUT,
    Copy,
    Rules,
    copy_of,
    restored,
    stored,
    text_of,
)
from crawler.middlewares.memory import Memory, origin_of
from crawler.middlewares.reasons import reason_of_error
from crawler.normalise.hosts import host_of

SHUT_OUT_AT = "robotstxt/shut_out/"
"""Stats: before the name of a host that does not want us."""
ROBOTS_TXT = "robots.txt"
FILE = "file_for_robots"
"""Meta key of requests for files that speak to robots; ``ROBOTS_TXT`` itself is asked for before the rules are known."""
_REDIRECTS = frozenset((301, 302, 303, 307, 308))


@dataclass(frozen=True, slots=True)
class Answer:
    """What an origin says: its rules, or why they could not be read."""

    rules: Rules | None = None
    closed: str | None = None


class Announced(RobotParser):
    """The rules of an origin in the form in which Scrapy's ``robots_parsed`` hands them round."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules

    @classmethod
    def from_crawler(cls, crawler: Crawler, robotstxt_body: bytes) -> Self:
        """Read a robots.txt by the crawler's names."""
        settings = crawler.settings
        return cls(Rules(text_of(robotstxt_body), settings.get("ROBOTSTXT_USER_AGENT") or settings["USER_AGENT"]))

    def allowed(self, url: str | bytes, user_agent: str | bytes) -> bool:  # noqa: ARG002 - Scrapy's interface
        """Whether an address may be asked for."""
        return self.rules.why_not(url if isinstance(url, str) else url.decode()) is None


class RobotsMiddleware:
    """Ask each origin's robots.txt once a run, before anything else of it; raise ``IgnoreRequest`` for what it forbids.

    It is asked for conditionally, and not at all while the server's ``Cache-Control`` allows to use the last copy; where it
    does not answer, a copy of the last 24 hours in the history stands in. ``robots_parsed`` is sent as Scrapy's own middleware
    does. Stats: ``robotstxt/forbidden``, ``robotstxt/unreachable``, ``robotstxt/copy_used``.
    """

    def __init__(self, crawler: Crawler) -> None:
        if not crawler.settings.getbool("ROBOTSTXT_OBEY"):
            raise NotConfigured
        self.crawler = crawler
        self.agents: str = crawler.settings.get("ROBOTSTXT_USER_AGENT") or crawler.settings["USER_AGENT"]
        self._memory = Memory(crawler)
        self._answers: dict[str, asyncio.Task[Answer]] = {}
        self._read: dict[Request, int] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build the middleware and have it see arriving bytes."""
        middleware = cls(crawler)
        crawler.signals.connect(middleware.bytes_received, signals.bytes_received)
        return middleware

    async def process_request(self, request: Request) -> None:
        """Wait for the origin's rules, then let the request pass or raise ``IgnoreRequest``."""
        if request.meta.get(FILE) == ROBOTS_TXT or not request.url.startswith("http"):
            return
        reason = await self.why_not(request.url)
        if reason is not None:
            raise IgnoreRequest(reason)

    async def why_not(self, url: str) -> str | None:
        """Why an address may not be asked for, by the rules of its origin; ``None`` where it may."""
        origin = origin_of(url)
        if origin not in self._answers:
            self._answers[origin] = asyncio.ensure_future(self._ask(origin))
        answer = await self._answers[origin]
        if answer.rules is None:
            return answer.closed
        reason = answer.rules.why_not(url)
        if reason is not None:
            self.crawler.stats.inc_value("robotstxt/forbidden")
        if reason == SHUT_OUT:
            self.crawler.stats.inc_value(f"{SHUT_OUT_AT}{host_of(url)}")
        return reason

    async def _ask(self, origin: str) -> Answer:
        """The origin's rules: of a fresh copy, of its answer, or of a copy where there is none."""
        note, now = f"robots/{origin}", time.time()
        kept = restored(self._memory.get(note))
        if kept is not None and kept.is_fresh(now):
            return await self._open(kept, origin)
        copy, reason = await self._fetch(origin, kept, now)
        if copy is not None:
            self._memory.put(note, stored(copy))
            return await self._open(copy, origin)
        if kept is not None and kept.is_usable(now):
            self.crawler.stats.inc_value("robotstxt/copy_used")
            return await self._open(kept, origin)
        self.crawler.stats.inc_value("robotstxt/unreachable")
        return Answer(closed=reason)

    async def _fetch(self, origin: str, kept: Copy | None, now: float) -> tuple[Copy | None, str | None]:
        """What the site answers, or why that closes it."""
        try:
            response = await self._follow(f"{origin}/robots.txt", kept)
        except IgnoreRequest as error:
            return None, str(error)
        except Exception as error:  # noqa: BLE001 - whatever kept us from reading it, the site counts as closed
            return None, f"robots.txt: {reason_of_error(error)}"
        headers = dict(plain_headers(response))
        if response.status == 304 and kept is not None:
            return replace(kept, read_at=now, fresh=min(fresh_for(headers), LONGEST_KEPT)), None
        return copy_of(response.status, response.body, headers, now=now), f"robots.txt: HTTP {response.status}"

    async def _follow(self, url: str, kept: Copy | None) -> Response:
        """The answer at the end of at most ``MOST_HOPS`` redirects; 404 stands for one that leads nowhere."""
        for _ in range(MOST_HOPS + 1):
            response = await self.crawler.engine.download_async(file_request(url, kept, kind=ROBOTS_TXT))
            target = response.headers.get("Location")
            if response.status not in _REDIRECTS or target is None:
                break
            url = urljoin(url, target.decode("latin-1"))
        return response if response.status not in _REDIRECTS else response.replace(status=404)

    async def _open(self, copy: Copy, origin: str) -> Answer:
        rules = Rules(copy.text, self.agents)
        await self.crawler.signals.send_catch_log_async(
            signals.robots_parsed, robotparser=Announced(rules), request=Request(f"{origin}/robots.txt")
        )
        return Answer(rules=rules)

    def bytes_received(self, data: bytes, request: Request) -> None:
        """Stop reading a file for robots that does not end."""
        if not request.meta.get(FILE):
            return
        self._read[request] = self._read.get(request, 0) + len(data)
        if self._read[request] > MOST_BYTES:
            raise StopDownload(fail=False)


def file_request(url: str, kept: Copy | None = None, *, kind: str = "other") -> Request:
    """A request for a file that speaks to robots: uncompressed, for the head of one without end must be readable, and of any
    size, for ``bytes_received`` ends it.
    """
    validators = {"If-None-Match": kept.etag, "If-Modified-Since": kept.last_modified} if kept else {}
    headers = {"Accept": "text/plain,*/*;q=0.5", "Accept-Encoding": "identity"}
    headers |= {name: value for name, value in validators.items() if value}
    meta = {FILE: kind, "dont_redirect": True, "download_maxsize": 0}
    return Request(url, priority=1000, meta=meta, headers=headers, callback=NO_CALLBACK)


def plain_headers(response: Response) -> Iterator[tuple[str, str]]:
    """The headers of an answer, names in lower case, each value apart."""
    for name, values in response.headers.items():
        for value in values:
            yield name.decode("latin-1").lower(), value.decode("latin-1")
