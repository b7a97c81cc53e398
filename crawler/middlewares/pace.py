"""One clock a host: how long to leave it alone between two requests, and when it has asked for a rest. One budget a site."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DownloadTimeoutError, IgnoreRequest
from scrapy.http import Request, Response
from scrapy.robotstxt import RobotParser

from crawler.manners.backoff import LONGEST_WISH, REFUSALS, Refusal, after_run, pause, restored, stored
from crawler.manners.budget import Budget
from crawler.manners.failures import ENDING, SPENT
from crawler.middlewares.memory import Memory
from crawler.middlewares.robots import Announced
from crawler.normalise.hosts import host_of, registered_domain

_SLICE = 0.5
"""How long a waiting request sleeps at most before it looks whether the run is ending."""
_NOTHING = 0.005
"""A delay as short as this spares nobody; Scrapy's own slots keep it."""
_LEAST_PATIENCE = 4.0
"""Seconds that an answer may take in any case, and times the pause that the host's own pace asks for."""
_MEGABYTE = 1024 * 1024


@dataclass(slots=True)
class HostClock:
    """When a host may be asked again; all times on the monotonic clock, in seconds."""

    delay: float = 0.0
    at_once: int = 1
    crawl_delay: float = 0.0
    budget: Budget = field(default_factory=Budget)
    """The site's, shared with its other hosts."""
    free_at: float = 0.0
    away: str | None = None
    """Why there will be no turn in this run: the host asked for more rest than a run may wait."""
    refusals: int = 0
    """Refusals in a row."""
    remembered: Refusal | None = None
    """What earlier runs say of the host."""
    noted: bool = False
    """Whether this run's refusal is remembered."""
    timeouts: int = 0
    """Pages of this run that did not come in time."""
    flying: set[Request] = field(default_factory=set)
    landed: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def stays_away(self) -> str | None:
        """Why there will be no turn in this run, whoever says so."""
        return self.away or (SPENT if self.budget.is_spent else None)

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
            self.away = f"the host asked to be left alone for {seconds:.0f} s"
        else:
            self.free_at = max(self.free_at, now + seconds)

    def patience(self, usual: float) -> float:
        """Seconds to wait for an answer: shorter after each page that did not come, for the others wait behind it."""
        return min(usual, max(usual / (1 + self.timeouts), _LEAST_PATIENCE, self.delay * _LEAST_PATIENCE))

    def learn(self, latency: float, *, good: bool, floor: float, most: float) -> None:
        """Go halfway to the host's own pace; an error that comes quickly says nothing of it."""
        wanted = min(max((self.delay + latency / self.at_once) / 2, floor), most)
        if good or wanted > self.delay:
            self.delay = wanted


class PaceMiddleware:
    """Keep Crawl-delay and Retry-After, ask a slow host less often, and no site for more than its budget.

    Requests wait here and not behind the last middleware, so that a host that asks for a rest, or a run that ends, stops
    them all. The delay is ``DOWNLOAD_DELAY`` or that of the host's ``DOWNLOAD_SLOTS``; without the latter it grows with the
    host's latency. ``CONCURRENT_REQUESTS_PER_DOMAIN`` requests are on their way at most. A rest that a host asks for holds for
    later runs too. The budget is one for all hosts below a registered name. Stats: ``pace/requests/<host>``,
    ``pace/bytes/<host>``, ``pace/refused/<host>``, and ``pace/spent/<host>`` for the host that spent the last of it.
    """

    def __init__(self, crawler: Crawler) -> None:
        settings = crawler.settings
        self.crawler = crawler
        self.timeout = settings.getfloat("DOWNLOAD_TIMEOUT")
        self.most_delay = settings.getfloat("PACE_MAX_DELAY")
        self.most_wait = settings.getfloat("PACE_MAX_WAIT")
        self.most_requests = settings.getint("BUDGET_REQUESTS")
        self.most_bytes = settings.getint("BUDGET_MEGABYTES") * _MEGABYTE
        self.floor = settings.getfloat("DOWNLOAD_DELAY")
        self.slots = settings.getdict("DOWNLOAD_SLOTS")
        self.at_once = max(1, settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN"))
        self._memory = Memory(crawler)
        self._hosts: dict[str, HostClock] = {}
        self._budgets: dict[str, Budget] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build the middleware and have it hear of Crawl-delay."""
        middleware = cls(crawler)
        crawler.signals.connect(middleware.robots_parsed, signals.robots_parsed)
        return middleware

    async def process_request(self, request: Request) -> None:
        """Hold the request until its host's turn; raise ``IgnoreRequest`` where there will be none in this run."""
        await self._wait(request.url)
        clock = self._clock(request.url)
        clock.take_off(request, time.monotonic())
        request.meta["download_timeout"] = clock.patience(request.meta.get("download_timeout") or self.timeout)

    async def _wait(self, url: str) -> None:
        clock = self._clock(url)
        while clock.stays_away or clock.free_at > time.monotonic() or len(clock.flying) >= clock.at_once:
            if clock.stays_away:
                raise IgnoreRequest(clock.stays_away)
            if not self.crawler.crawling:
                raise IgnoreRequest(ENDING)
            await clock.wait(time.monotonic())
        self._spend(host_of(url), clock, requests=1)

    def process_response(self, request: Request, response: Response) -> Response:
        """Learn from the answer: how long it took, and whether the host wants to be left alone."""
        clock, host = self._clock(request.url), host_of(request.url)
        clock.land(request)
        self._spend(host, clock, received=len(response.body))
        if response.status in REFUSALS:
            self._refused(host, clock, response, request)
        elif response.status < 500:
            clock.refusals = 0
            if clock.remembered is not None:
                clock.remembered, clock.noted = None, False
                self._memory.put(f"pace/{host}", None)
        latency = request.meta.get("download_latency")
        if latency is not None and host not in self.slots:
            clock.learn(latency, good=response.status == 200, floor=self.floor, most=self.most_delay)
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Give the place to the next request; stats: ``pace/lost`` and the name of what was raised."""
        clock = self._clock(request.url)
        clock.land(request)
        clock.timeouts += isinstance(exception, DownloadTimeoutError)
        self.crawler.stats.inc_value(f"pace/lost/{type(exception).__name__}")

    def robots_parsed(self, robotparser: RobotParser, request: Request) -> None:
        """Take over the host's Crawl-delay or Request-rate."""
        if isinstance(robotparser, Announced):
            self._clock(request.url).crawl_delay = robotparser.rules.delay(self.most_delay)

    def _refused(self, host: str, clock: HostClock, response: Response, request: Request) -> None:
        """Rest as long as the host wishes, else longer each time, and leave the page to the next run; have later runs know."""
        clock.refusals += 1
        self.crawler.stats.inc_value(f"pace/refused/{host}")
        wish = retry_after(response.headers.get("Retry-After"))
        seconds = wish if wish is not None else min(pause(response.status, clock.refusals), self.most_wait)
        clock.rest(seconds, time.monotonic(), longest=self.most_wait)
        if wish is None and seconds:
            request.meta["dont_retry"] = True
        if not clock.noted or wish is not None:
            earlier = clock.remembered if not clock.noted else None
            clock.remembered, clock.noted = after_run(earlier, wish=wish, now=time.time()), True
            self._memory.put(f"pace/{host}", stored(clock.remembered))

    def _spend(self, host: str, clock: HostClock, *, requests: int = 0, received: int = 0) -> None:
        """Count against the site's budget of this run; what is left to ask for then waits for the next."""
        self.crawler.stats.inc_value(f"pace/requests/{host}", requests)
        self.crawler.stats.inc_value(f"pace/bytes/{host}", received)
        if clock.budget.spend(requests=requests, received=received):
            self.crawler.stats.inc_value(f"pace/spent/{host}")

    def _clock(self, url: str) -> HostClock:
        host = host_of(url)
        if host not in self._hosts:
            slot = self.slots.get(host, {})
            delay, at_once = float(slot.get("delay", self.floor)), int(slot.get("concurrency", self.at_once))
            budget = self._budgets.setdefault(registered_domain(host), Budget(self.most_requests, self.most_bytes))
            clock = HostClock(budget=budget, delay=delay if delay > _NOTHING else 0.0, at_once=at_once)
            clock.remembered = restored(self._memory.get(f"pace/{host}"))
            if clock.remembered is not None:
                clock.rest(clock.remembered.left(time.time()), time.monotonic(), longest=self.most_wait)
            self._hosts[host] = clock
        return self._hosts[host]


def retry_after(header: bytes | None) -> float | None:
    """Read a Retry-After header: seconds to wait, never negative; ``None`` for nonsense and for more than a day."""
    text = (header or b"").decode("latin-1").strip()
    try:
        seconds = float(text) if text.isdecimal() else parsedate_to_datetime(text).timestamp() - time.time()
    except (ValueError, TypeError, OverflowError):
        return None
    return max(0.0, seconds) if seconds <= LONGEST_WISH else None
